"""What a row's facets are to a concept: `registry/search/of_facets.py`."""

from registry.rules.phases import ALL_PHASES
from registry.search.concepts import Concept, Role
from registry.search.of_facets import Facets, distinguishing, favour, stands_for
from registry.search.profile import PROFILE

SECTORS = {"hospital": "region", "afdeling": "region", "kommune": "kommune"}
ORDER = PROFILE.order


def naming(*facets: tuple[str, str], text: str = "ordet") -> Concept:
    return Concept(text, Role.FAVOURED, facets=facets)


def favoured(concept: Concept, level: float = 0.0, **of_row: str) -> float:
    facets = {name: frozenset({value}) for name, value in of_row.items()}
    return favour(concept, level, facets, SECTORS, order=ORDER)


def test_a_facet_stands_for_a_concept_but_a_place_alone_does_not() -> None:
    facets: Facets = {
        "actor": frozenset({"kommune"}),
        "municipality": frozenset({"gentofte"}),
    }

    assert stands_for(naming(("actor", "kommune")), facets)
    assert not stands_for(naming(("actor", "hospital")), facets)
    assert not stands_for(naming(("municipality", "gentofte")), facets)


def test_a_row_of_the_facet_is_favoured_before_one_of_its_sector() -> None:
    hospital = naming(("actor", "hospital"))

    assert favoured(hospital, actor="hospital") == ORDER.in_facet
    assert favoured(hospital, actor="afdeling", sector="region") == ORDER.same_sector
    assert favoured(hospital, actor="kommune", sector="kommune") == 0


def test_a_row_for_others_counts_against_unless_it_has_the_word() -> None:
    children = naming(("target_group", "boern"))

    assert favoured(children, target_group="voksne") == ORDER.other_group
    assert favoured(children, 0.7, target_group="voksne") == 0.7


def test_only_the_values_that_are_named_tell_rows_apart() -> None:
    concepts = [naming(("actor", "hospital")), naming(("actor", "borger"))]

    assert distinguishing(concepts, SECTORS) == {
        "actor": {"hospital", "borger"},
        "sector": {"region"},
    }
    assert distinguishing([], SECTORS) == {}


def test_a_phase_is_told_from_that_of_rows_for_all_phases() -> None:
    after = naming(("phase", "efter-udskrivning"), text="efter indlæggelse")

    assert distinguishing([after], SECTORS) == {
        "phase": {"efter-udskrivning", ALL_PHASES}
    }
    assert favoured(after, phase="under-indlaeggelse") == ORDER.other_phase
    assert favoured(after, phase=ALL_PHASES) == 0
