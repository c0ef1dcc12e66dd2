"""Changed values in Danish: labels for keys, dates and deadlines, and long texts
folded.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from registry.catalogue.snapshot import Snapshot
from registry.catalogue.told import told
from registry.language.deadlines import Deadline, words_of
from registry.language.numbers import with_comma
from registry.language.units import DEADLINE_UNITS
from registry.rules.differences import DEADLINE, Change, FieldDifference
from registry.rules.fields import Field, Kind
from registry.rules.worddiff import Piece, Side
from registry.web.frame.dates import danish_date

ONE = {unit.name: unit.singular[0] for unit in DEADLINE_UNITS.values()}
# Of a long stretch that both texts have, this many words are shown at each end.
SHOWN_WORDS = 20
FEWEST_FOLDED = 30
_WORD_AND_SPACE = re.compile(r"\s*\S+\s*")


@dataclass(frozen=True)
class PieceView:
    """Some words. `part`: same, added, removed; folded where `words` of both texts
    stand closed.
    """

    text: str
    part: str
    words: int = 0


@dataclass(frozen=True)
class Line:
    """What was changed in a field: from one value to another, or its words in
    `pieces`.
    """

    label: str
    before: str = ""
    after: str = ""
    pieces: tuple[PieceView, ...] = ()


def change_line(snapshot: Snapshot, field: Field, change: Change) -> Line:
    """The line of a field: its two values, or its words where it is a text."""
    label = field.label
    pieces = change.pieces if isinstance(change, FieldDifference) else ()
    if _tells(pieces) and not field.options:
        return Line(label, pieces=folded(pieces))
    if field.kind is Kind.TEXTS:
        return Line(label, pieces=came_and_went(change.after, change.before))
    return Line(label, *values_in_words(snapshot, field, change))


def values_in_words(
    snapshot: Snapshot, field: Field, change: Change
) -> tuple[str, str]:
    """Both values of a change as readers see them."""
    if field.name == DEADLINE:
        return _deadlines(change.before, change.after)
    before, after = (
        in_words(snapshot, field, value) for value in (change.before, change.after)
    )
    return before, after


def begins_in_words(day: date | None, precision: str) -> str:
    """The first day in force, no more exactly than it is known."""
    if day is None:
        return "dagen kendes ikke"
    if precision in ("day", "month", "year"):
        return danish_date(day, precision)
    return f"regnes fra {danish_date(day)}"


def in_words(snapshot: Snapshot, field: Field, value: Any) -> str:
    """One value as readers see it beside another."""
    if isinstance(value, Deadline):
        return value.text or _data_in_words(value)
    return told(snapshot, field, value) or field.when_empty


def came_and_went(
    added: Iterable[str], removed: Iterable[str]
) -> tuple[PieceView, ...]:
    """The members of a list that only one version has."""
    olds, news = list(dict.fromkeys(removed)), list(dict.fromkeys(added))
    gone = [PieceView(text, Side.REMOVED) for text in olds if text not in news]
    come = [PieceView(text, Side.ADDED) for text in news if text not in olds]
    between = PieceView("; ", Side.SAME)
    parted = [part for piece in [*gone, *come] for part in (between, piece)]
    return tuple(parted[1:]) or (PieceView("Kun rækkefølgen er ændret.", Side.SAME),)


def folded(pieces: Iterable[Piece]) -> tuple[PieceView, ...]:
    """The pieces, each long stretch without a change closed but for its words beside a
    change.
    """
    listed = _trimmed(list(pieces))
    return tuple(
        view
        for at, piece in enumerate(listed)
        for view in _folded(piece, is_first=at == 0, is_last=at == len(listed) - 1)
    )


def _trimmed(pieces: list[Piece]) -> list[Piece]:
    """No empty lines between what was removed and what was put in its place."""
    following = [piece.part for piece in pieces[1:]] + [Side.SAME]
    return [
        Piece(f"{piece.text.rstrip()} ", piece.part)
        if (piece.part, after) == (Side.REMOVED, Side.ADDED)
        else piece
        for piece, after in zip(pieces, following, strict=True)
    ]


def _folded(piece: Piece, *, is_first: bool, is_last: bool) -> list[PieceView]:
    words = _WORD_AND_SPACE.findall(piece.text)
    head = 0 if is_first else SHOWN_WORDS
    tail = len(words) - (0 if is_last else SHOWN_WORDS)

    if piece.part is not Side.SAME:
        return _without_margins(piece)
    if tail - head < FEWEST_FOLDED:
        return [PieceView(piece.text, piece.part)]

    parts = (
        PieceView("".join(words[:head]), Side.SAME),
        PieceView("".join(words[head:tail]), "folded", tail - head),
        PieceView("".join(words[tail:]), Side.SAME),
    )
    return [part for part in parts if part.text]


def _without_margins(piece: Piece) -> list[PieceView]:
    """A mark should not reach over the space beside its words."""
    core = piece.text.strip()
    before, _, after = piece.text.partition(core) if core else ("", "", "")
    parts = (before, Side.SAME), (core or piece.text, piece.part), (after, Side.SAME)
    return [PieceView(text, part) for text, part in parts if text]


def _tells(pieces: Iterable[Piece]) -> bool:
    return any(piece.part is not Side.SAME for piece in pieces)


def _deadlines(before: Deadline, after: Deadline) -> tuple[str, str]:
    """Only how long, where the texts say nothing else that differs."""
    if (
        before.length
        and after.length
        and _without_length(before) == _without_length(after)
    ):
        return _length_in_words(before), _length_in_words(after)

    if before.text != after.text:
        return before.text or _data_in_words(before), after.text or _data_in_words(
            after
        )
    return _data_in_words(before), _data_in_words(after)


def _without_length(deadline: Deadline) -> tuple[list[str], str, list[str]]:
    said = [f"{deadline.amount:g}", deadline.unit, ONE.get(deadline.unit, "")]
    words = [word for word in words_of(deadline.text) if word not in said]
    return words, deadline.relation, words_of(deadline.event)


def _length_in_words(deadline: Deadline) -> str:
    """How long, where the deadline says it."""
    assert deadline.amount is not None
    unit = (
        ONE.get(deadline.unit, deadline.unit) if deadline.amount == 1 else deadline.unit
    )
    return f"{with_comma(deadline.amount)} {unit}"


def _data_in_words(deadline: Deadline) -> str:
    length = _length_in_words(deadline) if deadline.length else ""
    return " ".join(filter(None, (length, deadline.relation, deadline.event)))
