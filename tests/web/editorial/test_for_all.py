"""Findings by cause, and one field set for all the rows that they are about.

Also covers registry/web/editorial/gate_findings.py and
registry/web/editorial/for_all_fields.py.
"""

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from registry.publishing.drafts import changes_of
from registry.rules.fields import ROW_FIELDS_BY_NAME
from registry.web.editorial.for_all_fields import can_be_set
from tests.web.forms import Changes, Form, forms_of
from tests.web.people import Browser, sign_in
from tests.web.writing import (
    JSON,
    act,
    begin,
    json_of,
    open_form,
    part_path,
    path,
    stored,
    words,
    write,
)

ROWS = ("varsel-boern", "varsel-voksne", "stroemper")
FOR_ALL = "/for-alle/phase?kontrol=mangler-i-snitflade"


@pytest.fixture
def draft(rita: Browser) -> int:
    """A draft in which three rows lack their phase."""
    draft = begin(rita)
    for key in ROWS:
        write(rita, draft, key, {"phase": ""})
    return draft


def test_findings_of_one_cause_are_one_line_with_a_way_to_mend_them_all(
    rita: Browser, draft: int
) -> None:
    page = rita.get(path(draft))

    assert "3 snitflader mangler «Fase»." in words(page)
    assert "Sæt for alle" in words(page)
    assert FOR_ALL in page.text
    for key in ROWS:
        assert f"/snitflader/{key}#phase" in page.text


def test_a_kind_of_task_is_chosen_for_each_and_never_for_all(
    rita: Browser, draft: int
) -> None:
    for key in ROWS:
        write(rita, draft, key, {"task_key": ""})
    page = rita.get(path(draft))

    assert "3 snitflader mangler «Opgavetype»." in words(page)
    assert "Vælg for hver" in words(page)
    assert f"{path(draft, '/forslag')}#opgavetyper" in page.text
    assert rita.get(path(draft, "/for-alle/task_key")).status_code == 404


def test_one_value_is_set_in_all_the_rows_at_once(rita: Browser, draft: int) -> None:
    before = len(changes_of(stored(rita.app, draft).catalogue, draft))
    form = form_in(rita, draft)
    assert form.all("raekke") == list(ROWS)

    answer = form.send(rita, {"phase": "udskrivning"}, "Sæt for alle valgte")

    assert answer.status_code == 303
    now = stored(rita.app, draft)
    assert {row["phase"] for row in now.content.rows} == {"udskrivning"}
    changes = changes_of(now.catalogue, draft)[: len(ROWS)]
    assert len(changes_of(now.catalogue, draft)) == before + len(ROWS)
    assert {change.contribution.part for change in changes} == set(ROWS)
    assert "«Fase» er sat i 3 snitflader." in words(rita.get(answer.location))
    assert "mangler «Fase»" not in words(rita.get(path(draft)))


def test_only_the_chosen_rows_are_set(rita: Browser, draft: int) -> None:
    send(rita, draft, {"phase": "udskrivning", "raekke": [ROWS[0]]})

    phases = {row["key"]: row["phase"] for row in stored(rita.app, draft).content.rows}
    assert phases == {ROWS[0]: "udskrivning", ROWS[1]: "", ROWS[2]: ""}


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"phase": ""}, "Fase: skal udfyldes."),
        ({"phase": "udskrivning", "raekke": []}, "Vælg mindst én snitflade."),
    ],
)
def test_nothing_is_set_without_a_value_or_a_row(
    rita: Browser, draft: int, changes: Changes, told: str
) -> None:
    answer = send(rita, draft, changes)

    assert answer.status_code == 400
    assert told in words(answer)
    assert {row["phase"] for row in stored(rita.app, draft).content.rows} == {""}


def test_what_another_has_set_meanwhile_is_not_overwritten(
    rita: Browser, draft: int
) -> None:
    form = form_in(rita, draft)
    write(sign_in(rita.app, "bodil"), draft, ROWS[0], {"phase": "efter-udskrivning"})

    answer = form.send(rita, {"phase": "udskrivning"})

    assert answer.status_code == 409
    assert "En anden har ændret snitfladerne" in words(answer)
    kept = stored(rita.app, draft).content
    assert [row["phase"] for row in kept.rows] == ["efter-udskrivning", "", ""]


def test_a_row_removed_meanwhile_is_told(rita: Browser, draft: int) -> None:
    form = form_in(rita, draft)
    rita.post(path(draft, f"/snitflader/{ROWS[0]}/fjern"))

    answer = form.send(rita, {"phase": "udskrivning"})

    assert answer.status_code == 409


def test_setting_takes_a_version_out_of_approval(rita: Browser, draft: int) -> None:
    act(rita, draft, "indsend")

    send(rita, draft, {"phase": "udskrivning"})

    assert stored(rita.app, draft).state == "draft"


@pytest.mark.parametrize("field", ["task", "deadline", "key", "findes-ikke"])
def test_what_each_row_says_in_its_own_words_is_set_for_none_together(
    rita: Browser, draft: int, field: str
) -> None:
    assert not can_be_set(field)
    assert rita.get(path(draft, f"/for-alle/{field}")).status_code == 404


def test_a_published_version_is_left_as_it_is(rita: Browser, draft: int) -> None:
    form = form_in(rita, draft)
    act(rita, draft, "laeg-vaek")

    answer = form.send(rita, {"phase": "udskrivning"})

    assert answer.status_code == 403


def test_a_finding_stands_in_its_place_in_the_form(rita: Browser, draft: int) -> None:
    page = rita.get(path(draft, f"/snitflader/{ROWS[0]}"))

    label = ROW_FIELDS_BY_NAME["phase"].label
    assert 'id="phase-fundet"' in page.text
    place = page.text.split('id="phase-fundet"')[1].split("</div>")[0]
    assert f"Feltet «{label}» mangler" in place
    assert "skal rettes" in page.text.split("data-found-count>")[1].split("</a>")[0]


def test_saving_alone_tells_what_is_found_in_each_place(
    rita: Browser, draft: int
) -> None:
    form = open_form(rita, draft, ROWS[0])

    told = json_of(form.send(rita, {"responsible": []}, **JSON))

    assert set(told["places"]) >= {"phase", "responsible"}
    assert "hvem der udfører opgaven" in told["places"]["responsible"]
    assert "skal rettes" in told["count"]
    assert told["count"] in words(rita.get(part_path(draft, ROWS[0])))


def test_an_untouched_copy_shows_only_what_its_new_state_changes(people: Flask) -> None:
    rita = sign_in(people, "rita")
    draft = begin(rita)

    page = rita.get(path(draft))

    beside, _, before = page.text.partition('class="gate-findings-before"')
    assert "er ikke oplyst" not in beside
    assert "er ikke oplyst" in before
    assert "som den offentliggjorte udgave også har" in before.replace("\n  ", " ")
    write(rita, draft, ROWS[2], {"payer": ["ikke-oplyst"]})
    beside = rita.get(path(draft)).text.partition('class="gate-findings-before"')[0]
    assert "«Betales af» er ikke oplyst" in beside


def form_in(browser: Browser, draft: int) -> Form:
    return forms_of(browser.get(path(draft, FOR_ALL)))[path(draft, FOR_ALL)]


def send(browser: Browser, draft: int, changes: Changes) -> TestResponse:
    return form_in(browser, draft).send(browser, changes)
