"""CPR numbers in what is kept of a draft: its text, its history and its original; and
taking them out.

They are looked for anew each time, but each text once: a text that is kept never
changes otherwise.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import defer
from sqlmodel import Session, col, select

from registry.accounts.roles import Person, require_role
from registry.catalogue.queries import Catalogue
from registry.documents.originals import text_of
from registry.errors import Conflict, Refused
from registry.models import Contribution, Intake, Role, State, Version
from registry.publishing.editing import open_for_change
from registry.publishing.writing import save_parts
from registry.rules.privacy import Held, held_in, holds_number, without_numbers
from registry.rules.version_content import MAIN, VersionContent, part_of
from registry.storage import audit
from registry.storage.db import reading, transaction
from registry.storage.events import Event
from registry.storage.hashes import sha256
from registry.storage.versions import (
    children_of,
    content_in,
    slug_of,
    version_by_id,
)

PLAIN_TEXT = "text/"
LOOKED_THROUGH = 20_000  # the texts of which it is known whether they hold a number


@dataclass(frozen=True)
class Kept:
    """Where a draft holds numbers.

    `text`: by part, its fields. `changes`: the ids of contributions. `original`: its
    name, empty where it holds none; `is_mended`: it is a text, and loses only them.
    """

    text: Mapping[str, Sequence[Held]]
    changes: tuple[int, ...]
    original: str
    is_mended: bool

    @property
    def places(self) -> int:
        """How many there are: each in the text, each change, and the original."""
        in_text = sum(len(held.lines) for part in self.text.values() for held in part)
        return in_text + len(self.changes) + bool(self.original)


def kept_in(catalogue: Catalogue, version_id: int) -> Kept:
    """Raises NotFound."""
    with reading(catalogue.engine) as session:
        return _kept(session, version_by_id(session, version_id))


def beside_text(catalogue: Catalogue, version_id: int) -> tuple[str, ...]:
    """What beside its text holds numbers, in Danish."""
    with reading(catalogue.engine) as session:
        version = version_by_id(session, version_id)
        changes, original = _changes(session, version), _original(session, version)
    return (
        *(["ændringerne"] if changes else []),
        *(["originalen"] if original else []),
    )


def remove(catalogue: Catalogue, version_id: int, by: Person, *, seen: int) -> int:
    """Take all of them out, in one transaction. Returns how many places there were.

    A changed text is one that the person wrote, and undoes an approval; a Word file is
    emptied. The trail says how many, and the hash of the original. `seen`: how many
    places the person was shown. Raises Refused (role, published), Conflict (others have
    come), NotFound.
    """
    require_role(by, Role.EDITOR)

    with transaction(catalogue.engine) as session:
        version = version_by_id(session, version_id)
        if version.state == State.PUBLISHED:
            raise Refused("Udgaven er offentliggjort og kan ikke ændres.")

        kept = _kept(session, version)
        if kept.places != seen:
            raise Conflict("Kladden er ændret imens. Se stederne igen.", "seen")
        if not kept.places:
            return 0

        _clean_text(session, version, kept.text, by)
        _clean_changes(session, _changes(session, version))
        hashed = _clean_original(session, version) if kept.original else ""

        detail = (
            f"{kept.places} steder{f'; originalens SHA-256 {hashed}' if hashed else ''}"
        )
        audit.write_entry(
            session,
            actor=by.username,
            event=Event.PERSONAL_NUMBERS_REMOVED,
            subject=slug_of(session, version),
            detail=detail,
        )

        return kept.places


def _kept(session: Session, version: Version) -> Kept:
    original = _original(session, version)
    return Kept(
        text=_held_by_part(content_in(session, version)),
        changes=tuple(c.id for c in _changes(session, version) if c.id is not None),
        original=original.name if original else "",
        is_mended=bool(original and original.media_type.startswith(PLAIN_TEXT)),
    )


def _held_by_part(content: VersionContent) -> dict[str, list[Held]]:
    parts = (MAIN, *(row["key"] for row in content.rows))
    held = {part: held_in(_own(part_of(content, part))) for part in parts}
    return {part: fields for part, fields in held.items() if fields}


def _own(values: Mapping[str, Any]) -> dict[str, Any]:
    """What a person can mend: a row's key is its lasting name."""
    return {name: value for name, value in values.items() if name != "key"}


def _changes(session: Session, version: Version) -> list[Contribution]:
    changes = children_of(session, Contribution, version)
    return [change for change in changes if _change_holds(change.text)]


def _change_holds(text: str) -> bool:
    return _is_held(sha256(text.encode()), lambda: holds_number(json.loads(text)))


def _original(session: Session, version: Version) -> Intake | None:
    """The version's original, where it or what was said of it holds a number. Its
    content is read only where that is not known.
    """
    query = select(Intake).where(col(Intake.version_id) == version.id)
    without_content = query.options(defer(Intake.content))  # type: ignore[arg-type]
    intake = session.exec(without_content).first()
    if intake is None:
        return None
    mark = sha256((intake.sha256 + intake.report).encode())
    return intake if _is_held(mark, lambda: _original_holds(intake)) else None


def _original_holds(intake: Intake) -> bool:
    text = text_of(intake.media_type, intake.content)
    return holds_number([text, json.loads(intake.report)])


def _clean_text(
    session: Session, version: Version, parts: Iterable[str], by: Person
) -> None:
    content = content_in(session, version)
    cleaned = {part: without_numbers(part_of(content, part)) for part in parts}
    if not cleaned:
        return

    if version.state != State.WITHDRAWN:
        open_for_change(session, version, by)
    save_parts(session, version, cleaned, by)


def _clean_changes(session: Session, changes: Iterable[Contribution]) -> None:
    for change in changes:
        values = without_numbers(json.loads(change.text))
        text = json.dumps(values, ensure_ascii=False, default=str)
        change.text = text
    session.flush()


def _clean_original(session: Session, version: Version) -> str:
    """Take the numbers out of the original and of what was said of it: a text loses
    them alone, a Word file all that it holds. Returns the hash that it had before.
    """
    intake = _original(session, version)
    assert intake is not None
    hash_before = intake.sha256

    data = b""
    if intake.media_type.startswith(PLAIN_TEXT):
        text = intake.content.decode("utf-8", errors="replace")
        data = without_numbers(text).encode()

    intake.content, intake.size, intake.sha256 = data, len(data), sha256(data)
    intake.report = json.dumps(without_numbers(json.loads(intake.report)))
    session.flush()

    return hash_before


_KNOWN: dict[str, bool] = {}


def _is_held(mark: str, look: Callable[[], bool]) -> bool:
    """Whether the text of that hash holds a number; looked for once."""
    if mark not in _KNOWN:
        if len(_KNOWN) >= LOOKED_THROUGH:
            _KNOWN.clear()
        _KNOWN[mark] = look()
    return _KNOWN[mark]
