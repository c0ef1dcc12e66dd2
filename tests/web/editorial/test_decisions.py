"""The appendix's decisions through the pages: in bulk, by two people, the undecided
first.
"""

import re

import pytest
from flask import Flask

from tests.web.people import Browser, sign_in

PAGE = "/redaktion/sundhedsaftaler/sundhedsaftale-2024-2027"
OVERVIEW = "/redaktion/sundhedsaftaler"
FORM = {
    "aftale": ["proeve-gammel", "proeve-lokal"],
    "decision": "ophoerer",
    "effective_on": "2026-01-01",
    "source": "Udvalget, 3. marts 2026",
}


def test_the_page_says_how_far_it_has_come(people: Flask) -> None:
    rita = sign_in(people, "rita")

    html = rita.get(PAGE).text

    assert "1 af 1 aftaler er besluttet" in html
    assert "Videreføres fra 1. januar 2024" in html
    assert 'value="2024-01-01"' in html
    assert "1 af 1 er besluttet" in rita.get(OVERVIEW).text
    assert html.count("<h1") == 1
    names = re.findall(r'\sid="([^"]*)"', html)
    assert sorted(names) == sorted(set(names))


def test_two_people_decide_on_many_at_once(people: Flask) -> None:
    rita, gorm = sign_in(people, "rita"), sign_in(people, "gorm")
    assert rita.post(PAGE, FORM).status_code == 303
    page = gorm.get(PAGE).text
    assert "Venter på dig" in page
    assert "Ophører<span" in page
    assert page.index("Ikke besluttet (1)") < page.index("Besluttet (1)")
    assert "ophørt" not in rita.get("/aftaler/proeve-lokal").text

    action = re.search(r'action="(/redaktion/forslag/\d+/bekraeft)"', page)
    assert action
    assert gorm.post(action[1]).status_code == 303

    assert "2 af 2 aftaler er besluttet" in rita.get(PAGE).text
    assert "ophørt" in rita.get("/aftaler/proeve-lokal").text


def test_the_proposer_sees_no_button_to_confirm(people: Flask) -> None:
    bodil = sign_in(people, "bodil")
    bodil.post(PAGE, FORM)

    html = bodil.get(PAGE).text

    assert "/bekraeft" not in html
    assert html.count("et forslag venter") == 2


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"aftale": []}, "Vælg mindst én aftale."),
        ({"decision": ""}, "Beslutning: skal udfyldes."),
        ({"source": ""}, "Besluttet af (belæg): skal udfyldes."),
        ({"effective_on": "x"}, "Det er ikke en dato"),
        ({"effective_on": "2023-01-01"}, "senere beslutning fra 1. januar 2024"),
        ({"effective_on": "2028-01-01"}, "gælder til og med 31. december 2027"),
    ],
)
def test_what_is_wrong_is_said_and_the_choice_kept(
    people: Flask, change: dict[str, object], refusal: str
) -> None:
    answer = sign_in(people, "rita").post(PAGE, {**FORM, **change})

    assert answer.status_code == 400
    assert refusal in answer.text
    assert (' value="proeve-gammel" checked' in answer.text) is ("aftale" not in change)


def test_a_decision_made_meanwhile_is_noticed(people: Flask) -> None:
    rita, gorm = sign_in(people, "rita"), sign_in(people, "gorm")
    seen = re.search(r'name="base:proeve-lokal" value="([^"]*)"', rita.get(PAGE).text)
    assert seen
    first = rita.post(PAGE, {**FORM, "base:proeve-lokal": seen[1]}).location
    gorm.post(f"{first}/bekraeft")

    late = rita.post(
        PAGE, {**FORM, "effective_on": "2026-02-01", "base:proeve-lokal": seen[1]}
    )

    assert late.status_code == 409
    assert "En anden har ændret det" in late.text


def test_only_an_editor_proposes(people: Flask) -> None:
    gorm = sign_in(people, "gorm")

    assert "Send forslaget" not in gorm.get(PAGE).text
    assert gorm.post(PAGE, FORM).status_code == 403
    assert sign_in(people, "rita").post_raw(PAGE, FORM).status_code == 400
    for path in (PAGE, OVERVIEW):
        assert sign_in(people, "ada").get(path).status_code == 403
        assert Browser(people).get(path).status_code == 302


def test_an_unknown_health_agreement_is_not_found(people: Flask) -> None:
    rita = sign_in(people, "rita")

    assert rita.get(f"{OVERVIEW}/findes-ikke").status_code == 404
    assert rita.post(f"{OVERVIEW}/findes-ikke", FORM).status_code == 404
