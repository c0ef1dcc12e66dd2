"""Beginning a draft: of a new agreement, of an agreement's next version, or from a whole text."""

from dataclasses import replace

from sqlalchemy import Engine
from sqlmodel import Session, col, select

from registry import audit, clock
from registry.db import transaction
from registry.errors import BadInput, Conflict
from registry.models import Agreement, Edit, Role, State, Version
from registry.publishing.states import Person, require_role
from registry.publishing.stored import content_in, newest_published, open_draft, rows_of
from registry.publishing.writing import contribute, id_of, write_all
from registry.render import slug as slugged
from registry.version_content import MAIN, VersionContent


def begin_agreement(engine: Engine, title: str, kind: str, by: Person) -> int:
    """A new agreement with an empty draft. Returns the draft's id.

    Raises Refused without the role, BadInput where the title is empty or taken.
    """
    require_role(by, Role.EDITOR)
    with transaction(engine) as session:
        agreement = _new_agreement(session, title)
        version = _new_draft(session, agreement, by)
        version.title, version.kind = title.strip(), kind
        contribute(session, version, MAIN, Edit.SAVED, by)
        return id_of(version)


def begin_version(engine: Engine, slug: str, by: Person) -> int:
    """A new draft as a copy of the newest published version, row keys kept. Returns its id.

    Raises Refused without the role, Conflict where the agreement has an open draft, NotFound.
    """
    require_role(by, Role.EDITOR)
    with transaction(engine) as session:
        newest = newest_published(session, slug)
        version = _new_draft(session, _without_draft(session, newest), by, newest)
        content = content_in(session, newest)
        write_all(session, version, replace(content, values={**content.values, "change_note": ""}))
        return id_of(version)


def begin_with(session: Session, content: VersionContent, slug: str, by: Person) -> Version:
    """A new draft with a whole text, of the agreement of that name or, without one, of a new one.

    A row without a key, or with one that another row of the text has, gets a new one. All of it
    counts as written by `by`. Raises Refused without the role, Conflict where the agreement has an
    open draft, BadInput where the title is empty or taken, NotFound.
    """
    require_role(by, Role.EDITOR)
    if slug:
        newest = newest_published(session, slug)
        version = _new_draft(session, _without_draft(session, newest), by, newest)
    else:
        version = _new_draft(session, _new_agreement(session, content.values["title"]), by)
    write_all(session, version, content)
    contribute(session, version, MAIN, Edit.SAVED, by)
    for row in rows_of(session, version):
        contribute(session, version, row.key, Edit.ADDED, by)
    return version


def _new_agreement(session: Session, title: str) -> Agreement:
    """A new agreement named after its title, or the one whose only drafts were withdrawn.

    Raises BadInput where it is published or under way.
    """
    name = slugged(title)
    if not name:
        raise BadInput("Skriv aftalens titel med bogstaver.", "title")
    query = select(Agreement).where(col(Agreement.slug) == name)
    agreement = session.exec(query).first() or Agreement(slug=name)
    if agreement.id is None:
        session.add(agreement)
        session.flush()
        return agreement
    in_use = (Version.agreement_id == agreement.id, col(Version.state) != State.WITHDRAWN)
    if session.exec(select(Version).where(*in_use)).first():
        raise BadInput(f"Der er allerede en aftale med navnet «{name}».", "title")
    return agreement


def _without_draft(session: Session, version: Version) -> Agreement:
    """The version's agreement. Raises Conflict where it has an open draft."""
    agreement = session.get(Agreement, version.agreement_id)
    assert agreement is not None
    if open_draft(session, agreement):
        raise Conflict("Aftalen har allerede en kladde. Skriv videre i den.")
    return agreement


def _new_draft(
    session: Session, agreement: Agreement, by: Person, after: Version | None = None
) -> Version:
    version = Version(
        agreement_id=id_of(agreement), recorded_at=clock.now(), recorded_by=by.username
    )
    session.add(version)
    session.flush()
    audit.record(
        session,
        actor=by.username,
        act="draft-begun",
        subject=agreement.slug,
        detail=f"efter udgave {after.number}" if after else "",
    )
    return version
