"""A question that is a row's task as it stands: whoever clicks «Spørg om det her» asks
so, and the row is the answer, whatever else its words could mean. Pure.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from registry.catalogue.snapshot import Row, Snapshot
from registry.catalogue.snapshot_cache import kept_with_snapshot
from registry.language.danish import fold
from registry.search.answer import AnswerGroup
from registry.search.row_hits import Ranked


def rows_quoted(text: str, snapshot: Snapshot) -> frozenset[str]:
    """The ids of the rows whose task the text is; signs and capitals aside."""
    return _by_task(snapshot).get(_bare(text), frozenset())


def is_quoted(text: str, row: Row) -> bool:
    """Whether the text is the task of a row, so that its words ask for no field."""
    return _bare(text) == _bare(row.snitflade.task)


def with_quoted(
    quoted: Collection[str], ranked: Iterable[Ranked], answering: Sequence[Ranked]
) -> list[Ranked]:
    """The rows quoted, before the others that answer; they themselves always do."""
    first = [item for item in ranked if item.row.id in quoted]
    return [*first, *(item for item in answering if item.row.id not in quoted)]


def quoted_first(
    quoted: Collection[str], groups: Sequence[AnswerGroup]
) -> list[AnswerGroup]:
    """The groups with the rows quoted before the others of their kind of task: also
    where they are an exception from another's rule.
    """
    if not quoted:
        return list(groups)
    return [
        replace(
            group, hits=sorted(group.hits, key=lambda hit: hit.row.id not in quoted)
        )
        for group in groups
    ]


@kept_with_snapshot
def _by_task(snapshot: Snapshot) -> dict[str, frozenset[str]]:
    by_task: dict[str, set[str]] = {}
    for row in snapshot.asked_rows:
        by_task.setdefault(_bare(row.snitflade.task), set()).add(row.id)
    return {task: frozenset(ids) for task, ids in by_task.items()}


def _bare(text: str) -> str:
    """The letters and digits of a text, its words one space apart."""
    kept = (sign if sign.isalnum() else " " for sign in fold(text))
    return " ".join("".join(kept).split())
