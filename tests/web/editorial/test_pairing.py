"""Which rows of a draft are those of the version before: proposed, and asked.

Also covers registry/intake/pairing.py.
"""

import io

import docx
from flask import Flask

from registry.publishing.drafts import read_draft
from tests.web.editorial.test_intake import draft_id, send
from tests.web.people import Browser, sign_in
from tests.web.writing import words

SLUG = "proeve-udskrivning"


def file_of(*tasks: str) -> bytes:
    file = docx.Document()
    file.add_heading("Aftale uden navne", 0)
    table = file.add_table(len(tasks) + 1, 2)
    lines = (("Opgave", "Udføres af"), *((task, "Kommune") for task in tasks))
    for row, line in zip(table.rows, lines, strict=True):
        for cell, text in zip(row.cells, line, strict=True):
            cell.text = text
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def taken(people: Flask, browser: Browser, *tasks: str) -> int:
    return draft_id(send(browser, file_of(*tasks), aftale=SLUG))


def keys(people: Flask, draft: int) -> list[str]:
    catalogue = people.extensions["registry"].catalogue
    return [row["key"] for row in read_draft(catalogue, draft).content.rows]


def test_a_row_in_other_words_is_proposed_and_can_be_made_new(people: Flask) -> None:
    catalogue = people.extensions["registry"].catalogue
    before = catalogue.today().agreement(SLUG).shown.rows[0].snitflade
    rita = sign_in(people, "rita")
    draft = taken(people, rita, f"{before.task} skriftligt", "Male vinduerne")
    first, second = keys(people, draft)
    assert first == before.key

    page = rita.get(f"/redaktion/kladder/{draft}/samme")
    assert f"Regnet for samme som «{before.task}»." in words(page)
    report = rita.get(f"/redaktion/kladder/{draft}/indlaest")
    assert "1 snitflade kan være den samme som i udgaven før." in words(report)

    answer = rita.post(f"/redaktion/kladder/{draft}/samme", {f"samme-{first}": ""})
    assert answer.status_code == 303
    assert keys(people, draft)[0] != first
    assert keys(people, draft)[1] == second


def test_two_rows_cannot_be_the_same_and_what_was_chosen_stays(people: Flask) -> None:
    catalogue = people.extensions["registry"].catalogue
    before = catalogue.today().agreement(SLUG).shown.rows[0].snitflade
    rita = sign_in(people, "rita")
    draft = taken(people, rita, before.task, "Male vinduerne")
    first, second = keys(people, draft)
    chosen = {f"samme-{first}": before.key, f"samme-{second}": before.key}
    answer = rita.post(f"/redaktion/kladder/{draft}/samme", chosen)
    assert answer.status_code == 400
    assert "To snitflader kan ikke være den samme" in words(answer)
    assert answer.text.count(f'value="{before.key}" selected') == 2
    assert keys(people, draft) == [first, second]


def test_an_agreement_without_a_version_before_has_only_new_rows(
    people: Flask,
) -> None:
    rita = sign_in(people, "rita")
    draft = draft_id(send(rita, file_of("Varsle kommunen")))
    page = rita.get(f"/redaktion/kladder/{draft}/samme")
    assert "alle snitflader er nye" in words(page)
