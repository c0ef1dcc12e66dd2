"""The rows that findings are about, and what is asked of the same ones by each finding
of a kind of task, and again for each municipality.
"""

import json
from collections.abc import Callable, Iterable
from hashlib import sha256

from registry.catalogue.snapshot import Row, Snapshot
from registry.catalogue.snapshot_cache import kept_with_snapshot
from registry.rules.fields import FACETS, ROW_FIELDS
from registry.rules.version_content import values_of


class FoundRows:
    """The rows that answer, by their ids and by their kind of task."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.by_id: dict[str, Row] = {}
        self.by_task: dict[str, list[Row]] = {}
        self._digests: dict[tuple[str, ...], str] = {}
        self._facets: dict[tuple[str, ...], dict[str, frozenset[str]]] = {}
        for row in rows:
            self.by_id[row.id] = row
            self.by_task.setdefault(row.task_key, []).append(row)

    def digest(self, ids: tuple[str, ...], said: Callable[[str], str]) -> str:
        """Of all that the rows say; `said` tells it of one, by its id."""
        if ids not in self._digests:
            text = "".join(map(said, ids))
            self._digests[ids] = sha256(text.encode()).hexdigest()[:16]
        return self._digests[ids]

    def facets(self, ids: tuple[str, ...]) -> dict[str, frozenset[str]]:
        """What any of the rows has; a place only where each is bound to some."""
        if ids not in self._facets:
            self._facets[ids] = _facets_of([self.by_id[name] for name in ids])
        return self._facets[ids]


@kept_with_snapshot
def found_rows(snapshot: Snapshot) -> FoundRows:
    """Those of every agreement that answers on the date."""
    return FoundRows(snapshot.answering_rows)


def all_said(row: Row) -> str:
    """All that a row says, so that a change of it is seen."""
    values = values_of(row.snitflade, ROW_FIELDS)
    return json.dumps({**values, "task_key": row.task_key}, default=str, sort_keys=True)


def _facets_of(rows: list[Row]) -> dict[str, frozenset[str]]:
    return {
        facet.name: frozenset().union(
            *(row.facets.get(facet.name, frozenset()) for row in rows)
        )
        for facet in FACETS
        if facet.name not in ("municipality", "planning_area")
        or all(row.facets.get(facet.name) for row in rows)
    }
