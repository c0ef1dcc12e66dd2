"""The neutral blocks: texts that any format can hold, and headings in order."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.documents.blocks import (
    Block,
    Document,
    Heading,
    Paragraph,
    Span,
    Table,
    bullets,
    fact,
    facts,
    in_order,
    paragraph,
    plain,
    printable,
    text,
)


def levels(*asked: int) -> list[int]:
    """The levels that headings of the levels asked for are given."""
    headings = [Heading(level, "x", f"a{at}") for at, level in enumerate(asked)]
    return [h.level for h in in_order(headings) if isinstance(h, Heading)]


def test_a_text_is_its_parts_less_those_that_are_empty() -> None:
    spans = text("Kommunen ", Span("betaler", bold=True), "", Span("", href="x"))

    assert spans == (Span("Kommunen "), Span("betaler", bold=True))
    assert plain(spans) == "Kommunen betaler"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("a\x00b\x0bc\x7f", "abc"),
        ("\ud800x\uffff", "x"),
        ("linje\nog\ttab\r", "linje\nog\ttab\r"),
        ("æøå 😀 ½", "æøå 😀 ½"),
    ],
)
def test_what_no_document_can_hold_is_left_out(given: str, kept: str) -> None:
    assert printable(given) == kept
    assert plain(text(given)) == kept
    assert in_order([Heading(1, given, "a")]) == (Heading(1, kept, "a"),)


def test_a_note_is_a_paragraph_set_apart() -> None:
    assert paragraph("Obs.", note=True) == Paragraph((Span("Obs."),), note=True)


def test_facts_without_a_value_are_left_out() -> None:
    block = facts([fact("Frist", "Straks"), fact("Betaler"), fact("Hvem", "")])

    assert block.facts == (("Frist", (Span("Straks"),)),)


def test_lines_become_a_list_of_one_paragraph_each() -> None:
    block = bullets(["et", "to"])

    assert not block.ordered
    assert block.items == ((paragraph("et"),), (paragraph("to"),))


def test_columns_share_the_breadth_evenly_unless_it_is_said() -> None:
    assert Table("", ("a", "b"), ()).shares == (1, 1)
    assert Table("", ("a", "b"), (), (3, 1)).shares == (3, 1)


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ((1, 2, 3), [1, 2, 3]),
        ((1, 3, 5), [1, 2, 3]),
        ((4, 4, 6, 4), [1, 1, 2, 1]),
        ((1, 4, 3, 2), [1, 2, 2, 2]),
        ((3, 1, 3), [1, 1, 2]),
    ],
)
def test_no_level_is_skipped(asked: tuple[int, ...], given: list[int]) -> None:
    assert levels(*asked) == given


@given(st.lists(st.integers(1, 6)))
def test_a_heading_is_never_more_than_one_level_below_the_one_before(
    asked: list[int],
) -> None:
    closed_up = levels(*asked)

    assert all(
        now <= before + 1
        for before, now in zip([0, *closed_up], closed_up, strict=False)
    )


def test_each_anchor_stands_once_and_other_blocks_as_they_were() -> None:
    between = paragraph("Tekst.")
    blocks: list[Block] = [
        Heading(1, "A", "a"),
        between,
        Heading(1, "A", "a"),
        Heading(1, "A", "a-2"),
    ]

    ordered = in_order(blocks)

    assert ordered[1] is between
    anchors = [block.anchor for block in ordered if isinstance(block, Heading)]
    assert anchors == ["a", "a-2", "a-2-2"]


def test_the_contents_list_leaves_out_the_title_and_the_lowest() -> None:
    headings = tuple(Heading(level, str(level), str(level)) for level in range(1, 7))
    changed = datetime(2026, 11, 22, tzinfo=UTC)
    document = Document("Titel", "Emne", changed, (paragraph("x"), *headings))

    assert document.headings == list(headings)
    assert [heading.level for heading in document.listed] == [2, 3, 4]
