"""The sheets of paper that a phase takes for a citizen: one side of A4 where it can be,
in letters that can be read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple

from registry.catalogue.citizen import Chapter
from registry.catalogue.citizen_brief import Note, briefly
from registry.catalogue.citizen_standing import standing
from registry.catalogue.citizen_telling import Telling
from registry.catalogue.citizen_united import United, by_part, united
from registry.catalogue.snapshot import Snapshot
from registry.rules.citizens import parts_on
from registry.web.reader.citizen_view import Line, line_of


class Size(NamedTuple):
    """A size of letters on paper. In tenths of a line of a column: `room`, what a sheet
    of A4 has for rules and foot, and `foot`, what a line of the foot takes of it.
    `letters`: how many go on a line of a column.
    """

    name: str
    letters: int
    room: int
    foot: int


class Standing(NamedTuple):
    """How the agreements of some of a sheet's sources stand."""

    numbers: Sequence[int]
    text: str


class Subject(NamedTuple):
    """An agreement that tells something of a phase, whose rules can be had alone."""

    key: str
    title: str


@dataclass(frozen=True)
class Sheet:
    """One side of A4: its lines in letters of a size, what several of them say, and the
    sources they name, by number.
    """

    size: str
    lines: Sequence[Line]
    notes: Sequence[Note]
    sources: Mapping[int, str]
    standings: Sequence[Standing]


class Paper(NamedTuple):
    """The sheets of a phase. `elsewhere`: the parts that have none of their room here,
    since they stand on the sheet of a group of their own: the heading and that group.
    """

    sheets: Sequence[Sheet]
    elsewhere: Sequence[tuple[str, str]]


OWN_SHEET = "«Hele vejen igennem»"  # the words for a sheet of their own, at most


class _Setting(NamedTuple):
    """A way to tell a phase on paper: what is told, what several rules say, and how
    many letters its foot has.
    """

    listed: Sequence[tuple[str, United]]
    notes: Sequence[Note]
    foot: int
    elsewhere: Sequence[tuple[str, str]] = ()

    def costs(self, size: Size) -> list[int]:
        """The room of each, a heading with the first under it."""
        headings = [heading for heading, _ in self.listed]
        new = [h != at for h, at in zip(headings, ["", *headings], strict=False)]
        return [
            cost_of(one, size) + _height([heading], size) * begins
            for (heading, one), begins in zip(self.listed, new, strict=True)
        ]

    def room(self, size: Size) -> int:
        """The room for its rules: beside them a sheet has notes and a foot."""
        beside = [note.text for note in self.notes]
        beside += [heading * 2 + OWN_SHEET for heading, _ in self.elsewhere]
        foot = size.foot * ceil(self.foot / FOOT_LETTERS)
        return size.room - _height(beside, size) - foot

    def sides(self, size: Size) -> int:
        """How many it takes in letters of this size."""
        return len(_filled(self.costs(size), self.room(size)))


# The largest first. None is smaller than 11 points.
SIZES = (
    Size("stor", 93, 350, 6),
    Size("lidt-stor", 44, 770, 13),
    Size("mellem", 48, 960, 16),
)
# For those who ask for large letters, on as many sheets as they take.
LARGE_PRINT = Size("stoerst", 66, 170, 10)
# In tenths of a line: a line, what is between two rules, and by how much sheets are
# tried emptier.
LINE, BETWEEN, STEP = 10, 3, 20
NUMBER = 4  # letters that the number of a source takes
# On a line of the foot, and what each who is asked takes of it beside who they are.
FOOT_LETTERS, ASK_LETTERS = 115, 60


def paper_of(
    snapshot: Snapshot, chapter: Chapter, group: str, *, large: bool = False
) -> Paper:
    """The paper of a phase on a group's page: all of it on one side if it can be, or
    else more briefly, or else without what holds only for those who have a sheet of
    their own. What still takes more sides is told on as few as there must be, each
    about as full as the others. In the largest letters that take no more sides;
    `large`: in large print, however many they are.
    """
    settings = _settings(snapshot, chapter, group)
    if large:
        return _set(snapshot, settings[0], LARGE_PRINT)

    smallest = SIZES[-1]
    one_side = (setting for setting in settings if setting.sides(smallest) == 1)
    chosen = next(one_side, settings[-1])
    fewest = chosen.sides(smallest)
    size = next(size for size in SIZES if chosen.sides(size) == fewest)
    return _set(snapshot, chosen, size)


def subjects_of(tellings: Sequence[Telling]) -> list[Subject]:
    """The agreements that tell of a phase, in their order."""
    return [*dict.fromkeys(Subject(t.row.agreement, t.title) for t in tellings)]


def cost_of(one: United, size: Size) -> int:
    """The room that it takes, in tenths of a line."""
    items = [text for _, text in one.items]
    return _height([one.lead, *items, one.rest], size) + BETWEEN


def _height(texts: Sequence[str], size: Size) -> int:
    """The room of texts under each other, each with the number of a source."""
    return sum(LINE * ceil((len(t) + NUMBER) / size.letters) for t in texts if t)


def _settings(snapshot: Snapshot, chapter: Chapter, group: str) -> list[_Setting]:
    """The ways to tell it, the fullest first."""
    own_sheets = {part: key for key, part in parts_on(group).items()}
    whole = chapter.tellings
    some = [telling for telling in whole if telling.part not in own_sheets]
    moved = dict.fromkeys(t.part for t in whole if t.part in own_sheets)
    elsewhere = [(part.heading, own_sheets[part]) for part in moved if part]
    asks = sum(len(" ".join(ask.who)) + ASK_LETTERS for ask in chapter.asks)

    def settings(
        tellings: Sequence[Telling], elsewhere: Sequence[tuple[str, str]]
    ) -> list[_Setting]:
        foot = asks + sum(map(len, _sources(snapshot, tellings)))
        shorter, notes = briefly(tellings)
        return [
            _Setting(_headed(tellings), (), foot, elsewhere),
            _Setting(_headed(shorter), notes, foot, elsewhere),
        ]

    is_divided = bool(some and elsewhere)
    return settings(whole, ()) + (settings(some, elsewhere) if is_divided else [])


def _sources(snapshot: Snapshot, tellings: Sequence[Telling]) -> set[str]:
    """The titles of those that tell it, and how they stand, as the foot has them."""
    titles = {f"[1] {telling.title}." for telling in tellings}
    return titles | {f"Om [1]: {standing(snapshot, t)}." for t in tellings}


def _headed(tellings: Sequence[Telling]) -> list[tuple[str, United]]:
    parts = by_part(united(tellings))
    return [(heading, one) for heading, some in parts for one in some]


def _set(snapshot: Snapshot, setting: _Setting, size: Size) -> Paper:
    shares = _shares(setting.costs(size), setting.room(size))
    sheets = [
        _sheet(snapshot, size, setting.listed[first:last], setting.notes)
        for first, last in shares
    ]
    return Paper(sheets, setting.elsewhere)


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
    snapshot: Snapshot,
    size: Size,
    listed: Sequence[tuple[str, United]],
    notes: Sequence[Note],
) -> Sheet:
    numbers: dict[str, int] = {}
    stands: dict[str, list[int]] = {}
    lines, last = [], ""

    for heading, one in listed:
        line = line_of(snapshot, one, set(snapshot.terms))
        own = [numbers.setdefault(s.title, len(numbers) + 1) for s in line.sources]
        for number, source in zip(own, line.sources, strict=True):
            alike = stands.setdefault(source.status, [])
            alike += [number] * (number not in alike)
        begins = heading if heading != last else ""
        lines.append(line._replace(numbers=[*dict.fromkeys(own)], heading=begins))
        last = heading

    said = " ".join(one.text for _, one in listed)
    return Sheet(
        size.name,
        lines,
        [note for note in notes if note.mark in said],
        {number: title for title, number in numbers.items()},
        [Standing(alike, text) for text, alike in stands.items() if text],
    )
