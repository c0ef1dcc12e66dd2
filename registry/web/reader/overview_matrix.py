"""The matrix of the overview: for each phase and sector who has tasks, in how many
rows, and what is found there.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from flask import request

from registry.catalogue.coherence import WITHOUT_ORDER
from registry.catalogue.findings import FINDING_KINDS, FindingKind, ShownFinding
from registry.catalogue.snapshot import Row, Snapshot
from registry.rules.coherence.gap import PHASE, SECTOR
from registry.rules.fields import Scheme
from registry.web.frame.links import link, row_link
from registry.web.frame.paging import most_of_each

# So many rows a cell lists itself, and all cells together; the table has all of them.
MOST_LISTED, MOST_IN_ALL = 12, 60


@dataclass(frozen=True)
class Mark:
    """How many findings of a kind there are in a cell."""

    kind: FindingKind
    count: int
    href: str

    @property
    def text(self) -> str:
        return (
            f"{self.count} {self.kind.label if self.count == 1 else self.kind.plural}"
        )


class CellRow(NamedTuple):
    """A row in a cell: its task, its page, and the question about it."""

    task: str
    href: str
    ask: str


class CellRows(NamedTuple):
    """Rows of a cell: how many there are, and the first of them."""

    total: int
    listed: Sequence[CellRow]


@dataclass(frozen=True)
class Cell:
    """A phase and a sector. `anchor`: its place on the page. `actors`: who of the
    sector does something in it, and in which `rows`; `beside`: others, in which the
    sector only decides, pays or treats; `href`: all of them; `ask`: a question that
    only they answer; `hole`: it has some before and after, and not here.
    """

    anchor: str
    sector: str
    actors: Sequence[str]
    rows: CellRows
    beside: CellRows
    href: str
    ask: str
    marks: Sequence[Mark]
    hole: bool


@dataclass(frozen=True)
class Line:
    """A phase with its cells."""

    label: str
    cells: Sequence[Cell]


@dataclass
class _Within:
    """What lies in one cell."""

    actors: dict[str, None] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    beside: list[Row] = field(default_factory=list)
    findings: dict[str, list[ShownFinding]] = field(default_factory=dict)
    hole: bool = False


def sectors_of(snapshot: Snapshot) -> list[tuple[str, str]]:
    """The sectors, key and name, in the order of the vocabulary."""
    schemes = snapshot.vocabulary.schemes
    return [(key, choice.label) for key, choice in schemes[Scheme.SECTORS].items()]


def matrix(
    snapshot: Snapshot, rows: Iterable[Row], listed: Iterable[ShownFinding]
) -> list[Line]:
    """The phases in their order, those that every phase shares last.

    `rows`, `listed`: already narrowed to what is looked at, but for phase and sector.
    """
    cells = _filled(snapshot, rows, listed)
    lists = [one for within in cells.values() for one in (within.rows, within.beside)]
    counts = [len(one) for one in lists]
    most = most_of_each(counts, MOST_LISTED, MOST_IN_ALL)
    phases = snapshot.vocabulary.schemes[Scheme.PHASES]
    ordered = [key for key in phases if key not in WITHOUT_ORDER]
    ordered += [key for key in phases if key in WITHOUT_ORDER]

    return [
        Line(
            phases[phase].label,
            [
                _cell(phase, key, label, cells.get((phase, key), _Within()), most)
                for key, label in sectors_of(snapshot)
            ],
        )
        for phase in ordered
    ]


def _filled(
    snapshot: Snapshot, rows: Iterable[Row], listed: Iterable[ShownFinding]
) -> dict[tuple[str, str], _Within]:
    actors = snapshot.vocabulary.schemes[Scheme.ACTORS]
    cells: dict[tuple[str, str], _Within] = {}

    for row in rows:
        for sector in row.facets["sector"]:
            cell = cells.setdefault((row.snitflade.phase, sector), _Within())
            doers = [
                actors[key].label
                for key in row.snitflade.responsible
                if key in actors and actors[key].sector == sector
            ]
            cell.actors.update(dict.fromkeys(doers))
            (cell.rows if doers else cell.beside).append(row)

    for finding in listed:
        for phase in finding.facets["phase"]:
            for sector in finding.facets["sector"]:
                cell = cells.setdefault((phase, sector), _Within())
                cell.findings.setdefault(finding.kind, []).append(finding)
                cell.hole |= {PHASE, SECTOR} <= finding.missing.keys()
    return cells


def _cell(phase: str, sector: str, label: str, within: _Within, most: int) -> Cell:
    place = {"fase": phase, "sektor": sector}

    return Cell(
        anchor=f"{phase}.{sector}",
        sector=label,
        actors=list(within.actors),
        rows=_rows(within.rows, place, most),
        beside=_rows(within.beside, place, most),
        href=_narrowed("rows.table", place),
        ask=_narrowed("search.ask", place),
        marks=[
            _mark(kind, listed, place)
            for kind in FINDING_KINDS.values()
            if (listed := within.findings.get(kind.name))
        ],
        hole=within.hole,
    )


def _rows(rows: Sequence[Row], place: dict[str, str], most: int) -> CellRows:
    return CellRows(
        len(rows),
        [
            CellRow(
                row.snitflade.task,
                row_link(row.id),
                _narrowed("search.ask", {**place, "q": row.snitflade.task}),
            )
            for row in rows[:most]
        ],
    )


def _mark(
    kind: FindingKind, listed: Sequence[ShownFinding], place: dict[str, str]
) -> Mark:
    """One finding is opened at once, several in the list."""
    if len(listed) == 1:
        return Mark(kind, 1, link("overview.finding", name=listed[0].id))
    within = {**place, "slags": kind.param}
    return Mark(kind, len(listed), _narrowed("overview.overview", within))


def _narrowed(endpoint: str, place: dict[str, str]) -> str:
    """The address of a page with what is already chosen here, and the cell."""
    anchor = {"_anchor": "fund"} if endpoint == "overview.overview" else {}
    return link(endpoint, **{**_chosen_group(), **place, **anchor})


def _chosen_group() -> dict[str, str]:
    chosen = request.args.get("maalgruppe", "").strip()
    return {"maalgruppe": chosen} if chosen else {}
