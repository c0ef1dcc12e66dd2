"""Records, organisations and words by two people: one proposes, another confirms or
rejects.

Only a confirmation writes into the catalogue, all records at once. A review that leaves
the agreement as it was changes no answer, and is recorded by one person.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlmodel import Session

from registry import clock
from registry.accounts.roles import Person, require_role
from registry.catalogue.queries import Catalogue
from registry.catalogue.snapshot import Snapshot
from registry.errors import BadInput, Conflict, Refused
from registry.models import Outcome, Proposal, Resolution, Role
from registry.records.checks import completed
from registry.records.kinds import RecordKind, kind_of
from registry.records.originals import with_file, wrong_record
from registry.records.proposed import (
    NEW,
    Proposed,
    ProposedRecord,
    base_of,
    has_changed,
    read_in,
    title_of,
    written,
)
from registry.records.recording import write
from registry.records.standing import current
from registry.rules.privacy import refuse_numbers
from registry.storage import audit
from registry.storage.db import transaction
from registry.storage.events import Event

BASE = "base"  # in what a form sends: the digest of what it was filled with


class WrongRecords(BadInput):
    """What is to be mended before it can be proposed: by the record's place, then by
    field.
    """

    def __init__(self, wrong: Mapping[int, Mapping[str, str]], records: int) -> None:
        at, fields = next(iter(wrong.items()))
        field, text = next(iter(fields.items()))
        super().__init__(f"Post {at + 1}: {text}" if records > 1 else text, field)
        self.wrong = wrong


def propose(
    catalogue: Catalogue,
    kind_name: str,
    records: Sequence[Mapping[str, Any]],
    by: Person,
    title: str = "",
) -> int:
    """Propose the records, fields by name, for another to confirm. Returns the
    proposal's id.

    A record may say under `base` what its form was filled with. Raises Refused without
    the role, WrongRecords naming each field, Conflict where another has changed the
    same meanwhile.
    """
    require_role(by, Role.EDITOR)
    refuse_numbers("title", title)
    kind = kind_of(kind_name)

    with transaction(catalogue.engine) as session:
        snapshot = catalogue.today()
        values = _checked(session, snapshot, kind, records)
        proposed = [ProposedRecord(v, current(snapshot, kind, v)) for v in values]
        proposal = Proposal(
            kind=kind.name,
            title=title.strip() or title_of(snapshot, kind, values),
            records=written(proposed),
            proposed_by=by.username,
            at=clock.now(),
        )

        session.add(proposal)
        session.flush()
        _audit(session, by, Event.PROPOSED, proposal, values)
        assert proposal.id is not None
        return proposal.id


def confirm(catalogue: Catalogue, proposal_id: int, by: Person, note: str = "") -> None:
    """Write all that was proposed into the catalogue, in the proposer's name.

    Raises Refused without the role and to the proposer, BadInput for a CPR number in
    the note, Conflict where it is settled
    already or what it would change has been changed since, NotFound.
    """
    require_role(by, Role.APPROVER)
    refuse_numbers("note", note)

    with transaction(catalogue.engine) as session:
        proposed = _waiting(session, proposal_id)
        proposed.require_another(by)

        snapshot = catalogue.today()
        _require_unchanged(session, snapshot, proposed)
        stem = f"{proposed.kind.name}-{proposed.id}"
        for record in proposed.records:
            write(
                session,
                snapshot,
                proposed.kind,
                record.values,
                by=proposed.proposal.proposed_by,
                stem=stem,
            )
        _resolve(session, proposed, Outcome.CONFIRMED, by, note)


def reject(catalogue: Catalogue, proposal_id: int, by: Person, note: str) -> None:
    """Say no, and why. Raises Refused, BadInput without a note, Conflict, NotFound."""
    require_role(by, Role.APPROVER)
    if not note.strip():
        raise BadInput(
            "Skriv, hvorfor forslaget afvises, så den anden kan gå videre.", "note"
        )
    refuse_numbers("note", note)

    with transaction(catalogue.engine) as session:
        proposed = _waiting(session, proposal_id)
        if proposed.proposal.proposed_by == by.username:
            raise Refused("Forslaget er dit eget. Træk det tilbage i stedet.")
        proposed.require_another(by)
        _resolve(session, proposed, Outcome.REJECTED, by, note)


def retract(catalogue: Catalogue, proposal_id: int, by: Person) -> None:
    """Take one's own proposal back. Raises Refused, Conflict, NotFound."""
    with transaction(catalogue.engine) as session:
        proposed = _waiting(session, proposal_id)
        if proposed.proposal.proposed_by != by.username:
            raise Refused("Kun den, der har skrevet forslaget, kan trække det tilbage.")
        _resolve(session, proposed, Outcome.RETRACTED, by, "")


def record_review(catalogue: Catalogue, values: Mapping[str, Any], by: Person) -> str:
    """ "Gennemgået, uændret", by one person. Returns the record's name.

    Raises Refused without the role, WrongRecords naming each field.
    """
    require_role(by, Role.EDITOR)
    kind = kind_of("review")

    with transaction(catalogue.engine) as session:
        snapshot = catalogue.today()
        checked = _checked(session, snapshot, kind, [values])[0]
        subject = checked["agreement"]
        stem = f"gennemgang-{subject}"
        ref = write(
            session, snapshot, kind, checked, by=by.username, stem=stem, confirmed=True
        )

        detail = f"{checked['effective_on']} ({ref})"
        audit.write_entry(
            session,
            actor=by.username,
            event=Event.REVIEW,
            subject=subject,
            detail=detail,
        )
    return ref


def _checked(
    session: Session,
    snapshot: Snapshot,
    kind: RecordKind,
    records: Sequence[Mapping[str, Any]],
) -> list[dict[str, Any]]:
    if not records:
        raise BadInput("Vælg mindst én post.", "records")

    values = [with_file(session, kind, completed(kind, record)) for record in records]
    wrong: dict[int, dict[str, str]] = {}
    seen: set[tuple[str, ...]] = set()

    for at, (record, own) in enumerate(zip(records, values, strict=True)):
        faults = wrong_record(session, snapshot, kind, own)
        mark = kind.identified(own) or (repr(own),)
        if len(records) > 1 and not faults and mark in seen:
            faults = {kind.fields[0].name: "Det samme står to gange i forslaget."}
        seen.add(mark)
        if not faults and record.get(BASE) is not None:
            faults = _overtaken(snapshot, kind, own, record[BASE])
        if faults:
            wrong[at] = faults

    if wrong:
        raise WrongRecords(wrong, len(records))
    return values


def _overtaken(
    snapshot: Snapshot, kind: RecordKind, values: Mapping[str, Any], base: str
) -> dict[str, str]:
    """Another has changed the same while the form was open; or a new name is taken."""
    before = current(snapshot, kind, values)
    if base == base_of(before):
        return {}
    if base == NEW and kind.named_by:
        name = kind.identity[-1]
        return {
            name: (
                f"«{values[name]}» findes allerede. Ret det, der findes, eller vælg "
                "andet."
            )
        }

    raise Conflict(
        "En anden har ændret det, mens du skrev. Åbn det igen, og skriv din ændring."
    )


def _require_unchanged(
    session: Session, snapshot: Snapshot, proposed: Proposed
) -> None:
    if any(has_changed(snapshot, proposed)):
        raise Conflict(
            f"«{proposed.proposal.title}» er ændret, siden forslaget blev skrevet. "
            "Afvis det, eller bed om et nyt."
        )

    for record in proposed.records:
        wrong = wrong_record(session, snapshot, proposed.kind, record.values)
        if wrong:
            text = next(iter(wrong.values()))
            raise Conflict(f"Forslaget passer ikke længere til kataloget. {text}")


def _resolve(
    session: Session, proposed: Proposed, outcome: Outcome, by: Person, note: str
) -> None:
    session.add(
        Resolution(
            proposal_id=proposed.id,
            outcome=outcome,
            decided_by=by.username,
            at=clock.now(),
            note=note.strip(),
        )
    )
    session.flush()

    values = [record.values for record in proposed.records]
    _audit(session, by, Event[outcome.name], proposed.proposal, values, note.strip())


def _audit(
    session: Session,
    by: Person,
    event: Event,
    proposal: Proposal,
    values: Iterable[Mapping[str, Any]],
    note: str = "",
) -> None:
    named = {v.get("agreement") or v.get("slug") or v.get("key") for v in values}
    subject = (
        str(named.pop()) if len(named) == 1 and None not in named else proposal.kind
    )

    whose = "" if event is Event.PROPOSED else f", foreslået af {proposal.proposed_by}"
    detail = (
        f"forslag {proposal.id}: {proposal.title}{whose}{f': {note}' if note else ''}"
    )
    audit.write_entry(
        session, actor=by.username, event=event, subject=subject, detail=detail
    )


def _waiting(session: Session, proposal_id: int) -> Proposed:
    proposed = read_in(session, proposal_id)
    if proposed.resolution is not None:
        who = proposed.resolution.decided_by
        name = proposed.authors.called.get(who, who)
        raise Conflict(f"Forslaget er allerede {proposed.outcome} af {name}.")
    return proposed
