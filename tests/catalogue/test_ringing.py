"""Whom a card says to ring: few enough for a glance, and never only the reader."""

from registry.catalogue.contacts import INFORMED, NAMED, RESPONSIBLE, Number, Reach
from registry.catalogue.ringing import Asked, asks_of, how_to, to_ring
from registry.rules.reaching import BY_TASK, WARD, Ask

CENTRE, HOME = Ask("centret", WARD), Ask("kommunen", BY_TASK)
NUMBER = Number("nordby", "Nordby Kommune", "Visitationen", "11 11 11 11", "")


def reach(ask: Ask, *roles: str, numbers: tuple[Number, ...] = ()) -> Reach:
    return Reach(roles, ask.place, numbers, "", ask)


DOES, TOLD = reach(CENTRE, RESPONSIBLE), reach(HOME, INFORMED)


def test_who_does_it_and_who_is_to_be_told_are_rung() -> None:
    assert to_ring([DOES, TOLD]) == [DOES, TOLD]


def test_of_several_who_do_it_the_first_is_enough() -> None:
    doctor = reach(Ask("lægen"), RESPONSIBLE)
    assert to_ring([DOES, doctor, TOLD]) == [DOES, TOLD]


def test_one_who_has_a_number_is_never_left_out() -> None:
    ring = reach(HOME, RESPONSIBLE, numbers=(NUMBER,))
    assert to_ring([DOES, ring]) == [DOES, ring]


def test_the_same_number_stands_once() -> None:
    first = reach(HOME, RESPONSIBLE, numbers=(NUMBER,))
    again = reach(HOME, INFORMED, numbers=(NUMBER,))
    assert to_ring([first, again]) == [first]


def test_each_place_stands_once_and_says_whether_it_is_only_told() -> None:
    assert asks_of([DOES, TOLD, DOES]) == [Asked(CENTRE), Asked(HOME, True)]
    assert asks_of([TOLD, reach(HOME, RESPONSIBLE)]) == [Asked(HOME)]
    assert asks_of([reach(HOME, NAMED)]) == [Asked(HOME)]


def test_how_to_get_through_is_said_once() -> None:
    assert how_to([HOME, CENTRE, HOME]) == f"bed hovednummeret om {BY_TASK}"
    nurse = Ask("kommunen", "kommunal hjemmesygepleje")
    told = how_to([CENTRE, nurse])
    assert told == f"bed hovednummeret om {WARD}, eller kommunal hjemmesygepleje"
    assert how_to([Ask("lægen")]) == ""
