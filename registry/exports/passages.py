"""Passages that the appendix and the document of a single agreement share."""

from collections.abc import Iterator

from registry.catalogue.agreement_words import ILLUSTRATIVE
from registry.documents.blocks import Block, Heading, paragraph
from registry.documents.richtext import blocks_of
from registry.exports.appendix_agreements import AppendixField
from registry.markup.markdown_html import slug

# So much of a fingerprint tells two documents from each other; the whole stands in the
# document's last part.
FINGERPRINT_SHOWN = 16


def field_blocks(field: AppendixField, *, level: int, anchor: str) -> Iterator[Block]:
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


def footer(is_illustrative: bool, fingerprint: str) -> str:
    """What stands at the foot of every page."""
    mark = f"Fingeraftryk {fingerprint[:FINGERPRINT_SHOWN]}"
    return f"{ILLUSTRATIVE} {mark}" if is_illustrative else mark
