"""Editing a draft: save a part, add, copy, move and remove rows. Nothing is ever lost.

Each part (the version itself, or one row) is saved for itself. Whoever saves says what
the part held when they began (`base`); if another has saved it since, both texts are
kept and shown.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from registry.accounts.roles import Person, require_role
from registry.catalogue.queries import Catalogue
from registry.errors import BadInput, Conflict, NotFound, Refused
from registry.models import FINAL, LOCKED, Edit, Role, Snitflade, State, Version
from registry.publishing.new_rows import NewRow, insert_rows
from registry.publishing.titles import refuse_retitled
from registry.publishing.writing import (
    contribute,
    number_rows,
    replace_rows,
    save_parts,
    take_out,
)
from registry.rules.states import STATE_LABELS
from registry.rules.version_content import MAIN, VersionContent, part_digest, part_of
from registry.storage import audit
from registry.storage.db import transaction
from registry.storage.events import Event
from registry.storage.versions import (
    content_in,
    previous_of,
    rows_of,
    slug_of,
    version_by_id,
)

BEGINS, PRECISION, DAY = "in_force_from", "date_precision", "day"


@dataclass(frozen=True)
class Saved:
    """What became of a text: `stored` is what the part holds now, `base` its digest.

    `conflict`: another had saved the part; nothing was overwritten, and the text is set
    aside.
    """

    changed: bool
    conflict: bool
    stored: Mapping[str, Any]
    base: str


def save(
    catalogue: Catalogue,
    version_id: int,
    part: str,
    values: Mapping[str, Any],
    base: str,
    by: Person,
) -> Saved:
    """Save one part: "udgave" with its fields, parties and relations, or a row by its
    key.

    An unchanged text writes nothing. A changed one undoes an approval. Raises Refused
    where the version is published or withdrawn or the role is lacking, BadInput where
    a new title reads as another agreement's, NotFound.
    """
    with transaction(catalogue.engine) as session:
        version = version_by_id(session, version_id)
        require_editable(version, by)
        stored = part_of(content_in(session, version), part)

        now = part_digest(stored)
        wanted = with_known_day(stored, {**stored, **values})
        if part_digest(wanted) == now:
            return Saved(False, False, stored, now)

        if base != now:
            contribute(session, version, part, Edit.SET_ASIDE, by, wanted)
            return Saved(False, True, stored, now)

        if part == MAIN:
            titles = stored["title"], wanted["title"]
            refuse_retitled(session, *titles, slug_of(session, version))
        open_for_change(session, version, by)

        content = save_parts(session, version, {part: wanted}, by)
        written = part_of(content, part)
        return Saved(True, False, written, part_digest(written))


def with_known_day(
    stored: Mapping[str, Any], wanted: Mapping[str, Any]
) -> dict[str, Any]:
    """The values, where a beginning that was typed is known to the day.

    A draft is begun as a copy: what was said of how exactly the old day was known, and
    from what it was counted, is not true of the new one. Whoever sets the precision
    together with the day, or after it, keeps what they set.
    """
    typed = wanted.get(BEGINS) not in (None, stored.get(BEGINS))
    if typed and wanted[PRECISION] == stored[PRECISION]:
        return {**wanted, PRECISION: DAY}
    return dict(wanted)


def add_row(
    catalogue: Catalogue, version_id: int, values: Mapping[str, Any], by: Person
) -> str:
    """A new last row. Returns its key, made from its task and never used in the
    agreement.
    """
    with transaction(catalogue.engine) as session:
        version = version_by_id(session, version_id)
        open_for_change(session, version, by)
        return insert_rows(session, version, [NewRow(values)], by)[0]


def set_for_rows(
    catalogue: Catalogue,
    version_id: int,
    keys: Sequence[str],
    values: Mapping[str, Any],
    base: str,
    by: Person,
) -> int:
    """Set the same values, by field, in several rows at once. Returns how many rows it
    changed; those that say so already are left.

    `base`: what the first of the fields held in all rows when they were shown
    (`digest_of_field`). Raises Conflict where it holds something else now, Refused
    where the version is final or the role is lacking, NotFound.
    """
    with transaction(catalogue.engine) as session:
        version = version_by_id(session, version_id)
        require_editable(version, by)
        content = content_in(session, version)
        is_seen = base == digest_of_field(content, next(iter(values)))
        if not is_seen or not all(map(content.has_row, keys)):
            raise Conflict(
                "En anden har ændret snitfladerne, siden du så dem. Se dem igen, og "
                "sæt det så."
            )

        parts = {key: part_of(content, key) for key in dict.fromkeys(keys)}
        changed = {
            key: {**part, **values}
            for key, part in parts.items()
            if part_digest({**part, **values}) != part_digest(part)
        }
        if changed:
            open_for_change(session, version, by)
            save_parts(session, version, changed, by)
        return len(changed)


def digest_of_field(content: VersionContent, name: str) -> str:
    """By which a later save sees whether a field, or which rows there are, has changed
    in between.
    """
    return part_digest({row["key"]: row[name] for row in content.rows})


def duplicate_row(catalogue: Catalogue, version_id: int, key: str, by: Person) -> str:
    """A copy of the row, right after it. Returns the new key."""
    with transaction(catalogue.engine) as session:
        version = version_by_id(session, version_id)
        row = content_in(session, version).row(key)
        open_for_change(session, version, by)
        copied = NewRow({**row, "confirmed": False}, after=key)
        return insert_rows(session, version, [copied], by)[0]


def move_row(
    catalogue: Catalogue, version_id: int, key: str, steps: int, by: Person
) -> None:
    """Move the row `steps` places down (negative: up); at either end nothing
    happens.
    """
    with transaction(catalogue.engine) as session:
        version = version_by_id(session, version_id)
        rows = rows_of(session, version)
        at = _place(rows, key)
        target = min(max(at + steps, 0), len(rows) - 1)
        if target == at:
            return

        open_for_change(session, version, by)
        rows.insert(target, rows.pop(at))
        number_rows(session, rows)
        contribute(session, version, key, Edit.MOVED, by)


def rename_rows(
    catalogue: Catalogue, version_id: int, names: Mapping[str, str], by: Person
) -> bool:
    """Say of rows, by their keys, which row of the version before they are: its key, or
    none for a new row. Returns whether anything changed.

    Raises NotFound for a row that the draft has not, BadInput for a name that the
    version before has not, or that two rows would have.
    """
    with transaction(catalogue.engine) as session:
        version = version_by_id(session, version_id)
        require_editable(version, by)
        keys = [row.key for row in rows_of(session, version)]
        before = previous_of(session, version)
        known = {row.key for row in rows_of(session, before)} if before else set()
        # A row that is new already stays so by the name it has.
        changed = {
            key: name
            for key, name in names.items()
            if name != key and (name or key in known)
        }

        for key, name in changed.items():
            _place(rows_of(session, version), key)
            if name and name not in known:
                raise BadInput("Udgaven før har ingen snitflade med det navn.", key)
        wanted = [changed.get(key, key) for key in keys]
        for key, name in changed.items():
            if name and wanted.count(name) > 1:
                raise BadInput(
                    "To snitflader kan ikke være den samme. Vælg en af dem som ny.", key
                )

        if changed:
            open_for_change(session, version, by)
            replace_rows(session, version, changed, by)
        return bool(changed)


def remove_row(catalogue: Catalogue, version_id: int, key: str, by: Person) -> None:
    """Take the row out of the draft. What it said stays among the contributions."""
    with transaction(catalogue.engine) as session:
        version = version_by_id(session, version_id)
        _place(rows_of(session, version), key)

        open_for_change(session, version, by)
        take_out(session, version, [key], by)


def _place(rows: Sequence[Snitflade], key: str) -> int:
    """Where the row stands. Raises NotFound."""
    for at, row in enumerate(rows):
        if row.key == key:
            return at
    raise NotFound("Udgaven har ingen snitflade med det navn.")


def require_editable(version: Version, by: Person) -> None:
    """Raises Refused where a person may not write in the version, or nobody may."""
    require_role(by, Role.EDITOR)
    if version.state == State.WITHDRAWN:
        raise Refused("Kladden er lagt væk og kan ikke ændres. Genåbn den først.")
    if version.state in FINAL:
        label = STATE_LABELS[State(version.state)]
        raise Refused(f"Udgaven er {label} og kan ikke ændres. Lav en ny udgave.")


def open_for_change(session: Session, version: Version, by: Person) -> None:
    """Make a version under approval a draft again: what was approved is no longer what
    it says.
    """
    require_editable(version, by)
    if version.state not in LOCKED:
        return

    was = STATE_LABELS[State(version.state)]
    version.state = State.DRAFT
    version.revision += 1
    version.signed_reasons = []
    session.flush()

    audit.write_entry(
        session,
        actor=by.username,
        event=Event.APPROVAL_UNDONE,
        subject=slug_of(session, version),
        detail=f"var {was}; teksten er ændret",
    )
