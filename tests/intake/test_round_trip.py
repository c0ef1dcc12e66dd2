"""Every agreement of the shipped catalogue, written as Word and read in again, says the
same.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from registry.catalogue.queries import Catalogue
from registry.catalogue.shown_versions import ShownVersion
from registry.documents.blocks import Block, in_order
from registry.documents.richtext import blocks_of
from registry.exports import docx
from registry.exports.agreement import agreement
from registry.intake import docx as docx_in
from registry.intake.read_text import Concern
from registry.intake.recognise import recognise
from registry.publishing.surroundings import published_content
from registry.rules.fields import ROW_FIELDS, Field, Kind
from registry.rules.version_content import CONTENT_FIELDS
from registry.settings import ROOT

pytestmark = pytest.mark.slow

VERSIONS = sorted(
    (path.parent.name, int(path.stem))
    for path in (ROOT / "content/agreements").glob("*/[0-9]*.md")
)


@pytest.mark.parametrize(("slug", "number"), VERSIONS)
def test_a_version_says_the_same_after_word(
    shipped: Catalogue, slug: str, number: int
) -> None:
    snapshot = shipped.today()
    shipped_agreement = snapshot.agreement(slug)
    shown = shipped_agreement.number(number)
    expected = published_content(shown)

    file = docx.render(
        agreement(snapshot, shipped_agreement, shown, "https://katalog.example")
    )
    read = recognise(snapshot, docx_in.read(file))

    values = {**expected.values, "in_force_from": _first_day(shown)}
    assert _normal(read.values) == _normal(values)
    assert _grouped(read.parties) == _grouped(expected.parties)
    assert _grouped(read.relations) == _grouped(expected.relations)
    assert [_row(row.values) for row in read.rows] == [
        _row(row) for row in expected.rows
    ]
    assert [r.text for r in read.remarks if r.concern is Concern.DOUBT] == []


def test_every_version_that_is_shipped_is_tried(shipped: Catalogue) -> None:
    agreements = shipped.today().agreements.values()
    assert (
        sorted((v.slug, v.number) for a in agreements for v in a.versions) == VERSIONS
    )


def _first_day(shown: ShownVersion) -> date | None:
    """The day that the document says: a version without a date says which day it counts
    from, or the period whose first day that is.
    """
    stored = shown.version
    return stored.in_force_from if stored.made_under else shown.in_force_from


def _normal(values: Any) -> dict[str, Any]:
    return {field.name: _plain(field, values[field.name]) for field in CONTENT_FIELDS}


def _plain(field: Field, value: Any) -> Any:
    """A text as its blocks, since one text can be written in more than one way in
    Markdown.
    """
    return list(_blocks(value)) if field.kind is Kind.MARKDOWN else value


def _blocks(markdown: str) -> Iterator[Block]:
    return iter(in_order(blocks_of(markdown, level=2, anchor="a")))


def _row(values: Any) -> dict[str, Any]:
    return {field.name: values[field.name] for field in ROW_FIELDS}


def _grouped(groups: Any) -> dict[str, set[str]]:
    return {name: set(members) for name, members in groups.items() if members}
