"""The appendix's decisions: what is undecided first, what is proposed, and how far it
has come.
"""

from datetime import date

import pytest

from registry.catalogue.queries import Catalogue
from registry.errors import NotFound
from registry.records.decisions import Standing, decisions_for, overview
from registry.records.proposals import confirm, propose
from registry.rules.status import Status
from tests.publishing.people import BODIL, GORM, RITA

pytestmark = pytest.mark.usefixtures("stopped_clock")

PERIOD = "sundhedsaftale-2024-2027"


def decide(catalogue: Catalogue, decision: str, *agreements: str) -> int:
    entries = [
        {
            "agreement": agreement,
            "health_agreement": PERIOD,
            "decision": decision,
            "effective_on": date(2024, 1, 1),
            "source": "Udvalget, 3. marts 2026",
        }
        for agreement in agreements
    ]
    return propose(catalogue, "continuation", entries, RITA)


def standings(catalogue: Catalogue) -> list[tuple[str, Standing]]:
    return [
        (line.slug, line.standing) for line in decisions_for(catalogue, PERIOD).lines
    ]


def test_only_what_the_period_found_in_force_is_asked_for(catalogue: Catalogue) -> None:
    """One was replaced before, one was made under the period, one is to come: none is
    asked.
    """
    assert standings(catalogue) == [
        ("proeve-lokal", Standing.DECIDED),
        ("proeve-gammel", Standing.NOT_ASKED),
        ("proeve-kommende", Standing.NOT_ASKED),
        ("proeve-udskrivning", Standing.NOT_ASKED),
    ]
    assert decisions_for(catalogue, PERIOD).text == "1 af 1"


def test_what_is_proposed_stands_first_until_it_is_confirmed(
    catalogue: Catalogue,
) -> None:
    number = decide(catalogue, "viderefoeres", "proeve-gammel", "proeve-kommende")

    decisions = decisions_for(catalogue, PERIOD)
    assert [line.slug for line in decisions.of(Standing.UNDECIDED)] == [
        "proeve-gammel",
        "proeve-kommende",
    ]
    assert decisions.text == "1 af 3"
    assert [proposal.id for proposal in decisions.proposals] == [number]
    assert decisions.to_confirm(RITA) == []
    assert [proposal.id for proposal in decisions.to_confirm(BODIL)] == [number]

    confirm(catalogue, number, GORM)

    decisions = decisions_for(catalogue, PERIOD)
    assert decisions.text == "3 af 3"
    assert decisions.proposals == []


def test_what_is_to_be_settled_stands_before_what_is_decided(
    catalogue: Catalogue,
) -> None:
    confirm(catalogue, decide(catalogue, "ophoerer", "proeve-gammel"), GORM)
    confirm(catalogue, decide(catalogue, "afklares", "proeve-lokal"), GORM)

    assert standings(catalogue)[:2] == [
        ("proeve-lokal", Standing.UNSETTLED),
        ("proeve-gammel", Standing.DECIDED),
    ]
    assert catalogue.today().agreement("proeve-lokal").status.status is Status.UNSETTLED
    assert decisions_for(catalogue, PERIOD).text == "1 af 2"


def test_a_period_that_is_not_over_is_in_the_overview(catalogue: Catalogue) -> None:
    assert [decisions.health_agreement.slug for decisions in overview(catalogue)] == [
        PERIOD
    ]


def test_an_unknown_health_agreement_is_not_found(catalogue: Catalogue) -> None:
    with pytest.raises(NotFound):
        decisions_for(catalogue, "findes-ikke")
