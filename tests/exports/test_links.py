"""A link to a page of the catalogue leads there from a file as well."""

import pytest

from registry.documents.richtext import blocks_of
from registry.exports.html import fragment
from registry.exports.links import leading_out
from tests.exports.samples_document import document

URL = "https://katalog.example"


@pytest.mark.parametrize(
    "markdown",
    [
        "Se [KOL](/aftaler/kol).",
        "- Se [KOL](/aftaler/kol).",
        "> Se [KOL](/aftaler/kol).",
        "| Hvad |\n| --- |\n| Se [KOL](/aftaler/kol) |",
    ],
)
def test_a_relative_link_is_made_whole_wherever_it_stands(markdown: str) -> None:
    blocks = blocks_of(markdown, level=2, anchor="a")
    written = fragment(document(*leading_out(blocks, f"{URL}/")).document)
    assert f'href="{URL}/aftaler/kol"' in written


@pytest.mark.parametrize("href", ["https://a.example/x", "mailto:a@b.example"])
def test_another_link_stays_as_it_is(href: str) -> None:
    blocks = blocks_of(f"Se [her]({href}).", level=2, anchor="a")
    assert leading_out(blocks, URL) == tuple(blocks)
