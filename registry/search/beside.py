"""What stands beside an answer: who does it and when, what it does not hold for, and
what may have changed. Pure; all of it the row's own words.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from registry.catalogue.snapshot import Row, Snapshot
from registry.catalogue.told import told_each
from registry.rules.announced import announced_in, without_announced
from registry.rules.fields import AT_A_GLANCE, ROW_FIELDS, ROW_FIELDS_BY_NAME
from registry.search.room import LONGEST_FACT
from registry.search.shortening import sentences, short_answer
from registry.unsaid import NOT_STATED_IN_WORDS, Saying, saying_of

WHO, WHEN = AT_A_GLANCE
# What was asked of each field, in words that fit one line of a telephone.
ASKED = {field.name: field.asked for field in ROW_FIELDS if field.asked}
# Beside another answer «Hvem» would not say of what.
BESIDE = {WHO: ROW_FIELDS_BY_NAME[WHO].label, WHEN: ASKED[WHEN]}
BELOW = "se nedenfor"  # it is long, or another in another of the rows
# Words by which a sentence sends the reader to another place in the catalogue.
_POINTS = ("Se ", "se ")


class FieldBeside(NamedTuple):
    """One field of a row that answers for itself."""

    field: str
    text: str

    @property
    def label(self) -> str:
        """What it is called, beside an answer."""
        return BESIDE[self.field]

    @property
    def is_stated(self) -> bool:
        """Whether it tells the thing, and not that nobody does or where it stands."""
        return self.text not in (NOT_STATED_IN_WORDS, BELOW)

    def __str__(self) -> str:
        return f"{self.label}: {self.text}"


def facts_of(snapshot: Snapshot, row: Row, asked: str) -> tuple[FieldBeside, ...]:
    """Who does it and when, less what the answer tells; what is long stands below."""
    return tuple(
        FieldBeside(name, text if len(text) <= LONGEST_FACT else BELOW)
        for name in (WHO, WHEN)
        if name != asked
        for text in [_fact_text(snapshot, row, name)]
    )


def excepted_by(row: Row, denied: str) -> str:
    """The sentences of what the row does not hold for, but those that are `denied`
    already, that tell what is announced, or lead elsewhere.
    """
    excepted = without_announced(sentences(row.snitflade.does_not_apply_to))
    return ". ".join(
        s for s in excepted if s not in denied and not s.startswith(_POINTS)
    )


def changing(row: Row) -> str:
    """What the row says is announced, and how sure that is."""
    return announced_in((row.snitflade.situation, row.snitflade.does_not_apply_to))


def together(listed: Iterable[Sequence[FieldBeside]]) -> tuple[FieldBeside, ...]:
    """The facts of some rows as one: each of what they say once, where there is room
    for it all; else it stands below.
    """
    first, *others = [{f.field: f.text for f in facts} for facts in listed] or [{}]
    return tuple(
        FieldBeside(
            name, _in_one([text, *(facts.get(name, BELOW) for facts in others)])
        )
        for name, text in first.items()
    )


def said_by_all(listed: Iterable[Sequence[FieldBeside]]) -> tuple[FieldBeside, ...]:
    """The facts that all of some have and tell."""
    first, *others = [tuple(facts) for facts in listed] or [()]
    return tuple(
        f for f in first if f.text != BELOW and all(f in facts for facts in others)
    )


def _in_one(texts: Iterable[str]) -> str:
    """Several texts as one, if it is short; that some rows do not say comes last."""
    each = dict.fromkeys(texts)
    if len(each) > 1 and NOT_STATED_IN_WORDS in each:
        del each[NOT_STATED_IN_WORDS]
        each[f"i andre tilfælde {NOT_STATED_IN_WORDS}"] = None
    joined = " · ".join(each)
    return joined if BELOW not in each and len(joined) <= LONGEST_FACT else BELOW


def _fact_text(snapshot: Snapshot, row: Row, name: str) -> str:
    value = getattr(row.snitflade, name)
    if saying_of(value) in {Saying.ABSENT, Saying.NOT_STATED}:
        return NOT_STATED_IN_WORDS
    text = ", ".join(told_each(snapshot, ROW_FIELDS_BY_NAME[name], value))
    return short_answer(text)
