"""What the catalogue writes as a Word file is read again as the same blocks."""

from collections.abc import Iterable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from registry.documents.blocks import (
    Block,
    Contents,
    Heading,
    Items,
    LabelledValues,
    Paragraph,
    Quote,
    Span,
    Table,
    Text,
    facts,
    plain,
    text,
)
from registry.exports.docx import render
from registry.intake.docx.text import read_text_of
from tests.exports.samples_document import document, every_block

pytestmark = pytest.mark.slow

LETTERS = "abcæøåABCÆØÅ éü<>&\"'*_#|[]()-–.,:;!?§%0123456789"
HREFS = ("https://a.example/?b=1&c=2", "http://b.example/", "mailto:a@b.example")

words = (
    st.text(LETTERS, min_size=1, max_size=20)
    .map(lambda t: " ".join(t.split()))
    .filter(bool)
)
titles = words.map(lambda t: f"Om {t}")
# Some plain letters: a paragraph all in bold would be a heading.
spans = st.builds(
    Span, words, st.booleans(), st.booleans(), st.sampled_from(("", "", "", *HREFS))
)
lines = st.lists(spans, min_size=1, max_size=3).map(
    lambda stretches: text("Ord ", *stretches)
)
texts = st.lists(lines, min_size=1, max_size=2).map(
    lambda some_lines: (
        some_lines[0]
        if len(some_lines) == 1
        else (*some_lines[0], Span("\n"), *some_lines[1])
    )
)
paragraphs = st.builds(Paragraph, texts)


def lists(depth: int) -> st.SearchStrategy[Items]:
    """Lists; an item begins with a paragraph, and after another list comes a
    paragraph.
    """
    inner: st.SearchStrategy[list[Block]] = st.just([])
    if depth > 1:
        nested = st.tuples(lists(depth - 1)).map(list)
        inner = st.one_of(
            inner, nested, st.tuples(lists(depth - 1), paragraphs).map(list)
        )
    items = st.tuples(st.lists(paragraphs, min_size=1, max_size=2), inner).map(
        lambda halves: (*halves[0], *halves[1])
    )
    several = st.lists(items, min_size=1, max_size=3).map(tuple)
    return st.builds(Items, several, st.booleans())


quotes = st.lists(paragraphs, min_size=1, max_size=2).map(
    lambda blocks: Quote(tuple(blocks))
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    breadth = draw(st.integers(1, 4))
    cells = st.one_of(st.just(()), texts)
    rows = st.lists(
        st.lists(cells, min_size=breadth, max_size=breadth).map(tuple),
        min_size=1,
        max_size=3,
    )
    head = draw(st.lists(titles, min_size=breadth, max_size=breadth))
    return Table("", tuple(head), tuple(draw(rows)))


headings = st.builds(Heading, st.integers(2, 5), titles, st.just("a"))
notes = st.builds(Paragraph, texts, st.just(True))
pairs = st.builds(lambda label, value: facts([(label, value)]), titles, lines)
parts = st.one_of(paragraphs, notes, lists(4), quotes, tables(), headings, pairs)


@st.composite
def contents_of(draw: st.DrawFn) -> list[Block]:
    """Blocks with text between lists, and between quotes, which Word could not tell
    apart.
    """
    blocks: list[Block] = []
    for block in draw(st.lists(parts, min_size=1, max_size=6)):
        if (
            blocks
            and isinstance(block, Items | Quote)
            and isinstance(blocks[-1], type(block))
        ):
            blocks.append(draw(paragraphs))
        blocks.append(block)
    return blocks


def normal(blocks: Iterable[Block]) -> Iterator[object]:
    """Blocks to compare: letters with their looks, facts as paragraphs, no anchors."""
    for block in blocks:
        match block:
            case Heading(level, title):
                yield level, title
            case Paragraph(spans, note):
                yield note, letters(spans)
            case LabelledValues(labelled):
                for label, value in labelled:
                    yield False, letters((Span(f"{label}: ", bold=True), *value))
            case Items(items, ordered):
                yield ordered, [list(normal(item)) for item in items]
            case Quote(inner):
                yield "quote", list(normal(inner))
            case Table(_, head, rows):
                yield head, [[letters(cell) for cell in row] for row in rows]


def letters(spans: Text) -> list[tuple[object, ...]]:
    """A text letter by letter; a blank has no look."""
    return [
        (letter,) if letter.isspace() else (letter, span.bold, span.italic, span.href)
        for span in spans
        for letter in span.text
    ]


def assert_same(blocks: Iterable[Block], title: str, content: bytes) -> None:
    reading = read_text_of(content)
    asked = [
        b
        for b in blocks
        if not isinstance(b, Contents) and b != Heading(1, title, "titel")
    ]
    assert reading.title == title
    assert list(normal(reading.blocks)) == list(normal(asked))


def test_every_kind_of_block_is_read_back() -> None:
    made = every_block()
    assert_same(made.document.blocks, "Titel", render(made))


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=True,
)
@given(contents_of())
def test_any_blocks_are_read_back(blocks: list[Block]) -> None:
    made = document(*blocks)
    assert_same(made.document.blocks, "Titel", render(made))


def test_a_table_of_a_text_field_keeps_its_lines() -> None:
    cell = text(Span("Kommunen", bold=True), "\nbetaler\nhele udgiften")
    made = document(
        Heading(2, "Økonomi", "a"), Table("", ("Hvem", "Hvad"), ((cell, ()),))
    )
    (table,) = (b for b in read_text_of(render(made)).blocks if isinstance(b, Table))
    assert plain(table.rows[0][0]) == "Kommunen\nbetaler\nhele udgiften"
