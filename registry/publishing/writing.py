"""Writing the parts of a draft within a transaction, each with its contribution."""

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlmodel import Session, col, select

from registry import clock
from registry.accounts.roles import Person
from registry.errors import BadInput
from registry.markup.markdown_html import slug as slugged
from registry.models import (
    Agreement,
    Contribution,
    Edit,
    Party,
    Relation,
    Snitflade,
    Version,
)
from registry.rules.fields import ROW_FIELDS
from registry.rules.privacy import without_numbers
from registry.rules.version_content import (
    CONTENT_FIELDS,
    MAIN,
    VersionContent,
    part_of,
    plain,
)
from registry.storage import audit
from registry.storage.events import Event
from registry.storage.versions import children_of, content_in, rows_of, slug_of

OWN_ROW_FIELDS = tuple(field for field in ROW_FIELDS if field.name != "key")


def write_all(session: Session, version: Version, content: VersionContent) -> None:
    """Give a draft without rows a whole text; rows without a key of their own get a new
    one.
    """
    groups = {"parties": content.parties, "relations": content.relations}
    _write_main(session, version, {**content.values, **groups})

    used = used_keys(session, version)
    taken: set[str] = set()
    for position, values in enumerate(content.rows):
        key = values["key"]
        if not key or key in taken:
            key = new_key(str(values["task"]), used | taken)
        taken.add(key)

        session.add(
            Snitflade(
                version_id=id_of(version),
                position=position,
                key=key,
                **_row_values(values),
            )
        )

    session.flush()


def write_parts(
    session: Session, version: Version, parts: Mapping[str, Mapping[str, Any]]
) -> None:
    """Write what is saved of parts over what they said."""
    rows = {row.key: row for row in rows_of(session, version)}
    for part, values in parts.items():
        if part == MAIN:
            _write_main(session, version, values)
        else:
            write_row(rows[part], values)

    session.flush()


def save_parts(
    session: Session,
    version: Version,
    parts: Mapping[str, Mapping[str, Any]],
    by: Person,
) -> VersionContent:
    """The same, each with its contribution. Returns what the version then says.

    However many they are, what stands is read once: others who want to write wait
    meanwhile.
    """
    write_parts(session, version, parts)

    written = content_in(session, version)
    saved = [(part, Edit.SAVED, part_of(written, part)) for part in parts]
    contribute_all(session, version, saved, by)
    return written


def _write_main(session: Session, version: Version, values: Mapping[str, Any]) -> None:
    for field in CONTENT_FIELDS:
        setattr(version, field.name, _storable(values[field.name]))
    version.made_under = version.made_under or None
    version.owner = version.owner or None
    write_members(session, version, values["parties"], values["relations"])


def write_row(row: Snitflade, values: Mapping[str, Any]) -> None:
    """Put the values, by field, into a row; its key stays as it is."""
    for name, value in _row_values(values).items():
        setattr(row, name, value)


def _row_values(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        field.name: _storable(plain(field, values.get(field.name)))
        for field in OWN_ROW_FIELDS
    }


def write_members(
    session: Session,
    version: Version,
    parties: Mapping[str, Sequence[str]],
    relations: Mapping[str, Sequence[str]],
) -> None:
    """Parties by role and relations by kind, in place of those there are."""
    named = [name for names in parties.values() for name in names]
    if len(named) > len(set(named)):
        raise BadInput(
            "En organisation kan kun have én rolle. Fjern den ene.", "parties"
        )

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


def take_out(
    session: Session, version: Version, keys: Sequence[str], by: Person
) -> None:
    """Take rows that stand there out. What each said is kept with who took it out."""
    content, wanted = content_in(session, version), set(keys)
    standing = rows_of(session, version)
    for row in standing:
        if row.key in wanted:
            session.delete(row)
    session.flush()

    number_rows(session, [row for row in standing if row.key not in wanted])
    said = [(key, Edit.REMOVED, part_of(content, key)) for key in keys]
    contribute_all(session, version, said, by)


def used_keys(session: Session, version: Version) -> set[str]:
    """The names that rows of the agreement have, or ever had."""
    of_agreement = select(Version.id).where(
        col(Version.agreement_id) == version.agreement_id
    )
    kept = select(Snitflade.key).where(col(Snitflade.version_id).in_(of_agreement))
    written = select(Contribution.part).where(
        col(Contribution.agreement_id) == version.agreement_id
    )
    return {*session.exec(kept), *session.exec(written), MAIN}


def new_key(task: str, used: Collection[str]) -> str:
    """A name for the row's address that is not used yet."""
    # The key lasts, also when the task is mended: it never holds a CPR number.
    named = slugged(without_numbers(task))
    stem = "-".join(named.split("-")[:6]) or "snitflade"
    number = 1
    while (name := stem if number == 1 else f"{stem}-{number}") in used:
        number += 1

    return name


def replace_rows(
    session: Session, version: Version, names: Mapping[str, str], by: Person
) -> None:
    """Let rows go by other names, each in its place; an empty name stands for a new
    one. Of each is kept that it was taken out under the old name and came under the
    new.
    """
    content, used = content_in(session, version), used_keys(session, version)
    old = [row for row in rows_of(session, version) if row.key in names]
    places = {row.key: row.position for row in old}
    for row in old:
        session.delete(row)
    session.flush()

    removed, added = [], []
    for key, place in places.items():
        values = part_of(content, key)
        name = names[key] or new_key(str(values["task"]), used)
        used.add(name)
        written = _row_values(values)
        session.add(
            Snitflade(version_id=id_of(version), position=place, key=name, **written)
        )
        removed.append((key, Edit.REMOVED, values))
        added.append((name, Edit.ADDED, {**values, "key": name}))

    session.flush()
    contribute_all(session, version, [*removed, *added], by)


def number_rows(session: Session, rows: Sequence[Snitflade]) -> None:
    """Let the rows stand in the order given."""
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
    contribute_all(session, version, [(part, edit, values)], by)


def contribute_all(
    session: Session,
    version: Version,
    parts: Sequence[tuple[str, Edit, Mapping[str, Any]]],
    by: Person,
) -> None:
    """The same of many parts, each with what it says: at a stroke, since others who
    want to write wait meanwhile.
    """
    if not parts:
        return

    written = [
        Contribution(
            agreement_id=version.agreement_id,
            version_id=id_of(version),
            part=part,
            edit=edit,
            author=by.username,
            at=clock.now(),
            text=json.dumps(values, ensure_ascii=False, default=str),
        )
        for part, edit, values in parts
    ]
    session.add_all(written)

    audit.write_entries(
        session,
        actor=by.username,
        subject=slug_of(session, version),
        events=[
            (Event[f"DRAFT_{edit.name}"], part, row)
            for (part, edit, _), row in zip(parts, written, strict=True)
        ],
    )


def _storable(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def id_of(item: Version | Agreement) -> int:
    """The id of what has been stored."""
    assert item.id is not None
    return item.id
