"""A Danish agreement as an office would write it, as blocks and as recognised."""

from registry.catalogue.queries import Catalogue
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
from registry.intake.read_text import Concern, ReadText
from registry.intake.recognise import Recognised, recognise

# Headings and lines that are never the title of an agreement.
TITLES = (
    *("Formål", "Økonomi", "Resumé", "Om aftalen", "Hvem gør hvad", "Aftalens tekst"),
    *("Om dette dokument", "Parter", "Målgruppe", "Ikrafttræden"),
)


def heading(words: str, level: int = 2) -> Heading:
    return Heading(level, words, words)


def table(head: tuple[str, ...], *rows: tuple[str, ...]) -> Table:
    return Table("", head, tuple(tuple(text(cell) for cell in row) for row in rows))


def fact(label: str, value: str) -> Paragraph:
    return Paragraph((Span(f"{label}: ", bold=True), Span(value)))


def recognised(
    catalogue: Catalogue, *blocks: Block, title: str = "En aftale"
) -> Recognised:
    return recognise(catalogue.today(), ReadText(title, blocks, ()))


def doubts(agreement: Recognised) -> list[str]:
    return [
        remark.text for remark in agreement.remarks if remark.concern is Concern.DOUBT
    ]


__all__ = ["Text", "doubts", "fact", "heading", "paragraph", "recognised", "table"]
