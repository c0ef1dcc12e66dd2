"""The facets as a form: one select each, with the rows that every value would
leave."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from registry.catalogue.facets import FacetCount
from registry.rules.fields import FACETS

# A list of a thousand agreements is more than a table of rows, and nobody reads it.
MOST_OPTIONS = 100


@dataclass(frozen=True)
class FacetSelect:
    """One select of the form; `left_out`: how many values it does not name."""

    param: str
    label: str
    options: Sequence[FacetCount]
    left_out: int = 0

    @property
    def chosen(self) -> FacetCount | None:
        return next((option for option in self.options if option.selected), None)


def facet_form(counts: Mapping[str, Sequence[FacetCount]]) -> list[FacetSelect]:
    """The facets that there is anything to choose in, in the order of FACETS; of each
    the values that leave most rows, in the order given.
    """
    return [
        _select(facet.param, facet.label, counts[facet.name])
        for facet in FACETS
        if counts.get(facet.name)
    ]


def _select(param: str, label: str, values: Sequence[FacetCount]) -> FacetSelect:
    most = sorted(values, key=lambda value: (not value.selected, -value.count))
    named = {value.value for value in most[:MOST_OPTIONS]}

    options = [value for value in values if value.value in named]
    return FacetSelect(param, label, options, len(values) - len(options))
