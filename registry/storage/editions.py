"""Issued appendices as they are stored: written once, listed, read back, and
compared.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Engine
from sqlalchemy.orm import defer
from sqlmodel import Session, col, select

from registry.errors import NotFound
from registry.models import Edition, EditionFile
from registry.rules.version_content import digest
from registry.storage import audit
from registry.storage.db import reading, transaction
from registry.storage.events import Event
from registry.storage.hashes import is_of, sha256

Settle = Callable[[Session], None]


@dataclass(frozen=True)
class Issued:
    """An edition and its files, less their contents."""

    edition: Edition
    files: Sequence[EditionFile]


def store(
    engine: Engine,
    edition: Edition,
    files: Sequence[EditionFile],
    settle: Settle | None = None,
) -> int:
    """Keep an edition with its files, and say so in the trail. Returns its number.

    `settle`: what else is written with it, or not at all.
    """
    with transaction(engine) as session:
        session.add(edition)
        session.flush()
        number = edition.id or 0
        for file in files:
            file.edition_id = number
            session.add(file)
        session.flush()

        audit.write_entry(
            session,
            actor=edition.issued_by,
            event=Event.EDITION,
            subject=edition.health_agreement,
            detail=f"nr. {number} pr. {edition.as_of}: "
            f"{edition.continued} videreføres, hash {edition.hash[:12]}",
        )
        if settle is not None:
            settle(session)

    return number


def new_file(
    key: str, label: str, name: str, media_type: str, data: bytes
) -> EditionFile:
    """A file of an edition to come, with its size and SHA-256."""
    return EditionFile(
        edition_id=0,
        format=key,
        label=label,
        name=name,
        media_type=media_type,
        size=len(data),
        sha256=sha256(data),
        content=data,
    )


def hash_of(files: Iterable[EditionFile]) -> str:
    """SHA-256 over the names and hashes of an edition's files."""
    return digest(sorted([file.name, file.sha256] for file in files))


def listing(engine: Engine, health_agreement: str = "") -> list[Edition]:
    """The editions, of one health agreement or of all, the newest first."""
    query = select(Edition).order_by(col(Edition.id).desc())
    if health_agreement:
        query = query.where(Edition.health_agreement == health_agreement)
    with reading(engine) as session:
        return list(session.exec(query))


def issued(engine: Engine, number: int) -> Issued:
    """An edition and its files, less their contents. Raises NotFound."""
    with reading(engine) as session:
        edition = session.get(Edition, number)
        if edition is None:
            raise NotFound("Der er ikke udstedt et appendiks med det nummer.")

        files = select(EditionFile).where(EditionFile.edition_id == number)
        left_out = defer(EditionFile.content)  # type: ignore[arg-type]
        without_content = files.options(left_out)

        return Issued(
            edition, list(session.exec(without_content.order_by(col(EditionFile.id))))
        )


def file_of(engine: Engine, number: int, name: str) -> EditionFile:
    """One file with its content. Raises NotFound."""
    with reading(engine) as session:
        wanted = select(EditionFile).where(
            EditionFile.edition_id == number, EditionFile.name == name
        )
        file = session.exec(wanted).first()
    if file is None:
        raise NotFound("Det udstedte appendiks har ingen fil med det navn.")
    return file


def altered(session: Session) -> Iterator[int]:
    """The numbers of editions whose files are not those that were issued."""
    for edition in session.exec(select(Edition).order_by(col(Edition.id))):
        files = list(
            session.exec(
                select(EditionFile).where(EditionFile.edition_id == edition.id)
            )
        )

        whole = all(is_of(file.content, file.sha256) for file in files)
        if not whole or hash_of(files) != edition.hash:
            yield edition.id or 0
