"""Loading content files: what comes in, and each refusal by file, line and field.

Also covers registry/content/under_way.py.
"""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, SQLModel, select

from registry import content
from registry.catalogue.queries import Catalogue
from registry.clock import Moment
from registry.errors import BadInput
from registry.models import AuditEntry, Choice, Organisation, Term
from registry.storage import audit
from tests.content.faults import (
    ORGANISATIONS,
    RECORDS,
    TASKS,
    TERMS,
    Edit,
    Fault,
    assert_refused,
    everything_in,
    refusal,
)

# What comes in


def test_a_catalogue_is_counted_as_it_is_loaded(
    engine: Engine, catalogue_dir: Path
) -> None:
    report = content.load(engine, catalogue_dir)

    assert (report.agreements, report.versions, report.rows) == (4, 5, 8)
    assert (report.terms, report.organisations, report.records) == (3, 7, 9)


def test_the_load_itself_stands_in_the_audit_trail(loaded: Engine) -> None:
    with Session(loaded) as session:
        entries = session.exec(select(AuditEntry)).all()
        assert audit.first_broken(session) is None

    assert [(e.actor, e.event_key, e.subject) for e in entries] == [
        ("prøver", "load", "sample_content")
    ]
    assert "rows=8" in entries[0].detail


def test_an_entry_recorded_again_is_a_change_of_the_same(
    engine: Engine, edit: Edit
) -> None:
    later = (
        "  - key: varsling\n    label: Ny betegnelse\n    recorded_at: "
        "2026-05-01T00:00:00+02:00\n"
    )
    path = edit(TASKS, "  - key: stroemper", f"{later}  - key: stroemper")

    content.load(engine, path.parents[1])

    words = Catalogue(engine).at(Moment(date(2026, 12, 1))).vocabulary.schemes["tasks"]
    assert words["varsling"].label == "Ny betegnelse"
    assert list(words) == ["varsling", "stroemper", "medicin", "koersel"]


def test_a_folder_that_lacks_parts_of_a_catalogue_is_read(
    engine: Engine, tmp_path: Path
) -> None:
    (tmp_path / "records").mkdir()

    assert content.load(engine, tmp_path).records == 0


# Refusals


FAULTS = (
    Fault(
        "a-figure-whose-period-does-not-end-that-day",
        "records/measurements.yaml",
        "effective_on: 2025-12-31",
        "effective_on: 2025-12-30",
        "effective_on: 2025-12-30",
        "effective_on",
        "ikke den sidste dag af perioden",
    ),
    Fault(
        "a-figure-of-a-period-that-is-none",
        "records/measurements.yaml",
        "period: year\n    value: 11.7",
        "period: uge\n    value: 11.7",
        "period: uge",
        "period",
        "er ikke en af",
    ),
    Fault(
        "a-figure-that-is-no-number",
        "records/measurements.yaml",
        "value: 11.7",
        "value: mange",
        "value: mange",
        "value",
        "er ikke et tal",
    ),
    Fault(
        "an-indicator-that-is-not-in-the-list",
        "records/measurements.yaml",
        "indicator: genindlaeggelser\n    place: proeveregion\n    period: year\n"
        "    value: 11.7",
        "indicator: ukendt\n    place: proeveregion\n    period: year\n    value: 11.7",
        "indicator: ukendt",
        "indicator",
        "findes ikke",
    ),
    Fault(
        "an-implementation-of-two-things-at-once",
        "records/implementations.yaml",
        "    focus_area: psykisk-sygdom",
        "    agreement: proeve-lokal\n    focus_area: psykisk-sygdom",
        "agreement: proeve-lokal",
        "agreement",
        "enten en aftale eller et fokusområde",
    ),
    Fault(
        "a-status-of-a-kind-that-is-none",
        "records/status-reports.yaml",
        "occasion: midtvejs",
        "occasion: halvvejs",
        "occasion: halvvejs",
        "occasion",
        "er ikke en af",
    ),
    Fault(
        "an-organisation-whose-name-addresses-cannot-hold",
        ORGANISATIONS,
        "slug: sydby-hospital",
        "slug: Sydby Hospital",
        "slug: Sydby Hospital",
        "slug",
        "bindestreg",
    ),
    Fault(
        "a-word-whose-key-addresses-cannot-hold",
        TASKS,
        "  - key: medicin",
        "  - key: Ny opgave\n    label: Ny\n  - key: medicin",
        "key: Ny opgave",
        "key",
        "bindestreg",
    ),
    Fault(
        "a-task-that-needs-what-no-row-has",
        TASKS,
        "  - key: medicin",
        "  - key: ny\n    label: Ny\n    needs: [payer, maanefase]\n  - key: medicin",
        "needs: [payer, maanefase]",
        "needs",
        "«maanefase» er ikke en af",
    ),
    Fault(
        "an-organisation-used-twice",
        ORGANISATIONS,
        "slug: sydby\n",
        "slug: nordby\n",
        "SECOND",
        "slug",
        "«nordby» står to gange",
    ),
    Fault(
        "a-word-used-twice",
        TASKS,
        "key: medicin",
        "key: varsling",
        "SECOND",
        "key",
        "«varsling» står to gange",
    ),
    Fault(
        "an-unknown-field-of-a-list-file",
        TASKS,
        "entries:\n",
        "fælles: Gælder alle\nentries:\n",
        "Gælder alle",
        "fælles",
        "er ikke et felt her",
    ),
    Fault(
        "an-unknown-link-of-a-term",
        TERMS,
        "link: task:varsling",
        "link: task:advarsel",
        "task:advarsel",
        "link",
        "«task:advarsel» findes ikke",
    ),
    Fault(
        "an-adoption-of-a-version-that-is-none",
        "records/adoptions.yaml",
        "version: 1",
        "version: 9",
        "version: 9",
        "version",
        "9",
    ),
    Fault(
        "a-correction-of-a-record-that-is-none",
        RECORDS,
        "reason: Prøve",
        "reason: Prøve\n    corrects: forsvundet",
        "forsvundet",
        "corrects",
        "«forsvundet» findes ikke",
    ),
    Fault(
        "entries-that-are-no-list",
        TASKS,
        "entries:\n",
        "poster:\n",
        "recorded_at",
        "entries",
        "skal være en liste",
    ),
)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_is_refused_with_file_line_and_field(
    fault: Fault, engine: Engine, edit: Edit
) -> None:
    assert_refused(fault, engine, edit)


def test_a_record_with_a_name_used_before_is_refused(
    engine: Engine, edit: Edit
) -> None:
    again = """
  - ref: videre
    effective_on: 2025-01-01
    recorded_at: 2026-02-01T00:00:00+01:00
    agreement: proeve-lokal
    health_agreement: sundhedsaftale-2024-2027
    decision: ophoerer
"""
    path = edit(RECORDS, "    reason: Prøve\n", f"    reason: Prøve{again}")

    error = refusal(engine, path.parents[1])

    assert (error.path, error.field) == (RECORDS, "ref")
    assert "«videre» står to gange" in error.message
    assert error.line == 9


def test_a_folder_that_holds_no_catalogue_is_refused(
    engine: Engine, tmp_path: Path
) -> None:
    for folder in (tmp_path / "findes-ikke", tmp_path):
        with pytest.raises(
            BadInput, match="er ikke en mappe med et katalog"
        ) as refused:
            content.load(engine, folder)
        assert refused.value.field == "DIR"
    assert everything_in(engine) == {}


def test_a_database_that_holds_a_catalogue_is_left_as_it_is(
    loaded: Engine, catalogue_dir: Path
) -> None:
    before = everything_in(loaded)

    with pytest.raises(BadInput, match="Databasen er ikke tom"):
        content.load(loaded, catalogue_dir)

    assert everything_in(loaded) == before


@pytest.mark.parametrize(
    "item",
    [
        Choice(
            scheme="tasks",
            key="k",
            position=0,
            label="L",
            recorded_at=datetime.now(UTC),
        ),
        Organisation(slug="o", name="O", kind="kommune", recorded_at=datetime.now(UTC)),
        Term(key="t", position=0, term="t", recorded_at=datetime.now(UTC)),
    ],
    ids=lambda item: type(item).__name__,
)
def test_a_database_that_holds_anything_is_not_empty(
    item: SQLModel, engine: Engine
) -> None:
    assert content.is_empty(engine)
    with Session(engine) as session:
        session.add(type(item)(**item.model_dump()))
        session.commit()

    assert not content.is_empty(engine)
