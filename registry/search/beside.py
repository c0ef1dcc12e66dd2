"""What stands beside an answer: who does it and when, what it does not hold for, and
what may have changed. Pure; all of it the row's own words.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import NamedTuple

from registry.catalogue.snapshot import Row, Snapshot
from registry.catalogue.told import told_each
from registry.language.danish import lowered
from registry.language.holding import first_day_of
from registry.rules.announced import announced_in, without_announced
from registry.rules.fields import AT_A_GLANCE, ROW_FIELDS, ROW_FIELDS_BY_NAME
from registry.search.asked_fields import PAYER
from registry.search.room import LONGEST_FACT
from registry.search.shortening import sentences, short_answer
from registry.unsaid import NOT_STATED_IN_WORDS, Saying, saying_of

WHO, WHEN = AT_A_GLANCE
# What was asked of each field, in words that fit one line of a telephone.
ASKED = {field.name: field.asked for field in ROW_FIELDS if field.asked}
# Beside another answer «Hvem» would not say of what.
BESIDE = {WHO: ROW_FIELDS_BY_NAME[WHO].label, WHEN: ASKED[WHEN]}
HOLDS = "Gælder"  # before from or to when, where no deadline is stated
# So long a rule is new, and from when it holds is asked about it.
NEW = timedelta(days=365)
_UNTIL = re.compile(
    r"\bgælder\b[^.;:]*?\b((?:frem til|indtil|til og med) (?:[^.,;:]|(?<=\d)\. )+)",
    re.IGNORECASE,
)
BELOW = "se nedenfor"  # it is long, or another in another of the rows
# Words by which a sentence sends the reader to another place in the catalogue.
_POINTS = ("Se ", "se ")


class FieldBeside(NamedTuple):
    """One field of a row that answers for itself. `is_period`: in place of the deadline
    that it does not state, from or to when the row says that it holds.
    """

    field: str
    text: str
    is_period: bool = False

    @property
    def label(self) -> str:
        """What it is called, beside an answer."""
        return HOLDS if self.is_period else BESIDE[self.field]

    @property
    def is_stated(self) -> bool:
        """Whether it tells the thing, and not that nobody does or where it stands."""
        return self.text not in (NOT_STATED_IN_WORDS, BELOW)

    def __str__(self) -> str:
        return f"{self.label}: {self.text}"


def facts_of(snapshot: Snapshot, row: Row, asked: str) -> tuple[FieldBeside, ...]:
    """Who does it and when, less what the answer tells; what is long stands below. Who
    does it is left to the row where the payer is asked: beside that answer it would be
    read as who pays.
    """
    facts = (
        FieldBeside(name, text if len(text) <= LONGEST_FACT else BELOW)
        for name in (WHO, WHEN)
        if name != asked and not (name == WHO and asked == PAYER)
        for text in [_fact_text(snapshot, row, name)]
    )
    period = period_of(snapshot, row)

    return tuple(
        FieldBeside(WHEN, period, is_period=True)
        if period and fact == FieldBeside(WHEN, NOT_STATED_IN_WORDS)
        else fact
        for fact in facts
    )


def period_of(snapshot: Snapshot, row: Row) -> str:
    """From when a row holds, by what its situation begins with, while that is ahead or
    new; else until when, where it says so; empty where it does neither.
    """
    situation = row.snitflade.situation
    first = first_day_of(situation)
    if first and snapshot.moment.pr < first + NEW:
        return lowered(next(iter(sentences(situation))))

    until = _UNTIL.search(situation)
    return until[1].strip() if until else ""


def excepted_by(row: Row, denied: str) -> tuple[str, bool]:
    """The sentences of what the row does not hold for, but those that are `denied`
    already, that tell what is announced, or lead elsewhere; and whether the first of
    them stands after some that are denied, and is not told without them.
    """
    excepted = without_announced(sentences(row.snitflade.does_not_apply_to))
    own = [s for s in excepted if not s.startswith(_POINTS)]
    left = [s for s in own if s not in denied]
    return ". ".join(left), bool(left and left[0] != own[0])


def changing(row: Row) -> str:
    """What the row says is announced, and how sure that is."""
    return announced_in((row.snitflade.situation, row.snitflade.does_not_apply_to))


def together(
    listed: Iterable[Sequence[FieldBeside]], task: str = ""
) -> tuple[FieldBeside, ...]:
    """The facts of some rows as one. What not all of them say is told of the first
    alone, with its `task`, where there is room for it; else it stands below.
    """
    first, *others = [{f.field: f for f in facts} for facts in listed] or [{}]
    return tuple(
        fact
        if all(facts.get(name) == fact for facts in others)
        else FieldBeside(name, _of_first(list(map(_deadline, [fact, *same])), task))
        for name, fact in first.items()
        for same in [[facts.get(name) for facts in others]]
    )


def said_by_all(listed: Iterable[Sequence[FieldBeside]]) -> tuple[FieldBeside, ...]:
    """The facts that all of some have and tell."""
    first, *others = [tuple(facts) for facts in listed] or [()]
    return tuple(
        f for f in first if f.text != BELOW and all(f in facts for facts in others)
    )


def _deadline(fact: FieldBeside | None) -> str:
    """What a row says in the field itself, which a period only stands in for."""
    if fact is None:
        return BELOW
    return NOT_STATED_IN_WORDS if fact.is_period else fact.text


def _of_first(texts: Sequence[str], task: str) -> str:
    """What the first of some rows says, said to be of its task where others do not say
    the same. That it says nothing is no word of the others.
    """
    first = texts[0]
    if len(set(texts)) == 1:
        return first
    of_task = f"{first} – {lowered(task)}"
    stands_with_task = task and first not in (BELOW, NOT_STATED_IN_WORDS)
    return of_task if stands_with_task and len(of_task) <= LONGEST_FACT else BELOW


def _fact_text(snapshot: Snapshot, row: Row, name: str) -> str:
    value = getattr(row.snitflade, name)
    if saying_of(value) in {Saying.ABSENT, Saying.NOT_STATED}:
        return NOT_STATED_IN_WORDS
    text = ", ".join(told_each(snapshot, ROW_FIELDS_BY_NAME[name], value))
    return short_answer(text)
