"""Whom one asks for inside the organisation of an actor."""

import pytest

from registry.catalogue.asked_for import asked_for
from registry.catalogue.queries import Catalogue
from registry.catalogue.snapshot import Row
from registry.models import Snitflade
from registry.rules.reaching import BY_TASK, SECRETARIAT


def a_row(task_key: str, phase: str = "alle-faser", task: str = "Gøre det") -> Row:
    stored = Snitflade(key="r", task_key=task_key, task=task, responsible=["region"])
    facets = {"phase": frozenset({phase})}
    return Row("proeve", 1, stored, task_key, True, facets=facets)


@pytest.mark.parametrize(
    ("task_key", "phase", "actor", "whom"),
    [
        ("laegefaglig-raadgivning", "akut", "region", BY_TASK),
        ("raadgivning-til-egen-laege", "alle-faser", "hospital", BY_TASK),
        ("modtage-utilsigtede-haendelser", "alle-faser", "region", BY_TASK),
        ("specialtandpleje", "forebyggelse", "region", BY_TASK),
        ("rygestop", "forebyggelse", "hospital", ""),
        ("ikke-anvise-kommunale-indsatser", "alle-faser", "buc", ""),
        ("sonderemedier", "efter-udskrivning", "region", BY_TASK),
        ("varsling", "udskrivning", "region", ""),
        ("misbrugsbehandling-under-indlaeggelse", "akut", "region", ""),
        ("varsling", "udskrivning", "hospital", ""),
        ("advis", "udskrivning", "hospital", ""),
        ("godkendelse-af-aftaler", "alle-faser", "region", SECRETARIAT),
        ("godkendelse-af-aftaler", "alle-faser", "kommune", SECRETARIAT),
        ("godkendelse-af-aftaler", "alle-faser", "praktiserende-laege", ""),
        ("laegefaglig-raadgivning", "akut", "kommune", ""),
    ],
)
def test_only_who_has_a_patient_has_a_ward(
    shipped: Catalogue, task_key: str, phase: str, actor: str, whom: str
) -> None:
    assert asked_for(shipped.today(), actor, a_row(task_key, phase)) == whom


def test_a_region_has_a_ward_for_its_patient(shipped: Catalogue) -> None:
    row = a_row("tolkebistand", task="Stille tolk til rådighed for patienten")
    assert asked_for(shipped.today(), "region", row) == ""


def test_the_one_whom_the_task_names_is_asked_for(shipped: Catalogue) -> None:
    row = a_row("varsling", task="Ringe til jobcenteret")
    assert asked_for(shipped.today(), "kommune", row) == "jobcenter"
