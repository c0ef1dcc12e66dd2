"""Facets: which values there are, which rows they leave, and how many. Pure."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal

from registry.errors import BadInput
from registry.fields import FACETS, VOCABULARIES, Facet, Scheme
from registry.search.answer import FacetCount
from registry.snapshot import Row, Snapshot
from registry.sorting import danish_key

Filters = Mapping[str, str]  # facet name -> value
# A row of an agreement without municipalities among its parties applies wherever the region does.
PLACES = frozenset({"municipality", "planning_area"})


def validate(
    snapshot: Snapshot, filters: Filters, names: Literal["param", "name"] = "param"
) -> None:
    """Raise BadInput for a value that the facet has not, naming the facet as the caller does."""
    for facet in FACETS:
        value = filters.get(facet.name)
        if value and not _exists(snapshot, facet, value):
            field = getattr(facet, names)
            raise BadInput(f"{field}: kataloget har ingen sådan værdi ({facet.label}).", field)


def narrow(snapshot: Snapshot, rows: Iterable[Row], filters: Filters) -> list[Row]:
    """The rows that match every filter, in the order given."""
    wanted = [(name, value) for name, value in filters.items() if value]
    return [row for row in rows if all(_matches(row, name, value) for name, value in wanted)]


def count(snapshot: Snapshot, rows: Sequence[Row], filters: Filters) -> dict[str, list[FacetCount]]:
    """By facet name, each value with the rows it would leave beside the other facets' filters."""
    return {facet.name: _counts(snapshot, facet, rows, filters) for facet in FACETS}


def _exists(snapshot: Snapshot, facet: Facet, value: str) -> bool:
    if facet.scheme is None:
        return value in snapshot.agreements
    if facet.scheme is Scheme.ORGANISATIONS:
        organisation = snapshot.organisations.get(value)
        return organisation is not None and organisation.kind == "kommune"
    return snapshot.vocabulary.has(facet.scheme, value)


def _matches(row: Row, name: str, value: str) -> bool:
    values = row.facets.get(name, frozenset())
    return value in values or (name in PLACES and not values)


def _counts(
    snapshot: Snapshot, facet: Facet, rows: Sequence[Row], filters: Filters
) -> list[FacetCount]:
    others = {name: value for name, value in filters.items() if name != facet.name}
    left = narrow(snapshot, rows, others)
    found = Counter(value for row in left for value in row.facets.get(facet.name, ()))
    anywhere = sum(not row.facets.get(facet.name) for row in left) if facet.name in PLACES else 0
    chosen = filters.get(facet.name) or None
    values = {*found, chosen} - {None}
    return [
        FacetCount(v, snapshot.label(facet.scheme, v), found[v] + anywhere, v == chosen)
        for v in sorted((v for v in values if v), key=_order(snapshot, facet))
    ]


def _order(snapshot: Snapshot, facet: Facet) -> Callable[[str], tuple[str | int, ...]]:
    """Vocabularies stand in their own order, everything else in the alphabet's."""
    if facet.scheme in VOCABULARIES:
        position = {key: i for i, key in enumerate(snapshot.vocabulary.schemes[facet.scheme])}
        return lambda value: (position.get(value, len(position)), value)
    return lambda value: danish_key(snapshot.label(facet.scheme, value))
