"""Beginning a draft: of a new agreement, of an agreement's next version, or from a
whole text.
"""

from dataclasses import replace

from sqlmodel import Session, col, select

from registry import clock
from registry.accounts.roles import Person, require_role
from registry.catalogue.queries import Catalogue
from registry.catalogue.snapshot import Snapshot
from registry.clock import today
from registry.errors import BadInput, Conflict
from registry.language.normal import normal
from registry.markup.markdown_html import slug as slugged
from registry.models import Agreement, Edit, Role, State, Version
from registry.publishing.surroundings import in_force_some_day, version_before
from registry.publishing.titles import (
    address_of,
    refuse_alike,
    refuse_long,
    refuse_retitled,
)
from registry.publishing.writing import contribute, contribute_all, id_of, write_all
from registry.rules.privacy import refuse_numbers
from registry.rules.version_content import MAIN, VersionContent, part_of
from registry.storage import audit
from registry.storage.db import transaction
from registry.storage.events import Event
from registry.storage.versions import (
    content_in,
    newest_published,
    open_draft,
    published_by_number,
    slug_of,
)


def begin_agreement(catalogue: Catalogue, title: str, kind: str, by: Person) -> int:
    """A new agreement with an empty draft. Returns the draft's id.

    Raises Refused without the role, BadInput where the title is empty or taken.
    """
    require_role(by, Role.EDITOR)
    with transaction(catalogue.engine) as session:
        agreement = _new_agreement(session, title)
        version = _new_draft(session, agreement, by)
        version.title, version.kind = title.strip(), kind
        _tell(session, version, by)
        contribute(session, version, MAIN, Edit.SAVED, by)
        return id_of(version)


def begin_version(
    catalogue: Catalogue, slug: str, by: Person, *, number: int | None = None
) -> int:
    """A new draft as a copy of a published version, row keys kept. Returns its id.

    `number`: which one; without, the one in force today (`copied_from`). Raises Refused
    without the role, Conflict where the agreement has an open draft, NotFound.
    """
    require_role(by, Role.EDITOR)
    if number is None:
        number = copied_from(catalogue.today(), slug)
    with transaction(catalogue.engine) as session:
        return id_of(begin_next(session, slug, number, by))


def copied_from(snapshot: Snapshot, slug: str) -> int:
    """The number of the version that a new draft is a copy of: the one in force today,
    not a text to come, which a correction of what holds now would otherwise bring
    forward; before any is in force, the newest. Raises NotFound.
    """
    return version_before(snapshot.agreement(slug), today()).number


def to_come(snapshot: Snapshot, slug: str) -> list[int]:
    """The numbers of the published versions that come into force after the one that a
    new draft is a copy of. Raises NotFound.
    """
    copied = copied_from(snapshot, slug)
    return [
        number
        for number, day in in_force_some_day(snapshot.agreement(slug))
        if day > today() and number != copied
    ]


def begin_next(session: Session, slug: str, number: int, by: Person) -> Version:
    """The same within a transaction. Raises Conflict, NotFound."""
    copied = published_by_number(session, slug, number)
    version = _new_draft(session, _without_draft(session, copied), by)
    content = content_in(session, copied)
    write_all(
        session,
        version,
        replace(content, values={**content.values, "change_note": ""}),
    )
    _tell(session, version, by, copied)

    return version


def begin_with(
    session: Session, content: VersionContent, slug: str, by: Person
) -> Version:
    """A new draft with a whole text, of the agreement of that name or, without one, of
    a new one.

    A row without a key, or with one that another row of the text has, gets a new one.
    All of it counts as written by `by`. Raises Refused without the role, Conflict where
    the agreement has an open draft, BadInput where the title is empty, taken or reads
    as another agreement's, NotFound.
    """
    require_role(by, Role.EDITOR)
    newest = newest_published(session, slug) if slug else None
    if newest:
        refuse_retitled(session, newest.title, content.values["title"], slug)

    agreement = (
        _without_draft(session, newest)
        if newest
        else _new_agreement(session, content.values["title"])
    )
    version = _new_draft(session, agreement, by)
    write_all(session, version, content)
    _tell(session, version, by, newest)

    # Read once: others who want to write wait meanwhile.
    written = content_in(session, version)
    rows = [(row["key"], Edit.ADDED, row) for row in written.rows]
    main = (MAIN, Edit.SAVED, part_of(written, MAIN))
    contribute_all(session, version, [main, *rows], by)

    return version


def _new_agreement(session: Session, title: str) -> Agreement:
    """A new agreement named after its title, or the one whose only drafts were
    withdrawn.

    Raises BadInput where it is published or under way, or its title is too long.
    """
    refuse_long(title.strip())
    refuse_numbers("title", title, label="Titel")  # it becomes the lasting address
    name = slugged(normal(title))
    if not name:
        raise BadInput("Skriv aftalens titel med bogstaver.", "title")
    refuse_alike(session, title, name)

    query = select(Agreement).where(col(Agreement.slug) == name)
    agreement = session.exec(query).first() or Agreement(slug=name)
    if agreement.id is None:
        session.add(agreement)
        session.flush()
        return agreement

    in_use = (
        Version.agreement_id == agreement.id,
        col(Version.state) != State.WITHDRAWN,
    )
    if session.exec(select(Version).where(*in_use)).first():
        address = address_of(session, name)
        raise BadInput(
            f"Der er allerede en aftale med navnet «{name}» ({address}).", "title"
        )

    return agreement


def _without_draft(session: Session, version: Version) -> Agreement:
    """The version's agreement. Raises Conflict where it has an open draft."""
    agreement = session.get(Agreement, version.agreement_id)
    assert agreement is not None
    if open_draft(session, agreement):
        raise Conflict("Aftalen har allerede en kladde. Skriv videre i den.")
    return agreement


def _new_draft(session: Session, agreement: Agreement, by: Person) -> Version:
    version = Version(
        agreement_id=id_of(agreement), recorded_at=clock.now(), recorded_by=by.username
    )
    session.add(version)
    session.flush()
    return version


def _tell(
    session: Session, version: Version, by: Person, after: Version | None = None
) -> None:
    """Tell the trail of a draft that is begun, when all that it begins with is there:
    the entry seals it.
    """
    audit.write_entry(
        session,
        actor=by.username,
        event=Event.DRAFT_BEGUN,
        subject=slug_of(session, version),
        detail=f"efter udgave {after.number}" if after else "",
    )
