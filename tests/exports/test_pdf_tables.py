"""The tables of a PDF, opened again: heads of rows, what stays together, long words."""

import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from pypdf import PdfReader

from registry.documents.blocks import Heading, Items, Span, Table, paragraph, text
from registry.exports import pdf
from registry.exports.pdf_tables import BREADTH, TOGETHER, tables_in, widths_of
from registry.exports.publication import Publication
from tests.exports.samples_document import document

pytestmark = pytest.mark.slow

LONG_WORDS = (
    "udskrivningskoordinationsmøderne",
    "behandlingsansvarsfordelingerne",
    "sundhedskoordinationsudvalgenes",
    "genoptræningsplansudarbejdelser",
)
HEAD = ("Nr.", "Opgave", "Udføres af", "Frist", "Betales af", "Behandlingsansvar")
WIDTHS = (4, 23, 21, 16, 16, 19)


def opened(*blocks: Any) -> PdfReader:
    return PdfReader(io.BytesIO(pdf.render(document(*blocks))))


def tagged(node: Any, kind: str) -> Iterator[Any]:
    """The structure elements of one kind under a node, in order."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for child in node:
            yield from tagged(child, kind)
    elif isinstance(node, dict):
        if node.get("/S") == kind:
            yield node
        yield from tagged(node.get("/K", []), kind)


def cells(row: Any) -> list[tuple[str, str, bool]]:
    """Each cell's tag, its scope, and whether it names its heads itself."""
    found = []
    for cell in (kid.get_object() for kid in row["/K"]):
        said = {k: v for a in cell["/A"] for k, v in a.get_object().items()}
        found.append((cell["/S"], said.get("/Scope", ""), bool(said.get("/Headers"))))
    return found


def rows_of(reader: PdfReader) -> list[list[list[tuple[str, str, bool]]]]:
    root: Any = reader.trailer["/Root"]
    tables = tagged(root["/StructTreeRoot"], "/Table")
    return [[cells(row) for row in tagged(table, "/TR")] for table in tables]


def listed(*, heads_rows: bool, rows: int = 3) -> Table:
    lines = tuple((text(f"Nr. {at}"), text("Kommune")) for at in range(rows))
    return Table("", ("Opgave", "Hvem"), lines, heads_rows=heads_rows)


def test_the_first_cell_heads_its_row_in_the_tables_that_say_so() -> None:
    inside = Items(((listed(heads_rows=True),),), ordered=False)
    tables = (listed(heads_rows=False), inside, listed(heads_rows=True, rows=9))
    plain, within, last = rows_of(opened(*tables))
    head = [("/TH", "/Column", False)] * 2
    assert plain == [head, *[[("/TD", "", True)] * 2] * 3]
    row = [("/TH", "/Row", False), ("/TD", "", False)]
    assert within == [head, *[row] * 3]
    assert last == [head, *[row] * 9]


def test_every_row_of_a_whole_appendix_has_its_head(whole: Publication) -> None:
    reader = PdfReader(io.BytesIO(pdf.render(whole)))
    made = rows_of(reader)
    tables = list(tables_in(whole.document.blocks))
    assert [len(rows) for rows in made] == [1 + len(t.rows) for t in tables]
    for rows, table in zip(made, tables, strict=True):
        assert all((row[0][0] == "/TH") == table.heads_rows for row in rows[1:])
        assert not any(cell[0] == "/TH" for row in rows[1:] for cell in row[1:])


def test_the_last_rows_are_rows_like_the_others() -> None:
    reader = opened(listed(heads_rows=True, rows=9))
    root: Any = reader.trailer["/Root"]
    assert not list(tagged(root["/StructTreeRoot"], "/TFoot"))


def test_no_row_is_torn_whichever_of_its_cells_is_the_longest() -> None:
    rows = tuple(
        (
            text(Span(f"A{at}", bold=True), "\nlinje" * (at % 7 + 1), f" B{at}"),
            text(f"C{at}"),
            text(f"Kort tekst D{at}"),
            text("en\nto\n" * (at % 5), f"E{at}"),
        )
        for at in range(160)
    )
    pages = [
        page.extract_text()
        for page in opened(Table("", tuple("abcd"), rows, (4, 1, 1, 1))).pages
    ]
    assert len(pages) > 10
    for page in pages:
        first, *others = (set(re.findall(rf"{x}(\d+)", page)) for x in "ABCDE")
        assert all(other == first for other in others)


def test_no_two_lines_stand_alone_under_a_repeated_head() -> None:
    """Of so many lengths that some page breaks near the end of one."""
    tables = [
        Table(
            "",
            ("Nummer", "Hvem"),
            tuple((text(f"T{t}R{r}"), text("Kommune")) for r in range(1 + t % 15)),
        )
        for t in range(60)
    ]
    reader = opened(*tables)
    pages = [page.extract_text() for page in reader.pages]
    parts = [Counter(re.findall(r"T(\d+)R\d+", page)) for page in pages]
    whole = {str(at): len(table.rows) for at, table in enumerate(tables)}
    assert sum(parts, Counter()) == whole
    torn = [
        after[at] for before, after in pairwise(parts) for at in before.keys() & after
    ]
    assert len(torn) > 3
    assert min(torn) >= TOGETHER
    assert not any(re.search(r"Nummer Hvem\s*(Side|Prøve)", page) for page in pages)


def test_a_word_of_thirty_letters_stays_in_its_column() -> None:
    row = (text("1"), *(text(word) for word in (*LONG_WORDS, LONG_WORDS[0])))
    page = opened(Table("", HEAD, (row,), WIDTHS)).pages[0]
    said = page.extract_text()
    assert not any(word in said for word in LONG_WORDS)
    joined = re.sub(r"\s", "", said)
    assert all(word in joined for word in LONG_WORDS)


@pytest.mark.parametrize(
    "cell",
    [
        text(Span("udskrivningskoordinationsmøderne", bold=True)),
        text("(udskrivningskoordinationsmøderne), og"),
        text("Kommune/udskrivningskoordinationsmøderne"),
        text("Straks når\nudskrivningskoordinationsmøderne 2026"),
        text("XUDSKRIVNINGSKOORDINATIONSMØDER"),
    ],
)
def test_a_divided_word_copies_without_a_hyphen(cell: Any) -> None:
    many = (text("1"), *[cell] * 5)
    said = opened(Table("", HEAD, (many,), WIDTHS)).pages[0].extract_text()
    wanted = re.sub(r"\s", "", "".join(span.text for span in cell))
    copied = re.sub(r"\s", "", said)
    assert copied.count(wanted) == 5
    assert not set("\xad\u200b\u2010") & set(said)


def test_a_table_in_a_list_stays_within_the_page() -> None:
    row = (text("1"), *(text(word) for word in (*LONG_WORDS, LONG_WORDS[0])))
    within = Items(((paragraph("Tabel"), Table("", HEAD, (row,), WIDTHS)),), False)
    reader = opened(within)
    said = re.sub(r"\s", "", reader.pages[0].extract_text())
    assert all(word in said for word in LONG_WORDS)
    root: Any = reader.trailer["/Root"]
    (found,) = tagged(root["/StructTreeRoot"], "/Table")
    (box,) = [a["/BBox"] for a in found["/A"] if "/BBox" in a]
    assert float(box[2]) <= float(reader.pages[0].mediabox.right) - 56


def test_an_address_is_not_divided_by_a_hyphen() -> None:
    href = "https://katalog.example/aftaler/udskrivningskoordinationsmoederne/2"
    cell = text(Span(href, href=href))
    page = opened(Table("", HEAD, ((*[text("1")] * 5, cell),), WIDTHS)).pages[0]
    assert href in re.sub(r"\s", "", page.extract_text())


def test_a_hyphen_of_ones_own_stays() -> None:
    said = opened(paragraph("dag-til-dag"), listed(heads_rows=True)).pages[0]
    assert "dag-til-dag" in said.extract_text()


def test_nothing_that_fits_or_not_copies_with_soft_hyphens(whole: Publication) -> None:
    reader = PdfReader(io.BytesIO(pdf.render(whole)))
    assert not any("\xad" in page.extract_text() for page in reader.pages)


def test_a_column_has_room_for_its_longest_word_where_there_is_any() -> None:
    lines = ((text("1"), text("Behandlingsansvarlig overlæge"), text("Hurtigt")),)
    narrow = Table("", ("Nr.", "Hvem", "Frist"), lines, (4, 1, 5))
    widths = widths_of(narrow, 9)
    assert round(sum(widths), 3) == BREADTH
    said = opened(Heading(2, "Tabel", "t"), narrow).pages[0].extract_text()
    assert "Behandlingsansvarlig" in said
