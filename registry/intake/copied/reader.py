"""Copied HTML as Markdown, by the same blocks as Word files and documents."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import nh3
from lxml import etree
from lxml import html as lxml_html

from registry.documents.blocks import Block, Paragraph
from registry.documents.richtext import blocks_in
from registry.errors import BadInput
from registry.intake.copied import lists, settling, signs, tables
from registry.intake.copied.nodes import Node, depth_of
from registry.intake.limits import MOST_COPIED
from registry.intake.sections import markdown_of
from registry.language.normal import normal
from registry.markup.markdown_html import TAGS
from registry.markup.visible_words import source_words, words_of

PARAMETER = "html"
ATTRIBUTES = {"a": {"href"}, "td": {"colspan", "rowspan"}, "li": {"value"}}
ATTRIBUTES["th"] = ATTRIBUTES["td"]
MOST_DEPTH = 200
MOST_NAMED = 10
# XML, and so the parser, knows no such signs.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
TOO_LONG = (
    "Det kopierede er for stort. Kopiér et afsnit ad gangen, eller indlæs Word-filen."
)
TOO_DEEP = (
    "Det kopierede kan ikke læses, da det ligger i for mange lag. Indsæt det som ren "
    "tekst med Ctrl+Skift+V."
)


@dataclass(frozen=True)
class Copied:
    """What was copied, as Markdown.

    `inline`: it is a stretch of a paragraph, and may stand amid another. `remarks`: a
    Danish sentence for each thing that was not kept as it was.
    """

    text: str
    inline: bool
    remarks: tuple[str, ...]


def read(html: str, own: str = "") -> Copied:
    """The copied HTML as Markdown of the catalogue's dialect.

    `own`: the catalogue's own address, of which links keep the path alone. Raises
    BadInput for what is too large or lies too deep.
    """
    if len(html) > MOST_COPIED:
        raise BadInput(TOO_LONG, PARAMETER)
    body = _parsed(html)
    if depth_of(body) > MOST_DEPTH:
        raise BadInput(TOO_DEEP, PARAMETER)

    remarks = [
        *signs.settle(body),
        *settling.settle(body, own),
        *lists.settle(body),
        *tables.settle(body),
    ]
    blocks = blocks_in(_safe(body), level=1, anchor="afsnit")
    text = normal(markdown_of(blocks))

    remarks += _missing(body, text)
    return Copied(text, _is_inline(blocks), tuple(remarks))


def _parsed(html: str) -> Node:
    parser = lxml_html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True
    )
    written = _CONTROL.sub("", html).encode("utf-8", errors="replace")
    document = lxml_html.document_fromstring(b"<div>" + written + b"</div>", parser)
    return document.find("body")


def _safe(body: Node) -> str:
    return nh3.clean(
        etree.tostring(body, encoding="unicode", method="html"),
        tags=TAGS | {"h1"},
        attributes=ATTRIBUTES,
        link_rel=None,
    )


def _is_inline(blocks: list[Block]) -> bool:
    return len(blocks) == 1 and isinstance(blocks[0], Paragraph)


def _missing(body: Node, text: str) -> Iterator[str]:
    """The words that were copied and stand nowhere in what became of them."""
    copied = words_of(normal(" ".join(body.itertext())))
    lost = Counter(copied) - Counter(source_words(text))

    # A word divided by its looks is whole again in the text, and a raised 2 is ².
    read = text + unicodedata.normalize("NFKC", text)
    words = [word for word in lost if word.isalnum() and word not in read]

    if words:
        more = f" og {len(words) - MOST_NAMED} til" if len(words) > MOST_NAMED else ""
        named = ", ".join(f"«{word}»" for word in words[:MOST_NAMED])
        yield f"Disse ord er ikke kommet med: {named}{more}. Skriv dem selv."
