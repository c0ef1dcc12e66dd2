"""From when to when a condition holds by its own words."""

from datetime import date, timedelta

import pytest

from registry.language.holding import (
    first_day_of,
    holds_on,
    last_day_of,
    parts_over,
    tells_what_comes,
)

EVE, DAY = date(2026, 12, 31), date(2027, 1, 1)


@pytest.mark.parametrize(
    ("condition", "on_eve", "on_day"),
    [
        ("Til og med 31. december 2026. Akut behov", True, False),
        ("Gælder til og med den 31. december 2026", True, False),
        ("Til og med\n  31. december 2026.", True, False),
        ("Fra 1. januar 2027. De øvrige pladser", False, True),
        ("Fra og med 1. januar 2027", False, True),
        ("Fra 1. september 2024, trinvis", True, True),
        ("Varig lidelse", True, True),
        ("", True, True),
        # A day that stands further on is not what the condition begins with.
        ("Akut behov. Til og med 31. december 2026", True, True),
        ("Til og med 31. smaanuar 2026", True, True),
    ],
)
def test_a_condition_holds_on_the_days_it_begins_with(
    condition: str, on_eve: bool, on_day: bool
) -> None:
    assert (holds_on(condition, EVE), holds_on(condition, DAY)) == (on_eve, on_day)


def test_the_last_day_is_told_where_there_is_one() -> None:
    assert last_day_of("Til og med 31. december 2026. Akut behov") == EVE
    assert last_day_of("Fra 1. januar 2027") is None


def test_the_first_day_is_told_where_there_is_one() -> None:
    assert first_day_of("Fra 1. januar 2027. Akut behov") == DAY
    assert first_day_of("Akut behov fra 1. januar 2027") is None


@pytest.mark.parametrize(
    ("condition", "first"),
    [
        ("Fra 2018. Patienten behandles hos egen læge", date(2018, 1, 1)),
        ("Fra juni 2012. Borgeren er udredt", date(2012, 6, 1)),
        ("Tidligst fra 2024. Barnet mistrives", date(2024, 1, 1)),
        ("Gælder fra og med marts 2031", date(2031, 3, 1)),
        ("Fra 2025, trinvis", date(2025, 1, 1)),
    ],
)
def test_a_condition_that_names_a_month_or_a_year_begins_with_it(
    condition: str, first: date
) -> None:
    assert holds_on(condition, first)
    assert not holds_on(condition, first - timedelta(days=1))


@pytest.mark.parametrize(
    "condition",
    [
        "Fra 2018-19 har egen læge ansvaret",
        "Fra udgaven 2016",
        "Fra 20181 kroner",
        "Fra 2500 gram er barnet stort nok",
        "Fra 2050 kr. om året betaler regionen",
        "Efter aftalen fra 2018",
        "Tidligst når borgeren er rask",
    ],
)
def test_a_year_that_begins_nothing_leaves_no_day_out(condition: str) -> None:
    assert holds_on(condition, date(2010, 1, 1))


@pytest.mark.parametrize(
    ("condition", "tells"),
    [
        ("Til og med 31. december 2026. Den 1. januar 2027 flytter opgaven", True),
        ("Til og med 31. december 2026. Derefter er det regionens", True),
        ("Til og med 31. december 2026. Borgeren har kronisk sygdom", False),
        ("Den 1. januar 2027 flytter opgaven", False),
        ("", False),
    ],
)
def test_a_condition_may_tell_what_comes_after_its_day(
    condition: str, tells: bool
) -> None:
    assert tells_what_comes(condition) is tells


@pytest.mark.parametrize(
    ("condition", "parts"),
    [
        (
            "For den del, der flytter den 1. januar 2027 (rygning og kost), kun til og "
            "med 31. december 2026",
            ["rygning", "kost"],
        ),
        (
            "Træning. For den avancerede del kun til og med 31. december 2026; den har "
            "sin egen række",
            ["avancerede"],
        ),
        (
            "For avanceret træning og støtte kun til og med 31. december 2026",
            ["avanceret træning", "støtte"],
        ),
        ("FOR STØTTE KUN  TIL OG MED 31. DECEMBER 2026", ["STØTTE"]),
        ("For børn gælder det altid. Kun til og med 31. december 2026", []),
        ("For støtte kun til og med 31. smaanuar 2026", []),
        ("Til og med 31. december 2026", []),
    ],
)
def test_a_condition_may_be_over_for_a_part(condition: str, parts: list[str]) -> None:
    assert parts_over(condition, DAY) == parts
    assert parts_over(condition, EVE) == []
