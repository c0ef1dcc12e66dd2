"""A path in words: the lines of its two tables, and the ways to it from elsewhere."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from registry.catalogue.findings import contradicted
from registry.catalogue.snapshot import Row, ShownAgreement, Snapshot
from registry.catalogue.snapshot_cache import kept_with_snapshot
from registry.exports.pathway.story_of_rows import groups_of
from registry.language.holding import holds_on
from registry.rules.fields import Scheme
from registry.rules.pathway.arrangement import Measured
from registry.rules.pathway.ribbon import (
    HandOver,
    Strand,
    change_in_words,
    strand_in_words,
)
from registry.rules.pathway.story import ToldField
from registry.rules.pathway.tile import Tile
from registry.web.frame.links import link, row_link


class GroupLink(NamedTuple):
    """The way to the path of a target group, and how many tasks it has."""

    key: str
    label: str
    href: str
    tasks: int


class TaskLine(NamedTuple):
    """A tile as a line of the table. `contradicted_href`: the unsettled overlap in
    which its row is.
    """

    tile: Tile
    phase: str
    lane: str
    row_href: str
    ask_href: str
    contradicted_href: str

    def fact(self, name: str) -> ToldField | None:
        facts = self.tile.task.facts
        return next((fact for fact in facts if fact.name == name), None)


class RibbonLine(NamedTuple):
    """A piece of the ribbon as a line of the table: who, since when or for what, and
    the hand-over that it begins with. `tasks`: those that say it, or do not say who,
    each with its address.
    """

    phase: str
    phase_label: str
    is_first: bool
    strand: Strand
    who: str
    rest: str
    change: str
    tasks: Sequence[tuple[str, str]]


def group_links(
    snapshot: Snapshot, rows: Iterable[Row], within: str = ""
) -> list[GroupLink]:
    """The target groups of the rows; `within` the path of one of them, the others."""
    return [
        GroupLink(
            key,
            snapshot.label(Scheme.TARGET_GROUPS, key),
            link("pathway.path", group=within, maalgruppe=key)
            if within
            else link("pathway.path", group=key),
            count,
        )
        for key, count in _counted(snapshot, rows).items()
        if key != within
    ]


def task_lines(snapshot: Snapshot, sized: Measured) -> list[TaskLine]:
    """One line for each tile, in the same order."""
    cells = sized.story.cells
    overlaps = contradicted(snapshot)

    return [
        TaskLine(
            tile,
            cells[place].phase.label,
            cells[place].lane.label,
            row_link(tile.task.id),
            link("search.ask", q=tile.task.task),
            link("overview.finding", name=overlaps[tile.task.id].id)
            if tile.task.id in overlaps
            else "",
        )
        for place, cell in sized.cells.items()
        for tile in cell.tiles
    ]


def ribbon_lines(sized: Measured) -> list[RibbonLine]:
    """One line for each piece of the ribbon, in the same order."""
    return [
        _ribbon_line(phase.key, phase.label, at, strand, sized)
        for phase in sized.story.all_phases
        for at, strand in enumerate(sized.ribbon.strands[phase.key])
    ]


def _ribbon_line(
    phase: str, label: str, at: int, strand: Strand, sized: Measured
) -> RibbonLine:
    who, rest = strand_in_words(strand)
    change: HandOver | None = sized.ribbon.into(phase, at)

    return RibbonLine(
        *(phase, label, at == 0, strand, who, rest),
        change_in_words(change) if change else "",
        [(task.task, f"#{task.id}") for task in strand.tasks]
        if strand.state != "not-asked"
        else [],
    )


def place_of(snapshot: Snapshot, row: Row) -> str:
    """The address of a row's tile on the narrowest path on which it stands; empty where
    it stands on none, since it does not hold on the date.
    """
    sizes = _sizes(snapshot)
    groups = sorted(
        {g for g in row.snitflade.target_groups if g in sizes},
        key=lambda group: (sizes[group], group),
    )
    if not groups or not _has_place(snapshot, row):
        return ""

    return link(
        "pathway.path",
        group=groups[0],
        maalgruppe=groups[1] if len(groups) > 1 else None,
        _anchor=row.id,
    )


def places_of(snapshot: Snapshot, row: Row) -> list[GroupLink]:
    """The addresses of a row's tile on the path of each of its target groups."""
    if not _has_place(snapshot, row):
        return []
    return [
        one._replace(href=link("pathway.path", group=one.key, _anchor=row.id))
        for one in group_links(snapshot, snapshot.holding_rows)
        if one.key in row.snitflade.target_groups
    ]


def paths_of(snapshot: Snapshot, agreement: ShownAgreement) -> list[GroupLink]:
    """The paths of an agreement's target groups, with its own tasks alone; none where
    it does not answer.
    """
    own = [row for row in agreement.shown.rows if _has_place(snapshot, row)]
    return [
        one._replace(href=link("pathway.path", group=one.key, aftale=agreement.slug))
        for one in group_links(snapshot, own)
    ]


def _has_place(snapshot: Snapshot, row: Row) -> bool:
    """Whether it stands on paths: its agreement answers, and it holds on the date."""
    answers = snapshot.agreement(row.agreement).answers
    return answers and holds_on(row.snitflade.situation, snapshot.moment.pr)


def _counted(snapshot: Snapshot, rows: Iterable[Row]) -> dict[str, int]:
    """How many of the rows each target group has; of all of them, counted once."""
    every = rows is snapshot.holding_rows
    return _sizes(snapshot) if every else groups_of(snapshot, rows)


@kept_with_snapshot
def _sizes(snapshot: Snapshot) -> dict[str, int]:
    return groups_of(snapshot, snapshot.holding_rows)
