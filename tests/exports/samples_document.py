"""A document that has every kind of block in it, and characters that mean something
somewhere.
"""

from datetime import UTC, datetime

from registry.documents.blocks import (
    Block,
    Contents,
    Document,
    Heading,
    in_order,
    paragraph,
)
from registry.documents.richtext import blocks_of
from registry.exports.publication import Publication

SPECIAL = (
    '<b> & "citat" *stjerne* _under_ #nummer @ref $5 \\skråstreg `kode` [link] | rør'
)
MARKDOWN = """
Indledning med **fed**, *kursiv* og [et link](https://eksempel.example/a?b=1&c=2).

# Afsnit

1. Første
2. Anden
    - Under anden

Mellemtekst.

1. Begynder forfra

> Citeret af en anden.

### Underafsnit

| Hvem | Hvad |
| --- | --- |
| Kommune | Kører |
"""


def document(*blocks: Block, level: int = 1) -> Publication:
    """The blocks under a title and a contents list."""
    written = in_order([Heading(1, "Titel", "titel"), Contents(), *blocks])
    changed = datetime(2026, 11, 22, 12, tzinfo=UTC)
    return Publication(
        "proeve", Document("Titel", "Emne", changed, written, "Fod", level)
    )


def every_block(level: int = 1) -> Publication:
    return document(
        paragraph(SPECIAL, note=True),
        Heading(2, SPECIAL, "saerligt"),
        *blocks_of(MARKDOWN, level=3, anchor="tekst"),
        level=level,
    )
