"""Whether a question has anything of what the catalogue is about. Pure.

Who asks where to park is helped by no ward: whom to ring is only told where the
question names a task or a term of the field, a target group, or the one whom it is all
about.
"""

from collections.abc import Iterable

from registry.catalogue.facets import PLACES
from registry.language.danish import tokenize
from registry.search.concepts import Concept, Role

# These tell who asks and where, not of what.
_AROUND = frozenset({*PLACES, "actor", "sector"})
_CITIZEN = ("actor", "borger")
# The small words for whoever is in someone's care.
_IN_CARE = frozenset(
    token.stem
    for token in tokenize("patient pt borger beboer indlagt udskrevet syg sygdom barn")
)


def is_of_field(concepts: Iterable[Concept]) -> bool:
    """Whether one of a question's concepts is of the field."""
    return any(_names_it(concept) for concept in concepts)


def _names_it(concept: Concept) -> bool:
    if any(token.stem in _IN_CARE for token in tokenize(concept.text)):
        return True
    if concept.role in (Role.LIGHT, Role.UNKNOWN):
        return False
    if _CITIZEN in concept.facets:
        return True
    of_whom = {name for name, _ in concept.facets}
    return bool(of_whom - _AROUND) or bool(concept.terms and not of_whom)
