"""Writing drafts: begin, save a part, add, copy, move and remove rows. Nothing is ever lost.

Each part (the version itself, or one row) is saved for itself. Whoever saves says what the part
held when they began (`base`); if another has saved it since, both texts are kept and shown.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine
from sqlmodel import Session, col, select

from registry import audit, clock
from registry.db import transaction
from registry.errors import BadInput, Conflict, Refused
from registry.fields import ROW_FIELDS
from registry.models import (
    FINAL,
    LOCKED,
    Agreement,
    Contribution,
    Edit,
    Party,
    Relation,
    Role,
    Snitflade,
    State,
    Version,
)
from registry.publishing.states import STATE_LABELS, Person, require_role
from registry.publishing.stored import (
    children_of,
    content_in,
    newest_published,
    open_draft,
    rows_of,
    slug_of,
    version_by_id,
)
from registry.render import slug as slugged
from registry.version_content import CONTENT_FIELDS, MAIN, part_digest, part_of, plain

OWN_ROW_FIELDS = tuple(field for field in ROW_FIELDS if field.name != "key")


@dataclass(frozen=True)
class Saved:
    """What became of a text: `stored` is what the part holds now, `base` its digest.

    `conflict`: another had saved the part; nothing was overwritten, and the text is set aside.
    """

    changed: bool
    conflict: bool
    stored: Mapping[str, Any]
    base: str


def begin_agreement(engine: Engine, title: str, kind: str, by: Person) -> int:
    """A new agreement with an empty draft. Returns the draft's id.

    Raises Refused without the role, BadInput where the title is empty or taken.
    """
    require_role(by, Role.EDITOR)
    name = slugged(title)
    if not name:
        raise BadInput("Skriv aftalens titel med bogstaver.", "title")
    with transaction(engine) as session:
        agreement = _unused_agreement(session, name)
        version = _new_draft(session, agreement, by, title=title.strip(), kind=kind)
        _contribute(session, version, MAIN, Edit.SAVED, by)
        audit.record(session, actor=by.username, act="draft-begun", subject=name)
        return _id(version)


def begin_version(engine: Engine, slug: str, by: Person) -> int:
    """A new draft as a copy of the newest published version, row keys kept. Returns its id.

    Raises Refused without the role, Conflict where the agreement has an open draft, NotFound.
    """
    require_role(by, Role.EDITOR)
    with transaction(engine) as session:
        newest = newest_published(session, slug)
        agreement = session.get(Agreement, newest.agreement_id)
        assert agreement is not None
        if open_draft(session, agreement):
            raise Conflict("Aftalen har allerede en kladde. Skriv videre i den.")
        fields = {f.name: getattr(newest, f.name) for f in CONTENT_FIELDS}
        version = _new_draft(session, agreement, by, **{**fields, "change_note": ""})
        content = content_in(session, newest)
        _write_members(session, version, content.parties, content.relations)
        for row in rows_of(session, newest):
            copy = row.model_dump(exclude={"id", "version_id"})
            session.add(Snitflade(version_id=_id(version), **copy))
        audit.record(
            session,
            actor=by.username,
            act="draft-begun",
            subject=slug,
            detail=f"efter udgave {newest.number}",
        )
        return _id(version)


def save(
    engine: Engine, version_id: int, part: str, values: Mapping[str, Any], base: str, by: Person
) -> Saved:
    """Save one part: "udgave" with its fields, parties and relations, or a row by its key.

    An unchanged text writes nothing. A changed one undoes an approval. Raises Refused where the
    version is published or withdrawn or the role is lacking, NotFound.
    """
    with transaction(engine) as session:
        version = version_by_id(session, version_id)
        _require_editable(version, by)
        stored = part_of(content_in(session, version), part)
        now = part_digest(stored)
        wanted = {**stored, **values}
        if part_digest(wanted) == now:
            return Saved(False, False, stored, now)
        if base != now:
            _contribute(session, version, part, Edit.SET_ASIDE, by, wanted)
            return Saved(False, True, stored, now)
        _open_for_change(session, version, by)
        _write_part(session, version, part, wanted)
        _contribute(session, version, part, Edit.SAVED, by)
        written = part_of(content_in(session, version), part)
        return Saved(True, False, written, part_digest(written))


def add_row(engine: Engine, version_id: int, values: Mapping[str, Any], by: Person) -> str:
    """A new last row. Returns its key, made from its task and never used in the agreement."""
    with transaction(engine) as session:
        version = version_by_id(session, version_id)
        _open_for_change(session, version, by)
        rows = rows_of(session, version)
        return _insert(session, version, values, len(rows), by)


def copy_row(engine: Engine, version_id: int, key: str, by: Person) -> str:
    """A copy of the row, right after it. Returns the new key."""
    with transaction(engine) as session:
        version = version_by_id(session, version_id)
        row = content_in(session, version).row(key)
        _open_for_change(session, version, by)
        place = [r.key for r in rows_of(session, version)].index(key) + 1
        return _insert(session, version, {**row, "confirmed": False}, place, by)


def move_row(engine: Engine, version_id: int, key: str, steps: int, by: Person) -> None:
    """Move the row `steps` places down (negative: up); at either end nothing happens."""
    with transaction(engine) as session:
        version = version_by_id(session, version_id)
        content_in(session, version).row(key)
        rows = rows_of(session, version)
        at = next(i for i, row in enumerate(rows) if row.key == key)
        target = min(max(at + steps, 0), len(rows) - 1)
        if target == at:
            return
        _open_for_change(session, version, by)
        rows.insert(target, rows.pop(at))
        _number(session, rows)
        _contribute(session, version, key, Edit.MOVED, by)


def remove_row(engine: Engine, version_id: int, key: str, by: Person) -> None:
    """Take the row out of the draft. What it said stays among the contributions."""
    with transaction(engine) as session:
        version = version_by_id(session, version_id)
        content_in(session, version).row(key)
        _open_for_change(session, version, by)
        _contribute(session, version, key, Edit.REMOVED, by)
        rows = rows_of(session, version)
        session.delete(next(row for row in rows if row.key == key))
        session.flush()
        _number(session, [row for row in rows if row.key != key])


def _unused_agreement(session: Session, name: str) -> Agreement:
    """A new agreement of that name, or the one whose only drafts were withdrawn.

    Raises BadInput where it is published or under way.
    """
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


def _new_draft(session: Session, agreement: Agreement, by: Person, **values: Any) -> Version:
    version = Version(
        agreement_id=_id(agreement), recorded_at=clock.now(), recorded_by=by.username, **values
    )
    session.add(version)
    session.flush()
    return version


def _require_editable(version: Version, by: Person) -> None:
    require_role(by, Role.EDITOR)
    if version.state in FINAL:
        label = STATE_LABELS[State(version.state)]
        raise Refused(f"Udgaven er {label} og kan ikke ændres. Lav en ny udgave.")


def _open_for_change(session: Session, version: Version, by: Person) -> None:
    """Make a version under approval a draft again: what was approved is no longer what it says."""
    _require_editable(version, by)
    if version.state not in LOCKED:
        return
    was = STATE_LABELS[State(version.state)]
    version.state = State.DRAFT
    version.revision += 1
    version.signed_reasons = []
    session.flush()
    audit.record(
        session,
        actor=by.username,
        act="approval-undone",
        subject=slug_of(session, version),
        detail=f"var {was}; teksten er ændret",
    )


def _write_part(session: Session, version: Version, part: str, values: Mapping[str, Any]) -> None:
    if part == MAIN:
        for field in CONTENT_FIELDS:
            setattr(version, field.name, _storable(values[field.name]))
        version.made_under = version.made_under or None
        version.owner = version.owner or None
        _write_members(session, version, values["parties"], values["relations"])
    else:
        row = next(row for row in rows_of(session, version) if row.key == part)
        _write_row(row, values)
    session.flush()


def _write_row(row: Snitflade, values: Mapping[str, Any]) -> None:
    for field in OWN_ROW_FIELDS:
        setattr(row, field.name, _storable(plain(field, values.get(field.name))))


def _write_members(
    session: Session,
    version: Version,
    parties: Mapping[str, Sequence[str]],
    relations: Mapping[str, Sequence[str]],
) -> None:
    """Parties by role and relations by kind, in place of those there are."""
    named = [name for names in parties.values() for name in names]
    if len(named) > len(set(named)):
        raise BadInput("En organisation kan kun have én rolle. Fjern den ene.", "parties")
    for child in (
        *children_of(session, Party, version),
        *children_of(session, Relation, version),
    ):
        session.delete(child)
    session.flush()
    session.add_all(
        Party(version_id=_id(version), role=role, organisation=name)
        for role, names in parties.items()
        for name in names
    )
    session.add_all(
        Relation(version_id=_id(version), kind=kind, agreement=slug)
        for kind, slugs in relations.items()
        for slug in slugs
    )
    session.flush()


def _insert(
    session: Session, version: Version, values: Mapping[str, Any], place: int, by: Person
) -> str:
    rows = rows_of(session, version)
    row = Snitflade(
        version_id=_id(version),
        position=len(rows),
        key=_new_key(session, version, str(values.get("task", ""))),
    )
    _write_row(row, values)
    session.add(row)
    session.flush()
    rows.insert(place, row)
    _number(session, rows)
    _contribute(session, version, row.key, Edit.ADDED, by)
    return row.key


def _new_key(session: Session, version: Version, task: str) -> str:
    """A name for the row's address that no row of the agreement has, or ever had."""
    of_agreement = select(Version.id).where(col(Version.agreement_id) == version.agreement_id)
    used = set(
        session.exec(select(Snitflade.key).where(col(Snitflade.version_id).in_(of_agreement)))
    )
    written = select(Contribution.part).where(
        col(Contribution.agreement_id) == version.agreement_id
    )
    used |= {*session.exec(written), MAIN}
    stem = "-".join(slugged(task).split("-")[:6]) or "snitflade"
    number = 1
    while (name := stem if number == 1 else f"{stem}-{number}") in used:
        number += 1
    return name


def _number(session: Session, rows: Sequence[Snitflade]) -> None:
    for position, row in enumerate(rows):
        row.position = position
    session.flush()


def _contribute(
    session: Session,
    version: Version,
    part: str,
    edit: Edit,
    by: Person,
    values: Mapping[str, Any] | None = None,
) -> None:
    """Keep who changed the part, and what it says (or would have said), for good."""
    values = part_of(content_in(session, version), part) if values is None else values
    text = json.dumps(values, ensure_ascii=False, default=str)
    session.add(
        Contribution(
            agreement_id=version.agreement_id,
            version_id=_id(version),
            part=part,
            edit=edit,
            author=by.username,
            at=clock.now(),
            text=text,
        )
    )
    audit.record(
        session,
        actor=by.username,
        act=f"draft-{edit.replace('_', '-')}",
        subject=slug_of(session, version),
        detail=part,
    )


def _storable(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _id(item: Version | Agreement) -> int:
    assert item.id is not None
    return item.id
