"""Records, organisations and words by two people: the way through, and each refusal."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select

from registry import clock, content
from registry.catalogue.queries import Catalogue
from registry.errors import BadInput, Conflict, NotFound, Refused
from registry.models import AuditEntry, Ending, Outcome, Resolution, Review
from registry.records import proposals, proposed
from registry.records.kinds import RECORD_KINDS
from registry.records.proposals import WrongRecords, confirm, propose, reject, retract
from registry.rules.status import Status
from registry.storage.db import connect, migrate, reading
from tests.publishing.people import ADA, BODIL, GORM, RENE, RITA, SLUG
from tests.records.samples import (
    CHOICE,
    CONTINUED,
    ENDING,
    NOTE,
    ORGANISATION,
    TERM,
    events,
    two,
    wrong,
)
from tests.storage.unwatched import transaction

pytestmark = pytest.mark.usefixtures("stopped_clock")


# The way through


def test_what_another_confirmed_is_shown_at_once(catalogue: Catalogue) -> None:
    two(catalogue, "ending", ENDING)

    shown = catalogue.today()
    record = shown.records[Ending][0]
    assert isinstance(record, Ending)
    assert (record.ref, record.recorded_by, record.confirmed) == (
        "ending-1",
        "rita",
        True,
    )
    assert record.recorded_at == clock.now()
    assert shown.agreement(SLUG).status.status is Status.ENDED


def test_what_is_only_proposed_is_not_shown(catalogue: Catalogue) -> None:
    before = catalogue.fingerprint()

    number = propose(catalogue, "ending", [ENDING], RITA)

    assert catalogue.fingerprint() == before
    waiting = proposed.waiting(catalogue)
    assert [item.id for item in waiting] == [number]
    assert waiting[0].proposal.title == "Ophør: Prøveaftale om udskrivning & hjælp"
    assert waiting[0].records[0].values["effective_on"] == date(2026, 11, 1)
    assert waiting[0].outcome == "venter"


def test_every_act_is_in_the_trail_and_names_both(catalogue: Catalogue) -> None:
    two(catalogue, "ending", ENDING)

    assert events(catalogue) == [
        ("rita", "proposed", SLUG),
        ("gorm", "confirmed", SLUG),
    ]
    with reading(catalogue.engine) as session:
        last = session.exec(
            select(AuditEntry).order_by(col(AuditEntry.id).desc())
        ).first()
    assert last
    assert "foreslået af rita" in last.detail


def test_a_succession_says_who_takes_the_place(catalogue: Catalogue) -> None:
    two(
        catalogue,
        "succession",
        {
            "predecessors": ("nordby-hospital", "sydby-hospital"),
            "successors": ("nyregion",),
            "effective_on": date(2027, 1, 1),
            "date_precision": "day",
            "reason": "Sammenlægning.",
        },
    )

    waiting = proposed.of(catalogue, "rita")
    assert (
        waiting[0].proposal.title
        == "Afløsning af part: Nordby Hospital, Sydby Hospital"
    )


# Refusals


@pytest.mark.parametrize("person", [GORM, ADA])
def test_only_an_editor_proposes(catalogue: Catalogue, person: Any) -> None:
    with pytest.raises(Refused, match="redaktør"):
        propose(catalogue, "ending", [ENDING], person)


@pytest.mark.parametrize("person", [RENE, ADA])
def test_only_an_approver_confirms_or_rejects(
    catalogue: Catalogue, person: Any
) -> None:
    number = propose(catalogue, "ending", [ENDING], RITA)

    for act in (confirm, reject):
        with pytest.raises(Refused, match="godkender"):
            act(catalogue, number, person, "Nej")


def test_nobody_confirms_or_rejects_their_own(catalogue: Catalogue) -> None:
    number = propose(catalogue, "ending", [ENDING], BODIL)

    with pytest.raises(Refused, match="selv skrevet"):
        confirm(catalogue, number, BODIL)
    with pytest.raises(Refused, match="dit eget"):
        reject(catalogue, number, BODIL, "Nej")
    assert catalogue.today().records[Ending] == []


def test_the_database_itself_refuses_ones_own_confirmation(
    catalogue: Catalogue,
) -> None:
    number = propose(catalogue, "ending", [ENDING], BODIL)

    with (
        pytest.raises(IntegrityError, match="nobody confirms what they proposed"),
        transaction(catalogue.engine) as session,
    ):
        session.add(
            Resolution(
                proposal_id=number,
                outcome=Outcome.CONFIRMED,
                decided_by="bodil",
                at=clock.now(),
            )
        )


def test_what_is_settled_is_settled_once(catalogue: Catalogue) -> None:
    number = two(catalogue, "ending", ENDING)

    for act in (confirm, reject):
        with pytest.raises(Conflict, match="allerede bekræftet af gorm"):
            act(catalogue, number, GORM, "Igen")
    with pytest.raises(Conflict):
        retract(catalogue, number, RITA)
    assert len(catalogue.today().records[Ending]) == 1


def test_a_rejection_says_why_and_writes_nothing(catalogue: Catalogue) -> None:
    number = propose(catalogue, "ending", [ENDING], RITA)

    with pytest.raises(BadInput, match="hvorfor"):
        reject(catalogue, number, GORM, "  ")
    reject(catalogue, number, GORM, "Datoen er forkert.")

    proposal = proposed.read(catalogue, number)
    assert proposal.outcome == "afvist"
    assert proposal.resolution
    assert proposal.resolution.note == "Datoen er forkert."
    assert catalogue.today().records[Ending] == []
    assert events(catalogue)[-1] == ("gorm", "rejected", SLUG)


def test_only_the_proposer_retracts(catalogue: Catalogue) -> None:
    number = propose(catalogue, "ending", [ENDING], RITA)

    with pytest.raises(Refused, match="Kun den"):
        retract(catalogue, number, RENE)
    retract(catalogue, number, RITA)

    assert proposed.waiting(catalogue) == []
    assert events(catalogue)[-1] == ("rita", "retracted", SLUG)


def test_an_unknown_proposal_or_kind_is_not_found(catalogue: Catalogue) -> None:
    with pytest.raises(NotFound):
        confirm(catalogue, 99, GORM)
    with pytest.raises(NotFound):
        propose(catalogue, "adoption", [{}], RITA)
    with pytest.raises(BadInput):
        propose(catalogue, "ending", [], RITA)


def test_among_several_entries_the_wrong_one_is_named(catalogue: Catalogue) -> None:
    with pytest.raises(WrongRecords, match="Post 2: Aftale") as caught:
        propose(catalogue, "ending", [ENDING, {**ENDING, "agreement": ""}], RITA)

    assert set(caught.value.wrong) == {1}
    twice = {**CONTINUED, "effective_on": date(2026, 2, 1)}
    assert "to gange" in wrong(catalogue, "continuation", CONTINUED, twice)["agreement"]


# Two people at once


def test_the_second_of_two_changes_must_look_again(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = propose(catalogue, "organisation", [ORGANISATION], RITA)
    second = propose(
        catalogue, "organisation", [{**ORGANISATION, "note": "Vigtig"}], RENE
    )
    confirm(catalogue, first, GORM)
    later = clock.now() + timedelta(hours=1)
    monkeypatch.setattr(clock, "now", lambda: later)

    with pytest.raises(Conflict, match="ændret, siden forslaget blev skrevet"):
        confirm(catalogue, second, GORM)

    proposal = proposed.read(catalogue, second)
    assert proposal.resolution is None
    assert proposed.has_changed(catalogue.today(), proposal) == [True]
    assert catalogue.today().organisations["nordby"].note == ""


def test_what_no_longer_fits_cannot_be_confirmed(catalogue: Catalogue) -> None:
    first = propose(catalogue, "ending", [ENDING], RITA)
    second = propose(catalogue, "ending", [ENDING], RENE)
    confirm(catalogue, first, GORM)

    with pytest.raises(Conflict, match="passer ikke længere"):
        confirm(catalogue, second, GORM)

    assert len(catalogue.today().records[Ending]) == 1


def test_a_form_that_was_overtaken_is_refused(catalogue: Catalogue) -> None:
    kind = RECORD_KINDS["organisation"]
    base = proposed.base_of(proposed.current(catalogue.today(), kind, ORGANISATION))
    two(catalogue, "organisation", {**ORGANISATION, "base": base})

    with pytest.raises(Conflict, match="mens du skrev"):
        propose(
            catalogue,
            "organisation",
            [{**ORGANISATION, "note": "x", "base": base}],
            RENE,
        )


def test_a_new_name_that_is_taken_is_refused(catalogue: Catalogue) -> None:
    entry = {**ORGANISATION, "base": proposed.NEW}

    assert "findes allerede" in wrong(catalogue, "organisation", entry)["slug"]


# Reviews, by one person


def test_a_review_needs_one_person(catalogue: Catalogue) -> None:
    entry = {
        "agreement": SLUG,
        "effective_on": date(2026, 11, 20),
        "next_on": date(2028, 11, 20),
    }

    ref = proposals.record_review(catalogue, entry, RITA)

    reviews = catalogue.today().records_of(Review, SLUG)
    assert [(r.ref, r.next_on, r.recorded_by) for r in reviews] == [
        (ref, date(2028, 11, 20), "rita")
    ]
    assert events(catalogue) == [("rita", "review", SLUG)]
    assert proposals.record_review(catalogue, entry, RITA) != ref


def test_a_review_is_not_in_the_future_and_the_next_one_later(
    catalogue: Catalogue,
) -> None:
    entry = {"agreement": SLUG, "effective_on": date(2026, 11, 23)}

    with pytest.raises(WrongRecords, match="fremtiden"):
        proposals.record_review(catalogue, entry, RITA)
    with pytest.raises(WrongRecords, match="efter gennemgangen"):
        proposals.record_review(
            catalogue,
            {**entry, "effective_on": date(2026, 11, 2), "next_on": date(2026, 11, 1)},
            RITA,
        )
    with pytest.raises(Refused):
        proposals.record_review(catalogue, entry, GORM)


# Files


def test_what_was_confirmed_is_written_out_and_read_again(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    contact = {"organisation": "nordby", "reason": "Oplyst.", "phone": "11 11 11 11"}
    functions = [{**contact, "function": name} for name in ("Visitation", "Sygepleje")]
    for hour, (kind, entries) in enumerate(
        (
            ("ending", [ENDING]),
            (
                "ending",
                [{**ENDING, "effective_on": date(2027, 6, 1), "corrects": "ending-1"}],
            ),
            ("continuation", [{**CONTINUED, "effective_on": date(2024, 1, 1)}]),
            ("organisation", [ORGANISATION]),
            ("word", [CHOICE]),
            ("word", [{**CHOICE, "key": "varsling", "label": "Varsle"}]),
            ("term", [TERM]),
            ("contact-point", functions),
        )
    ):
        moment = datetime(2026, 11, 22, hour, tzinfo=UTC)
        monkeypatch.setattr(clock, "now", lambda moment=moment: moment)
        two(catalogue, kind, *entries)
    content.dump(catalogue.engine, tmp_path / "first")

    again = connect(f"sqlite:///{tmp_path / 'again.sqlite'}")
    migrate(again)
    content.load(again, tmp_path / "first")
    content.dump(again, tmp_path / "second")

    files = sorted(
        p.relative_to(tmp_path / "first") for p in (tmp_path / "first").rglob("*.*")
    )
    assert files
    for name in files:
        assert (tmp_path / "first" / name).read_bytes() == (
            tmp_path / "second" / name
        ).read_bytes()
    shown = Catalogue(again).today()
    assert [r.effective_on for r in shown.records[Ending]] == [date(2027, 6, 1)]
    assert len(shown.contacts("nordby")) == 2
    number = propose(Catalogue(again), "editor-note", [NOTE], RITA)
    confirm(Catalogue(again), number, GORM)
