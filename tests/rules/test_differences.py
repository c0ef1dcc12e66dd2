"""Differences: those of responsibility apart from wording, row by row and by words."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registry.language.deadlines import Deadline
from registry.rules.differences import (
    IN_WORDS,
    RESPONSIBILITY_FIELDS,
    Change,
    Differences,
    RowDifference,
    RowKind,
    compare,
)
from registry.rules.fields import ROW_FIELDS, Field, Kind
from registry.rules.version_content import VersionContent, plain
from registry.rules.worddiff import Piece, Side
from tests.parts import examples
from tests.publishing.any_content import CONTENTS
from tests.publishing.samples import content, row

KEY = row()["key"]
# What is written in words, or under one name, and weighs nothing: of a field more there
# is nothing to say here. The name of the row itself tells which rows are compared.
WORDING = tuple(
    field.name
    for field in ROW_FIELDS
    if field.kind in (*IN_WORDS, Kind.KEY)
    and not (field.weighs or field.part_of)
    and field.name != "key"
)


def of_rows(old: dict[str, Any], new: dict[str, Any]) -> RowDifference:
    """The difference between two versions of one row."""
    (difference,) = compare(content(rows=(old,)), content(rows=(new,))).rows
    return difference


EMPTY_ROW = {field.name: plain(field, None) for field in ROW_FIELDS} | {"key": KEY}


def filled(field: Field) -> dict[str, Any]:
    """A row of which the field alone says anything."""
    said = {Kind.KEYS: ["x"], Kind.TEXTS: ["x"], Kind.FLAG: True, Kind.NUMBER: 3.0}
    return {**EMPTY_ROW, field.name: plain(field, said.get(field.kind, "x"))}


# Responsibility


def test_a_version_does_not_differ_from_itself() -> None:
    differences = compare(content(), content())

    assert not differences
    assert not differences.has_responsibility


def test_another_payer_is_a_difference_of_responsibility() -> None:
    difference = of_rows(row(), row(payer=("kommune",)))

    assert difference == RowDifference(
        KEY,
        row()["task"],
        RowKind.CHANGED,
        responsibility=(Change("payer", ("region",), ("kommune",)),),
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("responsible", ("kommune",)),
        ("authority", ("kommune",)),
        ("treatment_responsible", ("praktiserende-laege",)),
        ("contributes", ()),
        ("informed", ("borger",)),
        ("applies_in", ("nord",)),
        ("target_groups", ("voksne", "boern-og-unge")),
        ("phase", "henvisning"),
        ("does_not_apply_to", "Retslige patienter"),
    ],
)
def test_every_answer_is_one_of_responsibility(name: str, value: Any) -> None:
    difference = of_rows(row(), row(**{name: value}))

    assert difference.responsibility == (Change(name, row()[name], value),)
    assert difference.wording == ()


def test_the_order_of_actors_is_no_difference() -> None:
    old, new = row(payer=("region", "kommune")), row(payer=("kommune", "region"))

    assert not compare(content(rows=(old,)), content(rows=(new,)))


def test_another_deadline_is_one_difference_with_text_and_data() -> None:
    text = "Senest 5 hverdage før udskrivning"
    difference = of_rows(row(), row(deadline=text, deadline_amount=5.0))

    (change,) = difference.responsibility
    assert change.name == "deadline"
    assert change.after == Deadline(text, 5.0, "hverdage", "før", "udskrivning")
    assert difference.wording == ()


def test_a_deadline_that_is_only_reworded_is_wording() -> None:
    of_row = of_rows(row(), row(deadline="Otte hverdage før udskrivning"))

    assert of_row.responsibility == ()
    assert [difference.name for difference in of_row.wording] == ["deadline"]
    assert Piece("Senest 8 ", Side.REMOVED) in of_row.wording[0].pieces


def test_other_punctuation_in_what_it_does_not_apply_to_is_wording() -> None:
    of_row = of_rows(
        row(does_not_apply_to="Psykiatrien"), row(does_not_apply_to="psykiatrien.")
    )

    assert of_row.responsibility == ()
    assert [difference.name for difference in of_row.wording] == ["does_not_apply_to"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Borgere <18 år", "Borgere >18 år"),
        ("HbA1c ≤ 48", "HbA1c ≥ 48"),
        ("-5 °C", "5 °C"),
        ("5 % af alle", "5 ‰ af alle"),
        ("65+", "65"),
    ],
)
def test_a_sign_that_makes_a_number_another_is_responsibility(
    before: str, after: str
) -> None:
    of_row = of_rows(row(does_not_apply_to=before), row(does_not_apply_to=after))

    (change,) = of_row.responsibility
    assert (change.name, change.before, change.after) == (
        *("does_not_apply_to", before),
        after,
    )


def test_a_row_that_came_tells_all_its_answers() -> None:
    differences = compare(content(rows=()), content())

    (difference,) = differences.rows
    assert (difference.key, difference.kind) == (KEY, RowKind.ADDED)
    assert Change("payer", (), ("region",)) in difference.responsibility
    assert "informed" not in [change.name for change in difference.responsibility]
    assert differences.has_responsibility


def test_a_row_that_went_tells_all_it_answered() -> None:
    differences = compare(content(), content(rows=()))

    (difference,) = differences.rows
    assert difference.kind is RowKind.REMOVED
    assert Change("payer", ("region",), ()) in difference.responsibility
    assert differences.has_responsibility


def test_an_empty_row_that_comes_is_a_difference_of_responsibility() -> None:
    nothing: dict[str, Any] = dict.fromkeys(RESPONSIBILITY_FIELDS, ())
    texts = dict.fromkeys(("deadline", "does_not_apply_to", "phase"), "")
    data = {"deadline_amount": None, "deadline_unit": "", "deadline_relation": ""}
    empty = row(**{**nothing, **texts, **data, "deadline_event": ""})
    differences = compare(content(rows=()), content(rows=(empty,)))

    assert differences.rows[0].responsibility == ()
    assert differences.has_responsibility


def test_rows_are_compared_by_key_and_not_by_task() -> None:
    differences = compare(content(rows=(row(key="a"),)), content(rows=(row(key="b"),)))

    assert [(r.key, r.kind) for r in differences.rows] == [
        ("b", RowKind.ADDED),
        ("a", RowKind.REMOVED),
    ]


# Wording


@pytest.mark.parametrize("name", WORDING)
def test_other_words_are_only_wording(name: str) -> None:
    differences = compare(content(), content(rows=(row(**{name: "andre ord"}),)))

    assert not differences.has_responsibility
    assert [difference.name for difference in differences.rows[0].wording] == [name]


def test_a_confirmation_is_no_difference_of_responsibility_but_is_told() -> None:
    difference = of_rows(row(confirmed=False), row())

    assert difference.responsibility == ()
    assert [(w.name, w.before, w.after, w.pieces) for w in difference.wording] == [
        ("confirmed", False, True, ())
    ]


def test_whatever_a_row_says_by_a_list_of_keys_is_responsibility() -> None:
    """Who, for whom and where: no other wording of it is the same answer."""
    keyed = {field.name for field in ROW_FIELDS if field.kind is Kind.KEYS}

    assert {"responsible", "payer", "target_groups", "applies_in"} <= keyed
    assert keyed <= {*RESPONSIBILITY_FIELDS}
    assert {"task", "situation", "in_doubt", "legal_basis"} <= {*WORDING}


def test_a_field_more_is_compared_without_another_line() -> None:
    """As it is now, every field of a row makes a difference."""
    for field in ROW_FIELDS:
        if field.name == "key" or field.part_of:
            continue
        told = compare(content(rows=(EMPTY_ROW,)), content(rows=(filled(field),)))
        (of_row,) = told.rows
        named = [
            difference.name for difference in (*of_row.responsibility, *of_row.wording)
        ]

        assert named == [field.name]
        assert bool(of_row.responsibility) is bool(field.weighs)


def test_wording_is_told_by_words() -> None:
    difference = of_rows(row(task="Varsle kommunen"), row(task="Varsle bopælskommunen"))

    assert difference.wording[0].pieces == (
        Piece("Varsle ", Side.SAME),
        Piece("kommunen ", Side.REMOVED),
        Piece("bopælskommunen", Side.ADDED),
    )


def test_rows_that_are_moved_are_no_difference_but_are_mentioned() -> None:
    rows = row(key="a"), row(key="b"), row(key="c")
    differences = compare(content(rows=rows), content(rows=(rows[2], rows[0], rows[1])))

    assert differences.rows == ()
    assert differences.reordered
    assert not differences.has_responsibility
    assert differences


def test_a_row_put_between_two_others_moves_none() -> None:
    first, second = row(key="a"), row(key="b")
    differences = compare(
        content(rows=(first, second)), content(rows=(first, row(key="c"), second))
    )

    assert not differences.reordered


# The version's own fields


def test_the_weighty_fields_come_before_the_others_and_texts_by_words() -> None:
    new = content(
        title="Udskrivning af unge",
        in_force_from=date(2028, 1, 1),
        target_groups=("boern-og-unge",),
        made_under="",
        body="## Udskrivning\n\nNy tekst.",
    )
    differences = compare(content(), new)

    assert [difference.name for difference in differences.fields] == [
        *("in_force_from", "made_under", "target_groups"),
        *("title", "body"),
    ]
    assert differences.fields[0].before == date(2027, 1, 1)
    assert Piece("unge", Side.ADDED) in differences.fields[3].pieces
    assert not differences.has_responsibility


def test_parties_come_and_go_and_change_role() -> None:
    new = content(
        parties={
            "formel-part": ("region-hovedstaden",),
            "tiltraedende-part": ("ballerup",),
        }
    )
    parties = compare(content(), new).parties

    assert parties.added == (("tiltraedende-part", "ballerup"),)
    assert parties.removed == (("formel-part", "ballerup"),)


def test_relations_come_and_go() -> None:
    old, new = (
        content(relations={"replaces": ("a", "b")}),
        content(relations={"replaces": ("b",)}),
    )
    differences = compare(old, new)

    assert differences.relations.removed == (("replaces", "a"),)
    assert not differences.relations.added
    assert not differences.parties


def test_the_order_of_parties_target_groups_and_empty_roles_is_no_difference() -> None:
    new = content(parties={"x": (), "formel-part": ("ballerup", "region-hovedstaden")})
    groups = content(target_groups=("a", "b")), content(target_groups=("b", "a"))

    assert not compare(content(), new)
    assert not compare(*groups)


# Any two versions


def mirrored(differences: Differences) -> set[tuple[Any, ...]]:
    """All that differs, with before and after changed about; the order is left out."""
    return facts_of(differences, backwards=True)


def facts_of(
    differences: Differences, *, backwards: bool = False
) -> set[tuple[Any, ...]]:
    kinds = {kind: kind for kind in RowKind}
    if backwards:
        kinds |= {RowKind.ADDED: RowKind.REMOVED, RowKind.REMOVED: RowKind.ADDED}

    def sides(change: Change) -> tuple[str, Any, Any]:
        both = (change.before, change.after)
        return (change.name, *(both[::-1] if backwards else both))

    members = [
        (name, way, pair)
        for name, group in (
            ("parties", differences.parties),
            ("relations", differences.relations),
        )
        for way, pairs in (("+", group.added), ("-", group.removed))
        for pair in pairs
    ]
    swap = {"+": "-", "-": "+"} if backwards else {"+": "+", "-": "-"}
    return {
        *((r.key, kinds[r.kind]) for r in differences.rows),
        *(
            (r.key, "ansvar", *sides(change))
            for r in differences.rows
            for change in r.responsibility
        ),
        *(
            (r.key, "ord", *sides(change))
            for r in differences.rows
            for change in r.wording
        ),
        *(sides(change) for change in differences.fields),
        *((name, swap[way], pair) for name, way, pair in members),
        ("reordered", differences.reordered),
    }


@settings(max_examples=examples(60), deadline=None)
@given(CONTENTS)
def test_no_version_differs_from_itself(text: VersionContent) -> None:
    assert not compare(text, text)


@settings(max_examples=examples(80), deadline=None)
@given(CONTENTS, CONTENTS)
def test_the_other_way_about_is_the_mirror(
    one: VersionContent, other: VersionContent
) -> None:
    assert facts_of(compare(one, other)) == mirrored(compare(other, one))


@settings(max_examples=examples(80), deadline=None)
@given(CONTENTS, st.sampled_from(WORDING), st.text(max_size=20))
def test_editing_only_wording_gives_no_difference_of_responsibility(
    text: VersionContent, name: str, words: str
) -> None:
    edited = VersionContent(
        {**text.values, "title": words, "body": words, "economics": words},
        text.parties,
        text.relations,
        tuple(
            {**one, name: words, "confirmed": not one["confirmed"]} for one in text.rows
        ),
    )
    differences = compare(text, edited)

    assert not differences.has_responsibility
    assert [one.key for one in differences.rows] == [one["key"] for one in text.rows]


@settings(max_examples=examples(80), deadline=None)
@given(CONTENTS, CONTENTS)
def test_every_answer_that_differs_is_told_and_no_other(
    one: VersionContent, other: VersionContent
) -> None:
    """Of a key that a draft has twice, only the first is looked at."""
    names = ("responsible", "authority", "payer", "informed", "target_groups", "phase")
    old, new = ({r["key"]: r for r in reversed(text.rows)} for text in (one, other))
    differing = {
        (key, name)
        for key in old.keys() & new.keys()
        for name in names
        if sorted(set(old[key][name])) != sorted(set(new[key][name]))
    }
    changed = {
        (r.key, change.name)
        for r in compare(content(rows=old.values()), content(rows=new.values())).rows
        if r.kind is RowKind.CHANGED
        for change in r.responsibility
        if change.name in names
    }

    assert changed == differing
