"""Proposals to issue an appendix, as they are stored and settled."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from registry import clock
from registry.accounts.four_eyes import ForAnother
from registry.accounts.roles import Person
from registry.catalogue.queries import Catalogue
from registry.errors import Conflict, NotFound, Refused
from registry.models import Outcome, Proposal, Resolution
from registry.records.proposed import EDITION, OUTCOME_LABELS
from registry.storage import audit
from registry.storage.db import reading, transaction
from registry.storage.events import Event
from registry.storage.four_eyes import Authors, proposers_of


@dataclass(frozen=True)
class EditionProposal(ForAnother):
    """One that waits. `parameters`: the request as its address says it. `fingerprint`:
    of what the appendix said when it was proposed.
    """

    OWN = "Du har selv foreslået det. En anden skal udstede det."

    proposal: Proposal
    parameters: str
    fingerprint: str
    authors: Authors

    @property
    def id(self) -> int:
        """Its number, in addresses and in the trail."""
        assert self.proposal.id is not None
        return self.proposal.id


def keep(
    catalogue: Catalogue, title: str, parameters: str, fingerprint: str, by: Person
) -> int:
    """Store a proposal, checked by the caller. Returns its id."""
    proposed = {"parameters": parameters, "fingerprint": fingerprint}

    with transaction(catalogue.engine) as session:
        proposal = Proposal(
            kind=EDITION,
            title=title,
            records=json.dumps([proposed]),
            proposed_by=by.username,
            at=clock.now(),
        )
        session.add(proposal)
        session.flush()
        _tell(session, by, Event.PROPOSED, proposal)
        assert proposal.id is not None
        return proposal.id


def settle(
    session: Session, proposal_id: int, outcome: Outcome, by: Person, note: str = ""
) -> None:
    """Write what became of it. Raises Conflict where it is settled already, Refused to
    all but the proposer for a retraction, to the proposer for all else, NotFound.
    """
    waits = _waiting(session, proposal_id)
    if outcome is not Outcome.RETRACTED:
        waits.require_another(by)
    elif waits.proposal.proposed_by != by.username:
        raise Refused("Kun den, der har foreslået det, kan trække det tilbage.")

    session.add(
        Resolution(
            proposal_id=proposal_id,
            outcome=outcome,
            decided_by=by.username,
            at=clock.now(),
            note=note.strip(),
        )
    )
    session.flush()
    _tell(session, by, Event[outcome.name], waits.proposal, note.strip())


def close(
    catalogue: Catalogue, proposal_id: int, outcome: Outcome, by: Person, note: str = ""
) -> None:
    """The same in a transaction of its own."""
    with transaction(catalogue.engine) as session:
        settle(session, proposal_id, outcome, by, note)


def one(catalogue: Catalogue, proposal_id: int) -> EditionProposal:
    """Raises NotFound, Conflict where it is settled."""
    with reading(catalogue.engine) as session:
        return _waiting(session, proposal_id)


def waiting(catalogue: Catalogue) -> Sequence[Proposal]:
    """The appendices that wait to be issued, the oldest first."""
    with reading(catalogue.engine) as session:
        return _unsettled(session)


def count_for(catalogue: Catalogue, person: Person) -> int:
    """How many of them the person may issue."""
    with reading(catalogue.engine) as session:
        waits = [_waiting(session, p.id or 0) for p in _unsettled(session)]
    return sum(one.may_decide(person) for one in waits)


def _unsettled(session: Session) -> Sequence[Proposal]:
    settled = select(Resolution.proposal_id)
    query = select(Proposal).where(
        col(Proposal.kind) == EDITION, col(Proposal.id).not_in(settled)
    )
    return session.exec(query.order_by(col(Proposal.id))).all()


def _waiting(session: Session, proposal_id: int) -> EditionProposal:
    proposal = session.get(Proposal, proposal_id)
    if proposal is None or proposal.kind != EDITION:
        raise NotFound("Det forslag til et appendiks findes ikke.")

    settled = select(Resolution).where(col(Resolution.proposal_id) == proposal_id)
    resolution = session.exec(settled).first()
    authors = proposers_of(session, proposal)
    if resolution is not None:
        outcome, who = (
            OUTCOME_LABELS[Outcome(resolution.outcome)],
            resolution.decided_by,
        )
        name = authors.called.get(who, who)
        raise Conflict(f"Forslaget er allerede {outcome} af {name}.")

    (proposed,) = json.loads(proposal.records)
    return EditionProposal(
        proposal, proposed["parameters"], proposed["fingerprint"], authors
    )


def _tell(
    session: Session, by: Person, event: Event, proposal: Proposal, note: str = ""
) -> None:
    whose = "" if event is Event.PROPOSED else f", foreslået af {proposal.proposed_by}"
    detail = f"forslag {proposal.id}: Appendiks: {proposal.title}{whose}"

    audit.write_entry(
        session,
        actor=by.username,
        event=event,
        subject=proposal.kind,
        detail=f"{detail}: {note}" if note else detail,
    )
