"""The status on a date: each rule and its boundary days, then all of them against the
oracle.

Also covers registry/rules/replacements.py.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from math import prod
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registry.rules.replacements import replacement_circle
from registry.rules.status import (
    ANSWERING,
    AgreementFacts,
    Cause,
    ContinuationFacts,
    Period,
    Status,
    StatusOn,
    VersionFacts,
    World,
    shown_version,
    status_on,
)
from tests.parts import examples
from tests.rules.status_oracle import history

OLD = "sundhedsaftale-2019-2023"
NEW = "sundhedsaftale-2024-2027"
PERIODS = {
    OLD: Period(date(2019, 7, 1), date(2024, 1, 1)),
    NEW: Period(date(2024, 1, 1), date(2028, 1, 1)),
}
REGION = "region-hovedstaden"
CEASES = date(2027, 1, 1)
DAY = timedelta(days=1)


def version(
    number: int = 1, begins: date = date(2020, 1, 1), **facts: object
) -> VersionFacts:
    return VersionFacts(number, begins, **facts)  # type: ignore[arg-type]


def decision(
    word: str, on: date, health_agreement: str = NEW, order: int = 0
) -> ContinuationFacts:
    return ContinuationFacts(health_agreement, word, on, order)


def world_of(
    ceased: dict[str, date] | None = None, **agreements: AgreementFacts
) -> World:
    return World(agreements, PERIODS, ceased or {})


def alone(
    *versions: VersionFacts,
    endings: tuple[date, ...] = (),
    continuations: tuple[ContinuationFacts, ...] = (),
    ceased: dict[str, date] | None = None,
) -> World:
    """A world of one agreement, `a`."""
    return world_of(ceased, a=AgreementFacts(versions, endings, continuations))


def says(world: World, on: date, slug: str = "a") -> Status:
    return status_on(world, slug, on).status


# In force, coming, and the version shown


def test_an_agreement_is_in_force_from_the_first_day_of_its_version() -> None:
    world = alone(version(begins=date(2020, 1, 1)))

    assert says(world, date(2019, 12, 31)) is Status.COMING
    assert status_on(world, "a", date(2020, 1, 1)) == StatusOn(
        Status.IN_FORCE, 1, Cause.PERIOD, date(2020, 1, 1)
    )


def test_a_coming_agreement_shows_no_version() -> None:
    assert status_on(alone(version()), "a", date(2019, 12, 31)) == StatusOn(
        Status.COMING, None, Cause.NOT_BEGUN
    )


def test_an_agreement_without_versions_is_coming() -> None:
    assert says(alone(), date(2020, 1, 1)) is Status.COMING


def test_the_version_shown_is_the_highest_number_that_has_begun() -> None:
    versions = (version(2, date(2022, 1, 1)), version(1, date(2020, 1, 1)))

    assert shown_version(versions, date(2019, 12, 31)) is None
    assert shown_version(versions, date(2021, 12, 31)) == versions[1]
    assert shown_version(versions, date(2022, 1, 1)) == versions[0]


def test_a_correction_with_an_earlier_date_hides_the_version_it_corrects() -> None:
    world = alone(version(1, date(2020, 1, 1)), version(2, date(2019, 9, 1)))

    assert status_on(world, "a", date(2019, 9, 1)).version == 2
    assert status_on(world, "a", date(2020, 1, 1)).version == 2


def test_a_correction_also_sets_the_period() -> None:
    world = alone(
        version(1, date(2020, 1, 1), in_force_until=date(2021, 1, 1)),
        version(2, date(2019, 9, 1), in_force_until=date(2025, 1, 1)),
    )

    assert says(world, date(2023, 1, 1)) is Status.IN_FORCE


# Endings


def test_an_ending_takes_effect_on_its_day_and_lasts() -> None:
    world = alone(version(), endings=(date(2022, 3, 1),))

    assert says(world, date(2022, 2, 28)) is Status.IN_FORCE
    assert status_on(world, "a", date(2022, 3, 1)) == StatusOn(
        Status.ENDED, 1, Cause.ENDING, date(2022, 3, 1)
    )
    assert says(world, date(2099, 1, 1)) is Status.ENDED


def test_of_two_endings_the_first_counts() -> None:
    world = alone(version(), endings=(date(2023, 1, 1), date(2022, 3, 1)))

    assert status_on(world, "a", date(2024, 1, 1)).since == date(2022, 3, 1)


def test_an_ending_stands_before_every_other_rule() -> None:
    ended = AgreementFacts(
        (version(made_under=OLD, formal_parties=frozenset({REGION})),),
        (date(2025, 1, 1),),
        (decision("viderefoeres", date(2024, 1, 1)),),
    )
    replacing = AgreementFacts(
        (version(begins=date(2025, 1, 1), replaces=frozenset({"a"})),)
    )

    world = world_of({REGION: date(2025, 1, 1)}, a=ended, b=replacing)

    assert says(world, date(2025, 1, 1)) is Status.ENDED


def test_an_agreement_that_ends_before_it_begins_has_ended() -> None:
    world = alone(version(begins=date(2025, 1, 1)), endings=(date(2024, 6, 1),))

    assert says(world, date(2024, 5, 31)) is Status.COMING
    assert status_on(world, "a", date(2024, 6, 1)) == StatusOn(
        Status.ENDED, None, Cause.ENDING, date(2024, 6, 1)
    )


def test_a_new_version_does_not_revive_an_ended_agreement() -> None:
    world = alone(version(), version(2, date(2023, 1, 1)), endings=(date(2022, 3, 1),))

    assert status_on(world, "a", date(2023, 1, 1)).status is Status.ENDED


# Replacement


def replaced_by(*versions: VersionFacts, endings: tuple[date, ...] = ()) -> World:
    return world_of(a=AgreementFacts((version(),)), b=AgreementFacts(versions, endings))


def test_an_agreement_is_replaced_on_the_day_its_replacement_begins() -> None:
    world = replaced_by(version(begins=date(2023, 5, 1), replaces=frozenset({"a"})))

    assert says(world, date(2023, 4, 30)) is Status.IN_FORCE
    assert status_on(world, "a", date(2023, 5, 1)) == StatusOn(
        Status.REPLACED, 1, Cause.REPLACEMENT, date(2023, 5, 1), "b"
    )
    assert says(world, date(2023, 5, 1), "b") is Status.IN_FORCE


def test_an_agreement_can_be_replaced_before_it_begins() -> None:
    world = replaced_by(version(begins=date(2019, 1, 1), replaces=frozenset({"a"})))

    assert status_on(world, "a", date(2019, 6, 1)) == StatusOn(
        Status.REPLACED, None, Cause.REPLACEMENT, date(2019, 1, 1), "b"
    )


def test_a_replaced_agreement_does_not_revive_when_its_replacement_ends() -> None:
    world = replaced_by(
        version(begins=date(2023, 5, 1), replaces=frozenset({"a"})),
        endings=(date(2024, 5, 1),),
    )

    assert says(world, date(2024, 5, 1)) is Status.REPLACED
    assert says(world, date(2024, 5, 1), "b") is Status.ENDED


@pytest.mark.parametrize("ending", [date(2022, 1, 1), date(2023, 5, 1)])
def test_an_agreement_that_ended_before_it_began_replaces_nothing(ending: date) -> None:
    world = replaced_by(
        version(begins=date(2023, 5, 1), replaces=frozenset({"a"})), endings=(ending,)
    )

    assert says(world, date(2023, 5, 1)) is Status.IN_FORCE


def test_an_agreement_that_ended_on_the_day_after_it_began_has_replaced() -> None:
    world = replaced_by(
        version(begins=date(2023, 5, 1), replaces=frozenset({"a"})),
        endings=(date(2023, 5, 2),),
    )

    assert says(world, date(2023, 5, 2)) is Status.REPLACED


def test_a_chain_of_replacements_leaves_only_the_last_in_force() -> None:
    world = world_of(
        a=AgreementFacts((version(),)),
        b=AgreementFacts(
            (version(begins=date(2022, 1, 1), replaces=frozenset({"a"})),)
        ),
        c=AgreementFacts(
            (version(begins=date(2024, 1, 1), replaces=frozenset({"b"})),)
        ),
    )

    statuses = {slug: status_on(world, slug, date(2024, 1, 1)) for slug in "abc"}

    assert (statuses["a"].status, statuses["a"].by) == (Status.REPLACED, "b")
    assert (statuses["b"].status, statuses["b"].by) == (Status.REPLACED, "c")
    assert statuses["c"].status is Status.IN_FORCE


def test_the_replacing_relation_counts_from_the_version_shown_on_the_date() -> None:
    world = replaced_by(
        version(1, date(2022, 1, 1)),
        version(2, date(2023, 1, 1), replaces=frozenset({"a"})),
        version(3, date(2024, 1, 1)),
    )

    assert says(world, date(2022, 12, 31)) is Status.IN_FORCE
    assert says(world, date(2023, 1, 1)) is Status.REPLACED
    assert says(world, date(2023, 12, 31)) is Status.REPLACED
    assert says(world, date(2024, 1, 1)) is Status.IN_FORCE


def test_a_replacement_counts_from_the_day_the_unbroken_relation_began() -> None:
    world = replaced_by(
        version(1, date(2021, 1, 1), replaces=frozenset({"a"})),
        version(2, date(2022, 1, 1)),
        version(3, date(2023, 1, 1), replaces=frozenset({"a"})),
        version(4, date(2024, 1, 1), replaces=frozenset({"a"})),
    )

    assert status_on(world, "a", date(2025, 1, 1)).since == date(2023, 1, 1)


def test_a_version_never_shown_replaces_nothing() -> None:
    world = replaced_by(
        version(1, date(2023, 1, 1), replaces=frozenset({"a"})),
        version(2, date(2022, 1, 1)),
    )

    assert says(world, date(2023, 1, 1)) is Status.IN_FORCE


def test_of_two_replacements_the_first_is_named() -> None:
    world = world_of(
        a=AgreementFacts((version(),)),
        b=AgreementFacts(
            (version(begins=date(2024, 1, 1), replaces=frozenset({"a"})),)
        ),
        c=AgreementFacts(
            (version(begins=date(2022, 1, 1), replaces=frozenset({"a"})),)
        ),
    )

    assert status_on(world, "a", date(2025, 1, 1)).by == "c"


# The period, and what becomes of it


def test_an_agreement_outlives_its_health_agreement_only_by_decision() -> None:
    world = alone(version(made_under=OLD))

    assert says(world, date(2023, 12, 31)) is Status.IN_FORCE
    assert status_on(world, "a", date(2024, 1, 1)) == StatusOn(
        Status.UNSETTLED, 1, Cause.NO_CONTINUATION, date(2024, 1, 1)
    )


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("viderefoeres", Status.CONTINUED),
        ("ophoerer", Status.ENDED),
        ("afklares", Status.UNSETTLED),
    ],
)
def test_the_continuation_decides_when_the_period_is_over(
    word: str, status: Status
) -> None:
    world = alone(
        version(made_under=OLD), continuations=(decision(word, date(2024, 1, 1)),)
    )

    assert says(world, date(2023, 12, 31)) is Status.IN_FORCE
    assert status_on(world, "a", date(2024, 1, 1)) == StatusOn(
        status, 1, Cause.CONTINUATION, date(2024, 1, 1), NEW
    )


def test_a_continuation_with_late_effect_leaves_the_days_before_it_unsettled() -> None:
    world = alone(
        version(made_under=OLD),
        continuations=(decision("viderefoeres", date(2024, 6, 1)),),
    )

    assert says(world, date(2024, 5, 31)) is Status.UNSETTLED
    assert says(world, date(2024, 6, 1)) is Status.CONTINUED


def test_a_continuation_with_early_effect_waits_for_its_period() -> None:
    world = alone(
        version(made_under=OLD), continuations=(decision("ophoerer", date(2023, 6, 1)),)
    )

    assert says(world, date(2023, 12, 31)) is Status.IN_FORCE
    assert says(world, date(2024, 1, 1)) is Status.ENDED


def test_the_latest_continuation_in_effect_decides() -> None:
    world = alone(
        version(made_under=OLD),
        continuations=(
            decision("viderefoeres", date(2024, 1, 1), order=2),
            decision("ophoerer", date(2025, 1, 1), order=1),
        ),
    )

    assert says(world, date(2024, 12, 31)) is Status.CONTINUED
    assert says(world, date(2025, 1, 1)) is Status.ENDED


def test_of_two_continuations_of_one_day_the_later_recorded_decides() -> None:
    world = alone(
        version(made_under=OLD),
        continuations=(
            decision("viderefoeres", date(2024, 1, 1), order=2),
            decision("ophoerer", date(2024, 1, 1), order=1),
        ),
    )

    assert says(world, date(2024, 1, 1)) is Status.CONTINUED


def test_a_continuation_of_another_period_decides_nothing() -> None:
    world = alone(
        version(made_under=OLD),
        continuations=(decision("viderefoeres", date(2020, 1, 1), OLD),),
    )

    assert says(world, date(2024, 1, 1)) is Status.UNSETTLED


def test_a_continuation_does_not_outlive_its_period() -> None:
    world = alone(
        version(made_under=OLD),
        continuations=(decision("viderefoeres", date(2024, 1, 1)),),
    )

    assert says(world, date(2027, 12, 31)) is Status.CONTINUED
    assert says(world, date(2028, 1, 1)) is Status.UNSETTLED


def test_an_own_period_stands_before_that_of_the_health_agreement() -> None:
    longer = alone(version(made_under=OLD, in_force_until=date(2026, 1, 1)))
    shorter = alone(version(made_under=OLD, in_force_until=date(2022, 1, 1)))

    assert says(longer, date(2025, 12, 31)) is Status.IN_FORCE
    assert says(longer, date(2026, 1, 1)) is Status.UNSETTLED
    assert says(shorter, date(2021, 12, 31)) is Status.IN_FORCE
    assert says(shorter, date(2022, 1, 1)) is Status.UNSETTLED


def test_an_agreement_past_its_own_period_is_continued_within_the_same_period() -> None:
    world = alone(
        version(made_under=OLD, in_force_until=date(2022, 1, 1)),
        continuations=(decision("viderefoeres", date(2022, 1, 1), OLD),),
    )

    assert says(world, date(2022, 1, 1)) is Status.CONTINUED
    assert says(world, date(2024, 1, 1)) is Status.UNSETTLED


def test_a_continuation_has_no_say_while_the_period_runs() -> None:
    world = alone(version(), continuations=(decision("ophoerer", date(2024, 1, 1)),))

    assert says(world, date(2025, 1, 1)) is Status.IN_FORCE


def test_a_new_version_under_the_new_health_agreement_needs_no_continuation() -> None:
    world = alone(
        version(1, made_under=OLD), version(2, date(2025, 1, 1), made_under=NEW)
    )

    assert says(world, date(2024, 12, 31)) is Status.UNSETTLED
    assert says(world, date(2025, 1, 1)) is Status.IN_FORCE


def test_between_two_periods_nothing_is_decided() -> None:
    periods = {"x": Period(date(2020, 1, 1), date(2022, 1, 1)), **{NEW: PERIODS[NEW]}}
    facts = AgreementFacts(
        (version(made_under="x"),), (), (decision("viderefoeres", date(2022, 1, 1)),)
    )

    world = World({"a": facts}, periods, {})

    assert says(world, date(2023, 12, 31)) is Status.UNSETTLED
    assert says(world, date(2024, 1, 1)) is Status.CONTINUED


def test_where_periods_overlap_the_one_that_began_last_holds_the_date() -> None:
    periods = {OLD: Period(date(2019, 7, 1), date(2024, 7, 1)), NEW: PERIODS[NEW]}
    facts = AgreementFacts(
        (version(in_force_until=date(2023, 1, 1)),),
        (),
        (
            decision("viderefoeres", date(2023, 1, 1), OLD),
            decision("ophoerer", date(2023, 1, 1)),
        ),
    )

    world = World({"a": facts}, periods, {})

    assert says(world, date(2023, 12, 31)) is Status.CONTINUED
    assert says(world, date(2024, 1, 1)) is Status.ENDED


def test_a_health_agreement_not_known_sets_no_period() -> None:
    assert (
        says(alone(version(made_under="ukendt")), date(2030, 1, 1)) is Status.IN_FORCE
    )


# A formal party that ceases


def with_party(*continuations: ContinuationFacts, **facts: object) -> World:
    """An agreement of the region, which ceases on 1 January 2027."""
    facts = {"made_under": NEW, "formal_parties": frozenset({REGION}), **facts}
    return alone(version(**facts), continuations=continuations, ceased={REGION: CEASES})


def test_an_agreement_is_unsettled_from_the_day_a_formal_party_has_ceased() -> None:
    world = with_party()

    assert says(world, CEASES - DAY) is Status.IN_FORCE
    assert status_on(world, "a", CEASES) == StatusOn(
        Status.UNSETTLED, 1, Cause.PARTY_CEASED, CEASES, REGION
    )


def test_parties_that_are_not_formal_may_cease() -> None:
    assert says(with_party(formal_parties=frozenset()), CEASES) is Status.IN_FORCE


def test_a_continuation_decided_after_the_cessation_settles_it() -> None:
    world = with_party(decision("viderefoeres", date(2027, 3, 1)))

    assert says(world, date(2027, 2, 28)) is Status.UNSETTLED
    assert status_on(world, "a", date(2027, 3, 1)) == StatusOn(
        Status.CONTINUED, 1, Cause.CONTINUATION, date(2027, 3, 1), NEW
    )


def test_a_continuation_of_the_day_of_the_cessation_settles_it() -> None:
    assert says(with_party(decision("ophoerer", CEASES)), CEASES) is Status.ENDED


def test_a_continuation_decided_before_the_cessation_settles_nothing() -> None:
    world = with_party(decision("viderefoeres", CEASES - DAY))

    assert says(world, date(2027, 6, 1)) is Status.UNSETTLED


def test_a_second_cessation_needs_a_decision_of_its_own() -> None:
    facts = AgreementFacts(
        (version(formal_parties=frozenset({REGION, "kommune"})),),
        (),
        (decision("viderefoeres", date(2025, 6, 1)),),
    )
    world = world_of({"kommune": date(2025, 1, 1), REGION: CEASES}, a=facts)

    assert says(world, date(2025, 5, 31)) is Status.UNSETTLED
    assert says(world, date(2026, 12, 31)) is Status.CONTINUED
    assert status_on(world, "a", CEASES) == StatusOn(
        Status.UNSETTLED, 1, Cause.PARTY_CEASED, CEASES, REGION
    )


def test_a_new_version_without_the_ceased_party_is_in_force() -> None:
    world = alone(
        version(1, formal_parties=frozenset({REGION})),
        version(2, date(2027, 2, 1), formal_parties=frozenset({"region-oestdanmark"})),
        ceased={REGION: CEASES},
    )

    assert says(world, date(2027, 1, 31)) is Status.UNSETTLED
    assert says(world, date(2027, 2, 1)) is Status.IN_FORCE


def test_a_cessation_stands_before_an_expired_period() -> None:
    world = alone(
        version(made_under=OLD, formal_parties=frozenset({REGION})),
        continuations=(decision("viderefoeres", date(2024, 1, 1)),),
        ceased={REGION: CEASES},
    )

    assert says(world, CEASES - DAY) is Status.CONTINUED
    assert status_on(world, "a", CEASES).cause is Cause.PARTY_CEASED


def test_in_force_continued_and_unsettled_answer_questions() -> None:
    assert {Status.IN_FORCE, Status.CONTINUED, Status.UNSETTLED} == ANSWERING


# Circles of replacement


def test_a_chain_of_replacements_is_no_circle() -> None:
    assert replacement_circle({"c": ["b"], "b": ["a"]}) == ()
    assert replacement_circle({}) == ()


def test_two_ways_to_the_same_agreement_are_no_circle() -> None:
    assert replacement_circle({"d": ["b", "c"], "b": ["a"], "c": ["a"]}) == ()


def test_an_agreement_that_replaces_itself_is_a_circle() -> None:
    assert replacement_circle({"a": ["a"]}) == ["a", "a"]


def test_a_circle_is_told_from_where_it_closes() -> None:
    assert replacement_circle({"x": ["a"], "a": ["b"], "b": ["c"], "c": ["a"]}) == list(
        "abca"
    )


@given(
    st.dictionaries(
        st.sampled_from("abcde"),
        st.lists(st.sampled_from("abcde"), unique=True),
        max_size=5,
    )
)
@settings(max_examples=examples(150), deadline=None)
def test_a_circle_is_found_exactly_where_some_agreement_reaches_itself(
    replaces: dict[str, list[str]],
) -> None:
    reached = {slug: set(replaces.get(slug, ())) for slug in "abcde"}
    for _ in "abcde":
        for seen in reached.values():
            seen |= {further for slug in seen for further in reached[slug]}
    circle = replacement_circle(replaces)

    assert bool(circle) == any(slug in seen for slug, seen in reached.items())
    if circle:
        assert circle[0] == circle[-1]
        assert all(there in replaces[here] for here, there in pairwise(circle))


# Against the oracle. One number is drawn for each fact and taken apart into its fields:
# that is several times as fast as a draw for each field.

START = date(2026, 12, 20)
LENGTH = 10
SLUGS = ("a", "b", "c", "d")
PARTIES = ("p", "q")
HEALTH = ("g1", "g2", "g3")
WORDS = ("viderefoeres", "ophoerer", "afklares")


def parts_of(number: int, *sizes: int) -> list[int]:
    """The number's digits, where the places have these sizes."""
    parts = []
    for size in sizes:
        number, part = divmod(number, size)
        parts.append(part)
    return parts


def numbers(*sizes: int) -> st.SearchStrategy[list[int]]:
    return st.integers(0, prod(sizes) - 1).map(lambda number: parts_of(number, *sizes))


def day(number: int) -> date:
    return START + (number + 1) * DAY


def some(names: Sequence[str], mask: int) -> frozenset[str]:
    return frozenset(name for at, name in enumerate(names) if mask & 1 << at)


def make_version(
    number: int, replaceable: Sequence[str], parts: list[int]
) -> VersionFacts:
    begins, until, made_under, parties, replaces, law = parts
    return VersionFacts(
        number,
        day(begins),
        day(until) if until < LENGTH else None,
        (*HEALTH, None)[made_under],
        some(PARTIES, parties),
        some(replaceable, replaces),
        # One in four rests on an act.
        statutory=law == 0,
    )


def make_world(
    periods: list[list[int]], ceased: list[int], drawn: list[tuple[Any, ...]]
) -> World:
    """Only earlier slugs are replaced: no circle. No two periods begin together."""
    agreements = {}
    for at, (versions, endings, decisions) in enumerate(drawn):
        agreements[SLUGS[at]] = AgreementFacts(
            tuple(
                make_version(n, SLUGS[:at], parts)
                for n, parts in enumerate(versions, 1)
            ),
            tuple(day(number) for number in endings),
            tuple(
                ContinuationFacts(HEALTH[health], WORDS[word], day(on), order)
                for order, (health, word, on) in enumerate(decisions)
            ),
        )
    return World(
        agreements,
        {
            name: Period(day(start), day(start + length + 1))
            for name, (start, length) in zip(HEALTH, periods, strict=False)
        },
        {
            party: day(on)
            for party, on in zip(PARTIES, ceased, strict=True)
            if on < LENGTH
        },
    )


days = st.integers(0, LENGTH - 1)
versions = numbers(LENGTH, 3 * LENGTH, 4, 1 << len(PARTIES), 1 << len(SLUGS), 4)
decisions = numbers(len(HEALTH), len(WORDS), LENGTH)
worlds = st.builds(
    make_world,
    st.lists(
        numbers(LENGTH, LENGTH), max_size=len(HEALTH), unique_by=lambda parts: parts[0]
    ),
    numbers(*[LENGTH * 3 // 2] * len(PARTIES)),
    st.lists(
        st.tuples(
            st.lists(versions, max_size=4),
            st.lists(days, max_size=1),
            st.lists(decisions, max_size=4),
        ),
        min_size=1,
        max_size=len(SLUGS),
    ),
)


@given(worlds)
@settings(max_examples=examples(700), deadline=None)
def test_the_status_is_what_a_day_by_day_diary_says(world: World) -> None:
    for today, verdicts in history(world, START, day(2 * LENGTH)):
        for slug, verdict in verdicts.items():
            status = status_on(world, slug, today)
            assert (status.status, status.version) == (
                verdict.status,
                verdict.version,
            ), today
            assert verdict.replaced in (None, (status.by, status.since)), today
            assert status.since is None or status.since <= today
