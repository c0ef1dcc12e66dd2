"""The first line of an answer: what was asked, said of every row in one breath. Pure.

It is put together from what the rows hold; not a word of it is written beforehand but
those for what they do not say.
"""

from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import NamedTuple

from registry.catalogue.snapshot import Row, Snapshot
from registry.catalogue.told import told_each
from registry.language.danish import fold, tokenize
from registry.rules.fields import ROW_FIELDS_BY_NAME
from registry.search.answer import AnswerGroup, RowHit
from registry.search.shortening import (
    lead,
    lowered,
    sentences,
    short_answer,
    short_condition,
)
from registry.unsaid import NOT_STATED_IN_WORDS, Saying, saying_of

STATED, NOT_SAID, NOT_ASKED, DENIED = (
    Saying.STATED.value,
    Saying.NOT_STATED.value,
    Saying.NOT_APPLICABLE.value,
    "denied",
)
WORDS = {
    NOT_SAID: NOT_STATED_IN_WORDS,
    NOT_ASKED: "ikke relevant",
    DENIED: "Gælder ikke for:",
}
UNASKED = "responsible"  # what an answer says first where nothing else was asked for
MOST_PARTS = 3
UNCONFIRMED = {True: "ikke bekræftet", False: "ikke alt bekræftet"}  # all of its rows?


class Case(NamedTuple):
    """What one row says to what was asked, and what may tell it from the others.

    `denied`: what the row does not apply to, where that is what the question names.
    `for_others`: the question names a target group that the row is not for.
    """

    answer: str
    state: str = STATED
    target_groups: tuple[str, ...] = ()
    task: str = ""
    situation: str = ""
    denied: str = ""
    confirmed: bool = True
    for_others: bool = False


class Part(NamedTuple):
    """One answer with the condition under which it holds; empty where it always
    does. `unconfirmed`: what to say where rows behind it are not confirmed.
    `for_others`: it holds for other target groups than the question names.
    """

    answer: str
    state: str = STATED
    condition: str = ""
    unconfirmed: str = ""
    for_others: bool = False

    def __str__(self) -> str:
        between = " " if self.state == DENIED else " – "
        told = between.join(text for text in (self.answer, self.condition) if text)
        return f"{told} ({self.unconfirmed})" if self.unconfirmed else told


class FirstLine(NamedTuple):
    """The line of one group. `field` is the row field it tells; `more` answers are left
    to the rows below.
    """

    field: str
    parts: tuple[Part, ...]
    more: int = 0

    @property
    def label(self) -> str:
        return ROW_FIELDS_BY_NAME[self.field].label

    def __str__(self) -> str:
        told = [str(part) for part in self.parts]
        return " · ".join([*told, *([f"og {self.more} til"] if self.more else [])])


def first_line_of(
    snapshot: Snapshot, group: AnswerGroup, asked: str | None
) -> FirstLine:
    """The line of a group of rows, of the field that the question asks for."""
    field = asked or UNASKED
    others = _for_others(group)
    cases = [_case(snapshot, hit, field, others) for hit in group.hits]
    return first_line(field, cases)


def first_line(field: str, cases: Sequence[Case]) -> FirstLine:
    """Equal answers once, in the order of their first row, each with what tells it from
    the others.

    Where all answer the same there is nothing to tell apart. What the question names
    and a row says it does not apply to stands before anything else; what is for other
    target groups than those it names comes last.
    """
    denied = next((case for case in cases if case.denied), None)
    answers: dict[tuple[str, str], list[Case]] = {}
    for case in cases:
        answers.setdefault((case.state, _said(case)), []).append(case)

    conditions = _conditions(list(answers.values())) if len(answers) > 1 else [""]
    parts = [
        *([_denial(denied)] if denied else []),
        *(
            Part(said, state, condition, _unconfirmed(behind), _is_for_others(behind))
            for ((state, said), behind), condition in zip(
                answers.items(), conditions, strict=True
            )
        ),
    ]
    parts.sort(key=lambda part: part.for_others)

    return FirstLine(field, tuple(parts[:MOST_PARTS]), max(0, len(parts) - MOST_PARTS))


def shared_words(texts: Iterable[str]) -> int:
    """How many words all the texts begin with."""
    columns = zip(*(text.split() for text in texts), strict=False)
    return len(list(takewhile(lambda words: len(set(words)) == 1, columns)))


def state_of(row: Row, name: str) -> str:
    """Whether the row states a field, says that it is not stated, or that it does not
    arise.
    """
    saying = saying_of(getattr(row.snitflade, name))
    return NOT_SAID if saying is Saying.ABSENT else saying.value


def _for_others(group: AnswerGroup) -> frozenset[str]:
    """The rows that are not for a target group that the question names, where another
    row of the group is.
    """
    rows = [hit.row for hit in group.hits]
    fitting = [
        {row.id for row in rows if named & row.facets.get("target_group", frozenset())}
        for named in group.target_groups
    ]
    return frozenset(
        row.id for row in rows for fit in fitting if fit and row.id not in fit
    )


def _case(snapshot: Snapshot, hit: RowHit, field: str, others: frozenset[str]) -> Case:
    stored, described = hit.row.snitflade, ROW_FIELDS_BY_NAME[field]
    groups = ROW_FIELDS_BY_NAME["target_groups"]
    told = ", ".join(told_each(snapshot, described, getattr(stored, field)))
    names = tuple(told_each(snapshot, groups, stored.target_groups))
    does = told_each(snapshot, ROW_FIELDS_BY_NAME[UNASKED], stored.responsible)
    positive = " ".join((told, *names, *does, stored.task, lead(stored.situation)))

    return Case(
        answer=told,
        state=state_of(hit.row, field),
        target_groups=names,
        task=stored.task,
        situation=stored.situation,
        denied=_denied(hit, positive),
        confirmed=hit.row.confirmed,
        for_others=hit.row.id in others,
    )


def _denied(hit: RowHit, positive: str) -> str:
    """The sentence of what the row does not apply to that holds a word of the question
    which the row says nowhere else; empty where there is none.
    """
    pieces = hit.highlights.get("does_not_apply_to", ())
    asked = " ".join(text for text, is_marked in pieces if is_marked)
    said = fold(positive)
    only_denied = {t.stem for t in tokenize(asked) if fold(t.stem) not in said}
    if not only_denied:
        return ""

    return next(
        (
            sentence
            for sentence in sentences(hit.row.snitflade.does_not_apply_to)
            if only_denied & {token.stem for token in tokenize(sentence)}
        ),
        "",
    )


def _denial(case: Case) -> Part:
    return Part(WORDS[DENIED], DENIED, case.denied, _unconfirmed([case]))


def _is_for_others(cases: Sequence[Case]) -> bool:
    return all(case.for_others for case in cases)


def _unconfirmed(cases: Sequence[Case]) -> str:
    if all(case.confirmed for case in cases):
        return ""
    return UNCONFIRMED[not any(case.confirmed for case in cases)]


def _said(case: Case) -> str:
    return WORDS.get(case.state) or short_answer(case.answer)


def _conditions(answers: Sequence[Sequence[Case]]) -> list[str]:
    """For each answer what tells it apart: its target groups where no other answer has
    them, else what its task says beyond the others', else its situation.
    """
    return _by_groups(answers) or [
        _one_of(conditions) for conditions in _by_task(answers)
    ]


def _by_groups(answers: Sequence[Sequence[Case]]) -> list[str]:
    """The target groups that no other answer has; nothing where a row has none such."""
    own = []
    for at, cases in enumerate(answers):
        others = [case for n, rest in enumerate(answers) if n != at for case in rest]
        taken = {group for case in others for group in case.target_groups}
        sets = [frozenset(case.target_groups) - taken for case in cases]
        groups = [
            group
            for group in dict.fromkeys(g for c in cases for g in c.target_groups)
            if group not in taken
        ]
        own.append(", ".join(map(lowered, groups)) if all(sets) else "")

    return own if all(own) else []


def _by_task(answers: Sequence[Sequence[Case]]) -> list[list[str]]:
    """What each row's task says beyond what all of them begin with; its situation where
    the tasks are one.
    """
    tasks = [case.task for cases in answers for case in cases]
    shared = shared_words(tasks)
    is_told = all(len(task.split()) > shared for task in tasks)

    return [
        [
            short_condition(
                " ".join(case.task.split()[shared:])
                if is_told
                else case.situation or case.task
            )
            for case in cases
        ]
        for cases in answers
    ]


def _one_of(conditions: Sequence[str]) -> str:
    """The first, and how many there are besides."""
    different = list(dict.fromkeys(conditions))
    rest = len(different) - 1
    return f"{different[0]} (og {rest} til)" if rest else different[0]
