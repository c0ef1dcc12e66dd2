"""A finding of the overview, taken up in a draft by the pages' own forms.

Also covers registry/publishing/finding_drafts.py, registry/catalogue/in_drafts.py,
registry/models/finding_draft.py and registry/web/editorial/taken_up_view.py.
"""

import re

from flask import Flask
from werkzeug.test import TestResponse

from registry.publishing.drafts import open_drafts
from tests.web.forms import Form, forms_of
from tests.web.people import Browser, sign_in
from tests.web.writing import act, id_in, path, stored, words, write

GAP = "/overblik?slags=hul"
LOCAL = "proeve-lokal"
TITLE = "«Lokal prøveaftale om kørsel»"
UNDER_WAY = f"Redaktionen retter det i en ny udgave af {TITLE}."


def name_of_gap(browser: Browser) -> str:
    found = re.search(r'href="/overblik/(hul-[^"]+)"', browser.get(GAP).text)
    assert found
    return found[1]


def form(browser: Browser, name: str) -> Form:
    address = f"/redaktion/fund/{name}"
    return forms_of(browser.get(address))[address]


def take_up(browser: Browser, slug: str = LOCAL) -> TestResponse:
    return form(browser, name_of_gap(browser)).send(browser, {"aftale": slug})


def test_the_findings_page_leads_there(rita: Browser) -> None:
    name = name_of_gap(rita)

    assert f'href="/redaktion/fund/{name}"' in rita.get(f"/overblik/{name}").text
    assert form(rita, name).one("aftale") == LOCAL


def test_a_draft_is_begun_that_tells_what_it_is_to_mend(rita: Browser) -> None:
    draft = id_in(take_up(rita))

    said = words(rita.get(path(draft)))
    assert stored(rita.app, draft).slug == LOCAL
    assert "Fund, som kladden skal rette «Kørsel hjem» er aftalt i andre" in said
    assert "Kladden retter det ikke endnu." in said


def test_the_finding_is_settled_while_the_draft_is_under_way(rita: Browser) -> None:
    name = name_of_gap(rita)
    draft = id_in(take_up(rita))

    listed, page = words(rita.get("/overblik")), rita.get(f"/overblik/{name}")
    assert "0 fund." in listed and f"Afgjort: {UNDER_WAY}" in listed
    assert UNDER_WAY in words(page) and path(draft) in page.text
    said = rita.get("/api/v1/coherence").get_json()["items"]
    assert [one["settled"] for one in said] == [UNDER_WAY]
    assert UNDER_WAY in rita.get("/overblik?format=csv").text


def test_the_draft_says_when_it_mends_the_finding(rita: Browser) -> None:
    draft = id_in(take_up(rita))
    write(rita, draft, "koersel", {"applies_in": ["nordby", "sydby"]})

    assert "Kladden retter det." in words(rita.get(path(draft)))


def test_a_draft_that_is_open_already_takes_it_up(rita: Browser) -> None:
    opened = id_in(
        forms_of(rita.get("/redaktion/aftaler"))[
            f"/redaktion/aftaler/{LOCAL}/ny-udgave"
        ].send(rita)
    )

    assert id_in(take_up(rita)) == opened


def test_what_a_withdrawn_draft_was_to_mend_waits_again(rita: Browser) -> None:
    draft = id_in(take_up(rita))
    act(rita, draft, "laeg-vaek")

    assert "1 fund." in words(rita.get("/overblik"))


def test_it_stays_settled_when_the_draft_is_published_without_mending_it(
    rita: Browser,
) -> None:
    draft = id_in(take_up(rita))
    publish(rita, draft)

    assert f"Afgjort: Behandlet i udgave 2 af {TITLE}." in words(rita.get("/overblik"))


def test_it_waits_again_when_one_of_its_rows_says_something_else(
    rita: Browser,
) -> None:
    draft = id_in(take_up(rita))
    write(rita, draft, "koersel", {"situation": "Borgeren kan ikke selv"})
    publish(rita, draft)

    assert "hul-" in rita.get("/overblik?format=csv").text
    assert "Afgjort:" not in words(rita.get("/overblik"))


def test_what_is_settled_is_not_taken_up_again(rita: Browser) -> None:
    name = name_of_gap(rita)
    once_more = form(rita, name)
    draft = id_in(take_up(rita))

    answer = once_more.send(rita, {"aftale": LOCAL})
    assert answer.status_code == 409
    assert "Fundet er allerede afgjort" in words(answer)
    assert open_drafts(rita.app.extensions["registry"].catalogue) == {LOCAL: draft}


def test_no_agreement_chosen_is_refused_by_name(rita: Browser) -> None:
    answer = take_up(rita, "")

    assert answer.status_code == 400
    assert "Aftale: Vælg, hvilken aftale der skal rettes." in words(answer)


def test_an_unknown_finding_is_not_found(rita: Browser) -> None:
    assert rita.get("/redaktion/fund/hul-000000000000").status_code == 404


def test_only_editors_take_findings_up(people: Flask) -> None:
    gorm = sign_in(people, "gorm")

    answer = gorm.post(f"/redaktion/fund/{name_of_gap(gorm)}", {"aftale": LOCAL})
    assert answer.status_code == 403


# The local agreement's period is over.
OVER = "begrundelse:perioden-er-slut:in_force_until"


def publish(rita: Browser, draft: int) -> None:
    """Lead the draft through approval as two people do."""
    values = {
        "change_note": "Rettet efter overblikket.",
        "parties:formel-part": ["nordby", "proeveregion"],
    }
    write(rita, draft, changes=values)
    act(rita, draft, "indsend")
    gorm = sign_in(rita.app, "gorm")
    act(gorm, draft, "godkend", {OVER: "Den gælder, til en ny er der."})
    act(gorm, draft, "offentliggoer")
