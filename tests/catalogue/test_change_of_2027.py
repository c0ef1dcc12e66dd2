"""The shipped catalogue on 31 December 2026 and 1 January 2027: they differ as the
facts say, row by row.

The facts: on 1 January 2027 the regions merge; the new region decides and pays for
acute nursing, about 70 per cent of the temporary places, prevention for the chronically
ill, and specialised rehabilitation with advanced retraining. Whether region or
municipality runs them varies, and no source says who does where.
"""

from datetime import date

import pytest

from registry.catalogue.queries import Catalogue
from registry.catalogue.transition import Transition, transition
from registry.rules.status import Cause, Status

EVE, DAY = date(2026, 12, 31), date(2027, 1, 1)
NEW = "horisontale-samarbejdsaftaler"
# The rows that let go, and those that take over, by kind of task.
MOVED = {
    "akutsygepleje": (
        {
            "akutsygepleje.akutsygepleje",
            "akutsygepleje.sygepleje-faa-timer",
            "lovbestemt-akutfunktioner.bemanding-doegnet-rundt",
            "lovbestemt-akutfunktioner.have-akutfunktion",
            "lovbestemt-akutfunktioner.koere-ud",
        },
        {f"{NEW}.akutsygepleje-kommune", f"{NEW}.akutsygepleje-region"},
    ),
    "midlertidig-plads": (
        {"akutsygepleje.midlertidig-plads"},
        {f"{NEW}.midlertidig-plads-kommune", f"{NEW}.midlertidig-plads-region"},
    ),
    "patientrettet-forebyggelse": (
        {
            f"{slug}.patientrettet-forebyggelse"
            for slug in ("demens", "kol", "lovbestemt-forebyggelse", "type-2-diabetes")
        },
        {
            f"{NEW}.patientrettet-forebyggelse-kommune",
            f"{NEW}.patientrettet-forebyggelse-region",
        },
    ),
    "specialiseret-rehabilitering": (
        {"genoptraening.rehabilitering-specialiseret"},
        {
            f"{NEW}.specialiseret-rehabilitering-kommune",
            f"{NEW}.specialiseret-rehabilitering-region",
        },
    ),
    "avanceret-genoptraening": (
        {"genoptraening.avanceret-genoptraening"},
        {f"{NEW}.avanceret-genoptraening"},
    ),
}


@pytest.fixture(scope="module")
def change(shipped: Catalogue) -> Transition:
    return transition(shipped.today(), EVE, DAY)


def test_the_tasks_that_move_are_those_of_the_reform(change: Transition) -> None:
    found: dict[str, tuple[set[str], set[str]]] = {}
    for move in change.moves:
        befores, afters = found.setdefault(move.after.task_key, (set(), set()))
        befores.add(move.before.id)
        afters.add(move.after.id)

    assert found == MOVED


def test_every_move_is_from_the_municipality_to_the_region(change: Transition) -> None:
    assert {(move.left, move.taken) for move in change.moves} == {
        (("kommune",), ("region",))
    }


def test_where_the_municipality_goes_on_running_only_who_decides_and_pays_moves(
    change: Transition,
) -> None:
    for move in change.moves:
        if move.after.id.endswith("-kommune"):
            assert "responsible" not in move.fields


def test_the_places_that_do_not_move_have_a_row_of_their_own(
    change: Transition,
) -> None:
    come = {row.id for row in change.come}
    assert "akutsygepleje.midlertidig-plads-uden-flytning" in come


def test_only_of_one_task_the_economics_are_stated(change: Transition) -> None:
    stated = {move.after.id for move in change.moves if move.economics}
    assert stated == {f"{NEW}.avanceret-genoptraening"}
    assert not any(move.amounts for move in change.moves)


def test_what_the_facts_leave_open_is_not_shown_as_settled(change: Transition) -> None:
    council = [row for row in change.come if row.snitflade.applies_in]
    assert {row.id for row in council} == {
        f"{NEW}.indstilling-nordsjaelland-kommune",
        f"{NEW}.indstilling-nordsjaelland-region",
    }
    assert not any(row.confirmed for row in council)
    assert {row.id for row in council} <= {row.id for row in change.varies}


def test_the_parties_that_come_and_go(change: Transition) -> None:
    assert {"region-hovedstaden", "region-sjaelland"} <= {o.slug for o in change.ceased}
    assert "region-oestdanmark" in {o.slug for o in change.begun}
    assert change.orphans == ()


def test_every_agreement_of_the_region_that_ceases_is_undecided(
    change: Transition,
) -> None:
    for agreement in change.after.agreements.values():
        ceased = "region-hovedstaden" in agreement.shown.parties_in_role("formel-part")
        if ceased and agreement.answers:
            assert agreement.status.status is Status.UNSETTLED
            assert agreement.status.cause is Cause.PARTY_CEASED


def test_no_other_row_says_anything_else(change: Transition) -> None:
    assert change.changed == ()
    assert {row.agreement for row in change.come} <= {NEW, "akutsygepleje"}
    # What the quality standards asked of the municipal function ends with it.
    assert {row.id for row in change.gone} == {
        "lovbestemt-akutfunktioner.intravenoes-behandling"
    }
