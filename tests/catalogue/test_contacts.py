"""Whom to ring about a row, for a municipality.

Also covers registry/rules/reaching.py and registry/catalogue/actor_names.py.
"""

from dataclasses import replace
from datetime import date

import pytest

from registry.catalogue.actor_names import actors_named
from registry.catalogue.contacts import (
    IN_DOUBT,
    INFORMED,
    NAMED,
    RESPONSIBLE,
    Reach,
    numbers_around,
    reaches,
)
from registry.catalogue.queries import Catalogue
from registry.catalogue.snapshot import Row, Snapshot
from registry.catalogue.whereabouts import organisations_of
from registry.clock import Moment
from registry.models import ContactPoint, Snitflade
from registry.rules.reaching import BY_THEIR_PART, DECIDING, SERVED_BY, Ask
from tests.conftest import NOW
from tests.numbers import HOSPITAL, REGION, VISITATION, give_numbers

CHILD = "proeve-udskrivning.varsel-boern"


@pytest.fixture
def snapshot(catalogue: Catalogue, stopped_clock: object) -> Snapshot:
    give_numbers(catalogue, VISITATION, HOSPITAL, REGION)
    return catalogue.today()


def a_row(**fields: object) -> Row:
    stored = Snitflade(
        key="r", task_key="varsling", task="Varsle", phase="udskrivning", **fields
    )
    return Row("proeve", 1, stored, "varsling", True)


def said(reach: Reach) -> tuple[str, list[str]]:
    return reach.actor, [number.phone for number in reach.numbers]


def test_who_does_it_and_who_is_told_have_the_numbers_of_the_municipality(
    snapshot: Snapshot,
) -> None:
    row = a_row(responsible=["hospital"], informed=["kommune"])
    first, second = reaches(snapshot, row, "nordby")
    assert said(first) == ("Hospital", ["+45 22 22 22 22"])
    assert said(second) == ("Kommune", ["11 11 11 11"])
    assert (first.roles, second.roles) == ((RESPONSIBLE,), (INFORMED,))
    assert first.numbers[0].name == "Nordby Hospital"
    assert first.numbers[0].dialled == "+4522222222"


def test_who_decides_in_doubt_is_read_from_what_the_row_says_of_doubt(
    snapshot: Snapshot,
) -> None:
    row = a_row(responsible=["afdeling"], in_doubt="Den praktiserende læge afgør det.")
    assert [reach.roles for reach in reaches(snapshot, row, "nordby")] == [
        (RESPONSIBLE,),
        (IN_DOUBT,),
    ]


def test_one_who_has_two_parts_stands_once(snapshot: Snapshot) -> None:
    row = a_row(responsible=["kommune"], informed=["kommune"])
    assert [r.roles for r in reaches(snapshot, row, "nordby")] == [
        (RESPONSIBLE, INFORMED)
    ]


def test_without_a_number_it_says_where_to_ask_and_invents_none(
    snapshot: Snapshot,
) -> None:
    row = a_row(responsible=["kommune"])
    (reach,) = reaches(snapshot, row, "sydby")
    assert not reach.numbers
    assert reach.ask == Ask("Sydby Kommune", DECIDING.function)
    (reach,) = reaches(snapshot, row, None)
    assert not reach.numbers
    assert reach.ask == Ask("borgerens kommune", DECIDING.function)
    assert reach.is_by_place


def test_nobody_named_is_still_somebody_to_ask(shipped: Catalogue) -> None:
    now = shipped.at(Moment(date(2026, 12, 31)))
    listed = reaches(now, a_row(responsible=["ikke-oplyst"]), "ballerup")
    assert [(reach.actor, reach.roles) for reach in listed] == [
        ("Region", (NAMED,)),
        ("Kommune", (NAMED,)),
    ]


@pytest.mark.parametrize(
    ("fields", "actor"),
    [
        ({"treatment_responsible": ["hospital"]}, "Hospital"),
        ({"authority": ["kommune"], "contributes": ["hospital"]}, "Kommune"),
        ({"payer": ["kommune"]}, "Kommune"),
        ({"situation": "Borgeren udskrives fra et hospital"}, "Hospital"),
    ],
)
def test_whoever_else_the_row_names_is_rung_where_it_says_no_one(
    snapshot: Snapshot, fields: dict[str, object], actor: str
) -> None:
    row = a_row(responsible=["ikke-oplyst"], **fields)
    first, other = reaches(snapshot, row, None)
    assert (first.actor, first.roles) == (actor, (NAMED,))
    assert (other.side, other.roles) != (first.side, other.roles)


def test_a_citizen_who_does_it_is_not_rung_but_who_pays_is(shipped: Catalogue) -> None:
    now = shipped.at(Moment(date(2026, 12, 31)))
    row = a_row(responsible=["borger"], payer=["kommune"])
    assert [reach.actor for reach in reaches(now, row, None)] == ["Kommune"]


def test_the_one_inside_a_municipality_whom_the_task_names_is_asked_for(
    shipped: Catalogue,
) -> None:
    now = shipped.at(Moment(date(2026, 12, 31)))
    row = replace(a_row(responsible=["kommune"], informed=["hospital"]))
    row.snitflade.task = "Lade primærsygeplejersken komme samme dag"
    home, ward = reaches(now, row, "ballerup")
    assert home.ask == Ask("Ballerup Kommune", "kommunal hjemmesygepleje")
    assert ward.ask.function == "patientens afdeling"


def test_a_row_of_one_municipality_is_that_municipalitys(snapshot: Snapshot) -> None:
    row = replace(
        a_row(responsible=["kommune"]), facets={"municipality": frozenset({"nordby"})}
    )
    assert said(reaches(snapshot, row, None)[0]) == ("Kommune", ["11 11 11 11"])


def test_an_organisation_without_a_number_has_that_of_the_one_above_it(
    snapshot: Snapshot,
) -> None:
    kept = [p for p in snapshot.contact_points if p.organisation == "proeveregion"]
    shown = replace(snapshot, contact_points=kept)
    (reach,) = reaches(shown, a_row(responsible=["hospital"]), "nordby")
    assert said(reach) == ("Hospital", ["33 33 33 33"])


def test_a_function_that_names_the_actor_goes_before_others(snapshot: Snapshot) -> None:
    doctor = ContactPoint(
        organisation="nordby-hospital",
        function="Hospital, bagvagt",
        phone="44 44 44 44",
        recorded_at=NOW,
    )
    shown = replace(snapshot, contact_points=[*snapshot.contact_points, doctor])
    (reach,) = reaches(shown, a_row(responsible=["hospital"]), "nordby")
    assert said(reach) == ("Hospital", ["44 44 44 44"])


def test_the_shipped_actors_lead_to_the_organisations_that_serve_a_municipality(
    shipped: Catalogue,
) -> None:
    now = shipped.at(Moment(date(2026, 12, 31)))
    assert organisations_of(now, "hospital", "frederiksberg") == [
        "bispebjerg-og-frederiksberg-hospital"
    ]
    assert organisations_of(now, "psykiatrisk-center", "koebenhavn") == [
        "pc-koebenhavn",
        "pc-amager",
    ]
    assert organisations_of(now, "buc", None) == ["buc"]
    assert organisations_of(now, "handlekommune", "koebenhavn") == ["koebenhavn"]
    assert organisations_of(now, "praktiserende-laege", "koebenhavn") == []


def test_the_region_is_the_one_of_the_date(shipped: Catalogue) -> None:
    days = date(2026, 12, 31), date(2027, 1, 1)
    regions = [
        organisations_of(shipped.at(Moment(day)), "region", "koebenhavn")
        for day in days
    ]
    assert regions == [["region-hovedstaden"], ["region-oestdanmark"]]


def test_a_municipality_by_its_part_in_the_case_says_so(shipped: Catalogue) -> None:
    now = shipped.at(Moment(date(2026, 12, 31)))
    point = ContactPoint(
        organisation="koebenhavn", function="Visitation", phone="1", recorded_at=NOW
    )
    shown = replace(now, contact_points=[point])
    (reach,) = reaches(shown, a_row(responsible=["handlekommune"]), "koebenhavn")
    assert reach.only_if == "handlekommune"


def test_every_actor_of_the_tables_is_in_the_shipped_vocabulary(
    shipped: Catalogue,
) -> None:
    actors = shipped.at(Moment(date(2026, 12, 31))).vocabulary.schemes["actors"]
    assert actors.keys() >= {*SERVED_BY, *BY_THEIR_PART}


def test_the_longest_name_is_the_one_that_is_meant(shipped: Catalogue) -> None:
    now = shipped.at(Moment(date(2026, 12, 31)))
    assert actors_named(now, "Kommunens visitator spørger egen læge.") == [
        "kommune",
        "praktiserende-laege",
    ]
    assert actors_named(now, "Hvem der afgør uenigheden, er ikke oplyst.") == []


def test_the_numbers_around_a_municipality_are_its_own_and_those_who_serve_it(
    snapshot: Snapshot,
) -> None:
    phones = [number.phone for number in numbers_around(snapshot, "nordby")]
    assert phones == ["11 11 11 11", "+45 22 22 22 22", "33 33 33 33"]
    assert numbers_around(snapshot, None) == []
