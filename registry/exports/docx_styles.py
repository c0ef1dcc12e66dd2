"""How a Word file looks: Word's own styles, so that the text takes the look of where it
is put.
"""

from typing import Any

from docx.document import Document as DocxFile
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor, Twips

from registry.exports.docx_lists import prepare_lists

LANGUAGE = "da-DK"
FONT = "Calibri"
LOWEST = 9
BREADTH = 9638  # of the text, in twentieths of a point
INK, QUIET = RGBColor(0x1A, 0x1A, 0x1A), RGBColor(0x50, 0x50, 0x50)
LINE, SHADE = "B0B0B0", "EEEEEE"
NOTE = "Bemærkning"
# Size, and distance before and after, in points; those further down look like the last.
HEADINGS = ((20, 0, 6), (15, 20, 6), (12.5, 14, 4), (11.5, 12, 3), (10.5, 9, 2))
TABLE_STYLES = ("Normal Table", "Table Grid")
# The elements that stand after a border in a paragraph's properties.
AFTER_BORDER = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def prepare_styles(file: DocxFile) -> None:
    """Every style that a document uses. Of Word's own, so that the text takes the look
    of the document that it is put into.
    """
    _leave_out_table_styles(file)
    _prepare_text(file)
    _prepare_headings(file)
    _prepare_contents(file)
    _prepare_footers(file)
    _prepare_tables(file)
    prepare_lists(file)

    defaults = file.styles.element.find(qn("w:docDefaults"))
    for language in defaults.iter(qn("w:lang")):
        for kind in ("val", "eastAsia"):
            language.set(qn(f"w:{kind}"), LANGUAGE)


def _leave_out_table_styles(file: DocxFile) -> None:
    """The template brings a hundred, which make up nearly all of its size."""
    for style in list(file.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in TABLE_STYLES:
            style.delete()


def _prepare_text(file: DocxFile) -> None:
    styles = file.styles
    normal = styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(10.5)
    normal.paragraph_format.space_after = Pt(6)

    note = styles.add_style(NOTE, WD_STYLE_TYPE.PARAGRAPH)
    note.base_style, note.font.italic, note.font.color.rgb = normal, True, QUIET

    quote = styles["Quote"]
    quote.paragraph_format.left_indent = quote.paragraph_format.right_indent = Cm(0.8)

    caption = styles["Caption"]
    caption.font.color.rgb, caption.font.size = QUIET, Pt(9)
    caption.paragraph_format.space_after = Pt(3)
    caption.paragraph_format.keep_with_next = True


def _prepare_headings(file: DocxFile) -> None:
    for level in range(1, LOWEST + 1):
        size, before, after = HEADINGS[min(level, len(HEADINGS)) - 1]
        heading = file.styles[f"Heading {level}"]

        heading.font.name, heading.font.size = FONT, Pt(size)
        heading.font.bold, heading.font.italic = True, False
        heading.font.color.rgb = INK if level <= len(HEADINGS) else QUIET
        heading.paragraph_format.space_before = Pt(before)
        heading.paragraph_format.space_after = Pt(after)
        heading.paragraph_format.line_spacing = 1.0
        heading.paragraph_format.keep_with_next = True

        # Where a theme names the font, the style's own name is not looked at.
        fonts = heading.element.rPr.rFonts
        for name in [name for name in fonts.attrib if name.endswith("Theme")]:
            del fonts.attrib[name]

    _draw_line(file.styles["Heading 2"], "bottom")


def _prepare_contents(file: DocxFile) -> None:
    for level in range(1, LOWEST + 1):
        contents = file.styles.add_style(
            f"toc {level}", WD_STYLE_TYPE.PARAGRAPH, builtin=True
        )

        contents.base_style = file.styles["Normal"]
        contents.paragraph_format.left_indent = Cm(0.6 * (level - 1))
        contents.paragraph_format.space_before = Pt(4 if level == 1 else 0)
        contents.paragraph_format.space_after = Pt(1)
        contents.paragraph_format.line_spacing = 1.0
        contents.paragraph_format.right_indent = Cm(1)
        # Without dots: until Word fills the numbers in, they would lead to nothing.
        contents.paragraph_format.tab_stops.add_tab_stop(
            Twips(BREADTH), WD_TAB_ALIGNMENT.RIGHT
        )
        contents.font.bold = level == 1


def _prepare_footers(file: DocxFile) -> None:
    """What stands on every page to the left, the number of the page to the right."""
    header = file.styles["Header"]
    header.font.size, header.font.color.rgb = Pt(8.5), QUIET
    header.paragraph_format.tab_stops.clear_all()

    footer = file.styles["Footer"]
    footer.font.size, footer.font.color.rgb = Pt(8.5), QUIET
    stops = footer.paragraph_format.tab_stops
    stops.clear_all()
    stops.add_tab_stop(Twips(BREADTH), WD_TAB_ALIGNMENT.RIGHT)
    _draw_line(footer, "top")


def _draw_line(style: Any, side: str) -> None:
    border = f'<w:{side} w:val="single" w:sz="4" w:space="3" w:color="{LINE}"/>'
    drawn = parse_xml(f"<w:pBdr {nsdecls('w')}>{border}</w:pBdr>")
    style.element.get_or_add_pPr().insert_element_before(drawn, *AFTER_BORDER)


def _prepare_tables(file: DocxFile) -> None:
    """Quiet lines, room around the words, and a shaded head."""
    style = file.styles["Table Grid"].element
    look = style.find(qn("w:tblPr"))

    for side in SIDES:
        look.find(f"{qn('w:tblBorders')}/{qn(f'w:{side}')}").set(qn("w:color"), LINE)
    for side in ("top", "bottom"):
        look.find(f"{qn('w:tblCellMar')}/{qn(f'w:{side}')}").set(qn("w:w"), "28")

    style.append(
        parse_xml(
            f'<w:tblStylePr {nsdecls("w")} w:type="firstRow"><w:tcPr>'
            '<w:shd w:val="clear" w:color="auto" '
            f'w:fill="{SHADE}"/></w:tcPr></w:tblStylePr>'
        )
    )
