"""Whether each entry seals only what such an entry may seal, is of one who was allowed
to, and what stands for good is sealed once.
"""

from collections.abc import Iterator, Mapping, Sequence

from sqlmodel import Session

from registry.models import ROLE_LABELS, State
from registry.rules.linked_accounts import MACHINES
from registry.rules.roles_then import RolesThen
from registry.storage import seals
from registry.storage.account_events import roles_set
from registry.storage.audit import Line
from registry.storage.events import Event, current_key
from registry.storage.seal_rules import (
    AS_IT_STOOD,
    BY_MACHINES,
    OWN,
    SEALINGS,
    Sealing,
    roles_for,
)
from registry.storage.seals import GONE, Sealed
from registry.storage.trail_tables import MADE, label
from registry.storage.value_checks import some

NOTHING = Sealing(frozenset())
PUBLISH = "publish"
LOADED = Event.LOAD.key
BY_ITS_OWN = OWN - {Event.SIGN_IN_REFUSED.key, Event.ACCOUNT_JOIN.key}
Kept = Mapping[object, Sequence[Sealed]]


def seal_faults(session: Session, trail: Sequence[Line], kept: Kept) -> Iterator[str]:
    """Rows sealed by an entry that tells of something else, or once more where they
    stand for good; entries of those who were not allowed to. By kind.
    """
    connection, tables = session.connection(), seals.sealed_tables()
    named = {
        row["id"]: str(row["username"])
        for row in seals.said(connection, tables["account"])
    }
    published = {
        row["id"]
        for row in seals.said(connection, tables["version"])
        if row["state"] == State.PUBLISHED
    }

    yield from some(_sealed_by_another(trail, kept), "Forseglinger")
    yield from some(_published_again(trail, kept, published), label("version", "…"))
    yield from some(_of_other_accounts(trail, kept, named), label("account", "…"))
    yield from some(_by_others(trail, kept, set(named.values())), "Historikkens poster")


def _sealed_by_another(trail: Sequence[Line], kept: Kept) -> Iterator[str]:
    seen: set[tuple[str, int]] = set()
    for line in trail:
        key = current_key(line.event_key)
        for seal in kept.get(line.id, ()):
            place = (seal.table, seal.row)
            what, keys = _done(seal, place in seen)

            if seal.digest == GONE:
                # SQLite may give its number to another row.
                seen.discard(place)
            else:
                seen.add(place)

            if key in keys or key == AS_IT_STOOD:
                continue
            is_known = what == "lavet" and seal.table in MADE
            if not is_known and not (what == "lavet" and key == LOADED):
                yield (
                    f"{label(*place)} er {what} ved post {line.id} ({line.event_key}), "
                    "som fortæller om andet."
                )


def _done(seal: Sealed, is_known: bool) -> tuple[str, frozenset[str]]:
    """What an entry did to a row, and the keys of those that may."""
    sealing = SEALINGS.get(seal.table, NOTHING)
    if seal.digest == GONE:
        return "fjernet", sealing.removed
    return ("ændret", sealing.changed) if is_known else ("lavet", sealing.made)


def _published_again(
    trail: Sequence[Line], kept: Kept, published: set[int]
) -> Iterator[str]:
    """Versions that were sealed once more after they were published."""
    by: dict[int, Line] = {}
    last: dict[int, Line] = {}
    for line in trail:
        key = current_key(line.event_key)
        of = [s for s in kept.get(line.id, ()) if s.table == "version"]
        for seal in of:
            if seal.row in by and key != AS_IT_STOOD:
                yield _after(seal.row, by[seal.row], line)
            if key == PUBLISH:
                by[seal.row] = line
            last[seal.row] = line

    for row in sorted(published & last.keys() - by.keys()):
        if current_key(last[row].event_key) not in (LOADED, AS_IT_STOOD):
            yield (
                f"{label('version', row)} står som offentliggjort, men er sidst "
                f"ændret ved post {last[row].id} ({last[row].event_key})."
            )


def _after(row: int, before: Line, line: Line) -> str:
    return (
        f"{label('version', row)} blev offentliggjort ved post {before.id} og er "
        f"ændret ved post {line.id} ({line.event_key})."
    )


def _of_other_accounts(
    trail: Sequence[Line], kept: Kept, named: Mapping[int, str]
) -> Iterator[str]:
    """Accounts that were changed by an entry about another, or by another than the
    entry of such a kind is of.
    """
    for line in trail:
        key = current_key(line.event_key)
        if key in (LOADED, AS_IT_STOOD):
            continue
        about = {line.subject}
        if key == Event.ACCOUNT_JOIN.key:
            about.add(line.actor)

        for seal in kept.get(line.id, ()):
            if seal.table != "account" or seal.row not in named:
                continue
            is_about = named[seal.row] in about
            if not is_about or (key in BY_ITS_OWN and line.actor != line.subject):
                yield (
                    f"{label('account', seal.row)} er ændret ved post {line.id} "
                    f"({line.event_key}), som er om «{line.subject}»."
                )


def _by_others(trail: Sequence[Line], kept: Kept, accounts: set[str]) -> Iterator[str]:
    """Entries of one who had no account, or not the role that they take. What stood
    before there were seals is judged as it was then.
    """
    since = next((n for n, line in enumerate(trail) if line.sealed), len(trail))
    settings = list(roles_set(trail))
    known, roles_then = {one.account for one in settings}, RolesThen(settings)

    for line in trail[since:]:
        key = current_key(line.event_key)
        is_machine = line.actor in MACHINES and key in BY_MACHINES
        if is_machine or key in (LOADED, AS_IT_STOOD):
            continue
        called = f"Post {line.id} ({line.event_key}) er af «{line.actor}»"
        if line.actor not in accounts:
            yield f"{called}, som ingen konto har."
            continue

        needed = roles_for(key)
        writes = bool(kept.get(line.id)) or key == Event.ACCOUNT_CONFIRM.key
        if not needed or not writes:
            continue
        if line.actor in known and not needed & roles_then.of(line.actor, line.id):
            roles = " eller ".join(
                words.lower() for role, words in ROLE_LABELS.items() if role in needed
            )
            yield f"{called}, som ikke var {roles} dengang."
