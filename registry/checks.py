"""The integrity of an installation: database, triggers, versions, audit trail, index."""

from collections.abc import Callable, Iterator
from typing import Protocol

from sqlalchemy import Engine, text
from sqlalchemy.exc import DatabaseError
from sqlmodel import Session, col, select

from registry import audit
from registry.errors import IndexUnusable
from registry.models import Snitflade, State, Version
from registry.publishing.stored import content_in, slug_of
from registry.triggers import missing_triggers
from registry.version_content import fingerprint


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
        unnumbered = select(Version).where(
            col(Version.state) == State.PUBLISHED, col(Version.number).is_(None)
        )
        for version in session.exec(unnumbered):
            yield f"Den offentliggjorte udgave med id {version.id} har intet nummer."
        yield from _altered(session)
        orphans = select(Snitflade).where(col(Snitflade.version_id).not_in(select(Version.id)))
        for row in session.exec(orphans):
            yield f"Snitfladen «{row.key}» hører til en udgave, der ikke findes."


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
    except IndexUnusable as error:
        yield f"{error.message} Kør: registry reindex"
