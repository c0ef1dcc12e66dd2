"""Coherence: reassignments between versions, and duties on those who are no party."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registry.rules.coherence.versions import (
    Reassignment,
    duties_on_non_parties,
    reassignments,
)
from registry.rules.version_content import RowValues
from tests.parts import examples
from tests.publishing.samples import ACTOR_SECTORS, ORGANISATION_SECTORS, content, row
from tests.rules.coherence.oracle import moved


def between(
    old: dict[str, Any], new: dict[str, Any]
) -> list[tuple[str, tuple[str, ...]]]:
    """What the reassignments from one row to the other change, and to whom."""
    moves = reassignments(content(rows=(old,)), content(rows=(new,)), ACTOR_SECTORS)
    return [(move.field, move.after) for move in moves]


# Reassignments


def test_nothing_moves_when_nothing_changes() -> None:
    assert between(row(), row()) == []


def test_a_task_done_by_another_sector_is_a_reassignment() -> None:
    old, new = row(), row(responsible=("kommune",))
    moves = reassignments(content(rows=(old,)), content(rows=(new,)), ACTOR_SECTORS)

    assert moves == (
        Reassignment(old, new, "responsible", ("psykiatrisk-center",), ("kommune",)),
    )


def test_a_task_done_by_another_in_the_same_sector_is_none() -> None:
    assert between(row(), row(responsible=("hospital", "region"))) == []


def test_a_task_that_another_sector_takes_part_in_is_a_reassignment() -> None:
    new = ("psykiatrisk-center", "kommune")

    assert between(row(), row(responsible=new)) == [("responsible", new)]


@pytest.mark.parametrize("field", ["authority", "payer"])
def test_another_authority_or_payer_is_a_reassignment_also_within_a_sector(
    field: str,
) -> None:
    assert between(row(), row(**{field: ("hospital",)})) == [(field, ("hospital",))]


@pytest.mark.parametrize("field", ["responsible", "authority", "payer"])
@pytest.mark.parametrize("unknown", [("ikke-oplyst",), ()])
def test_from_unknown_to_known_is_no_reassignment(
    field: str, unknown: tuple[str, ...]
) -> None:
    assert between(row(**{field: unknown}), row(**{field: ("kommune",)})) == []


@pytest.mark.parametrize("field", ["responsible", "authority", "payer"])
def test_from_known_to_unknown_is_one_so_that_none_can_hide_over_two_versions(
    field: str,
) -> None:
    assert between(row(), row(**{field: ("ikke-oplyst",)})) == [
        (field, ("ikke-oplyst",))
    ]


@pytest.mark.parametrize("field", ["authority", "payer"])
def test_from_not_applicable_to_someone_is_a_reassignment(field: str) -> None:
    assert between(row(**{field: ("ikke-relevant",)}), row()) == [(field, ("region",))]


def test_the_order_of_actors_is_no_reassignment() -> None:
    old, new = row(payer=("region", "kommune")), row(payer=("kommune", "region"))

    assert between(old, new) == []


def test_other_fields_are_no_reassignment() -> None:
    new = row(
        treatment_responsible=("praktiserende-laege",),
        contributes=("politi",),
        deadline="",
    )

    assert between(row(), new) == []


def test_a_new_key_does_not_hide_a_reassignment() -> None:
    assert between(row(key="a"), row(key="b", payer=("kommune",))) == [
        ("payer", ("kommune",))
    ]


def test_two_rows_in_place_of_one_do_not_hide_a_reassignment() -> None:
    old, kept = row(key="a"), row(key="b")
    new = row(key="c", payer=("kommune",))
    found = reassignments(
        content(rows=(old,)), content(rows=(kept, new)), ACTOR_SECTORS
    )

    assert found == (Reassignment(old, new, "payer", ("region",), ("kommune",)),)


def test_a_row_that_comes_or_goes_is_no_reassignment() -> None:
    assert reassignments(content(rows=()), content(), ACTOR_SECTORS) == ()
    assert reassignments(content(), content(rows=()), ACTOR_SECTORS) == ()


ACTORS = st.lists(
    st.sampled_from([*ACTOR_SECTORS, "ukendt"]), max_size=2, unique=True
).map(tuple)
ROWS = st.lists(
    st.builds(
        row,
        key=st.sampled_from("abcde"),
        task_key=st.sampled_from(["", "varsling", "koersel"]),
        situation=st.sampled_from(["", "Altid", "Om natten"]),
        phase=st.sampled_from(["udskrivning", "akut"]),
        target_groups=st.lists(st.sampled_from(["voksne", "boern"]), max_size=2).map(
            tuple
        ),
        responsible=ACTORS,
        authority=ACTORS,
        payer=ACTORS,
    ),
    max_size=5,
    unique_by=lambda made: made["key"],
)


@settings(max_examples=examples(400), deadline=None)
@given(ROWS, ROWS)
def test_they_are_those_of_the_oracle(
    before: list[RowValues], after: list[RowValues]
) -> None:
    moves = reassignments(content(rows=before), content(rows=after), ACTOR_SECTORS)

    assert {
        (
            t.row_before["key"],
            t.row_after["key"],
            t.field.replace("responsible", "sector"),
        )
        for t in moves
    } == moved(before, after, ACTOR_SECTORS)


# Duties on those who are no party


def duties(*rows: dict[str, Any], **parties: tuple[str, ...]) -> list[tuple[str, str]]:
    text = content(rows=rows, **({"parties": parties} if parties else {}))
    listed = duties_on_non_parties(text, ACTOR_SECTORS, ORGANISATION_SECTORS)
    return [(duty.field, duty.actor) for duty in listed]


@pytest.mark.parametrize(
    "field",
    ["responsible", "authority", "payer", "treatment_responsible", "contributes"],
)
def test_a_duty_of_an_actor_whose_sector_is_no_party_is_found(field: str) -> None:
    assert duties(row(**{field: ("region", "politi")})) == [(field, "politi")]


def test_to_have_a_message_is_no_duty() -> None:
    assert duties(row(informed=("politi", "praktiserende-laege"))) == []


def test_a_party_in_any_role_binds_its_sector() -> None:
    doctor = row(contributes=("praktiserende-laege",))
    formal = ("region-hovedstaden", "ballerup")

    assert duties(doctor) == [("contributes", "praktiserende-laege")]
    assert duties(doctor, formel=formal, tiltraedende=("almen-praksis",)) == []


def test_citizens_and_actors_of_no_sector_are_left_out() -> None:
    assert duties(row(payer=("borger", "alle-parter", "ikke-oplyst", "ukendt"))) == []


def test_each_row_and_field_is_told_by_itself() -> None:
    listed = duties(
        row(payer=("politi",), authority=("politi",)), row(key="b", payer=("politi",))
    )

    assert listed == [("authority", "politi"), ("payer", "politi"), ("payer", "politi")]
