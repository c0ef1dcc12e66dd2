"""What a Word file is refused for, each with its own message.

Also covers registry/intake/docx/package.py and registry/intake/docx/refusals.py.
"""

import io
import struct
import zipfile
from collections.abc import Callable

import docx
import pytest

from registry.errors import BadInput
from registry.intake.docx import archive
from registry.intake.docx.archive import opened
from registry.intake.docx.package import Outside
from registry.intake.docx.refusals import Refusal
from registry.intake.limits import LARGEST_FILE, MEGABYTE
from tests.intake.docx_files import document, docx_of, p, packed, parts_of, relations

COMPOUND = archive.COMPOUND + bytes(504)
DOCTYPE = '<!DOCTYPE a [<!ENTITY e "&f;&f;"><!ENTITY f "x">]>'


def refusal(content: bytes) -> str:
    with pytest.raises(BadInput) as caught:
        opened(content)
    assert caught.value.field == "fil"
    return caught.value.message


def saved(name: str, content: str | bytes) -> bytes:
    written = content.encode() if isinstance(content, str) else content
    return packed(parts_of(p("Tekst")) | {name: written})


def test_an_ordinary_file_is_opened() -> None:
    package = opened(docx_of(p("Tekst")))
    assert package.main == "word/document.xml"
    assert package.related(package.main, "styles") == ["word/styles.xml"]
    assert b"Tekst" in (package.read("word/document.xml") or b"")
    assert package.read("word/none.xml") is None


def test_a_file_of_another_program_is_opened() -> None:
    out = io.BytesIO()
    file = docx.Document()
    file.add_paragraph("Tekst")
    file.save(out)
    assert opened(out.getvalue()).main == "word/document.xml"


@pytest.mark.parametrize(
    "renamed",
    [
        lambda name: name.replace("word/", "Word/").replace("document", "Document"),
        lambda name: name.replace("/", "\\"),
        str.upper,
    ],
)
def test_names_of_parts_may_be_written_otherwise(renamed: Callable[[str], str]) -> None:
    """The standard tells no small letters from capitals, in no part."""
    parts = parts_of(p("Tekst"))
    package = opened(packed({renamed(name): part for name, part in parts.items()}))
    assert package.related(package.main, "styles") == ["word/styles.xml"]
    assert b"Tekst" in (package.read(package.main) or b"")


def test_links_to_click_on_are_no_reason_to_refuse() -> None:
    package = opened(
        docx_of(p("x"), related=[("h", "hyperlink", "https://a.example/")])
    )
    assert package.relations(package.main)["h"].target == "https://a.example/"


# What is no Word file


def other(types: str) -> bytes:
    """A packed file of another Office program."""
    content = (
        '<Types xmlns="x"><Override '
        f'ContentType="application/{types}.main+xml"/></Types>'
    )
    return packed({"[Content_Types].xml": content.encode()})


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", Refusal.EMPTY),
        (b"%PDF-1.7 x", Refusal.PDF),
        (b"\n%PDF-1.7 x", Refusal.PDF),
        (rb"{\rtf1 x}", Refusal.RTF),
        (b"Almindelig tekst", Refusal.NOT_DOCX),
        (b"<html></html>", Refusal.NOT_DOCX),
        (COMPOUND, Refusal.NOT_DOCX),
        (COMPOUND + archive.OLD_DOC, Refusal.OLD),
        (COMPOUND + archive.ENCRYPTED, Refusal.LOCKED),
        (packed({}), Refusal.NOT_DOCX),
        (packed({"a.txt": b"a"}), Refusal.NOT_DOCX),
        (packed({"mimetype": b"application/vnd.oasis.opendocument.text"}), Refusal.ODT),
        (
            other("vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            Refusal.SPREADSHEET,
        ),
        (
            other("vnd.openxmlformats-officedocument.presentationml.slides"),
            Refusal.SLIDES,
        ),
    ],
)
def test_what_is_no_docx_file_is_refused_by_its_name(
    content: bytes, expected: Refusal
) -> None:
    assert refusal(content) == expected


def test_a_file_over_ten_megabytes_is_not_looked_at() -> None:
    assert refusal(bytes(LARGEST_FILE + 1)) == Refusal.TOO_LARGE


def test_a_file_with_a_password_of_the_archive_is_refused() -> None:
    content = bytearray(docx_of(p("Tekst")))
    at = content.index(b"PK\x01\x02")
    content[at + 8] |= 1
    assert refusal(bytes(content)) == Refusal.LOCKED


# Macros and controls

MACRO_TYPE = (
    '<Types xmlns="x"><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
)


@pytest.mark.parametrize(
    "content",
    [
        saved("word/vbaProject.bin", "x"),
        saved("word/vbaData.xml", "<a/>"),
        saved(
            "word/_rels/document.xml.rels", relations(("m", "vbaProject", "other.bin"))
        ),
    ],
    ids=["project", "data", "relation"],
)
def test_macros_are_seen_and_never_read(content: bytes) -> None:
    package = opened(content)
    assert package.has_macros
    assert package.read("word/vbaProject.bin") in (None, b"")


@pytest.mark.parametrize(
    "declared",
    [
        '<Default Extension="xlsb" ContentType="application/vnd.ms-excel.sheet.binary.'
        'macroEnabled.12"/>',
        '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>',
        '<Override PartName="/word/activeX/activeX1.xml" '
        'ContentType="application/vnd.ms-office.activeX+xml"/>',
    ],
    ids=["xlsb", "project", "control"],
)
def test_what_is_declared_but_not_there_is_no_reason_to_refuse(declared: str) -> None:
    parts = parts_of(p("Tekst"))
    types = parts["[Content_Types].xml"].replace(
        b"</Types>", f"{declared}</Types>".encode()
    )
    package = opened(packed(parts | {"[Content_Types].xml": types}))
    assert not package.has_macros


def test_a_document_of_the_kind_that_may_have_macros_is_opened() -> None:
    assert not opened(saved("[Content_Types].xml", MACRO_TYPE)).has_macros


@pytest.mark.parametrize(
    "content",
    [
        saved("word/activeX/activeX1.xml", "<a/>"),
        saved("word/activeX/activeX1.bin", "x"),
        saved("word/_rels/document.xml.rels", relations(("m", "control", "other.xml"))),
        saved(
            "word/_rels/header1.xml.rels", relations(("m", "activeXControl", "o.xml"))
        ),
    ],
    ids=["part", "binary", "relation", "in-a-header"],
)
def test_controls_are_refused_with_the_way_on(content: bytes) -> None:
    assert refusal(content) == Refusal.ACTIVEX


# Bombs


def test_a_part_that_packs_to_almost_nothing_is_refused() -> None:
    assert refusal(saved("word/media/a.bmp", bytes(3 * MEGABYTE))) == Refusal.BOMB


def test_too_much_xml_is_refused_however_little_it_repeats_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(archive, "LARGEST_XML", 1000)
    assert refusal(docx_of(*(p(f"Afsnit {at}") for at in range(20)))) == Refusal.BOMB


def test_too_much_of_anything_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_UNPACKED", 100_000)
    assert refusal(saved("word/media/a.bmp", bytes(range(256)) * 500)) == Refusal.BOMB


def test_too_many_parts_are_refused() -> None:
    parts = {f"a{at}.txt": b"" for at in range(archive.MOST_PARTS)}
    assert refusal(packed(parts_of(p("Tekst")) | parts)) == Refusal.BOMB


def test_sizes_that_the_archive_lies_about_are_not_believed() -> None:
    """The list says one byte; the part holds three million."""
    name = b"word/media/a.bmp"
    content = bytearray(saved(name.decode(), bytes(3 * MEGABYTE)))
    struct.pack_into("<I", content, content.index(name) - 30 + 22, 1)
    struct.pack_into("<I", content, content.rindex(name) - 46 + 24, 1)
    assert refusal(bytes(content)) == Refusal.BROKEN


# Entities


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "latin-1"]
)
def test_definitions_are_refused_in_every_encoding(encoding: str) -> None:
    name = {"utf-8-sig": "utf-8", "utf-16-be": "utf-16"}.get(encoding, encoding)
    mark = "\ufeff" if encoding == "utf-16-be" else ""
    text = (
        f'{mark}<?xml version="1.0" encoding="{name}"?>{DOCTYPE}{document(p("Tekst"))}'
    )
    assert (
        refusal(saved("word/document.xml", text.encode(encoding))) == Refusal.ENTITIES
    )


@pytest.mark.parametrize(
    "name",
    ["word/styles.xml", "[Content_Types].xml", "_rels/.rels", "customXml/item1.xml"],
)
def test_definitions_are_refused_in_every_part(name: str) -> None:
    assert refusal(saved(name, f"{DOCTYPE}<a>&e;</a>")) == Refusal.ENTITIES


def test_an_encoding_that_nobody_knows_is_refused() -> None:
    text = f'<?xml version="1.0" encoding="ucs-4"?>{DOCTYPE}<a/>'
    assert refusal(saved("word/document.xml", text)) == Refusal.BROKEN
    assert refusal(saved("word/document.xml", text.encode("utf-7"))) == Refusal.BROKEN


# What would be fetched


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("subDocument", Refusal.SUBDOCUMENT),
        ("frame", Refusal.FRAME),
        ("aFChunk", Refusal.INSERTED),
    ],
)
@pytest.mark.parametrize("part", ["document.xml", "settings.xml", "header1.xml"])
def test_text_that_stands_elsewhere_is_refused_and_named(
    kind: str, expected: Refusal, part: str
) -> None:
    target = "https://skabeloner.example/a.dotx"
    content = saved(f"word/_rels/{part}.rels", relations(("x", kind, target)))
    assert refusal(content) == expected.format(target)


@pytest.mark.parametrize(
    "kind",
    ["attachedTemplate", "image", "oleObject", "package", "mailMergeSource", "video"],
)
@pytest.mark.parametrize("part", ["document.xml", "settings.xml", "header1.xml"])
def test_what_the_text_can_be_read_without_is_listed_not_fetched(
    kind: str, part: str
) -> None:
    target = "file:///G:/Skabeloner/Normal.dotm"
    content = saved(f"word/_rels/{part}.rels", relations(("x", kind, target)))
    assert opened(content).outside == (
        Outside(f"word/{part}", "x", kind.lower(), target),
    )


def test_a_long_address_is_cut() -> None:
    far = f"https://a.example/{'x' * 500}"
    assert len(refusal(docx_of(p("x"), related=[("x", "subDocument", far)]))) < 400


# Broken files


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def without_document(_content: bytes) -> bytes:
    parts = parts_of(p("Tekst"))
    del parts["word/document.xml"]
    return packed(parts)


def without_relations(_content: bytes) -> bytes:
    parts = parts_of(p("Tekst"))
    del parts["_rels/.rels"]
    return packed(parts)


def with_wrong_sum(content: bytes) -> bytes:
    """The list's check sum of the document."""
    changed = bytearray(content)
    at = changed.rindex(b"PK\x01\x02", 0, changed.rindex(b"word/document.xml"))
    changed[at + 16] ^= 0xFF
    return bytes(changed)


def with_torn_xml(_content: bytes) -> bytes:
    return saved("word/document.xml", document(p("Tekst"))[:-20])


def with_two_of_a_name(content: bytes) -> bytes:
    out = io.BytesIO(content)
    with zipfile.ZipFile(out, "a") as file:
        file.writestr("word/Document.xml", "<a/>")
    return out.getvalue()


def packed_otherwise(_content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as file:
        for name, content in parts_of(p("Tekst")).items():
            file.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    "broken",
    [
        *(cut, without_document, without_relations, with_wrong_sum, with_torn_xml),
        *(with_two_of_a_name, packed_otherwise),
    ],
)
def test_a_broken_archive_is_refused(broken: Callable[[bytes], bytes]) -> None:
    assert refusal(broken(docx_of(p("Tekst")))) == Refusal.BROKEN


def test_every_refusal_says_what_it_is_in_danish_and_ends_its_sentence() -> None:
    for refusal in Refusal:
        assert refusal.startswith("Filen ") and refusal.endswith(".")
    assert len(Refusal.__members__) == len(Refusal)


def test_a_large_page_that_was_put_in_is_no_reason_to_refuse() -> None:
    """It is unpacked as before, and its words are not kept."""
    page = "<p>" + "".join(map(str, range(600_000))) + "</p>"
    package = opened(saved("word/stor.html", page))
    assert len(package.read("word/stor.html") or b"") <= MEGABYTE
