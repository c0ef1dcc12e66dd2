"""A text as its readers see it, for CPR numbers (personal_numbers.py): sign for sign,
with nothing where markup stands that is not shown. Pure.
"""

import re

_NOTHING = "\u200b"
# The words of a link may have brackets of their own, in pairs; so may its address.
_LABEL = r"(?:[^\[\]\n]|\[[^\[\]\n]*\])"
_HREF = r"(?:[^()\n]|\([^()\n]*\))"
_LINK = re.compile(rf"!?\[(?P<label>{_LABEL}{{0,500}})\]\({_HREF}{{0,2000}}\)")
_NOTE = re.compile(r"\[\^[^\[\]\n]{1,20}\]")
# The line between a table's head and its rows; the number of a point below another.
_COLUMNS = re.compile(r"(?<=\n)(?=[^\n-]*-)[ \t|:-]+\n")
_POINT = re.compile(r"(?<=\n)[ \t>]*\d{1,3}[.)](?=[ \t])")
# A figure or a sign as HTML or an address of the web writes it.
_CODED = re.compile(r"&#(?P<tens>\d{1,4});|&#[xX](?P<hex>[0-9a-fA-F]{1,4});")
_IN_ADDRESS = re.compile(r"%(?P<hex>[2-5][0-9a-fA-F])")
_PRINTED = range(0x20, 0x5F)


def as_shown(text: str) -> str:
    """The text with as many signs: the address of a link, the line below a table's head
    and the numbers of points are gone, and coded figures are figures.
    """
    shown = _LINK.sub(_words, text) if "](" in text else text
    shown = _NOTE.sub(_nothing, shown) if "[^" in shown else shown
    shown = _CODED.sub(_sign, shown) if "&#" in shown else shown
    shown = _IN_ADDRESS.sub(_sign, shown) if "%" in shown else shown
    if "\n" in shown:
        shown = _POINT.sub(_nothing, _COLUMNS.sub(_nothing, shown))
    return shown


def around_links(text: str, start: int, end: int) -> tuple[int, int]:
    """The place with the whole of each link that it begins or ends in, so that what is
    cut leaves no half of one; as it is where it lies within a link's words, or within
    its address.
    """
    for link in _LINK.finditer(text) if "](" in text else ():
        is_beside = end <= link.start() or link.end() <= start
        is_within = (link.start("label") <= start and end <= link.end("label")) or (
            link.end("label") < start and end < link.end()
        )
        if not (is_beside or is_within):
            start, end = min(start, link.start()), max(end, link.end())
    return start, end


def _words(link: re.Match[str]) -> str:
    before = link.start("label") - link.start()
    after = link.end() - link.end("label")
    return _NOTHING * before + link["label"] + _NOTHING * after


def _nothing(match: re.Match[str]) -> str:
    return _NOTHING * len(match[0])


def _sign(match: re.Match[str]) -> str:
    groups = match.groupdict()
    code = int(groups["hex"], 16) if groups["hex"] else int(groups["tens"])
    if code not in _PRINTED:
        return match[0]
    return chr(code) + _NOTHING * (len(match[0]) - 1)
