"""A text's sentences, each as it stands there, with its heading and its lead-in.

Headings, tables and rules give none. A point of a list is sentences of its own; what
stands over it, unended or with a colon, is its lead-in.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from registry.language.abbreviations import goes_on
from registry.language.months import MONTHS
from registry.suggest.labelled import row_spans
from registry.suggest.struck import without_struck
from registry.suggest.tables import table_in

_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*")
_NAMED = re.compile(r"\s*\*\*([^*]{1,80}?):?\*\*:?\s*")
_POINT = re.compile(
    r"(\s*)(?:[-*+•–·]|\(?\d{1,2}[.)]|\(?[a-zæøå][.)]|\(?[ivx]{2,4}[.)])\s+(?=\S)"
)
_TABLE = re.compile(r"\s*\|")
_RULE = re.compile(r"\s*(?:[-*_]\s*){3,}")
_QUOTE = re.compile(r"\s*>\s?")
_QUOTED_LINE = re.compile(r"\n[ \t]*>[ \t]?")
_FOOTNOTE = re.compile(r"\s*\[\^?\w+\]:\s*")
_END = re.compile(
    r"[.!?]+(?:\[\^?\w+\]|[\"»”’)*_~])*(?=\s+[\"«»“(*_~\[]*[A-ZÆØÅ0-9§])|[;](?=\s)"
)
_DATE = re.compile(rf"\s+(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
_FOOTNOTE_MARK = re.compile(r"\[\^\w+\]|\[\d{1,2}\](?!\()")
_BROKEN = re.compile(r"(\w)(?:-\s*\n\s*|\u00ad\s*)(?!(?:og|eller|samt)\b)(?=[a-zæøå])")
_MARKS = re.compile(r"\*\*|__|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|`")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
_SPACE = re.compile(r"\s+")
LONGEST_LEAD = 400
LOWEST = 7  # under all marked headings: a line in bold
ENDS = ".!?;…"


@dataclass(frozen=True)
class Sentence:
    """A sentence with its place. `raw` stands in the text just so, at `start`; `text`
    is how it reads, without markup. `lead` is the lead-in of its list, `section` the
    heading over it, `opens` whether it is the first of its point, `head` the first line
    of the table that it is a line of, `part` the number of its paragraph or its list.
    `is_own`: it is no quotation, and none of its words are struck out.
    """

    raw: str
    start: int
    text: str
    section: str
    lead: str = ""
    opens: bool = False
    head: str = ""
    leads: bool = False
    part: int = 0
    is_own: bool = True


@dataclass
class _Block:
    """Lines that belong together: a paragraph, or a point at a depth."""

    start: int
    end: int
    depth: int = -1


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text in Markdown, or of plain text, in their order."""
    listed: list[Sentence] = []
    leads: dict[int, str] = {}
    section, part, was_point = "", 0, False
    standing = without_struck(text)

    blocks = list(_blocks(text))
    for block, following in zip_longest(blocks, blocks[1:]):
        if isinstance(block, str):
            section, leads, part = block, {}, part + 1
            continue

        is_point = block.depth >= 0
        part += not (is_point and (was_point or bool(leads)))
        was_point = is_point
        lead = _lead_over(leads, block.depth) if is_point else ""
        is_quoted = bool(_QUOTE.match(text[block.start : block.end]))
        for number, (start, end, head) in enumerate(_parts(text, block)):
            raw, read = text[start:end], readable(standing[start:end])
            if read:
                opens = is_point and number == 0
                said = Sentence(raw, start, read, section, lead, opens, head)
                is_own = not is_quoted and standing[start:end] == raw
                listed.append(replace(said, part=part, is_own=is_own))

        last = listed[-1].text if listed else ""
        leads = {d: t for d, t in leads.items() if is_point and d < block.depth}
        if _is_lead(last, block, following) and len(last) <= LONGEST_LEAD:
            leads[block.depth] = _joined(lead, last)
            listed[-1] = replace(listed[-1], leads=True)

    return listed


def _is_lead(last: str, block: _Block, following: _Block | str | None) -> bool:
    """Whether a list says what its words began: with a colon, or unended before it."""
    is_over = isinstance(following, _Block) and following.depth > block.depth
    return last.endswith(":") or (is_over and bool(last) and last[-1] not in ENDS)


def parts_of(text: str) -> list[tuple[str, int, int]]:
    """Each heading of a text with where what stands under it begins and ends; before
    the first heading the title is empty.
    """
    parts = [("", 0, len(text))]
    position = 0

    for line in text.splitlines(keepends=True):
        start, position = position, position + len(line)
        if _kind_of_line(line.rstrip("\r\n")) == "heading":
            title, begin, _ = parts.pop()
            heading = _heading(line.rstrip("\r\n"))
            parts += [(title, begin, start), (heading, position, len(text))]

    return parts


def headings_over(text: str) -> Callable[[int], tuple[str, ...]]:
    """Of a place in a text, the headings over the one that it stands under, the nearest
    first.
    """
    places: list[int] = [0]
    paths: list[tuple[str, ...]] = [()]
    path: list[tuple[int, str]] = []
    position = 0

    for line in text.splitlines(keepends=True):
        shown, position = line.rstrip("\r\n"), position + len(line)
        if _kind_of_line(shown) == "heading":
            marked = _HEADING.fullmatch(shown)
            level = len(marked[1]) if marked else LOWEST
            path = [*(one for one in path if one[0] < level), (level, _heading(shown))]
            places.append(position)
            paths.append(tuple(title for _, title in reversed(path[:-1])))

    return lambda place: paths[bisect_right(places, place) - 1]


def readable(raw: str) -> str:
    """A stretch of Markdown as it reads: one line, no marks, no broken words."""
    text = _FOOTNOTE_MARK.sub("", _BROKEN.sub(r"\1", _QUOTED_LINE.sub("\n", raw)))
    return _SPACE.sub(" ", unmarked(text)).strip()


def unmarked(raw: str) -> str:
    """A stretch of Markdown without the marks of bold, italics and links."""
    return _MARKS.sub("", _LINK.sub(r"\1", raw))


def _joined(lead: str, last: str) -> str:
    """A point that is a lead-in itself goes on with its own lead-in's words."""
    return f"{lead.rstrip(':')} {last}" if lead and last[:1].islower() else last


def _lead_over(leads: dict[int, str], depth: int) -> str:
    over = [d for d in leads if d < depth]
    return leads[max(over)] if over else ""


def _blocks(text: str) -> Iterator[_Block | str]:
    """The blocks in order; a heading is its text."""
    block: _Block | None = None
    position = 0

    for line in text.splitlines(keepends=True):
        start, position = position, position + len(line)
        shown = line.rstrip("\r\n")
        kind = _kind_of_line(shown)

        if kind != "text" and block:
            yield block
            block = None
        if kind == "heading":
            yield _heading(shown)
        elif kind == "point":
            match = _POINT.match(shown)
            assert match is not None
            block = _Block(start + match.end(), position, len(match[1]))
        elif kind == "text":
            if block is None:
                block = _Block(start, position)
            else:
                block.end = position

    if block:
        yield block


def _kind_of_line(line: str) -> str:
    if not line.strip() or _RULE.fullmatch(line) or _TABLE.match(line):
        return "none"
    if _HEADING.fullmatch(line) or _NAMED.fullmatch(line):
        return "heading"
    if _POINT.match(line):
        return "point"
    return "text"


def _heading(line: str) -> str:
    match = _HEADING.fullmatch(line)
    named = _NAMED.fullmatch(line)
    if match:
        return readable(match[2])
    return readable(named[1]) if named else ""


def _parts(text: str, block: _Block) -> Iterator[tuple[int, int, str]]:
    """Where each sentence of a block begins and ends, with the head of its table."""
    start = block.start
    inside = text[block.start : block.end]
    for mark in (_QUOTE, _FOOTNOTE):
        if match := mark.match(inside):
            start = block.start + match.end()
            break

    if labelled := list(row_spans(text, start, block.end)):
        yield from ((*_trimmed(text, *span), "") for span in labelled)
        return
    while table := table_in(text, start, block.end):
        yield from ((*span, "") for span in _ended(text, start, table.start))
        yield from ((*_trimmed(text, *line), table.head) for line in table.lines)
        start = table.end
    yield from ((*span, "") for span in _ended(text, start, block.end))


def _ended(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Where each sentence of a stretch without tables begins and ends."""
    for match in _END.finditer(text, start, stop):
        if _goes_on(text, start, match.end()):
            continue
        yield _trimmed(text, start, match.end())
        start = match.end()
    if start < stop:
        yield _trimmed(text, start, stop)


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether the stop at `end` only ends an abbreviation, or a day of a month."""
    if text[end - 1] == ";":
        return False
    day = text[end - 2 : end - 1].isdigit() and _DATE.match(text, end)
    return bool(day) or goes_on(text[start:end], text[end:])


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
