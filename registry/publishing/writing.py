"""Writing the parts of a draft within a transaction, each with its contribution."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlmodel import Session, col, select

from registry import audit, clock
from registry.errors import BadInput
from registry.fields import ROW_FIELDS
from registry.models import Agreement, Contribution, Edit, Party, Relation, Snitflade, Version
from registry.publishing.states import Person
from registry.publishing.stored import children_of, content_in, rows_of, slug_of
from registry.render import slug as slugged
from registry.version_content import CONTENT_FIELDS, MAIN, VersionContent, part_of, plain

OWN_ROW_FIELDS = tuple(field for field in ROW_FIELDS if field.name != "key")


def write_all(session: Session, version: Version, content: VersionContent) -> None:
    """Give a draft without rows a whole text; rows without a key of their own get a new one."""
    groups = {"parties": content.parties, "relations": content.relations}
    write_part(session, version, MAIN, {**content.values, **groups})
    taken: set[str] = set()
    for position, values in enumerate(content.rows):
        key = values["key"]
        if not key or key in taken:
            key = _new_key(session, version, str(values["task"]))
        taken.add(key)
        row = Snitflade(version_id=id_of(version), position=position, key=key)
        write_row(row, values)
        session.add(row)
        session.flush()


def write_part(session: Session, version: Version, part: str, values: Mapping[str, Any]) -> None:
    """Write what is saved of one part over what it said."""
    if part == MAIN:
        for field in CONTENT_FIELDS:
            setattr(version, field.name, _storable(values[field.name]))
        version.made_under = version.made_under or None
        version.owner = version.owner or None
        write_members(session, version, values["parties"], values["relations"])
    else:
        row = next(row for row in rows_of(session, version) if row.key == part)
        write_row(row, values)
    session.flush()


def write_row(row: Snitflade, values: Mapping[str, Any]) -> None:
    for field in OWN_ROW_FIELDS:
        setattr(row, field.name, _storable(plain(field, values.get(field.name))))


def write_members(
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
        Party(version_id=id_of(version), role=role, organisation=name)
        for role, names in parties.items()
        for name in names
    )
    session.add_all(
        Relation(version_id=id_of(version), kind=kind, agreement=slug)
        for kind, slugs in relations.items()
        for slug in slugs
    )
    session.flush()


def insert_row(
    session: Session, version: Version, values: Mapping[str, Any], place: int, by: Person
) -> str:
    rows = rows_of(session, version)
    row = Snitflade(
        version_id=id_of(version),
        position=len(rows),
        key=_new_key(session, version, str(values.get("task", ""))),
    )
    write_row(row, values)
    session.add(row)
    session.flush()
    rows.insert(place, row)
    number_rows(session, rows)
    contribute(session, version, row.key, Edit.ADDED, by)
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


def number_rows(session: Session, rows: Sequence[Snitflade]) -> None:
    for position, row in enumerate(rows):
        row.position = position
    session.flush()


def contribute(
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
            version_id=id_of(version),
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


def id_of(item: Version | Agreement) -> int:
    assert item.id is not None
    return item.id
