"""What stands in a field of a row that says nothing: the agreement does not say, or the
question does not arise.
"""

from enum import StrEnum
from typing import Any

# Among the actors of a row, where none is.
NOT_STATED = "ikke-oplyst"
NOT_APPLICABLE = "ikke-relevant"
# In a text, such as a deadline.
NOT_STATED_IN_WORDS = "ikke oplyst"


class Saying(StrEnum):
    """What the value of a field comes to."""

    STATED = "stated"
    NOT_STATED = "not-stated"
    NOT_APPLICABLE = "not-applicable"
    ABSENT = "absent"


_ALONE: dict[tuple[Any, ...], Saying] = {
    (NOT_STATED,): Saying.NOT_STATED,
    (NOT_APPLICABLE,): Saying.NOT_APPLICABLE,
}


def saying_of(value: Any) -> Saying:
    """What a value says: a list of actors, or a text."""
    if not value:
        return Saying.ABSENT
    if isinstance(value, str):
        return Saying.STATED if is_stated(value) else Saying.NOT_STATED

    members = tuple(value) if isinstance(value, list | tuple) else ()
    return _ALONE.get(members, Saying.STATED)


def is_stated(text: str) -> bool:
    """Whether a text says anything: «Ikke oplyst» says only that there is nothing."""
    said = text.strip().rstrip(".").casefold()
    return said not in ("", NOT_STATED, NOT_STATED_IN_WORDS)
