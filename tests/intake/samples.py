"""A Danish agreement as an office would write it, as blocks and as recognised."""

from registry.catalogue import Catalogue
from registry.documents.blocks import (
    Block,
    Heading,
    Paragraph,
    Span,
    Table,
    Text,
    paragraph,
    text,
)
from registry.intake.reading import Concern, Reading
from registry.intake.recognise import Recognised, recognise


def heading(words: str, level: int = 2) -> Heading:
    return Heading(level, words, words)


def table(head: tuple[str, ...], *rows: tuple[str, ...]) -> Table:
    return Table("", head, tuple(tuple(text(cell) for cell in row) for row in rows))


def fact(label: str, value: str) -> Paragraph:
    return Paragraph((Span(f"{label}: ", bold=True), Span(value)))


def recognised(catalogue: Catalogue, *blocks: Block, title: str = "En aftale") -> Recognised:
    return recognise(Reading(title, blocks, ()), catalogue.today())


def doubts(found: Recognised) -> list[str]:
    return [remark.text for remark in found.remarks if remark.concern is Concern.DOUBT]


__all__ = ["Text", "doubts", "fact", "heading", "paragraph", "recognised", "table"]
