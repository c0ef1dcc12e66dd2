"""What tells answers apart: whom they are for, what is done, or when."""

import pytest

from registry.search.conditions import Case, condition_in, conditions_of


def told(field: str, *answers: list[Case]) -> list[list[str]]:
    return [list(conditions) for conditions in conditions_of(field, answers)]


@pytest.mark.parametrize(
    ("situation", "condition"),
    [
        ("Varigt behov. Se også loven", "Varigt behov"),
        ("Fra 1. januar 2027. Kommunen driver", "Fra 1. januar 2027: kommunen driver"),
        ("Til og med 31. december 2026. Akut", "Til og med 31. december 2026: akut"),
        ("Fra 1. januar 2027", "Fra 1. januar 2027"),
        (
            "Boet her i 3 år. Der er undtagelser, fx forældre. Gebyret er lavt",
            "Boet her i 3 år. Der er undtagelser, fx forældre",
        ),
        ("Ringer først. Det gælder dog ikke om natten", "Ringer først. Det gælder dog"),
        ("", ""),
    ],
)
def test_a_condition_keeps_its_exception_and_says_more_than_a_date(
    situation: str, condition: str
) -> None:
    assert condition_in(situation).startswith(condition)


def test_a_date_that_all_have_tells_nothing_apart() -> None:
    answers = [
        [Case("Kommune", task="Drive", situation=f"Fra 1. januar 2027. {who} driver")]
        for who in ("Kommunen", "Regionen")
    ]
    assert told("payer", *answers) == [["kommunen driver"], ["regionen driver"]]


def test_a_date_that_sets_them_apart_is_said() -> None:
    answers = [
        [Case("A", task="Drive", situation=f"{when}. Borgeren er syg")]
        for when in ("Til og med 31. december 2026", "Fra 1. januar 2027")
    ]
    assert told("payer", *answers) == [
        ["til og med 31. december 2026: borgeren er syg"],
        ["fra 1. januar 2027: borgeren er syg"],
    ]


def test_rows_of_an_answer_that_hold_alike_are_told_once() -> None:
    case = Case("A", task="Køre", situation="Om natten", row="first")
    answers = [[case, case._replace(row="second")], [Case("B", situation="Om dagen")]]
    assert conditions_of("payer", answers)[0] == {"om natten": "first"}


def test_what_an_answer_is_to_the_task_is_said_with_its_condition() -> None:
    sought = Case("Kommune", situation="Om natten", role="skal have besked")
    answers = [[sought], [Case("Region", task="Køre", situation="Om dagen")]]
    assert told("responsible", *answers)[0] == ["skal have besked: om natten"]


def test_a_task_that_is_the_answer_needs_no_other_condition() -> None:
    answers = [[Case("Varsle", task="Varsle")], [Case("Melde", task="Melde")]]
    assert told("task", *answers) == [[], []]


@pytest.mark.parametrize(
    ("situation", "condition"),
    [
        (
            "Fra 1. januar 2027. Omkring 70 pct. af pladserne bliver regionens; her er "
            "det de øvrige. Hvem der betaler, er uklart",
            "Fra 1. januar 2027: omkring 70 pct. af pladserne bliver regionens; her er "
            "det de øvrige",
        ),
        ("Tidligst fra 2024. Barnet mistrives", "Tidligst fra 2024: barnet mistrives"),
        ("Fra juni 2012. Borgeren er udredt", "Fra juni 2012: borgeren er udredt"),
        ("Omkring 70 pct. Region Hovedstadens pladser bliver", ""),
        ("Plads efter § 3, stk. 7. Kommunen visiterer", "Plads efter § 3, stk. 7"),
        ("Ved ophold på ca. 14 dage", "Ved ophold på ca. 14 dage"),
    ],
)
def test_a_condition_is_whole_or_is_not_told(situation: str, condition: str) -> None:
    assert condition_in(situation) == condition
