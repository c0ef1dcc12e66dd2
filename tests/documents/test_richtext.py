"""Markdown as blocks."""

import pytest

from registry.documents.blocks import (
    Block,
    Divider,
    Document,
    Heading,
    Items,
    Paragraph,
    Quote,
    Span,
    Table,
    in_order,
    plain,
)
from registry.documents.markdown import markdown
from registry.documents.richtext import blocks_in, blocks_of
from registry.exports import html, pdf
from tests.conftest import NOW
from tests.exports.samples_document import MARKDOWN


def read(markdown: str) -> list[Block]:
    return blocks_of(markdown, level=3, anchor="a")


def test_marks_and_links_are_kept() -> None:
    (block,) = read("Med **fed**, *kursiv* og [et link](https://a.example/).")
    assert isinstance(block, Paragraph)
    assert block.text == (
        Span("Med "),
        Span("fed", bold=True),
        Span(", "),
        Span("kursiv", italic=True),
        Span(" og "),
        Span("et link", href="https://a.example/"),
        Span("."),
    )


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("m<sup>2</sup>", "m²"),
        ("H<sub>2</sub>O", "H₂O"),
        ("- CO<sub>2</sub>-måler\n- to", "CO₂-måler"),
        ("> Op til 10<sup>5</sup> celler", "Op til 10⁵ celler"),
        ("| a |\n|---|\n| m<sup>3</sup> |", "m³"),
        ("**m<sup>2</sup>**", "m²"),
    ],
)
def test_a_raised_figure_stands_in_its_word_and_in_every_document(
    text: str, word: str
) -> None:
    blocks = tuple(blocks_of(text, level=2, anchor="x"))

    assert word in {span.text for block in blocks for span in spans_in(block)}
    for write in (html.fragment, markdown, pdf.source):
        assert word in write(Document("Bilag", "", NOW, blocks))


def spans_in(block: Block) -> list[Span]:
    match block:
        case Paragraph(spans):
            return list(spans)
        case Items(items):
            return [s for item in items for inner in item for s in spans_in(inner)]
        case Quote(blocks):
            return [s for inner in blocks for s in spans_in(inner)]
        case Table():
            return [s for row in block.rows for cell in row for s in cell]
    return []


def test_a_link_that_says_its_address_says_it_once_and_others_each_time() -> None:
    said = "**Se** [https://a.dk](https://a.dk) og [post@a.dk](mailto:post@a.dk)"
    (text,) = blocks_of(said, level=2, anchor="x")
    (heading,) = blocks_of("# [A](https://a.dk) [A](https://a.dk)", level=2, anchor="x")

    assert "".join(s.text for s in spans_in(text)) == "Se https://a.dk og post@a.dk"
    assert isinstance(heading, Heading)
    assert heading.text == "A (https://a.dk) A (https://a.dk)"


def test_a_line_across_the_page_stands_in_every_document() -> None:
    for text, parts in (("a\n\n---\n\nb", 3), ("***\n\nb", 2), ("a\n\n- - -", 2)):
        blocks = tuple(read(text))
        assert len(blocks) == parts and Divider() in blocks

        document = Document("Bilag", "", NOW, blocks)
        for write, sign in ((html.fragment, "<hr>"), (pdf.source, "#line(")):
            assert write(document).count(sign) == 1
        assert blocks_of(markdown(document), level=3, anchor="a")[-parts:] == list(
            blocks
        )

    (quote,) = read("> a\n>\n> ---\n>\n> b")
    assert isinstance(quote, Quote) and Divider() in quote.blocks


def test_headings_come_at_the_level_given() -> None:
    headings = [block for block in read(MARKDOWN) if isinstance(block, Heading)]
    assert [(h.level, h.text, h.anchor) for h in headings] == [
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
    blocks = read(MARKDOWN)
    (quote,) = (block for block in blocks if isinstance(block, Quote))
    assert isinstance(quote.blocks[0], Paragraph)
    (table,) = (block for block in blocks if isinstance(block, Table))
    assert table.head == ("Hvem", "Hvad")
    assert [plain(cell) for cell in table.rows[0]] == ["Kommune", "Kører"]


def test_what_is_unsafe_is_only_text() -> None:
    written = "<script>alert(1)</script>[x](javascript:alert(1)) tekst"
    blocks = read(written)
    assert [plain(b.text) for b in blocks if isinstance(b, Paragraph)] == [written]
    assert not any(s.href for b in blocks if isinstance(b, Paragraph) for s in b.text)


def test_nothing_gives_no_blocks() -> None:
    assert read("") == []


def test_characters_that_no_document_can_hold_are_left_out() -> None:
    (block,) = read("a\x0bb")
    assert isinstance(block, Paragraph)
    assert "\x0b" not in plain(block.text)


def test_no_level_of_headings_is_skipped_and_each_anchor_stands_once() -> None:
    asked = [(1, "a"), (3, "b"), (5, "c"), (5, "c"), (3, "b"), (2, "d"), (4, "e")]
    ordered = in_order(Heading(level, name, name) for level, name in asked)
    given = [(h.level, h.anchor) for h in ordered if isinstance(h, Heading)]
    assert given == [
        (1, "a"),
        (2, "b"),
        (3, "c"),
        (3, "c-2"),
        (2, "b-2"),
        (2, "d"),
        (3, "e"),
    ]


def in_html(html: str) -> list[Block]:
    return blocks_in(html, level=2, anchor="a")


def test_headings_of_the_first_level_come_above_the_level_given() -> None:
    blocks = in_html("<h1>Titel</h1><h2>Afsnit</h2>")
    assert [(b.level, b.text) for b in blocks if isinstance(b, Heading)] == [
        (1, "Titel"),
        (2, "Afsnit"),
    ]


def test_a_paragraph_of_the_class_note_is_a_note_and_the_next_one_is_none() -> None:
    blocks = in_html(
        '<p class="note">Et <em>forbehold</em></p><p>Tekst</p><p class="x">Mere</p>'
    )
    assert [b.note for b in blocks if isinstance(b, Paragraph)] == [True, False, False]


def test_merged_cells_repeat_their_text_and_rows_are_equally_long() -> None:
    (table,) = in_html(
        '<table><tr><th>a</th><th colspan="2">b</th></tr>'
        '<tr><td rowspan="2">c</td><td>d</td></tr><tr><td '
        'colspan="2">e</td></tr></table>'
    )
    assert isinstance(table, Table)
    assert table.head == ("a", "b", "b")
    assert [[plain(cell) for cell in row] for row in table.rows] == [
        ["c", "d", ""],
        ["c", "e", "e"],
    ]


def test_numbers_of_merged_cells_that_are_none_count_as_one() -> None:
    (table,) = in_html(
        '<table><tr><td colspan="x">a</td><td rowspan="">b</td></tr></table>'
    )
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
