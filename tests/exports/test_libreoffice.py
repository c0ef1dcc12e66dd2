"""The Word files as another program shows them: pages, bookmarks, repeated heads,
numbers.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from pypdf import PdfReader

from registry.catalogue.queries import Catalogue
from registry.clock import Moment
from registry.documents.blocks import LabelledValues, Table, plain, text
from registry.documents.richtext import blocks_of
from registry.exports.agreement import agreement
from registry.exports.docx import render
from registry.exports.docx_tables import ROWS_TOGETHER
from registry.exports.publication import Publication
from tests import programs
from tests.exports.office import converted
from tests.exports.readers import number_in
from tests.exports.samples import ON, PUBLIC_URL
from tests.exports.samples_document import document

pytestmark = pytest.mark.slow

LISTS = """
1. Første
2. Anden

Mellemtekst.

1. Begynder forfra
2. Igen anden
"""
NESTED = "\n".join(f"{'    ' * at}1. Trin {at + 1}" for at in range(6))
ROWS = 150
LONG = Table(
    "Mange rækker",
    ("Hvem", "Hvad"),
    tuple((text(f"Nr {n}."), text("Gør")) for n in range(ROWS)),
)
# Of so many lengths that some page breaks near the beginning and the end of one.
TABLES = [
    Table(
        "",
        ("Nummer",),
        tuple((text(f"T{table}R{row}"),) for row in range(5 + table % 9)),
    )
    for table in range(40)
]
MOST_ROWS = 3


@pytest.fixture(scope="module")
def publications(shipped: Catalogue, whole: Publication) -> dict[str, Publication]:
    """The fullest appendix, the agreements with the most rows, and a document of our
    own.
    """
    snapshot = shipped.at(Moment(ON))
    agreements = sorted(snapshot.agreements.values(), key=lambda a: len(a.shown.rows))[
        -MOST_ROWS:
    ]
    own = document(
        *blocks_of(f"{LISTS}\nSlut.\n\n{NESTED}", level=2, anchor="tekst"),
        LONG,
        *TABLES,
    )
    singles = {a.slug: agreement(snapshot, a, a.shown, PUBLIC_URL) for a in agreements}
    return {"appendiks": whole, "egen": own, **singles}


@pytest.fixture(scope="module")
def shown(
    publications: dict[str, Publication], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, PdfReader]:
    files = {name: render(publication) for name, publication in publications.items()}
    return converted(files, tmp_path_factory.mktemp("libreoffice"))


@pytest.fixture(scope="module")
def pages(shown: dict[str, PdfReader]) -> dict[str, list[str]]:
    """The text of each page."""
    return {
        name: [page.extract_text() for page in pdf.pages] for name, pdf in shown.items()
    }


def unbroken(value: str) -> str:
    """Without blanks, as lines and cells are broken anywhere, and without footers."""
    return re.sub(r"\s", "", re.sub(r"Side \d+ af \d+\s*$", "", value))


def bookmarks(items: list[Any], level: int = 1) -> Iterator[tuple[int, str]]:
    for item in items:
        if isinstance(item, list):
            yield from bookmarks(item, level + 1)
        else:
            yield level, str(item.title)


def test_a_missing_program_skips_its_tests_but_in_ci_they_fail(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SOFFICE", "findes-ikke")
    monkeypatch.setattr(programs, "IN_CI", False)
    with pytest.raises(pytest.skip.Exception, match="LibreOffice mangler"):
        programs.program("LibreOffice")
    monkeypatch.setattr(programs, "IN_CI", True)
    with pytest.raises(pytest.fail.Exception, match="LibreOffice mangler"):
        programs.program("LibreOffice")


def test_every_heading_is_a_bookmark_at_its_level(
    publications: dict[str, Publication], shown: dict[str, PdfReader]
) -> None:
    for name, publication in publications.items():
        headings = [(h.level, h.text) for h in publication.document.headings]
        assert list(bookmarks(shown[name].outline)) == headings, name


def test_every_page_tells_its_number_and_how_many_there_are(
    pages: dict[str, list[str]],
) -> None:
    for name, made in pages.items():
        assert len(made) > 1, name
        for number, page in enumerate(made, 1):
            assert page.rstrip().endswith(f"Side {number} af {len(made)}"), (
                name,
                number,
            )


def test_everything_in_the_tables_and_facts_is_shown(
    publications: dict[str, Publication], pages: dict[str, list[str]]
) -> None:
    count = 0
    for name, publication in publications.items():
        made = "".join(unbroken(page) for page in pages[name])
        blocks = publication.document.blocks
        cells = [
            c for b in blocks if isinstance(b, Table) for row in b.rows for c in row
        ]
        for value in cells:
            assert unbroken(plain(value)) in made, (name, value)
            count += 1
        for label, value in (
            f for b in blocks if isinstance(b, LabelledValues) for f in b.facts
        ):
            assert unbroken(label) in made and unbroken(plain(value))[:40] in made, (
                name,
                label,
            )
    assert count > 2000


def test_the_number_in_the_text_is_that_of_the_agreements_shown(
    whole: Publication, shown: dict[str, PdfReader], pages: dict[str, list[str]]
) -> None:
    text = " ".join(" ".join(pages["appendiks"]).split())
    items = whole.data["items"]
    assert number_in(text) == len(items) == whole.data["total"]
    titles = [
        title for level, title in bookmarks(shown["appendiks"].outline) if level == 4
    ]
    assert titles[: len(items)] == [item["title"] for item in items]


def test_a_tables_head_is_repeated_on_every_page(pages: dict[str, list[str]]) -> None:
    with_rows = [page for page in pages["egen"] if re.search(r"Nr \d+\.", page)]
    assert len(with_rows) > 2
    assert all(page.count("Hvem Hvad") == 1 for page in with_rows)
    assert all(page.startswith("Hvem Hvad") for page in with_rows[1:])


def test_a_page_neither_begins_nor_ends_with_a_line_of_a_table(
    pages: dict[str, list[str]],
) -> None:
    parts = [Counter(re.findall(r"T(\d+)R\d+", page)) for page in pages["egen"]]
    assert sum(parts, Counter()) == {
        str(at): len(t.rows) for at, t in enumerate(TABLES)
    }
    torn = [
        at for before, after in pairwise(parts) for at in before.keys() & after.keys()
    ]
    assert len(torn) > 3
    assert min(min(part.values()) for part in parts if part) >= ROWS_TOGETHER


def test_every_numbered_list_begins_at_one(pages: dict[str, list[str]]) -> None:
    text = "\n".join(pages["egen"])
    numbers = ("1. Første", "2. Anden", "1. Begynder forfra", "2. Igen anden")
    nested = [f"1. Trin {step}" for step in range(1, 7)]
    assert re.findall(
        r"\d\. (?:Første|Anden|Begynder forfra|Igen anden|Trin \d)", text
    ) == [
        *numbers,
        *nested,
    ]


def test_it_is_danish_and_has_its_properties(
    publications: dict[str, Publication], shown: dict[str, PdfReader]
) -> None:
    for name, publication in publications.items():
        assert str(shown[name].root_object["/Lang"]) == "da-DK", name
        properties = shown[name].metadata
        assert properties is not None
        assert properties.title == publication.document.title
        assert (properties.subject, properties.author) == (
            publication.document.subject,
            "Snitfladekataloget",
        )
