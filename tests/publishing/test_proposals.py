"""Records, organisations and words by two people: the way through, and each refusal."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select

from registry import audit, clock, content
from registry.catalogue import Catalogue
from registry.clock import Moment
from registry.db import connect, migrate, reading, transaction
from registry.errors import BadInput, Conflict, NotFound, Refused
from registry.models import (
    AuditEntry,
    Confirmation,
    Continuation,
    Decision,
    Ending,
    Outcome,
    Resolution,
    Review,
)
from registry.publishing import proposals, proposed
from registry.publishing.proposals import WrongEntries, confirm, propose, reject, retract
from registry.publishing.record_kinds import RECORD_KINDS
from registry.status import Status
from tests.publishing.people import ADA, BODIL, GORM, RENE, RITA, SLUG

pytestmark = pytest.mark.usefixtures("stopped_clock")

PERIOD = "sundhedsaftale-2024-2027"
ENDING = {
    "agreement": SLUG,
    "effective_on": date(2026, 11, 1),
    "reason": "Aftalen er opsagt.",
    "source": "Brev af 1. oktober 2026",
}
CONTINUED = {
    "agreement": "proeve-lokal",
    "health_agreement": PERIOD,
    "decision": "afklares",
    "effective_on": date(2026, 1, 1),
    "source": "Udvalget, 3. marts 2026",
}
ORGANISATION = {
    "name": "Nordby Kommune",
    "slug": "nordby",
    "kind": "kommune",
    "sector": "kommune",
    "planning_areas": ("nord", "syd"),
    "area_hospital": "nordby-hospital",
    "reason": "Kommunen hører nu også under Syd.",
}
WORD = {"scheme": "tasks", "label": "Hente medicin på apoteket", "reason": "Mangler."}
NOTE = {
    "agreement": SLUG,
    "text": "Læs også bilaget.",
    "effective_on": date(2026, 11, 1),
    "reason": "Spurgt ofte.",
}
TERM = {"term": "Medicinhentning", "meaning": "At hente medicin.", "reason": "Mangler."}


def two(catalogue: Catalogue, kind: str, *entries: Mapping[str, Any]) -> int:
    """Rita proposes and Gorm confirms."""
    number = propose(catalogue, kind, entries, RITA)
    confirm(catalogue, number, GORM)
    return number


def acts(catalogue: Catalogue) -> list[tuple[str, str, str]]:
    with reading(catalogue.engine) as session:
        found = session.exec(select(AuditEntry).order_by(col(AuditEntry.id))).all()
        assert audit.first_broken(session) is None
    return [(e.actor, e.act, e.subject) for e in found if e.act != "load"]


def wrong(catalogue: Catalogue, kind: str, *entries: Mapping[str, Any]) -> Mapping[str, str]:
    """What is said to be wrong with the last of the entries, by field."""
    with pytest.raises(WrongEntries) as caught:
        propose(catalogue, kind, entries, RITA)
    return caught.value.wrong[len(entries) - 1]


# The way through


def test_what_another_confirmed_is_shown_at_once(catalogue: Catalogue) -> None:
    two(catalogue, "ending", ENDING)

    shown = catalogue.today()
    record = shown.records[Ending][0]
    assert isinstance(record, Ending)
    assert (record.ref, record.recorded_by, record.confirmed) == ("ending-1", "rita", True)
    assert record.recorded_at == clock.now()
    assert shown.agreement(SLUG).status.status is Status.ENDED


def test_what_is_only_proposed_is_not_shown(catalogue: Catalogue) -> None:
    before = catalogue.fingerprint()

    number = propose(catalogue, "ending", [ENDING], RITA)

    assert catalogue.fingerprint() == before
    waiting = proposed.waiting(catalogue.engine)
    assert [item.id for item in waiting] == [number]
    assert waiting[0].proposal.title == "Ophør: Prøveaftale om udskrivning & hjælp"
    assert waiting[0].entries[0].values["effective_on"] == date(2026, 11, 1)
    assert waiting[0].outcome == "venter"


def test_every_act_is_in_the_trail_and_names_both(catalogue: Catalogue) -> None:
    two(catalogue, "ending", ENDING)

    assert acts(catalogue) == [("rita", "proposed", SLUG), ("gorm", "confirmed", SLUG)]
    with reading(catalogue.engine) as session:
        last = session.exec(select(AuditEntry).order_by(col(AuditEntry.id).desc())).first()
    assert last
    assert "foreslået af rita" in last.detail


def test_several_entries_are_written_at_once(catalogue: Catalogue) -> None:
    rows = [
        {
            "agreement": SLUG,
            "version": 2,
            "row": "varsel-boern",
            "effective_on": date(2026, 11, 22),
            "reason": "Set efter.",
        },
        {
            "agreement": SLUG,
            "version": 1,
            "row": "varsel-boern",
            "effective_on": date(2026, 11, 22),
            "reason": "Set efter.",
        },
    ]

    two(catalogue, "confirmation", *rows)

    shown = catalogue.today()
    assert {r.ref for r in shown.records[Confirmation]} == {"confirmation-1", "confirmation-1-2"}
    assert shown.row(f"{SLUG}.varsel-boern").confirmed
    assert all(row.confirmed for row in shown.agreement(SLUG).number(1).rows)


def test_an_organisation_is_changed_by_a_new_record(catalogue: Catalogue) -> None:
    two(catalogue, "organisation", ORGANISATION)

    now = catalogue.today().organisations["nordby"]
    assert now.planning_areas == ["nord", "syd"]
    assert now.parent is None
    then = catalogue.at(Moment(date(2026, 11, 22), datetime(2026, 11, 1, tzinfo=UTC)))
    assert then.organisations["nordby"].planning_areas == ["nord"]


def test_a_new_organisation_gets_its_name_from_what_it_is_called(catalogue: Catalogue) -> None:
    two(
        catalogue,
        "organisation",
        {"name": "Østerby Kommune", "kind": "kommune", "reason": "Ny", "sector": "kommune"},
    )

    assert catalogue.today().organisations["oesterby-kommune"].name == "Østerby Kommune"


def test_a_new_word_stands_last_and_a_known_one_keeps_its_place(catalogue: Catalogue) -> None:
    order = list(catalogue.today().vocabulary.schemes["tasks"])

    two(catalogue, "word", WORD)
    two(catalogue, "word", {**WORD, "key": order[0], "label": "Varsle", "also": ("varsel",)})

    words = catalogue.today().vocabulary.schemes["tasks"]
    assert list(words) == [*order, "hente-medicin-paa-apoteket"]
    assert words[order[0]].label == "Varsle"
    assert words[order[0]].also == ["varsel"]


def test_a_new_term_is_in_the_word_list(catalogue: Catalogue) -> None:
    two(catalogue, "term", {**TERM, "link": "task:medicin", "same": ("afhentning",)})

    term = catalogue.today().terms["medicinhentning"]
    assert (term.link, term.same, term.recorded_by) == ("task:medicin", ["afhentning"], "rita")


def test_a_contact_point_takes_the_place_of_the_one_before(catalogue: Catalogue) -> None:
    contact = {"organisation": "nordby", "function": "Visitation", "reason": "Oplyst."}

    two(catalogue, "contact-point", {**contact, "phone": "11 11 11 11"})
    two(catalogue, "contact-point", {**contact, "phone": "22 22 22 22"})

    assert [c.phone for c in catalogue.today().contacts("nordby")] == ["22 22 22 22"]


def test_a_row_gets_another_task_and_a_note_stands_beside_it(catalogue: Catalogue) -> None:
    day = {"effective_on": date(2026, 11, 1), "reason": "Rettet."}

    two(
        catalogue,
        "rekeying",
        {"agreement": SLUG, "row": "stroemper", "task_key": "medicin", **day},
    )
    two(catalogue, "editor-note", {"agreement": SLUG, "text": "Læs også bilaget.", **day})

    assert catalogue.today().row(f"{SLUG}.stroemper").task_key == "medicin"


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

    waiting = proposed.of(catalogue.engine, "rita")
    assert waiting[0].proposal.title == "Afløsning af part: Nordby Hospital, Sydby Hospital"


def test_a_name_that_was_loaded_is_not_used_again(catalogue: Catalogue) -> None:
    with transaction(catalogue.engine) as session:
        session.add(
            Ending(
                ref="ending-1",
                agreement="proeve-gammel",
                effective_on=date(2020, 1, 1),
                recorded_at=clock.now(),
            )
        )

    two(catalogue, "ending", ENDING)

    assert {r.ref for r in catalogue.today().records[Ending]} == {"ending-1", "ending-1-2"}


# Corrections


def test_a_correction_stands_in_the_place_of_the_record(catalogue: Catalogue) -> None:
    two(catalogue, "ending", ENDING)

    two(catalogue, "ending", {**ENDING, "effective_on": date(2027, 6, 1), "corrects": "ending-1"})

    assert [r.effective_on for r in catalogue.today().records[Ending]] == [date(2027, 6, 1)]


def test_what_never_held_is_made_void(catalogue: Catalogue) -> None:
    two(catalogue, "ending", ENDING)

    two(catalogue, "ending", {**ENDING, "corrects": "ending-1", "void": True})

    assert catalogue.today().records[Ending] == []
    assert catalogue.today().agreement(SLUG).status.status is Status.IN_FORCE


def test_only_what_stands_can_be_corrected(catalogue: Catalogue) -> None:
    two(catalogue, "ending", ENDING)
    corrected = {**ENDING, "corrects": "ending-1", "effective_on": date(2027, 1, 1)}
    two(catalogue, "ending", corrected)

    assert "corrects" in wrong(catalogue, "ending", corrected)
    assert "corrects" in wrong(catalogue, "ending", {**ENDING, "corrects": "videre"})
    assert "corrects" in wrong(
        catalogue, "ending", {**ENDING, "agreement": "proeve-lokal", "corrects": "ending-2"}
    )
    assert "void" in wrong(
        catalogue, "ending", {**ENDING, "agreement": "proeve-lokal", "void": True}
    )


def test_a_decision_of_the_same_day_takes_the_place_of_the_first(catalogue: Catalogue) -> None:
    two(catalogue, "continuation", {**CONTINUED, "effective_on": date(2024, 1, 1)})

    standing = [r for r in catalogue.today().records[Continuation] if isinstance(r, Continuation)]
    assert [(r.ref, r.decision, r.corrects) for r in standing] == [
        ("continuation-1", Decision.UNSETTLED, "videre")
    ]


# Refusals


@pytest.mark.parametrize("person", [GORM, ADA])
def test_only_an_editor_proposes(catalogue: Catalogue, person: Any) -> None:
    with pytest.raises(Refused, match="redaktør"):
        propose(catalogue, "ending", [ENDING], person)


@pytest.mark.parametrize("person", [RENE, ADA])
def test_only_an_approver_confirms_or_rejects(catalogue: Catalogue, person: Any) -> None:
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


def test_the_database_itself_refuses_ones_own_confirmation(catalogue: Catalogue) -> None:
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

    found = proposed.read(catalogue.engine, number)
    assert found.outcome == "afvist"
    assert found.resolution
    assert found.resolution.note == "Datoen er forkert."
    assert catalogue.today().records[Ending] == []
    assert acts(catalogue)[-1] == ("gorm", "rejected", SLUG)


def test_only_the_proposer_retracts(catalogue: Catalogue) -> None:
    number = propose(catalogue, "ending", [ENDING], RITA)

    with pytest.raises(Refused, match="Kun den"):
        retract(catalogue, number, RENE)
    retract(catalogue, number, RITA)

    assert proposed.waiting(catalogue.engine) == []
    assert acts(catalogue)[-1] == ("rita", "retracted", SLUG)


def test_an_unknown_proposal_or_kind_is_not_found(catalogue: Catalogue) -> None:
    with pytest.raises(NotFound):
        confirm(catalogue, 99, GORM)
    with pytest.raises(NotFound):
        propose(catalogue, "adoption", [{}], RITA)
    with pytest.raises(BadInput):
        propose(catalogue, "ending", [], RITA)


@pytest.mark.parametrize("name", RECORD_KINDS)
def test_what_must_be_filled_in_is_asked_for(catalogue: Catalogue, name: str) -> None:
    kind = RECORD_KINDS[name]

    found = wrong(catalogue, name, {})

    assert set(found) == {field.name for field in kind.fields if field.required}
    assert all("skal udfyldes" in text for text in found.values())


@pytest.mark.parametrize(
    ("kind", "entry", "field"),
    [
        ("ending", {**ENDING, "agreement": "findes-ikke"}, "agreement"),
        ("ending", {**ENDING, "effective_on": "2026-11-01"}, "effective_on"),
        ("ending", {**ENDING, "effective_on": date(1, 1, 1)}, "effective_on"),
        ("continuation", {**CONTINUED, "decision": "måske"}, "decision"),
        ("continuation", {**CONTINUED, "health_agreement": "findes-ikke"}, "health_agreement"),
        ("continuation", {**CONTINUED, "effective_on": date(2023, 1, 1)}, "effective_on"),
        ("organisation", {**ORGANISATION, "slug": "Nord By"}, "slug"),
        ("organisation", {**ORGANISATION, "slug": "nord"}, "slug"),
        ("organisation", {**ORGANISATION, "parent": "nordby"}, "parent"),
        ("organisation", {**ORGANISATION, "sector": "findes-ikke"}, "sector"),
        (
            "organisation",
            {**ORGANISATION, "valid_from": date(2027, 1, 1), "valid_to": date(2027, 1, 1)},
            "valid_to",
        ),
        ("word", {**WORD, "sector": "region"}, "sector"),
        ("word", {**WORD, "scheme": "planning-areas", "key": "nordby"}, "key"),
        ("word", {**WORD, "scheme": "terms"}, "scheme"),
        ("term", {**TERM, "link": "task:findes-ikke"}, "link"),
        ("term", {**TERM, "key": "Æ"}, "key"),
    ],
)
def test_what_cannot_be_right_is_refused(
    catalogue: Catalogue, kind: str, entry: Mapping[str, Any], field: str
) -> None:
    assert set(wrong(catalogue, kind, entry)) == {field}
    assert proposed.waiting(catalogue.engine) == []


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"version": 3}, "version"),
        ({"version": 1.5}, "version"),
        ({"row": "findes-ikke"}, "row"),
        ({"row": "stroemper"}, "row"),
    ],
)
def test_a_confirmation_is_of_an_unconfirmed_row_that_is_published(
    catalogue: Catalogue, change: Mapping[str, Any], field: str
) -> None:
    entry = {
        "agreement": SLUG,
        "version": 2,
        "row": "varsel-boern",
        "effective_on": date(2026, 11, 22),
        "reason": "Set efter.",
    }

    assert set(wrong(catalogue, "confirmation", {**entry, **change})) == {field}


def test_an_agreement_ends_once(catalogue: Catalogue) -> None:
    two(catalogue, "ending", ENDING)

    assert "ending-1" in wrong(catalogue, "ending", ENDING)["agreement"]


def test_a_row_keeps_its_task_where_nothing_changes(catalogue: Catalogue) -> None:
    entry = {"agreement": SLUG, "effective_on": date(2026, 11, 1), "reason": "Rettet."}

    same = {**entry, "row": "stroemper", "task_key": "stroemper"}
    assert set(wrong(catalogue, "rekeying", same)) == {"task_key"}
    unknown = {**entry, "row": "findes-ikke", "task_key": "medicin"}
    assert set(wrong(catalogue, "rekeying", unknown)) == {"row"}


def test_no_organisation_takes_its_own_place(catalogue: Catalogue) -> None:
    entry = {
        "predecessors": ("nordby",),
        "successors": ("nordby",),
        "effective_on": date(2027, 1, 1),
        "date_precision": "day",
        "reason": "Prøve",
    }

    assert set(wrong(catalogue, "succession", entry)) == {"successors"}


def test_a_proposal_without_a_change_is_refused(catalogue: Catalogue) -> None:
    kind = RECORD_KINDS["organisation"]
    found = proposed.current(catalogue.today(), kind, {"slug": "nordby"})
    assert found

    assert "ingen ændring" in wrong(catalogue, "organisation", {**found, "reason": "x"})["name"]


def test_among_several_entries_the_wrong_one_is_named(catalogue: Catalogue) -> None:
    with pytest.raises(WrongEntries, match="Post 2: Aftale") as caught:
        propose(catalogue, "ending", [ENDING, {**ENDING, "agreement": ""}], RITA)

    assert set(caught.value.wrong) == {1}
    twice = {**CONTINUED, "effective_on": date(2026, 2, 1)}
    assert "to gange" in wrong(catalogue, "continuation", CONTINUED, twice)["agreement"]


# Two people at once


def test_the_second_of_two_changes_must_look_again(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = propose(catalogue, "organisation", [ORGANISATION], RITA)
    second = propose(catalogue, "organisation", [{**ORGANISATION, "note": "Vigtig"}], RENE)
    confirm(catalogue, first, GORM)
    later = clock.now() + timedelta(hours=1)
    monkeypatch.setattr(clock, "now", lambda: later)

    with pytest.raises(Conflict, match="ændret, siden forslaget blev skrevet"):
        confirm(catalogue, second, GORM)

    found = proposed.read(catalogue.engine, second)
    assert found.resolution is None
    assert proposed.has_changed(catalogue.today(), found) == [True]
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
        propose(catalogue, "organisation", [{**ORGANISATION, "note": "x", "base": base}], RENE)


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

    found = catalogue.today().records_of(Review, SLUG)
    assert [(r.ref, r.next_on, r.recorded_by) for r in found] == [(ref, date(2028, 11, 20), "rita")]
    assert acts(catalogue) == [("rita", "review", SLUG)]
    assert proposals.record_review(catalogue, entry, RITA) != ref


def test_a_review_is_not_in_the_future_and_the_next_one_later(catalogue: Catalogue) -> None:
    entry = {"agreement": SLUG, "effective_on": date(2026, 11, 23)}

    with pytest.raises(WrongEntries, match="fremtiden"):
        proposals.record_review(catalogue, entry, RITA)
    with pytest.raises(WrongEntries, match="efter gennemgangen"):
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
            ("ending", [{**ENDING, "effective_on": date(2027, 6, 1), "corrects": "ending-1"}]),
            ("continuation", [{**CONTINUED, "effective_on": date(2024, 1, 1)}]),
            ("organisation", [ORGANISATION]),
            ("word", [WORD]),
            ("word", [{**WORD, "key": "varsling", "label": "Varsle"}]),
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

    files = sorted(p.relative_to(tmp_path / "first") for p in (tmp_path / "first").rglob("*.*"))
    assert files
    for name in files:
        assert (tmp_path / "first" / name).read_bytes() == (tmp_path / "second" / name).read_bytes()
    shown = Catalogue(again).today()
    assert [r.effective_on for r in shown.records[Ending]] == [date(2027, 6, 1)]
    assert len(shown.contacts("nordby")) == 2
    number = propose(Catalogue(again), "editor-note", [NOTE], RITA)
    confirm(Catalogue(again), number, GORM)
