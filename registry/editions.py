"""Issuing an appendix: all its formats are stored for good, with who, when and what is in it."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from sqlalchemy import Engine
from sqlalchemy.orm import defer
from sqlmodel import Session, col, select

from registry import audit, clock
from registry.catalogue import Catalogue
from registry.clock import Moment
from registry.db import reading, transaction
from registry.errors import NotFound
from registry.exports.appendix import publication_of
from registry.exports.findings import find
from registry.exports.formats import EXPORTS
from registry.exports.rendering import rendered
from registry.exports.request import AppendixRequest
from registry.models import Edition, EditionFile, Role
from registry.publishing.states import Person, require_role
from registry.version_content import digest


@dataclass(frozen=True)
class Issued:
    """An edition and its files, less their contents."""

    edition: Edition
    files: Sequence[EditionFile]


def issue(catalogue: Catalogue, request: AppendixRequest, public_url: str, by: Person) -> int:
    """Store the appendix as it is recorded now, in every format. Returns its number.

    Raises Refused for a person without the role, NotFound for an unknown health agreement.
    """
    require_role(by, Role.EDITOR, Role.APPROVER)
    at = clock.now()
    # The moment stands in it, so that it can be made again when more has been recorded.
    found = find(catalogue, replace(request, moment=Moment(request.moment.pr, at)), public_url)
    publication = publication_of(found)
    # Made before the transaction: writers wait for each other, and this takes its time.
    files = [
        _file(export.key, export.label, export.filename(publication), export.media_type, made)
        for export in EXPORTS
        for made in [rendered(export, publication)]
    ]
    edition = Edition(
        health_agreement=found.health_agreement.slug,
        title=publication.document.title,
        as_of=request.moment.pr,
        at=at,
        issued_by=by.username,
        parameters=urlencode(found.request.parameters()),
        continued=len(found.continued),
        unsettled=len(found.unsettled),
        undecided=len(found.selection.undecided),
        fingerprint=found.fingerprint,
        hash=hash_of(files),
    )
    return _store(catalogue.engine, edition, files, by)


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
    """Raises NotFound."""
    with reading(engine) as session:
        edition = session.get(Edition, number)
        if edition is None:
            raise NotFound("Der er ikke udstedt et appendiks med det nummer.")
        files = select(EditionFile).where(EditionFile.edition_id == number)
        without_content = files.options(defer(EditionFile.content))  # type: ignore[arg-type]
        return Issued(edition, list(session.exec(without_content.order_by(col(EditionFile.id)))))


def file_of(engine: Engine, number: int, name: str) -> EditionFile:
    """One file with its content. Raises NotFound."""
    with reading(engine) as session:
        wanted = select(EditionFile).where(
            EditionFile.edition_id == number, EditionFile.name == name
        )
        found = session.exec(wanted).first()
    if found is None:
        raise NotFound("Det udstedte appendiks har ingen fil med det navn.")
    return found


def altered(session: Session) -> Iterator[int]:
    """The numbers of editions whose files are not those that were issued."""
    for edition in session.exec(select(Edition).order_by(col(Edition.id))):
        files = list(session.exec(select(EditionFile).where(EditionFile.edition_id == edition.id)))
        whole = all(file.sha256 == _sha256(file.content) for file in files)
        if not whole or hash_of(files) != edition.hash:
            yield edition.id or 0


def _store(engine: Engine, edition: Edition, files: Sequence[EditionFile], by: Person) -> int:
    with transaction(engine) as session:
        session.add(edition)
        session.flush()
        number = edition.id or 0
        for file in files:
            file.edition_id = number
            session.add(file)
        session.flush()
        audit.record(
            session,
            actor=by.username,
            act="edition",
            subject=edition.health_agreement,
            detail=f"nr. {number} pr. {edition.as_of}: {edition.continued} videreføres, "
            f"hash {edition.hash[:12]}",
        )
    return number


def _file(key: str, label: str, name: str, media_type: str, content: bytes) -> EditionFile:
    return EditionFile(
        edition_id=0,
        format=key,
        label=label,
        name=name,
        media_type=media_type,
        size=len(content),
        sha256=_sha256(content),
        content=content,
    )


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
