"""Headings and column heads, by the names they go by."""

import pytest

from registry.intake import labels
from registry.intake.labels import COLUMNS, FACTS, HEADINGS, UNSURE_COLUMNS
from registry.rules.fields import ROW_FIELDS, THREE_FIELDS


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("Økonomi", "economics"),
        ("5. Økonomi og finansiering", "economics"),
        ("3.2 Ansvars- og opgavefordeling:", "division_of_responsibility"),
        ("Det lægelige behandlingsansvar", "treatment_responsibility"),
        ("LÆGELIGT BEHANDLINGSANSVAR", "treatment_responsibility"),
        ("Resumé", "summary"),
        ("Udskrivning", ""),
        ("Økonomisk støtte til borgeren", ""),
    ],
)
def test_a_heading_means_a_field_by_its_usual_names(text: str, meaning: str) -> None:
    assert labels.heading(text) == meaning


def test_every_field_is_known_by_its_own_label() -> None:
    for field in THREE_FIELDS:
        assert labels.heading(field.label) == field.name
    for row_field in ROW_FIELDS:
        label = labels.column(row_field.label)
        assert label is not None
        assert (label.name, label.is_sure) == (row_field.name, True)


@pytest.mark.parametrize(
    ("head", "meaning", "is_sure"),
    [
        ("Opgave", "task", True),
        ("Hvem betaler?", "payer", True),
        ("Hvornår", "deadline", True),
        ("Ansvarlig", "responsible", False),
        ("Økonomi", "payer", False),
        ("Frist/tidspunkt", "deadline", True),
        ("Opgave (kort)", "task", False),
        ("Ansvarlig / udfører", "responsible", True),
        ("Ansvarlig (hvem)", "responsible", False),
    ],
)
def test_a_head_that_may_mean_something_else_is_unsure(
    head: str, meaning: str, is_sure: bool
) -> None:
    assert labels.column(head) == (meaning, is_sure)


def test_a_head_of_another_kind_means_nothing() -> None:
    assert labels.column("Telefonnummer") is None
    assert labels.column("Udfører/betaler") is None


@pytest.mark.parametrize("table", [HEADINGS, FACTS, {**COLUMNS}, UNSURE_COLUMNS])
def test_no_name_means_two_things(table: dict[str, tuple[str, ...]]) -> None:
    meanings: dict[tuple[str, ...], set[str]] = {}
    for meaning, names in table.items():
        for name in names:
            meanings.setdefault(labels.form(name), set()).add(meaning)
    assert {form: meant for form, meant in meanings.items() if len(meant) > 1} == {}


@pytest.mark.parametrize(
    "text",
    [
        *("Økonomi (note 5)", "Økonomi ¹", "Økonomi²", "3. Økonomi (note 2)"),
        *("Økonomi*", "Økonomi **", "Økonomi (note 1) (note 2)", "Økonomi ¹)"),
    ],
)
def test_the_sign_of_a_note_is_no_word_of_a_heading(text: str) -> None:
    assert labels.heading(text.replace(" **", "**")) == "economics"


def test_a_heading_with_brackets_after_it_is_likely() -> None:
    for text in ("Økonomi (se bilag 2)", "Økonomi (uddybning) (note 3)"):
        assert labels.heading(text) == ""
        assert labels.likely_heading(text) == "economics"
    assert labels.likely_heading("Formål (se bilag 2)") == ""
    assert labels.likely_heading("(se bilag 2)") == ""


@pytest.mark.parametrize(
    "text",
    ["Arealet er 10 m²", "10³ enheder", "Senest 7¹ dage", "3*4", "kvadratmeter²"],
)
def test_a_power_and_a_sum_are_no_notes(text: str) -> None:
    assert labels.without_notes(text) == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Kommunen (hjemmeplejen²)", "Kommunen (hjemmeplejen)"),
        ("Kommunen (hjemmeplejen ²)", "Kommunen (hjemmeplejen)"),
        ("Kommunen (hjemmeplejen²) og lægen¹)", "Kommunen (hjemmeplejen) og lægen"),
        ("Lægen¹) og kommunen (hjemmeplejen²)", "Lægen og kommunen (hjemmeplejen)"),
        ("Kommunen ((hjemmeplejen²) om dagen³)", "Kommunen ((hjemmeplejen) om dagen)"),
        ("Kommunen (om dagen) ²)", "Kommunen (om dagen) ²)"),
        ("Hjemmeplejen²)", "Hjemmeplejen"),
        ("Kommunen (hjemmeplejen*)", "Kommunen (hjemmeplejen*)"),
        ("Kommunen (hjemmeplejen (note 2))", "Kommunen (hjemmeplejen)"),
    ],
)
def test_a_bracket_after_a_note_stays_where_it_closes_one(text: str, left: str) -> None:
    assert labels.without_notes(text) == left
