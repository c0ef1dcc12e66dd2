"""Adoptions: each party's decision on one text, bound to its fingerprint, and how far it has come.

One person enters them: they change no answer, and what the parties decided is theirs.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from registry import audit, clock
from registry.catalogue import Catalogue
from registry.clock import today
from registry.danish_dates import danish_date
from registry.db import transaction
from registry.errors import BadInput, Conflict, Refused
from registry.models import Adoption, Party, Role, State, Version
from registry.publishing.adoption_lines import (
    ADOPTED,
    DECISIONS,
    NOT_ADOPTED,
    Decided,
    WrongLine,
)
from registry.publishing.gate_rules import FORMAL
from registry.publishing.recording import free_ref
from registry.publishing.states import Person, require_role, stands_as
from registry.publishing.stored import children_of, slug_of, version_by_id
from registry.snapshot import ShownVersion, Snapshot

ADOPTABLE = (State.FOR_ADOPTION, State.PUBLISHED)
ACCEDING = "tiltraedende-part"
EARLIEST = date(1990, 1, 1)
CHANGED = (
    "Teksten er ændret og sendt til vedtagelse igen, siden du åbnede siden. Se efter, om parterne "
    "har vedtaget den nye tekst, før du skriver det ind."
)


class WrongLines(BadInput):
    """What is to be mended before anything is recorded, line by line."""

    def __init__(self, wrong: Sequence[WrongLine]) -> None:
        first = wrong[0]
        super().__init__(f"Linje {first.line}: {first.text}" if first.line else first.text)
        self.wrong = wrong


@dataclass(frozen=True)
class Progress:
    """How far a text has come with its formal parties.

    `missing` and `refused` are organisations; `decisions` all that stand on this text, in the
    order entered, `earlier` those on another text of the agreement.
    """

    adopted: int
    of: int
    missing: list[str]
    refused: list[str]
    decisions: list[Adoption]
    earlier: list[Adoption]

    @property
    def text(self) -> str:
        return f"{self.adopted} af {self.of}"

    @property
    def is_complete(self) -> bool:
        return self.adopted == self.of


def adopt(
    catalogue: Catalogue,
    version_id: int,
    entries: Sequence[Decided],
    by: Person,
    *,
    seen: str | None = None,
) -> int:
    """Record the decisions on a version's text, all or none. Returns how many.

    A decision that differs from the one a party already has on the text corrects it. `seen`: the
    fingerprint of the text that the person had before them (None: the one that stands now). Raises
    Refused (role, state), Conflict (the text has changed), WrongLines naming each line, NotFound.
    """
    require_role(by, Role.EDITOR)
    if not entries:
        raise BadInput("Skriv mindst én vedtagelse.", "lines")
    with transaction(catalogue.engine) as session:
        version = version_by_id(session, version_id)
        if version.state not in ADOPTABLE:
            raise Refused(
                f"{stands_as(version.state)} "
                "Vedtagelser skrives ind, når den er sendt til vedtagelse."
            )
        if seen not in (None, version.fingerprint):
            raise Conflict(CHANGED, "seen")
        slug, snapshot = slug_of(session, version), catalogue.today()
        standing = _by_organisation(snapshot, slug, version.fingerprint, version.number)
        parties = adopting_parties(children_of(session, Party, version))
        wrong = list(_wrong(snapshot, entries, parties, standing))
        if wrong:
            raise WrongLines(wrong)
        for entry in entries:
            _record(session, slug, version, entry, standing.get(entry.organisation), by)
        told = f"tekst {version.fingerprint[:12]}: {', '.join(_told(e) for e in entries)}"
        audit.record(session, actor=by.username, act="adoption", subject=slug, detail=told)
    return len(entries)


def progress(
    snapshot: Snapshot,
    slug: str,
    fingerprint: str,
    parties: Iterable[Party],
    number: int | None = None,
) -> Progress:
    """How far the text of that fingerprint has come. `number`: the version's, once published."""
    formal = [party.organisation for party in parties if party.role == FORMAL]
    of_agreement = snapshot.records_of(Adoption, slug)
    mine = [r for r in of_agreement if concerns(r, fingerprint, number)]
    decisions = {record.organisation: record.decision for record in mine}
    return Progress(
        adopted=sum(decisions.get(name) == ADOPTED for name in formal),
        of=len(formal),
        missing=[name for name in formal if name not in decisions],
        refused=[name for name in formal if decisions.get(name) == NOT_ADOPTED],
        decisions=mine,
        earlier=[r for r in of_agreement if r not in mine],
    )


def progress_of(snapshot: Snapshot, version: ShownVersion) -> Progress:
    """How far a published version has come."""
    stored = version.version
    return progress(snapshot, version.slug, stored.fingerprint, version.parties, stored.number)


def concerns(record: Adoption, fingerprint: str, number: int | None) -> bool:
    """Whether it is about that text. Older ones name no text, only the version's number."""
    if record.fingerprint:
        return record.fingerprint == fingerprint
    return number is not None and record.version == number


def adopting_parties(parties: Iterable[Party]) -> list[str]:
    """Those who decide on the text: the formal parties, then those who join it."""
    listed = list(parties)
    return [p.organisation for role in (FORMAL, ACCEDING) for p in listed if p.role == role]


def _by_organisation(
    snapshot: Snapshot, slug: str, fingerprint: str, number: int | None
) -> dict[str, Adoption]:
    found = snapshot.records_of(Adoption, slug)
    return {r.organisation: r for r in found if concerns(r, fingerprint, number)}


def _wrong(
    snapshot: Snapshot,
    entries: Iterable[Decided],
    parties: Collection[str],
    standing: dict[str, Adoption],
) -> Iterable[WrongLine]:
    seen: set[str] = set()
    for entry in entries:
        name = snapshot.organisation_name(entry.organisation)
        if entry.organisation not in parties:
            told = (
                f"{name} er ikke part i aftalen. Fjern linjen, eller ret parterne i en ny udgave."
            )
            yield WrongLine(entry.line, told, "organisation")
        elif entry.organisation in seen:
            yield WrongLine(
                entry.line, f"{name} står to gange. Fjern den ene linje.", "organisation"
            )
        elif entry.decision not in DECISIONS:
            yield WrongLine(entry.line, "Vælg, om teksten er vedtaget eller ej.", "decision")
        elif entry.effective_on > today():
            told = f"{danish_date(entry.effective_on)} ligger i fremtiden. Ret datoen."
            yield WrongLine(entry.line, told, "effective_on")
        elif entry.effective_on < EARLIEST:
            told = f"Årstallet {entry.effective_on.year} kan ikke være rigtigt. Ret datoen."
            yield WrongLine(entry.line, told, "effective_on")
        elif _is_same(standing.get(entry.organisation), entry):
            told = f"Det er allerede skrevet ind, hvad {name} har besluttet. Fjern linjen."
            yield WrongLine(entry.line, told, "organisation")
        seen.add(entry.organisation)


def _is_same(record: Adoption | None, entry: Decided) -> bool:
    return record is not None and (record.decision, record.effective_on, record.reference) == (
        entry.decision,
        entry.effective_on,
        entry.reference,
    )


def _record(
    session: Session,
    slug: str,
    version: Version,
    entry: Decided,
    earlier: Adoption | None,
    by: Person,
) -> None:
    session.add(
        Adoption(
            ref=free_ref(session, Adoption, f"vedtagelse-{slug}-{entry.organisation}"),
            effective_on=entry.effective_on,
            recorded_at=clock.now(),
            recorded_by=by.username,
            corrects=earlier.ref if earlier else None,
            confirmed=bool(entry.reference),
            agreement=slug,
            version=version.number,
            organisation=entry.organisation,
            decision=entry.decision,
            reference=entry.reference,
            fingerprint=version.fingerprint,
        )
    )
    session.flush()


def _told(entry: Decided) -> str:
    return f"{entry.organisation} {entry.decision} {entry.effective_on}"
