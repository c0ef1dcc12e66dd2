"""A version sent without its evidence comes back with all that it had."""

from typing import Any

import pytest

from registry.catalogue.queries import Catalogue
from registry.exports import docx
from registry.exports.agreement import agreement
from registry.intake import docx as docx_in
from registry.intake.held_before import values_with_held, with_held
from registry.intake.lasting import lasting_names
from registry.intake.read_text import Concern, Remark
from registry.intake.recognise import Recognised, recognise
from registry.intake.rows import EVIDENCE, RowText, unheld
from registry.publishing.surroundings import published_content
from registry.rules.fields import ROW_FIELDS, ROW_FIELDS_BY_NAME
from registry.rules.version_content import VersionContent, empty_values

THEN = {
    **empty_values(ROW_FIELDS),
    "key": "varsle",
    "task": "Varsle kommunen",
    "task_key": "varsling",
    "deadline": "Senest 24 timer efter indlæggelse",
    "deadline_amount": 24.0,
    "deadline_unit": "timer",
    "deadline_relation": "efter",
    "deadline_event": "indlæggelse",
    "source": "aftalen:3",
    "fact": "F1",
    "confirmed": True,
}


def row(**values: Any) -> RowText:
    """The row as a file without evidence has it."""
    said = {k: v for k, v in THEN.items() if k not in EVIDENCE}
    return RowText({**empty_values(ROW_FIELDS), **said, **values}, (), EVIDENCE)


def held(*rows: RowText) -> tuple[list[dict[str, Any]], dict[Concern, Remark]]:
    kept, remarks = with_held(rows, [THEN])
    return [dict(one.values) for one in kept], {one.concern: one for one in remarks}


def without_evidence(
    shipped: Catalogue, slug: str
) -> tuple[Recognised, VersionContent]:
    snapshot = shipped.today()
    of = snapshot.agreement(slug)
    address = "https://katalog.example"
    document = agreement(snapshot, of, of.shown, address, evidence=False)
    read = docx_in.read(docx.render(document))
    return recognise(snapshot, read), published_content(of.shown)


@pytest.mark.parametrize(
    "slug", ["hjemloese", "kol", "genoptraening", "psykiatri-voksne"]
)
def test_a_version_sent_without_evidence_loses_nothing(
    shipped: Catalogue, slug: str
) -> None:
    read, before = without_evidence(shipped, slug)
    names = lasting_names([one.values for one in read.rows], before.rows)
    rows = [
        RowText({**one.values, "key": name.key}, one.doubts, one.unheld)
        for one, name in zip(read.rows, names, strict=True)
    ]

    kept, remarks = with_held(rows, before.rows)
    assert [one.values for one in kept] == list(before.rows)
    (told,) = remarks
    assert told.text.startswith("Filen har ikke plads til Opgavetype, ")
    assert f"beholdt fra udgaven før i {len(kept)} snitflade" in told.text

    values, also = values_with_held(read, before.values)
    assert values["evidence"] == before.values["evidence"]
    assert bool(also) == bool(before.values["evidence"])


def test_a_row_whose_words_are_changed_is_asked_about_and_not_confirmed() -> None:
    (kept,), remarks = held(row(payer=("kommune",)))
    assert (kept["source"], kept["fact"], kept["confirmed"]) == (
        *("aftalen:3", "F1", False),
    )
    assert remarks[Concern.DOUBT].text == (
        "Andre ord end i udgaven før, og belægget er beholdt. Passer det stadig? (1): "
        "«Varsle kommunen»."
    )


def test_a_deadline_of_other_words_has_its_own_data() -> None:
    (kept,), _ = held(row(deadline="Senest 2 dage efter indlæggelse"))
    assert (kept["deadline_amount"], kept["deadline_unit"]) == (2.0, "dage")
    (kept,), _ = held(row(deadline="Snarest"))
    assert (kept["deadline_amount"], kept["deadline_unit"]) == (None, "")


def test_a_kind_that_the_file_names_is_not_overwritten_for_another_task() -> None:
    (kept,), _ = held(row(task="Køre kommunen", task_key="koersel"))
    assert kept["task_key"] == "koersel"
    (kept,), _ = held(row(task="Varsle kommunen hurtigt"))
    assert kept["task_key"] == "varsling"


def test_a_new_row_and_one_that_has_its_evidence_keep_what_they_say() -> None:
    new = row(key="ny")
    full = RowText({**THEN, "source": ""}, (), frozenset())
    (first, second), remarks = held(new, full)
    assert (first["source"], second["source"]) == ("", "")
    assert remarks == {}


def test_a_file_with_one_column_of_evidence_has_place_for_it_all() -> None:
    task, source = ROW_FIELDS_BY_NAME["task"], ROW_FIELDS_BY_NAME["source"]
    assert unheld([task, None]) == EVIDENCE
    assert unheld([task, source]) == frozenset()
