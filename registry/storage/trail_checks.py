"""Whether the trail is whole, and whether what it tells of is what there is: no entry
without its thing, no thing without its entry.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sqlmodel import Session

from registry.storage import audit, seals
from registry.storage.audit import Line
from registry.storage.events import Event
from registry.storage.maker_checks import maker_faults
from registry.storage.seal_checks import seal_faults
from registry.storage.seals import GONE, SEALING, Sealed
from registry.storage.trail_tables import MADE, label
from registry.storage.value_checks import some


def trail_faults(session: Session) -> Iterator[str]:
    """Where the chain is broken, time goes back, or the trail and what is kept do not
    agree.
    """
    trail = list(audit.lines(session))
    kept = _seals(session)

    broken = next(audit.broken(trail), None)
    if broken:
        yield f"Historikkens kæde er brudt ved post {broken.id} ({broken.event_key})."

    if session.get_bind().dialect.name == "sqlite":
        yield from some(_numbered_otherwise(trail), "Historikkens numre")
    yield from some(_back_in_time(trail), "Historikkens tider")
    yield from some(_beginnings(trail), "Forseglinger")
    yield from some(_loads(trail, kept), "Indlæsninger")
    yield from some(_unlike(trail, kept), "Historikkens forseglinger")
    yield from some(_without_thing(trail, kept), "Historikkens poster")

    if not broken:
        # Else what the entries say may be what somebody made them say.
        yield from maker_faults(session, trail, kept)
        yield from seal_faults(session, trail, kept)
    yield from _without_entry(session, kept)


def _seals(session: Session) -> dict[object, list[Sealed]]:
    """The seals by their entry, as the database has them."""
    names = ("entry_id", "of_table", "of_row", "digest")
    kept: dict[object, list[Sealed]] = defaultdict(list)

    for entry, *values in session.connection().execute(seals.select_by_entry(*names)):
        kept[entry].append(Sealed(*values))

    return kept


def _called(line: Line) -> str:
    return f"Historikkens post {line.id} ({line.event_key})"


def _back_in_time(trail: Sequence[Line]) -> Iterator[str]:
    for before, line in pairwise(trail):
        if line.at < before.at:
            yield (
                f"{_called(line)} er fra {line.at}, men posten før den er fra "
                f"{before.at}: Uret har været stillet tilbage, "
                "eller tiden er ændret."
            )


def _numbered_otherwise(trail: Sequence[Line]) -> Iterator[str]:
    """Entries that do not have the number of their place. Others name them by it, and
    no hash covers it. PostgreSQL leaves numbers out where nothing was written.
    """
    for place, line in enumerate(trail, 1):
        if line.id != place:
            yield f"{_called(line)} skulle have nr. {place}."


def _beginnings(trail: Sequence[Line]) -> Iterator[str]:
    """What stood before there were seals is sealed once, by the migration."""
    begun = set(SEALING)
    is_sealed = False
    for line in trail:
        if line.event_key == Event.SEALED.key:
            if line.subject not in begun or is_sealed:
                yield f"Historikkens post {line.id} forsegler alt, som det stod, igen."
            begun.discard(line.subject)
        is_sealed = is_sealed or bool(line.sealed)


def _loads(trail: Sequence[Line], kept: dict[object, list[Sealed]]) -> Iterator[str]:
    """A catalogue is loaded into a database that holds nothing but accounts."""
    holds_something = False
    for line in trail:
        is_load = line.event_key == Event.LOAD.key
        if is_load and holds_something:
            yield f"{_called(line)} indlæser i et katalog, der ikke var tomt."
        others = any(seal.table != "account" for seal in kept.get(line.id, ()))
        holds_something = holds_something or is_load or others


def _unlike(trail: Sequence[Line], kept: dict[object, list[Sealed]]) -> Iterator[str]:
    """Entries whose seals are not those that they were written with."""
    for line in trail:
        if line.sealed != seals.root(kept.get(line.id, ())):
            yield f"{_called(line)} passer ikke til det, den forsegler."

    for entry in sorted(map(str, kept.keys() - {line.id for line in trail})):
        yield f"Historikken mangler post {entry}, som har forseglet noget."


def _without_thing(
    trail: Sequence[Line], kept: dict[object, list[Sealed]]
) -> Iterator[str]:
    """Entries that tell of what they made, and made nothing."""
    since = next((n for n, line in enumerate(trail) if line.sealed), len(trail))
    made = {key: name for name, keys in MADE.items() for key in keys}

    for line in trail[since:]:
        name = made.get(line.event_key)
        of = {seal.table for seal in kept.get(line.id, ()) if seal.digest != GONE}
        if name and name not in of:
            yield f"{_called(line)} fortæller om noget, der ikke findes."


def _without_entry(session: Session, kept: dict[object, list[Sealed]]) -> Iterator[str]:
    """Rows that are not what their last seal says, by table."""
    last: dict[str, dict[int, tuple[object, str]]] = defaultdict(dict)
    for entry, sealed in kept.items():
        for name, row, digest in sealed:
            last[name][row] = (entry, digest)

    for name, of in seals.sealed_tables().items():
        there = dict(seals.digests(session.connection(), of))
        yield from some(_apart(name, last[name], there), label(name, "…"))


def _apart(
    name: str, last: dict[int, tuple[object, str]], there: dict[int, str]
) -> Iterator[str]:
    for row in sorted({*last, *there}, key=str):
        entry, digest = last.get(row, (None, GONE))
        is_now = there.get(row, GONE)
        if is_now == digest:
            continue
        if entry is None or digest == GONE:
            yield f"{label(name, row)} har ingen post i historikken."
        elif is_now == GONE:
            yield f"{label(name, row)} er væk; post {entry} fortæller om den."
        else:
            yield f"{label(name, row)} er ændret siden post {entry}."
