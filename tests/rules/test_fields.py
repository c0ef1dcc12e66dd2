"""FIELDS: what the tables say of each field holds together."""

import pytest

from registry.models import Snitflade, Version
from registry.rules.fields import (
    ACTOR_FIELDS,
    AT_A_GLANCE,
    BODY,
    DEADLINE_DATA,
    DOES_IT,
    FACETS,
    FOUR_ANSWERS,
    OPTIONS,
    OTHER_ANSWERS,
    RELATION_LABELS,
    ROW_FIELDS,
    ROW_FIELDS_BY_NAME,
    THREE_FIELDS,
    VERSION_FIELDS,
    VOCABULARIES,
    Field,
    Kind,
    Scheme,
)

TABLES = pytest.mark.parametrize(
    ("fields", "model"), [((*VERSION_FIELDS, BODY), Version), (ROW_FIELDS, Snitflade)]
)
EVERY = pytest.mark.parametrize(
    "field", (*VERSION_FIELDS, BODY, *ROW_FIELDS), ids=lambda field: field.name
)


@TABLES
def test_every_field_is_a_column_and_stands_once(
    fields: tuple[Field, ...], model: type[Version] | type[Snitflade]
) -> None:
    names = [field.name for field in fields]

    assert len(set(names)) == len(names)
    assert set(names) <= set(model.model_fields)


@TABLES
def test_no_two_fields_of_one_form_are_called_the_same(
    fields: tuple[Field, ...], model: object
) -> None:
    labels = [field.label for field in fields]

    assert len(set(labels)) == len(labels)


@EVERY
def test_keys_come_from_a_scheme_and_nothing_else_does(field: Field) -> None:
    assert (field.scheme is not None) == (field.kind in (Kind.KEY, Kind.KEYS))


@EVERY
def test_choices_are_of_texts_and_each_has_its_label(field: Field) -> None:
    assert not field.options or field.kind is Kind.TEXT
    assert all(value and label for value, label in field.options)
    assert OPTIONS.get(field.name, ()) == tuple(value for value, _ in field.options)


def test_the_three_fields_are_those_every_agreement_must_tell() -> None:
    """The health agreement asks for them of every task that is handed over."""
    assert [field.name for field in THREE_FIELDS] == [
        "treatment_responsibility",
        "division_of_responsibility",
        "economics",
    ]


def test_the_four_answers_are_four_different_questions() -> None:
    assert FOUR_ANSWERS == (
        "responsible",
        "authority",
        "payer",
        "treatment_responsible",
    )


@pytest.mark.parametrize("order", ["shown", "grid", "overview"])
def test_no_two_fields_of_a_row_have_the_same_place(order: str) -> None:
    places = [place for field in ROW_FIELDS if (place := getattr(field, order))]

    assert places
    assert sorted(places) == list(range(1, len(places) + 1))


def test_who_and_when_are_told_at_a_glance_each_with_words_for_being_asked() -> None:
    assert AT_A_GLANCE == ("responsible", "deadline")
    assert all(ROW_FIELDS_BY_NAME[name].asked for name in AT_A_GLANCE)


def test_who_does_it_is_the_first_of_the_four_answers() -> None:
    assert (DOES_IT, *OTHER_ANSWERS) == FOUR_ANSWERS
    assert {field.name for field in ACTOR_FIELDS} == {
        *FOUR_ANSWERS,
        "contributes",
        "informed",
    }


def test_a_deadlines_data_are_parts_of_a_field_that_there_is() -> None:
    assert DEADLINE_DATA == (
        "deadline_amount",
        "deadline_unit",
        "deadline_relation",
        "deadline_event",
    )
    assert {f.part_of for f in ROW_FIELDS if f.part_of} <= set(ROW_FIELDS_BY_NAME)


def test_what_an_answer_has_stands_in_the_copy_for_bad_days_too() -> None:
    assert [f.name for f in ROW_FIELDS if (f.shown or f.page) and not f.offline] == []


def test_no_two_fields_have_the_same_name_in_running_text() -> None:
    names = [name for field in ROW_FIELDS for name in field.running_names]

    assert names
    assert len(set(names)) == len(names)


def test_vocabularies_are_the_schemes_with_a_file_of_words() -> None:
    others = set(Scheme) - set(VOCABULARIES)

    assert others == {
        Scheme.ORGANISATIONS,
        Scheme.HEALTH_AGREEMENTS,
        Scheme.PLACES,
        Scheme.AGREEMENTS,
    }


def test_every_facet_has_a_name_of_its_own_in_addresses_and_in_the_interface() -> None:
    for names in zip(*(facet[:3] for facet in FACETS), strict=True):
        assert len(set(names)) == len(FACETS)


def test_a_facets_values_are_keys_of_a_scheme_or_choices_and_never_both() -> None:
    assert all((facet.scheme is None) == bool(facet.options) for facet in FACETS)


def test_every_relation_has_its_label() -> None:
    assert set(RELATION_LABELS) == {"replaces", "supplements", "annex-of", "see-also"}
