"""Units of time: one row each, for deadlines as data, for texts and for questions."""

import re
from typing import NamedTuple


class Unit(NamedTuple):
    """One unit: its name in rows, how it is spelled, and how many of its base it is.

    `singular` are its names in the singular, the first for one of it; `definite` the
    first of them with their article, where a time is counted from one («ugen efter»);
    `others` all further spellings that a question may have. Bases are of no fixed
    length in each other: hours, working days, months. `for_deadlines`: whether a row's
    deadline may be given in it. `is_period`: whether something may be so often in one.
    """

    name: str
    factor: float
    base: str
    singular: tuple[str, ...]
    others: tuple[str, ...] = ()
    definite: tuple[str, ...] = ()
    for_deadlines: bool = True
    is_period: bool = False


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
            *("kalenderdage", "kalenderdages", "kal.dag", "kal.dage"),
        ),
        ("dagen", "døgnet"),
        is_period=True,
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
        ("hverdagen",),
    ),
    Unit(
        "uger",
        7 * 24,
        "timer",
        ("uge",),
        ("uges", "uger", "ugers"),
        ("ugen",),
        is_period=True,
    ),
    Unit(
        "måneder",
        1,
        "måneder",
        ("måned",),
        (
            *("måneds", "måneder", "måneders"),
            *("maaned", "maaneder", "maned", "maneder"),
            *("md", "mdr", "mnd"),
        ),
        ("måneden",),
        is_period=True,
    ),
    Unit(
        "år",
        12,
        "måneder",
        ("år",),
        ("års", "aar", "aars"),
        ("året",),
        for_deadlines=False,
        is_period=True,
    ),
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
# Those of them that a deadline may be given in.
DEADLINE_WORDS = tuple(
    word
    for word, unit in SPELLINGS.items()
    if unit.for_deadlines and re.fullmatch(UNIT_WORDS, word)
)
# «2/3 dage» is two days or three; «2/3 dag» is a part of one.
IN_PLURAL = tuple(
    word
    for word in sorted(SPELLINGS, key=len, reverse=True)
    if word.endswith(("dage", "timer", "utter", "uger", "neder"))
)
# What one of it is called: «den tredje dag».
UNIT_IN_SINGULAR = "|".join(word for unit in _TABLE for word in unit.singular)
# What is counted from one of it, and how often something is in one of it: each name
# beside the same with its article.
_WITH_ARTICLE = [
    (unit, *pair)
    for unit in _TABLE
    for pair in zip(unit.singular, unit.definite, strict=False)
]
ONE_FROM = {the: one for unit, one, the in _WITH_ARTICLE if unit.for_deadlines}
THE_UNITS = tuple(the for _, _, the in _WITH_ARTICLE)
PERIODS = "|".join(one for unit, one, _ in _WITH_ARTICLE if unit.is_period)
THE_PERIODS = tuple(the for unit, _, the in _WITH_ARTICLE if unit.is_period)
