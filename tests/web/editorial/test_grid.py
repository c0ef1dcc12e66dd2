"""The table of a draft's rows through its page: read, saved at once, refused by name.

Also covers registry/web/editorial/grid_view.py.
"""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from registry.web.editorial import grid_view
from tests.web.forms import forms_of
from tests.web.people import Browser
from tests.web.writing import (
    JSON,
    act_unseen,
    draft_of,
    json_of,
    open_form,
    path,
    stored,
    words,
    write,
)

ROW, OTHER = "varsel-boern", "varsel-voksne"


@pytest.fixture
def office(people_begun: Flask) -> Flask:
    return people_begun


def table_at(draft: int) -> str:
    return path(draft, "/tabel")


def standing(browser: Browser, draft: int) -> dict[str, Any]:
    """The rows as the table's script is told them, by key."""
    answer = json_of(browser.get(table_at(draft), headers=JSON))
    return {row["key"]: row for row in answer["rows"]}


def changed(browser: Browser, draft: int, key: str, **cells: str) -> dict[str, Any]:
    row = standing(browser, draft)[key]
    return {
        **{"name": f"#{key}", "key": key, "base": row["base"], "after": None},
        **{"number": 1, "task": row["cells"]["task"], "cells": cells},
    }


def new(name: str, number: int = 9, **cells: str) -> dict[str, Any]:
    return {
        **{"name": name, "key": "", "base": "", "after": None, "number": number},
        **{"task": cells.get("task", ""), "cells": cells},
    }


def save(
    browser: Browser,
    draft: int,
    *rows: Mapping[str, Any],
    removed: tuple[Mapping[str, Any], ...] = (),
    by_script: bool = True,
) -> TestResponse:
    sent = json.dumps({"rows": rows, "removed": removed})
    headers = JSON if by_script else {}
    return browser.post(table_at(draft), {"raekker": sent}, headers=headers)


def read(browser: Browser, draft: int, pasted: bool = False, **cells: Any) -> Any:
    sent = {"celler": json.dumps(cells), "indsat": "1" if pasted else ""}
    return browser.post(path(draft, "/tabel/laes"), sent, headers=JSON)


def test_without_a_script_the_rows_can_be_read_and_lead_to_their_forms(
    rita: Browser,
) -> None:
    draft = draft_of(rita.app)
    page = rita.get(table_at(draft))

    assert stored(rita.app, draft).content.row(ROW)["task"] in words(page)
    assert f'href="{path(draft, f"/snitflader/{ROW}")}"' in " ".join(page.text.split())


def test_the_overview_leads_to_the_table(rita: Browser) -> None:
    draft = draft_of(rita.app)

    assert f'href="{table_at(draft)}#ny"' in rita.get(path(draft)).text


def test_what_is_written_in_the_table_stands_in_the_draft(rita: Browser) -> None:
    draft = draft_of(rita.app)
    answer = save(
        rita,
        draft,
        changed(rita, draft, ROW, payer="kommunen og hospitalet"),
        new("#1", task="Ringe", responsible="hospitalet", deadline_amount="2½"),
    )

    assert (answer.status_code, answer.location) == (303, table_at(draft))
    told = json_of(rita.get(table_at(draft), headers=JSON))
    assert told["message"] == "2 rækker er gemt."
    content = stored(rita.app, draft).content
    assert content.row(ROW)["payer"] == ("kommune", "hospital")
    assert content.row("ringe")["responsible"] == ("hospital",)
    assert content.row("ringe")["deadline_amount"] == 2.5
    assert content.row("ringe")["payer"] == ("ikke-oplyst",)


def test_rows_are_taken_out(rita: Browser) -> None:
    draft = draft_of(rita.app)
    row = standing(rita, draft)[ROW]
    away = {"name": "#1", "key": ROW, "base": row["base"]}
    save(rita, draft, removed=(away,))

    assert not stored(rita.app, draft).content.has_row(ROW)
    told = json_of(rita.get(table_at(draft), headers=JSON))
    assert told["message"] == "1 er fjernet."


def test_the_same_table_sent_twice_is_saved_once(rita: Browser) -> None:
    draft = draft_of(rita.app)
    form = forms_of(rita.get(table_at(draft)))[table_at(draft)]
    sent = json.dumps({"rows": [new("#1", task="Ringe")], "removed": []})
    for _ in range(2):
        form.send(rita, {"raekker": sent})

    tasks = [row["task"] for row in stored(rita.app, draft).content.rows]
    assert tasks.count("Ringe") == 1


def test_what_is_not_understood_is_named_by_row_and_field_and_nothing_saved(
    rita: Browser,
) -> None:
    draft = draft_of(rita.app)
    before = stored(rita.app, draft).fingerprint
    answer = save(
        rita,
        draft,
        changed(rita, draft, ROW, payer="kommunen"),
        new("#1", 4, task="Ringe", responsible="Den fælles enhed"),
        new("#2", 5, deadline_amount="mange"),
    )

    assert answer.status_code == 400
    assert [problem["message"] for problem in json_of(answer)["problems"]] == [
        "Række 4 («Ringe»), Udføres af: «Den fælles enhed» er ikke et navn, kataloget "
        "kender. Vælg selv.",
        "Række 5, Frist, antal: «mange» er ikke et tal. Skriv det selv.",
    ]
    assert stored(rita.app, draft).fingerprint == before


def test_a_row_that_another_saved_is_shown_with_what_they_wrote(
    rita: Browser, bodil: Browser
) -> None:
    draft = draft_of(rita.app)
    mine = changed(rita, draft, ROW, task="Ritas opgave")
    write(bodil, draft, ROW, {"task": "Bodils opgave"})
    answer = save(rita, draft, mine, new("#1", task="Ringe"))

    assert answer.status_code == 409
    (met,) = json_of(answer)["met"]
    assert met["cells"]["task"] == "Bodils opgave"
    assert json_of(answer)["problems"][0]["message"].startswith("Række 1 («")
    tasks = [row["task"] for row in stored(rita.app, draft).content.rows]
    assert "Ringe" not in tasks and "Ritas opgave" not in tasks

    save(rita, draft, {**mine, "base": met["base"]})
    assert stored(rita.app, draft).content.row(ROW)["task"] == "Ritas opgave"


def test_a_row_that_another_removed_is_told(rita: Browser, bodil: Browser) -> None:
    draft = draft_of(rita.app)
    mine = changed(rita, draft, ROW, task="Ritas opgave")
    bodil.post(path(draft, f"/snitflader/{ROW}/fjern"))
    answer = save(rita, draft, mine)

    assert answer.status_code == 409
    assert json_of(answer)["gone"] == [f"#{ROW}"]
    assert "kommer den som en ny" in json_of(answer)["problems"][0]["message"]


def test_a_published_version_takes_nothing_and_the_text_is_kept(
    rita: Browser, bodil: Browser
) -> None:
    draft = draft_of(rita.app)
    mine = changed(rita, draft, ROW, task="Ritas opgave")
    act_unseen(rita, draft, "laeg-vaek")
    answer = save(rita, draft, mine, by_script=False)

    assert answer.status_code == 409
    assert "kan ikke ændres" in words(answer)
    assert "Ritas opgave" in answer.text


def test_without_the_script_a_refused_table_comes_back_with_what_was_written(
    rita: Browser,
) -> None:
    draft = draft_of(rita.app)
    row = new("#1", 4, task="Ringe <b>højt</b>", payer="ingen kender")
    answer = save(rita, draft, row, by_script=False)

    assert answer.status_code == 400
    assert "Række 4 («Ringe <b>højt</b>»), Betales af:" in words(answer)
    assert "<b>højt" not in answer.text


@pytest.mark.parametrize(
    "sent",
    [
        "",
        "[]",
        "{",
        '{"rows": [1], "removed": []}',
        json.dumps({"rows": [new("#1", ukendt="felt")], "removed": []}),
        json.dumps({"rows": [new("#1", key="selvvalgt")], "removed": []}),
    ],
)
def test_what_is_no_table_is_refused(rita: Browser, sent: str) -> None:
    draft = draft_of(rita.app)
    answer = rita.post(table_at(draft), {"raekker": sent})

    assert answer.status_code == 400
    assert "Tabellen kom ikke helt frem" in words(answer)


def test_more_rows_than_a_table_may_have_are_refused(rita: Browser) -> None:
    draft = draft_of(rita.app)
    many = [new(f"#{n}", task="Ringe") for n in range(grid_view.MOST_ROWS + 1)]

    assert "højst 1000 rækker" in words(save(rita, draft, *many))


def test_cells_are_read_as_they_are_written(rita: Browser) -> None:
    draft = draft_of(rita.app)
    answer = read(
        rita,
        draft,
        rows=[{"responsible": "kommunen", "phase": "udskrivning"}, {"payer": "hvem"}],
    )

    first, second = json_of(answer)["lines"]
    assert first["phase"] == {"text": "Udskrivning", "doubt": "", "remark": ""}
    assert first["responsible"]["text"] == "Kommune"
    assert second["payer"]["text"] == "hvem"
    assert "ikke et navn" in second["payer"]["doubt"]


def test_pasted_lines_are_read_by_their_head(rita: Browser) -> None:
    draft = draft_of(rita.app)
    answer = read(
        rita,
        draft,
        True,
        fields=["task", "situation"],
        lines=[["Betaler", "Opgave"], ["kommunen", "Ringe"]],
    )

    assert json_of(answer)["fields"] == ["payer", "task"]
    (line,) = json_of(answer)["lines"]
    assert line["payer"]["text"] == "Kommune"


@pytest.mark.parametrize(
    ("pasted", "cells"),
    [
        (True, {"fields": ["ukendt"], "lines": [["x"]]}),
        (True, {"fields": 7, "lines": [["x"]]}),
        (False, {"rows": [{"ukendt": "x"}]}),
        (False, {"rows": 7}),
    ],
)
def test_cells_of_no_field_are_refused(
    rita: Browser, pasted: bool, cells: dict[str, Any]
) -> None:
    answer = read(rita, draft_of(rita.app), pasted, **cells)

    assert answer.status_code == 400
    assert "Tabellen kom ikke helt frem" in words(answer)


def test_too_many_rows_are_not_read(rita: Browser) -> None:
    many = [{"task": "x"}] * (grid_view.MOST_ROWS + 1)
    answer = read(rita, draft_of(rita.app), rows=many)

    assert "højst 1000 rækker" in words(answer)


def test_the_form_of_a_new_row_begins_as_the_last_row_and_in_its_first_field(
    rita: Browser,
) -> None:
    draft = draft_of(rita.app)
    last = stored(rita.app, draft).content.rows[-1]
    form = open_form(rita, draft, "ny-snitflade")

    assert form.one("phase") == last["phase"]
    assert form.one("section") == last["section"]
    assert form.all("target_groups") == list(last["target_groups"])
    assert form.one("task") == ""
    page = rita.get(path(draft, "/ny-snitflade")).text
    assert page.count(" autofocus") == 1
    assert 'id="task"' in page.partition(" autofocus")[0].rpartition("<input")[2]
