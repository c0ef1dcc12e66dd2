"""What the page and not the text put into a pasted text: page numbers, running heads,
contents.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from registry.intake.pasted.lines import Line, ends_sentence, excerpts, pieces_of
from registry.intake.read_text import Concern, Remark

NUMBER = r"\d{1,4}"
PAGE = re.compile(
    rf"(?:side|page|s\.)\s?{NUMBER}(?:\s?(?:af|of|/)\s?{NUMBER})?"
    rf"|{NUMBER}\s?(?:af|of|/)\s?{NUMBER}|[-–—]\s?{NUMBER}\s?[-–—]",
    re.IGNORECASE,
)
WITH_PAGE = re.compile(rf"\bside {NUMBER}(?: ?(?:af|/) ?{NUMBER})?$", re.IGNORECASE)
LONGEST = 160  # a line that the page put there is no longer
LONGEST_BARE = 3
APART = 3  # lines between two page numbers
# lines at the top and at the foot of a page that may be repeated, of a third at most
ZONE = 3
CONTENTS = ("indhold", "indholdsfortegnelse")
LEADERS = " \t.…·_"
DIGITS = "0123456789"


@dataclass(frozen=True)
class Stripped:
    """The lines of the text itself. `first`: the first line of all, where it was a
    running head.
    """

    lines: list[Line]
    remarks: list[Remark]
    first: str


def without_pages(lines: Sequence[Line]) -> Stripped:
    """The lines less what belongs to the pages; the remarks say what that was.

    Where there would be nothing left, it is text after all.
    """
    listed = _contents(lines)
    numbers = _page_numbers(lines)
    running = _running(lines, numbers)

    left_out = (
        ("Sidetal er udeladt", numbers),
        ("Sidehoveder og sidefødder er udeladt", running),
        ("Indholdsfortegnelsen er udeladt, for kataloget laver den selv", listed),
    )
    texts = {
        what: [lines[at].text for at in sorted(places)] for what, places in left_out
    }

    remarks = [
        Remark(
            Concern.LEFT_OUT, f"{what}: {_first_and_last(said)}.", "", pieces_of(said)
        )
        for what, said in texts.items()
        if said
    ]

    kept = list(_kept(lines, numbers | running, listed))
    if not kept:
        return Stripped(list(lines), [], "")
    return Stripped(kept, remarks, lines[0].text if 0 in running else "")


def _first_and_last(texts: Sequence[str]) -> str:
    """The texts; of those that differ in their numbers only, the first and the last."""
    alike: dict[str, list[str]] = {}
    for text in texts:
        alike.setdefault(_mask(text), []).append(text)
    return excerpts(
        [text for group in alike.values() for text in (group[0], group[-1])]
    )


def _kept(
    lines: Sequence[Line], furniture: set[int], listed: set[int]
) -> Iterator[Line]:
    """What is left; a sentence may run on over a page's end."""
    before = ""
    turned = gone = False

    for at, line in enumerate(lines):
        turned = turned or line.turn or at in furniture
        gone = gone or at in listed
        if at in furniture or at in listed:
            continue

        apart = not before or ends_sentence(before) if turned else line.apart
        yield replace(line, apart=apart or gone)
        before, turned, gone = line.text, False, False


def _page_numbers(lines: Sequence[Line]) -> set[int]:
    places = {at for at, line in enumerate(lines) if _is_page(line)}
    places |= set(_counting_on([(at, int(line.text)) for at, line in _bare(lines)]))
    places |= {at for at, _ in _bare(lines) if _stands_apart(lines, at)}
    return places | set(_with_page(lines))


def _is_page(line: Line) -> bool:
    return len(line.text) <= LONGEST and PAGE.fullmatch(line.text) is not None


def _bare(lines: Sequence[Line]) -> list[tuple[int, Line]]:
    return [
        (at, line)
        for at, line in enumerate(lines)
        if len(line.text) <= LONGEST_BARE
        and line.text.isascii()
        and line.text.isdecimal()
    ]


def _counting_on(bare: Sequence[tuple[int, int]]) -> Iterator[int]:
    for (at, number), (later, following) in pairwise(bare):
        if following == number + 1 and later - at > APART:
            yield at
            yield later


def _stands_apart(lines: Sequence[Line], at: int) -> bool:
    """Whether a bare number stands at a page's edge, or alone between two long
    lines.
    """
    if at in (0, len(lines) - 1) or lines[at].turn or lines[at + 1].turn:
        return True

    alone = lines[at].apart and lines[at + 1].apart
    return alone and all(len(lines[n].text) > LONGEST_BARE for n in (at - 1, at + 1))


def _with_page(lines: Sequence[Line]) -> Iterator[int]:
    """Lines alike but for the number of the page at their end."""
    ending = [
        at
        for at, line in enumerate(lines)
        if len(line.text) <= LONGEST and WITH_PAGE.search(line.text)
    ]

    times = Counter(_mask(text) for text in {lines[at].text for at in ending})
    yield from (at for at in ending if times[_mask(lines[at].text)] > 1)


def _running(lines: Sequence[Line], numbers: set[int]) -> set[int]:
    """The lines that are repeated at the top or at the foot of pages, and hardly
    elsewhere.
    """
    pages = list(_pages(lines, numbers))
    everywhere = Counter(_mask(line.text) for line in lines)
    running: set[int] = set()

    for zones in (
        [_zone(page) for page in pages],
        [_zone(page[::-1]) for page in pages],
    ):
        times = Counter(
            mask for zone in zones for mask in {_mask(lines[at].text) for at in zone}
        )
        heads = {
            mask
            for mask, number in times.items()
            if number >= max(2, len(pages) * 2 // 5)
            and number * 3 >= everywhere[mask] * 2
        }

        for zone in zones:
            running |= set(_repeated(lines, zone, heads))

    return running


def _repeated(
    lines: Sequence[Line], zone: Sequence[int], heads: set[str]
) -> Iterator[int]:
    """The heads from the page's edge inwards; none is a sentence or a number."""
    for at in zone:
        text = lines[at].text
        has_letters = any(character.isalpha() for character in text)
        if _mask(text) not in heads or not has_letters or text.endswith("."):
            return
        if len(text) <= LONGEST:
            yield at


def _zone(page: Sequence[int]) -> Sequence[int]:
    """The lines from the page's edge inwards that may be a running head."""
    return page[: max(1, min(ZONE, len(page) // 3))]


def _pages(lines: Sequence[Line], numbers: set[int]) -> Iterator[list[int]]:
    """The places of the lines of each page, less the page numbers."""
    page: list[int] = []
    for at, line in enumerate(lines):
        if page and (line.turn or at in numbers):
            yield page
            page = []
        if at not in numbers:
            page.append(at)

    if page:
        yield page


def _mask(text: str) -> str:
    """The text with its numbers alike."""
    return " ".join(re.sub(r"\d+", "#", text).split())


def _contents(lines: Sequence[Line]) -> set[int]:
    """The lines of a contents list: dots lead to a number, or it has its name
    above it.
    """
    listed: set[int] = set()
    named = False

    for at, line in enumerate(lines):
        is_name = line.text.rstrip(":").casefold() in CONTENTS
        if is_name and at + 1 < len(lines) and _ends_in_number(lines[at + 1].text):
            named = True
        elif not _ends_in_number(line.text):
            named = False

        if named or _has_leaders(line.text):
            listed.add(at)

    return listed


def _ends_in_number(text: str) -> bool:
    """Whether blanks or dots stand between a text and its number."""
    head = text.rstrip(DIGITS)
    return 0 < len(text) - len(head) <= 4 and head != head.rstrip(LEADERS) != ""


def _has_leaders(text: str) -> bool:
    head = text.rstrip(DIGITS)
    leaders = head[len(head.rstrip(LEADERS)) :]
    return _ends_in_number(text) and leaders.count(".") + 3 * leaders.count("…") > 2
