"""A file's values, one by one: types, choices and keys that are known."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from registry import content
from registry.clock import COPENHAGEN
from registry.models import Snitflade, Term, Version
from tests.content.faults import RECORDS, VERSION, Edit, Fault, assert_refused


def test_dates_numbers_lists_and_flags_come_in_as_such(loaded: Engine) -> None:
    with Session(loaded) as session:
        version = session.exec(select(Version).where(Version.number == 2)).one()
        row = session.exec(
            select(Snitflade).where(Snitflade.key == "varsel-boern")
        ).first()

    assert version.in_force_from == date(2024, 1, 1)
    assert version.recorded_at == datetime(2026, 5, 31, 22, tzinfo=UTC)
    assert version.target_groups == ["voksne", "boern-og-unge"]
    assert (version.date_confirmed, version.illustrative) == (True, True)
    assert row is not None
    assert (row.deadline_amount, row.deadline_unit, row.confirmed) == (
        5,
        "hverdage",
        False,
    )


def test_what_is_recorded_without_a_zone_is_copenhagen_time(
    engine: Engine, edit: Edit
) -> None:
    stamp = "recorded_at: 2026-06-01T00:00:00"
    path = edit(VERSION, stamp + "+02:00", stamp)

    content.load(engine, path.parents[2])

    with Session(engine) as session:
        version = session.exec(select(Version).where(Version.number == 2)).one()
    assert version.recorded_at == datetime(2026, 6, 1, tzinfo=COPENHAGEN)


def test_an_empty_text_where_there_may_be_nothing_is_kept_as_nothing(
    engine: Engine, edit: Edit
) -> None:
    path = edit("vocabulary/terms.yaml", "link: task:varsling", 'link: " "')

    content.load(engine, path.parents[1])

    with Session(engine) as session:
        assert set(session.exec(select(Term.link))) == {None}


# Refusals

FAULTS = (
    Fault(
        "an-unknown-actor",
        VERSION,
        "responsible: [afdeling]",
        "responsible: [afdeling, spoegelse]",
        "spoegelse",
        "responsible",
        "«spoegelse» findes ikke (actors)",
    ),
    Fault(
        "an-unknown-health-agreement",
        VERSION,
        "made_under: sundhedsaftale-2024-2027",
        "made_under: sundhedsaftale-1848",
        "1848",
        "made_under",
        "findes ikke (health-agreements)",
    ),
    Fault(
        "a-missing-row-field",
        VERSION,
        "    task: Levere kompressionsstrømper\n",
        "",
        "- key: stroemper",
        "task",
        "mangler",
    ),
    Fault(
        "a-missing-version-field",
        VERSION,
        "economics: Fremgår ikke.\n",
        "",
        "kind: samarbejdsaftale",
        "economics",
        "mangler",
    ),
    Fault(
        "a-date-that-is-none",
        VERSION,
        "in_force_from: 2024-01-01",
        "in_force_from: 2026-02-30",
        "2026-02-30",
        "in_force_from",
        "«2026-02-30» er ikke en dato",
    ),
    Fault(
        "a-moment-that-is-none",
        VERSION,
        "recorded_at: 2026-06-01T00:00:00+02:00",
        "recorded_at: 2026-06-31T00:00:00+02:00",
        "2026-06-31",
        "recorded_at",
        "er ikke et tidspunkt",
    ),
    Fault(
        "no-moment-of-recording",
        VERSION,
        "recorded_at: 2026-06-01T00:00:00+02:00\n",
        "",
        "kind: samarbejdsaftale",
        "recorded_at",
        "mangler",
    ),
    Fault(
        "an-unknown-field-of-a-version",
        VERSION,
        "illustrative: true",
        "ilustrative: true",
        "ilustrative",
        "ilustrative",
        "er ikke et felt her",
    ),
    Fault(
        "the-number-of-a-version-in-its-head",
        VERSION,
        "state: published",
        "state: published\nnumber: 7",
        "number: 7",
        "number",
        "er ikke et felt her",
    ),
    Fault(
        "a-text-where-a-list-should-stand",
        VERSION,
        "payer: [kommune]",
        "payer: kommune",
        "payer: kommune",
        "payer",
        "«kommune» er ikke en liste",
    ),
    Fault(
        "a-number-without-end",
        VERSION,
        "deadline_amount: 8",
        "deadline_amount: .inf",
        ".inf",
        "deadline_amount",
        "er ikke et tal",
    ),
    Fault(
        "no-state",
        VERSION,
        "state: published\n",
        "",
        "kind: samarbejdsaftale",
        "state",
        "mangler",
    ),
    Fault(
        "a-state-that-is-none",
        VERSION,
        "state: published",
        "state: færdig",
        "færdig",
        "state",
        "«færdig» er ikke en af",
    ),
    Fault(
        "a-decision-that-is-none",
        RECORDS,
        "decision: viderefoeres",
        "decision: tja",
        "tja",
        "decision",
        "«tja» er ikke en af",
    ),
    Fault(
        "a-record-of-an-unknown-agreement",
        RECORDS,
        "agreement: proeve-lokal",
        "agreement: proeve-fjern",
        "proeve-fjern",
        "agreement",
        "«proeve-fjern» findes ikke",
    ),
)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_is_refused_with_file_line_and_field(
    fault: Fault, engine: Engine, edit: Edit
) -> None:
    assert_refused(fault, engine, edit)
