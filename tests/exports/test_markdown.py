"""The appendix as Markdown: read again it says the same, and text stays text.

Also covers registry/documents/markdown.py.
"""

import re
from html import unescape

import pytest

from registry.documents.blocks import paragraph
from registry.exports import markdown
from registry.exports.publication import Publication
from registry.markup.markdown_html import to_html
from tests.exports.samples_document import document, every_block

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
