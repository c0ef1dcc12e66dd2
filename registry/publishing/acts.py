"""The acts on a draft as a whole: submit, approve, return, send for adoption, publish, withdraw.

Each is one transaction, and each names the text that the person looked at by its fingerprint.
"""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sqlmodel import Session

from registry import audit, clock
from registry.catalogue import Catalogue
from registry.db import transaction
from registry.errors import BadInput, Conflict, Refused, RegistryError
from registry.models import AdoptionLink, Approval, Verdict, Version
from registry.publishing.finding import Finding
from registry.publishing.gate_rules import FORMAL
from registry.publishing.gates import blocking, findings
from registry.publishing.states import ACTS, Person, refusal
from registry.publishing.stored import (
    content_in,
    previous_of,
    slug_of,
    version_by_id,
    writers_of,
)
from registry.publishing.surroundings import adopted_by, surroundings_of
from registry.version_content import VersionContent, fingerprint

ADOPTED_FIRST = "vedtages-foerst"


class Blocked(RegistryError):
    """The gates stop an approval or a publication. `findings` says where and why."""

    def __init__(self, found: tuple[Finding, ...]) -> None:
        texts = " ".join(finding.text for finding in found[:3])
        more = f" Og {len(found) - 3} til." if len(found) > 3 else ""
        super().__init__(f"Kontrollen stopper udgaven. {texts}{more}")
        self.findings = found


@dataclass
class _Doing:
    """One act under way in a session."""

    session: Session
    catalogue: Catalogue
    version: Version
    slug: str
    content: VersionContent
    fingerprint: str
    by: Person
    note: str
    signed: Mapping[str, str] = field(default_factory=dict)


def perform(
    catalogue: Catalogue,
    version_id: int,
    name: str,
    by: Person,
    *,
    seen: str,
    note: str = "",
    signed: Mapping[str, str] | None = None,
) -> Version:
    """Do the act of that name (states.ACTS) and return the version as it then stands.

    `seen`: the fingerprint of the text the person looked at. `signed`: the approver's reasons, by
    the signature of the finding. Raises Refused (role, four eyes, state), Conflict (the text has
    changed since it was seen), Blocked (gates), BadInput (a return without a note), NotFound.
    """
    act = ACTS[name]
    with transaction(catalogue.engine) as session:
        version = version_by_id(session, version_id)
        slug = slug_of(session, version)
        refused = refusal(act, version.state, by, writers_of(session, version))
        if refused:
            raise Refused(refused)
        content = content_in(session, version)
        mark = fingerprint(slug, content)
        if seen != mark:
            raise Conflict(
                "Teksten er ændret, siden du så den. Læs den igen, og tag så stilling.", "seen"
            )
        doing = _Doing(
            session, catalogue, version, slug, content, mark, by, note.strip(), signed or {}
        )
        _DO[name](doing)
        version.state = act.target
        session.flush()
        audit.record(session, actor=by.username, act=name, subject=slug, detail=_told(doing))
        return version


def _told(doing: _Doing) -> str:
    number = f"udgave {doing.version.number}, " if doing.version.number else ""
    note = f": {doing.note}" if doing.note else ""
    return f"{number}tekst {doing.version.fingerprint[:12]}{note}"


def _submit(doing: _Doing) -> None:
    doing.version.fingerprint = doing.fingerprint


def _take_back(doing: _Doing) -> None:
    doing.version.revision += 1


def _approve(doing: _Doing) -> None:
    _require_open_gates(doing, doing.signed)
    reasons = [f"{signature}: {r.strip()}" for signature, r in doing.signed.items() if r.strip()]
    _decide(doing, Verdict.APPROVED, reasons)
    doing.version.signed_reasons = reasons


def _return(doing: _Doing) -> None:
    if not doing.note:
        raise BadInput("Skriv, hvad der skal rettes, så den der skrev, kan gå videre.", "note")
    _decide(doing, Verdict.RETURNED, [])
    doing.version.revision += 1
    doing.version.signed_reasons = []


def _decide(doing: _Doing, verdict: Verdict, reasons: list[str]) -> None:
    assert doing.version.id is not None
    doing.session.add(
        Approval(
            version_id=doing.version.id,
            revision=doing.version.revision,
            fingerprint=doing.version.fingerprint,
            verdict=verdict,
            decided_by=doing.by.username,
            at=clock.now(),
            note=doing.note,
            signed_reasons=reasons,
        )
    )
    doing.session.flush()


def _send_for_adoption(doing: _Doing) -> None:
    assert doing.version.id is not None
    doing.session.add(
        AdoptionLink(
            version_id=doing.version.id,
            fingerprint=doing.version.fingerprint,
            token=secrets.token_urlsafe(32),
            sent_by=doing.by.username,
            at=clock.now(),
        )
    )


def _publish(doing: _Doing) -> None:
    _require_open_gates(doing, doing.version.signed)
    _require_adoptions(doing)
    before = previous_of(doing.session, doing.version)
    doing.version.number = (before.number if before and before.number else 0) + 1
    doing.version.recorded_at = clock.now()
    doing.version.recorded_by = doing.by.username


def _withdraw(doing: _Doing) -> None:
    doing.version.revision += 1


_DO: dict[str, Callable[[_Doing], None]] = {
    "indsend": _submit,
    "tag-tilbage": _take_back,
    "godkend": _approve,
    "returner": _return,
    "til-vedtagelse": _send_for_adoption,
    "offentliggoer": _publish,
    "traek-tilbage": _withdraw,
}


def _require_open_gates(doing: _Doing, signed: Mapping[str, str]) -> None:
    around = surroundings_of(doing.catalogue, doing.slug, doing.content, doing.fingerprint)
    stopping = blocking(findings(doing.content, around), signed)
    if stopping:
        raise Blocked(stopping)


def _require_adoptions(doing: _Doing) -> None:
    """Where the agreement's own rule is that its parties adopt it first, they must have."""
    if doing.version.adoption_rule != ADOPTED_FIRST:
        return
    snapshot = doing.catalogue.today()
    missing = set(doing.content.parties.get(FORMAL, ())) - adopted_by(
        snapshot, doing.slug, doing.fingerprint
    )
    if missing:
        names = ", ".join(sorted(snapshot.organisation_name(slug) for slug in missing))
        raise Refused(f"Aftalen skal vedtages først. Det mangler: {names}.")
