"""Differences between two versions: those of responsibility apart from those of
wording. Pure.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from registry.language.deadlines import deadline_of, is_same, words_of
from registry.language.normal import normal
from registry.markup.markdown_html import to_html
from registry.rules.breaks import with_moved_breaks
from registry.rules.fields import ROW_FIELDS, Field, Kind
from registry.rules.levels import with_moved_places
from registry.rules.version_content import (
    CONTENT_FIELDS,
    EMPTY,
    RowValues,
    VersionContent,
)
from registry.rules.worddiff import Piece, Side, pieces

Rows = Mapping[Any, RowValues]
# (role, organisation), or (kind of relation, agreement)
Members = tuple[tuple[str, str], ...]

DEADLINE = "deadline"  # stands for its text and all its data together
DEADLINE_FIELDS = frozenset(
    field.name for field in ROW_FIELDS if field.name.startswith(DEADLINE)
)


def _weighing(fields: Iterable[Field]) -> tuple[str, ...]:
    """The fields whose differences come before those of wording, in their order."""
    weighing = (field for field in fields if field.weighs)
    return tuple(field.name for field in sorted(weighing, key=lambda f: f.weighs))


RESPONSIBILITY_FIELDS = _weighing(ROW_FIELDS)
# Texts of which another punctuation is only another wording.
LOOSELY_READ = frozenset(field.name for field in ROW_FIELDS if field.denies)
# What of a version itself weighs more than its words, and is shown before them.
WEIGHTY_FIELDS = _weighing(CONTENT_FIELDS)
UNORDERED = frozenset(
    field.name for field in (*CONTENT_FIELDS, *ROW_FIELDS) if field.kind is Kind.KEYS
)
IN_WORDS = (Kind.TEXT, Kind.MARKDOWN)
# Spaces within a line are one, and at its end none, as they are shown.
_SPACES = re.compile(r"(?<=\S)[ \t]+(?=(\n|\Z))|(?<=\S)[ \t]+")


class RowKind(StrEnum):
    """What became of a row."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True)
class Change:
    """A field's value in the one version and in the other; of DEADLINE, two
    Deadlines.
    """

    name: str
    before: Any
    after: Any


@dataclass(frozen=True)
class FieldDifference(Change):
    """A field that differs; a text with its pieces, which are all the same if only
    spacing is.
    """

    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True)
class RowDifference:
    """A row that differs, by its key; `task` as the later version has it.

    Of a row added or removed, `responsibility` holds all that it says of
    responsibility.
    """

    key: str
    task: str
    kind: RowKind
    responsibility: tuple[Change, ...] = ()
    wording: tuple[FieldDifference, ...] = ()


@dataclass(frozen=True)
class MemberDifference:
    """What came to and went from a version's parties by role, or its relations by
    kind.
    """

    added: Members = ()
    removed: Members = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.removed)


@dataclass(frozen=True)
class Differences:
    """All that differs: rows in order, those removed last; fields with the weighty ones
    first.

    `reordered`: rows that both versions have stand in another order.
    """

    rows: tuple[RowDifference, ...]
    fields: tuple[FieldDifference, ...]
    parties: MemberDifference
    relations: MemberDifference
    reordered: bool

    @property
    def has_responsibility(self) -> bool:
        """Whether a row says anything else of responsibility, was added or was
        removed.
        """
        return any(
            row.responsibility or row.kind is not RowKind.CHANGED for row in self.rows
        )

    def __bool__(self) -> bool:
        return bool(
            self.rows or self.fields or self.parties or self.relations or self.reordered
        )


def compare(before: VersionContent, after: VersionContent) -> Differences:
    """What differs between two versions, as keys and texts; rows are compared by their
    key only.

    The order of actors, parties and relations says nothing, nor does what nobody can
    see: kinds of space, soft hyphens, letters composed of two signs.
    """
    before, after = _seen(before), _seen(after)
    old, new = _by_key(before.rows), _by_key(after.rows)
    kept = [key for key in old if key in new]

    return Differences(
        rows=tuple(_rows(old, new)),
        fields=tuple(_fields(before.values, after.values)),
        parties=_members(before.parties, after.parties),
        relations=_members(before.relations, after.relations),
        reordered=kept != [key for key in new if key in old],
    )


def _seen(content: VersionContent) -> VersionContent:
    return replace(
        content,
        values={name: _normal(value) for name, value in content.values.items()},
        rows=tuple(
            {name: _normal(value) for name, value in row.items()}
            for row in content.rows
        ),
    )


def _normal(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(map(_normal, value))
    return _SPACES.sub(_one_space, normal(value)) if isinstance(value, str) else value


def _one_space(space: re.Match[str]) -> str:
    return " " if space[1] is None else ""


def _by_key(rows: Iterable[RowValues]) -> dict[tuple[str, int], RowValues]:
    """The rows by key; a draft may have a key twice, so each time is counted."""
    times: Counter[str] = Counter()
    by_key = {}
    for row in rows:
        by_key[row["key"], times[row["key"]]] = row
        times[row["key"]] += 1
    return by_key


def _rows(old: Rows, new: Rows) -> Iterator[RowDifference]:
    for name, row in new.items():
        if name not in old:
            yield _whole(row, RowKind.ADDED)
        elif (difference := _changed(old[name], row)) is not None:
            yield difference
    for name, row in old.items():
        if name not in new:
            yield _whole(row, RowKind.REMOVED)


def _whole(row: RowValues, kind: RowKind) -> RowDifference:
    """A row that only one of the versions has, against one that says nothing."""
    nothing = {field.name: EMPTY[field.kind] for field in ROW_FIELDS}
    old, new = (nothing, row) if kind is RowKind.ADDED else (row, nothing)
    return RowDifference(
        row["key"], row["task"], kind, tuple(_responsibility(old, new))
    )


def _changed(old: RowValues, new: RowValues) -> RowDifference | None:
    responsibility = tuple(_responsibility(old, new))
    wording = tuple(_wording(old, new, {change.name for change in responsibility}))
    if not responsibility and not wording:
        return None
    task = new["task"] or old["task"]
    return RowDifference(new["key"], task, RowKind.CHANGED, responsibility, wording)


def _responsibility(old: RowValues, new: RowValues) -> Iterator[Change]:
    for name in RESPONSIBILITY_FIELDS:
        if name == DEADLINE:
            if not is_same(deadline_of(old), deadline_of(new)):
                yield Change(DEADLINE, deadline_of(old), deadline_of(new))
        elif _read(name, old[name]) != _read(name, new[name]):
            yield Change(name, old[name], new[name])


def _read(name: str, value: Any) -> Any:
    """What counts of a value of responsibility."""
    if isinstance(value, tuple):
        return frozenset(value)
    return words_of(value) if name in LOOSELY_READ else value


def _wording(
    old: RowValues, new: RowValues, said: set[str]
) -> Iterator[FieldDifference]:
    """The other fields that differ, and those of responsibility that are only worded
    otherwise.
    """
    for field in ROW_FIELDS:
        name = field.name
        if name == DEADLINE:
            yield from _deadline_wording(old, new, said)
        elif name not in said | DEADLINE_FIELDS and _differ(name, old[name], new[name]):
            yield _difference(name, field.kind, old[name], new[name])


def _deadline_wording(
    old: RowValues, new: RowValues, said: set[str]
) -> Iterator[FieldDifference]:
    before, after = deadline_of(old), deadline_of(new)
    if DEADLINE not in said and before != after:
        yield FieldDifference(DEADLINE, before, after, pieces(before.text, after.text))


def _fields(
    old: Mapping[str, Any], new: Mapping[str, Any]
) -> Iterator[FieldDifference]:
    weighty_first = sorted(CONTENT_FIELDS, key=lambda f: f.name not in WEIGHTY_FIELDS)

    for field in weighty_first:
        name = field.name
        if _differ(name, old[name], new[name]) and not (
            field.kind is Kind.MARKDOWN and to_html(old[name]) == to_html(new[name])
        ):
            difference = _difference(name, field.kind, old[name], new[name])
            # Only the space between lines is another, as of a list set closer.
            if field.kind is not Kind.MARKDOWN or _is_seen(difference):
                yield difference


def _differ(name: str, old: Any, new: Any) -> bool:
    return set(old) != set(new) if name in UNORDERED else bool(old != new)


def _difference(name: str, kind: Kind, old: Any, new: Any) -> FieldDifference:
    if kind not in IN_WORDS:
        return FieldDifference(name, old, new)
    seen = with_moved_places if kind is Kind.MARKDOWN else with_moved_breaks
    return FieldDifference(name, old, new, pieces(*seen(old, new)))


def _is_seen(difference: FieldDifference) -> bool:
    return any(piece.part is not Side.SAME for piece in difference.pieces)


def _members(
    old: Mapping[str, Sequence[str]], new: Mapping[str, Sequence[str]]
) -> MemberDifference:
    before, after = (
        [(group, member) for group, members in groups.items() for member in members]
        for groups in (old, new)
    )
    return MemberDifference(
        added=tuple(pair for pair in dict.fromkeys(after) if pair not in set(before)),
        removed=tuple(pair for pair in dict.fromkeys(before) if pair not in set(after)),
    )
