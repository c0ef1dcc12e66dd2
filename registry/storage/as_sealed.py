"""Whether a row still says what it was last sealed to say, before it is written again:
else the next seal would take in what was altered behind the catalogue's back.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sqlalchemy import column, event
from sqlmodel import Session, SQLModel

from registry.errors import AlteredOutside
from registry.storage import seals
from registry.storage.seals import GONE, NOT_SEALED, place_of
from registry.storage.trail_tables import label


def watch(session: Session) -> None:
    """Have the session refuse to write over what was altered (AlteredOutside)."""
    event.listen(session, "before_flush", _before_flush)


def require(session: Session, rows: Iterable[SQLModel]) -> None:
    """Raises AlteredOutside for a stored row that is not what its last seal says.

    One that has none was made before there were seals, or behind the catalogue's back:
    that is seen when it gets its first.
    """
    by_table = defaultdict(set)
    for name, row in map(place_of, rows):
        by_table[name].add(row)

    connection, tables = session.connection(), seals.sealed_tables()
    for name, numbers in by_table.items():
        there = dict(seals.digests(connection, tables[name], numbers))
        for row, digest in _last_digests(session, name, numbers).items():
            if there.get(row, GONE) != digest:
                raise AlteredOutside(
                    f"{label(name, row)} er ændret uden om kataloget, og der gemmes "
                    "intet oven i. Sig det til den, der driver kataloget: Hvad der er "
                    "ændret, siger «registry check»."
                )


def _before_flush(session: Session, _context: object, _instances: object) -> None:
    noted = set(seals.noted(session))
    rows = [row for row in _written_over(session) if place_of(row) not in noted]
    if rows:
        require(session, rows)


def _written_over(session: Session) -> Iterator[SQLModel]:
    for row in session.deleted:
        if row.__tablename__ not in NOT_SEALED:
            yield row
    for row in session.dirty:
        if row.__tablename__ not in NOT_SEALED and session.is_modified(row):
            yield row


def _last_digests(session: Session, name: str, rows: set[int]) -> dict[int, str]:
    """What rows were last sealed to say, by id."""
    read = seals.select_by_entry("of_row", "digest")
    read = read.where(column("of_table") == name)
    last: dict[int, str] = {}

    for some in seals.at_once(rows):
        found = session.connection().execute(read.where(column("of_row").in_(some)))
        last.update((row, digest) for row, digest in found)

    return last
