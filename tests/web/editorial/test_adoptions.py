"""Adoptions through the pages: the link that is sent, what parties read, what they
decide.

Also covers registry/web/editorial/whole_text.py and registry/web/frame/robots.py.
"""

import re
from io import BytesIO

import pytest
from flask import Flask

from registry.publishing import beginning, editing
from registry.publishing.acts import perform
from registry.publishing.drafts import read_draft
from registry.rules.version_content import MAIN, part_digest, part_of
from tests.publishing.people import SIGNED
from tests.web.people import Browser, account_of, sign_in
from tests.web.writing import markup

SLUG = "proeve-udskrivning"


def for_adoption(app: Flask, **values: object) -> int:
    """A new version, written by Rita, approved by Gorm and sent to the parties."""
    services = app.extensions["registry"]
    rita = account_of(app, "rita")
    draft: int = beginning.begin_version(services.catalogue, SLUG, rita)
    change(app, draft, **{"summary": "Ændret resumé.", **values})
    for name, who in (
        ("submit", "rita"),
        ("approve", "gorm"),
        ("send-for-adoption", "rita"),
    ):
        act(app, draft, name, who)
    return draft


def change(app: Flask, draft: int, **values: object) -> None:
    services = app.extensions["registry"]
    base = part_digest(part_of(read_draft(services.catalogue, draft).content, MAIN))
    editing.save(services.catalogue, draft, MAIN, values, base, account_of(app, "rita"))


def act(app: Flask, draft: int, name: str, who: str) -> None:
    catalogue = app.extensions["registry"].catalogue
    seen = read_draft(catalogue, draft).fingerprint
    perform(
        catalogue,
        draft,
        name,
        account_of(app, who),
        seen=seen,
        note="Prøve",
        signed=SIGNED,
    )


def address(draft: int) -> str:
    return f"/redaktion/kladder/{draft}/vedtagelse"


def seen(app: Flask, draft: int) -> dict[str, object]:
    """What the page's forms say of the text that it showed."""
    return {"seen": read_draft(app.extensions["registry"].catalogue, draft).fingerprint}


def link(app: Flask, draft: int) -> str:
    """The path of the link that is sent, as the page shows it."""
    page = sign_in(app, "rita").get(address(draft)).text
    match = re.search(r'href="http://127\.0\.0\.1:8000(/vedtagelse/[^"]{40,})"', page)
    assert match
    return match[1]


# What the parties read


def test_the_parties_read_the_whole_text_without_an_account(people: Flask) -> None:
    draft = for_adoption(people)
    mark = read_draft(people.extensions["registry"].catalogue, draft).fingerprint

    answer = Browser(people).get(link(people, draft))

    assert answer.status_code == 200
    for text in (
        *("Prøveaftale om udskrivning &amp; hjælp", "Ændret resumé.", "Nordby Kommune"),
        *("Varsle kommunen om barnet", "Afdelingen varsler kommunen.", "Økonomi"),
        *("Prøveloven § 13 a", "Et barn skal hjem til en ny støtte.", "Opgavetype"),
        *("Afløser", "Psykisk sygdom", "Prøve-sundhedsaftale 2024-2027", "8"),
        *("22. november 2026", "1. januar 2024", mark, f"{mark[:4]} {mark[4:8]} "),
    ):
        assert text in markup(answer)
    assert "Set-Cookie" not in answer.headers
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert answer.headers["Cache-Control"] == "no-store"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_the_page_can_stand_alone(people: Flask) -> None:
    html = Browser(people).get(link(people, for_adoption(people))).text

    assert html.count("<h1") == 1
    assert "<main" in html
    assert not re.search(r"<script|<style|<[^>]*\s(?:style|on\w+)=|<form", html)
    names = re.findall(r'\sid="([^"]*)"', html)
    assert sorted(names) == sorted(set(names))


def test_an_unknown_link_is_not_found(people: Flask) -> None:
    assert Browser(people).get("/vedtagelse/gaet").status_code == 404


@pytest.mark.parametrize(("name", "who"), [("return", "gorm"), ("withdraw", "rita")])
def test_a_text_that_is_taken_back_is_gone(people: Flask, name: str, who: str) -> None:
    draft = for_adoption(people)
    sent = link(people, draft)

    act(people, draft, name, who)

    answer = Browser(people).get(sent)
    assert answer.status_code == 410
    assert ("trukket tilbage" in markup(answer)) is (name == "withdraw")
    assert "Ændret resumé." not in markup(answer)


def test_a_changed_text_leaves_the_old_link_behind(people: Flask) -> None:
    draft = for_adoption(people)
    sent = link(people, draft)
    change(people, draft, summary="Et helt andet resumé.")
    assert Browser(people).get(sent).status_code == 410
    for name, who in (
        ("submit", "rita"),
        ("approve", "gorm"),
        ("send-for-adoption", "rita"),
    ):
        act(people, draft, name, who)

    again = link(people, draft)

    assert again != sent
    assert Browser(people).get(sent).status_code == 410
    assert "Et helt andet" in Browser(people).get(again).text


def test_a_published_text_leads_to_the_catalogue(people: Flask) -> None:
    draft = for_adoption(people)
    sent = link(people, draft)
    act(people, draft, "publish", "gorm")

    html = Browser(people).get(sent).text

    assert "offentliggjort som udgave 3" in html
    assert f'href="/aftaler/{SLUG}/udgaver/3"' in html


# What they decide


def test_one_decision_is_entered(people: Flask) -> None:
    draft, rita = for_adoption(people), sign_in(people, "rita")
    assert "Vedtaget af <strong>0 af 3</strong>" in markup(rita.get(address(draft)))
    form = {
        "organisation": "nordby",
        "decision": "vedtaget",
        "effective_on": "2026-11-01",
        "reference": "Møde 7",
    }

    assert rita.post(address(draft), seen(people, draft) | form).status_code == 303

    page = markup(rita.get(address(draft)))
    assert "Vedtagelsen er skrevet ind." in page
    assert "Vedtaget af <strong>1 af 3</strong>" in page
    assert "Nordby Kommune: vedtaget 1. november 2026 (Møde 7)" in page
    assert "Mangler: Prøveregionen, Sydby Kommune." in page


def test_many_are_pasted_and_shown_to_readers(people: Flask) -> None:
    draft, rita = for_adoption(people), sign_in(people, "rita")
    lines = "Prøveregionen;vedtaget;1.11.2026;Møde 3\nSydby;ikke vedtaget;2.11.2026;"

    assert (
        rita.post(address(draft), seen(people, draft) | {"linjer": lines}).status_code
        == 303
    )
    act(people, draft, "publish", "gorm")

    page = markup(rita.get(f"/aftaler/{SLUG}"))
    assert "Vedtaget af 1 af 3 formelle parter." in page
    assert "Mangler: Nordby Kommune." in page
    assert "Ikke vedtaget af: Sydby Kommune." in page
    data = rita.get(f"/api/v1/agreements/{SLUG}/versions/3").json
    assert data
    assert [(a["organisation"], a["decision"]) for a in data["adoptions"]] == [
        ("proeveregion", "vedtaget"),
        ("sydby", "ikke vedtaget"),
    ]


@pytest.mark.parametrize("coding", ["utf-8-sig", "cp1252"])
def test_a_file_is_sent(people: Flask, coding: str) -> None:
    draft, rita = for_adoption(people), sign_in(people, "rita")
    data = "dato;organisation\r\n1. november 2026;PRØVEREGIONEN\r\n".encode(coding)

    answer = rita.post(
        address(draft),
        seen(people, draft) | {"linjer": "", "fil": (BytesIO(data), "svar.csv")},
    )

    assert answer.status_code == 303
    assert "Prøveregionen: vedtaget" in markup(rita.get(address(draft)))


def test_wrong_lines_are_named_and_the_text_kept(people: Flask) -> None:
    draft, rita = for_adoption(people), sign_in(people, "rita")
    lines = (
        "Nordby;vedtaget;1.11.2026\nVestby;vedtaget;1.11.2026\nNyregionen;;1.11.2026"
    )

    answer = rita.post(address(draft), seen(people, draft) | {"linjer": lines})

    assert answer.status_code == 400
    assert "Linje 2: «Vestby» kendes ikke" in markup(answer)
    assert "Nordby;vedtaget;1.11.2026\n" in answer.text
    assert "0 af 3" in markup(rita.get(address(draft)))
    outside = rita.post(
        address(draft), seen(people, draft) | {"linjer": "Nyregionen;;1.11.2026"}
    )
    assert "Linje 1: Nyregionen er ikke part" in markup(outside)


def test_a_wrong_field_is_named(people: Flask) -> None:
    draft, rita = for_adoption(people), sign_in(people, "rita")
    form = {
        "organisation": "nordby",
        "decision": "vedtaget",
        "effective_on": "2026-12-01",
    }

    late = rita.post(address(draft), seen(people, draft) | form)
    assert late.status_code == 400
    assert '<a href="#effective_on">1. december 2026 ligger i fremtiden' in markup(late)
    empty = rita.post(address(draft), seen(people, draft) | {"organisation": ""})
    assert empty.status_code == 400
    assert empty.text.count("skal udfyldes") >= 3


# Refusals


def test_only_an_editor_enters(people: Flask) -> None:
    draft = for_adoption(people)
    gorm = sign_in(people, "gorm")

    assert gorm.get(address(draft)).status_code == 200
    assert "Skriv én vedtagelse ind" not in gorm.get(address(draft)).text
    assert (
        gorm.post(
            address(draft), seen(people, draft) | {"linjer": "Nordby;;1.11.2026"}
        ).status_code
        == 403
    )
    assert sign_in(people, "ada").get(address(draft)).status_code == 403
    assert Browser(people).get(address(draft)).status_code == 302


def test_a_form_without_its_token_is_refused(people: Flask) -> None:
    draft, rita = for_adoption(people), sign_in(people, "rita")

    assert (
        rita.post_raw(address(draft), {"linjer": "Nordby;;1.11.2026"}).status_code
        == 400
    )
    assert "0 af 3" in markup(rita.get(address(draft)))


@pytest.mark.parametrize(
    "form",
    [
        {"linjer": "Nordby;vedtaget;1.11.2026;Møde 7"},
        {
            "organisation": "nordby",
            "decision": "vedtaget",
            "effective_on": "2026-11-01",
        },
        {
            "organisation": "nordby",
            "decision": "vedtaget",
            "effective_on": "2026-11-01",
            "seen": "",
        },
    ],
)
def test_a_page_that_showed_another_text_binds_no_decision_to_the_new_one(
    people: Flask, form: dict[str, object]
) -> None:
    draft, rita = for_adoption(people), sign_in(people, "rita")
    old = seen(people, draft)
    assert f'name="seen" value="{old["seen"]}"' in markup(rita.get(address(draft)))
    change(people, draft, summary="Et helt andet resumé.")
    for name, who in (
        ("submit", "rita"),
        ("approve", "gorm"),
        ("send-for-adoption", "rita"),
    ):
        act(people, draft, name, who)

    answer = rita.post(address(draft), old | form)

    assert answer.status_code == 409
    assert "Teksten er ændret og sendt til vedtagelse igen" in markup(answer)
    assert str(form.get("linjer", "2026-11-01")) in markup(answer)
    assert "0 af 3" in markup(rita.get(address(draft)))
    assert rita.post(address(draft), form | seen(people, draft)).status_code == 303


def test_a_draft_that_was_not_sent_has_no_link_and_takes_no_decision(
    people: Flask,
) -> None:
    catalogue = people.extensions["registry"].catalogue
    draft = beginning.begin_version(catalogue, SLUG, account_of(people, "rita"))
    rita = sign_in(people, "rita")

    assert "Teksten er ikke sendt til vedtagelse." in markup(rita.get(address(draft)))
    assert (
        rita.post(
            address(draft), seen(people, draft) | {"linjer": "Nordby;;1.11.2026"}
        ).status_code
        == 403
    )
    assert rita.get("/redaktion/kladder/999/vedtagelse").status_code == 404


def test_the_catalogue_says_nothing_of_adoptions_it_does_not_know(
    people: Flask,
) -> None:
    page = markup(Browser(people).get(f"/aftaler/{SLUG}"))

    assert "Parternes vedtagelser af udgaven er ikke oplyst." in page
    assert "formelle parter" not in page


def test_a_rule_that_asks_for_adoption_shows_what_is_missing(people: Flask) -> None:
    draft = for_adoption(people, adoption_rule="offentliggoeres-foerst")
    act(people, draft, "publish", "gorm")

    page = Browser(people).get(f"/aftaler/{SLUG}").text

    assert "Vedtaget af 0 af 3 formelle parter." in page
    assert "Mangler: Nordby Kommune, Prøveregionen, Sydby Kommune." in page
