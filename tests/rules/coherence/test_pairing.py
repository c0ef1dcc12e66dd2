"""Pairing: which rows of two moments are one task."""

from itertools import product

import pytest
from hypothesis import given, settings

from registry.rules.coherence.pairing import paired
from registry.rules.coherence.rows import Row, Yardstick
from tests.parts import examples
from tests.rules.coherence.test_analysis import ROWS, made

ADULTS, CHILDREN = frozenset({"voksne"}), frozenset({"boern"})


def pairs(before: list[Row], after: list[Row]) -> list[tuple[str, str]]:
    yardstick = Yardstick(broader={"hjemloese": "voksne"})
    return sorted((old.id, new.id) for old, new in paired(before, after, yardstick))


def test_rows_with_the_same_key_are_one_whatever_else_changed() -> None:
    old, new = made("a", key="k"), made("b", key="k", task_key="varsel")

    assert pairs([old], [new]) == [("a", "b")]


def test_the_same_key_in_another_agreement_is_another_row() -> None:
    old, new = made("a", key="k"), made("b", "b", key="k", task_key="varsel")

    assert pairs([old], [new]) == []


def test_a_row_under_a_new_key_is_found_by_its_task_key() -> None:
    assert pairs([made("a")], [made("b")]) == [("a", "b")]


def test_a_row_in_another_agreement_is_found_by_its_task_key() -> None:
    assert pairs([made("a")], [made("b", "b")]) == [("a", "b")]


def test_rows_for_different_target_groups_are_two_tasks() -> None:
    old, new = made("a", target_groups=ADULTS), made("b", target_groups=CHILDREN)

    assert pairs([old], [new]) == []


@pytest.mark.parametrize(
    "groups", [frozenset(), ADULTS | CHILDREN, frozenset({"hjemloese"})]
)
def test_target_groups_that_meet_do_not_part_rows(groups: frozenset[str]) -> None:
    old, new = made("a", target_groups=ADULTS), made("b", target_groups=groups)

    assert pairs([old], [new]) == [("a", "b")]


def test_rows_of_different_municipalities_are_two_tasks() -> None:
    old = made("a", places=frozenset({"Gribskov"}))
    new = made("b", places=frozenset({"Hillerød"}))

    assert pairs([old], [new]) == []


def test_a_reworded_situation_does_not_part_rows() -> None:
    assert pairs([made("a")], [made("b", situation=("altid",))]) == [("a", "b")]


def test_rows_with_the_same_situation_belong_together() -> None:
    short, lasting = ("kort",), ("varigt",)
    before = [made("a", situation=short), made("b", situation=lasting)]
    after = [made("c", situation=lasting), made("d", situation=short)]

    assert pairs(before, after) == [("a", "d"), ("b", "c")]


def test_a_row_taken_out_belongs_to_both_that_came_in_its_place() -> None:
    assert pairs([made("a")], [made("b"), made("c")]) == [("a", "b"), ("a", "c")]


def test_a_new_row_for_another_situation_is_new() -> None:
    old = made("a", situation=("kort",))
    after = [made("b", situation=("kort",)), made("c", situation=("varigt",))]

    assert pairs([old], after) == [("a", "b")]


def test_a_row_matched_by_key_does_not_stand_in_the_way_of_the_others() -> None:
    before = [made("a", key="x"), made("b", key="y")]
    after = [made("c", key="z"), made("d", key="x")]

    assert pairs(before, after) == [("a", "d"), ("b", "c")]


def test_rows_without_task_key_are_matched_by_key_alone() -> None:
    assert pairs([made("a", task_key="")], [made("b", task_key="")]) == []


def test_a_key_that_a_draft_has_twice_is_matched_in_order() -> None:
    before = [made("a", key="k"), made("b", key="k")]
    after = [made("c", key="k"), made("d", key="k"), made("e", key="k", task_key="")]

    assert pairs(before, after) == [("a", "c"), ("b", "d")]


@settings(max_examples=examples(300), deadline=None)
@given(ROWS, ROWS)
def test_pairs_across_agreements_are_those_of_looking_at_every_pair(
    before: list[Row], after: list[Row]
) -> None:
    names = {(row.agreement, row.key) for row in before}
    kept = names & {(row.agreement, row.key) for row in after}
    gone, come = (
        [row for row in rows if (row.agreement, row.key) not in kept]
        for rows in (before, after)
    )
    maybe = {
        (old.id, new.id): (alike(old, new), old.situation, new.situation)
        for old, new in product(gone, come)
        if old.task_key == new.task_key != "" and share(old, new)
    }

    expected = {
        (old, new)
        for (old, new), (grade, here, there) in maybe.items()
        if 2
        - any(other > grade for (o, _), (other, _, _) in maybe.items() if o == old)
        - any(other > grade for (_, n), (other, _, _) in maybe.items() if n == new)
        >= (1 if here == there or () in (here, there) else 2)
    }
    same_key = {
        (old.id, new.id)
        for old, new in product(before, after)
        if (old.agreement, old.key) == (new.agreement, new.key)
    }
    assert set(pairs(before, after)) == same_key | expected


def alike(old: Row, new: Row) -> list[bool]:
    return [
        old.agreement == new.agreement,
        old.situation == new.situation,
        old.target_groups == new.target_groups,
        old.phase == new.phase,
        old.places == new.places,
    ]


def share(old: Row, new: Row) -> bool:
    sides = ((old.target_groups, new.target_groups), (old.places, new.places))
    return all(not here or not there or here & there for here, there in sides)
