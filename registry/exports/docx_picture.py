"""A drawing in a Word file. Word takes no drawing of ours in every version, so it gets
a picture of it, set by Typst as the PDF's is.
"""

import io

from docx.document import Document as DocxFile
from docx.shared import Cm
from lxml import etree

from registry.documents.blocks import Drawing
from registry.exports.pdf import FONTS, has_fonts
from registry.exports.typesetting import pictured
from registry.exports.typst_text import string

BREADTH = Cm(9)


def run_of(file: DocxFile, drawing: Drawing) -> str:
    """The picture as a run of text, with what a screen reader says of it."""
    inline = file.part.new_pic_inline(io.BytesIO(png_of(drawing)), width=BREADTH)
    inline.docPr.set("descr", drawing.alt_text)
    return f"<w:r><w:drawing>{etree.tostring(inline).decode()}</w:drawing></w:r>"


def png_of(drawing: Drawing) -> bytes:
    """The drawing as a picture of points."""
    page = "#set page(width: auto, height: auto, margin: 0pt)"
    image = f'#image(bytes({string(drawing.svg)}), format: "svg")'
    return pictured(f"{page}\n{image}", FONTS if has_fonts() else None)
