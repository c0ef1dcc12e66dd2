"""Passages that the appendix and the document of a single agreement share."""

from collections.abc import Iterator

from registry.documents.blocks import Block, Heading, paragraph
from registry.documents.richtext import blocks_of
from registry.exports.entries import FieldEntry
from registry.render import slug


def field_blocks(field: FieldEntry, *, level: int, anchor: str) -> Iterator[Block]:
    """One of the three fields under its heading, with the reason signed for what is not
    there.
    """
    yield Heading(level, field.label, f"{anchor}-{slug(field.label)}")
    yield from blocks_of(
        field.text, level=level + 1, anchor=f"{anchor}-{slug(field.label)}"
    )
    if not field.text:
        yield paragraph("Ikke udfyldt.", note=True)
    if field.reason:
        yield paragraph(f"Begrundelse ved godkendelsen: {field.reason}", note=True)
