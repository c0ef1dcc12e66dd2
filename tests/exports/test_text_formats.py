"""Markdown, HTML and CSV: what is text in the content stays text in the file."""

import csv
import io
import re
from collections.abc import Callable
from html import unescape

import pytest

from registry.catalogue import Catalogue
from registry.documents.blocks import paragraph
from registry.exports import csv_, html, markdown
from registry.exports.appendix import publication_of
from registry.exports.publication import Publication
from registry.render import to_html
from tests.exports.samples import findings
from tests.exports.samples_document import SPECIAL, document, every_block

pytestmark = pytest.mark.slow


def as_read(made: Publication) -> str:
    """The Markdown as the catalogue itself reads it."""
    return to_html(markdown.markdown(made.document))


def test_markdown_read_again_says_the_same() -> None:
    read = as_read(every_block())
    for part in (
        "<strong>fed</strong>",
        "<em>kursiv</em>",
        'href="https://eksempel.example/a?b=1&amp;c=2"',
        "<blockquote>",
        "<td>Kommune</td>",
        "&lt;b&gt; &amp; &quot;citat&quot; *stjerne* _under_".replace("&quot;", '"'),
    ):
        assert part in read


@pytest.mark.parametrize(
    "text",
    [
        "# ingen overskrift",
        "1. ingen liste",
        "- ingen liste",
        "+ heller ikke",
        "<hr>",
        "|a|b|",
        "&lt; navngivet",
    ],
)
def test_text_does_not_become_markup(text: str) -> None:
    read = as_read(document(paragraph(text)))
    inner = re.findall(r"<p>(.*?)</p>", read, re.DOTALL)
    assert unescape(inner[-1]) == text


def test_html_escapes_what_it_holds() -> None:
    made = html.render(every_block()).decode()
    assert "&lt;b&gt; &amp; &quot;citat&quot;" in made
    assert "<script" not in made and "<style" not in made and " style=" not in made


def test_html_is_a_whole_page_with_one_title() -> None:
    made = html.render(every_block()).decode()
    assert made.startswith('<!doctype html>\n<html lang="da">')
    assert made.count("<h1") == 1
    anchors = re.findall(r'href="#([^"]+)"', made)
    assert anchors and all(f'id="{anchor}"' in made for anchor in anchors)


def test_a_line_of_the_table_begins_no_formula(catalogue: Catalogue) -> None:
    made = csv_.render(publication_of(findings(catalogue, rows=True)))
    lines = list(csv.DictReader(io.StringIO(made.decode("utf-8-sig")), delimiter=";"))
    (row,) = (line for line in lines if line["Linje"] == "snitflade")
    assert row["Snitflade"] == "proeve-lokal.koersel"
    assert row["Snitflade: Opgave"] == "'=KØRSEL() hjem til Nordby"
    assert row["Snitflade: Frist"] == "'+1 dag efter besked"


def test_the_short_table_has_fewer_columns(make: Callable[..., Publication]) -> None:
    whole, short = make().table, make(full=False).table
    assert set(short[0]) < set(whole[0])
    assert len(short) == len(whole)
    assert SPECIAL not in short[0]
