"""What two people agreed on, written: a new record, never a change of one."""

from datetime import UTC, date, datetime

import pytest

from registry import clock
from registry.catalogue.findings import findings_in
from registry.catalogue.queries import Catalogue
from registry.clock import Moment
from registry.models import Confirmation, Continuation, Decision, Ending
from registry.records.proposals import WrongRecords
from registry.records.proposed import of
from registry.rules.status import Status
from tests.publishing.people import RITA, SLUG
from tests.records.samples import CHOICE, CONTINUED, ENDING, ORGANISATION, TERM, two
from tests.storage.unwatched import transaction

pytestmark = pytest.mark.usefixtures("stopped_clock")


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
    assert {r.ref for r in shown.records[Confirmation]} == {
        "confirmation-1",
        "confirmation-1-2",
    }
    assert shown.row(f"{SLUG}.varsel-boern").confirmed
    assert all(row.confirmed for row in shown.agreement(SLUG).number(1).rows)


def test_an_organisation_is_changed_by_a_new_record(catalogue: Catalogue) -> None:
    two(catalogue, "organisation", ORGANISATION)

    now = catalogue.today().organisations["nordby"]
    assert now.planning_areas == ["nord", "syd"]
    assert now.parent is None
    then = catalogue.at(Moment(date(2026, 11, 22), datetime(2026, 11, 1, tzinfo=UTC)))
    assert then.organisations["nordby"].planning_areas == ["nord"]


def test_a_new_organisation_gets_its_name_from_what_it_is_called(
    catalogue: Catalogue,
) -> None:
    two(
        catalogue,
        "organisation",
        {
            "name": "Østerby Kommune",
            "kind": "kommune",
            "reason": "Ny",
            "sector": "kommune",
        },
    )

    assert catalogue.today().organisations["oesterby-kommune"].name == "Østerby Kommune"


def test_a_new_word_stands_last_and_a_known_one_keeps_its_place(
    catalogue: Catalogue,
) -> None:
    order = list(catalogue.today().vocabulary.schemes["tasks"])

    two(catalogue, "word", CHOICE)
    two(
        catalogue,
        "word",
        {**CHOICE, "key": order[0], "label": "Varsle", "also": ("varsel",)},
    )

    words = catalogue.today().vocabulary.schemes["tasks"]
    assert list(words) == [*order, "hente-medicin-paa-apoteket"]
    assert words[order[0]].label == "Varsle"
    assert words[order[0]].also == ["varsel"]


def test_a_new_term_is_in_the_word_list(catalogue: Catalogue) -> None:
    two(catalogue, "term", {**TERM, "link": "task:medicin", "same": ("afhentning",)})

    term = catalogue.today().terms["medicinhentning"]
    assert (term.link, term.same, term.recorded_by) == (
        "task:medicin",
        ["afhentning"],
        "rita",
    )


def test_a_contact_point_takes_the_place_of_the_one_before(
    catalogue: Catalogue,
) -> None:
    contact = {"organisation": "nordby", "function": "Visitation", "reason": "Oplyst."}

    two(catalogue, "contact-point", {**contact, "phone": "11 11 11 11"})
    two(catalogue, "contact-point", {**contact, "phone": "22 22 22 22"})

    assert [c.phone for c in catalogue.today().contacts("nordby")] == ["22 22 22 22"]


def test_a_row_gets_another_task_and_a_note_stands_beside_it(
    catalogue: Catalogue,
) -> None:
    day = {"effective_on": date(2026, 11, 1), "reason": "Rettet."}

    two(
        catalogue,
        "rekeying",
        {"agreement": SLUG, "row": "stroemper", "task_key": "medicin", **day},
    )
    two(
        catalogue,
        "editor-note",
        {"agreement": SLUG, "text": "Læs også bilaget.", **day},
    )

    assert catalogue.today().row(f"{SLUG}.stroemper").task_key == "medicin"


def test_two_people_settle_a_finding(catalogue: Catalogue) -> None:
    (found,) = findings_in(catalogue.today())
    settling = {
        "finding": found.mark,
        "told": found.text,
        "effective_on": date(2026, 11, 1),
        "reason": "Sydby har ingen kørsel, og det er aftalt.",
    }
    two(catalogue, "settling", settling)

    (settled,) = findings_in(catalogue.today())
    assert settled.settled == settling["reason"]
    titles = [one.proposal.title for one in of(catalogue, RITA.username)]
    assert titles == ["Afgørelse af et fund: hul om «Kørsel hjem»"]
    with pytest.raises(WrongRecords):
        two(catalogue, "settling", settling)


def test_a_finding_that_is_not_there_cannot_be_settled(catalogue: Catalogue) -> None:
    settling = {"finding": "hul-1:a", "effective_on": date(2026, 11, 1), "reason": "."}
    with pytest.raises(WrongRecords):
        two(catalogue, "settling", settling)


def test_figures_in_the_mark_of_a_finding_are_no_persons(catalogue: Catalogue) -> None:
    settling = {"finding": "hul-bb7311721059", "effective_on": date(2026, 11, 1)}
    with pytest.raises(WrongRecords, match="har ikke det fund i dag"):
        two(catalogue, "settling", {**settling, "reason": "."})
    with pytest.raises(WrongRecords, match="Der står et CPR-nummer"):
        two(catalogue, "settling", {**settling, "reason": "bb7311721059"})


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

    assert {r.ref for r in catalogue.today().records[Ending]} == {
        "ending-1",
        "ending-1-2",
    }


# Corrections


def test_a_correction_stands_in_the_place_of_the_record(catalogue: Catalogue) -> None:
    two(catalogue, "ending", ENDING)

    two(
        catalogue,
        "ending",
        {**ENDING, "effective_on": date(2027, 6, 1), "corrects": "ending-1"},
    )

    assert [r.effective_on for r in catalogue.today().records[Ending]] == [
        date(2027, 6, 1)
    ]


def test_what_never_held_is_made_void(catalogue: Catalogue) -> None:
    two(catalogue, "ending", ENDING)

    two(catalogue, "ending", {**ENDING, "corrects": "ending-1", "void": True})

    assert catalogue.today().records[Ending] == []
    assert catalogue.today().agreement(SLUG).status.status is Status.IN_FORCE


def test_a_decision_of_the_same_day_takes_the_place_of_the_first(
    catalogue: Catalogue,
) -> None:
    two(catalogue, "continuation", {**CONTINUED, "effective_on": date(2024, 1, 1)})

    standing = [
        r
        for r in catalogue.today().records[Continuation]
        if isinstance(r, Continuation)
    ]
    assert [(r.ref, r.decision, r.corrects) for r in standing] == [
        ("continuation-1", Decision.UNSETTLED, "videre")
    ]
