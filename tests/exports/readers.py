"""The generated files, read back: the agreements of an appendix' list, as each format
has them.
"""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple
from xml.etree import ElementTree

import docx
from pypdf import PdfReader
from pypdf.generic import Destination

from registry.rules.row_listing import EVIDENCE_HEAD, OVERVIEW_HEAD, ROWS_HEAD

PROVENANCE = "Om dette appendiks"
UNSETTLED = "Aftaler, der afklares"
EXCEL = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
# Excel counts days from here; no edition has a number as high as the first day told.
EPOCH, FIRST_DAY = date(1899, 12, 30), 20_000
LABELS = ("Udgave", "Status", "I kraft fra", "Lovgrundlag", "Adresse")


class Listed(NamedTuple):
    """What every format says of one agreement."""

    title: str
    version: str
    status: str
    address: str


class Read(NamedTuple):
    """What was read: the agreements by chapter, the statement, the number told, the
    fingerprint.
    """

    continued: list[Listed]
    unsettled: list[Listed]
    number: int
    fingerprint: str


def number_in(text: str) -> int:
    match = re.search(r"Følgende (\d+) eksisterende aftale", text)
    assert match
    return int(match[1])


def read_docx(content: bytes) -> Read:
    parts: dict[str, list[dict[str, str]]] = {"list": [], UNSETTLED: []}
    part, text = "list", []
    for paragraph in docx.Document(io.BytesIO(content)).paragraphs:
        written = "".join(
            run.text
            for run in paragraph.iter_inner_content()  # runs and links
        )
        text.append(written)
        style = paragraph.style.name if paragraph.style else ""
        if style == "Heading 2":
            part = (
                UNSETTLED
                if written == UNSETTLED
                else written
                if part == UNSETTLED
                else part
            )
            parts.setdefault(part, [])
        elif style == "Heading 4":
            parts[part].append({"title": written})
        elif parts[part]:
            label, _, value = written.partition(": ")
            parts[part][-1].setdefault(label, value)
    return _read(parts, "\n".join(text))


def read_markdown(content: bytes) -> Read:
    parts: dict[str, list[dict[str, str]]] = {"list": [], UNSETTLED: []}
    part, text = "list", content.decode()
    for line in text.split("\n"):
        if line.startswith("## "):
            part = (
                UNSETTLED
                if line[3:] == UNSETTLED
                else line
                if part == UNSETTLED
                else part
            )
            parts.setdefault(part, [])
        elif line.startswith("#### "):
            parts[part].append({"title": line[5:]})
        elif (fact := re.match(r"- \*\*(.+?):\*\* <?(.*?)>?$", line)) and parts[part]:
            parts[part][-1].setdefault(fact[1], fact[2])
    return _read(parts, text.replace("**", ""))


def read_html(content: bytes) -> Read:
    text = content.decode()
    chapters = re.split(r'<h2 id="(?:afklares|aendringer|om-appendikset)">', text)
    parts = {
        "list": _html_agreements(chapters[0]),
        UNSETTLED: _html_agreements(chapters[1]),
    }
    return _read(parts, re.sub(r"</dt><dd>", ": ", text))


def _html_agreements(text: str) -> list[dict[str, str]]:
    entries = []
    for part in re.split(r"<h4 id=", text)[1:]:
        title = re.match(r'"[^"]*">(.*?)</h4>', part)
        facts = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", part)
        assert title
        entry = {
            "title": title[1],
            **{k: re.sub("<[^>]+>", "", v) for k, v in reversed(facts)},
        }
        entries.append(entry)
    return entries


@cache
def read_pdf(content: bytes) -> Read:
    """Read once: to find the words of all pages takes seconds."""
    reader = PdfReader(io.BytesIO(content))
    text = pdf_text(reader)
    chapters: dict[str, list[str]] = {}
    for chapter, children in _outline(reader.outline[1:][0]):
        part = (
            UNSETTLED
            if chapter == UNSETTLED
            else PROVENANCE
            if not children
            else "list"
        )
        chapters.setdefault(part, []).extend(
            title for _, within in _outline(children) for title, _ in _outline(within)
        )
    facts = re.findall(r"Udgave: (\d+) Status: (\w+) I kraft fra: ", text)
    addresses = _addresses(reader)
    listed = [
        {"title": title, "Udgave": version, "Status": status, "Adresse": address}
        for title, (version, status), address in zip(
            [*chapters["list"], *chapters[UNSETTLED]], facts, addresses, strict=True
        )
    ]
    cut = len(chapters["list"])
    return _read({"list": listed[:cut], UNSETTLED: listed[cut:]}, text)


_HEADS = "|".join(
    re.escape(" ".join(head)) for head in (OVERVIEW_HEAD, ROWS_HEAD, EVIDENCE_HEAD)
)


def pdf_text(reader: PdfReader) -> str:
    """The text of all pages without their footers and heads, nor a table's head on
    another page than its first; blanks made one.
    """
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    return re.sub(
        r" ?(Illustrativt eksempel, ikke de vedtagne aftaletekster\. )?"
        r"(Fingeraftryk [0-9a-f]{16} )?Side \d+ af \d+"
        r"( Appendiks: Eksisterende aftaler[^·]+ · pr\. \d+\. \w+ \d{4}"
        r"| .{0,300}? · udgave \d+ · pr\. \d+\. \w+ \d{4}"
        rf"(?: (?:{_HEADS}))?)?",
        "",
        text,
    )


def _outline(items: Any) -> list[tuple[str, list[Any]]]:
    """Each bookmark with those under it."""
    outline: list[tuple[str, list[Any]]] = []
    for item in items:
        if isinstance(item, Destination):
            outline.append((str(item.title), []))
        else:
            outline[-1] = (outline[-1][0], item)
    return outline


def _addresses(reader: PdfReader) -> list[str]:
    """The agreements' links in order; one over two lines is there twice."""
    links = [
        str(annotation.get_object()["/A"]["/URI"])
        for page in reader.pages
        for annotation in page.get("/Annots", [])
        if "/URI" in annotation.get_object().get("/A", {})
    ]
    return list(dict.fromkeys(link for link in links if "/udgaver/" in link))


def read_csv(content: bytes) -> Read:
    lines = list(
        csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";")
    )
    continued, unsettled = _lines(lines)
    return Read(continued, unsettled, len(continued), "")


def read_xlsx(content: bytes) -> Read:
    (head, *rows), about = sheets(content)
    continued, unsettled = _lines([dict(zip(head, row, strict=True)) for row in rows])
    text = "\n".join(": ".join(line) for line in about)
    whole = _read({"list": [], UNSETTLED: []}, text)
    return Read(continued, unsettled, whole.number, whole.fingerprint)


def sheets(content: bytes) -> list[list[list[str]]]:
    """The cells of each sheet, line by line, as Excel would show them."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        shared = ElementTree.fromstring(packed.read("xl/sharedStrings.xml"))
        texts = ["".join(item.itertext()) for item in shared]
        sheets = []
        for number in (1, 2):
            sheet = ElementTree.fromstring(
                packed.read(f"xl/worksheets/sheet{number}.xml")
            )
            rows = sheet.iterfind(f".//{EXCEL}row")
            sheets.append([[_shown(cell, texts) for cell in row] for row in rows])
    return sheets


def _shown(cell: ElementTree.Element, texts: list[str]) -> str:
    """A text as it is, a number as its digits, and a date, which has a look of its own,
    as its day.
    """
    value = cell.findtext(f"{EXCEL}v") or ""
    if cell.get("t") == "s":
        return texts[int(value)]
    is_day = value and int(value) > FIRST_DAY
    return str(EPOCH + timedelta(days=int(value))) if is_day else value


def _lines(lines: list[dict[str, str]]) -> tuple[list[Listed], list[Listed]]:
    """The agreements of a table: those that continue, and those that are unsettled."""
    agreements = [line for line in lines if line["Linje"] == "aftale"]
    parts = {
        part: [
            {**line, "title": line["Aftale"]}
            for line in agreements
            if line["Afsnit"] == name
        ]
        for part, name in (("list", "videreføres"), (UNSETTLED, "afklares"))
    }
    return _listed(parts["list"]), _listed(parts[UNSETTLED])


def read_json(content: bytes) -> Read:
    data = json.loads(content)
    continued, unsettled = (
        [
            Listed(e["title"], str(e["version"]), e["status"], e["url"])
            for e in data[name]
        ]
        for name in ("items", "unsettled")
    )
    assert number_in(data["statement"]) == data["total"]
    return Read(continued, unsettled, data["total"], data["provenance"]["fingerprint"])


def _read(parts: Mapping[str, list[dict[str, str]]], text: str) -> Read:
    fingerprint = re.search(
        r"Fingeraftryk\(SHA-256\):([0-9a-f]{64})", re.sub(r"\s", "", text)
    )
    assert fingerprint
    return Read(
        _listed(parts["list"]),
        _listed(parts[UNSETTLED]),
        number_in(text),
        fingerprint[1],
    )


def _listed(entries: list[dict[str, str]]) -> list[Listed]:
    return [Listed(e["title"], e["Udgave"], e["Status"], e["Adresse"]) for e in entries]


READERS: dict[str, Callable[[bytes], Read]] = {
    "html": read_html,
    "docx": read_docx,
    "pdf": read_pdf,
    "md": read_markdown,
    "xlsx": read_xlsx,
    "csv": read_csv,
    "json": read_json,
}
