"""A row's deadline, which is written twice: as a text, and where possible as data. How
its units are written stands in `units`. Pure.
"""

import math
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from registry.language.danish import tokenize
from registry.language.deadline_words import (
    has_minus,
    has_unread_number,
    is_earliest,
    is_of_no_length,
    moment_bounds,
    names_other_event,
    sides,
)
from registry.language.lengths import is_span, rates, unit_pattern
from registry.language.numbers import AMOUNT, ANY_I, amount, written
from registry.language.units import (
    DEADLINE_UNITS,
    LETTERS,
    PERIODS,
    SPELLINGS,
    THE_PERIODS,
)
from registry.language.unsure_lengths import (
    open_lengths,
    unsure_lengths,
    without_repeats,
)

# How the units that a deadline is read from are written: not years, which are a
# person's age too, and no genitive («3 timers besøg») but of the deadline itself.
_UNITS = {
    word: unit
    for word, unit in SPELLINGS.items()
    if unit.name != "år" and not word.endswith("s")
}
_UNIT = rf"\s*+(?:-\s*+)?({unit_pattern(_UNITS)})(?:s\s+(?:frist|varsel))?(?![^\W_])\.?"
# «2 uger fra henvisningen» is after it.
RELATIONS = {"før": "før", "efter": "efter", "fra": "efter"}
_STATED = re.compile(
    rf"(?<![\w.,/])({AMOUNT}){_UNIT}\s+(før|efter|fra)"
    r"(?:,?\s+at)?\s+([^.,;:()\n]+)",
    re.IGNORECASE,
)
_LENGTH = re.compile(rf"(?<![\w.,/])({AMOUNT}){_UNIT}", re.IGNORECASE)
# A length that is counted from what was told before: «5 hverdage senere».
_COUNTED = {
    "før": re.compile(
        r"^\s+(?:før|forinden|forud|i forvejen|inden)(?!\w)", re.IGNORECASE
    ),
    "efter": re.compile(
        r"^\s+(?:efter|senere|derefter|herefter|efterfølgende)(?!\w)", re.IGNORECASE
    ),
}
_AFTER = re.compile(r"(?<!\w)efter\s+$", re.IGNORECASE)
# How often is no time within which; nor is a length on both sides.
_OFTEN = re.compile(rf"\bhvert?\s+(?:{AMOUNT}){_UNIT}", re.IGNORECASE)
_EITHER = re.compile(r"\b(?:før|efter)\s+(?:eller|og)\s+(?:før|efter)\b", re.IGNORECASE)
_NO_LIMIT = re.compile(
    rf"\b(?:hver|hvert|gange?|om (?:{'|'.join(THE_PERIODS)})"
    r"|(?:dag|ugent|måned|år)ligt?|(?:ad|á|à|pr\.?) gang(?:en)?)\b"
    rf"|(?:\bpr\.?\s|/)\s*(?:{PERIODS})\b",
    re.IGNORECASE,
)
# «Efter 3 og 6 måneder» is two times.
_ONE_MORE = re.compile(rf"(?<!\w)(?:{AMOUNT})(?:,|\s+(?:og|samt))\s+$", re.IGNORECASE)
_FIGURES = re.compile(r"[\d½⅓⅔¼¾]")
# Words, numbers, and the signs that make a number another: more than, less than, minus.
_WORD = re.compile(
    r"\d+(?:[.,:/]\d+)*|\w+|[§%‰°½⅓⅔¼¾<>≤≥=≠±+×÷≈~€$£]|(?<![\w)%.,])[-−–](?=[\d½⅓⅔¼¾])"
)

_ASKED = (
    (unsure_lengths, "Fristens tal kan læses på flere måder."),
    (open_lengths, "Fristens tekst har ikke ét antal, der kan læses."),
    (rates, "Der står, hvor tit eller hvor længe ad gangen, og ikke inden hvornår."),
)
UNREAD = "Fristens tal eller enhed kan ikke læses."
# What a length of time may be beside that within which something is done.
_ASKED_OF_A_LENGTH = (
    (is_earliest, "Der står, hvornår det tidligst sker, og ikke inden hvornår."),
    (_OFTEN.search, "Der står, hvor tit, og ikke inden hvornår."),
    (_EITHER.search, "Der står både før og efter."),
)


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
        unit = DEADLINE_UNITS.get(self.unit)
        return (
            (self.amount * unit.factor, unit.base) if unit else (self.amount, self.unit)
        )


def deadline_of(row: Mapping[str, Any]) -> Deadline:
    """The deadline of a row that is given as its fields by name."""
    return Deadline(
        row["deadline"],
        row["deadline_amount"],
        row["deadline_unit"],
        row["deadline_relation"],
        row["deadline_event"],
    )


def is_same(one: Deadline, other: Deadline) -> bool:
    """Whether two deadlines bind to the same, however they are worded.

    With data on both sides the data decide, unless the texts name different lengths or
    bounds; else the words of the texts do, unless the data contradict each other.
    """
    if _bounds_differ(one.text, other.text):
        return False
    if one.length and other.length:
        times = lengths_named(one.text), lengths_named(other.text)
        if all(times) and times[0] != times[1]:
            return False
        return _data(one) == _data(other)

    if one.text and other.text:
        return words_of(one.text) == words_of(other.text) and not _contradict(
            one, other
        )
    return (words_of(one.text), _data(one)) == (words_of(other.text), _data(other))


def text_contradicts_data(deadline: Deadline) -> bool:
    """Whether the text tells another length, another side of the event or another event
    than the data.

    A span («2-3 uger») is none of its ends, and what cannot be read as one number
    («1.50 timer», «48h», «72 timer (4 døgn)») is not known to be the data's: both are
    to be looked at.
    """
    named = sides(deadline.text)
    is_other_side = bool(named and deadline.relation) and deadline.relation not in named
    return (
        is_other_side
        or names_other_event(deadline.text, deadline.event)
        or _is_other_length(deadline)
    )


def _is_other_length(deadline: Deadline) -> bool:
    text, length = without_repeats(deadline.text), deadline.length
    named = lengths_named(text)
    if length is None or length[1] not in LETTERS:
        return False
    if unsure_lengths(text) or (rates(text) and not named):
        return True
    if len(named) > 1 and len(sides(text)) > 1:
        return True

    if not named:
        bounds = moment_bounds(text)
        least, most = bounds.get(length[1], (0, -1 if bounds else math.inf))
        is_moment = least <= length[0] <= most
        unread = has_unread_number(text) or is_of_no_length(text)
        return not is_moment or (not bounds and unread)
    return f"={written(length[0])}{LETTERS[length[1]]}" not in named


def asked_about(text: str) -> str:
    """What a text says of time that no single amount can hold, in Danish; else
    empty.
    """
    if any(is_span(name) for name in lengths_named(text)):
        return "Fristen er et spænd og har ikke ét antal."
    length = _LENGTH.search(text)
    looks = (*_ASKED, *(_ASKED_OF_A_LENGTH if length else ()))
    asked = next((said for look, said in looks if look(text)), "")
    if asked or (length and _as_data(*length.groups())):
        return asked
    return UNREAD if lengths_named(text) or has_unread_number(text) else ""


def stated(text: str) -> Deadline | None:
    """The deadline of a text that says one length of time before or after one event;
    else None.

    None too for a span (3-5 dage), for more numbers, and for the earliest day
    (tidligst).
    """
    written_out, text = text, without_repeats(text)
    statements = list(_STATED.finditer(text))
    if len(statements) != 1 or asked_about(text):
        return None

    figures, unit, relation, event = statements[0].groups()
    rest = text[: statements[0].start(1)] + text[statements[0].end(1) :]
    data = _as_data(figures, unit)
    if data is None or len(lengths_named(text)) != 1 or _FIGURES.search(rest):
        return None

    return Deadline(written_out, *data, RELATIONS[relation.lower()], event.strip())


def within(text: str) -> Deadline | None:
    """The deadline of a text as `stated` reads it, or one that says a length of time
    within which something is done, of no event; else None. What it is counted from may
    have been told before.
    """
    if deadline := stated(text):
        return deadline

    lengths = list(_LENGTH.finditer(text))
    if len(lengths) != 1 or len(lengths_named(text)) != 1 or asked_about(text):
        return None
    if _NO_LIMIT.search(text) or _ONE_MORE.search(text[: lengths[0].start()]):
        return None

    data = _as_data(*lengths[0].groups())
    relation = _counted(text[: lengths[0].start()], text[lengths[0].end() :])
    return Deadline(text, *data, relation, "") if data else None


def _as_data(figures: str, spelling: str) -> tuple[float, str] | None:
    """A length in a unit of deadlines: a quarter is 0.25 hours. None where that would
    be no plain number, as of ten minutes.
    """
    number, unit = amount(figures), _UNITS[spelling.translate(ANY_I).lower()]
    if unit.for_deadlines:
        return number, unit.name
    in_base = number * unit.factor
    return (in_base, unit.base) if round(in_base, 2) == in_base else None


def _counted(before: str, after: str) -> str:
    """Whether a length between two texts runs up to something or on from it."""
    if _AFTER.search(before):
        return "efter"
    return next((name for name, sign in _COUNTED.items() if sign.match(after)), "")


def lengths_named(text: str) -> frozenset[str]:
    """The lengths of time that a text names, each in one form: 3 døgn and 72 timer are
    one.
    """
    return frozenset(
        token.exact for token in tokenize(text) if token.exact.startswith("=")
    )


def words_of(text: str) -> list[str]:
    """A text's words and the signs of its numbers, without case, punctuation and white
    space.
    """
    return _WORD.findall(text.casefold())


def _bounds_differ(one: str, other: str) -> bool:
    """Whether one text says from when and the other until when, or before and after:
    neither is another wording.
    """
    if not (one and other):
        return False
    if (is_earliest(one), has_minus(one)) != (is_earliest(other), has_minus(other)):
        return True
    named = sides(one), sides(other)
    return all(named) and not named[0] & named[1]


def _data(deadline: Deadline) -> tuple[Any, ...]:
    return deadline.length, deadline.relation, words_of(deadline.event)


def _contradict(one: Deadline, other: Deadline) -> bool:
    events = words_of(one.event), words_of(other.event)
    relations = one.relation, other.relation
    return (all(events) and events[0] != events[1]) or (
        all(relations) and relations[0] != relations[1]
    )
