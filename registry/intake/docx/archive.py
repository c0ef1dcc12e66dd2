"""A Word file as an archive: refused for what could harm, before any of it is read as a
document.

Nothing is written to disk and nothing is fetched. What an archive says of its own sizes
is not believed: every part is unpacked with a limit.
"""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from xml.parsers import expat

from registry.intake.docx.package import (
    Outside,
    Package,
    Relation,
    elements,
    part_name,
    relations_of,
)
from registry.intake.docx.refusals import (
    BEGINNINGS,
    FETCHED,
    OTHER_TYPES,
    WORD_TYPES,
    Refusal,
    refused,
)
from registry.intake.limits import LARGEST_FILE, MEGABYTE

MOST_PARTS = 2000
LARGEST_UNPACKED = 100 * MEGABYTE
# Of all parts together; what they become in memory is some ten times that.
LARGEST_XML = 24 * MEGABYTE
# Text that repeats itself packs to a fiftieth; only what is made for it packs to less
# than this.
HIGHEST_RATIO, RATIO_FROM = 200, MEGABYTE
CHUNK = 64 * 1024

PACKED = b"PK\x03\x04"
EMPTY_ARCHIVE = b"PK\x05\x06"
# Office before 2007, and every file with a password
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED, OLD_DOC = (
    "EncryptedPackage".encode("utf-16-le"),
    "WordDocument".encode("utf-16-le"),
)
CONTENT_TYPES = "[content_types].xml"
XML = (".xml", ".rels", ".vml")
# Pages put in whole: only their words are looked at, and of no large one.
PAGES, LARGEST_PAGE = (".htm", ".html", ".xhtml", ".txt"), MEGABYTE
# By the names of parts and of relations. What only the list of types names is not
# there: Word leaves the types of what was deleted, and of every kind of file put in.
ACTIVEX = re.compile(r"(?:^|/)activex|^control$", re.IGNORECASE)
MACROS = re.compile(r"vbaproject|vbadata|^wordvba|macrosheet", re.IGNORECASE)

DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, KeyError),
    *(NotImplementedError, RuntimeError, OverflowError),
)


def check_size(data: bytes) -> None:
    """Raises BadInput for a file that is empty or too large to be looked at."""
    if not data:
        raise refused(Refusal.EMPTY)
    if len(data) > LARGEST_FILE:
        raise refused(Refusal.TOO_LARGE)


def opened(data: bytes) -> Package:
    """The parts of a Word file. Raises BadInput for one that is not to be read."""
    check_size(data)
    _check_beginning(data)

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_listing(archive.infolist())
            parts = _unpacked(archive)
    except DAMAGED as error:
        raise refused(Refusal.BROKEN) from error

    for name, part in parts.items():
        _check_xml(name, part)
    main = _main(parts)
    outside = tuple(_outside(parts))

    return Package(parts, main, outside, _has_macros(parts))


def _check_beginning(data: bytes) -> None:
    if data.startswith(COMPOUND):
        if ENCRYPTED in data:
            raise refused(Refusal.LOCKED)
        raise refused(Refusal.OLD if OLD_DOC in data else Refusal.NOT_DOCX)

    for beginning, refusal in BEGINNINGS.items():
        if beginning in data[:1024].lstrip()[:64]:
            raise refused(refusal)
    if not data.startswith((PACKED, EMPTY_ARCHIVE)):
        raise refused(Refusal.NOT_DOCX)


def _check_listing(members: Iterable[zipfile.ZipInfo]) -> None:
    """What the archive says of itself."""
    members = list(members)
    names = [part_name(member.filename) for member in members]

    if (
        len(members) > MOST_PARTS
        or sum(e.file_size for e in members) > LARGEST_UNPACKED
    ):
        raise refused(Refusal.BOMB)
    if any(_is_bomb(e.file_size, e.compress_size) for e in members):
        raise refused(Refusal.BOMB)
    if any(member.flag_bits & 1 for member in members):
        raise refused(Refusal.LOCKED)

    if any(ACTIVEX.search(name) for name in names):
        raise refused(Refusal.ACTIVEX)
    if len(set(names)) < len(names):
        raise refused(Refusal.BROKEN)
    if any(
        e.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
        for e in members
    ):
        raise refused(Refusal.BROKEN)


def _unpacked(archive: zipfile.ZipFile) -> dict[str, bytes]:
    """The parts that are XML, or pages. The others are unpacked too, to see that they
    are whole.
    """
    parts: dict[str, bytes] = {}
    total = xml = 0

    for member in archive.infolist():
        name = part_name(member.filename)
        is_xml, is_page = name.endswith(XML), name.endswith(PAGES)
        chunks: list[bytes] = []
        size = 0

        with archive.open(member) as file:
            while chunk := file.read(CHUNK):
                size, total, xml = (
                    size + len(chunk),
                    total + len(chunk),
                    xml + is_xml * len(chunk),
                )
                if total > LARGEST_UNPACKED or xml > LARGEST_XML:
                    raise refused(Refusal.BOMB)
                if _is_bomb(size, member.compress_size):
                    raise refused(Refusal.BOMB)
                if is_xml or (is_page and size <= LARGEST_PAGE):
                    chunks.append(chunk)

        if is_xml or is_page:
            parts[name] = b"".join(chunks)
        elif name == "mimetype" or MACROS.search(name):
            parts[name] = b""  # that it is there; nothing reads it

    return parts


def _is_bomb(size: int, packed: int) -> bool:
    return size > RATIO_FROM and size > HIGHEST_RATIO * max(packed, 1)


def _check_xml(name: str, part: bytes) -> None:
    """Refuse definitions, whatever the encoding, before any other parser sees the
    part.
    """
    if not name.lower().endswith(XML):
        return

    def refuse(*_declared: object) -> None:
        raise refused(Refusal.ENTITIES)

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse

    try:
        parser.Parse(part, True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise refused(Refusal.BROKEN) from error


def _main(parts: Mapping[str, bytes]) -> str:
    """The name of the document itself."""
    if "mimetype" in parts and CONTENT_TYPES not in parts:
        raise refused(Refusal.ODT)
    if CONTENT_TYPES not in parts:
        raise refused(Refusal.NOT_DOCX)

    types = " ".join(_types(parts[CONTENT_TYPES]))
    if not any(kind in types.lower() for kind in WORD_TYPES):
        other = (refusal for kind, refusal in OTHER_TYPES.items() if kind in types)
        raise refused(next(other, Refusal.NOT_DOCX))

    targets = [
        r.target for r in relations_of(parts, "").values() if r.kind == "officedocument"
    ]
    main = next((target for target in targets if target in parts), None)
    if main is None:
        raise refused(Refusal.BROKEN)
    return main


def _outside(parts: Mapping[str, bytes]) -> Iterator[Outside]:
    """What would be fetched from elsewhere, but links to click on. Raises BadInput
    where that is text, and for ActiveX.
    """
    for owner, key, relation in _relations(parts):
        if ACTIVEX.search(relation.kind):
            raise refused(Refusal.ACTIVEX)
        if not relation.external or relation.kind == "hyperlink":
            continue
        if relation.kind in FETCHED:
            raise refused(FETCHED[relation.kind], relation.target)
        yield Outside(owner, key, relation.kind, relation.target)


def _has_macros(parts: Mapping[str, bytes]) -> bool:
    kinds = (relation.kind for _, _, relation in _relations(parts))
    return any(map(MACROS.search, (*parts, *kinds)))


def _relations(parts: Mapping[str, bytes]) -> Iterator[tuple[str, str, Relation]]:
    """Each relation, after the part that has it and its key there."""
    for name in parts:
        folder, file = posixpath.split(name)
        if posixpath.basename(folder) == "_rels" and file.endswith(".rels"):
            part = file.removesuffix(".rels")
            owner = posixpath.join(posixpath.dirname(folder), part)
            for key, relation in relations_of(parts, owner).items():
                yield owner, key, relation


def _types(written: bytes) -> list[str]:
    """Every type that the archive gives its parts."""
    return [
        attributes.get("ContentType", "")
        for tag in ("Override", "Default")
        for attributes in elements(written, tag)
    ]
