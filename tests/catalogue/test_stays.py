"""Where the patient of a question is, and whom one therefore asks for."""

import pytest

from registry.catalogue.contacts import NAMED, reaches
from registry.catalogue.queries import Catalogue
from registry.catalogue.snapshot import Row, Snapshot
from registry.catalogue.stays import ANYWHERE, Stay, stay_in
from registry.catalogue.whereabouts import where_it_lies
from registry.models import Snitflade
from registry.rules.organisations import HOSPITAL, PSYCHIATRIC_CENTRE
from registry.rules.reaching import BY_TASK, DISCHARGING, ROUND_THE_CLOCK, WARD


@pytest.fixture
def snapshot(catalogue: Catalogue, stopped_clock: object) -> Snapshot:
    return catalogue.today()


def a_row(**fields: object) -> Row:
    values = {"task": "Varsle", "phase": "udskrivning", **fields}
    stored = Snitflade(key="r", task_key="varsling", **values)
    return Row("proeve", 1, stored, "varsling", True)


@pytest.mark.parametrize(
    "question",
    [
        "ligger på Nordby Hospital, hvem sender advis",
        "hun er indlagt på nordby og skal hjem",
        "patienten er overflyttet til Nordby",
        "får Nordby hospitals afdeling besked",
    ],
)
def test_a_hospital_that_is_named_is_where_the_patient_lies(
    snapshot: Snapshot, question: str
) -> None:
    assert stay_in(snapshot, question).houses == {"hospital": ["nordby-hospital"]}


def test_a_town_alone_is_no_hospital(snapshot: Snapshot) -> None:
    assert stay_in(snapshot, "borgeren bor i Nordby") == ANYWHERE


@pytest.mark.parametrize(
    ("question", "function"),
    [
        ("dårlig beboer på plejecentret", BY_TASK),
        ("borger på botilbud skal tilses", BY_TASK),
        ("vi kommer i eget hjem", BY_TASK),
        ("kom hjem fra psyk i går", DISCHARGING),
        ("han er lige udskrevet", DISCHARGING),
        ("beboer på plejehjem er indlagt på hospitalet", ""),
        ("skal udskrives til plejehjem", ""),
        ("beboer på plejehjem går ambulant på øjenklinik", ""),
        ("hjemmeboende til ambulante kontroller", ""),
        ("beboer på botilbud kommer i ambulatoriet", ""),
        ("hvem varsler kommunen", ""),
    ],
)
def test_who_is_not_at_a_hospital_has_no_ward(
    snapshot: Snapshot, question: str, function: str
) -> None:
    assert stay_in(snapshot, question).function == function


def test_the_named_hospital_is_rung_and_not_the_municipalitys(
    snapshot: Snapshot,
) -> None:
    stay = Stay({"hospital": ["sydby-hospital"]})
    row = a_row(responsible=["hospital"])
    (named,) = reaches(snapshot, row, "nordby", stay)
    (own,) = reaches(snapshot, row, "nordby")

    assert own.ask.place == "Nordby Hospital"
    assert named.ask.place == snapshot.organisation_name("sydby-hospital")
    assert named.ask.function == WARD


def test_at_home_whoever_has_the_task_is_asked_for(snapshot: Snapshot) -> None:
    (reach,) = reaches(
        snapshot, a_row(responsible=["region"]), None, Stay(function=BY_TASK)
    )
    assert (reach.ask.place, reach.ask.function) == ("regionen", BY_TASK)


def test_a_row_reached_at_all_hours_sends_nobody_to_an_office(
    snapshot: Snapshot,
) -> None:
    row = a_row(
        task="Kunne nås på telefon", responsible=["kommune"], deadline="Hele døgnet"
    )
    by_day = a_row(task="Kunne nås på telefon", responsible=["kommune"])

    (reach,), (other,) = (reaches(snapshot, r, "nordby") for r in (row, by_day))
    assert reach.ask.function == ROUND_THE_CLOCK
    assert "visitation" in other.ask.function


def test_all_parties_are_nobody_to_ring_but_each_side_is(snapshot: Snapshot) -> None:
    listed = reaches(snapshot, a_row(responsible=["alle-parter"]), None)

    assert [reach.actor.lower() for reach in listed] == ["region", "kommune"]
    assert all(reach.roles == (NAMED,) for reach in listed)


@pytest.mark.parametrize(
    ("question", "houses"),
    [
        ("overflyttet til nordby fra Sydby Hospital", ["nordby", "sydby"]),
        ("fra Sydby Hospital til Nordby Hospital", ["sydby", "nordby"]),
        ("Nordby Hospital eller Sydby Hospital, Nordby Hospital", ["nordby", "sydby"]),
    ],
)
def test_of_two_hospitals_both_are_asked_in_the_order_of_the_question(
    snapshot: Snapshot, question: str, houses: list[str]
) -> None:
    stay = stay_in(snapshot, question)
    assert stay.houses == {"hospital": [f"{name}-hospital" for name in houses]}

    (reach,) = reaches(snapshot, a_row(responsible=["hospital"]), "nordby", stay)
    names = [snapshot.organisation_name(slug) for slug in stay.houses["hospital"]]
    assert reach.ask.place == " eller ".join(names)


@pytest.mark.parametrize(
    ("question", "houses"),
    [
        ("indlagt på PC Sct. Hans", {PSYCHIATRIC_CENTRE: ["pc-sct-hans"]}),
        (
            "ligger på Psykiatrisk Center Sct. Hans",
            {PSYCHIATRIC_CENTRE: ["pc-sct-hans"]},
        ),
        ("kommer fra Skt. Hans Hospital", {PSYCHIATRIC_CENTRE: ["pc-sct-hans"]}),
        ("efter sankt hans", {}),
        ("indlagt på BUC", {PSYCHIATRIC_CENTRE: ["buc"]}),
        ("BUC's afdeling i Glostrup", {PSYCHIATRIC_CENTRE: ["buc"]}),
        (
            "indlagt på Børne- og Ungdomspsykiatrisk Center (BUC)",
            {PSYCHIATRIC_CENTRE: ["buc"]},
        ),
        (
            "på Børne- og Ungdomspsykiatrisk Center",
            {PSYCHIATRIC_CENTRE: ["buc"]},
        ),
        ("er han på Riget", {HOSPITAL: ["rigshospitalet"]}),
        (
            "fra PC Amager til Amager Hospital",
            {
                PSYCHIATRIC_CENTRE: ["pc-amager"],
                HOSPITAL: ["amager-og-hvidovre-hospital"],
            },
        ),
        ("skal Region Hovedstadens Psykiatri eller hospitalet sende epikrisen", {}),
    ],
)
def test_each_house_is_known_by_its_names_and_no_other_is_a_house(
    shipped: Catalogue, question: str, houses: dict[str, list[str]]
) -> None:
    assert stay_in(shipped.today(), question).houses == houses


def test_the_centre_of_children_is_no_centre_of_adults() -> None:
    stay = Stay({PSYCHIATRIC_CENTRE: ["buc"]})
    assert where_it_lies("psykiatrisk-center", stay) == ["buc"]
    assert where_it_lies("voksenpsykiatrisk-center", stay) == []
