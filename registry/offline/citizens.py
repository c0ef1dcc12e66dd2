"""The citizens' part of the copy for bad days: the rows that hold on the day, told in
plain words to each target group.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from registry.catalogue.citizen import Chapter, guide, plain_label
from registry.catalogue.citizen_asks import CitizenAsk
from registry.catalogue.citizen_closing import about_others, lacking
from registry.catalogue.citizen_telling import Telling, headed
from registry.catalogue.explained import Piece, explained
from registry.catalogue.snapshot import Snapshot
from registry.rules.fields import Scheme


@dataclass(frozen=True)
class CopyLine:
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
    lines: Sequence[CopyLine]
    asks: Sequence[CitizenAsk]


@dataclass(frozen=True)
class GroupGuide:
    """What is told to one target group: phase by phase, what is not said, and what its
    other rows are about.
    """

    key: str
    title: str
    phases: Sequence[Phase]
    lacks: Sequence[str]
    others: str


def guides_for_citizens(snapshot: Snapshot) -> list[GroupGuide]:
    """Every target group that has rows on the day, in the vocabulary's order."""
    groups = {g for row in snapshot.holding_rows for g in row.snitflade.target_groups}
    return [
        _guide_of(snapshot, group)
        for group in snapshot.vocabulary.schemes[Scheme.TARGET_GROUPS]
        if group in groups
    ]


def _guide_of(snapshot: Snapshot, group: str) -> GroupGuide:
    rows = [r for r in snapshot.holding_rows if group in r.snitflade.target_groups]
    whole = guide(snapshot, rows, None, group)
    seen: set[str] = set()

    return GroupGuide(
        group,
        plain_label(snapshot, Scheme.TARGET_GROUPS, group),
        [_phase(snapshot, chapter, seen) for chapter in whole.chapters],
        lacking(whole.lacks),
        about_others(whole.others),
    )


def _phase(snapshot: Snapshot, chapter: Chapter, seen: set[str]) -> Phase:
    """Each term is explained once in a group: the copy is carried on a stick."""
    lines = [
        _line(snapshot, telling, heading, seen)
        for heading, telling in headed(chapter.tellings)
    ]
    return Phase(chapter.title, lines, chapter.asks)


def _line(
    snapshot: Snapshot, telling: Telling, heading: str, seen: set[str]
) -> CopyLine:
    return CopyLine(
        telling.row.id,
        explained(snapshot, telling.sentences[0], seen),
        explained(snapshot, " ".join(telling.sentences[1:]), seen),
        telling.title,
        heading,
    )
