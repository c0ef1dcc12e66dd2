"""Rows suggested from a draft's text, by the page's own forms.

Also covers registry/web/editorial/suggestion_view.py and
registry/web/editorial/mending.py and registry/web/editorial/accepted_view.py.
"""

import re
from html import escape

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from registry.markup.markdown_html import anchor
from registry.publishing import suggestions
from registry.publishing.suggestions import Offered
from registry.rules.version_content import MAIN
from tests.web.forms import forms_of
from tests.web.people import Browser, sign_in
from tests.web.writing import draft_of, path, stored, words, write

LIST = "/forslag"
BODY = """## Hjemkomst

Kommunen henter medicin inden for 24 timer. Kommunen vasker gardiner.
**Tolken** oversætter brevet.
"""
FETCH, WASH, TRANSLATE = range(3)


@pytest.fixture
def office(people_begun: Flask) -> Flask:
    return people_begun


@pytest.fixture
def draft(people_begun: Flask, rita: Browser) -> int:
    version_id = draft_of(people_begun)
    three = dict.fromkeys(
        ("treatment_responsibility", "division_of_responsibility", "economics"),
        "Intet.",
    )
    write(rita, version_id, MAIN, {"body": BODY, **three})
    return version_id


def offered(app: Flask, draft: int) -> list[Offered]:
    return suggestions.offered(stored(app, draft))


def press(browser: Browser, draft: int, act: str, which: int = 0) -> str:
    """Press a button of one of the suggestions. Returns where the answer leads."""
    key = offered(browser.app, draft)[which].key
    address = path(draft, f"{LIST}/{key}/{act}")
    answer = forms_of(browser.get(path(draft, LIST)))[address].send(browser)
    assert answer.status_code == 303
    return answer.location


def tasks(app: Flask, draft: int) -> list[str]:
    return [row["task"] for row in stored(app, draft).content.rows]


def test_each_sentence_stands_marked_beside_its_row(rita: Browser, draft: int) -> None:
    page = rita.get(path(draft, LIST))

    said = words(page)
    assert "0 af 3 pligter i teksten har en snitflade" in said
    assert "Kommunen henter medicin inden for 24 timer." in said
    assert "Hente medicin" in said and "Udføres af Kommune" in said
    assert "Hvem er «Tolken»?" in said and "**" not in said


def test_the_draft_tells_how_much_of_its_text_is_in_rows(
    rita: Browser, draft: int
) -> None:
    press(rita, draft, "antag", FETCH)

    said = words(rita.get(path(draft)))
    assert "1 af 3 pligter i teksten har en snitflade." in said
    assert "Se forslagene til de andre" in said
    assert "Advarsel" in said or "1 af 2 sikre pligter i teksten" in said


def test_an_accepted_one_is_a_row_and_the_next_is_gone_to(
    rita: Browser, people_begun: Flask, draft: int
) -> None:
    following = offered(people_begun, draft)[WASH].key

    assert press(rita, draft, "antag", FETCH).endswith(f"{LIST}#forslag-{following}")
    assert tasks(people_begun, draft)[-1] == "Hente medicin"
    key = stored(people_begun, draft).content.rows[-1]["key"]
    form = words(rita.get(path(draft, f"/snitflader/{key}")))
    assert "Antaget efter sætningen: Kommunen henter medicin inden for 24" in form
    assert "står i en snitflade" in words(rita.get(path(draft, LIST)))


@pytest.mark.parametrize("page", ["/vis", "/gennemgang"])
def test_who_reads_the_draft_sees_the_sentence_a_row_was_accepted_on(
    rita: Browser, draft: int, page: str
) -> None:
    assert "Antaget efter" not in words(rita.get(path(draft, page)))

    press(rita, draft, "antag", FETCH)

    said = words(rita.get(path(draft, page)))
    assert said.count("Antaget efter") == 1
    assert "Antaget efter: Kommunen henter medicin inden for 24 timer." in said


def test_a_condition_without_a_target_group_begins_by_itself(
    rita: Browser, draft: int
) -> None:
    body = "Når borgeren kommer hjem, henter kommunen medicin."
    write(rita, draft, MAIN, {"body": body, "target_groups": []})
    press(rita, draft, "antag")

    said = words(rita.get(path(draft, "/vis")))
    assert "Når borgeren kommer hjem Antaget efter: Når borgeren" in said
    assert ": Når borgeren kommer hjem Antaget" not in said


def test_a_row_whose_kind_of_task_is_asked_for_tells_its_sentence(
    rita: Browser, draft: int
) -> None:
    press(rita, draft, "antag", WASH)

    asked = words(rita.get(path(draft, LIST))).split("Snitflader uden opgavetype")[1]
    assert "Antaget efter: Kommunen vasker gardiner." in asked


def test_a_refused_one_stays_away_until_it_is_let_in_again(
    rita: Browser, people_begun: Flask, draft: int
) -> None:
    press(rita, draft, "afvis", WASH)
    assert "0 af 2 pligter" in words(rita.get(path(draft, LIST)))

    press(rita, draft, "genaabn", WASH)
    assert "0 af 3 pligter" in words(rita.get(path(draft, LIST)))


def test_one_is_mended_in_the_rows_own_form(
    rita: Browser, people_begun: Flask, draft: int
) -> None:
    key = offered(people_begun, draft)[TRANSLATE].key
    address = path(draft, f"/ny-snitflade?forslag={key}")

    form = forms_of(rita.get(address))[address]
    assert form.one("task") == "Oversætte brevet"
    answer = form.send(rita, {"responsible": "region"}, "Gem")

    following = offered(people_begun, draft)[FETCH].key
    assert answer.location.endswith(f"{LIST}#forslag-{following}")
    assert stored(people_begun, draft).content.rows[-1]["responsible"] == ("region",)
    assert not offered(people_begun, draft)[TRANSLATE].is_waiting


SURE = "/forslag/sikre?felt=body&afsnit=Hjemkomst"


def accept_sure(browser: Browser, draft: int, **changes: list[str]) -> TestResponse:
    """Press the button of the page that asks about the sure ones of a section."""
    assert f'href="{escape(path(draft, SURE))}"' in browser.get(path(draft, LIST)).text
    form = forms_of(browser.get(path(draft, SURE)))[path(draft, f"{LIST}/sikre")]
    return form.send(browser, changes, "Antag de valgte")


def test_what_comes_of_all_sure_ones_is_told_before_it_is_done(
    rita: Browser, people_begun: Flask, draft: int
) -> None:
    before = tasks(people_begun, draft)
    said = words(rita.get(path(draft, SURE)))

    assert "2 snitflader fra afsnittet «Hjemkomst» kommer ind i kladden." in said
    assert "Opgavetype i 2 snitflader" in said and "Fase i 2 snitflader" in said
    assert "«Kommunen henter medicin inden for 24 timer.» Mangler: Opgavetype" in said
    assert tasks(people_begun, draft) == before


def test_all_sure_ones_of_a_section_are_accepted_and_what_they_lack_is_said(
    rita: Browser, people_begun: Flask, draft: int
) -> None:
    following = offered(people_begun, draft)[TRANSLATE].key
    answer = accept_sure(rita, draft, phase=["udskrivning"], target_groups=[])

    # From where one is, and not from the top.
    assert answer.location.endswith(f"{LIST}#forslag-{following}")
    assert tasks(people_begun, draft)[-2:] == ["Hente medicin", "Vaske gardiner"]
    page = rita.get(path(draft, LIST))
    told, card = 'id="antaget"', f'id="forslag-{following}"'
    assert "2 snitflader er tilføjet." in words(page)
    assert "Opgavetype i 2 snitflader" in words(page)
    assert "Fase i " not in words(page)
    assert page.text.index(told) < page.text.index(card)


def test_only_those_that_stay_chosen_are_accepted(
    rita: Browser, people_begun: Flask, draft: int
) -> None:
    wash = offered(people_begun, draft)[WASH].key
    accept_sure(rita, draft, forslag=[wash])
    assert tasks(people_begun, draft)[-1] == "Vaske gardiner"
    assert offered(people_begun, draft)[FETCH].is_waiting

    answer = rita.post(path(draft, f"{LIST}/sikre"), {})
    assert answer.status_code == 400 and "Vælg mindst ét forslag." in words(answer)


def test_the_last_acceptance_is_taken_back_by_one_button(
    rita: Browser, people_begun: Flask, draft: int
) -> None:
    before, first = tasks(people_begun, draft), offered(people_begun, draft)[FETCH].key
    accept_sure(rita, draft)

    undo = forms_of(rita.get(path(draft, LIST)))[path(draft, f"{LIST}/fortryd")]
    assert undo.buttons[0].text == "Fortryd: tag de 2 snitflader ud igen"
    assert undo.send(rita).location.endswith(f"{LIST}#forslag-{first}")

    assert tasks(people_begun, draft) == before
    assert "2 snitflader er taget ud igen." in words(rita.get(path(draft, LIST)))
    again = rita.post(path(draft, f"{LIST}/fortryd"), {"handling": "1"})
    assert again.status_code == 404


def test_an_acceptance_is_taken_back_by_a_form_with_its_token_only(
    rita: Browser, people_begun: Flask, draft: int
) -> None:
    accept_sure(rita, draft)
    there = tasks(people_begun, draft)

    answer = rita.client.post(path(draft, f"{LIST}/fortryd"), data={"handling": "1"})
    assert answer.status_code == 400 and tasks(people_begun, draft) == there


def test_one_that_is_gone_is_told(rita: Browser, draft: int) -> None:
    answer = rita.post(path(draft, f"{LIST}/findesikke/antag"), {})

    assert answer.status_code == 404
    assert rita.get(path(draft, "/ny-snitflade?forslag=findesikke")).status_code == 404


def test_an_approver_reads_them_and_decides_nothing(
    people_begun: Flask, draft: int
) -> None:
    gorm = sign_in(people_begun, "gorm")
    page = gorm.get(path(draft, LIST))

    assert page.status_code == 200
    assert not [address for address in forms_of(page) if LIST in address]


# Kinds of task


TABLES = "/opgavetyper/"


def offered_kinds(browser: Browser, draft: int, address: str) -> list[str]:
    """The values of the buttons of a form on the page of suggestions."""
    page = browser.get(path(draft, LIST)).text
    form = page.partition(f'action="{path(draft, address)}"')[2].partition("</form>")[0]
    return re.findall(r'name="opgavetype" value="([^"]+)"', form)


@pytest.fixture
def drive(rita: Browser, draft: int) -> str:
    """The address of a suggestion whose words are like a kind of task."""
    write(rita, draft, MAIN, {"body": "## Kørsel\n\nKommunen kører borgeren hjem.\n"})
    (one,) = offered(rita.app, draft)
    return f"{LIST}/{one.key}/antag"


def test_a_kind_is_proposed_and_confirmed_with_the_suggestion(
    rita: Browser, people_begun: Flask, draft: int, drive: str
) -> None:
    assert offered_kinds(rita, draft, drive) == ["koersel"]

    answer = rita.post(path(draft, drive), {"opgavetype": "koersel"})
    assert answer.status_code == 303
    assert stored(people_begun, draft).content.rows[-1]["task_key"] == "koersel"


def test_a_row_without_a_kind_waits_and_is_confirmed_by_one_button(
    rita: Browser, people_begun: Flask, draft: int, drive: str
) -> None:
    rita.post(path(draft, drive))
    row = stored(people_begun, draft).content.rows[-1]
    assert row["task_key"] == ""
    assert "Snitflader uden opgavetype (1)" in words(rita.get(path(draft, LIST)))
    assert "1 af 4 snitflader har ingen opgavetype" in words(rita.get(path(draft)))

    address = f"{TABLES}{row['key']}"
    assert offered_kinds(rita, draft, address) == ["koersel"]
    answer = rita.post(path(draft, address), {"opgavetype": "koersel"})
    assert answer.location.endswith(f"{LIST}#opgavetyper")
    assert "uden opgavetype" not in words(rita.get(path(draft, LIST)))
    assert stored(people_begun, draft).content.rows[-1]["task_key"] == "koersel"


def test_a_row_that_no_kind_is_like_is_given_one_from_the_whole_list(
    rita: Browser, people_begun: Flask, draft: int
) -> None:
    for task in ("Xyzzy plugh", "Qwert asdfg", "Zxcvb hjklp"):
        write(rita, draft, "ny-snitflade", {"task": task})
    lacking = [row["key"] for row in stored(rita.app, draft).content.rows[-3:]]
    page = rita.get(path(draft, LIST))
    assert words(page).count("Ingen opgavetype ligner.") == 3
    assert "/redaktion/poster/word/ny?liste=tasks" in page.text

    address = path(draft, f"{TABLES}{lacking[1]}")
    form = forms_of(page)[address]
    answer = form.send(rita, {"opgavetype": "koersel"})

    # From where one is, not from the one that was left for later.
    assert answer.location.endswith(f"{LIST}#uden-{lacking[2]}")
    row = stored(people_begun, draft).content.row(lacking[1])
    assert row["task_key"] == "koersel"


@pytest.mark.parametrize(
    ("field", "text", "label"),
    [
        ("economics", "Kommunen betaler kørsel.", "Økonomi"),
        ("division_of_responsibility", "Kommunen kører borgeren.", "Ansvarsfordeling"),
        (
            "treatment_responsibility",
            "Egen læge ordinerer medicin.",
            "Lægeligt behandlingsansvar",
        ),
    ],
)
def test_a_duty_of_one_of_the_three_fields_is_a_row_that_stands_there(
    rita: Browser, people_begun: Flask, draft: int, field: str, text: str, label: str
) -> None:
    write(rita, draft, MAIN, {field: text, "body": "## Andet\n\nIntet."})
    (one,) = [one for one in offered(rita.app, draft) if one.field == field]
    rita.post(path(draft, f"{LIST}/{one.key}/antag"))

    accepted = stored(people_begun, draft)
    row = accepted.content.rows[-1]
    assert row["section"] == label
    places = {(found.place.part, found.place.field) for found in accepted.gate_findings}
    assert (row["key"], "section") not in places
    shown = rita.get(path(draft, "/vis")).text
    assert f'<h2 id="{anchor(label)}">{label}</h2>' in shown


def test_an_unknown_kind_is_refused(rita: Browser, draft: int, drive: str) -> None:
    key = stored(rita.app, draft).content.rows[0]["key"]
    for address in (drive, f"{TABLES}{key}"):
        answer = rita.post(path(draft, address), {"opgavetype": "findes-ikke"})
        assert answer.status_code == 400
        assert "opgavetype: Vælg en af listens" in words(answer)


def test_a_kind_that_another_has_chosen_stands(
    rita: Browser, people_begun: Flask, draft: int, drive: str
) -> None:
    rita.post(path(draft, drive), {"opgavetype": "koersel"})
    key = stored(people_begun, draft).content.rows[-1]["key"]

    answer = rita.post(path(draft, f"{TABLES}{key}"), {"opgavetype": "varsling"})
    assert answer.status_code == 409
    assert stored(people_begun, draft).content.rows[-1]["task_key"] == "koersel"


def test_an_approver_confirms_no_kind(
    people_begun: Flask, rita: Browser, draft: int, drive: str
) -> None:
    rita.post(path(draft, drive))
    key = stored(people_begun, draft).content.rows[-1]["key"]
    gorm = sign_in(people_begun, "gorm")

    answer = gorm.post(path(draft, f"{TABLES}{key}"), {"opgavetype": "koersel"})
    assert answer.status_code == 403


def test_after_the_last_one_what_was_done_stands_first(
    rita: Browser, people_begun: Flask, draft: int
) -> None:
    for which in (WASH, TRANSLATE):
        press(rita, draft, "afvis", which)
    assert press(rita, draft, "antag", FETCH).endswith(f"{LIST}#antaget")

    page = rita.get(path(draft, LIST)).text
    assert page.index('id="antaget"') < page.index('class="suggested"')


def test_what_text_and_rows_say_apart_is_told_with_the_draft(
    rita: Browser, people_begun: Flask, draft: int
) -> None:
    press(rita, draft, "antag", FETCH)
    told = words(rita.get(path(draft)))
    assert "1 af 2 sikre pligter i teksten har ingen snitflade" in told
    assert "er ændret eller fjernet" not in told

    rows = {"task": "Betale husleje", "section": "Hjemkomst"}
    write(rita, draft, "ny-snitflade", rows)
    changed = BODY.replace("henter medicin inden for 24", "bringer medicin inden for 2")
    write(rita, draft, MAIN, {"body": changed})

    told = words(rita.get(path(draft)))
    assert "«Betale husleje»: Afsnittet «Hjemkomst» siger intet om det." in told
    assert "«Hente medicin»: Den sætning, snitfladen blev antaget efter, er" in told
