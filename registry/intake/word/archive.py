"""A Word file as an archive: refused for what could harm, before any of it is read as a document.

Nothing is written to disk and nothing is fetched. What an archive says of its own sizes is not
believed: every part is unpacked with a limit.
"""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple
from urllib.parse import unquote
from xml.parsers import expat

from registry.errors import BadInput

MB = 1024 * 1024
LARGEST = 10 * MB
MOST_PARTS = 2000
LARGEST_UNPACKED = 100 * MB
LARGEST_XML = 24 * MB  # of all parts together; what they become in memory is some ten times that
# Text that repeats itself packs to a fiftieth; only what is made for it packs to less than this.
HIGHEST_RATIO, RATIO_FROM = 200, MB
CHUNK = 64 * 1024

PACKED = b"PK\x03\x04"
EMPTY_ARCHIVE = b"PK\x05\x06"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Office before 2007, and every file with a password
ENCRYPTED, OLD_WORD = ("EncryptedPackage".encode("utf-16-le"), "WordDocument".encode("utf-16-le"))
CONTENT_TYPES, RELATIONSHIPS = "[Content_Types].xml", "_rels/.rels"
XML = (".xml", ".rels", ".vml")
MACROS = re.compile(r"vbaproject|vbadata|macroenabled|activex|macrosheet", re.IGNORECASE)


class Refusal(StrEnum):
    """Why a file is not taken in, and what to do about it."""

    EMPTY = "Filen er tom. Vælg en Word-fil (.docx)."
    TOO_LARGE = (
        "Filen fylder mere end 10 MB. Fjern eller komprimér billederne i Word, eller del "
        "dokumentet i flere, og prøv igen."
    )
    NOT_WORD = (
        "Filen er ikke en Word-fil (.docx). Åbn den i Word, og gem den som Word-dokument (.docx)."
    )
    PDF = (
        "Filen er en PDF. Hent Word-filen, som den er lavet af, eller kopiér teksten, og sæt "
        "den ind som tekst."
    )
    OLD = (
        "Filen er fra en ældre udgave af Word (.doc). Åbn den i Word, vælg Gem som, og gem den som "
        "Word-dokument (.docx)."
    )
    RTF = "Filen er i formatet RTF. Åbn den i Word, og gem den som Word-dokument (.docx)."
    ODT = (
        "Filen er et OpenDocument-dokument (.odt). Åbn den i Word eller LibreOffice, og gem den "
        "som Word-dokument (.docx)."
    )
    SPREADSHEET = "Filen er et regneark. Kun Word-dokumenter (.docx) kan indlæses."
    SLIDES = "Filen er en præsentation. Kun Word-dokumenter (.docx) kan indlæses."
    LOCKED = (
        "Filen er beskyttet med adgangskode eller rettighedsstyring. Fjern beskyttelsen i Word "
        "under Filer > Oplysninger > Beskyt dokument, gem filen, og prøv igen."
    )
    MACROS = (
        "Filen indeholder makroer eller ActiveX-kontrolelementer, og dem tager kataloget ikke "
        "imod. Gem den i Word som Word-dokument (.docx) uden makroer, og prøv igen."
    )
    BOMB = (
        "Filen pakker sig ud til meget mere, end et dokument kan fylde, og er derfor ikke "
        "åbnet. Kopiér teksten til et nyt dokument, gem det, og prøv igen."
    )
    ENTITIES = (
        "Filen indeholder XML-definitioner (DOCTYPE), som Word aldrig selv skriver, og er derfor "
        "ikke åbnet. Åbn den i Word, gem den på ny som Word-dokument (.docx), og prøv igen."
    )
    BROKEN = (
        "Filen er beskadiget og kan ikke åbnes. Åbn den i Word, vælg Gem som, og gem den på ny som "
        "Word-dokument (.docx)."
    )
    NO_TEXT = (
        "Filen indeholder ingen tekst. Er den indscannet, så find den oprindelige Word-fil, eller "
        "skriv teksten af."
    )
    TEMPLATE = (
        "Filen henter sin skabelon et andet sted fra ({}). Fjern den i Word under Filer > "
        "Indstillinger > Tilføjelsesprogrammer > Administrer: Skabeloner > Udfør, tøm feltet "
        "Dokumentskabelon, og gem."
    )
    PICTURE = (
        "Filen henter et billede et andet sted fra ({}). Vælg i Word Filer > Oplysninger > Rediger "
        "links til filer, og bryd linket, eller slet billedet, og gem."
    )
    OBJECT = (
        "Filen henter et objekt, fx et regneark, et andet sted fra ({}). Vælg i Word Filer > "
        "Oplysninger > Rediger links til filer, bryd linket, og gem."
    )
    SUBDOCUMENT = (
        "Filen er et hoveddokument, der henter dele af sin tekst et andet sted fra ({}). Vælg i "
        "Word Vis > Disposition > Vis dokument > Fjern tilknytning, og gem."
    )
    FRAME = (
        "Filen henter en ramme med en webside et andet sted fra ({}). Kopiér teksten til et nyt "
        "dokument, og gem det."
    )
    DATA_SOURCE = (
        "Filen er et brevfletningsdokument, der henter data et andet sted fra ({}). Vælg i Word "
        "Forsendelser > Start brevfletning > Almindeligt Word-dokument, og gem."
    )
    ELSEWHERE = (
        "Filen henter noget et andet sted fra ({}). Kopiér teksten til et nyt dokument, og gem det."
    )


# What may be fetched from elsewhere, by the last word of the relationship's type.
FETCHED: Mapping[str, Refusal] = {
    "attachedtemplate": Refusal.TEMPLATE,
    "image": Refusal.PICTURE,
    "oleobject": Refusal.OBJECT,
    "package": Refusal.OBJECT,
    "subdocument": Refusal.SUBDOCUMENT,
    "frame": Refusal.FRAME,
    "mailmergesource": Refusal.DATA_SOURCE,
    "mailmergeheadersource": Refusal.DATA_SOURCE,
}
LONGEST_TARGET = 100
# What else a file may be, by how it begins.
BEGINNINGS: Mapping[bytes, Refusal] = {b"%PDF-": Refusal.PDF, b"{\\rtf": Refusal.RTF}
# What a packed file is, by the types of its parts; a document may hold the others inside it.
WORD_TYPE = "wordprocessingml"
OTHER_TYPES: Mapping[str, Refusal] = {
    "spreadsheetml": Refusal.SPREADSHEET,
    "presentationml": Refusal.SLIDES,
}
DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, KeyError),
    *(NotImplementedError, RuntimeError, OverflowError),
)


class Relation(NamedTuple):
    """What a part refers to. `kind` is the last word of its type, in small letters."""

    kind: str
    target: str
    external: bool


class Package:
    """The parts of a Word file that has passed every check. `main` is the document itself."""

    def __init__(self, parts: Mapping[str, bytes], main: str) -> None:
        self._parts, self.main = parts, main

    def read(self, name: str) -> bytes | None:
        """A part; None where there is none of that name."""
        return self._parts.get(name)

    def relations(self, name: str) -> Mapping[str, Relation]:
        """What a part refers to, by id; the targets inside the file are names of parts."""
        return _relations(self._parts, name)

    def related(self, name: str, kind: str) -> list[str]:
        """The parts of one kind that a part refers to."""
        found = self.relations(name).values()
        return [r.target for r in found if r.kind == kind and r.target in self._parts]


def refused(refusal: Refusal, target: str = "") -> BadInput:
    """The error that tells why. `target`: what would have been fetched."""
    shown = target if len(target) <= LONGEST_TARGET else f"{target[: LONGEST_TARGET - 1]}…"
    return BadInput(refusal.format(shown), "fil")


def check_size(content: bytes) -> None:
    """Raises BadInput for a file that is empty or too large to be looked at."""
    if not content:
        raise refused(Refusal.EMPTY)
    if len(content) > LARGEST:
        raise refused(Refusal.TOO_LARGE)


def opened(content: bytes) -> Package:
    """The parts of a Word file. Raises BadInput for one that is not to be read."""
    check_size(content)
    _check_beginning(content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_listing(archive.infolist())
            parts = _unpacked(archive)
    except DAMAGED as error:
        raise refused(Refusal.BROKEN) from error
    for name, part in parts.items():
        _check_xml(name, part)
    main = _main(parts)
    _check_contents(parts)
    return Package(parts, main)


def _check_beginning(content: bytes) -> None:
    if content.startswith(COMPOUND):
        if ENCRYPTED in content:
            raise refused(Refusal.LOCKED)
        raise refused(Refusal.OLD if OLD_WORD in content else Refusal.NOT_WORD)
    for beginning, refusal in BEGINNINGS.items():
        if beginning in content[:1024].lstrip()[:64]:
            raise refused(refusal)
    if not content.startswith((PACKED, EMPTY_ARCHIVE)):
        raise refused(Refusal.NOT_WORD)


def _check_listing(entries: Iterable[zipfile.ZipInfo]) -> None:
    """What the archive says of itself."""
    entries = list(entries)
    names = [entry.filename for entry in entries]
    if len(entries) > MOST_PARTS or sum(e.file_size for e in entries) > LARGEST_UNPACKED:
        raise refused(Refusal.BOMB)
    if any(_is_bomb(e.file_size, e.compress_size) for e in entries):
        raise refused(Refusal.BOMB)
    if any(entry.flag_bits & 1 for entry in entries):
        raise refused(Refusal.LOCKED)
    if any(MACROS.search(name) for name in names):
        raise refused(Refusal.MACROS)
    if len({name.casefold() for name in names}) < len(names):
        raise refused(Refusal.BROKEN)
    if any(e.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for e in entries):
        raise refused(Refusal.BROKEN)


def _unpacked(archive: zipfile.ZipFile) -> dict[str, bytes]:
    """The parts that are XML. The others are unpacked too, to see that they are whole."""
    parts: dict[str, bytes] = {}
    total = xml = 0
    for entry in archive.infolist():
        is_xml = entry.filename.lower().endswith(XML)
        chunks: list[bytes] = []
        size = 0
        with archive.open(entry) as file:
            while chunk := file.read(CHUNK):
                size, total, xml = size + len(chunk), total + len(chunk), xml + is_xml * len(chunk)
                if total > LARGEST_UNPACKED or xml > LARGEST_XML:
                    raise refused(Refusal.BOMB)
                if _is_bomb(size, entry.compress_size):
                    raise refused(Refusal.BOMB)
                if is_xml:
                    chunks.append(chunk)
        if is_xml:
            parts[entry.filename] = b"".join(chunks)
        elif entry.filename == "mimetype":
            parts[entry.filename] = b""
    return parts


def _is_bomb(size: int, packed: int) -> bool:
    return size > RATIO_FROM and size > HIGHEST_RATIO * max(packed, 1)


def _check_xml(name: str, part: bytes) -> None:
    """Refuse definitions, whatever the encoding, before any other parser sees the part."""
    if name == "mimetype":
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
        raise refused(Refusal.NOT_WORD)
    types = " ".join(_types(parts[CONTENT_TYPES]))
    if MACROS.search(types):
        raise refused(Refusal.MACROS)
    if WORD_TYPE not in types:
        other = (refusal for kind, refusal in OTHER_TYPES.items() if kind in types)
        raise refused(next(other, Refusal.NOT_WORD))
    found = [r.target for r in _relations(parts, "").values() if r.kind == "officedocument"]
    main = next((target for target in found if target in parts), None)
    if main is None:
        raise refused(Refusal.BROKEN)
    return main


def _check_contents(parts: Mapping[str, bytes]) -> None:
    """Refuse macros, and whatever would be fetched from elsewhere but links to click on."""
    for name in parts:
        folder, file = posixpath.split(name)
        if posixpath.basename(folder) != "_rels" or not file.endswith(".rels"):
            continue
        owner = posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))
        for relation in _relations(parts, owner).values():
            if MACROS.search(relation.kind) or relation.kind == "control":
                raise refused(Refusal.MACROS)
            if relation.external and relation.kind != "hyperlink":
                raise refused(FETCHED.get(relation.kind, Refusal.ELSEWHERE), relation.target)


def _relations(parts: Mapping[str, bytes], name: str) -> dict[str, Relation]:
    folder, file = posixpath.split(name)
    written = parts.get(posixpath.join(folder, "_rels", f"{file}.rels"))
    found: dict[str, Relation] = {}
    for attributes in _elements(written, "Relationship"):
        kind = attributes.get("Type", "").rstrip("/").rsplit("/", 1)[-1].lower()
        external = attributes.get("TargetMode", "").strip().lower() == "external"
        target = attributes.get("Target", "")
        if not external:
            inside = posixpath.join("/", folder, unquote(target))
            target = posixpath.normpath(inside).lstrip("/")
        found[attributes.get("Id", "")] = Relation(kind, target, external)
    return found


def _types(written: bytes) -> list[str]:
    """Every type that the archive gives its parts."""
    return [
        attributes.get("ContentType", "")
        for tag in ("Override", "Default")
        for attributes in _elements(written, tag)
    ]


def _elements(written: bytes | None, tag: str) -> list[dict[str, str]]:
    """The attributes of a small part's elements of one name."""
    found: list[dict[str, str]] = []
    if written is None:
        return found

    def begin(name: str, attributes: dict[str, str]) -> None:
        if name.rsplit(" ", 1)[-1] == tag:
            found.append(attributes)

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = begin
    parser.Parse(written, True)
    return found
