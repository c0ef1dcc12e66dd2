"""Duties that a relative clause lays on the one before it."""

import pytest

from tests.suggest.samples import fields_of

WHO = ("responsible", "task", "deadline")


@pytest.mark.parametrize(
    ("clause", "row"),
    [
        (
            "som inden for to hverdage oplyser et navn",
            ("oplyse et navn", "inden for to hverdage"),
        ),
        (
            "der skal svare senest fjorten dage efter modtagelsen",
            ("svare", "senest fjorten dage efter modtagelsen"),
        ),
        (
            "som mindst én gang årligt gennemgår planen",
            ("gennemgå planen", "mindst én gang årligt"),
        ),
        (
            "der tillige fornyr aftalen i god tid, inden den udløber",
            ("forny aftalen", "i god tid, inden den udløber"),
        ),
        ("der straks kvitterer for brevet", ("kvittere for brevet", "straks")),
        ("som, hvis det ønskes, ringer samme dag", ("ringe", "samme dag")),
    ],
)
def test_a_clause_with_its_own_time_is_its_antecedents_duty(
    clause: str, row: tuple[str, str]
) -> None:
    text = f"Hospitalet sender planen til kommunen, {clause}."

    assert fields_of(text, *WHO) == [
        (("hospital",), "sende planen til kommunen", ""),
        (("kommune",), *row),
    ]


def test_two_verbs_of_a_clause_are_two_duties() -> None:
    text = (
        "Planen føres af overlægen, der ved udskrivningen sender den til kommunen "
        "og samme dag inden kl. 14 ringer til egen læge."
    )

    assert fields_of(text, "responsible", "deadline") == [
        (("overlaege",), ""),
        (("overlaege",), ""),
        (("overlaege",), "samme dag inden kl. 14"),
    ]


def test_whom_it_is_may_stand_before_the_clause() -> None:
    text = "Det er kommunen, der inden for to dage ringer til borgeren."

    assert fields_of(text, *WHO) == [
        (("kommune",), "ringe til borgeren", "inden for to dage")
    ]


def test_who_is_to_pay_in_a_clause_is_the_payer() -> None:
    text = "Regionen sender regningen til kommunen, der betaler senest 30 dage efter."

    assert fields_of(text, "responsible", "payer", "deadline") == [
        (("region",), (), ""),
        ((), ("kommune",), "senest 30 dage efter"),
    ]


def test_a_duty_without_a_time_is_not_sure() -> None:
    text = "Hospitalet kontakter kommunen, der skal udarbejde planen."

    assert fields_of(text, "responsible", "sure") == [
        (("hospital",), True),
        (("kommune",), False),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Hospitalet ringer til den læge, der inden for to dage besøger borgeren.",
        "Hospitalet ringer til kommunen, som det inden for to dage besøger.",
        "Hospitalet ringer til borgeren, der skal møde senest kl. 8.",
        "Hospitalet ringer til kommunen, der ligger i regionen.",
        "Hospitalet besøger borgere, der er udskrevet inden for to uger.",
        "Hospitalet ringer til kommunen, der har svaret inden for to dage.",
    ],
)
def test_a_clause_that_picks_out_or_tells_lays_no_duty(text: str) -> None:
    assert [row[0] for row in fields_of(text, *WHO)] == [("hospital",)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Fejl rapporteres af den, der opdager dem.", "opdager"),
        ("Svaret gives dagen efter af den, der ser det.", "ser"),
        ("Møder aflyses af den, der leder dem.", "leder"),
        ("Brevet sendes af dem, der skriver det.", "skriver"),
    ],
)
def test_who_is_named_only_by_what_they_do_is_asked_about(text: str, who: str) -> None:
    found = fields_of(f"Kommunen ringer. {text}", "responsible", "asked")

    assert found[-1][0] == () and who in found[-1][1]


@pytest.mark.parametrize(
    ("text", "task"),
    [
        (
            "Hospitalet afslutter forløbet, som giver egen læge besked.",
            "give egen læge besked",
        ),
        ("Hospitalet skriver brevet, der underretter kommunen.", "underrette kommunen"),
        ("Regionen bestiller kørslen, der henter borgeren.", "hente borgeren"),
        ("Kommunen lægger planen, der skal indkalde borgeren.", "indkalde borgeren"),
        (
            "Hospitalet holder konferencen, som straks orienterer egen læge.",
            "orientere egen læge",
        ),
    ],
)
def test_what_people_do_after_a_thing_is_asked_about(text: str, task: str) -> None:
    first, second = fields_of(text, "responsible", "task", "asked", "sure")

    assert first[0] and task not in first[1]
    assert second == ((), task, "hvem", False)


@pytest.mark.parametrize(
    "text",
    [
        "Kommunen udfylder et skema, der indeholder borgerens navn.",
        "Kommunen udfylder skemaet, der sendes til egen læge.",
        "Kommunen leverer senge, som hospitalet bestiller.",
        "Hospitalet bruger systemet, der giver adgang til planen.",
    ],
)
def test_what_a_clause_says_of_a_thing_stays_with_it(text: str) -> None:
    assert len(fields_of(text, *WHO)) == 1
