"""Every way to read an agreement, and what a reader meets there: words in order."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Any, NamedTuple

import docx
from docx.oxml.ns import qn
from pypdf import PdfReader

from registry.markup.markdown_html import to_html
from registry.markup.small import PLACES, placed
from tests.exports.readers import pdf_text, sheets
from tests.web import forms
from tests.web.typed import TASK
from tests.web.writing import DRAFTS, SLUG

# Elements that part no words from each other, and those whose text nobody is shown.
WITHIN = frozenset(
    {"a", "abbr", "b", "del", "em", "i", "ins", "mark", "span", "strong", "sub", "sup"}
)
UNSEEN = frozenset({"script", "style", "summary", "datalist", "textarea"})
EMPTY = frozenset({"br", "hr", "input", "link", "meta"})
AWAY = ("http:", "https:", "mailto:")
# How differences tell a line that was moved to another level, or a break.
MOVED = re.compile(
    r"\[(?:(?:overskrift|(?:under )?punkt|tekst)(?:, niveau \d)?|ny linje|nyt afsnit)"
    r"\] "
)


class Shown(HTMLParser):
    """A page's words: the numbers of lists and where links lead are told with them.

    `leaving_out`: elements of which nothing is read.
    """

    def __init__(self, html: str, leaving_out: frozenset[str] = frozenset()) -> None:
        super().__init__()
        self.text = ""
        self._without = UNSEEN | leaving_out
        self._unseen: list[str] = []
        self._links: list[tuple[str, int]] = []
        self._place = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag not in EMPTY and (
            self._unseen or tag in self._without or given.get("class") == "sr-only"
        ):
            self._unseen.append(tag)
        self.text += "" if tag in WITHIN else " "
        if tag == "li" and "value" in given:
            self.text += f"{given['value']}. "
        self._place = tag if tag in PLACES else self._place
        if tag == "a":
            self._links.append((given.get("href", ""), len(self.text)))

    def handle_endtag(self, tag: str) -> None:
        if self._unseen and tag == self._unseen[-1]:
            self._unseen.pop()
        self.text += "" if tag in WITHIN else " "
        self._place = "" if tag in PLACES else self._place
        if tag == "a":
            href, start = self._links.pop()
            self.text += _address(href, self.text[start:])

    def handle_data(self, data: str) -> None:
        shown = placed(data, self._place) if self._place else data
        self.text += "" if self._unseen else shown


def _address(href: str, said: str) -> str:
    says_so = said in (href, href.removeprefix("mailto:"))
    return f" ({href}) " if href.startswith(AWAY) and not says_so else ""


def of_page(content: bytes) -> str:
    return Shown(content.decode()).text


def of_answers(content: bytes) -> str:
    """The answers; beside them stands the question itself."""
    cards = re.findall(r"<article.*?</article>", content.decode(), re.S)
    return of_page("".join(cards).encode())


def of_form(content: bytes) -> str:
    """What stands in the fields."""
    reader = forms.Reader()
    reader.feed(content.decode())
    return "\n".join(value for form in reader.forms for _, value in form.fields)


def of_later(content: bytes) -> str:
    """The later text of two whose differences are shown."""
    return MOVED.sub("", Shown(content.decode(), frozenset({"del"})).text)


def of_earlier(content: bytes) -> str:
    return MOVED.sub("", Shown(content.decode(), frozenset({"ins"})).text)


def of_markdown(content: bytes) -> str:
    return of_page(to_html(content.decode()).encode())


def of_csv(content: bytes) -> str:
    lines = csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";")
    return "\n".join(cell for line in lines for cell in line)


def of_xlsx(content: bytes) -> str:
    return "\n".join(
        cell for sheet in sheets(content) for line in sheet for cell in line
    )


def of_json(content: bytes) -> str:
    return "\n".join(_strings(json.loads(content)))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _strings(one)


def of_pdf(content: bytes) -> str:
    """A sign that its letters cannot show is told by its number."""
    told = pdf_text(PdfReader(io.BytesIO(content)))
    return re.sub(r"\[U\+([0-9A-F]+)\]", lambda found: chr(int(found[1], 16)), told)


def of_docx(content: bytes) -> str:
    """The paragraphs in order, with the numbers that Word counts."""
    file = docx.Document(io.BytesIO(content))
    counted = _Counted(file)
    paragraphs = file.element.body.iter(qn("w:p"))
    return "\n".join(f"{counted.number(p)}{_words(file, p)}" for p in paragraphs)


class _Counted:
    """Word's own count: each numbering from where it begins."""

    def __init__(self, file: Any) -> None:
        self._next = {
            num.numId: int(start[0])
            for num in file.part.numbering_part.element.num_lst
            if (start := num.xpath("./w:lvlOverride/w:startOverride/@w:val"))
        }

    def number(self, paragraph: Any) -> str:
        used = paragraph.xpath("./w:pPr/w:numPr/w:numId/@w:val")
        if not used or int(used[0]) not in self._next:
            return ""
        number = self._next[int(used[0])]
        self._next[int(used[0])] += 1
        return f"{number}. "


def _words(file: Any, paragraph: Any) -> str:
    told = ""
    for part in paragraph.iterchildren(qn("w:r"), qn("w:hyperlink")):
        said = "".join(
            "\n" if child.tag == qn("w:br") else child.text or ""
            for child in part.iter(qn("w:t"), qn("w:br"))
        )
        key = part.get(qn("r:id"))
        told += said + (_address(file.part.rels[key].target_ref, said) if key else "")
    return told


class Reader(NamedTuple):
    """One way to read an agreement: where it lies, and how its words are read back.

    `raw`: Markdown stands there as it was typed. `tells_addresses`: where a link leads
    can be read with its words; in a PDF it lies beside them.
    """

    name: str
    address: str
    words: Callable[[bytes], str]
    raw: bool = False
    tells_addresses: bool = True


ROW = "varsel-boern"
HERE, API = f"/aftaler/{SLUG}", "/api/v1"
APPENDIX = "/appendiks?sundhedsaftale=sundhedsaftale-2024-2027&raekker=1&format="
PAGES = (
    ("agreement", HERE),
    ("version", f"{HERE}/udgaver/{{number}}"),
    ("row", f"/snitflader/{SLUG}.{ROW}"),
    ("table", "/snitflader"),
    ("appendix", f"{APPENDIX}html"),
    ("offline copy", "/redaktion/noedkopi/fil"),
    ("draft", f"{DRAFTS}/{{draft}}/vis"),
    ("for adoption", "{adoption}"),
)
DATA = (
    ("table as csv", "/snitflader?format=csv", of_csv),
    ("appendix as csv", f"{APPENDIX}csv", of_csv),
    ("appendix as xlsx", f"{APPENDIX}xlsx", of_xlsx),
    ("appendix as json", f"{APPENDIX}json", of_json),
    ("api: agreement", f"{API}/agreements/{SLUG}", of_json),
    ("api: version", f"{API}/agreements/{SLUG}/versions/{{number}}", of_json),
    ("api: rows", f"{API}/snitflader", of_json),
    ("form", f"{DRAFTS}/{{draft}}/udgave", of_form),
    ("form of the row", f"{DRAFTS}/{{draft}}/snitflader/{ROW}", of_form),
    ("later text", f"{HERE}/forskel?fra={{before}}&til={{number}}", of_later),
    ("earlier text", f"{HERE}/forskel?fra={{number}}&til={{before}}", of_earlier),
)
READERS = (
    Reader("answers", f"/soeg?q={TASK.end}", of_answers),
    *(Reader(name, address, of_page) for name, address in PAGES),
    *(Reader(name, address, words, raw=True) for name, address, words in DATA),
    *(
        Reader(
            f"{name} as {key}", f"{address}{key}", words, tells_addresses=key != "pdf"
        )
        for name, address in (("agreement", f"{HERE}?format="), ("appendix", APPENDIX))
        for key, words in (("docx", of_docx), ("pdf", of_pdf), ("md", of_markdown))
    ),
)
