"""The citizens' part of the copy for bad days: the rows that hold on the day, told in
plain words to each target group.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from registry.catalogue.citizen import Chapter, guide, plain_label
from registry.catalogue.citizen_asks import Ask
from registry.catalogue.citizen_closing import about_others, lacking
from registry.catalogue.citizen_telling import Telling, headed
from registry.catalogue.explained import Piece, explained
from registry.catalogue.snapshot import Snapshot
from registry.rules.fields import Scheme


@dataclass(frozen=True)
class Line:
    """A row told: on what condition who does what, the rest of it, where it stands, and
    the heading of the part that begins with it.
    """

    row: str
    deed: Sequence[Piece]
    rest: Sequence[Piece]
    title: str
    heading: str


@dataclass(frozen=True)
class Phase:
    """What is told of one phase, and whom to ask."""

    title: str
    lines: Sequence[Line]
    asks: Sequence[Ask]


@dataclass(frozen=True)
class Told:
    """What is told to one target group: phase by phase, what is not said, and what its
    other rows are about.
    """

    key: str
    title: str
    phases: Sequence[Phase]
    lacks: Sequence[str]
    others: str


def told_to_citizens(snapshot: Snapshot) -> list[Told]:
    """Every target group that has rows on the day, in the vocabulary's order."""
    groups = {g for row in snapshot.holding_rows for g in row.snitflade.target_groups}
    return [
        _told(snapshot, group)
        for group in snapshot.vocabulary.schemes[Scheme.TARGET_GROUPS]
        if group in groups
    ]


def _told(snapshot: Snapshot, group: str) -> Told:
    rows = [r for r in snapshot.holding_rows if group in r.snitflade.target_groups]
    told = guide(snapshot, rows, None, group)
    seen: set[str] = set()

    return Told(
        group,
        plain_label(snapshot, Scheme.TARGET_GROUPS, group),
        [_phase(snapshot, chapter, seen) for chapter in told.chapters],
        lacking(told.lacks),
        about_others(told.others),
    )


def _phase(snapshot: Snapshot, chapter: Chapter, seen: set[str]) -> Phase:
    """Each term is explained once in a group: the copy is carried on a stick."""
    lines = [
        _line(snapshot, telling, heading, seen)
        for heading, telling in headed(chapter.told)
    ]
    return Phase(chapter.title, lines, chapter.asks)


def _line(snapshot: Snapshot, told: Telling, heading: str, seen: set[str]) -> Line:
    return Line(
        told.row.id,
        explained(snapshot, told.sentences[0], seen),
        explained(snapshot, " ".join(told.sentences[1:]), seen),
        told.title,
        heading,
    )
