"""What holds for every format: the same facts, the same bytes, the numbers of the
list.

Also covers registry/exports/appendix.py, registry/exports/appendix_rows.py,
registry/exports/appendix_text.py, registry/exports/appendix_agreements.py,
registry/exports/publication.py and the modules that EXPORTS names, as
tests/test_house.py has it.
"""

import html
import io
import re
from collections.abc import Callable
from datetime import date
from functools import cache

import docx
import pytest
from pypdf import PdfReader

from registry.catalogue.queries import Catalogue
from registry.errors import BadInput
from registry.exports.formats import EXPORTS, export_named
from registry.exports.publication import Publication
from tests.exports.readers import READERS, number_in, pdf_text, sheets
from tests.exports.samples import SHIPPED, appendix_of

pytestmark = pytest.mark.slow

KEYS = tuple(export.key for export in EXPORTS)
Render = Callable[[str], bytes]


@pytest.fixture(scope="module")
def rendered(whole: Publication) -> Render:
    """The fullest appendix in a format, made once."""

    @cache
    def render(key: str) -> bytes:
        return export_named(key).render(whole)

    return render


def text_of(key: str, content: bytes) -> str:
    """Everything that is to be read in a file, blanks made one."""
    if key == "docx":
        file = docx.Document(io.BytesIO(content))
        cells = [c.text for t in file.tables for row in t.rows for c in row.cells]
        text = "\n".join([*(p.text for p in file.paragraphs), *cells])
    elif key == "pdf":
        text = pdf_text(PdfReader(io.BytesIO(content)))
    elif key == "html":
        text = html.unescape(
            re.sub(
                r"<br>", "\n", re.sub(r"</?(strong|em|a)[^>]*>", "", content.decode())
            )
        )
    elif key == "xlsx":
        text = "\n".join(
            cell for sheet in sheets(content) for line in sheet for cell in line
        )
    else:
        text = content.decode()
    return " ".join(text.split())


@pytest.mark.parametrize("key", KEYS)
def test_every_format_holds_the_same_facts(
    shipped: Catalogue, rendered: Render, key: str
) -> None:
    appendix = appendix_of(shipped)
    read = READERS[key](rendered(key))
    for entries, listed in (
        (appendix.continued, read.continued),
        (appendix.unsettled, read.unsettled),
    ):
        assert [
            (e.title, str(e.version), e.status.value, e.address) for e in entries
        ] == [tuple(one) for one in listed]


@pytest.mark.parametrize("key", KEYS)
def test_the_number_told_is_that_of_the_list(rendered: Render, key: str) -> None:
    read = READERS[key](rendered(key))
    assert read.number == len(read.continued) > 1


@pytest.mark.parametrize("key", [key for key in KEYS if key != "csv"])
def test_every_format_carries_the_fingerprint(
    shipped: Catalogue, rendered: Render, key: str
) -> None:
    assert READERS[key](rendered(key)).fingerprint == appendix_of(shipped).fingerprint


@pytest.mark.parametrize("key", ["docx", "pdf", "html"])
def test_every_row_is_there_with_its_mark(
    shipped: Catalogue, rendered: Render, key: str
) -> None:
    text = without_breaks(text_of(key, rendered(key)))
    rows = [row for one in appendix_of(shipped).agreements for row in one.rows]
    assert len(rows) > 50
    for row in rows:
        mark = "" if row.confirmed else "(ikke bekræftet)"
        assert without_breaks(row.snitflade.task + mark) in text, row.id


def without_breaks(text: str) -> str:
    """A PDF breaks words at the end of a line."""
    return re.sub(r"[\s\u00ad\u2010-]", "", text)


@pytest.mark.parametrize("key", KEYS)
def test_the_same_request_gives_the_same_bytes(
    whole: Publication, rendered: Render, key: str
) -> None:
    assert export_named(key).render(whole) == rendered(key)


@pytest.mark.parametrize("key", KEYS)
def test_the_content_says_that_it_is_illustrative(rendered: Render, key: str) -> None:
    if key == "csv":
        pytest.skip("a table has only its columns")
    text = text_of(key, rendered(key))
    assert "ikke de vedtagne aftaletekster" in text or '"illustrative": true' in text


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize(
    "chosen",
    [
        {"full": False},
        {"full": False, "rows": True},
        {"level": 3},
        {"kind": "snitfladekatalog"},
    ],
)
def test_every_choice_can_be_made_in_every_format(
    make: Callable[..., Publication], key: str, chosen: dict[str, object]
) -> None:
    made = export_named(key).render(make(**chosen))
    assert b"snitfladekatalog-hjaelpemidler" in made or key in ("docx", "pdf")


@pytest.mark.parametrize("key", KEYS)
def test_an_empty_list_is_said_to_be_empty(
    make: Callable[..., Publication], key: str
) -> None:
    text = text_of(key, export_named(key).render(make(on=date(2027, 1, 1))))
    assert "Følgende" not in text
    if key != "csv":
        assert "står ingen aftale som videreført under" in text


def test_one_agreement_is_told_in_the_singular(
    make: Callable[..., Publication],
) -> None:
    statement = make(kind="snitfladekatalog").data["statement"]
    assert number_in(statement) == 1
    assert statement.startswith("Følgende 1 eksisterende aftale videreføres under")


def test_a_file_is_named_after_what_it_holds(whole: Publication) -> None:
    chosen = "2026-11-22-fuldt-med-snitflader-siden-2022-06-01"
    name = f"appendiks-{SHIPPED}-{chosen}.docx"
    assert export_named("docx").filename(whole) == name


def test_an_unknown_format_is_refused_by_name() -> None:
    with pytest.raises(BadInput) as refused:
        export_named("odt")
    assert refused.value.field == "format"
    assert "docx" in refused.value.message
