"""What a citizen is told, as the pages set it: words explained where they first stand,
sources, whom to ask, and the sheets of paper that a phase takes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from registry.catalogue.citizen import Chapter, plain_label, together
from registry.catalogue.citizen_asks import Ask
from registry.catalogue.citizen_telling import Telling, headed
from registry.catalogue.contacts import Number
from registry.catalogue.explained import Piece, explained
from registry.catalogue.in_words import status_words
from registry.catalogue.snapshot import Snapshot
from registry.rules.fields import Scheme
from registry.rules.older import today_first
from registry.web.frame.links import link, row_link
from registry.web.reader.search_view import term_link


class Word(NamedTuple):
    """A part of a sentence; `meaning`: what the word list says of it, if anything."""

    text: str
    meaning: str = ""
    href: str = ""


class Line(NamedTuple):
    """A row told: who does what, the rest of it, and where it stands. `number`: that of
    its source on a sheet of paper. `heading`: that of the part that begins with it.
    """

    id: str
    deed: Sequence[Word]
    rest: Sequence[Word]
    confirmed: bool
    title: str
    section: str
    source: str
    status: str
    href: str
    number: int = 0
    heading: str = ""


class AskLine(NamedTuple):
    """Whom to ask about what somebody does. `numbers`: each with the part that the
    municipality must have for it to be the right one.
    """

    who: str
    where: str
    numbers: Sequence[tuple[Number, str]]
    is_by_place: bool


class Size(NamedTuple):
    """A size of letters on paper, and how many letters of it go on a sheet of A4."""

    name: str
    room: int


@dataclass(frozen=True)
class Part:
    """A chapter as the page shows it."""

    key: str
    title: str
    lines: Sequence[Line]
    asks: Sequence[AskLine]
    sheet_href: str

    @property
    def has_numbers(self) -> bool:
        """Whether the catalogue has any number of those who are asked."""
        return any(ask.numbers for ask in self.asks)


@dataclass(frozen=True)
class Sheet:
    """One side of A4: its lines in letters of a size, and the sources they name."""

    size: str
    lines: Sequence[Line]
    sources: Sequence[tuple[int, str]]


# The largest first.
SIZES = (Size("stor", 2000), Size("mellem", 3300), Size("lille", 4800))
# What a line takes beside its letters: its own new line, and the number of its source.
LINE_COST = 45
STEP = 50  # in letters, by which sheets are tried emptier


def part_of(snapshot: Snapshot, group: str, chapter: Chapter) -> Part:
    return Part(
        key=chapter.key,
        title=chapter.title,
        lines=[
            line_of(snapshot, told, set())._replace(heading=heading)
            for heading, told in headed(chapter.told)
        ],
        asks=[ask_of(snapshot, ask) for ask in chapter.asks],
        sheet_href=link("citizen.sheets", group=group, phase=chapter.key),
    )


def line_of(snapshot: Snapshot, told: Telling, seen: set[str]) -> Line:
    """`seen`: the terms that are not explained in it, to which its own are added. Each
    row explains its own: a reader comes to it by a link, or begins in the middle.
    """
    row = told.row
    agreement = snapshot.agreement(row.agreement)
    deed, rest = told.sentences[0], " ".join(told.sentences[1:])

    return Line(
        id=row.id,
        deed=[_word(piece) for piece in explained(snapshot, deed, seen)],
        rest=[_word(piece) for piece in explained(snapshot, rest, seen)],
        confirmed=told.confirmed,
        title=told.title,
        section=row.snitflade.section,
        source=row.snitflade.source,
        status=status_words(snapshot, agreement)[0],
        href=row_link(row.id),
    )


def ask_of(snapshot: Snapshot, ask: Ask) -> AskLine:
    return AskLine(
        together([plain_actor(snapshot, label) for label in ask.who], "og")
        if ask.who
        else "",
        ask.where,
        [
            (number, plain_actor(snapshot, part) if part else "")
            for number, part in ask.numbers
        ],
        ask.is_by_place,
    )


def sheets_of(snapshot: Snapshot, told: Sequence[Telling]) -> list[Sheet]:
    """The sheets that the tellings take: as few as the smallest letters take, in the
    largest that take no more, each about as full as the others.
    """
    costs = [
        len(telling.text) + LINE_COST + (len(heading) + LINE_COST) * bool(heading)
        for heading, telling in headed(told)
    ]
    fewest = len(_filled(costs, SIZES[-1].room))
    size = next(size for size in SIZES if len(_filled(costs, size.room)) == fewest)
    return [
        _sheet(snapshot, size, told[first:last])
        for first, last in _shares(costs, size.room)
    ]


def _shares(costs: Sequence[int], room: int) -> list[tuple[int, int]]:
    """From where to where each sheet goes: as few as there must be, evenly filled."""
    fewest = _filled(costs, room)
    caps = range(max(costs, default=0), room, STEP)
    evener = (_filled(costs, cap) for cap in caps)
    return next((shares for shares in evener if len(shares) == len(fewest)), fewest)


def _filled(costs: Sequence[int], room: int) -> list[tuple[int, int]]:
    """From where to where each sheet goes where it is filled before the next begins."""
    shares, first, filled = [], 0, 0
    for at, cost in enumerate(costs):
        if at > first and filled + cost > room:
            shares.append((first, at))
            first, filled = at, 0
        filled += cost
    return [*shares, *[(first, len(costs))] * (first < len(costs))]


def _sheet(snapshot: Snapshot, size: Size, told: Sequence[Telling]) -> Sheet:
    numbers: dict[str, int] = {}
    lines = []
    for heading, telling in headed(told):
        line = line_of(snapshot, telling, set(snapshot.terms))
        source = f"{line.title}. {line.status}" if line.status else line.title
        number = numbers.setdefault(source, len(numbers) + 1)
        lines.append(line._replace(number=number, heading=heading))
    return Sheet(size.name, lines, [(n, source) for source, n in numbers.items()])


def _word(piece: Piece) -> Word:
    if piece.term is None:
        return Word(piece.text)
    return Word(piece.text, today_first(piece.term.meaning), term_link(piece.term.key))


def plain_actor(snapshot: Snapshot, label: str) -> str:
    return (snapshot.vocabulary.plain(label) or label).rstrip(",")


def group_title(snapshot: Snapshot, group: str) -> str:
    return plain_label(snapshot, Scheme.TARGET_GROUPS, group)
