"""How alike two rows are."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from registry.rules import likeness as likeness_module
from registry.rules.fields import ROW_FIELDS
from registry.rules.likeness import (
    LIKELY,
    likeness,
    pairs_by_likeness,
    words_alike,
)
from registry.rules.version_content import empty_values


def row(task: str, **more: Any) -> dict[str, Any]:
    return {**empty_values(ROW_FIELDS), "task": task, **more}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Varsle kommunen", "Varsler kommunen skriftligt"),
        ("Vurdere behovet for genoptræning", "Vurdering af behov for genoptræning"),
        ("Bestille hjælpemidler", "Bestille hjælpemidler til hjemmet"),
    ],
)
def test_the_same_task_in_other_words_is_likely(one: str, other: str) -> None:
    assert likeness(row(one), row(other)) >= LIKELY


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Varsle kommunen", "Køre borgeren"),
        ("Udlevere medicin", "Betale for ophold på akutplads"),
        ("", "Varsle kommunen"),
    ],
)
def test_another_task_is_not(one: str, other: str) -> None:
    assert likeness(row(one), row(other)) < LIKELY


def test_who_does_it_tells_tasks_apart() -> None:
    mine = row("Varsle", responsible=("kommune",))
    assert likeness(mine, row("Varsle", responsible=("kommune",))) > likeness(
        mine, row("Varsle", responsible=("region",))
    )


def test_the_most_alike_are_paired_first_and_none_twice() -> None:
    rows = [row("Varsle kommunen skriftligt"), row("Varsle kommunen")]
    assert pairs_by_likeness(rows, [row("Varsle kommunen")], LIKELY) == {1: 0}


def test_of_many_rows_not_every_one_is_held_against_every_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared = []

    def counted(one: dict[str, Any], other: dict[str, Any]) -> float:
        compared.append(1)
        return likeness(one, other)

    monkeypatch.setattr(likeness_module, "likeness", counted)
    tasks = [f"Varsle kommunen om sag {at} i år {at % 7}" for at in range(150)]
    before = [row(f"{task} skriftligt") for task in tasks]
    pairs = pairs_by_likeness([row(task) for task in tasks], before, LIKELY)
    assert pairs == {at: at for at in range(150)}
    assert len(compared) <= 150 * likeness_module.MOST_COMPARED


@given(some.text(max_size=30), some.text(max_size=30))
def test_likeness_is_between_nothing_and_all(one: str, other: str) -> None:
    assert 0 <= words_alike(one, other) <= 1
    assert words_alike(one, one) == 1
