"""Whom to ring where nothing answers. Also covers registry/rules/around.py."""

from datetime import date

import pytest

from registry.catalogue.around import around
from registry.catalogue.queries import Catalogue
from registry.catalogue.snapshot import Snapshot
from registry.clock import Moment
from tests.numbers import HOSPITAL, give_numbers
from tests.numbers import VISITATION as VISITATION_OF_NORDBY

WARD = "patientens afdeling"
VISITATION = "kommunens visitation eller rette forvaltning"
AT_HOME = f"er borgeren hjemme: borgerens kommune: {VISITATION}"
DOCTOR = "lægehuset hos borgerens egen læge"


@pytest.fixture
def now(shipped: Catalogue) -> Snapshot:
    return shipped.at(Moment(date(2026, 12, 30)))


def named(snapshot: Snapshot, text: str, place: str | None = None) -> list[str]:
    return [str(one) for one in around(snapshot, text, place).places]


@pytest.mark.parametrize(
    ("question", "whom"),
    [
        (
            "hvem giver batterier",
            [f"er patienten indlagt: hospitalet: {WARD}", AT_HOME],
        ),
        (
            "hun er indlagt og græder",
            [f"hospitalet: {WARD}", f"borgerens kommune: {VISITATION}"],
        ),
        (
            "dårlig beboer på plejehjemmet",
            [DOCTOR, f"borgerens kommune: {VISITATION}"],
        ),
        (
            "han kom hjem fra hospitalet i går uden piller",
            [
                "hospitalet: den afdeling, der udskrev",
                f"borgerens kommune: {VISITATION}",
            ],
        ),
        (
            "indlagt på psykiatrisk afdeling uden piller",
            [f"psykiatrisk center: {WARD}", f"borgerens kommune: {VISITATION}"],
        ),
        (
            "indlagt på Rigshospitalet uden piller",
            [f"Rigshospitalet: {WARD}", f"borgerens kommune: {VISITATION}"],
        ),
    ],
)
def test_where_the_patient_is_decides(
    now: Snapshot, question: str, whom: list[str]
) -> None:
    assert named(now, question) == whom


@pytest.mark.parametrize(
    ("question", "left_out"),
    [
        ("vi i kommunen mangler en nøgle", "kommune"),
        ("jeg er sagsbehandler og mangler en nøgle", "kommune"),
        ("vi på afdelingen mangler en nøgle", "hospital"),
        ("vi i almen praksis mangler en nøgle", "egen læge"),
        ("han kommer til os på plejehjemmet uden nøgle", "kommune"),
        ("hvad gør vi i Ballerup Kommune uden nøgle", "kommune"),
        ("jeg er sygeplejerske på afdelingen og mangler en nøgle", "hospital"),
        ("jeg arbejder på et plejehjem", "kommune"),
        ("jeg ringer fra akutmodtagelsen om en nøgle", "hospital"),
        ("hvad gør jeg som praktiserende læge", "egen læge"),
    ],
)
def test_nobody_is_sent_to_the_side_that_he_is_on(
    now: Snapshot, question: str, left_out: str
) -> None:
    ringing = around(now, question, None)
    assert len(ringing.places) == 2
    assert left_out not in " ".join(map(str, ringing.places))
    assert ringing.known_side


@pytest.mark.parametrize(
    "question",
    [
        "borgeren kommer til os fra sygehuset uden briller",
        "vi mangler svar fra afdelingen om hans briller",
        "vi mangler svar fra kommunen om hunden",
        "vi venter på kommunen",
        "kan jeg få hjælp fra kommunen",
        "hvem ringer vi i kommunen",
        "hvem skal jeg på sygehuset have fat i",
        "kan nogen hjælpe os på sygehuset",
        "han kom hjem til os i aftes, afdelingen svarer ikke",
        "jeg er på skadestuen med min søn",
        "skal vi på hospitalet",
        "hvem har han som egen læge",
        "jeg er på hospitalet og må ikke komme hjem",
        "jeg er på plejehjemmet og har det skidt",
        "hvad gør vi i praksis når medicinen mangler",
    ],
)
def test_where_one_waits_or_gets_something_is_not_the_side_that_one_is_on(
    now: Snapshot, question: str
) -> None:
    assert not around(now, question, None).known_side


@pytest.mark.parametrize(
    "question",
    [
        "hvem samler kommunerne om sundhed",
        "hvilken region hører byen til",
        "ligger den i nord eller midt",
        "hvad er taksten for 2026",
        "er sundhedsaftalen vedtaget",
        "er tandplejeaftalen godkendt",
        "er børne- og ungeaftalen godkendt",
        "hvilke lokale aftaler har kommunen",
        "er der en skriftlig aftale",
    ],
)
def test_of_agreements_no_ward_is_rung(now: Snapshot, question: str) -> None:
    assert named(now, question) == [
        "regionen: sekretariatet",
        "kommunen: sekretariatet",
    ]
    assert named(now, question, "ballerup")[1] == "Ballerup Kommune: sekretariatet"


@pytest.mark.parametrize(
    "question",
    [
        "skal patienten have en udskrivningsaftale",
        "kommunerne vil ikke tage hende",
        "pigen har slugt en knap, er der aftale om hvem vi ringer til",
        "naboen er faldet, er der en aftale",
        "den gamle har ingen aftale",
        "mormor græder, hvilken aftale er der",
        "drengene har ingen aftale",
        "er der en aftale om børn",
        "der er ingen plejeaftale og alt bløder",
        "vi har ingen behandlingsaftale",
        "hvem laver en tidsaftale",
        "mangler der en medicinaftale",
        "hvem aftaler tid hos tandlægen",
        "skal vi aftale en tid",
        "er det godkendt at give slik",
        "er hjælpemidlet godkendt",
        "døende på plejehjem, hvad siger aftalen",
        "patient med ilt, iltaftale udløbet",
        "en ældre med delir, hvad siger aftalen",
        "akut syg og aftalen siger intet",
        "selvmordstruet, hvilken aftale gælder",
    ],
)
def test_of_somebody_no_secretariat_is(now: Snapshot, question: str) -> None:
    assert "sekretariatet" not in " ".join(named(now, question))


def test_of_a_child_those_who_have_childrens_matters_are(now: Snapshot) -> None:
    assert named(now, "min søn i børnepsykiatrien græder", "ballerup") == [
        f"er patienten indlagt: Børne- og Ungdomspsykiatrisk Center (BUC): {WARD}",
        "er borgeren hjemme: Ballerup Kommune: rette forvaltning for børn og unge",
    ]


@pytest.mark.parametrize(
    ("question", "houses"),
    [
        ("psykiatrisk patient", "Psykiatrisk Center Ballerup"),
        ("medicinsk patient", "Herlev og Gentofte Hospital"),
        ("patient", "Herlev og Gentofte Hospital eller Psykiatrisk Center Ballerup"),
    ],
)
def test_the_houses_of_the_municipality_are_named_on_one_line(
    now: Snapshot, question: str, houses: str
) -> None:
    first, second = named(now, question, "ballerup")
    assert first == f"er patienten indlagt: {houses}: {WARD}"
    assert second == f"er borgeren hjemme: Ballerup Kommune: {VISITATION}"


def test_a_number_stands_by_the_case_that_it_is_for(
    catalogue: Catalogue, stopped_clock: object
) -> None:
    give_numbers(catalogue, VISITATION_OF_NORDBY, HOSPITAL)
    ringing = around(catalogue.today(), "patienten græder", "nordby")
    cases = [one.case for one in ringing.places]
    phones = [[n.phone for n in numbers] for numbers in ringing.numbers]

    assert cases == ["er patienten indlagt", "er borgeren hjemme"]
    assert phones == [["+45 22 22 22 22"], ["11 11 11 11"]]
    assert ringing.has_numbers


def test_a_secretariat_has_no_number_of_another_function(
    catalogue: Catalogue, stopped_clock: object
) -> None:
    give_numbers(catalogue, VISITATION_OF_NORDBY, HOSPITAL)
    assert not around(catalogue.today(), "er aftalen vedtaget", "nordby").has_numbers
