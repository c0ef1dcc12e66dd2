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
from registry.documents.richtext import blocks_in, blocks_of
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


def in_html(html: str) -> list[Block]:
    return blocks_in(html, level=2, anchor="a")


def test_headings_of_the_first_level_come_above_the_level_given() -> None:
    found = in_html("<h1>Titel</h1><h2>Afsnit</h2>")
    assert [(b.level, b.text) for b in found if isinstance(b, Heading)] == [
        (1, "Titel"),
        (2, "Afsnit"),
    ]


def test_a_paragraph_of_the_class_note_is_a_note_and_the_next_one_is_none() -> None:
    found = in_html('<p class="note">Et <em>forbehold</em></p><p>Tekst</p><p class="x">Mere</p>')
    assert [b.note for b in found if isinstance(b, Paragraph)] == [True, False, False]


def test_merged_cells_repeat_their_text_and_rows_are_equally_long() -> None:
    (table,) = in_html(
        '<table><tr><th>a</th><th colspan="2">b</th></tr>'
        '<tr><td rowspan="2">c</td><td>d</td></tr><tr><td colspan="2">e</td></tr></table>'
    )
    assert isinstance(table, Table)
    assert table.head == ("a", "b", "b")
    assert [[plain(cell) for cell in row] for row in table.rows] == [
        ["c", "d", ""],
        ["c", "e", "e"],
    ]


def test_numbers_of_merged_cells_that_are_none_count_as_one() -> None:
    (table,) = in_html('<table><tr><td colspan="x">a</td><td rowspan="">b</td></tr></table>')
    assert isinstance(table, Table)
    assert table.head == ("a", "b")


def test_paragraphs_and_lists_in_a_cell_are_lines() -> None:
    (table,) = in_html(
        "<table><tr><td>h</td></tr><tr><td><p>en</p><ul><li>to<p>tre</p></li></ul>"
        "<blockquote><p><b>fire</b></p></blockquote></td></tr></table>"
    )
    assert isinstance(table, Table)
    assert plain(table.rows[0][0]) == "en\nto\ntre\nfire"
    assert Span("fire", bold=True) in table.rows[0][0]
