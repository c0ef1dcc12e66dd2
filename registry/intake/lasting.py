"""A text beside the version it follows: which row is which, and what it no longer
says.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from registry.intake.docx.remarks import listed
from registry.markup.markdown_html import slug as slugged
from registry.rules.fields import Field
from registry.rules.likeness import (
    LEAST_TASK,
    LIKELY,
    likeness,
    pairs_by_likeness,
    words_alike,
)
from registry.rules.version_content import (
    CONTENT_FIELDS,
    EMPTY,
    RowValues,
    VersionContent,
)

# What belongs to one version, and what no text says.
OWN = frozenset(field.name for field in CONTENT_FIELDS if field.of_one_version)


class Lasting(NamedTuple):
    """A row's lasting name, empty for a new row, and what a person must know of it, if
    anything.
    """

    key: str
    doubts: tuple[str, ...] = ()


def lasting_names(
    rows: Sequence[RowValues], before: Sequence[RowValues]
) -> list[Lasting]:
    """The name of each row: that which the text gives, or that of the row it was
    before.

    A row is the same where task and situation are; else where it is the most alike, or
    both have the only one of its kind of task, which is asked about. No two rows are
    the same as one: of those to which a text gives one name, as when a table was
    copied, one keeps it, and the others are asked about.
    """
    tasks = {row["key"]: row["task"] for row in before}
    by_words = {_words(row): row["key"] for row in before}
    keepers = _keepers(rows, before)
    sure = _settled(rows, keepers, by_words)
    likely = _likely(rows, before, sure)

    lasting = []

    for at, row in enumerate(rows):
        given = _given(row)
        if sure[at]:
            lasting.append(Lasting(sure[at], _doubted(row, tasks.get(sure[at], ""))))
        elif given and keepers[given] != at:
            lasting.append(Lasting("", (_copied(rows[keepers[given]]),)))
        elif at in likely:
            asked = (
                f"Regnet for samme snitflade som «{tasks[likely[at]]}» i udgaven før. "
                "Passer det?"
            )
            lasting.append(Lasting(likely[at], (asked,)))
        else:
            lasting.append(Lasting(""))

    return lasting


def _doubted(row: RowValues, before: str) -> tuple[str, ...]:
    """A table that was copied for another task keeps the name it had."""
    if not before or words_alike(row["task"], before) >= LEAST_TASK:
        return ()
    return (f"Har navnet på «{before}» i udgaven før, men andre ord. Er den en ny?",)


def _copied(keeper: RowValues) -> str:
    return (
        f"Har samme navn som «{keeper['task']}», som en kopi af dens tabel har, og er "
        "regnet for en ny snitflade. Passer det?"
    )


def _keepers(rows: Sequence[RowValues], before: Sequence[RowValues]) -> dict[str, int]:
    """Which of the rows that are given a name keeps it: that which says most of what
    the row of that name said, else the first.
    """
    known = {row["key"]: row for row in before}
    keepers: dict[str, int] = {}
    best: dict[str, float] = {}
    for at, row in enumerate(rows):
        if key := _given(row):
            score = likeness(row, known[key]) if key in known else 0.0
            if key not in keepers or score > best[key]:
                keepers[key], best[key] = at, score

    return keepers


def _settled(
    rows: Sequence[RowValues],
    keepers: Mapping[str, int],
    by_words: Mapping[tuple[str, str], str],
) -> list[str]:
    """The names that nothing need be asked about; empty for the others."""
    sure = [""] * len(rows)
    for key, at in keepers.items():
        sure[at] = key
    for at, row in enumerate(rows):
        key = by_words.get(_words(row), "")
        if not sure[at] and not _given(row) and key not in sure:
            sure[at] = key
    return sure


def _likely(
    rows: Sequence[RowValues], before: Sequence[RowValues], sure: Sequence[str]
) -> dict[int, str]:
    """The rows that may well be one of before, by their places: the only ones of their
    kind, then the most alike.
    """
    likely: dict[int, str] = {}
    by_kind, kinds = _only(before), _only(rows)
    open_rows = [at for at, key in enumerate(sure) if not key and not _given(rows[at])]
    for at in open_rows:
        alike = by_kind.get(rows[at]["task_key"], "")
        if alike and rows[at]["task_key"] in kinds and alike not in sure:
            likely[at] = alike

    taken = {*sure, *likely.values()}
    left = [row for row in before if row["key"] not in taken]
    still = [at for at in open_rows if at not in likely]
    pairs = pairs_by_likeness([rows[at] for at in still], left, LIKELY)
    return likely | {still[at]: left[of]["key"] for at, of in pairs.items()}


def no_longer_said(
    content: VersionContent, before: VersionContent
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What the version before says and this does not: sentences, each with all of what
    it may only name the first of.
    """
    keys = {row["key"] for row in content.rows}
    gone = [row["task"] for row in before.rows if row["key"] not in keys]
    if gone:
        yield (
            f"Snitflader i udgaven før, som teksten ikke har ({len(gone)}): "
            f"{listed(gone)}.",
            tuple(gone),
        )

    empty = [
        field.label for field in CONTENT_FIELDS if _is_emptied(field, content, before)
    ]
    empty += ["Parter"] if before.parties and not content.parties else []
    empty += ["Relationer"] if before.relations and not content.relations else []
    if empty:
        yield f"Udfyldt i udgaven før, men ikke her: {', '.join(empty)}.", ()


def _is_emptied(field: Field, content: VersionContent, before: VersionContent) -> bool:
    nothing = EMPTY[field.kind]
    now, then = content.values[field.name], before.values[field.name]
    return field.name not in OWN and now == nothing and then != nothing


def _given(row: RowValues) -> str:
    return row["key"] if slugged(row["key"]) == row["key"] else ""


def _only(rows: Iterable[RowValues]) -> dict[str, str]:
    """The key of the one row of each kind of task, for kinds that have no more."""
    by_kind: dict[str, list[str]] = {}
    for row in rows:
        by_kind.setdefault(row["task_key"], []).append(row["key"])
    return {kind: keys[0] for kind, keys in by_kind.items() if kind and len(keys) == 1}


def _words(row: RowValues) -> tuple[str, str]:
    return " ".join(row["task"].lower().split()), " ".join(
        row["situation"].lower().split()
    )
