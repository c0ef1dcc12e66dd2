"""A text beside the version it follows: which row is which, and what it no longer
says.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from registry.intake.docx.remarks import listed
from registry.render import slug as slugged
from registry.rules.fields import Field
from registry.rules.version_content import CONTENT_FIELDS, EMPTY, VersionContent

Row = Mapping[str, Any]
# What belongs to one version, and what no text says.
OWN = frozenset(
    ("title", "body", "change_note", "date_precision", "date_confirmed", "illustrative")
)


class Lasting(NamedTuple):
    """A row's lasting name, empty for a new row, and what a person must know of it, if
    anything.
    """

    key: str
    doubts: tuple[str, ...] = ()


def lasting_names(rows: Sequence[Row], before: Sequence[Row]) -> list[Lasting]:
    """The name of each row: that which the text gives, or that of the row it was
    before.

    A row is the same where task and situation are; else where both have the only one of
    its kind of task, which is asked about. No two rows are the same as one.
    """
    by_words = {_words(row): row["key"] for row in before}
    by_kind, kinds = _only(before), _only(rows)
    tasks = {row["key"]: row["task"] for row in before}
    sure = [_given(row) or by_words.get(_words(row), "") for row in rows]

    lasting = []
    for row, key in zip(rows, sure, strict=True):
        alike = by_kind.get(row["task_key"], "") if row["task_key"] in kinds else ""
        if key or not alike or alike in sure:
            lasting.append(Lasting(key))
        else:
            asked = (
                f"Regnet for samme snitflade som «{tasks[alike]}» i udgaven før. "
                "Passer det?"
            )
            lasting.append(Lasting(alike, (asked,)))

    return lasting


def no_longer_said(content: VersionContent, before: VersionContent) -> Iterator[str]:
    """What the version before says and this does not, as sentences."""
    keys = {row["key"] for row in content.rows}
    gone = [row["task"] for row in before.rows if row["key"] not in keys]
    if gone:
        yield (
            f"Snitflader i udgaven før, som teksten ikke har ({len(gone)}): "
            f"{listed(gone)}."
        )

    empty = [
        field.label for field in CONTENT_FIELDS if _is_emptied(field, content, before)
    ]
    empty += ["Parter"] if before.parties and not content.parties else []
    empty += ["Relationer"] if before.relations and not content.relations else []
    if empty:
        yield f"Udfyldt i udgaven før, men ikke her: {', '.join(empty)}."


def _is_emptied(field: Field, content: VersionContent, before: VersionContent) -> bool:
    nothing = EMPTY[field.kind]
    now, then = content.values[field.name], before.values[field.name]
    return field.name not in OWN and now == nothing and then != nothing


def _given(row: Row) -> str:
    return row["key"] if slugged(row["key"]) == row["key"] else ""


def _only(rows: Iterable[Row]) -> dict[str, str]:
    """The key of the one row of each kind of task, for kinds that have no more."""
    by_kind: dict[str, list[str]] = {}
    for row in rows:
        by_kind.setdefault(row["task_key"], []).append(row["key"])
    return {kind: keys[0] for kind, keys in by_kind.items() if kind and len(keys) == 1}


def _words(row: Row) -> tuple[str, str]:
    return " ".join(row["task"].lower().split()), " ".join(
        row["situation"].lower().split()
    )
