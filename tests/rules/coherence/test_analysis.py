"""The whole analysis on catalogues made at random: what is taken out is missed, copies
contradict nothing, and order says nothing.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from registry.rules.cases.printed import printed
from registry.rules.coherence.analysis import findings, findings_within
from registry.rules.coherence.rows import Agreement, Answering, Row, Yardstick
from tests.parts import examples

GROUPS = ("voksne", "boern")
PLACES = ("Gribskov", "Hillerød")
LOST = (("den gamle kommune", "kommune"),)
PHASES = ("ind", "under", "ud")
TASKS = ("moede", "varsel")
YARDSTICK = Yardstick(
    sectors={"center": "region", "kommune": "kommune"},
    needs={"varsel": ("payer",)},
    kinds=dict.fromkeys(GROUPS, "alder"),
    phases=PHASES,
    groups=frozenset(GROUPS),
    municipalities=frozenset(PLACES),
)


def agreement(slug: str) -> Agreement:
    return Agreement(slug, sectors=frozenset({"region", "kommune"}))


def made(name: str, of: str = "a", **fields: object) -> Row:
    given = {
        "key": name,
        "task_key": "moede",
        "situation": (),
        "phase": "ind",
        "target_groups": frozenset({"voksne"}),
        "places": frozenset(),
        "answers": says("center"),
        **fields,
    }
    return Row(id=name, agreement=of, **given)  # type: ignore[arg-type]


def says(who: str, payer: str = "center") -> tuple[frozenset[str] | None, ...]:
    paid = frozenset({payer}) if payer else frozenset[str]()
    return (frozenset({who}), frozenset(), paid, frozenset(), None)


def answering(rows: Sequence[Row]) -> Answering:
    return Answering(
        tuple(rows), {slug: agreement(slug) for slug in {r.agreement for r in rows}}
    )


def complete() -> list[Row]:
    """One row for each task, group and municipality, and each sector in each phase of
    each group's path.
    """
    tasks = [
        made(
            f"{task}-{group}-{place}",
            task_key=task,
            target_groups=frozenset({group}),
            places=frozenset({place}),
            phase="akut",
        )
        for task, group, place in product(TASKS, GROUPS, PLACES)
    ]
    path = [
        made(
            f"{phase}-{who}-{group}",
            task_key="",
            phase=phase,
            target_groups=frozenset({group}),
            answers=says(who),
        )
        for phase, who, group in product(PHASES, ("center", "kommune"), GROUPS)
    ]
    return tasks + path


def told_of(rows: Sequence[Row], yardstick: Yardstick = YARDSTICK) -> list[str]:
    return sorted(str(printed(f)) for f in findings(answering(rows), yardstick))


COMPLETE = complete()
ROWS = st.lists(
    st.builds(
        made,
        name=st.integers(0, 10**6).map("r{:07}".format),
        of=st.sampled_from("abc"),
        task_key=st.sampled_from(["", *TASKS]),
        situation=st.sampled_from([(), ("varigt",)]),
        phase=st.sampled_from([*PHASES, "alle-faser"]),
        target_groups=st.frozensets(st.sampled_from(GROUPS)),
        places=st.frozensets(st.sampled_from(PLACES)),
        answers=st.builds(
            says,
            st.sampled_from(["center", "kommune"]),
            st.sampled_from(["center", "kommune", ""]),
        ),
    ),
    max_size=8,
    unique_by=lambda row: row.id,
)


def test_a_complete_catalogue_has_no_findings() -> None:
    assert told_of(COMPLETE) == []


@given(st.sampled_from([row for row in COMPLETE if row.task_key]))
def test_a_task_taken_out_in_one_place_is_missed_only_by_who_has_it_nowhere(
    gone: Row,
) -> None:
    """Another municipality has it for the group, another group in the municipality."""
    assert told_of([row for row in COMPLETE if row is not gone]) == []


@given(st.sampled_from(TASKS), st.sampled_from(GROUPS))
def test_a_task_taken_out_for_a_group_is_exactly_its_gap(task: str, group: str) -> None:
    whole = [row for row in COMPLETE if row.places != frozenset({"Hillerød"})]
    everywhere = [replace(row, places=frozenset()) for row in whole]
    left = [
        row
        for row in everywhere
        if (row.task_key, row.target_groups) != (task, frozenset({group}))
    ]

    assert len(left) == len(everywhere) - 1
    missing = {"task_key": task, "target_group": group}
    assert told_of(left) == [str({"type": "gap", "missing": missing})]


@given(st.sampled_from(TASKS), st.sampled_from(PLACES))
def test_a_task_taken_out_in_a_municipality_is_exactly_its_gap(
    task: str, place: str
) -> None:
    everyone = [
        replace(row, target_groups=frozenset())
        for row in COMPLETE
        if row.target_groups == frozenset({"voksne"})
    ]
    left = [
        row
        for row in everyone
        if (row.task_key, row.places) != (task, frozenset({place}))
    ]

    assert len(left) == len(everyone) - 1
    missing = {"task_key": task, "municipality": place}
    assert told_of(left) == [str({"type": "gap", "missing": missing})]


@given(st.sampled_from([row for row in COMPLETE if row.phase in PHASES]))
def test_a_row_taken_out_of_a_path_is_exactly_its_gap(gone: Row) -> None:
    left = [row for row in COMPLETE if row is not gone]
    (actor,) = gone.actors("responsible")
    (group,) = gone.target_groups
    missing = {
        "phase": gone.phase,
        "sector": YARDSTICK.sectors[actor],
        "target_group": group,
    }

    # Before the first and after the last phase nobody is missed.
    expected = (
        [str({"type": "gap", "missing": missing})] if gone.phase == "under" else []
    )
    assert told_of(left) == expected


@settings(max_examples=examples(200), deadline=None)
@given(ROWS)
def test_a_copy_of_everything_in_another_agreement_adds_no_overlap_with_itself(
    rows: list[Row],
) -> None:
    of_one = [replace(row, agreement="a") for row in rows]
    alone = {tuple(sorted(pair)) for pair in contradicting(of_one)}
    copies = [replace(row, id=f"{row.id}x", agreement="z") for row in of_one]

    pairs = contradicting(of_one + copies)
    assert not any(one.rstrip("x") == other.rstrip("x") for one, other in pairs)
    assert alone == set()


@settings(max_examples=examples(200), deadline=None)
@given(ROWS, st.data())
def test_a_copy_of_one_row_in_its_own_agreement_contradicts_what_the_row_does(
    rows: list[Row], data: st.DataObject
) -> None:
    before = contradicting(rows)
    if not rows:
        return
    row = data.draw(st.sampled_from(rows))

    after = contradicting([*rows, replace(row, id=f"{row.id}x")])
    assert {(a.rstrip("x"), b.rstrip("x")) for a, b in after} == before


@settings(max_examples=examples(200), deadline=None)
@given(ROWS, ROWS, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(
    rows: list[Row], later: list[Row], random: object
) -> None:
    mixed, mixed_later = list(rows), list(later)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    random.shuffle(mixed_later)  # type: ignore[attr-defined]

    one = findings(answering(rows), YARDSTICK, answering(later))
    other = findings(answering(mixed), YARDSTICK, answering(mixed_later))
    assert [printed(f) for f in one] == [printed(f) for f in other]


@settings(max_examples=examples(300), deadline=None)
@given(ROWS)
def test_overlaps_are_those_of_looking_at_every_pair(rows: list[Row]) -> None:
    expected = {
        (one.id, other.id)
        for one, other in product(rows, rows)
        if one.id < other.id and disagree(one, other)
    }

    assert contradicting(rows) == expected


def disagree(one: Row, other: Row) -> bool:
    """As the words say it, without any of the rules' own."""

    def share(here: frozenset[str], there: frozenset[str]) -> bool:
        return here == frozenset() or there == frozenset() or bool(here & there)

    return (
        one.agreement != other.agreement
        and one.task_key == other.task_key != ""
        and one.situation == other.situation
        and (one.phase == other.phase or "alle-faser" in (one.phase, other.phase))
        and share(one.target_groups, other.target_groups)
        and share(one.places, other.places)
        and any(
            here and there and here != there
            for here, there in zip(one.answers, other.answers, strict=True)
        )
    )


def contradicting(rows: Sequence[Row]) -> set[tuple[str, str]]:
    found = [printed(finding) for finding in findings(answering(rows), YARDSTICK)]
    return {tuple(f["rows"]) for f in found if f["type"] == "overlap"}


@settings(max_examples=examples(200), deadline=None)
@given(ROWS, st.sampled_from(PLACES))
def test_one_municipality_has_the_overlaps_whose_rows_both_hold_there(
    rows: list[Row], place: str
) -> None:
    there = {row.id for row in rows if not row.places or place in row.places}
    found = findings(answering(rows).within(place), YARDSTICK)

    assert {
        tuple(printed(f)["rows"]) for f in found if printed(f)["type"] == "overlap"
    } == {pair for pair in contradicting(rows) if set(pair) <= there}


def test_one_municipality_sees_its_own_rows_and_those_of_everywhere() -> None:
    rows = [
        made("r1", places=frozenset({"Gribskov"})),
        made("r2", places=frozenset({"Hillerød"})),
        made("r3"),
    ]

    assert [row.id for row in answering(rows).within("Gribskov").rows] == ["r1", "r3"]


@settings(max_examples=examples(200), deadline=None)
@given(ROWS, st.sampled_from(PLACES))
def test_a_municipality_is_a_part_of_what_is_found_everywhere(
    rows: list[Row], place: str
) -> None:
    on, strict = answering(rows), replace(YARDSTICK, organisations=frozenset({"b"}))
    on = replace(
        on,
        agreements={
            **on.agreements,
            "c": Agreement("c", sectors=frozenset({"region"}), lost=LOST),
        },
    )
    afresh = findings(on.within(place), strict)

    part = findings_within(findings(on, strict), on, strict, place)
    assert sorted(map(str, part)) == sorted(map(str, afresh))
