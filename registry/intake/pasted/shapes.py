"""What a line of a pasted text looks like: a heading of some kind, or an item of a
list.
"""

import re
from typing import NamedTuple

from registry.intake import labels
from registry.intake.pasted.lines import (
    CLOSING,
    MONTH_NAMES,
    Sheet,
    cells_of,
    ends_sentence,
    joined,
    starts_low,
)

BULLETS = "•◦▪▫■□●○‣⁃∙·➢➤►▶✓❖◆◊\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8"
# These begin an item only where something new may begin.
DASHES = "-–—*o"
BULLET = re.compile(rf"([{re.escape(BULLETS + DASHES)}])\s+(?=\S)|([{BULLETS}])(?=\w)")
COUNTED = re.compile(
    rf"(\(?)(\d{{1,3}}|[a-zæøå]|[ivx]{{2,5}})([.)])\s+(?!(?:{MONTH_NAMES})\b)(?=\S)"
)
LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"
ROMANS = (
    "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split()
)

CHAPTER_NAME = re.compile(
    r"(?:kapitel|bilag|appendiks|afsnit|del) (?:\d{1,3}|[IVX]{1,5}|[A-Z])\b", re.I
)
OUTLINE = re.compile(
    rf"(\d{{1,2}}(?:\.\d{{1,2}}){{0,4}})\.?\s+(?!(?:{MONTH_NAMES})\b)(?=[^\W\d_])"
)
PARAGRAPH_SIGN = re.compile(r"§+\s*\d+\s?[a-z]?\s?[.:]")
# The number of a note after a sentence; a shorter line may be "Bilag nr. 2".
NOTE_NUMBER = re.compile(r"(?<=.{40}[.!?])\s?\[?\d{1,3}\]?$")
MARKED = re.compile(r"(#{1,6})\s+(\S.*?)\s*#*")
LONGEST, LONGEST_PLAIN, MOST_WORDS = 110, 80, 10
LONGEST_LABEL = 4  # words
TEXT = 40  # a line of this length is no heading
SHORT = 0.7  # of the usual width
UNFINISHED = tuple(".,;:!–—-&/")
# No heading ends with one of these.
LEADING_ON = frozenset(
    "af at de den der det dog efter eller en er et for fra har i med mellem når og om "
    "på samt sin "
    "skal som til under ved".split()
)
# The ranks of headings, the highest first. A numbered one stands as many lower as it
# has numbers; a plain one stands under what is above it.
CHAPTER, CAPITALS, NUMBERED = 2, 3, 3
PLAIN = 0


class Mark(NamedTuple):
    """How an item begins. `places`: what list it may belong to, and its number
    there.
    """

    shown: str
    text: str
    places: tuple[tuple[str, int], ...]

    @property
    def is_sure(self) -> bool:
        """A bullet begins an item wherever it stands; a number may be of a sentence."""
        return self.shown in BULLETS


class Title(NamedTuple):
    """A heading: its rank, its text, and how many lines it takes."""

    rank: int
    text: str
    lines: int = 1


def mark_of(text: str) -> Mark | None:
    """How the line begins an item; None where it does not, or holds columns."""
    bullet = BULLET.match(text)
    if bullet:
        shown = bullet[1] or bullet[2]
        return _mark(shown, text[bullet.end() :], ((shown, 0),))

    numbered = COUNTED.match(text)
    if not numbered:
        return None

    opening, value, closing = numbered.groups()
    form = f"{opening}{{}}{closing}"
    places = [(form.format(kind), number) for kind, number in _numbers(value)]
    return _mark(f"{opening}{value}{closing}", text[numbered.end() :], tuple(places))


def _mark(shown: str, text: str, places: tuple[tuple[str, int], ...]) -> Mark | None:
    return None if cells_of(text) or not places else Mark(shown, text, places)


def _numbers(value: str) -> list[tuple[str, int]]:
    if value.isdecimal():
        return [("1", int(value))]
    as_letter = [("a", LETTERS.index(value) + 1)] if len(value) == 1 else []
    return as_letter + ([("i", ROMANS.index(value) + 1)] if value in ROMANS else [])


def is_row(sheet: Sheet, at: int) -> bool:
    """Whether the line and the one right under it have the same columns."""
    if at + 1 >= len(sheet.lines) or sheet.lines[at + 1].apart:
        return False
    return 1 < _columns(sheet.lines[at].text) == _columns(sheet.lines[at + 1].text)


def _columns(text: str) -> int:
    return 0 if mark_of(text) else len(cells_of(text))


def _marked(text: str, at: int) -> Title | None:
    """A heading as Markdown marks it; that of the whole text stands first."""
    if (mark := MARKED.fullmatch(text.strip())) is None:
        return None
    is_whole = at == 0 and mark[1] == "#"
    return Title(CAPITALS if is_whole else max(len(mark[1]), CHAPTER), mark[2])


def title_at(sheet: Sheet, at: int) -> Title | None:
    """The heading that begins with the line; None where it is none."""
    text = sheet.lines[at].text
    if len(text) > LONGEST or cells_of(text) or not sheet.begins(at):
        return None

    return (
        _marked(text, at)
        or _chapter(sheet, at)
        or _numbered(sheet, at)
        or _capitals(sheet, at)
        or _plain(sheet, at)
    )


def _chapter(sheet: Sheet, at: int) -> Title | None:
    """ "Kapitel 2", with its name behind it or on the next line."""
    text = sheet.lines[at].text
    named = CHAPTER_NAME.match(text)
    if not named or _goes_on(sheet, at):
        return None

    rest = text[named.end() :].strip(" .:–—-")
    if rest:
        is_sentence = starts_low(rest) or text.endswith(UNFINISHED)
        return None if is_sentence else Title(CHAPTER, text)

    name = _plain(sheet, at + 1) if at + 1 < len(sheet.lines) else None
    if name is None or sheet.lines[at + 1].apart or CHAPTER_NAME.match(name.text):
        return Title(CHAPTER, text)
    return Title(CHAPTER, f"{text.rstrip(' .:')}: {name.text}", 1 + name.lines)


def _numbered(sheet: Sheet, at: int) -> Title | None:
    text = sheet.lines[at].text
    number = OUTLINE.match(text)
    if not number or starts_low(text[number.end() :]):
        return None
    if text.endswith(UNFINISHED) or _goes_on(sheet, at):
        return None

    depth = number[1].count(".") + 1
    if depth == 1 and _has_sibling(sheet, at, int(number[1])):
        return None
    return Title(NUMBERED + depth, text)


def _has_sibling(sheet: Sheet, at: int, number: int) -> bool:
    """Whether the lines around it are numbered on: then they are a list."""
    around = [n for n in (at - 1, at + 1) if 0 <= n < len(sheet.lines)]
    outlines = [OUTLINE.match(sheet.lines[n].text) for n in around]
    return any(
        outline and outline[1].isdecimal() and abs(int(outline[1]) - number) == 1
        for outline in outlines
    )


def _goes_on(sheet: Sheet, at: int) -> bool:
    """Whether the line below is the rest of the same sentence."""
    below = sheet.lines[at + 1 : at + 2]
    return bool(below) and not below[0].apart and starts_low(below[0].text)


def _capitals(sheet: Sheet, at: int) -> Title | None:
    """Lines in capitals; several after each other are one heading."""
    lines, end = sheet.lines, at
    while end < len(lines) and _is_capitals(lines[end].text):
        if end > at and (lines[end].apart or end - at > 2 or _is_named(sheet, end)):
            break
        end += 1

    text = joined([line.text for line in sheet.lines[at:end]]).text.rstrip(":")
    return Title(CAPITALS, text, end - at) if end > at else None


def _is_named(sheet: Sheet, at: int) -> bool:
    """Whether the line, or the one above it, is the usual name of a section, and so a
    heading.
    """
    return any(labels.is_common(sheet.lines[n].text) for n in (at - 1, at))


def _is_capitals(text: str) -> bool:
    longest = max((len(word) for word in re.findall(r"[^\W\d_]+", text)), default=0)

    return (
        text.isupper()
        and longest > 3
        and len(text) <= LONGEST_PLAIN
        and mark_of(text) is None
        and not cells_of(text)
        and not text.endswith((".", ",", ";", "-"))
    )


def _plain(sheet: Sheet, at: int, chain: int = 2) -> Title | None:
    """A short line by itself, before text, that is no sentence."""
    lines = sheet.lines
    end = at + 1
    if end < len(lines) and not lines[end].apart and starts_low(lines[end].text):
        # A long title stands on two lines, with nothing close beneath.
        end += 1

    text = joined([line.text for line in lines[at:end]]).text
    if end >= len(lines) or not _is_short(text, two=end - at > 1):
        return None
    if text.endswith(":"):
        return _label(sheet, at)

    over = end - at == 1 or at == 0
    alone = lines[end].apart or (over and _is_over(sheet, at, end - 1))
    if not alone or not _is_followed(sheet, end, chain):
        return None
    return Title(PLAIN, text, end - at)


def _is_short(text: str, *, two: bool) -> bool:
    longest = LONGEST if two else LONGEST_PLAIN
    first = text.lstrip("«\"'(§ ")[:1]

    return (
        2 < len(text) <= longest
        and len(text.split()) <= MOST_WORDS * (1 + two)
        and (first.isupper() or text.startswith("§"))
        and not NOTE_NUMBER.sub("", text)
        .rstrip(CLOSING)
        .endswith(tuple(set(UNFINISHED) - {":"}))
        and text.rsplit(maxsplit=1)[-1] not in LEADING_ON
        and not PARAGRAPH_SIGN.match(text)
        and mark_of(text) is None
        and not cells_of(text)
    )


def _is_over(sheet: Sheet, at: int, last: int) -> bool:
    """Whether the text right under the lines is not their own, since they leave so much
    room.
    """
    line, below = sheet.lines[at], sheet.lines[last + 1].text
    if sheet.room(last) > SHORT * sheet.width or starts_low(below):
        return False
    if at == 0:
        return last == 0 or len(below) >= TEXT

    before = sheet.lines[at - 1].text
    parted = (
        line.apart
        or ends_sentence(before)
        or mark_of(before)
        or CHAPTER_NAME.match(before)
    )
    return bool(parted) and len(below) >= TEXT and ": " not in line.text


def _is_followed(sheet: Sheet, at: int, chain: int) -> bool:
    """Whether text stands at the place, or another heading with text under it."""
    text = sheet.lines[at].text
    if len(text) >= TEXT or ends_sentence(text) or mark_of(text) or is_row(sheet, at):
        return True
    if OUTLINE.match(text) or CHAPTER_NAME.match(text) or _is_capitals(text):
        return True
    return chain > 1 and _plain(sheet, at, chain - 1) is not None


def _label(sheet: Sheet, at: int) -> Title | None:
    """ "Økonomi:" over a text; over a list it is the beginning of a sentence."""
    line, below = sheet.lines[at], sheet.lines[at + 1]
    is_list = mark_of(below.text) is not None or is_row(sheet, at + 1)
    is_label = len(line.text.split()) <= LONGEST_LABEL and not is_list
    if not is_label or not (line.apart or at == 0) or len(below.text) < TEXT:
        return None
    return Title(PLAIN, line.text.rstrip(": "))
