"""The facets as a form: one choice each, of what there is to choose in."""

from registry.catalogue.facets import FacetCount
from registry.rules.fields import FACETS
from registry.web.reader.facet_form import MOST_OPTIONS, facet_form

ACUTE = FacetCount("akut", "Akut", 3)
CHOSEN = FacetCount("udskrivning", "Udskrivning", 2, selected=True)


def test_a_facet_is_a_choice_with_its_counts() -> None:
    (choice,) = facet_form({"phase": [ACUTE, CHOSEN]})

    assert (choice.param, choice.label) == ("fase", "Fase")
    assert choice.options == [ACUTE, CHOSEN]
    assert choice.chosen is CHOSEN


def test_where_nothing_is_chosen_no_option_is_the_chosen_one() -> None:
    (choice,) = facet_form({"phase": [ACUTE]})

    assert choice.chosen is None


def test_a_facet_without_values_is_no_choice() -> None:
    assert facet_form({}) == []
    assert [choice.param for choice in facet_form({"phase": [], "actor": [ACUTE]})] == [
        "aktoer"
    ]


def test_choices_stand_in_the_order_of_the_facets() -> None:
    counts = {facet.name: [ACUTE] for facet in reversed(FACETS)}

    assert [choice.param for choice in facet_form(counts)] == [f.param for f in FACETS]


def test_of_very_many_values_those_with_most_rows_stand_in_their_order() -> None:
    many = [FacetCount(f"a{at}", f"Aftale {at}", at) for at in range(MOST_OPTIONS + 50)]

    (choice,) = facet_form({"agreement": many})

    assert choice.options == many[50:]
    assert choice.left_out == 50


def test_the_chosen_value_is_named_however_few_rows_it_leaves() -> None:
    few = FacetCount("faa", "Få", 0, selected=True)
    many = [FacetCount(f"a{at}", f"Aftale {at}", 9) for at in range(MOST_OPTIONS)]

    (choice,) = facet_form({"agreement": [few, *many]})

    assert choice.chosen is few
    assert len(choice.options) == MOST_OPTIONS
    assert choice.left_out == 1
