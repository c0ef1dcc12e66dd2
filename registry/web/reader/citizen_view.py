"""What a citizen is told, as the pages set it: words explained where they first stand,
sources, whom to ask, and the sheets of paper that a phase takes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from registry.catalogue.citizen import Chapter, plain_label
from registry.catalogue.citizen_asks import CitizenAsk
from registry.catalogue.citizen_deed import together
from registry.catalogue.citizen_standing import standing
from registry.catalogue.citizen_telling import Telling
from registry.catalogue.citizen_united import United, by_part, united
from registry.catalogue.contacts import Number
from registry.catalogue.explained import Piece, explained
from registry.catalogue.snapshot import Snapshot
from registry.rules.fields import Scheme
from registry.rules.older import today_first
from registry.web.frame.links import row_link
from registry.web.reader.search_view import term_link


class PieceView(NamedTuple):
    """A part of a sentence; `meaning`: what the word list says of it, if anything."""

    text: str
    meaning: str = ""
    href: str = ""


class Source(NamedTuple):
    """Where a row told stands."""

    title: str
    section: str
    source: str
    status: str
    href: str


class Item(NamedTuple):
    """One of several rows told under one lead."""

    id: str
    words: Sequence[PieceView]


class Line(NamedTuple):
    """What is told as one rule: who does what, the `deeds` that it leads, the rest of
    it, and where it stands. `numbers`: those of its sources on a sheet of paper.
    `heading`: that of the part that begins with it.
    """

    id: str
    deed: Sequence[PieceView]
    deeds: Sequence[Item]
    rest: Sequence[PieceView]
    sources: Sequence[Source]
    numbers: Sequence[int] = ()
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
class ChapterView:
    """A chapter as the page shows it."""

    key: str
    title: str
    sections: Sequence[tuple[str, Sequence[Line]]]
    asks: Sequence[AskLine]

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
SIZES = (
    Size("stor", 2000),
    Size("lidt-stor", 2650),
    Size("mellem", 3300),
    Size("lidt-lille", 4000),
    Size("lille", 4800),
)
# For those who ask for large letters, on as many sheets as they take.
LARGE_PRINT = Size("stoerst", 520)
# What a line takes beside its letters: its own new line, and the number of its source.
LINE_COST = 45
STEP = 50  # in letters, by which sheets are tried emptier


def part_of(snapshot: Snapshot, chapter: Chapter) -> ChapterView:
    return ChapterView(
        key=chapter.key,
        title=chapter.title,
        sections=[
            (heading, [line_of(snapshot, one, set()) for one in some])
            for heading, some in by_part(united(chapter.tellings))
        ],
        asks=[ask_of(snapshot, ask) for ask in chapter.asks],
    )


def line_of(snapshot: Snapshot, one: United, seen: set[str]) -> Line:
    """`seen`: the terms that are not explained in it, to which its own are added. Each
    line explains its own: a reader comes to it by a link, or begins in the middle.
    """
    return Line(
        id=one.tellings[0].row.id,
        deed=_pieces(snapshot, one.lead, seen),
        deeds=[
            Item(telling.row.id, _pieces(snapshot, text, seen))
            for telling, text in one.items
        ],
        rest=_pieces(snapshot, one.rest, seen),
        sources=[_source(snapshot, telling) for telling in one.tellings],
    )


def _source(snapshot: Snapshot, telling: Telling) -> Source:
    row = telling.row.snitflade
    return Source(
        telling.title,
        row.section,
        row.source,
        standing(snapshot, telling),
        row_link(telling.row.id),
    )


def _pieces(snapshot: Snapshot, text: str, seen: set[str]) -> Sequence[PieceView]:
    return [_piece_view(piece) for piece in explained(snapshot, text, seen)]


def ask_of(snapshot: Snapshot, ask: CitizenAsk) -> AskLine:
    return AskLine(
        together([_plain(snapshot, label) for label in ask.who], "og")
        if ask.who
        else "",
        ask.where,
        [
            (number, plain_actor(snapshot, part) if part else "")
            for number, part in ask.numbers
        ],
        ask.is_by_place,
    )


def sheets_of(
    snapshot: Snapshot, tellings: Sequence[Telling], *, large: bool = False
) -> list[Sheet]:
    """The sheets that the tellings take: as few as the smallest letters take, in the
    largest that take no more, each about as full as the others. `large`: in large
    print, however many they are.
    """
    parts = by_part(united(tellings))
    costs = [
        cost_of(one) + (len(heading) + LINE_COST) * bool(heading and one is some[0])
        for heading, some in parts
        for one in some
    ]

    fewest = len(_filled(costs, SIZES[-1].room))
    fitting = (size for size in SIZES if len(_filled(costs, size.room)) == fewest)
    size = LARGE_PRINT if large else next(fitting)

    headed = [(heading, one) for heading, some in parts for one in some]
    return [
        _sheet(snapshot, size, headed[first:last])
        for first, last in _shares(costs, size.room)
    ]


def cost_of(one: United) -> int:
    """How many letters it takes the room of."""
    return len(one.text) + LINE_COST * (1 + len(one.items))


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


def _sheet(
    snapshot: Snapshot, size: Size, listed: Sequence[tuple[str, United]]
) -> Sheet:
    numbers: dict[str, int] = {}
    lines, last = [], ""

    for heading, one in listed:
        line = line_of(snapshot, one, set(snapshot.terms))
        sources = [_named(source) for source in line.sources]
        for source in sources:
            numbers.setdefault(source, len(numbers) + 1)
        own = [numbers[source] for source in dict.fromkeys(sources)]
        begins = heading if heading != last else ""
        lines.append(line._replace(numbers=own, heading=begins))
        last = heading

    return Sheet(size.name, lines, [(n, source) for source, n in numbers.items()])


def _named(source: Source) -> str:
    return f"{source.title}. {source.status}" if source.status else source.title


def _piece_view(piece: Piece) -> PieceView:
    if piece.term is None:
        return PieceView(piece.text)
    return PieceView(
        piece.text, today_first(piece.term.meaning), term_link(piece.term.key)
    )


def plain_actor(snapshot: Snapshot, label: str) -> str:
    return _plain(snapshot, label).rstrip(",")


def _plain(snapshot: Snapshot, label: str) -> str:
    """With the comma after a clause, as it stands in a sentence."""
    return snapshot.vocabulary.plain(label) or label


def group_title(snapshot: Snapshot, group: str) -> str:
    return plain_label(snapshot, Scheme.TARGET_GROUPS, group)
