"""The facets as a form: one choice each, with the rows that every value would leave."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from registry.catalogue.facets import FacetCount
from registry.rules.fields import FACETS


@dataclass(frozen=True)
class FacetSelect:
    """One select of the form."""

    param: str
    label: str
    options: Sequence[FacetCount]

    @property
    def chosen(self) -> FacetCount | None:
        return next((option for option in self.options if option.selected), None)


def facet_form(counts: Mapping[str, Sequence[FacetCount]]) -> list[FacetSelect]:
    """The facets that there is anything to choose in, in the order of FACETS."""
    return [
        FacetSelect(facet.param, facet.label, counts[facet.name])
        for facet in FACETS
        if counts.get(facet.name)
    ]
