"""Adoptions: each party's decision on one text, bound to its fingerprint, and how far
it has come.

One person enters them: they change no answer, and what the parties decided is theirs.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from sqlmodel import Session

from registry import clock
from registry.accounts.roles import Person, require_role
from registry.catalogue.adoption_progress import adopting_parties, concerns
from registry.catalogue.queries import Catalogue
from registry.catalogue.snapshot import Snapshot
from registry.clock import today
from registry.errors import BadInput, Conflict, Refused
from registry.language.dates import danish_date
from registry.language.personal_numbers import has_number
from registry.models import Adoption, Party, Role, State, Version
from registry.records.adoption_lines import DECISIONS, Decided, WrongLine
from registry.records.recording import free_ref
from registry.rules.privacy import REFUSED
from registry.rules.states import stands_as
from registry.storage import audit
from registry.storage.db import transaction
from registry.storage.events import Event
from registry.storage.versions import children_of, slug_of, version_by_id

ADOPTABLE = (State.FOR_ADOPTION, State.PUBLISHED)
EARLIEST = date(1990, 1, 1)
CHANGED = (
    "Teksten er ændret og sendt til vedtagelse igen, siden du åbnede siden. Se efter, "
    "om parterne har vedtaget den nye tekst, før du skriver det ind."
)


class WrongLines(BadInput):
    """What is to be mended before anything is recorded, line by line."""

    def __init__(self, wrong: Sequence[WrongLine]) -> None:
        first = wrong[0]
        super().__init__(
            f"Linje {first.line}: {first.text}" if first.line else first.text
        )
        self.wrong = wrong


def adopt(
    catalogue: Catalogue,
    version_id: int,
    decided: Sequence[Decided],
    by: Person,
    *,
    seen: str | None = None,
) -> int:
    """Record the decisions on a version's text, all or none. Returns how many.

    A decision that differs from the one a party already has on the text corrects it.
    `seen`: the fingerprint of the text that the person had before them (None: the one
    that stands now). Raises Refused (role, state), Conflict (the text has changed),
    WrongLines naming each line, NotFound.
    """
    require_role(by, Role.EDITOR)
    if not decided:
        raise BadInput("Skriv mindst én vedtagelse.", "lines")

    with transaction(catalogue.engine) as session:
        version = version_by_id(session, version_id)
        if version.state not in ADOPTABLE:
            raise Refused(
                f"{stands_as(version.state)} Vedtagelser skrives ind, når den er sendt "
                "til vedtagelse."
            )
        if seen not in (None, version.fingerprint):
            raise Conflict(CHANGED, "seen")

        slug, snapshot = slug_of(session, version), catalogue.today()
        standing = _by_organisation(snapshot, slug, version.fingerprint, version.number)
        parties = adopting_parties(children_of(session, Party, version))
        wrong = list(_wrong(snapshot, decided, parties, standing))
        if wrong:
            raise WrongLines(wrong)

        for one in decided:
            _add_record(session, slug, version, one, standing.get(one.organisation), by)

        lines = ", ".join(_decision_line(one) for one in decided)
        detail = f"tekst {version.fingerprint[:12]}: {lines}"
        audit.write_entry(
            session,
            actor=by.username,
            event=Event.ADOPTION,
            subject=slug,
            detail=detail,
        )

    return len(decided)


def _by_organisation(
    snapshot: Snapshot, slug: str, fingerprint: str, number: int | None
) -> dict[str, Adoption]:
    adoptions = snapshot.records_of(Adoption, slug)
    return {r.organisation: r for r in adoptions if concerns(r, fingerprint, number)}


def _wrong(
    snapshot: Snapshot,
    decided: Iterable[Decided],
    parties: Collection[str],
    standing: dict[str, Adoption],
) -> Iterable[WrongLine]:
    seen: set[str] = set()
    for one in decided:
        name = snapshot.organisation_name(one.organisation)
        if one.organisation not in parties:
            message = (
                f"{name} er ikke part i aftalen. Fjern linjen, eller ret parterne i en "
                "ny udgave."
            )

            yield WrongLine(one.line, message, "organisation")
        elif one.organisation in seen:
            yield WrongLine(
                one.line,
                f"{name} står to gange. Fjern den ene linje.",
                "organisation",
            )
        elif one.decision not in DECISIONS:
            yield WrongLine(
                one.line, "Vælg, om teksten er vedtaget eller ej.", "decision"
            )
        elif one.effective_on > today():
            day = danish_date(one.effective_on)
            message = f"{day} ligger i fremtiden. Ret datoen."

            yield WrongLine(one.line, message, "effective_on")
        elif one.effective_on < EARLIEST:
            message = (
                f"Årstallet {one.effective_on.year} kan ikke være rigtigt. Ret datoen."
            )
            yield WrongLine(one.line, message, "effective_on")
        elif has_number(one.reference):
            yield WrongLine(one.line, REFUSED, "reference")
        elif _is_same(standing.get(one.organisation), one):
            message = (
                f"Det er allerede skrevet ind, hvad {name} har besluttet. Fjern linjen."
            )
            yield WrongLine(one.line, message, "organisation")

        seen.add(one.organisation)


def _is_same(record: Adoption | None, one: Decided) -> bool:
    return record is not None and (
        record.decision,
        record.effective_on,
        record.reference,
    ) == (
        one.decision,
        one.effective_on,
        one.reference,
    )


def _add_record(
    session: Session,
    slug: str,
    version: Version,
    one: Decided,
    earlier: Adoption | None,
    by: Person,
) -> None:
    session.add(
        Adoption(
            ref=free_ref(session, Adoption, f"vedtagelse-{slug}-{one.organisation}"),
            effective_on=one.effective_on,
            recorded_at=clock.now(),
            recorded_by=by.username,
            corrects=earlier.ref if earlier else None,
            confirmed=bool(one.reference),
            agreement=slug,
            version=version.number,
            organisation=one.organisation,
            decision=one.decision,
            reference=one.reference,
            fingerprint=version.fingerprint,
        )
    )

    session.flush()


def _decision_line(one: Decided) -> str:
    return f"{one.organisation} {one.decision} {one.effective_on}"
