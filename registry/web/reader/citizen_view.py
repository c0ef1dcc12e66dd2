"""What a citizen is told, as the pages set it: words explained where they first stand,
sources, whom to ask, and the sheets of paper that a phase takes.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from registry.catalogue.citizen import Chapter, Telling, plain_label, together
from registry.catalogue.contacts import Number, Reach
from registry.catalogue.explained import Piece, explained
from registry.catalogue.in_words import status_words
from registry.catalogue.snapshot import Snapshot
from registry.rules.fields import Scheme
from registry.web.frame.links import link, row_link
from registry.web.reader.search_view import term_link


class Word(NamedTuple):
    """A part of a sentence; `meaning`: what the word list says of it, if anything."""

    text: str
    meaning: str = ""
    href: str = ""


class Line(NamedTuple):
    """A row told: who does what, the rest of it, and where it stands. `number`: that of
    its source on a sheet of paper.
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


class Ask(NamedTuple):
    """Whom to ask about what somebody does."""

    who: str
    numbers: Sequence[Number]
    only_if: str
    where: str
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
    between: Sequence[Line]
    asks: Sequence[Ask]
    sheet_href: str


@dataclass(frozen=True)
class Sheet:
    """One side of A4: its lines in letters of a size, and the sources they name."""

    size: str
    lines: Sequence[Line]
    sources: Sequence[tuple[int, str]]


# The largest first. What does not go on one sheet of the smallest takes more of them.
SIZES = (Size("stor", 2000), Size("mellem", 3300), Size("lille", 4800))
# What a line takes beside its letters: its own new line, and the number of its source.
LINE_COST = 45
# How staff speak of the one who reads.
SPOKEN_OF = re.compile(r"\b(?:borgerens|borgeren|patienten)\b")
STEP = 50  # in letters, by which sheets are tried emptier


def part_of(snapshot: Snapshot, group: str, chapter: Chapter) -> Part:
    seen: set[str] = set()
    return Part(
        key=chapter.key,
        title=chapter.title,
        lines=[line_of(snapshot, told, seen) for told in chapter.told],
        between=[line_of(snapshot, told, seen) for told in chapter.between],
        asks=asks_of(snapshot, chapter.asked),
        sheet_href=link("citizen.sheets", group=group, phase=chapter.key),
    )


def line_of(snapshot: Snapshot, told: Telling, seen: set[str]) -> Line:
    """`seen`: the terms explained already, to which its own are added."""
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


def asks_of(snapshot: Snapshot, asked: Iterable[Reach]) -> list[Ask]:
    """Whom to ask, those who are asked in one place together."""
    by_place: dict[tuple[object, ...], list[Reach]] = {}
    for reach in asked:
        place = (reach.ask, reach.numbers, reach.only_if, reach.is_by_place)
        by_place.setdefault(place, []).append(reach)

    return [
        Ask(
            together([_plain_actor(snapshot, reach.actor) for reach in here], "og"),
            here[0].numbers,
            here[0].only_if,
            _plain_place(snapshot, here[0].actor, here[0].ask),
            here[0].is_by_place,
        )
        for here in by_place.values()
    ]


def sheets_of(snapshot: Snapshot, told: Sequence[Telling]) -> list[Sheet]:
    """The sheets that the tellings take: one, in the largest letters that leave room
    for all of it, or several of the smallest, each about as full as the others.
    """
    costs = [len(telling.text) + LINE_COST for telling in told]
    fitting = [size for size in SIZES if sum(costs) <= size.room]
    size = fitting[0] if fitting else SIZES[-1]
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
    for telling in told:
        line = line_of(snapshot, telling, set(snapshot.terms))
        source = f"{line.title}. {line.status}" if line.status else line.title
        lines.append(line._replace(number=numbers.setdefault(source, len(numbers) + 1)))
    return Sheet(size.name, lines, [(n, source) for source, n in numbers.items()])


def _word(piece: Piece) -> Word:
    if piece.term is None:
        return Word(piece.text)
    return Word(piece.text, piece.term.meaning, term_link(piece.term.key))


def _plain_actor(snapshot: Snapshot, label: str) -> str:
    return (snapshot.vocabulary.plain(label) or label).rstrip(",")


def _plain_place(snapshot: Snapshot, label: str, ask: str) -> str:
    """Where to ask, said to the reader: who it is in plain words, «din» for the
    citizen's, «dig» for the patient.
    """
    plain = _plain_actor(snapshot, label)
    if ask == label:
        return plain
    within = label[:1].lower() + label[1:]
    ask = re.sub(rf"(?:borgerens )?\b{re.escape(within)}(?!\w)", lambda _: plain, ask)
    return SPOKEN_OF.sub(
        lambda word: snapshot.vocabulary.plain(word[0]) or word[0], ask
    )


def group_title(snapshot: Snapshot, group: str) -> str:
    return plain_label(snapshot, Scheme.TARGET_GROUPS, group)
