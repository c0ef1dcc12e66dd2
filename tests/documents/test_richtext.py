"""Markdown as blocks."""

from registry.documents.blocks import (
    Block,
    Heading,
    Items,
    Paragraph,
    Quote,
    Span,
    Table,
    in_order,
    plain,
)
from registry.documents.richtext import blocks_of
from tests.exports.samples_document import MARKDOWN


def read(markdown: str) -> list[Block]:
    return blocks_of(markdown, level=3, anchor="a")


def test_marks_and_links_are_kept() -> None:
    (found,) = read("Med **fed**, *kursiv* og [et link](https://a.example/).")
    assert isinstance(found, Paragraph)
    assert found.text == (
        Span("Med "),
        Span("fed", bold=True),
        Span(", "),
        Span("kursiv", italic=True),
        Span(" og "),
        Span("et link", href="https://a.example/"),
        Span("."),
    )


def test_headings_come_at_the_level_given() -> None:
    found = [block for block in read(MARKDOWN) if isinstance(block, Heading)]
    assert [(h.level, h.text, h.anchor) for h in found] == [
        (3, "Afsnit", "a-afsnit"),
        (5, "Underafsnit", "a-underafsnit"),
    ]


def test_lists_are_nested_and_numbered() -> None:
    first, second = (block for block in read(MARKDOWN) if isinstance(block, Items))
    assert first.ordered and second.ordered
    assert len(first.items) == 2 and len(second.items) == 1
    paragraph, inner = first.items[1]
    assert isinstance(paragraph, Paragraph) and plain(paragraph.text) == "Anden"
    assert isinstance(inner, Items) and not inner.ordered


def test_quotes_and_tables_are_blocks() -> None:
    found = read(MARKDOWN)
    (quote,) = (block for block in found if isinstance(block, Quote))
    assert isinstance(quote.blocks[0], Paragraph)
    (table,) = (block for block in found if isinstance(block, Table))
    assert table.head == ("Hvem", "Hvad")
    assert [plain(cell) for cell in table.rows[0]] == ["Kommune", "Kører"]


def test_what_is_unsafe_does_not_come_along() -> None:
    found = read("<script>alert(1)</script>[x](javascript:alert(1)) tekst")
    assert "alert(1)" not in "".join(plain(b.text) for b in found if isinstance(b, Paragraph))
    assert not any(s.href for b in found if isinstance(b, Paragraph) for s in b.text)


def test_nothing_gives_no_blocks() -> None:
    assert read("") == []


def test_characters_that_no_document_can_hold_are_left_out() -> None:
    (found,) = read("a\x0bb")
    assert isinstance(found, Paragraph)
    assert "\x0b" not in plain(found.text)


def test_no_level_of_headings_is_skipped_and_each_anchor_stands_once() -> None:
    asked = [(1, "a"), (3, "b"), (5, "c"), (5, "c"), (3, "b"), (2, "d"), (4, "e")]
    found = in_order(Heading(level, name, name) for level, name in asked)
    given = [(h.level, h.anchor) for h in found if isinstance(h, Heading)]
    assert given == [(1, "a"), (2, "b"), (3, "c"), (3, "c-2"), (2, "b-2"), (2, "d"), (3, "e")]
