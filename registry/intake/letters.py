"""The text of a plain file, in whatever letters it was saved: told by its bytes."""

import codecs
import re
from typing import NamedTuple

from registry.errors import BadInput
from registry.intake.read_text import Concern, Remark

NOT_TEXT = (
    "Filen er ikke tekst i UTF-8. Gem den igen som ren tekst med kodningen UTF-8, og "
    "prøv igen."
)
UTF_8, MARKED_UTF_8 = "utf-8", "utf-8-sig"
MARKED = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, MARKED_UTF_8),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Of Latin text in UTF-16 nearly every second byte is none.
EMPTY_BYTES = 0.4
FEW = 0.05
WINDOWS = "cp1252"
# Letters from before UTF-8, the most usual first.
OLDER = {
    WINDOWS: "Windows' egne bogstaver (cp1252)",
    "cp865": "DOS' bogstaver (cp865)",
    "mac_roman": "den gamle Macs bogstaver",
}
_LETTERS = re.compile(r"(?<=[a-zæøå])[æøåéöäü]|\b[æøåÆØÅ](?=[a-zæøå])|\bå\b")
_SIGNS = re.compile(r"(?<=[a-z])[^\w\s.,:;!?()/\"'»«”’–—-](?=[a-z])|[¾¿Œ†›‘](?=[a-z])")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
DOS_END = "\x1a"


class Letters(NamedTuple):
    """A file's text, and what a person must know of how it was read."""

    text: str
    remarks: tuple[Remark, ...] = ()


def text_in(data: bytes) -> Letters:
    """The text of a file. Raises BadInput for what is no text."""
    name = next((name for mark, name in MARKED if data.startswith(mark)), "")
    name = name or _wide(data)
    if name:
        return Letters(_decoded(data, name), _remarks_on(name))
    try:
        return Letters(data.decode(UTF_8))
    except UnicodeDecodeError:
        return _older(data)


def _wide(data: bytes) -> str:
    """The kind of UTF-16 that unmarked bytes are in; empty for none."""
    half = len(data) // 2
    if not half or len(data) % 2:
        return ""
    first, second = data[::2].count(0) / half, data[1::2].count(0) / half
    if second > EMPTY_BYTES and first < FEW:
        return "utf-16-le"
    return "utf-16-be" if first > EMPTY_BYTES and second < FEW else ""


def _older(data: bytes) -> Letters:
    """In the letters that make the most Danish words."""
    texts = {
        name: text
        for name in OLDER
        if (text := data.decode(name, errors="ignore")).encode(name) == data
    }
    if not texts:
        raise BadInput(NOT_TEXT)

    best = max(texts, key=lambda name: _danish(texts[name]))
    said = f"Filen er læst som {OLDER[best]}. Se æ, ø og å efter."
    concern = Concern.CHANGED if best == WINDOWS else Concern.DOUBT
    return Letters(_checked(texts[best]), (Remark(concern, said),))


def _danish(text: str) -> int:
    """How much more often a letter stands where one should than a sign does."""
    return len(_LETTERS.findall(text)) - len(_SIGNS.findall(text))


def _remarks_on(name: str) -> tuple[Remark, ...]:
    if name == MARKED_UTF_8:
        return ()
    said = f"Filen er læst som {name[:6].upper()}, som Notesblok kalder Unicode."
    return (Remark(Concern.CHANGED, said),)


def _decoded(data: bytes, name: str) -> str:
    try:
        text = data.decode(name)
    except UnicodeDecodeError as error:
        raise BadInput(NOT_TEXT) from error
    return text if name == MARKED_UTF_8 else _checked(text)


def _checked(text: str) -> str:
    """The text without the sign that ends a file of DOS. Raises BadInput where other
    signs show that it is no text.
    """
    text = text.rstrip(DOS_END)
    if _CONTROL.search(text):
        raise BadInput(NOT_TEXT)
    return text
