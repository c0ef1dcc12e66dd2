"""The integrity of an installation: database, triggers, versions, audit trail, index."""

from collections.abc import Callable, Iterator
from typing import Protocol

from sqlalchemy import Engine, func, text
from sqlalchemy.exc import DatabaseError
from sqlmodel import Session, SQLModel, col, select

from registry import audit, editions
from registry.errors import IndexBehind, IndexUnusable
from registry.intake import service as intake
from registry.models import (
    AdoptionLink,
    AuditEntry,
    Contribution,
    Edit,
    Edition,
    Intake,
    Outcome,
    Proposal,
    Resolution,
    Snitflade,
    State,
    Version,
)
from registry.publishing.stored import content_in, slug_of
from registry.triggers import missing_triggers
from registry.version_content import fingerprint

# Each row of these tables was made by an act that the trail tells of.
WITNESSES: dict[type[SQLModel], tuple[str, ...]] = {
    Contribution: tuple(f"draft-{edit.replace('_', '-')}" for edit in Edit),
    AdoptionLink: ("til-vedtagelse",),
    Edition: ("edition",),
    Intake: ("taken-in",),
    Proposal: ("proposed",),
    Resolution: tuple(str(outcome) for outcome in Outcome),
}


class Checked(Protocol):
    """A search that can say whether its index can be used."""

    def check(self) -> None:
        """Raises IndexUnusable."""


def faults(engine: Engine, asker: Callable[[Engine], Checked]) -> list[str]:
    """What is wrong, in Danish, one sentence each; an empty list where all is well."""
    try:
        return [*_database(engine), *_content(engine), *_index(asker(engine))]
    except DatabaseError as error:
        return [f"Databasen er beskadiget: {error.orig}"]


def _database(engine: Engine) -> Iterator[str]:
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            answer = connection.scalar(text("PRAGMA integrity_check"))
            if answer != "ok":
                yield f"Databasen er beskadiget: {answer}"
        for name in missing_triggers(connection):
            yield f"Udløseren «{name}», der beskytter det offentliggjorte, mangler eller er ændret."


def _content(engine: Engine) -> Iterator[str]:
    with Session(engine) as session:
        broken = audit.first_broken(session)
        if broken:
            yield f"Historikkens kæde er brudt ved post {broken.id} ({broken.act})."
        yield from _unwitnessed(session)
        unnumbered = select(Version).where(
            col(Version.state) == State.PUBLISHED, col(Version.number).is_(None)
        )
        for version in session.exec(unnumbered):
            yield f"Den offentliggjorte udgave med id {version.id} har intet nummer."
        yield from _altered(session)
        for number in editions.altered(session):
            yield f"Filerne i det udstedte appendiks nr. {number} er ændret."
        for name in intake.altered(session):
            yield f"Den indlæste fil «{name}», som ligger ved sin kladde, er ændret."
        orphans = select(Snitflade).where(col(Snitflade.version_id).not_in(select(Version.id)))
        for row in session.exec(orphans):
            yield f"Snitfladen «{row.key}» hører til en udgave, der ikke findes."


def _unwitnessed(session: Session) -> Iterator[str]:
    """Acts that left a row and no entry: the chain alone cannot tell that its end was cut off."""
    for table, acts in WITNESSES.items():
        kept = session.scalar(select(func.count()).select_from(table)) or 0
        told = select(func.count()).select_from(AuditEntry).where(col(AuditEntry.act).in_(acts))
        missing = kept - (session.scalar(told) or 0)
        if missing > 0:
            yield f"Historikken mangler {missing} poster om «{acts[0]}»; den kan være afkortet."


def _altered(session: Session) -> Iterator[str]:
    """Published versions that no longer say what their fingerprint was made of."""
    published = select(Version).where(col(Version.state) == State.PUBLISHED)
    for version in session.exec(published.order_by(col(Version.id))):
        slug = slug_of(session, version)
        if version.fingerprint != fingerprint(slug, content_in(session, version)):
            yield f"Udgave {version.number} af «{slug}» er ændret efter offentliggørelsen."


def _index(asker: Checked) -> Iterator[str]:
    try:
        asker.check()
    except IndexBehind:
        return  # as after every publication, until the next question catches it up
    except IndexUnusable as error:
        yield f"{error.message} Kør: registry reindex"
