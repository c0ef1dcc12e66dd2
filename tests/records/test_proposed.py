"""Proposals as they are stored and read: what each says, and who may settle it."""

from datetime import date

import pytest

from registry.catalogue.queries import Catalogue
from registry.errors import NotFound
from registry.records import proposed
from registry.records.proposals import confirm, propose, reject, retract
from registry.records.proposed import NEW, Proposed, ProposedRecord, base_of, written
from tests.publishing.people import ADA, BODIL, GORM, RENE, RITA, Someone
from tests.records.samples import CHOICE, ENDING, ORGANISATION, two

pytestmark = pytest.mark.usefixtures("stopped_clock")


def may(proposal: Proposed, *people: Someone) -> tuple[list[str], list[str]]:
    """Who may decide on it, and who may take it back."""
    return (
        [one.username for one in people if proposal.may_decide(one)],
        [one.username for one in people if proposal.may_retract(one)],
    )


def test_a_proposal_is_read_as_it_was_written(catalogue: Catalogue) -> None:
    number = propose(catalogue, "ending", [ENDING], RITA)

    proposal = proposed.read(catalogue, number)

    assert (proposal.id, proposal.kind.name, proposal.outcome) == (
        number,
        "ending",
        "venter",
    )
    (record,) = proposal.records
    assert {name: record.values[name] for name in ENDING} == ENDING
    assert record.before is None


def test_what_stood_before_is_kept_beside_what_is_proposed(
    catalogue: Catalogue,
) -> None:
    number = propose(catalogue, "organisation", [ORGANISATION], RITA)

    (record,) = proposed.read(catalogue, number).records

    assert record.before is not None
    assert record.before["planning_areas"] == ("nord",)
    assert record.values["planning_areas"] == ("nord", "syd")


def test_a_proposal_that_is_none_is_not_found(catalogue: Catalogue) -> None:
    with pytest.raises(NotFound, match="findes ikke"):
        proposed.read(catalogue, 99)


def test_what_waits_stands_oldest_first_and_ones_own_newest_first(
    catalogue: Catalogue,
) -> None:
    first = propose(catalogue, "ending", [ENDING], RITA)
    settled = two(catalogue, "word", CHOICE)
    other = propose(catalogue, "organisation", [ORGANISATION], RENE)
    last = propose(catalogue, "word", [{**CHOICE, "label": "Hente varer"}], RITA)

    assert [p.id for p in proposed.waiting(catalogue)] == [first, other, last]
    assert [p.id for p in proposed.of(catalogue, "rita")] == [last, settled, first]
    assert proposed.of(catalogue, "gorm") == []


def test_an_approver_who_did_not_propose_it_decides_and_the_proposer_takes_it_back(
    catalogue: Catalogue,
) -> None:
    number = propose(catalogue, "ending", [ENDING], BODIL)

    proposal = proposed.read(catalogue, number)

    assert may(proposal, RITA, RENE, GORM, BODIL, ADA) == (["gorm"], ["bodil"])


def test_what_is_settled_is_nobodys_to_settle(catalogue: Catalogue) -> None:
    outcomes = []
    for settle in (
        lambda number: confirm(catalogue, number, GORM),
        lambda number: reject(catalogue, number, GORM, "Forkert."),
        lambda number: retract(catalogue, number, BODIL),
    ):
        record = {**CHOICE, "label": f"Ny opgave {len(outcomes)}"}
        number = propose(catalogue, "word", [record], BODIL)
        settle(number)
        proposal = proposed.read(catalogue, number)
        outcomes.append(proposal.outcome)
        assert may(proposal, GORM, BODIL) == ([], [])

    assert outcomes == ["bekræftet", "afvist", "trukket tilbage"]


def test_a_change_of_what_it_would_change_is_seen(catalogue: Catalogue) -> None:
    number = propose(catalogue, "organisation", [ORGANISATION], RITA)
    assert proposed.has_changed(
        catalogue.today(), proposed.read(catalogue, number)
    ) == [False]

    two(catalogue, "organisation", {**ORGANISATION, "note": "Vigtig"})

    assert proposed.has_changed(
        catalogue.today(), proposed.read(catalogue, number)
    ) == [True]


def test_the_base_of_what_is_not_there_yet_is_no_digest() -> None:
    assert base_of(None) == NEW
    assert base_of({"name": "Nordby"}) == base_of({"name": "Nordby"})
    assert base_of({"name": "Nordby"}) not in (NEW, base_of({"name": "Sydby"}))


def test_dates_are_written_so_that_any_program_can_read_them() -> None:
    text = written([ProposedRecord({"effective_on": date(2026, 11, 1)}, None)])

    assert text == '[{"effective_on": "2026-11-01", "before": null}]'
