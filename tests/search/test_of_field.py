"""Whether a question has anything of what the catalogue is about."""

import pytest

from registry.search.concepts import Concept, Role
from registry.search.of_field import is_of_field

TASK = Concept("varsling", Role.REQUIRED, terms=("varsling",))
CHILDREN = Concept("børn", Role.FAVOURED, facets=(("target_group", "boern-og-unge"),))
CITIZEN = Concept("borgeren selv", Role.FAVOURED, facets=(("actor", "borger"),))

WARD = Concept(
    "hospitalet", Role.FAVOURED, terms=("hospital",), facets=(("actor", "hospital"),)
)
PLACE = Concept("Herlev", Role.FAVOURED, facets=(("municipality", "herlev"),))
PARKING = Concept("parkering", Role.UNKNOWN)
NIGHT = Concept("nat", Role.REQUIRED)


@pytest.mark.parametrize("named", [TASK, CHILDREN, CITIZEN])
def test_a_task_a_group_or_the_citizen_is_of_the_field(named: Concept) -> None:
    assert is_of_field("", [PARKING, named])


@pytest.mark.parametrize(
    "text", ["hvor parkerer patienten", "min mors hest", "hvem ringer vi til"]
)
def test_who_speaks_of_somebody_or_asks_whom_to_ring_is_told(text: str) -> None:
    assert is_of_field(text, [PARKING])


@pytest.mark.parametrize("named", [[], [PARKING], [PARKING, WARD, PLACE, NIGHT]])
def test_who_asks_where_of_something_else_is_not(named: list[Concept]) -> None:
    assert not is_of_field("hvor må jeg parkere i nat", named)
