"""The phase of a stay that a question tells, and the rows that are for the other."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from registry.catalogue.snapshot import Row
from registry.search.phases import HOME, INSIDE, is_of_other_phase, phase_in

Ask = Callable[..., Any]


@pytest.mark.parametrize(
    ("question", "phase"),
    [
        ("mens hun ligger på medicinsk, hvem betaler", INSIDE),
        ("min far er indlagt, hvem betaler hans sondemad", INSIDE),
        ("ernæring til indlagte", INSIDE),
        ("han er røget på sygehuset, hvem betaler", INSIDE),
        ("under indlæggelsen får hun proteindrik", INSIDE),
        ("han er kommet hjem, hvem betaler", HOME),
        ("hun bor hjemme, hvem leverer", HOME),
        ("er indlagt nu, hvem gør det efter udskrivning", ""),
        ("han er hjemme på orlov fra afdelingen", ""),
        ("hun har været indlagt, hvem betaler", ""),
        ("indlagt 30 timer, hvem har ansvaret", ""),
        ("hvem betaler proteindrik", ""),
    ],
)
def test_one_phase_is_told_or_none(question: str, phase: str) -> None:
    assert phase_in(question) == phase


@pytest.mark.parametrize(
    ("task", "own", "phase", "is_other"),
    [
        ("Levere drik i hjemmet", HOME, INSIDE, True),
        ("Svare personale om en nyudskrevet borger", HOME, INSIDE, True),
        ("Levere drik i hjemmet", HOME, HOME, False),
        ("Levere drik i hjemmet", HOME, "", False),
        ("Levere drik", HOME, INSIDE, False),
        ("Give drik, mens borgeren er indlagt", INSIDE, HOME, True),
        ("Give drik, mens borgeren er indlagt", INSIDE, INSIDE, False),
    ],
)
def test_a_row_is_for_the_other_phase_by_its_task_and_its_own(
    task: str, own: str, phase: str, is_other: bool
) -> None:
    stored: Any = SimpleNamespace(task=task)
    row = Row("proeve", 1, stored, "varsling", True, {"phase": frozenset({own})})

    assert is_of_other_phase(row, phase) is is_other


@pytest.mark.parametrize(
    ("question", "payer"),
    [
        ("Mens hun ligger på medicinsk får hun proteindrikke, hvem betaler", "Region"),
        ("hvem betaler ernæringsdrik når patienten er indlagt", "Region"),
        ("min mor er indlagt, hvem betaler hendes sondemad", "Region"),
        ("far er kommet hjem, hvem betaler hans proteindrik", "Region, Borger"),
    ],
)
def test_who_is_admitted_is_not_told_the_payment_at_home(
    asked: Ask, question: str, payer: str
) -> None:
    lines = asked(question)["first_lines"]

    assert [line["text"].split(" – ")[0] for line in lines] == [payer]
