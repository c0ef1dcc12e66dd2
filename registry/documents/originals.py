"""All that can be read in an original, for looking for what must not stand in it, and
what it holds beside its text.
"""

import html
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import NamedTuple

DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

# Far more than an agreement has; what is larger was refused when it was taken in.
MOST_CHARACTERS = 20_000_000
_PARTS = re.compile(r"\.(?:xml|rels)$")
# What parts one word from the next; every other tag may stand inside of a word.
_BREAKS = re.compile(r"</(?:w:p|w:tc|a:p)>|<(?:w:br|w:cr|w:tab)\b[^>]*>")
_ATTRIBUTES = re.compile(r'\s(?:descr|title|Target|w:author|w:alias)="([^"]*)"')
_TAGS = re.compile(r"<[^>]*>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\b[^>]*>")
_EXTERNAL = re.compile(r"""TargetMode=["']External""")
_LINK = re.compile(r"/hyperlink[\"']")
_PEOPLE = re.compile(
    r"<(?:dc:creator|cp:lastModifiedBy)>([^<]*)<|\bw:author=\"([^\"]*)\""
)
BROKEN = "Filen kan ikke læses som en Word-fil."
WAY_ON = "Indlæs den uden i den næste udgave, så kan læserne få den."
FETCHED = (
    "Filen henter noget uden for sig selv (en skabelon, et billede eller et ark), når "
    f"den åbnes. {WAY_ON}"
)
# By the names of parts and of relations. What is embedded is a file of its own, which
# nobody has looked through.
REFUSED = (
    (
        re.compile(r"vbaproject|vbadata|wordvba|macrosheet", re.I),
        f"Filen har makroer. {WAY_ON}",
    ),
    (re.compile(r"activex|/control[\"']", re.I), f"Filen har ActiveX. {WAY_ON}"),
    (
        re.compile(r"embeddings/|afchunk|/attachedtoolbars", re.I),
        f"Filen har andre filer i sig (fx et regneark). {WAY_ON}",
    ),
)
COUNTED = (
    (
        re.compile(r"<w:comment\b[^>]*\bw:id="),
        "Filen har 1 kommentar.",
        "Filen har {} kommentarer.",
    ),
    (
        re.compile(r"<w:(?:ins|del|moveFrom|moveTo)\b[^>]*\bw:id="),
        "Filen har 1 sporet ændring.",
        "Filen har {} sporede ændringer.",
    ),
)
HIDDEN = re.compile(r"<w:vanish\s*/>|<w:vanish w:val=\"(?:1|true|on)\"")
PICTURES = re.compile(r"^word/media/", re.M)


def text_of(media_type: str, data: bytes) -> str:
    """The text of a plain text or a Word file, with notes, heads, comments, deleted
    text, properties and where links lead; of anything else, of its bytes.
    """
    if media_type.startswith("text/") or not zipfile.is_zipfile(io.BytesIO(data)):
        return data.decode("utf-8", errors="replace")

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [
            archive.read(item).decode("utf-8", errors="replace")
            for item in archive.infolist()
            if _PARTS.search(item.filename) and item.file_size < MOST_CHARACTERS
        ]

    return "\n".join(map(_text_of_part, parts))


def _text_of_part(part: str) -> str:
    attributes = _ATTRIBUTES.findall(part)
    text = _TAGS.sub("", _BREAKS.sub("\n", part))
    return html.unescape("\n".join([text, *attributes]))


class Examined(NamedTuple):
    """What a Word file is besides its text. `refused`: why it is not given to others;
    `warnings`: what whoever gets it should know.
    """

    refused: str
    warnings: tuple[str, ...]


def examined(data: bytes) -> Examined:
    """What stands in a Word file that its text does not show. Nothing in it is run or
    fetched.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            parts = {
                item.filename: archive.read(item).decode("utf-8", errors="replace")
                for item in archive.infolist()
                if _PARTS.search(item.filename) and item.file_size < MOST_CHARACTERS
            }
    except zipfile.BadZipFile:
        return Examined(BROKEN, ())

    listed = "\n".join(names)
    relations = "\n".join(text for name, text in parts.items() if name[-5:] == ".rels")
    refused = next(
        (why for where, why in REFUSED if where.search(f"{listed}\n{relations}")), ""
    )
    if not refused and _fetches(relations):
        refused = FETCHED
    return Examined(refused, tuple(_warnings(listed, parts)))


def _fetches(relations: str) -> bool:
    """Whether Word would fetch anything when it opens the file; a link is no such."""
    return any(
        _EXTERNAL.search(relation) and not _LINK.search(relation)
        for relation in _RELATION.findall(relations)
    )


def _warnings(listed: str, parts: Mapping[str, str]) -> Iterator[str]:
    written = "\n".join(parts.values())
    for mark, one, many in COUNTED:
        if number := len(mark.findall(written)):
            yield one if number == 1 else many.format(number)
    if HIDDEN.search(written):
        yield "Filen har skjult tekst."
    if number := len(PICTURES.findall(listed)):
        yield "Filen har 1 billede." if number == 1 else f"Filen har {number} billeder."

    written_names = (name for pair in _PEOPLE.findall(written) for name in pair)
    names = {html.unescape(name).strip() for name in written_names} - {""}
    if names:
        yield f"Filen nævner som forfatter: {', '.join(sorted(names))}."
