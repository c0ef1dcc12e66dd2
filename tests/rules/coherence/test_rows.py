"""Rows as coherence is told of them, from a file, the catalogue or a draft.

Also covers registry/rules/coherence/stored.py and registry/rules/coherence/wording.py.
"""

import pytest

from registry.language.deadlines import Deadline
from registry.rules.coherence.rows import (
    DEADLINE,
    PLACE_OF,
    Agreement,
    Yardstick,
    ancestors,
    meet,
)
from registry.rules.coherence.stored import READ, row_of
from registry.rules.coherence.wording import situation_words, stated_deadline
from registry.rules.fields import ROW_FIELDS
from tests.publishing.samples import row


def of(text: str) -> object:
    return stated_deadline(Deadline(text, None, "", "", ""))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("inden for 3 døgn", "inden for 72 timer"),
        ("senest 24 timer", "inden 24 timer"),
        ("Senest 3 døgn før udskrivning", "72 timer før udskrivning"),
        ("Straks.", "straks"),
        ("Straks ved opkald", "Med det samme ved opkald"),
        ("omgående", "øjeblikkeligt"),
        ("3 døgn efter udskrivning", "3 døgn efter udskrivningen"),
        ("3 døgn efter udskrivning", "72 timer efter udskrivelsen"),
        ("ved udskrivning", "Ved udskrivelse"),
        ("senest dagen før", "1 dag før"),
        ("Senest dagen før udskrivning", "senest én dag før udskrivelsen"),
        ("ugen efter udskrivning", "1 uge efter udskrivning"),
        ("samme dag", "på samme dag"),
        ("Samme dag", "senest den samme dag"),
        ("højst 3 måneder", "inden 3 måneder"),
        ("højst 3 måneder", "maksimalt tre måneder"),
        ("op til 14 dage", "inden for 2 uger"),
        ("i løbet af 14 dage", "senest 14 dage"),
        ("inden fire uger", "senest 4 uger"),
        ("inden udskrivning", "før udskrivelsen"),
        ("3 dage inden udskrivning", "senest 3 dage før udskrivning"),
        ("hurtigst muligt", "snarest muligt"),
        ("så snart som muligt", "snarest"),
        ("4 uger efter modtaget henvisning", "4 uger efter modtagelse af henvisningen"),
        ("senest 1. april 2026", "senest 01.04.2026"),
    ],
)
def test_a_deadline_is_the_same_however_it_is_worded(one: str, other: str) -> None:
    assert of(one) == of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("senest 3 døgn", "tidligst 3 døgn"),
        ("3 dage før udskrivning", "3 dage efter udskrivning"),
        ("3 hverdage", "3 dage"),
        ("ved udskrivning", "senest ved udskrivning"),
        ("straks", "hurtigst muligt"),
        ("straks", "snarest"),
        ("straks ved opkald", "straks ved indlæggelse"),
        ("senest dagen før", "senest dagen efter"),
        ("højst 3 måneder", "mindst 3 måneder"),
        ("samme dag", "næste dag"),
        ("senest 1. april 2026", "senest 1. maj 2026"),
        ("kl. 19", "kl. 20"),
        ("inden kl. 8", "inden kl. 10"),
        ("3 dage efter flytning til hjemmet", "3 dage efter flytning fra hjemmet"),
        ("14 dage efter henvisning", "14 dage efter udskrivning"),
    ],
)
def test_another_deadline_is_another(one: str, other: str) -> None:
    assert of(one) != of(other)


def test_data_say_what_their_text_would() -> None:
    data = Deadline("Otte hverdage før", 8.0, "hverdage", "før", "udskrivning")

    assert stated_deadline(data) == of("8 hverdage før udskrivning")
    assert of("") is None


def test_an_empty_set_is_all_there_is() -> None:
    none, one = frozenset[str](), frozenset({"a"})

    assert meet(none, one)
    assert meet(one, frozenset({"a", "b"}))
    assert not meet(one, frozenset({"b"}))


KINDS = Yardstick(
    kinds={
        **dict.fromkeys(("voksne", "boern"), "alder"),
        **dict.fromkeys(("hjemloese", "dobbeltdiagnose"), "saerlig"),
        "psykisk": "psykiatri",
    },
    broader={"hjemloese": "voksne"},
)


def groups(*names: str) -> frozenset[str]:
    return frozenset(names)


@pytest.mark.parametrize(
    ("one", "other", "are_one", "may_be_one"),
    [
        ((), ("voksne", "psykisk"), True, True),
        (("voksne", "psykisk"), ("voksne", "psykisk"), True, True),
        (("voksne", "boern"), ("boern",), True, True),
        (("voksne", "psykisk"), ("boern", "psykisk"), False, False),
        (("voksne", "psykisk"), ("voksne",), False, True),
        (("voksne",), ("hjemloese",), False, True),
        (("boern",), ("hjemloese",), False, False),
        (("hjemloese", "psykisk"), ("dobbeltdiagnose", "psykisk"), False, False),
    ],
)
def test_groups_of_one_kind_stand_beside_each_other_and_of_several_narrow(
    one: tuple[str, ...], other: tuple[str, ...], are_one: bool, may_be_one: bool
) -> None:
    for here, there in ((one, other), (other, one)):
        assert KINDS.are_one(groups(*here), groups(*there)) is are_one
        assert KINDS.may_be_one(groups(*here), groups(*there)) is may_be_one


def test_a_group_is_covered_by_a_broader_one_also_in_a_circle() -> None:
    yardstick = Yardstick(broader={"a": "b", "b": "c", "c": "a"})

    assert yardstick.covers(frozenset({"c"}), "a")
    assert not yardstick.covers(frozenset({"d"}), "a")


def test_ancestors_end_also_where_supplements_go_round() -> None:
    found = {
        "a": Agreement("a", parents=frozenset({"b"})),
        "b": Agreement("b", parents=frozenset({"a", "gone"})),
    }

    assert ancestors(found, "a") == {"a", "b", "gone"}


def test_a_stored_row_says_what_its_fields_say() -> None:
    given = row(payer=("ikke-oplyst",), authority=("ikke-relevant",))
    made = row_of(given, "aftale", task_key="nyt")

    assert set(READ) <= {field.name for field in ROW_FIELDS}
    assert (made.id, made.task_key) == (f"aftale.{given['key']}", "nyt")
    assert made.actors("responsible") == {"psykiatrisk-center"}
    assert not made.answers[2]
    assert made.answers[1]
    assert made.actors("authority") == frozenset()
    assert made.bearers == {"psykiatrisk-center", "overlaege"}


def test_a_stored_row_says_whether_a_law_bears_it() -> None:
    assert row_of(row(legal_basis="Straffeloven § 68"), "a").lawful
    assert not row_of(row(legal_basis=""), "a").lawful


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ved udskrivning", "ved udskrivningen"),
        ("Ved udskrivning.", "ved udskrivelsen"),
        ("Hjælp i 3 døgn", "hjælp i 72 timer"),
        ("Når patienten er indlagt", "når patienten bliver indlagt"),
        ("Borgere i botilbud", "Borgeren i et botilbud"),
    ],
)
def test_a_situation_is_the_same_however_its_words_are_inflected(
    one: str, other: str
) -> None:
    assert situation_words(one) == situation_words(other) != ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("før udskrivning", "efter udskrivning"),
        ("kan komme hjem", "kan ikke komme hjem"),
        ("fra hospital", "til hospital"),
        ("med pårørende", "uden pårørende"),
        ("under 18 år", "over 18 år"),
        ("før 1. januar 2027", "før 1. marts 2027"),
        ("kl. 8-16", "kl. 16-8"),
        ("80 %", "80"),
    ],
)
def test_another_situation_is_another(one: str, other: str) -> None:
    assert situation_words(one) != situation_words(other)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "Ikke oplyst",
            "ikke oplyst.",
            "Fremgår ikke",
            "fremgår ikke af aftalen.",
        ),
        *("Fristen er ikke angivet", "Ikke anført i aftalen"),
    ],
)
def test_a_deadline_that_says_that_none_is_known_is_not_stated(text: str) -> None:
    bare = {"deadline_amount": None, "deadline_unit": ""}

    made = row_of(row(deadline=text, **bare), "a")

    assert of(text) is None
    assert made.answers[PLACE_OF[DEADLINE]] is None


@pytest.mark.parametrize(
    ("told", "stated"),
    [("Regionen betaler.", True), ("", False), ("Ikke oplyst", False)],
)
def test_the_economics_of_a_stored_row_are_its_own(told: str, stated: bool) -> None:
    assert row_of(row(economic_consequences=told), "a").economics is stated
