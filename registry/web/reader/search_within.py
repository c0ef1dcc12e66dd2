"""What there is to ask about within the facets that are chosen, and where nothing is in
force there, what the catalogue knows instead.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from registry.catalogue import facets
from registry.catalogue.facets import Filters
from registry.catalogue.findings import ShownFinding, findings_in
from registry.catalogue.snapshot import Snapshot
from registry.rules.fields import FACETS, Facet
from registry.web.frame.links import link
from registry.web.frame.readers import CARRIED

# So many tasks are offered, and so many findings are told.
MOST_TASKS, MOST_FOUND = 20, 5


class Wider(NamedTuple):
    """What there is to ask about where one of the facets is not chosen."""

    without: str
    rows: int
    href: str


@dataclass(frozen=True)
class Within:
    """The facets chosen, by their parameters and by their labels. `tasks`: the first of
    those to ask about, and `more` how many there are besides. Where there are none:
    `wider`, what there is a step further out, and what is `found` missing there, of
    `found_in_all`.
    """

    chosen: Mapping[str, str]
    labels: Sequence[str]
    tasks: Sequence[str]
    more: int
    wider: Sequence[Wider]
    found: Sequence[ShownFinding]
    found_in_all: int


def within(snapshot: Snapshot, chosen: Filters) -> Within:
    """What a reader may ask about within the facets; nothing without any."""
    own = [f for f in FACETS if f.name in chosen and f.param not in CARRIED]
    rows = facets.narrow(snapshot, snapshot.holding_rows, chosen) if own else []
    tasks = list(dict.fromkeys(row.snitflade.task for row in rows))
    nothing = bool(own) and not tasks
    found = _found(snapshot, chosen) if nothing else []

    return Within(
        chosen={facet.param: chosen[facet.name] for facet in own},
        labels=[facets.label(snapshot, f, chosen[f.name]) for f in own],
        tasks=tasks[:MOST_TASKS],
        more=max(0, len(tasks) - MOST_TASKS),
        wider=_wider(snapshot, chosen, own) if nothing else [],
        found=found[:MOST_FOUND],
        found_in_all=len(found),
    )


def _found(snapshot: Snapshot, chosen: Filters) -> list[ShownFinding]:
    listed = findings_in(snapshot, chosen.get("municipality", ""))
    return facets.narrow(snapshot, listed, chosen)


def _wider(snapshot: Snapshot, chosen: Filters, own: Sequence[Facet]) -> list[Wider]:
    """Each of the facets left out alone, where that leaves something."""
    steps = []

    for left_out in own:
        others = {k: value for k, value in chosen.items() if k != left_out.name}
        params = {f.param: chosen[f.name] for f in own if f is not left_out}
        rows = facets.narrow(snapshot, snapshot.holding_rows, others)
        if rows and params:
            label = facets.label(snapshot, left_out, chosen[left_out.name])
            steps.append(Wider(label, len(rows), link("search.ask", **params)))

    return steps
