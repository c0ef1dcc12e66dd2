"""What an appendix says in sentences."""

from dataclasses import replace
from datetime import date

import pytest

from registry.catalogue.queries import Catalogue
from registry.exports.appendix_agreements import PartyDecision
from registry.exports.appendix_content import AppendixContent
from registry.exports.appendix_sentences import (
    change_lines,
    decided_in_words,
    names_narrowed_to,
    narrowed_to,
    narrowing_in_words,
    statement,
)
from tests.exports.samples import ON, appendix_of, decide

HEALTH = "Prøve-sundhedsaftale 2024-2027"
MAIN, LOCAL = "proeve-udskrivning", "proeve-lokal"
THE_MAIN, THE_LOCAL = (
    "Prøveaftale om udskrivning & hjælp",
    "Lokal prøveaftale om kørsel",
)


def since(catalogue: Catalogue, day: date, on: date = ON) -> AppendixContent:
    return appendix_of(catalogue, on, since=day)


@pytest.mark.parametrize(
    ("decided", "said"),
    [
        (
            (LOCAL, "ophoerer"),
            "Pr. 22. november 2026 er det ikke besluttet om nogen aftale, at den "
            f"videreføres under {HEALTH}.",
        ),
        (
            (LOCAL, "viderefoeres"),
            f"Følgende 1 eksisterende aftale videreføres under {HEALTH} og er således "
            "fortsat gældende pr. 22. november 2026.",
        ),
        (
            (MAIN, "viderefoeres"),
            "Følgende 2 eksisterende aftaler, forløbsprogrammer mv. videreføres under "
            f"{HEALTH} og er således fortsat gældende pr. 22. november 2026.",
        ),
    ],
)
def test_the_number_told_is_that_of_the_list(
    catalogue: Catalogue, decided: tuple[str, str], said: str
) -> None:
    decide(catalogue, *decided, date(2025, 1, 1))

    assert statement(appendix_of(catalogue)) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "For 1 aftale er det besluttet, at den videreføres, men dens status er"),
        (2, "For 2 aftaler er det besluttet, at de videreføres, men deres status er"),
    ],
)
def test_a_decision_stands_though_no_agreement_is_in_force_any_more(
    catalogue: Catalogue, number: int, said: str
) -> None:
    """A party has ceased: what was decided before is not told as undecided."""
    decide(catalogue, LOCAL, "ophoerer", date(2025, 1, 1))
    decide(catalogue, MAIN, "viderefoeres", date(2026, 1, 1))
    appendix = appendix_of(catalogue, date(2027, 1, 2))
    (fallen_out,) = appendix.selection.fallen_out
    selection = replace(appendix.selection, fallen_out=(fallen_out,) * number)

    assert statement(replace(appendix, selection=selection)) == (
        f"Pr. 2. januar 2027 står ingen aftale som videreført under {HEALTH}. {said} "
        "nu «afklares»."
    )


def test_a_list_that_is_narrowed_says_nothing_of_the_agreements_outside_it(
    catalogue: Catalogue,
) -> None:
    assert statement(appendix_of(catalogue, kind="samarbejdsaftale")) == (
        "Pr. 22. november 2026 er det ikke besluttet om nogen af dem, listen er "
        f"afgrænset til, at den videreføres under {HEALTH}."
    )


def test_what_the_list_is_narrowed_to_is_told_in_the_order_of_the_choices(
    catalogue: Catalogue,
) -> None:
    appendix = appendix_of(
        catalogue, kind="samarbejdsaftale", municipality="nordby", focus_area=""
    )

    assert narrowed_to(appendix) == [
        ("Kommune", "Nordby Kommune"),
        ("Aftaletype", "Samarbejdsaftale"),
    ]
    assert narrowed_to(appendix_of(catalogue)) == []


@pytest.mark.parametrize(
    ("chosen", "names", "said"),
    [
        ({}, "", ""),
        (
            {"municipality": "nordby"},
            "Nordby Kommune",
            "Listen viser det, der gælder i Nordby Kommune.",
        ),
        (
            {"kind": "samarbejdsaftale"},
            "Samarbejdsaftale",
            "Listen er afgrænset til Aftaletype: Samarbejdsaftale.",
        ),
        (
            {"municipality": "nordby", "kind": "samarbejdsaftale"},
            "Nordby Kommune, Samarbejdsaftale",
            "Listen viser det, der gælder i Nordby Kommune, og er afgrænset til "
            "Aftaletype: Samarbejdsaftale.",
        ),
    ],
)
def test_a_narrowed_list_says_what_it_is_a_part_of(
    catalogue: Catalogue, chosen: dict[str, str], names: str, said: str
) -> None:
    appendix = appendix_of(catalogue, **chosen)

    assert names_narrowed_to(appendix) == names
    assert narrowing_in_words(appendix) == said


def test_without_a_day_to_compare_with_nothing_has_changed(
    catalogue: Catalogue,
) -> None:
    assert change_lines(appendix_of(catalogue)) == []


def test_what_came_and_what_went_is_told_with_the_decision(
    catalogue: Catalogue,
) -> None:
    decide(catalogue, MAIN, "viderefoeres", date(2026, 1, 1))
    decide(catalogue, LOCAL, "ophoerer", date(2026, 2, 1))

    assert change_lines(since(catalogue, date(2025, 1, 1))) == [
        f"Kommet til: {THE_MAIN}, udgave 2.",
        f"Udgået: {THE_LOCAL}. Status er nu «ophørt»; besluttet: ophører.",
    ]


def test_what_went_without_a_decision_is_told_by_its_status(
    catalogue: Catalogue,
) -> None:
    """A party has ceased, and nobody has decided otherwise."""
    decide(catalogue, MAIN, "viderefoeres", date(2026, 1, 1))

    (line,) = change_lines(since(catalogue, ON, on=date(2027, 1, 1)))

    assert line == (
        f"Udgået: {THE_MAIN}. Status er nu «afklares»; besluttet: videreføres."
    )


def test_a_new_version_is_told_with_the_one_before(catalogue: Catalogue) -> None:
    decide(catalogue, MAIN, "viderefoeres", date(2023, 1, 1))

    lines = change_lines(since(catalogue, date(2023, 12, 31)))

    assert f"Ny udgave: {THE_MAIN}, udgave 2 (før udgave 1)." in lines


def test_a_partys_decision_is_told_in_words() -> None:
    decided = PartyDecision("Nordby Kommune", "vedtaget", date(2026, 11, 1), "Møde 7")

    assert decided_in_words(decided) == (
        "Nordby Kommune: vedtaget 1. november 2026 (Møde 7)"
    )
