"""Issuing an appendix takes two: one proposes it under a title, another confirms that
it is issued, as records are.
"""

from dataclasses import dataclass
from functools import partial
from urllib.parse import parse_qsl, urlencode

from registry.accounts.roles import Person, require_role
from registry.catalogue.queries import Catalogue
from registry.clock import parse_moment
from registry.documents.blocks import printable
from registry.errors import BadInput, Conflict
from registry.exports import issuing
from registry.exports.appendix_content import AppendixContent, appendix_content
from registry.exports.request import AppendixRequest, parse
from registry.models import Outcome, Role
from registry.records import proposed_editions
from registry.records.proposed_editions import EditionProposal
from registry.rules.privacy import refuse_numbers

LONGEST_TITLE = 200
CHANGED = (
    "Appendikset er blevet et andet, siden det blev foreslået: Kataloget er ændret. "
    "Afvis forslaget, og foreslå det igen, som det nu er."
)


@dataclass(frozen=True)
class ProposedEdition:
    """An appendix that waits to be issued, as it is now."""

    waits: EditionProposal
    appendix: AppendixContent

    @property
    def changed(self) -> bool:
        """Whether it is another than the one proposed."""
        return self.appendix.fingerprint != self.waits.fingerprint


def propose(
    catalogue: Catalogue,
    request: AppendixRequest,
    public_url: str,
    title: str,
    by: Person,
) -> int:
    """Propose that the appendix be issued under a title. Returns the proposal's id.

    Raises Refused without the role and where addresses are local, BadInput for the
    title, NotFound for an unknown health agreement.
    """
    require_role(by, Role.EDITOR, Role.APPROVER)
    issuing.require_lasting(public_url)
    named = _title(title)

    content = appendix_content(catalogue, request, public_url)
    parameters = urlencode(request.parameters())
    return proposed_editions.keep(catalogue, named, parameters, content.fingerprint, by)


def confirm(catalogue: Catalogue, proposal_id: int, public_url: str, by: Person) -> int:
    """Issue what another proposed, in every format. Returns the edition's number.

    Raises Refused without the role, to the proposer and where addresses are local;
    Conflict where it is settled, or has become another appendix meanwhile; NotFound.
    """
    require_role(by, Role.APPROVER)
    proposed = read(catalogue, proposal_id, public_url)
    proposed.waits.require_another(by)
    if proposed.changed:
        raise Conflict(CHANGED)

    # Looked at again in the transaction that stores it.
    settle = partial(
        proposed_editions.settle,
        proposal_id=proposal_id,
        outcome=Outcome.CONFIRMED,
        by=by,
    )
    title = proposed.waits.proposal.title
    return issuing.issue(
        catalogue, proposed.appendix.request, public_url, by, title=title, settle=settle
    )


def reject(catalogue: Catalogue, proposal_id: int, by: Person, note: str) -> None:
    """Say no, and why. Raises Refused, BadInput without a note, Conflict, NotFound."""
    require_role(by, Role.APPROVER)
    if not note.strip():
        raise BadInput(
            "Skriv, hvorfor det ikke skal udstedes, så den anden kan gå videre.", "note"
        )
    refuse_numbers("note", note)
    proposed_editions.close(catalogue, proposal_id, Outcome.REJECTED, by, note)


def retract(catalogue: Catalogue, proposal_id: int, by: Person) -> None:
    """Take one's own proposal back. Raises Refused, Conflict, NotFound."""
    proposed_editions.close(catalogue, proposal_id, Outcome.RETRACTED, by)


def read(catalogue: Catalogue, proposal_id: int, public_url: str) -> ProposedEdition:
    """Raises NotFound, Conflict where it is settled."""
    waits = proposed_editions.one(catalogue, proposal_id)
    given = dict(parse_qsl(waits.parameters))
    snapshot = catalogue.at(parse_moment(given["pr"], ""))

    content = appendix_content(catalogue, parse(snapshot, given), public_url)
    return ProposedEdition(waits, content)


def _title(title: str) -> str:
    words = " ".join(printable(title).split())
    if not words or len(words) > LONGEST_TITLE:
        raise BadInput(
            f"Titel: skriv, hvad det udstedte skal hedde, højst {LONGEST_TITLE} tegn.",
            "titel",
        )
    refuse_numbers("titel", words, label="Titel")
    return words
