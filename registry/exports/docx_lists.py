"""Lists in Word: its own list styles, five levels deep, each list numbered on its
own.
"""

from collections.abc import Iterator
from copy import deepcopy
from itertools import count
from typing import Any

from docx.document import Document as DocxFile
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, Twips

DEEPEST = 5  # Word has no built-in list styles below it
GIVEN = 3  # levels in the template that python-docx begins from
INDENT = 360  # for each level, in twentieths of a point
BELOW_ITEM = Pt(3)
ID = qn("w:abstractNumId")
# What tells Word that two lists are not one; the template's own begin with F.
OWN_LISTS = 0x5A1F0000


def _names(kind: str) -> tuple[str, ...]:
    levels = range(2, DEEPEST + 1)
    return (f"List {kind}", *(f"List {kind} {level}" for level in levels))


BULLETS, NUMBERS, CONTINUED = _names("Bullet"), _names("Number"), _names("Continue")


def prepare_lists(file: DocxFile) -> None:
    """Every list style there is, all with the same distance between the items."""
    for level in range(GIVEN, DEEPEST):
        _add_list(file, BULLETS, level)
        _add_list(file, NUMBERS, level)
        more = file.styles.add_style(
            CONTINUED[level], WD_STYLE_TYPE.PARAGRAPH, builtin=True
        )
        more.base_style = file.styles["Normal"]
        more.paragraph_format.left_indent = Twips(INDENT * (level + 1))

    for name in (*BULLETS, *NUMBERS, *CONTINUED):
        properties = file.styles[name].element.get_or_add_pPr()
        for tight in properties.findall(qn("w:contextualSpacing")):
            properties.remove(tight)
        file.styles[name].paragraph_format.space_after = BELOW_ITEM


class Numbering:
    """Where a numbered list gets numbers of its own: Word would count on from the one
    before.
    """

    def __init__(self, file: DocxFile) -> None:
        self._file = file
        self._element = file.part.numbering_part.element
        self._looks: dict[str, str] = {}
        self._free: Iterator[int] = count(
            max(num.numId for num in self._element.num_lst) + 1
        )

    def restarted(self, style: str, start: int = 1) -> int:
        """A numbering that begins at `start`, with the look of the style's."""
        if style not in self._looks:
            self._looks[style] = _look(self._file, style).get(ID)

        number = next(self._free)
        self._element.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{number}">'
                f'<w:abstractNumId w:val="{self._looks[style]}"/>'
                '<w:lvlOverride w:ilvl="0"><w:startOverride '
                f'w:val="{start}"/></w:lvlOverride></w:num>'
            )
        )
        return number


def _look(file: DocxFile, style: str) -> Any:
    """What says how the style's lists look."""
    numbering = file.part.numbering_part.element
    used = numbering.num_having_numId(file.styles[style].element.pPr.numPr.numId.val)
    looks = numbering.findall(qn("w:abstractNum"))
    return next(look for look in looks if int(look.get(ID)) == used.abstractNumId.val)


def _add_list(file: DocxFile, names: tuple[str, ...], level: int) -> None:
    """A list style one step further in than the one before it."""
    numbering = file.part.numbering_part.element
    style = file.styles.add_style(names[level], WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    style.base_style = file.styles["Normal"]

    before = _look(file, names[level - 1])
    look = deepcopy(before)
    number = len(numbering.findall(qn("w:abstractNum")))
    look.set(ID, str(number))
    look.find(qn("w:nsid")).set(qn("w:val"), f"{OWN_LISTS + number:08X}")
    look.find(f".//{qn('w:pStyle')}").set(qn("w:val"), style.style_id)
    look.find(f".//{qn('w:tab')}").set(qn("w:pos"), str(INDENT * (level + 1)))
    look.find(f".//{qn('w:ind')}").set(qn("w:left"), str(INDENT * (level + 1)))
    before.addnext(look)

    own = numbering.add_num(number)
    numbered = OxmlElement("w:numPr")
    numbered.get_or_add_numId().val = own.numId
    style.element.get_or_add_pPr().append(numbered)
