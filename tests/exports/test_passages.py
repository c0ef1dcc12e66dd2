"""Passages that documents share: one of the three fields, with what is said of it."""

from registry.documents.blocks import Heading, Paragraph, plain
from registry.exports.appendix_agreements import AppendixField
from registry.exports.passages import field_blocks


def shown(text: str, reason: str = "") -> list[str]:
    field = AppendixField("economics", "Økonomi", text, reason)
    return [
        f"{'#' * block.level} {block.text}"
        if isinstance(block, Heading)
        else plain(block.text)
        for block in field_blocks(field, level=3, anchor="aftale")
        if isinstance(block, Heading | Paragraph)
    ]


def test_a_field_stands_under_its_heading_with_its_own_headings_below() -> None:
    head, before, inner, after = shown(
        "Kommunen betaler.\n\n## Kørsel\n\nRegionen kører."
    )

    assert (head, before, after) == (
        "### Økonomi",
        "Kommunen betaler.",
        "Regionen kører.",
    )
    assert inner.endswith("# Kørsel") and inner.count("#") > head.count("#")


def test_a_field_that_is_empty_says_so_and_why() -> None:
    assert shown("") == ["### Økonomi", "Ikke udfyldt."]
    assert shown("", "Aftales i 2027.") == [
        "### Økonomi",
        "Ikke udfyldt.",
        "Begrundelse ved godkendelsen: Aftales i 2027.",
    ]


def test_a_reason_stands_also_beside_a_text() -> None:
    assert shown("Ikke fastlagt.", "Aftales i 2027.")[-1] == (
        "Begrundelse ved godkendelsen: Aftales i 2027."
    )


def test_its_anchor_is_that_of_the_agreement_and_the_field() -> None:
    field = AppendixField("economics", "Økonomi", "", "")

    first, *_ = field_blocks(field, level=2, anchor="aftale")

    assert first == Heading(2, "Økonomi", "aftale-oekonomi")
