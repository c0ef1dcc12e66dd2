"""A row's deadline, which is written twice: as a text, and where possible as data. Pure."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from registry.search.danish import tokenize

# Each unit as a number of those that its lengths are compared in. Working days and months are of
# no fixed length, so they only compare with themselves.
LENGTHS = {
    "timer": (1, "timer"),
    "dage": (24, "timer"),
    "uger": (7 * 24, "timer"),
    "hverdage": (1, "hverdage"),
    "måneder": (1, "måneder"),
}
# The letter with which the analysis of Danish ends a duration (=72t).
LETTERS = {"timer": "t", "hverdage": "h", "måneder": "m"}
# How each unit is written in a text; working days by both their names.
WRITTEN = {
    "time": "timer",
    "døgn": "dage",
    "dag": "dage",
    "hverdag": "hverdage",
    "arbejdsdag": "hverdage",
    "uge": "uger",
    "måned": "måneder",
}
_STATED = re.compile(
    rf"(\d+(?:,\d+)?)\s+({'|'.join(WRITTEN)})(?:er?|r)?\s+(før|efter)\s+([^.,;:()\n]+)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+(?:,\d+)?")
_WORD = re.compile(r"\d+(?:[.,:/]\d+)*|\w+|[§%½]")


class Deadline(NamedTuple):
    """A deadline as a row gives it."""

    text: str
    amount: float | None
    unit: str
    relation: str
    event: str

    @property
    def length(self) -> tuple[float, str] | None:
        """How long, in hours where it can be; None where the data do not say."""
        if self.amount is None or not self.unit:
            return None
        factor, unit = LENGTHS.get(self.unit, (1, self.unit))
        return self.amount * factor, unit


def deadline_of(row: Mapping[str, Any]) -> Deadline:
    return Deadline(
        row["deadline"],
        row["deadline_amount"],
        row["deadline_unit"],
        row["deadline_relation"],
        row["deadline_event"],
    )


def is_same(one: Deadline, other: Deadline) -> bool:
    """Whether two deadlines bind to the same, however they are worded.

    With data on both sides the data decide, unless the texts name different lengths; else the words
    of the texts do, unless the data contradict each other.
    """
    if one.length and other.length:
        times = lengths_named(one.text), lengths_named(other.text)
        if all(times) and times[0] != times[1]:
            return False
        return _data(one) == _data(other)
    if one.text and other.text:
        return words_of(one.text) == words_of(other.text) and not _contradict(one, other)
    return (words_of(one.text), _data(one)) == (words_of(other.text), _data(other))


def text_contradicts_data(deadline: Deadline) -> bool:
    """Whether the text names lengths of time, and the data another than any of them."""
    named, length = lengths_named(deadline.text), deadline.length
    if not named or length is None or length[1] not in LETTERS:
        return False
    return f"={length[0]:g}{LETTERS[length[1]]}" not in named


def stated(text: str) -> Deadline | None:
    """The deadline of a text that says one length of time before or after one event; else None.

    None too for a span (3-5 dage), for more numbers, and for the earliest day (tidligst).
    """
    found = _STATED.findall(text)
    is_one = len(_NUMBER.findall(text)) == 1 and "tidligst" not in text.casefold()
    if len(found) != 1 or len(lengths_named(text)) != 1 or not is_one:
        return None
    amount, unit, relation, event = found[0]
    number = float(amount.replace(",", "."))
    return Deadline(text, number, WRITTEN[unit.lower()], relation.lower(), event.strip())


def lengths_named(text: str) -> frozenset[str]:
    """The lengths of time that a text names, each in one form: 3 døgn and 72 timer are one."""
    return frozenset(token.exact for token in tokenize(text) if token.exact.startswith("="))


def words_of(text: str) -> list[str]:
    """A text's words without case, punctuation and white space."""
    return _WORD.findall(text.casefold())


def _data(deadline: Deadline) -> tuple[Any, ...]:
    return deadline.length, deadline.relation, words_of(deadline.event)


def _contradict(one: Deadline, other: Deadline) -> bool:
    events = words_of(one.event), words_of(other.event)
    relations = one.relation, other.relation
    return (all(events) and events[0] != events[1]) or (
        all(relations) and relations[0] != relations[1]
    )
