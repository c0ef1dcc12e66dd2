"""Rows as the catalogue stores them and drafts write them, for coherence."""

from collections.abc import Mapping
from typing import Any

from registry.language.deadlines import deadline_of
from registry.rules.coherence.rows import (
    NOBODY,
    Names,
    Row,
    stated_actors,
)
from registry.rules.coherence.wording import situation_words, stated_deadline
from registry.rules.fields import DEADLINE_DATA, FOUR_ANSWERS
from registry.unsaid import is_stated

# The fields of a stored row that its neutral form is made of.
READ = (
    *("key", "task_key", "situation", "phase", "target_groups", *FOUR_ANSWERS),
    *("deadline", *DEADLINE_DATA, "economic_consequences", "legal_basis"),
)


def row_of(
    values: Mapping[str, Any],
    agreement: str,
    *,
    task_key: str = "",
    places: Names = NOBODY,
    named_places: Names = NOBODY,
) -> Row:
    """A row of an agreement, given as its fields by name.

    `task_key`: where it has been given another since. The economic consequences are
    those that the row itself states: what its version says of economics is there
    whether anything moves or not.
    """
    answers = tuple(stated_actors(values[name]) for name in FOUR_ANSWERS)

    return Row(
        id=f"{agreement}.{values['key']}",
        agreement=agreement,
        key=values["key"],
        task_key=task_key or values["task_key"],
        situation=situation_words(values["situation"]),
        phase=values["phase"],
        target_groups=frozenset(values["target_groups"]),
        places=places,
        answers=(*answers, stated_deadline(deadline_of(values))),
        named_places=named_places,
        economics=is_stated(values["economic_consequences"]),
        lawful=bool(values["legal_basis"]),
    )
