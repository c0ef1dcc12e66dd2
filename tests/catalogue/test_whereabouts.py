"""Whom to ask where no number is known: the organisation, else the actor; never
nobody. Also covers registry/rules/reaching.py.
"""

from datetime import date

import pytest

from registry.catalogue.contacts import reaches
from registry.catalogue.queries import Catalogue
from registry.catalogue.snapshot import Row, Snapshot
from registry.catalogue.whereabouts import where_to_ask_around
from registry.clock import Moment
from registry.models import Snitflade
from registry.rules.fields import Scheme
from registry.unsaid import NOT_APPLICABLE, NOT_STATED


@pytest.fixture
def now(shipped: Catalogue) -> Snapshot:
    return shipped.at(Moment(date(2026, 12, 31)))


def asked(snapshot: Snapshot, actor: str, place: str | None, *groups: str) -> str:
    stored = Snitflade(
        key="r",
        task_key="varsling",
        task="Varsle",
        phase="udskrivning",
        responsible=[actor],
        target_groups=list(groups),
    )
    row = Row("proeve", 1, stored, "varsling", True)
    return str(reaches(snapshot, row, place)[0].ask)


@pytest.mark.parametrize(
    ("actor", "ask"),
    [
        (
            "psykiatrisk-center",
            "Psykiatrisk Center Ballerup: patientens afdeling",
        ),
        ("kommune", "Ballerup Kommune: kommunens visitation eller rette forvaltning"),
        ("handlekommune", "Ballerup Kommune: kommunens visitation"),
        ("jobcenter", "Ballerup Kommune: jobcenter"),
        ("visiterende-kommune", "Ballerup Kommune: kommunens visitation"),
        ("kommunalbestyrelse", "Ballerup Kommune: sekretariatet"),
        ("buc", "Børne- og Ungdomspsykiatrisk Center (BUC): patientens afdeling"),
    ],
)
def test_the_organisation_of_the_municipality_is_named(
    now: Snapshot, actor: str, ask: str
) -> None:
    assert asked(now, actor, "ballerup").startswith(ask)


@pytest.mark.parametrize(
    ("actor", "ask"),
    [
        ("psykiatrisk-center", "psykiatrisk center: patientens afdeling"),
        ("hospital", "hospitalet: patientens afdeling"),
        (
            "kommune",
            "borgerens kommune: kommunens visitation eller rette forvaltning",
        ),
        (
            "handlekommune",
            "borgerens handlekommune: kommunens visitation eller rette forvaltning",
        ),
        ("jobcenter", "borgerens kommune: jobcenter"),
        ("praktiserende-laege", "lægehuset hos borgerens egen læge"),
        ("overlaege", "den behandlingsansvarlige overlæge, der har patienten"),
        ("regionsraad", "sekretariatet for regionsrådet"),
        ("den-der-opdager", "regionen: patientens afdeling"),
        ("somatisk-afdeling", "hospitalet: den udskrivende afdeling"),
    ],
)
def test_without_a_municipality_the_actor_is(
    now: Snapshot, actor: str, ask: str
) -> None:
    assert asked(now, actor, None) == ask


def test_one_who_works_where_the_patient_is_is_asked_there(now: Snapshot) -> None:
    assert asked(now, "overlaege", "ballerup", "voksne", "psykisk-sygdom") == (
        "Psykiatrisk Center Ballerup: den behandlingsansvarlige overlæge"
    )


@pytest.mark.parametrize(
    "groups",
    [("psykisk-sygdom", "somatik"), ("boern-og-unge", "psykisk-sygdom"), ("voksne",)],
)
def test_where_that_is_is_never_guessed(now: Snapshot, groups: tuple[str, ...]) -> None:
    assert asked(now, "overlaege", "ballerup", *groups).endswith("der har patienten")


@pytest.mark.parametrize(
    ("groups", "whom"),
    [
        (("boern-og-unge", "psykisk-sygdom"), "rette forvaltning for børn og unge"),
        (("boern-og-unge", "voksne"), "kommunens visitation eller rette forvaltning"),
        (("voksne", "psykisk-sygdom"), "kommunens visitation eller rette forvaltning"),
    ],
)
def test_those_who_have_childrens_matters_are_asked_for_of_children_alone(
    now: Snapshot, groups: tuple[str, ...], whom: str
) -> None:
    assert asked(now, "kommune", "ballerup", *groups) == f"Ballerup Kommune: {whom}"


def test_every_actor_of_the_catalogue_can_be_asked_for(now: Snapshot) -> None:
    for actor in set(now.vocabulary.schemes[Scheme.ACTORS]) - {
        NOT_STATED,
        NOT_APPLICABLE,
    }:
        for place in (None, "ballerup", "koebenhavn"):
            ask = asked(now, actor, place)
            assert ask
            assert "{" not in ask
            assert "sekretariatet hos den part" not in ask


def test_around_a_municipality_its_hospital_and_centres_are_named(
    now: Snapshot,
) -> None:
    named = [ask.place for ask in where_to_ask_around(now, "ballerup")]
    assert "Psykiatrisk Center Ballerup" in named
    assert named[-1] == "Ballerup Kommune"
    assert len(named) == len(set(named))


def test_without_one_the_ward_and_the_municipality_are(now: Snapshot) -> None:
    assert list(map(str, where_to_ask_around(now, None))) == [
        "regionen: patientens afdeling",
        "borgerens kommune: kommunens visitation eller rette forvaltning",
    ]
