"""The kinds of task that a new row may be of, by the catalogue's words and rows."""

from collections.abc import Iterable, Iterator

from registry.catalogue.snapshot import Snapshot
from registry.catalogue.snapshot_cache import kept_with_snapshot
from registry.catalogue.suggested import names
from registry.rules.fields import Scheme
from registry.suggest.task_keys import TaskKeys


def proposed_keys(snapshot: Snapshot, task: str) -> list[str]:
    """The task keys that are nearest to the words of a task, the best first."""
    return _known(snapshot).nearest(task)


@kept_with_snapshot
def _known(snapshot: Snapshot) -> TaskKeys:
    return task_keys(snapshot, _named(snapshot))


def task_keys(snapshot: Snapshot, named: Iterable[tuple[str, str]]) -> TaskKeys:
    """Kinds of task by texts of theirs, with the catalogue's names of actors."""
    actors = names(snapshot, Scheme.ACTORS).values()
    return TaskKeys(named, (name for each in actors for name in each))


def _named(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    """Each kind of task with its names, and with the tasks of rows that answer."""
    for key, choice in snapshot.vocabulary.schemes[Scheme.TASKS].items():
        for name in (choice.label, *choice.also):
            yield key, name
    for row in snapshot.answering_rows:
        if row.task_key:
            yield row.task_key, row.snitflade.task
