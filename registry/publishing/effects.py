"""What each act on a draft does, beside the state, the entry in the trail and the
refusals, which are the same for all (acts.perform).
"""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sqlmodel import Session

from registry import clock
from registry.accounts.roles import Person
from registry.catalogue.queries import Catalogue
from registry.errors import BadInput, Refused, RegistryError
from registry.gates.gate import GateFinding
from registry.gates.table import blocking, gate_findings
from registry.models import AdoptionLink, Approval, Verdict, Version
from registry.publishing.kept_numbers import beside_text
from registry.publishing.reopening import hindrance
from registry.publishing.surroundings import adopted_by, surroundings_of
from registry.rules.party_roles import FORMAL
from registry.rules.version_content import VersionContent
from registry.storage.versions import previous_of

ADOPTED_FIRST = "vedtages-foerst"


class Blocked(RegistryError):
    """The gates stop an approval or a publication: `gate_findings` says where."""

    def __init__(self, gate_findings: tuple[GateFinding, ...]) -> None:
        texts = " ".join(gate_finding.text for gate_finding in gate_findings[:3])
        more = f" Og {len(gate_findings) - 3} til." if len(gate_findings) > 3 else ""
        super().__init__(f"Kontrollen stopper udgaven. {texts}{more}")
        self.gate_findings = gate_findings


@dataclass
class Doing:
    """One act under way in a session. `fingerprint`: of the text as it is stored now,
    which the person has seen.
    """

    session: Session
    catalogue: Catalogue
    version: Version
    slug: str
    content: VersionContent
    fingerprint: str
    by: Person
    note: str
    signed: Mapping[str, str] = field(default_factory=dict)


Effect = Callable[[Doing], None]


def submit(doing: Doing) -> None:
    """The version carries the fingerprint of its text; from now on triggers hold it."""
    doing.version.fingerprint = doing.fingerprint


def take_back(doing: Doing) -> None:
    """A new revision: the text may be changed again."""
    doing.version.revision += 1


def approve(doing: Doing) -> None:
    """Fix that this very text may be published.

    - the gates let it through, but for what is signed; else raises Blocked
    - an Approval of its revision and fingerprint, with the signed reasons
    - the version shows the reasons
    """
    _require_open_gates(doing, doing.signed)
    reasons = [
        f"{signature}: {r.strip()}"
        for signature, r in doing.signed.items()
        if r.strip()
    ]
    _decide(doing, Verdict.APPROVED, reasons)
    doing.version.signed_reasons = reasons


def return_(doing: Doing) -> None:
    """Give the text back to those who write.

    - a note says what is to be mended; else raises BadInput
    - an Approval that says no, with the note
    - a new revision, without signed reasons: an earlier approval holds no more
    """
    if not doing.note:
        raise BadInput(
            "Skriv, hvad der skal rettes, så den der skrev, kan gå videre.", "note"
        )
    _decide(doing, Verdict.RETURNED, [])
    doing.version.revision += 1
    doing.version.signed_reasons = []


def send_for_adoption(doing: Doing) -> None:
    """A link by which the parties read this very text without signing in."""
    assert doing.version.id is not None

    doing.session.add(
        AdoptionLink(
            version_id=doing.version.id,
            fingerprint=doing.version.fingerprint,
            secret=secrets.token_urlsafe(32),
            sent_by=doing.by.username,
            at=clock.now(),
        )
    )


def publish(doing: Doing) -> None:
    """Make the version a part of the catalogue, for good.

    - the gates let it through, but for what was signed; else raises Blocked
    - the parties have adopted it, where they must first; else raises Refused
    - the next number of the agreement, and when and by whom it was recorded
    """
    _require_open_gates(doing, doing.version.signed)
    _require_adoptions(doing)
    before = previous_of(doing.session, doing.version)
    doing.version.number = (before.number if before and before.number else 0) + 1
    doing.version.recorded_at = clock.now()
    doing.version.recorded_by = doing.by.username


def withdraw(doing: Doing) -> None:
    """A new revision: an approval holds no more. The text is kept."""
    doing.version.revision += 1


def reopen(doing: Doing) -> None:
    """The draft goes on with the text it had; what was signed holds no more.

    Raises Refused where the agreement has another draft, or was published since.
    """
    hindered = hindrance(doing.session, doing.version)
    if hindered:
        raise Refused(hindered)
    doing.version.signed_reasons = []


def _decide(doing: Doing, verdict: Verdict, reasons: list[str]) -> None:
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


def _require_open_gates(doing: Doing, signed: Mapping[str, str]) -> None:
    assert doing.version.id is not None
    around = surroundings_of(
        doing.catalogue,
        doing.slug,
        doing.content,
        doing.fingerprint,
        kept_numbers=beside_text(doing.catalogue, doing.version.id),
    )

    stopping = blocking(gate_findings(doing.content, around), signed)
    if stopping:
        raise Blocked(stopping)


def _require_adoptions(doing: Doing) -> None:
    """Where the agreement's own rule is that its parties adopt it first, they must
    have.
    """
    if doing.version.adoption_rule != ADOPTED_FIRST:
        return

    snapshot = doing.catalogue.today()
    missing = set(doing.content.parties.get(FORMAL, ())) - adopted_by(
        snapshot, doing.slug, doing.fingerprint
    )

    if missing:
        names = ", ".join(sorted(snapshot.organisation_name(slug) for slug in missing))
        raise Refused(f"Aftalen skal vedtages først. Det mangler: {names}.")
