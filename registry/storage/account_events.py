"""The events on accounts, read from the trail: what four eyes are counted by, and what
owners and administrators are told.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sqlmodel import Session, col, select

from registry.models import ROLE_LABELS, AuditEntry, Role
from registry.rules.linked_accounts import AccountEvent, with_used_links
from registry.rules.roles_then import RolesSet, RolesThen, roles_in
from registry.storage.audit import Line
from registry.storage.events import Event, Recorded

# By each of these the one who does it could come to sign in as the other.
BINDING: tuple[Recorded, ...] = (
    Event.ACCOUNT_ADD,
    Event.ACCOUNT_LINK,
    Event.ACCOUNT_ROLES,
    Event.ACCOUNT_REOPEN,
)
READ = (
    *BINDING,
    Event.ACCOUNT_JOIN,
    Event.ACCOUNT_CONFIRM,
    Event.PASSWORD_LINK,
)
NAMES = {event.key: event.trail for event in READ}
_OPEN = frozenset(
    {Event.ACCOUNT_ADD.key, Event.ACCOUNT_ROLES.key, Event.ACCOUNT_REOPEN.key}
)
_CONFIRMED = re.compile(r"post (\d+)")


class AccountEntry(NamedTuple):
    """An event on an account with its entry, as people are told of it."""

    entry: AuditEntry
    confirmed_by: frozenset[str]

    @property
    def place(self) -> int:
        """Its entry's place in the trail, by which a confirmation names it."""
        assert self.entry.id is not None
        return self.entry.id

    @property
    def text(self) -> str:
        """What was done, less who did it, to whom and when."""
        detail = self.entry.detail.replace("->", "blev til")
        for role, label in ROLE_LABELS.items():
            detail = detail.replace(role, label.lower())
        return f"{NAMES[self.entry.event_key]}{f': {detail}' if detail else ''}"


def account_events(session: Session) -> list[AccountEvent]:
    """Every event by which one account could become another's, in the trail's order."""
    events = [_event(event) for event in account_entries(session)]
    return with_used_links(events, Event.ACCOUNT_LINK.key, Event.PASSWORD_LINK.key)


def account_entries(session: Session) -> list[AccountEntry]:
    """The same with their entries, and beside them joinings and links used."""
    keys = [event.key for event in (*READ, Event.ACCOUNT_CLOSE)]
    read = select(AuditEntry).where(col(AuditEntry.event_key).in_(keys))
    entries = session.exec(read.order_by(col(AuditEntry.id))).all()

    confirmed = _confirmations(list(entries))
    return [
        AccountEntry(entry, frozenset(confirmed[entry.id or 0]))
        for entry in entries
        if entry.event_key not in (Event.ACCOUNT_CONFIRM.key, Event.ACCOUNT_CLOSE.key)
    ]


def roles_set(entries: Iterable[AuditEntry | Line]) -> Iterator[RolesSet]:
    """Which roles accounts had from which entry on, by entries in the trail's order."""
    open_with: dict[str, frozenset[str]] = {}
    for entry in entries:
        key, account, place = entry.event_key, entry.subject, entry.id or 0
        if key in (Event.ACCOUNT_ADD.key, Event.ACCOUNT_ROLES.key):
            open_with[account] = roles_in(entry.detail)
        is_closed = key == Event.ACCOUNT_CLOSE.key or (
            key == Event.ACCOUNT_JOIN.key and account != entry.actor
        )
        if is_closed:
            yield RolesSet(place, account, frozenset())
        elif key in _OPEN and account in open_with:
            yield RolesSet(place, account, open_with[account])


def confirms(place: int) -> str:
    """What an entry says that confirms the event with that number."""
    return f"post {place}"


def _confirmations(entries: list[AuditEntry]) -> dict[int, set[str]]:
    """Who confirmed each event, by its place: administrators then, and nobody else,
    whatever an entry says.
    """
    confirmed: dict[int, set[str]] = defaultdict(set)
    roles_then = RolesThen(roles_set(entries))

    for entry in entries:
        named = _CONFIRMED.fullmatch(entry.detail)
        if entry.event_key != Event.ACCOUNT_CONFIRM.key or not named:
            continue
        if Role.ADMINISTRATOR in roles_then.of(entry.actor, entry.id or 0):
            confirmed[int(named[1])].add(entry.actor)
    return confirmed


def _event(event: AccountEntry) -> AccountEvent:
    return AccountEvent(
        place=event.place,
        by=event.entry.actor,
        account=event.entry.subject,
        key=event.entry.event_key,
        confirmed_by=event.confirmed_by,
        lasting=event.entry.event_key == Event.ACCOUNT_JOIN.key,
    )
