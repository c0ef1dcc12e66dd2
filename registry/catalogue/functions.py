"""Which numbers of an organisation are the right ones for a row, or for a question, by
the functions that they are of. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol, TypeVar

from registry.catalogue.snapshot import Row, Snapshot
from registry.catalogue.snapshot_cache import kept_with_snapshot
from registry.language.danish import stems_in, tokenize
from registry.rules.fields import Scheme
from registry.rules.reaching import GENERAL_FUNCTIONS, PLAIN_HOURS

if TYPE_CHECKING:
    from registry.models import Choice

SHORTEST = 5  # letters that two words must share to be of one subject
_NOT_IN_HOURS = frozenset(
    token.stem for token in tokenize("nat natten aften aftenen weekend weekenden")
)
_GENERAL = frozenset(stems_in(GENERAL_FUNCTIONS))


class Function(Protocol):
    """What has a function and hours."""

    @property
    def function(self) -> str:
        """What it is called in its organisation."""

    @property
    def hours(self) -> str:
        """When it answers."""


F = TypeVar("F", bound=Function)


def of_subject(snapshot: Snapshot, row: Row, numbers: Iterable[F]) -> list[F]:
    """The numbers whose function is the row's subject."""
    of_row = _subjects(f"{_label(snapshot, row)} {row.snitflade.task}")
    return [one for one in numbers if _shares(_subjects(one.function), of_row)]


def not_of_another(snapshot: Snapshot, numbers: Iterable[F]) -> list[F]:
    """The numbers but those of a task by its name: they can help with no other."""
    return [one for one in numbers if not _names_a_task(snapshot, one.function)]


def asked_first(numbers: Iterable[F], text: str) -> list[F]:
    """The same numbers: first those whose function a question names, and of a question
    about the night those that are not only open by day.
    """
    asked = _subjects(text)
    by_night = any(token.stem in _NOT_IN_HOURS for token in tokenize(text))

    return sorted(
        numbers,
        key=lambda one: (
            not _shares(_subjects(one.function), asked),
            by_night and bool(PLAIN_HOURS.search(one.hours)),
        ),
    )


def _label(snapshot: Snapshot, row: Row) -> str:
    return snapshot.vocabulary.label(Scheme.TASKS, row.task_key)


def _names_a_task(snapshot: Snapshot, function: str) -> bool:
    subjects = _subjects(function)
    return bool(subjects) and _shares(subjects, _named(snapshot))


@kept_with_snapshot
def _named(snapshot: Snapshot) -> frozenset[str]:
    """The subjects of the names of all tasks."""
    tasks: Iterable[Choice] = snapshot.vocabulary.schemes[Scheme.TASKS].values()
    return frozenset(stem for one in tasks for stem in _subjects(one.label))


@lru_cache(maxsize=1024)
def _subjects(text: str) -> frozenset[str]:
    """The stems of the words that may say what a function is for."""
    stems = {stem for stem in stems_in(text) if len(stem) >= SHORTEST}
    return frozenset(stems - _GENERAL)


def _shares(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether a word of the one is, or begins, a word of the other: «akutsygepleje» and
    «akutsygeplejerske».
    """
    return not some.isdisjoint(others) or any(
        one.startswith(other) or other.startswith(one)
        for one in some
        for other in others
    )
