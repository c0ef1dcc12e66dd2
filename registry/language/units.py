"""Units of time: one row each, for deadlines as data, for texts and for questions."""

import re
from typing import NamedTuple


class Unit(NamedTuple):
    """One unit: its name in rows, how it is spelled, and how many of its base it is.

    `singular` are its names in the singular, the first for one of it; `others` all
    further spellings that a question may have. Bases are of no fixed length in each
    other: hours, working days, months. `for_deadlines`: whether a row's deadline may be
    given in it.
    """

    name: str
    factor: float
    base: str
    singular: tuple[str, ...]
    others: tuple[str, ...] = ()
    for_deadlines: bool = True


# The letter with which the analysis of Danish ends a duration of each base (=72t).
LETTERS = {"timer": "t", "hverdage": "h", "måneder": "m"}
_TABLE = (
    Unit("timer", 1, "timer", ("time",), ("times", "timer", "timers", "t")),
    Unit(
        "kvarter",
        1 / 4,
        "timer",
        ("kvarter",),
        ("kvarters",),
        for_deadlines=False,
    ),
    # Not «min» without its point, which is «my» as well.
    Unit(
        "minutter",
        1 / 60,
        "timer",
        ("minut",),
        ("minutter", "minutters", "min."),
        for_deadlines=False,
    ),
    Unit(
        "dage",
        24,
        "timer",
        ("dag", "døgn", "kalenderdag"),
        (
            *("døgns", "doegn", "dogn", "dage", "dages", "dags"),
            *("kalenderdage", "kalenderdages"),
        ),
    ),
    Unit(
        "hverdage",
        1,
        "hverdage",
        ("hverdag", "arbejdsdag"),
        (
            *("hverdage", "hverdages", "arbejdsdage", "arbejdsdages"),
            *("hverd.", "hv.dag", "hv.dage", "arb.dag", "arb.dage"),
        ),
    ),
    Unit("uger", 7 * 24, "timer", ("uge",), ("uges", "uger", "ugers")),
    Unit(
        "måneder",
        1,
        "måneder",
        ("måned",),
        (
            *("måneds", "måneder", "måneders"),
            *("maaned", "maaneder", "maned", "maneder"),
            *("md", "mdr"),
        ),
    ),
    Unit("år", 12, "måneder", ("år",), ("års", "aar", "aars"), for_deadlines=False),
)
DEADLINE_UNITS = {unit.name: unit for unit in _TABLE if unit.for_deadlines}
# Every spelling of every unit.
SPELLINGS = {word: unit for unit in _TABLE for word in (*unit.singular, *unit.others)}
# The same as a pattern, the longest first, for what counts in a text: one of two
# letters is most often another word there, but for «år».
UNIT_WORDS = "|".join(
    re.escape(word)
    for word in sorted(SPELLINGS, key=len, reverse=True)
    if len(word) > 2 or word == "år"
)
# «2/3 dage» is two days or three; «2/3 dag» is a part of one.
IN_PLURAL = tuple(
    word
    for word in sorted(SPELLINGS, key=len, reverse=True)
    if word.endswith(("dage", "timer", "utter", "uger", "neder"))
)
# What one of it is called: «den tredje dag».
UNIT_IN_SINGULAR = "|".join(word for unit in _TABLE for word in unit.singular)
