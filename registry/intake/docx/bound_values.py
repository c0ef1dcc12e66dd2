"""What Word shows of the value that a content control is bound to: a choice by its
name, a day in the control's own form, a check mark.
"""

import re
from datetime import date

from lxml import etree

from registry.intake.docx.xml import Node, child, value, w
from registry.language.dates import danish_date, read_date
from registry.language.months import MONTHS

CHECKED, UNCHECKED = "☒", "☐"
CHECKS = {"true": CHECKED, "1": CHECKED, "false": UNCHECKED, "0": UNCHECKED}
DATE, CHECK_BOX = "date", "checkbox"
LISTS = ("dropDownList", "comboBox")
# Controls that hold more than words, and what is bound is not what they show.
MORE_THAN_WORDS = frozenset({"picture", "docPartObj", "group", "richText"})
DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T[\d:.]*(?:Z|[+-]\d\d:\d\d)?)?")
# In a form: a letter as often as it stands, words in quotes, and what is between.
PIECES = re.compile(r"((?P<letter>[a-zA-Z])(?P=letter)*)|'([^']*)'|([^a-zA-Z']+)")


def kinds_of(control: Node) -> frozenset[str]:
    """The kinds of control that it is, as Word names them."""
    properties = child(control, "sdtPr")
    children = () if properties is None else properties
    return frozenset(etree.QName(one).localname for one in children)


def worded_value(control: Node, said: str) -> str:
    """The value as the control shows it; empty where that cannot be said."""
    kinds = kinds_of(control)
    if CHECK_BOX in kinds:
        return CHECKS.get(said.casefold(), "")
    if DATE in kinds:
        if not DAY.fullmatch(said):
            return said if day_in(said) else ""
        day = day_in(said)
        return _written(day, value(control, "sdtPr", DATE, "dateFormat")) if day else ""

    for kind in LISTS:
        listed = child(control, "sdtPr", kind)
        for item in () if listed is None else listed.iter(w("listItem")):
            if item.get(w("value")) == said:
                return item.get(w("displayText")) or said
    return said


def day_in(said: str) -> date | None:
    """The day that a store's value is, for programs or as people write it; None for
    another value.
    """
    parts = DAY.fullmatch(said)
    try:
        return date(*map(int, parts.groups())) if parts else read_date(said)
    except ValueError:
        return None


def _written(day: date, form: str) -> str:
    """A day in the form of a control, such as «d. MMMM yyyy»; in ours, where that asks
    for more than numbers and the name of the month.
    """
    month = MONTHS[day.month - 1]
    parts = {"d": f"{day.day}", "dd": f"{day.day:02}", "MMMM": month}
    parts |= {"M": f"{day.month}", "MM": f"{day.month:02}"}
    parts |= {"yyyy": f"{day.year:04}", "yy": f"{day.year % 100:02}"}

    pieces = list(PIECES.finditer(form))
    if not pieces or any(one[1] and one[1] not in parts for one in pieces):
        return danish_date(day)
    return "".join(
        parts[one[1]] if one[1] else one[3] or one[4] or "" for one in pieces
    )
