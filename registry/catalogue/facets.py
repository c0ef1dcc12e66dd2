"""Facets: which values there are, which rows they leave, and how many. Pure."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Literal, Protocol, TypeVar

from registry.catalogue.snapshot import Snapshot
from registry.errors import BadInput
from registry.language.sorting import danish_key
from registry.rules.fields import FACETS, VOCABULARIES, Facet, Scheme

Filters = Mapping[str, str]  # facet name -> value


class Faceted(Protocol):
    """What has values by facet name: a row, and what is found of rows."""

    @property
    def facets(self) -> Mapping[str, frozenset[str]]:
        """The values by which it is counted and found, by facet name."""


F = TypeVar("F", bound=Faceted)
# A row of an agreement without municipalities among its parties applies wherever the
# region does.
PLACES = frozenset({"municipality", "planning_area"})


@dataclass(frozen=True)
class FacetCount:
    """A facet's value with the number of rows it would leave."""

    value: str
    label: str
    count: int
    selected: bool = False


def validate(
    snapshot: Snapshot, filters: Filters, names: Literal["param", "name"] = "param"
) -> None:
    """Raise BadInput for a value that the facet has not, naming the facet as the caller
    does.
    """
    for facet in FACETS:
        value = filters.get(facet.name)
        if value and not _exists(snapshot, facet, value):
            field = getattr(facet, names)
            raise BadInput(
                f"{field}: kataloget har ingen sådan værdi ({facet.label}).", field
            )


def narrow(snapshot: Snapshot, rows: Iterable[F], filters: Filters) -> list[F]:
    """The rows that match every filter, in the order given."""
    left = list(rows)
    for name, value in filters.items():
        if value:
            left = [row for row in left if _matches(row, name, value)]
    return left


def count(
    snapshot: Snapshot, rows: Sequence[Faceted], filters: Filters
) -> dict[str, list[FacetCount]]:
    """By facet name, each value with the rows it would leave beside the other facets'
    filters.
    """
    left = narrow(snapshot, rows, filters)
    return {
        facet.name: _counts(
            snapshot, facet, _beside(snapshot, facet, rows, filters, left), filters
        )
        for facet in FACETS
    }


def _beside(
    snapshot: Snapshot,
    facet: Facet,
    rows: Sequence[F],
    filters: Filters,
    left: Sequence[F],
) -> Sequence[F]:
    """The rows that the other facets' filters leave; `left`: those that all leave."""
    if not filters.get(facet.name):
        return left
    others = {name: value for name, value in filters.items() if name != facet.name}
    return narrow(snapshot, rows, others)


def label(snapshot: Snapshot, facet: Facet, value: str) -> str:
    """The Danish label of a facet's value."""
    if facet.scheme is None:
        return dict(facet.options).get(value, value)
    return snapshot.label(facet.scheme, value)


def in_words(snapshot: Snapshot, filters: Filters) -> str:
    """What the filters narrow to: «Kommune: Ballerup Kommune; Fase: Udskrivning»; empty
    for none.
    """
    return "; ".join(
        f"{facet.label}: {label(snapshot, facet, value)}"
        for facet in FACETS
        if (value := filters.get(facet.name))
    )


def _exists(snapshot: Snapshot, facet: Facet, value: str) -> bool:
    if facet.scheme is None:
        return value in dict(facet.options)
    # Of the organisations only some are values; the others stand above or below them.
    if facet.scheme is Scheme.ORGANISATIONS:
        return snapshot.is_municipality(value)
    return value in snapshot.known_keys[facet.scheme]


def _matches(row: Faceted, name: str, value: str) -> bool:
    values = row.facets.get(name, frozenset())
    return value in values or (name in PLACES and not values)


def _counts(
    snapshot: Snapshot, facet: Facet, left: Sequence[Faceted], filters: Filters
) -> list[FacetCount]:
    held = (row.facets.get(facet.name, ()) for row in left)
    counts = Counter(chain.from_iterable(held))
    anywhere = (
        sum(not row.facets.get(facet.name) for row in left)
        if facet.name in PLACES
        else 0
    )

    chosen = filters.get(facet.name) or None
    values = {*counts, *([chosen] if chosen else [])}

    return [
        FacetCount(v, label(snapshot, facet, v), counts[v] + anywhere, v == chosen)
        for v in sorted(values, key=_order(snapshot, facet))
    ]


def _order(snapshot: Snapshot, facet: Facet) -> Callable[[str], tuple[str | int, ...]]:
    """Options and vocabularies stand in their own order, everything else in the
    alphabet's.
    """
    if facet.scheme is None or facet.scheme in VOCABULARIES:
        own = (
            snapshot.vocabulary.schemes[facet.scheme]
            if facet.scheme
            else dict(facet.options)
        )
        position = {key: at for at, key in enumerate(own)}
        return lambda value: (position.get(value, len(position)), value)
    return lambda value: danish_key(label(snapshot, facet, value))
