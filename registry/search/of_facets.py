"""What a row's facets are to a concept of the question. Pure."""

from collections.abc import Iterable, Mapping

from registry.rules.phases import ALL_PHASES
from registry.search.concepts import Concept
from registry.search.profile_order import Order
from registry.search.question import PLACES

# The values of a row by facet name.
Facets = Mapping[str, frozenset[str]]


def distinguishing(
    concepts: Iterable[Concept], sectors: Mapping[str, str | None]
) -> Facets:
    """The only values by which a row's facets tell it from another's, to these
    concepts; `sectors`: those of actors.
    """
    values: dict[str, set[str]] = {}
    for facet, value in (named for concept in concepts for named in concept.facets):
        values.setdefault(facet, set()).add(value)
        if facet == "phase":
            values[facet].add(ALL_PHASES)
        sector = sectors.get(value) if facet == "actor" else None
        if sector:
            values.setdefault("sector", set()).add(sector)

    return {facet: frozenset(some) for facet, some in values.items()}


def stands_for(concept: Concept, facets: Facets) -> bool:
    """Whether a row's facets cover the concept. A place alone never does: rows are for
    them all.
    """
    return _in_facets(concept, facets) and not any(
        name in PLACES for name, _ in concept.facets
    )


def _in_facets(concept: Concept, facets: Facets) -> bool:
    return any(value in facets.get(facet, ()) for facet, value in concept.facets)


def _is_other_phase(concept: Concept, facets: Facets) -> bool:
    """Whether a phase is told by more than a word («efter indlæggelse») and the row is
    of another: a single word, as «indlagt», may only tell where the case began.
    """
    named = any(facet == "phase" for facet, _ in concept.facets)
    of_row = facets.get("phase", frozenset())
    return named and " " in concept.text and ALL_PHASES not in of_row


def favour(
    concept: Concept,
    level: float,
    facets: Facets,
    sectors: Mapping[str, str | None],
    *,
    order: Order,
) -> float:
    """What a favoured concept counts for, as a share of its weight. `level`: how well
    it stands in the row as a word.
    """
    if _in_facets(concept, facets):
        return max(level, order.in_facet)
    if _is_other_phase(concept, facets):
        return order.other_phase
    if level:
        return level
    if any(facet == "target_group" for facet, _ in concept.facets):
        return order.other_group

    same_sector = any(
        facet == "actor" and sectors.get(value) in facets.get("sector", ())
        for facet, value in concept.facets
    )
    return order.same_sector if same_sector else 0.0
