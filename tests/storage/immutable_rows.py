"""A row in every guarded table, and the act that each trigger must refuse on it."""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Engine, text
from sqlmodel import Session, SQLModel

from registry.models import (
    Adoption,
    AdoptionLink,
    Agreement,
    Aim,
    Approval,
    AuditEntry,
    Choice,
    Confirmation,
    ContactPoint,
    Continuation,
    Contribution,
    DraftComment,
    Edition,
    EditionFile,
    EditorNote,
    Ending,
    FindingDraft,
    Handover,
    HealthAgreement,
    Implementation,
    Intake,
    Measurement,
    Organisation,
    Party,
    Proposal,
    Rekeying,
    Relation,
    Resolution,
    Review,
    Seal,
    Settling,
    ShownOriginal,
    Snitflade,
    State,
    StatusReport,
    Succession,
    SuggestionDecision,
    Term,
    Version,
)
from registry.storage.triggers import APPEND_ONLY, TRIGGERS
from tests.storage.unwatched import transaction

MODELS: dict[str, type[SQLModel]] = {
    mapper.class_.__tablename__: mapper.class_
    for mapper in SQLModel._sa_registry.mappers
}
RECORDED = datetime(2026, 11, 21, 23, tzinfo=UTC)
PUBLISHED_ID, DRAFT_ID = 1, 2
GUARDED = tuple((t.table, t.operation) for t in TRIGGERS if t.rule == "immutable")


def version_of(agreement_id: int, **fields: Any) -> Version:
    """A version with what it cannot do without."""
    fields = {
        "kind": "samarbejdsaftale",
        "title": "Aftale",
        "recorded_at": RECORDED,
        **fields,
    }
    return Version(agreement_id=agreement_id, **fields)


def children_of(version_id: int, name: str = "a") -> list[SQLModel]:
    """A row, a party and a relation of a version."""
    row = {"key": name, "task_key": "t", "task": "Opgave", "phase": "akut"}
    return [
        Snitflade(version_id=version_id, position=1, **row),
        Party(version_id=version_id, organisation=name, role="formel-part"),
        Relation(version_id=version_id, kind="see-also", agreement=name),
    ]


def records() -> list[SQLModel]:
    """One row of every table that is only appended to, but for the agreement itself."""
    record: dict[str, Any] = {
        "ref": "r1",
        "effective_on": date(2026, 1, 1),
        "recorded_at": RECORDED,
        "agreement": "aftale",
    }
    of_place = {name: record[name] for name in ("ref", "effective_on", "recorded_at")}
    return [
        Adoption(**record, version=1, organisation="region", decision="vedtaget"),
        AuditEntry(
            at=RECORDED, actor="x", event_key="y", subject="z", previous="", hash="h1"
        ),
        Confirmation(**record, version=1, row="a"),
        ContactPoint(organisation="region", function="vagt", recorded_at=RECORDED),
        Seal(entry_id=1, of_table="ending", of_row=1, digest="d"),
        Continuation(
            **record, health_agreement="sundhedsaftale", decision="viderefoeres"
        ),
        EditorNote(**record, text="Bemærkning"),
        _edition(),
        Ending(**record),
        HealthAgreement(
            slug="sundhedsaftale",
            title="Sundhedsaftale",
            period_start=date(2024, 1, 1),
            period_end=date(2028, 1, 1),
            recorded_at=RECORDED,
        ),
        Proposal(
            id=1,
            kind="ending",
            title="Ophør",
            records="[]",
            proposed_by="a",
            at=RECORDED,
        ),
        Organisation(slug="region", name="Region", kind="region", recorded_at=RECORDED),
        Rekeying(**record, row="a", task_key="t2"),
        Review(**record),
        *_follow_up(of_place),
        Settling(**of_place, finding="hul-1:a"),
        ShownOriginal(**record, version=1, sha256="0" * 64, name="a.docx"),
        Succession(**of_place, predecessors=["a"], successors=["b"]),
        Term(key="varsling", position=1, term="varsling", recorded_at=RECORDED),
        Choice(
            scheme="phases", key="akut", position=1, label="Akut", recorded_at=RECORDED
        ),
    ]


def _follow_up(record: dict[str, Any]) -> list[SQLModel]:
    """What a health agreement is followed by."""
    return [
        Aim(
            **record,
            health_agreement="sundhedsaftale",
            aim="maal",
            title="Mål",
            focus_area="f",
        ),
        Implementation(
            **record,
            health_agreement="sundhedsaftale",
            focus_area="f",
            municipality="nordby",
            stage="begyndt",
        ),
        Measurement(
            **record,
            indicator="i",
            place="region",
            period="year",
            value=1.5,
            unit="procent",
        ),
        StatusReport(
            **record,
            health_agreement="sundhedsaftale",
            occasion="midtvejs",
            received_by="udvalget",
            text="Godt på vej.",
        ),
    ]


def _edition() -> Edition:
    return Edition(
        id=1,
        health_agreement="sundhedsaftale",
        title="Appendiks",
        as_of=date(2026, 1, 1),
        at=RECORDED,
        issued_by="a",
        parameters="",
        continued=0,
        unsettled=0,
        undecided=0,
        fingerprint="f",
        hash="h",
    )


def fill(engine: Engine) -> None:
    """An agreement with a published version and a draft, each with children, and all
    records.
    """
    with transaction(engine) as session:
        session.add_all([Agreement(id=1, slug="aftale"), *records()])
        session.flush()
        session.add(
            EditionFile(
                edition_id=1,
                format="md",
                label="Markdown",
                name="a.md",
                media_type="text/markdown",
                size=0,
                sha256="s",
                content=b"",
            )
        )
        session.add(
            Resolution(proposal_id=1, outcome="confirmed", decided_by="b", at=RECORDED)
        )
        session.add(version_of(1, id=PUBLISHED_ID, number=1))
        session.flush()
        session.add_all(children_of(PUBLISHED_ID))
        publish(session, PUBLISHED_ID)
        session.add_all(written_on(PUBLISHED_ID))
        session.add(version_of(1, id=DRAFT_ID))
        session.flush()
        session.add_all(children_of(DRAFT_ID))


def written_on(version_id: int) -> list[SQLModel]:
    """What is kept of the way to publication."""
    return [
        Contribution(
            agreement_id=1,
            version_id=version_id,
            part="udgave",
            edit="saved",
            author="a",
            at=RECORDED,
            text="{}",
        ),
        AdoptionLink(
            version_id=version_id, fingerprint="f", secret="t", sent_by="a", at=RECORDED
        ),
        Intake(
            version_id=version_id,
            name="a.docx",
            media_type="application/octet-stream",
            size=0,
            sha256="s",
            content=b"",
            report="[]",
            taken_in_by="a",
            at=RECORDED,
        ),
        finding_draft(version_id),
        *_beside(version_id),
        SuggestionDecision(
            agreement_id=1,
            version_id=version_id,
            suggestion="a",
            sentence="b",
            choosing="refused",
            decided_by="b",
            at=RECORDED,
        ),
    ]


def _beside(version_id: int) -> list[SQLModel]:
    """What is said and done about a draft beside its text."""
    return [
        Handover(
            version_id=version_id,
            from_person="a",
            to_person="b",
            handed_by="c",
            at=RECORDED,
        ),
        DraftComment(
            version_id=version_id,
            part="udgave",
            text="Hvem?",
            author="a",
            at=RECORDED,
        ),
    ]


def finding_draft(version_id: int, **fields: Any) -> FindingDraft:
    given = {"finding": "hul-1:a", "told": "Der mangler noget.", "taken_up_by": "a"}
    return FindingDraft(
        version_id=version_id, **{**given, "recorded_at": RECORDED, **fields}
    )


def publish(
    session: Session, version_id: int, approver: str = "b", fingerprint: str = "f"
) -> None:
    """Lead a draft through approval to publication, as the publishing service does."""
    set_state(session, version_id, State.IN_APPROVAL, fingerprint=fingerprint)
    session.add(approval_of(version_id, decided_by=approver, fingerprint=fingerprint))
    session.flush()
    set_state(session, version_id, State.PUBLISHED)


def set_state(session: Session, version_id: int, state: State, **values: Any) -> None:
    session.flush()
    version = session.get_one(Version, version_id)
    session.refresh(version)
    for name, value in {"state": state, **values}.items():
        setattr(version, name, value)
    session.flush()


def approval_of(version_id: int, **fields: Any) -> Approval:
    """An approval of a version as `publish` leaves it."""
    given = {
        "revision": 0,
        "fingerprint": "f",
        "verdict": "approved",
        "decided_by": "b",
    }
    return Approval(version_id=version_id, at=RECORDED, **{**given, **fields})


def attempt(session: Session, table: str, operation: str) -> None:
    """Do on a published version, its children or a record what the trigger is there to
    refuse.
    """
    key = "id" if table == "version" else "version_id"
    where = "" if table in APPEND_ONLY else f" WHERE {key} = {PUBLISHED_ID}"
    if operation == "UPDATE":
        session.connection().execute(text(f"UPDATE {table} SET id = id{where}"))
    elif operation == "DELETE":
        session.connection().execute(text(f"DELETE FROM {table}{where}"))
    elif table in APPEND_ONLY:
        _replace_all(session, table)
    elif table == "version":
        session.add(version_of(1, number=2, state=State.PUBLISHED))
    else:
        session.add(
            next(c for c in children_of(PUBLISHED_ID, "ny") if type(c) is MODELS[table])
        )
    session.flush()


def _replace_all(session: Session, table: str) -> None:
    """Write every row over itself, on a connection on which a replacing fires no DELETE
    trigger.
    """
    connection = session.connection()
    verb = "INSERT"
    if connection.dialect.name == "sqlite":
        connection.execute(text("PRAGMA recursive_triggers = OFF"))
        verb = "INSERT OR REPLACE"
    connection.execute(text(f"{verb} INTO {table} SELECT * FROM {table}"))


def message_of(table: str, operation: str) -> str:
    """What the triggers on that operation say; which of them is first differs by
    database.
    """
    return "|".join(
        t.message for t in TRIGGERS if (t.table, t.operation) == (table, operation)
    )


def names_of(table: str, operation: str) -> list[str]:
    """Every trigger on that operation, of whatever rule."""
    return [t.name for t in TRIGGERS if (t.table, t.operation) == (table, operation)]
