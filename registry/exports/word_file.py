"""The Word file that a document is written into: page, styles, properties, footer, numbering."""

from typing import Any

import docx
from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph as WordParagraph

from registry.documents.blocks import Document

LANGUAGE = "da-DK"
AUTHOR = "Snitfladekataloget"
FONT = "Calibri"
LOWEST = 9
PAGE = (Cm(21), Cm(29.7))
MARGIN = Cm(2)
INK, QUIET = RGBColor(0x1A, 0x1A, 0x1A), RGBColor(0x50, 0x50, 0x50)
NOTE = "Bemærkning"


def prepared(document: Document) -> WordFile:
    """An empty file with its page, its styles, its properties and its footer."""
    file = docx.Document()
    section = file.sections[0]
    section.page_width, section.page_height = PAGE
    section.left_margin = section.right_margin = MARGIN
    section.top_margin = section.bottom_margin = MARGIN
    _prepare_styles(file)
    _prepare_properties(file, document)
    _prepare_footer(file, document)
    return file


def _prepare_styles(file: WordFile) -> None:
    styles = file.styles
    normal = styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(10.5)
    normal.paragraph_format.space_after = Pt(6)
    for level in range(1, LOWEST + 1):
        heading = styles[f"Heading {level}"]
        heading.font.color.rgb = INK
        heading.font.name = FONT
        heading.paragraph_format.keep_with_next = True
        contents = styles.add_style(f"toc {level}", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        contents.base_style = normal
        contents.paragraph_format.left_indent = Cm(0.6 * (level - 1))
        contents.paragraph_format.space_after = Pt(1)
    note = styles.add_style(NOTE, WD_STYLE_TYPE.PARAGRAPH)
    note.base_style, note.font.italic, note.font.color.rgb = normal, True, QUIET
    styles["Caption"].font.color.rgb = QUIET
    defaults = styles.element.find(qn("w:docDefaults"))
    for language in defaults.iter(qn("w:lang")):
        for kind in ("val", "eastAsia"):
            language.set(qn(f"w:{kind}"), LANGUAGE)


def _prepare_properties(file: WordFile, document: Document) -> None:
    properties = file.core_properties
    properties.title, properties.subject = document.title, document.subject
    properties.author = properties.last_modified_by = AUTHOR
    properties.language, properties.comments, properties.revision = LANGUAGE, document.footer, 1
    properties.created = properties.modified = document.changed.replace(tzinfo=None, microsecond=0)


def _prepare_footer(file: WordFile, document: Document) -> None:
    footer = file.sections[0].footer.paragraphs[0]
    if document.footer:
        footer.add_run(f"{document.footer} ")
    footer.add_run("Side ")
    _field(footer, "PAGE")
    footer.add_run(" af ")
    _field(footer, "NUMPAGES")


def restarted(file: WordFile, style: str) -> int:
    """A numbering of its own for one list, with the look of the style's."""
    numbering = file.part.numbering_part.element
    used = file.styles[style].element.pPr.numPr.numId.val
    abstract = numbering.num_having_numId(used).abstractNumId.val
    own = numbering.add_num(abstract)
    own.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(own.numId)


def _field(written: WordParagraph, instruction: str) -> None:
    """A field that Word fills in; until then it shows 1."""
    _field_begin(written, instruction)
    written.add_run("1")
    written.add_run()._r.append(_element("fldChar", fldCharType="end"))


def _field_begin(written: WordParagraph, instruction: str) -> None:
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
