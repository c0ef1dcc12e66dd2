"""Handing drafts over: when one who wrote leaves, another goes on with what is under
way. It is no writing: who wrote in a draft still wrote, and four eyes are as before.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from registry import clock
from registry.accounts import accounts
from registry.accounts.roles import Person, require_role
from registry.catalogue.queries import Catalogue
from registry.errors import BadInput, Conflict
from registry.models import FINAL, Account, Handover, Role, State, Version
from registry.rules.states import STATE_LABELS
from registry.storage import audit
from registry.storage.account_events import account_events
from registry.storage.db import reading, transaction
from registry.storage.events import Event
from registry.storage.four_eyes import authors_of, authors_of_each
from registry.storage.versions import slug_of, version_by_id


@dataclass(frozen=True)
class HeldDraft:
    """An open draft that a person is to go on with: its title and state, no text."""

    id: int
    title: str
    state_label: str


def held_drafts(catalogue: Catalogue) -> Mapping[str, Sequence[HeldDraft]]:
    """The open drafts by the username of each who holds them: who wrote in one, less
    those who handed it on, and those it was handed to.
    """
    held: dict[str, list[HeldDraft]] = {}
    with reading(catalogue.engine) as session:
        opened = session.exec(
            select(Version)
            .where(col(Version.state).not_in(FINAL))
            .order_by(Version.title, col(Version.id))
        ).all()
        events = account_events(session)
        authors = authors_of_each(session, opened, events)
        for version in opened:
            for person in authors[version.id or 0].holders:
                held.setdefault(person, []).append(_held(version))

    return held


def receivers(catalogue: Catalogue, but: str) -> list[Account]:
    """The open accounts that may write, less one."""
    return [
        account
        for account in accounts.listing(catalogue.engine)
        if not account.closed and account.has(Role.EDITOR) and account.username != but
    ]


def hand_over(
    catalogue: Catalogue, versions: Iterable[int], giver: str, receiver: str, by: Person
) -> int:
    """Let another hold the drafts of one. Returns how many.

    All of them or none. Raises Refused without the role of an administrator; BadInput
    where nothing is chosen or the receiver may not write; Conflict where a draft is no
    longer open or not the giver's; NotFound.
    """
    require_role(by, Role.ADMINISTRATOR)
    wanted = sorted(set(versions))
    if not wanted:
        raise BadInput("Vælg mindst én kladde.", "kladde")
    if receiver not in {a.username for a in receivers(catalogue, giver)}:
        raise BadInput(
            "Vælg, hvem der overtager: en anden, åben konto med rollen redaktør.",
            "modtager",
        )

    with transaction(catalogue.engine) as session:
        for version_id in wanted:
            version = version_by_id(session, version_id)
            _hand_over(session, version, giver, receiver, by)

    return len(wanted)


def _hand_over(
    session: Session, version: Version, giver: str, receiver: str, by: Person
) -> None:
    if version.state in FINAL or giver not in authors_of(session, version).holders:
        raise Conflict(
            "En af kladderne er ikke længere under arbejde hos personen. Se listen "
            "igen."
        )

    session.add(
        Handover(
            version_id=version.id or 0,
            from_person=giver,
            to_person=receiver,
            handed_by=by.username,
            at=clock.now(),
        )
    )

    session.flush()
    audit.write_entry(
        session,
        actor=by.username,
        event=Event.DRAFT_HANDED_OVER,
        subject=slug_of(session, version),
        detail=f"fra {giver} til {receiver}",
    )


def _held(version: Version) -> HeldDraft:
    return HeldDraft(
        id=version.id or 0,
        title=version.title or "Uden titel",
        state_label=STATE_LABELS[State(version.state)],
    )
