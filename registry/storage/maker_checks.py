"""Whether each row was made by an entry that tells of such a row, and by the one whom
that entry names; and whether who decided is a person with an account.
"""

from collections.abc import Iterator, Mapping, Sequence

from sqlmodel import Session

from registry.storage import seals
from registry.storage.audit import Line
from registry.storage.events import Event, keys_of
from registry.storage.seals import GONE, Sealed
from registry.storage.trail_tables import MADE, label
from registry.storage.value_checks import some

# What is loaded was made where it came from, and what stood before there were seals was
# made by entries that sealed nothing.
MADE_ELSEWHERE = frozenset({Event.LOAD.key, Event.SEALED.key})
# Whose name a row carries: that of its entry's actor.
WHO = {
    "adoption": "recorded_by",
    "adoption_link": "sent_by",
    "approval": "decided_by",
    "contribution": "author",
    "draft_comment": "author",
    "edition": "issued_by",
    "finding_draft": "taken_up_by",
    "handover": "handed_by",
    "intake": "taken_in_by",
    "proposal": "proposed_by",
    "resolution": "decided_by",
    "review": "recorded_by",
    "suggestion_decision": "decided_by",
}
# What one decides on that another wrote: no account is ever deleted.
DECIDED = frozenset({"approval", "resolution"})
PUBLISHED = frozenset(keys_of("publish"))


def maker_faults(
    session: Session, trail: Sequence[Line], kept: Mapping[object, Sequence[Sealed]]
) -> Iterator[str]:
    """Rows made by no such entry, by another than it names, or by nobody; by table."""
    connection, tables = session.connection(), seals.sealed_tables()
    accounts = {row["username"] for row in seals.said(connection, tables["account"])}

    for name in MADE:
        firsts = _firsts(name, trail, kept)
        rows = {row["id"]: row for row in seals.said(connection, tables[name])}
        found = (
            f"{label(name, row)} {what}"
            for row, line in firsts.items()
            for what in _of_row(name, rows.get(row, {}), line, accounts)
        )
        yield from some(found, label(name, "…"))

    versions = {row["id"]: row for row in seals.said(connection, tables["version"])}
    yield from some(_published(trail, kept, versions, accounts), label("version", "…"))


def _firsts(
    name: str, trail: Sequence[Line], kept: Mapping[object, Sequence[Sealed]]
) -> dict[int, Line]:
    """The first entry that seals each row of a table."""
    firsts: dict[int, Line] = {}
    for line in trail:
        for seal in kept.get(line.id, ()):
            if seal.table == name and seal.digest != GONE:
                firsts.setdefault(seal.row, line)
    return firsts


def _of_row(
    name: str, row: Mapping[str, object], line: Line, accounts: set[str]
) -> Iterator[str]:
    if line.event_key in MADE_ELSEWHERE:
        return
    if line.event_key not in MADE[name]:
        yield f"er lavet ved post {line.id} ({line.event_key}), som fortæller om andet."
        return

    who = WHO.get(name, "")
    if who in row and row[who] != line.actor:
        yield f"er ikke af den, som post {line.id} siger."
    if name in DECIDED and line.actor not in accounts:
        yield f"er af «{line.actor}» (post {line.id}), som ingen konto har."


def _published(
    trail: Sequence[Line],
    kept: Mapping[object, Sequence[Sealed]],
    versions: Mapping[int, Mapping[str, object]],
    accounts: set[str],
) -> Iterator[str]:
    """Versions published by another than their entry names, or by nobody."""
    for line in trail:
        if line.event_key not in PUBLISHED:
            continue
        if line.actor not in accounts:
            who = f"«{line.actor}», som ingen konto har"
            yield f"Offentliggørelsen i post {line.id} er af {who}."
        for seal in kept.get(line.id, ()):
            row = versions.get(seal.row, {}) if seal.table == "version" else {}
            if row.get("recorded_by", line.actor) != line.actor:
                yield (
                    f"{label('version', seal.row)} er ikke offentliggjort af den, som "
                    f"post {line.id} siger."
                )
