"""The integrity of an installation: database, triggers, versions, audit trail,
index.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import Protocol, TypeVar

from sqlalchemy import Connection, Engine, func, text
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, SQLModel, col, select

from registry.errors import IndexBehind, IndexUnusable
from registry.models import AuditEntry, Intake, State, Version
from registry.rules.version_content import fingerprint
from registry.storage import editions, seals
from registry.storage.connection_pool import kept_open
from registry.storage.hashes import is_of
from registry.storage.privileges import owner_faults
from registry.storage.schema_checks import table_faults, trigger_faults
from registry.storage.trail_checks import trail_faults
from registry.storage.trail_tables import MADE
from registry.storage.troubles import RESTORE, Trouble, trouble_of
from registry.storage.value_checks import some, value_faults
from registry.storage.versions import content_in, slug_of

T = TypeVar("T")
DAMAGED = "Databasen er beskadiget."
# Of what was made before there were seals, the trail had as many entries.
COUNTED = (
    "contribution",
    "adoption_link",
    "edition",
    "intake",
    "proposal",
    "resolution",
)


class Checked(Protocol):
    """A search that can say whether its index can be used."""

    def check(self) -> None:
        """Raises IndexUnusable."""


def faults(engine: Engine, asker: Callable[[Engine], Checked]) -> list[str]:
    """What is wrong, in Danish, one sentence each; an empty list where all is well.

    What cannot be read is said to be so, and what would have to read it is not asked.
    """
    with kept_open():
        return _faults(engine, asker)


def _faults(engine: Engine, asker: Callable[[Engine], Checked]) -> list[str]:
    session = partial(Session, engine)
    unopened = trouble_of_opening(engine)
    if unopened:
        return [unopened.way_back]

    damage = faults_of("databasen", engine.connect, _damage)
    if damage:
        lost = faults_of("rækkerne", engine.connect, _unreadable)
        return [*damage, *lost, RESTORE]

    otherwise_made = faults_of("tabellerne", engine.connect, table_faults)
    guards = faults_of("udløserne", engine.connect, trigger_faults, owner_faults)
    if otherwise_made:
        return [*otherwise_made, *guards]

    unreadable = faults_of("værdierne", engine.connect, value_faults)
    trail = faults_of("historikken", session, trail_faults, _uncounted)
    if unreadable:
        return [*guards, *unreadable, *trail]

    versions = faults_of("udgaverne", session, _content)
    index = faults_of("søgeindekset", lambda: nullcontext(asker(engine)), _index)
    return [*guards, *trail, *versions, *index]


def trouble_of_opening(engine: Engine) -> Trouble | None:
    """Why the database cannot be opened, where that is not because it is damaged: then
    nothing can be said of what is in it, and a copy would not help.
    """
    try:
        with engine.connect() as connection:
            connection.execute(text("SELECT 1"))
    except DBAPIError as error:
        trouble = trouble_of(error)
        return trouble if trouble and trouble.key != "damaged" else None

    return None


def faults_of(
    what: str,
    opened: Callable[[], AbstractContextManager[T]],
    *looks: Callable[[T], Iterator[str]],
) -> list[str]:
    """What one part of the check finds. What stops it is what it is there to find:
    nothing that stands in a database may end it, so any error is a fault of that part.
    """
    faults: list[str] = []
    try:
        with opened() as read:
            for look in looks:
                faults.extend(look(read))
    except DBAPIError as error:
        trouble = trouble_of(error)
        # Who is told the way back has been told to ask here.
        is_other = trouble and trouble.key != "damaged"
        fault = trouble.way_back if trouble and is_other else DAMAGED
        faults.append(f"{fault} ({what}: {error.orig})")
    except Exception as error:
        faults.append(
            f"Kontrollen af {what} gik i stå ved noget, der ikke kan læses "
            f"({type(error).__name__}). Databasen kan være beskadiget."
        )

    return faults


def _damage(connection: Connection) -> Iterator[str]:
    if connection.dialect.name == "sqlite":
        found = connection.scalars(text("PRAGMA integrity_check")).all()
        damage = (f"Databasen er beskadiget: {one}" for one in found if one != "ok")
        yield from some(damage, "Databasen")


def _unreadable(connection: Connection) -> Iterator[str]:
    """Tables that cannot be read to their end, and why."""
    for name, of in sorted(SQLModel.metadata.tables.items()):
        try:
            for _ in seals.said(connection, of):
                pass
        except DBAPIError as error:
            yield f"Tabellen «{name}» kan ikke læses: {error.orig}"


def _content(session: Session) -> Iterator[str]:
    unnumbered = select(Version).where(
        col(Version.state) == State.PUBLISHED, col(Version.number).is_(None)
    )
    for version in session.exec(unnumbered):
        yield f"Den offentliggjorte udgave med id {version.id} har intet nummer."

    yield from _altered(session)
    for number in editions.altered(session):
        yield f"Filerne i det udstedte appendiks nr. {number} er ændret."
    for name in _altered_originals(session):
        yield f"Den indlæste fil «{name}», som ligger ved sin kladde, er ændret."


def _uncounted(session: Session) -> Iterator[str]:
    """Events that left a row and no entry: the chain alone cannot tell that its end
    was cut off.
    """
    for name in COUNTED:
        keys = MADE[name]
        kept = session.scalar(
            select(func.count()).select_from(SQLModel.metadata.tables[name])
        )
        entries = (
            select(func.count())
            .select_from(AuditEntry)
            .where(col(AuditEntry.event_key).in_(keys))
        )

        missing = (kept or 0) - (session.scalar(entries) or 0)
        if missing > 0:
            yield (
                f"Historikken mangler {missing} poster om «{keys[0]}»; den kan være "
                "afkortet."
            )


def _altered(session: Session) -> Iterator[str]:
    """Published versions that no longer say what their fingerprint was made of."""
    published = select(Version).where(col(Version.state) == State.PUBLISHED)
    for version in session.exec(published.order_by(col(Version.id))):
        slug = slug_of(session, version)
        if version.fingerprint != fingerprint(slug, content_in(session, version)):
            yield (
                f"Udgave {version.number} af «{slug}» er ændret efter "
                "offentliggørelsen."
            )


def _altered_originals(session: Session) -> Iterator[str]:
    """The names of originals that are not what was taken in."""
    for intake in session.exec(select(Intake).order_by(col(Intake.id))):
        if not is_of(intake.content, intake.sha256):
            yield intake.name


def _index(asker: Checked) -> Iterator[str]:
    try:
        asker.check()
    except IndexBehind:
        return  # as after every publication, until the next question catches it up
    except IndexUnusable as error:
        yield f"{error.message} Kør: registry reindex"
