"""A version as it is stored: its children read in order, and its fingerprint."""

from typing import Any, TypeVar

from sqlalchemy import ColumnElement, and_, func, or_
from sqlmodel import Session, SQLModel, col, select

from registry.errors import NotFound
from registry.models import (
    FINAL,
    Agreement,
    Contribution,
    Edit,
    Party,
    Relation,
    Snitflade,
    State,
    Version,
)
from registry.rules.version_content import VersionContent, content_of

T = TypeVar("T", bound=SQLModel)


def version_by_id(session: Session, version_id: int) -> Version:
    """The version of that id, whatever its state. Raises NotFound."""
    version = session.get(Version, version_id)
    if version is None:
        raise NotFound("Den udgave findes ikke.")
    return version


def newest_published(session: Session, slug: str) -> Version:
    """The published version with the highest number. Raises NotFound."""
    newest = (
        select(Version)
        .join(Agreement, col(Agreement.id) == col(Version.agreement_id))
        .where(col(Agreement.slug) == slug, col(Version.state) == State.PUBLISHED)
        .order_by(col(Version.number).desc())
    )

    version = session.exec(newest).first()
    if version is None:
        raise NotFound("Kataloget har ingen offentliggjort udgave af den aftale.")
    return version


def published_by_number(session: Session, slug: str, number: int) -> Version:
    """An agreement's published version of that number. Raises NotFound."""
    query = (
        select(Version)
        .join(Agreement, col(Agreement.id) == col(Version.agreement_id))
        .where(
            col(Agreement.slug) == slug,
            col(Version.state) == State.PUBLISHED,
            col(Version.number) == number,
        )
    )
    version = session.exec(query).first()
    if version is None:
        raise NotFound("Kataloget har ingen offentliggjort udgave med det nummer.")

    return version


def previous_of(session: Session, version: Version) -> Version | None:
    """The newest published version of the same agreement, less the version itself."""
    query = (
        select(Version)
        .where(
            col(Version.agreement_id) == version.agreement_id,
            col(Version.state) == State.PUBLISHED,
            col(Version.id) != version.id,
        )
        .order_by(col(Version.number).desc())
    )

    return session.exec(query).first()


def open_draft(session: Session, agreement: Agreement) -> Version | None:
    """The agreement's version that is neither published nor withdrawn; there is at most
    one.
    """
    query = select(Version).where(
        col(Version.agreement_id) == agreement.id,
        col(Version.state).not_in(FINAL),
    )
    return session.exec(query).first()


def published_since(session: Session, version: Version) -> Version | None:
    """A version of the same agreement that was published after this draft was begun.
    triggers.py says the same.
    """
    query = select(Version).where(
        col(Version.agreement_id) == version.agreement_id,
        col(Version.state) == State.PUBLISHED,
        or_(
            col(Version.id) > version.id,
            col(Version.recorded_at) >= version.recorded_at,
        ),
    )
    return session.exec(query.order_by(col(Version.number).desc())).first()


def writers_of(session: Session, version: Version) -> frozenset[str]:
    """Everyone who wrote any part of a draft of the agreement since its last
    publication.
    """
    of_agreement = col(Contribution.agreement_id) == version.agreement_id
    query = select(Contribution.author).where(
        of_agreement, since_published(but=version.id)
    )
    return frozenset(session.exec(query))


def since_published(but: int | None = None) -> ColumnElement[bool]:
    """Contributions that came into the text after the agreement's last publication.

    `but`: a version whose own publication does not count. triggers.py says the same.
    """
    published = (
        # A draft keeps its id below those of later ones, so what was published since
        # has none.
        select(func.coalesce(func.max(Version.id), 0))
        .where(
            col(Version.agreement_id) == col(Contribution.agreement_id),
            col(Version.state) == State.PUBLISHED,
            col(Version.id) != but,
        )
        .correlate(Contribution)
        .scalar_subquery()
    )

    return and_(
        col(Contribution.version_id) > published,
        col(Contribution.edit) != Edit.SET_ASIDE,
    )


def slug_of(session: Session, version: Version) -> str:
    """The lasting name of the agreement that it is a version of."""
    agreement = session.get(Agreement, version.agreement_id)
    assert agreement is not None
    return agreement.slug


def rows_of(session: Session, version: Version) -> list[Snitflade]:
    """The version's rows in their order, which counts: the fingerprint covers it."""
    return children_of(session, Snitflade, version, col(Snitflade.position))


def content_in(session: Session, version: Version) -> VersionContent:
    """What a stored version says."""
    return content_of(
        version,
        rows_of(session, version),
        children_of(session, Party, version),
        children_of(session, Relation, version),
    )


def children_of(
    session: Session, model: type[T], version: Version, order: Any = None
) -> list[T]:
    """What hangs on a version, oldest first unless another order is given."""
    of: Any = model.version_id  # type: ignore[attr-defined]
    by_id: Any = model.id  # type: ignore[attr-defined]
    owned = select(model).where(of == version.id)
    return list(session.exec(owned.order_by(by_id if order is None else order)))
