"""The facets as a form: one choice each, of what there is to choose in."""

from registry.catalogue.facets import FacetCount
from registry.rules.fields import FACETS
from registry.web.reader.facet_form import facet_form

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
