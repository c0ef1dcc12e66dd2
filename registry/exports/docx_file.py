"""The Word file that a document is written into: page, settings, properties and
footer.
"""

from typing import Any

import docx
from docx.document import Document as DocxFile
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.text.paragraph import Paragraph as DocxParagraph

from registry.documents.blocks import Document
from registry.exports.docx_styles import LANGUAGE, prepare_styles

AUTHOR = "Snitfladekataloget"
PAGE = (Cm(21), Cm(29.7))
MARGIN = Cm(2)
# Word refuses a property that is longer.
MOST_OF_A_PROPERTY = 255
# What the template brings of its own: a picture of its first page, its maker's program,
# and styles for programs that are no longer in use.
LEFT_OUT = ("/thumbnail", "/extended-properties", "/stylesWithEffects", "/customXml")
UNSET = ("proofState", "savePreviewPicture", "useFELayout")
# Without the last of them Word shows the file as made for an older Word.
SETTINGS = (
    ("zoom", {"percent": "100"}),
    ("themeFontLang", {"val": LANGUAGE}),
    ("decimalSymbol", {"val": ","}),
    ("listSeparator", {"val": ";"}),
    ("compatSetting[@w:name='compatibilityMode']", {"val": "15"}),
)


def prepared(document: Document) -> DocxFile:
    """An empty file with its page, its styles, its properties and its footer."""
    file = docx.Document()
    section = file.sections[0]
    section.page_width, section.page_height = PAGE
    section.left_margin = section.right_margin = MARGIN
    section.top_margin = section.bottom_margin = MARGIN

    _leave_out(file)
    _prepare_settings(file)
    prepare_styles(file)
    _prepare_properties(file, document)
    _prepare_header(file, document)
    _prepare_footer(file, document)

    return file


def _leave_out(file: DocxFile) -> None:
    for relations in (file.part.package.rels, file.part.rels):
        for key, relation in list(relations.items()):
            if relation.reltype.endswith(LEFT_OUT):
                del relations[key]


def _prepare_settings(file: DocxFile) -> None:
    settings = file.settings.element
    for name in UNSET:
        for element in settings.xpath(f".//w:{name}"):
            element.getparent().remove(element)

    for path, attributes in SETTINGS:
        (element,) = settings.xpath(f".//w:{path}")
        for name in [name for name in ("val", "eastAsia") if name not in attributes]:
            element.attrib.pop(qn(f"w:{name}"), None)
        for name, value in attributes.items():
            element.set(qn(f"w:{name}"), value)

    # Narrow columns: Word divides words as Danish does, and copies them undivided.
    (before,) = settings.xpath(".//w:defaultTabStop")
    before.addnext(_element("autoHyphenation"))


def _prepare_properties(file: DocxFile, document: Document) -> None:
    properties = file.core_properties
    properties.title = _short(document.title)
    properties.subject = _short(document.subject)
    properties.author = properties.last_modified_by = AUTHOR
    properties.language, properties.comments, properties.revision = (
        LANGUAGE,
        _short(document.footer),
        1,
    )

    properties.created = properties.modified = document.changed.replace(
        tzinfo=None, microsecond=0
    )


def _short(text: str) -> str:
    """As much of a property as Word has room for. The document itself tells it all."""
    return (
        text
        if len(text) <= MOST_OF_A_PROPERTY
        else f"{text[: MOST_OF_A_PROPERTY - 1]}…"
    )


def _prepare_header(file: DocxFile, document: Document) -> None:
    if document.header:
        file.sections[0].header.paragraphs[0].add_run(document.header)


def _prepare_footer(file: DocxFile, document: Document) -> None:
    footer = file.sections[0].footer.paragraphs[0]
    footer.add_run(f"{document.footer}\tSide ")
    _field(footer, "PAGE")
    footer.add_run(" af ")
    _field(footer, "NUMPAGES")


def _field(written: DocxParagraph, instruction: str) -> None:
    """A field that Word fills in; until then it shows 1."""
    _field_begin(written, instruction)
    written.add_run("1")
    written.add_run()._r.append(_element("fldChar", fldCharType="end"))


def _field_begin(written: DocxParagraph, instruction: str) -> None:
    written.add_run()._r.append(_element("fldChar", fldCharType="begin"))
    code = _element("instrText")
    code.text = instruction
    code.set(qn("xml:space"), "preserve")
    written.add_run()._r.append(code)
    written.add_run()._r.append(_element("fldChar", fldCharType="separate"))


def _element(tag: str, **attributes: str | int) -> Any:
    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
    return element
