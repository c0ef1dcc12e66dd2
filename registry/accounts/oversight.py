"""That nobody changes another's account unseen: what its owner and the other
administrators are told, and what a second administrator confirms.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Engine
from sqlmodel import Session, col, select

from registry import clock
from registry.accounts.roles import Person, require_role
from registry.errors import BadInput, NotFound, Refused
from registry.models import AuditEntry, Role
from registry.rules.linked_accounts import MACHINES, Makers, makers_in
from registry.storage import audit, db
from registry.storage.account_events import (
    BINDING,
    AccountEntry,
    account_entries,
    account_events,
    confirms,
)
from registry.storage.events import Event

NEWS_FOR = timedelta(days=90)
CONFIRMABLE = frozenset(event.key for event in BINDING)
NEWS = CONFIRMABLE | {Event.ACCOUNT_JOIN.key}
OWN_EVENT = "Du har selv gjort det. En anden administrator skal bekræfte det."
OWN_ACCOUNT = "Det gælder din egen konto. En anden administrator skal bekræfte det."
ONE_MAKER = (
    "Den, der har gjort det, kan også have logget ind med din konto, eller én person "
    "med jeres begge. Det skal bekræftes af en administrator, hvis konto er oprettet "
    "på maskinen (registry user add), eller af dig, når en sådan har bekræftet det, "
    "der er sket med din konto."
)


@dataclass(frozen=True)
class NewsLine:
    """What one has done to another's account, the newest first."""

    actor: str
    account: str
    events: Sequence[AccountEntry]
    reader: str

    @property
    def unconfirmed(self) -> list[AccountEntry]:
        """What the reader may confirm."""
        if self.actor in MACHINES or self.reader == self.account:
            return []
        return [
            event
            for event in self.events
            if event.entry.event_key in CONFIRMABLE
            and self.reader not in event.confirmed_by
        ]


def news_for(engine: Engine, administrator: str) -> list[NewsLine]:
    """What others have done to accounts, lately or without anybody's confirmation. What
    the administrator may confirm comes first; each the newest first.
    """
    since = clock.now() - NEWS_FOR
    lines: dict[tuple[str, str], list[AccountEntry]] = {}
    with db.reading(engine) as session:
        entries = account_entries(session)
    events = [event for event in entries if _waits(event) or event.entry.at >= since]

    for event in reversed(events):
        if event.entry.event_key in NEWS and event.entry.actor != administrator:
            lines.setdefault((event.entry.actor, event.entry.subject), []).append(event)

    listed = [NewsLine(*pair, events, administrator) for pair, events in lines.items()]
    return sorted(listed, key=lambda line: not line.unconfirmed)


def _waits(event: AccountEntry) -> bool:
    """Whether it binds two accounts, since nobody has confirmed it."""
    is_binding = (
        event.entry.event_key in CONFIRMABLE and event.entry.actor not in MACHINES
    )
    return is_binding and not event.confirmed_by


def news_for_owner(engine: Engine, username: str) -> list[AccountEntry]:
    """What others have done to the account since it was made, the newest first."""
    with db.reading(engine) as session:
        return _about(session, username)


def news_of(engine: Engine, username: str) -> list[AccountEntry]:
    """The same, since the owner signed in before this time."""
    with db.reading(engine) as session:
        last = _signed_in_before(session, username)
        return [event for event in _about(session, username) if event.place > last]


def confirm(engine: Engine, places: Iterable[int], by: Person) -> None:
    """Say of events, by their places in the trail, that they were as they should be; so
    they bind no accounts. What the person has confirmed already stays as it is.

    Raises Refused without the role, for one's own event, for one's own account, and for
    one whose account the same person could have signed in to as did it; NotFound;
    BadInput for none.
    """
    require_role(by, Role.ADMINISTRATOR)
    wanted = set(places)
    if not wanted:
        raise BadInput("Vælg, hvad du bekræfter.", "post")

    with db.transaction(engine) as session:
        events = [event for event in account_entries(session) if event.place in wanted]
        if len(events) < len(wanted):
            raise NotFound("Den post er ikke i historikken.")
        makers = makers_in(account_events(session))
        for event in events:
            _confirm(session, event, by, makers)


def _confirm(session: Session, event: AccountEntry, by: Person, makers: Makers) -> None:
    entry = event.entry
    if entry.event_key not in CONFIRMABLE:
        raise NotFound("Den post kan ikke bekræftes.")
    if entry.actor == by.username:
        raise Refused(OWN_EVENT)
    if entry.subject == by.username:
        raise Refused(OWN_ACCOUNT)
    if not makers.are_apart(by.username, entry.actor):
        raise Refused(ONE_MAKER)
    if by.username in event.confirmed_by:
        return

    audit.write_entry(
        session,
        actor=by.username,
        event=Event.ACCOUNT_CONFIRM,
        subject=entry.subject,
        detail=confirms(event.place),
    )


def _about(session: Session, username: str) -> list[AccountEntry]:
    return [
        event
        for event in reversed(account_entries(session))
        if event.entry.subject == username
        and event.entry.actor != username
        and event.entry.event_key in NEWS - {Event.ACCOUNT_ADD.key}
    ]


def _signed_in_before(session: Session, username: str) -> int:
    """The place of the owner's last signing in before they came in now; 0 for none. One
    who came by a link has shown no password, so that does not count as having seen.
    """
    entries = session.exec(
        select(AuditEntry.id, AuditEntry.event_key)
        .where(
            col(AuditEntry.subject) == username,
            col(AuditEntry.event_key).in_([Event.SIGN_IN.key, Event.PASSWORD_LINK.key]),
        )
        .order_by(col(AuditEntry.id).desc())
    ).all()
    earlier = (place for place, event in entries[1:] if event == Event.SIGN_IN.key)

    return next(earlier, None) or 0
