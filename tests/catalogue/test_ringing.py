"""Whom an answer says to ring: few enough for a glance, and never only the reader."""

from dataclasses import replace

import pytest

from registry.catalogue.contacts import (
    IN_DOUBT,
    INFORMED,
    NAMED,
    RESPONSIBLE,
    Number,
    Reach,
)
from registry.catalogue.queries import Catalogue
from registry.catalogue.ringing import (
    ONES_OWN,
    OTHER_SIDE,
    PlaceToRing,
    asks_by_case,
    asks_of,
    cases_apart,
    is_reported,
    ones_own,
    receivers,
    reported_to,
    role_words,
    to_ring,
)
from registry.rules.reaching import VISITATION, WARD, Ask

CENTRE, HOME = Ask("centret", WARD), Ask("kommunen", VISITATION)
NUMBER = Number("nordby", "Nordby Kommune", "Visitationen", "11 11 11 11", "")


def reach(ask: Ask, *roles: str, numbers: tuple[Number, ...] = ()) -> Reach:
    return Reach(roles, ask.place, numbers, "", ask)


DOES, TOLD = reach(CENTRE, RESPONSIBLE), reach(HOME, INFORMED)


def test_who_does_it_and_who_is_to_be_told_are_rung() -> None:
    assert to_ring([DOES, TOLD]) == [DOES, TOLD]


def test_of_several_who_do_it_the_first_is_enough() -> None:
    doctor = reach(Ask("lægen"), RESPONSIBLE)
    assert to_ring([DOES, doctor, TOLD]) == [DOES, TOLD]


def test_one_of_each_side_that_does_it_is_rung() -> None:
    centre = replace(DOES, side="region")
    ward, home = replace(centre, actor="afdelingen"), reach(HOME, RESPONSIBLE)
    home = replace(home, side="kommune")
    assert to_ring([centre, ward, home]) == [centre, home]


def test_one_of_each_side_is_where_nobody_is_said_to_do_it() -> None:
    centre, home = (
        replace(reach(ask, NAMED), side=ask.place) for ask in (CENTRE, HOME)
    )
    assert to_ring([centre, home]) == [centre, home]


def test_one_who_has_a_number_is_never_left_out() -> None:
    ring = reach(HOME, RESPONSIBLE, numbers=(NUMBER,))
    assert to_ring([DOES, ring]) == [DOES, ring]


def test_the_same_number_stands_once() -> None:
    first = reach(HOME, RESPONSIBLE, numbers=(NUMBER,))
    again = reach(HOME, INFORMED, numbers=(NUMBER,))
    assert to_ring([first, again]) == [first]


def test_each_place_stands_once_and_says_whether_it_is_only_told() -> None:
    does, told = PlaceToRing(CENTRE, does=True), PlaceToRing(HOME, True)
    assert asks_of([DOES, TOLD, DOES]) == [does, told]
    assert asks_of([TOLD, DOES]) == [does, told]
    assert asks_of([TOLD, reach(HOME, RESPONSIBLE)]) == [PlaceToRing(HOME, does=True)]
    assert asks_of([reach(HOME, NAMED)]) == [PlaceToRing(HOME)]


def test_of_one_place_the_first_is_asked_for() -> None:
    nurse = Ask("kommunen", "kommunal hjemmesygepleje")
    asked = asks_of([reach(nurse, RESPONSIBLE), TOLD])
    assert [str(one.ask) for one in asked] == ["kommunen: kommunal hjemmesygepleje"]


def test_an_asker_who_does_it_himself_is_told_so() -> None:
    assert ones_own(asks_of([DOES, TOLD])) == ONES_OWN
    assert ones_own(asks_of([TOLD])) == ""


def test_an_asker_is_sent_to_the_other_side_where_nobody_is_said_to_do_it() -> None:
    assert ones_own(asks_of([reach(CENTRE, NAMED), reach(HOME, NAMED)])) == OTHER_SIDE


def test_who_does_not_do_it_is_named_with_what_it_is_to_the_row() -> None:
    assert role_words(TOLD) == ["skal have besked"]
    assert role_words(reach(HOME, IN_DOUBT, INFORMED)) == [
        "skal have besked",
        "nævnt ved tvivl",
    ]
    assert role_words(reach(HOME, NAMED)) == []


def test_of_who_does_it_nothing_more_is_said() -> None:
    assert role_words(reach(HOME, RESPONSIBLE, INFORMED)) == []


# In which case


def test_each_place_says_in_which_case_it_is_rung() -> None:
    cases = [
        ("under behandling", [DOES]),
        ("ved varigt behov", [reach(HOME, RESPONSIBLE)]),
    ]
    told = [(one.ask, one.case) for one in asks_by_case(cases)]
    assert told == [(CENTRE, "under behandling"), (HOME, "ved varigt behov")]


def test_a_place_of_several_cases_says_none() -> None:
    cases = [("voksne", [DOES]), ("børn", [DOES, reach(HOME, RESPONSIBLE)])]
    assert cases_apart(cases) == {"kommunen": "børn"}


def test_who_is_only_to_be_told_is_of_no_case() -> None:
    cases = [("voksne", [DOES, TOLD]), ("børn", [reach(Ask("BUC"), RESPONSIBLE)])]
    assert [one.case for one in asks_by_case(cases)] == ["voksne", "børn", ""]


@pytest.mark.parametrize(
    "cases",
    [
        [("voksne", [DOES])],
        [("voksne", [DOES]), ("", [reach(HOME, RESPONSIBLE)])],
        [],
    ],
)
def test_no_case_is_said_where_one_has_no_words(
    cases: list[tuple[str, list[Reach]]],
) -> None:
    assert cases_apart(cases) == {}
    assert not any(one.case for one in asks_by_case(cases))


# What is reported


@pytest.mark.parametrize(
    ("key", "receiver"),
    [("rapportere-til-kommunen", "Kommune"), ("rapportere-til-regionen", "Region")],
)
def test_what_whoever_finds_it_reports_says_to_whom(
    shipped: Catalogue, key: str, receiver: str
) -> None:
    snapshot = shipped.today()
    row = snapshot.row(f"utilsigtede-haendelser.{key}")
    assert is_reported(row)
    assert reported_to(snapshot, row) == receiver


def test_what_is_done_by_somebody_is_rung_about(shipped: Catalogue) -> None:
    snapshot = shipped.today()
    rung = [row for row in snapshot.answering_rows if not is_reported(row)]
    assert len(rung) > 100
    assert {reported_to(snapshot, row) for row in rung} == {""}


def test_receivers_stand_once_and_what_names_none_says_so() -> None:
    assert receivers(["Kommune", "", "Region", "Kommune"]) == "Kommune eller Region"
    assert receivers([""]) == "ikke oplyst"
