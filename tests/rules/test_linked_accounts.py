"""Which accounts are one pair of eyes: each rule, then all against an oracle."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registry.rules.linked_accounts import (
    COMMAND_LINE,
    PROVIDER,
    AccountEvent,
    Eyes,
    Life,
    eyes_in,
    in_a_sentence,
    with_used_links,
)
from tests.parts import examples
from tests.rules.linked_accounts_oracle import one_pair, standing

LIFE = Life(10)
NAMES = ("ada", "bea", "gorm", "mads", "rita", COMMAND_LINE)


def events(*written: str, since: int = 10) -> list[AccountEvent]:
    """«ada gorm» for what Ada did to Gorm's account, in order; «ada gorm bea» where Bea
    confirmed it.
    """
    return [
        AccountEvent(place, by, account, "link", frozenset(confirmed))
        for place, line in enumerate(written, since)
        for by, account, *confirmed in [line.split()]
    ]


def test_without_acts_everybody_is_one_of_their_own() -> None:
    eyes = eyes_in([], LIFE)

    assert eyes.are_one("ada", "ada")
    assert not eyes.are_one("ada", "gorm")
    assert eyes.between("ada", ["gorm"]) == []


def test_who_made_an_account_what_it_is_is_one_with_it_both_ways() -> None:
    eyes = eyes_in(events("ada gorm"), LIFE)

    assert eyes.are_one("ada", "gorm")
    assert eyes.are_one("gorm", "ada")
    assert not eyes.are_one("ada", "rita")


def test_two_accounts_of_one_administrator_are_one_through_her() -> None:
    eyes = eyes_in(events("ada mads", "ada gorm", "rita bea"), LIFE)

    assert eyes.are_one("mads", "gorm")
    assert not eyes.are_one("mads", "rita")


def test_a_chain_is_followed_to_its_end_and_told_by_its_fewest_acts() -> None:
    chain = events("ada bea", "bea mads", "mads gorm", "rita gorm", "ada mads")

    eyes = eyes_in(chain, LIFE)

    assert eyes.are_one("ada", "rita")
    assert [event.place for event in eyes.between("ada", ["rita"])] == [12, 13, 14]
    assert eyes.between("rita", ["gorm", "ada"]) == [chain[3]]


@pytest.mark.parametrize(
    ("place", "one"), [(9, False), (10, True), (19, True), (20, False)]
)
def test_an_act_counts_from_the_first_entry_to_before_the_last(
    place: int, one: bool
) -> None:
    eyes = eyes_in(events("ada gorm", since=place), Life(10, 20))

    assert eyes.are_one("ada", "gorm") is one


def test_a_joining_holds_whenever_it_was_done() -> None:
    joining = AccountEvent(1, "rita", "rita-org", "join", lasting=True)

    assert eyes_in([joining], LIFE).are_one("rita", "rita-org")


def test_nobody_confirms_a_joining_away() -> None:
    joining = AccountEvent(1, "rita", "rita-org", "join", frozenset({"bea"}), True)

    assert eyes_in([joining], LIFE).are_one("rita", "rita-org")


@pytest.mark.parametrize("machine", [COMMAND_LINE, PROVIDER])
def test_a_machine_is_no_person_and_joins_nobody(machine: str) -> None:
    eyes = eyes_in(events(f"{machine} gorm", f"{machine} rita"), LIFE)

    assert not eyes.are_one("gorm", "rita")
    assert not eyes.are_one("gorm", machine)


def test_what_a_second_administrator_confirmed_binds_nobody() -> None:
    assert not eyes_in(events("ada gorm bea"), LIFE).are_one("ada", "gorm")


@pytest.mark.parametrize("confirmer", ["ada", "gorm", COMMAND_LINE])
def test_neither_of_the_two_nor_a_machine_confirms(confirmer: str) -> None:
    assert eyes_in(events(f"ada gorm {confirmer}"), LIFE).are_one("ada", "gorm")


def test_who_is_one_with_them_by_another_act_is_no_second() -> None:
    eyes = eyes_in(events("ada bea", "ada gorm bea"), LIFE)

    assert eyes.are_one("ada", "gorm")


def test_two_made_by_one_do_not_free_each_other() -> None:
    eyes = eyes_in(events("ada bea mads", "ada mads bea"), LIFE)

    assert eyes.are_one("bea", "mads")


def test_who_was_freed_may_free_others() -> None:
    eyes = eyes_in(events("ada gorm bea", "ada bea rita"), LIFE)

    assert not eyes.are_one("ada", "gorm")


OLD = 1


@pytest.mark.parametrize(
    "before",
    [["ada bea"], ["ada mads", "mads bea"], ["rita ada", "rita bea"], ["bea ada"]],
    ids=["made her", "made her maker", "both made by one", "was made by her"],
)
def test_who_was_made_by_the_first_before_the_draft_is_no_second(
    before: list[str],
) -> None:
    made = [*events(*before, since=OLD), *events("ada gorm bea")]

    assert eyes_in(made, LIFE).are_one("ada", "gorm")
    assert not eyes_in(made, LIFE).are_one("ada", "bea")


def test_who_was_made_by_the_first_and_confirmed_by_another_is_a_second() -> None:
    made = [*events("ada bea rita", since=OLD), *events("ada gorm bea")]

    assert not eyes_in(made, LIFE).are_one("ada", "gorm")


def test_one_made_by_the_first_does_not_make_another_a_second() -> None:
    made = [*events("ada mads", "ada bea mads", since=OLD), *events("ada gorm bea")]

    assert eyes_in(made, LIFE).are_one("ada", "gorm")


def test_two_who_once_did_something_to_one_account_are_seconds_all_the_same() -> None:
    made = [*events("ada mads", "bea mads", since=OLD), *events("ada gorm bea")]

    assert not eyes_in(made, LIFE).are_one("ada", "gorm")


def test_a_joined_account_has_the_makers_of_both() -> None:
    joining = AccountEvent(2, "bea", "bea-org", "join", lasting=True)
    made = [*events("ada bea-org", since=OLD), joining, *events("ada gorm bea")]

    assert eyes_in(made, LIFE).are_one("ada", "gorm")


def test_who_was_made_on_the_machine_is_a_second() -> None:
    made = [*events(f"{COMMAND_LINE} bea", since=OLD), *events("ada gorm bea")]

    assert not eyes_in(made, LIFE).are_one("ada", "gorm")


def test_using_a_link_counts_as_an_act_of_the_one_who_issued_it() -> None:
    issued = AccountEvent(3, "ada", "gorm", "link", frozenset({"bea"}))
    used = AccountEvent(12, "gorm", "gorm", "used")

    assert with_used_links([used, issued], "link", "used") == [
        issued,
        issued._replace(place=12),
    ]


def test_the_last_link_is_the_one_that_was_used() -> None:
    links = [
        AccountEvent(3, "ada", "gorm", "link"),
        AccountEvent(4, "bea", "gorm", "link"),
    ]
    used = AccountEvent(12, "gorm", "gorm", "used")

    assert with_used_links([*links, used], "link", "used")[-1].by == "bea"


def test_a_link_of_which_nothing_is_known_binds_nobody() -> None:
    used = AccountEvent(12, "gorm", "gorm", "used")

    assert with_used_links([used], "link", "used") == []


def test_acts_are_told_in_a_sentence() -> None:
    listed = events("ada gorm", "bea rita")

    assert in_a_sentence(listed, {"link": "lavede engangslink"}, {}) == (
        "ada lavede engangslink (gorm), bea lavede engangslink (rita)"
    )


ACTS = st.lists(
    st.builds(
        AccountEvent,
        place=st.integers(0, 8),
        by=st.sampled_from(NAMES),
        account=st.sampled_from(NAMES[:-1]),
        key=st.just("link"),
        confirmed_by=st.frozensets(st.sampled_from(NAMES), max_size=2),
        lasting=st.sampled_from([False, False, False, True]),
    ),
    max_size=7,
)
LIVES = st.builds(Life, begins=st.integers(0, 6), ends=st.none() | st.integers(2, 9))


@settings(max_examples=examples(300), deadline=None)
@given(listed=ACTS, life=LIVES)
def test_the_pairs_are_those_of_the_oracle(
    listed: list[AccountEvent], life: Life
) -> None:
    eyes = eyes_in(listed, life)

    assert sorted(eyes.binding) == sorted(standing(listed, life))
    for one, other in product(NAMES, NAMES):
        expected = one_pair(listed, life, one, other)
        assert eyes.are_one(one, other) is expected
        walked = eyes.between(one, [other])
        assert bool(walked) is (expected and one != other)
        assert Eyes(walked).are_one(one, other) or not expected


@settings(max_examples=examples(200), deadline=None)
@given(listed=ACTS, life=LIVES, more=ACTS)
def test_an_act_that_nobody_confirmed_never_parts_two(
    listed: list[AccountEvent], life: Life, more: list[AccountEvent]
) -> None:
    before = eyes_in(listed, life)
    plain = [event._replace(confirmed_by=frozenset()) for event in more]
    after = eyes_in([*listed, *plain], life)

    for one, other in product(NAMES, NAMES):
        assert after.are_one(one, other) or not before.are_one(one, other)
