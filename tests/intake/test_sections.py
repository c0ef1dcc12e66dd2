"""A text by its headings: what stands under each, and how deep."""

import pytest

from registry.documents.blocks import Block, Heading, paragraph
from registry.intake.sections import below, markdown_of, sections_of
from tests.intake.samples import heading


def parted(*blocks: Block) -> list[tuple[str, int, int]]:
    """Each section's title and level, and how many blocks stand under it."""
    return [(s.title, s.level, len(s.blocks)) for s in sections_of(blocks)]


def test_each_heading_begins_a_section_and_the_first_has_none() -> None:
    assert parted(
        paragraph("Før."),
        heading("Formål"),
        paragraph("Et."),
        paragraph("To."),
        heading("Økonomi", 3),
    ) == [("", 0, 1), ("Formål", 2, 2), ("Økonomi", 3, 0)]


def test_a_text_without_headings_is_one_section_and_so_is_none() -> None:
    assert parted(paragraph("Alt.")) == [("", 0, 1)]
    assert parted() == [("", 0, 0)]


def test_the_sections_together_are_the_whole_text() -> None:
    blocks = [paragraph("Før."), heading("Formål"), paragraph("Et."), heading("Ud")]

    assert [b for section in sections_of(blocks) for b in section.all] == blocks


@pytest.mark.parametrize(
    ("at", "end"),
    [(0, 5), (1, 4), (2, 3), (3, 4), (4, 5)],
)
def test_a_part_ends_at_the_next_heading_of_no_lower_level(at: int, end: int) -> None:
    listed = sections_of(
        [heading("A"), heading("A.1", 3), heading("A.2", 3), heading("B")]
    )

    assert below(listed, at) == end


def test_a_field_has_its_highest_headings_alike_and_skips_no_level() -> None:
    text = [Heading(4, "Øverst", "a"), paragraph("Tekst."), Heading(6, "Under", "b")]

    assert markdown_of(text) == "## Øverst\n\nTekst.\n\n### Under"
