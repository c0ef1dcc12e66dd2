"""Whether a question has anything of what the catalogue is about. Pure.

Who asks where to park is helped by no ward: whom to ring is only told where the
question names a task or a term of the field, a target group, or the one whom it is all
about.
"""

from collections.abc import Iterable

from registry.catalogue.facets import PLACES
from registry.language.danish import stem, tokenize
from registry.language.word_lists import SOMEBODY_WORDS
from registry.search.concepts import Concept, Role
from registry.search.sought import asks_to_ring

# These tell who asks and where, not of what.
_AROUND = frozenset({*PLACES, "actor", "sector"})
_CITIZEN = ("actor", "borger")
_SOMEBODY = frozenset(stem(word) for word in SOMEBODY_WORDS)


def is_of_field(text: str, concepts: Iterable[Concept]) -> bool:
    """Whether a question speaks of somebody, asks whom to ring, or one of its concepts
    is of the field.
    """
    if asks_to_ring(text) or any(t.stem in _SOMEBODY for t in tokenize(text)):
        return True
    return any(_names_it(concept) for concept in concepts)


def _names_it(concept: Concept) -> bool:
    if concept.role in (Role.LIGHT, Role.UNKNOWN):
        return False
    if _CITIZEN in concept.facets:
        return True
    of_whom = {name for name, _ in concept.facets}
    return bool(of_whom - _AROUND) or bool(concept.terms and not of_whom)
