"""What tells the answers of a group apart: whom they are for, what is done, or under
which condition. Pure.

A condition is told whole: what decides between two answers is never cut.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import NamedTuple

from registry.language.abbreviations import may_be_last
from registry.language.danish import lowered
from registry.search.beside import FieldBeside
from registry.search.shortening import sentences

STATED = "stated"
DOING = "responsible"  # of this field what is done tells who does it apart
TASK = "task"  # the answer is the task itself, which tells itself apart
SITUATION = "situation"  # so does the condition, where that is the answer

_DATE = re.compile(
    r"(?:(?:tidligst )?fra|til og med|indtil) (?:den )?(?:(?:\d+\. )?\w+ )?\d{4}",
    re.IGNORECASE,
)
# What is left of a task stands alone after one of these, or begins with one.
_BEFORE = frozenset(
    "af efter for fra før hos i inden med mellem mens mod når om over på som til under "
    "uden ved".split()
)
# A sentence that takes back a part of the one before it belongs to it.
_EXCEPTING = re.compile(r"\b(dog|medmindre|undtage[nt]|undtagelser?)\b", re.IGNORECASE)


class Case(NamedTuple):
    """What one row says to what was asked, and what may tell it from the others.

    `denied`: what the row does not apply to, where that is what the question names,
    and what the row says of it before that;
    `denies_only_that`: it says no more of what it does not apply to. `for_others`: the
    question names a target group that the row is not for. `older`: what to say first
    where the row is an older edition's. `role`: what the answer is to
    the task, where that is not the field asked for; `is_sought`: it is of the kind that
    the question asks for. `excepted`: what else the row does not hold for, which
    may only go on about what stands before it (`excepted_goes_on`); `changing`: what it
    says is announced; `facts`: who and when, beside the answer. `unsure_of`: of what is
    not confirmed, just what that is, where the row names it.
    """

    answer: str
    state: str = STATED
    target_groups: tuple[str, ...] = ()
    task: str = ""
    situation: str = ""
    denied: str = ""
    before_denied: str = ""
    denies_only_that: bool = False
    confirmed: bool = True
    for_others: bool = False
    row: str = ""
    role: str = ""
    is_sought: bool = False
    older: str = ""
    excepted: str = ""
    excepted_goes_on: bool = False
    changing: str = ""
    facts: tuple[FieldBeside, ...] = ()
    deadline: str = ""
    unsure_of: str = ""

    @property
    def exclusion(self) -> str:
        """What is denied, from the first sentence of what the row does not apply to:
        a later one alone is about those whom the first names.
        """
        whole = (self.before_denied, self.denied)
        return ". ".join(filter(None, whole)) if self.denied else ""


def conditions_of(
    field: str, answers: Sequence[Sequence[Case]]
) -> list[dict[str, str]]:
    """For each answer the conditions under which it holds, each once with its first
    row; none where one answer is all there is.

    Its target groups where no other answer has them, else what its tasks say beyond the
    others', else its situations.
    """
    if len(answers) < 2:
        return [_roles(cases) for cases in answers]
    by_groups = _by_groups(answers)
    if by_groups:
        return [
            _each_once((_with_role(case, groups), case) for case in cases)
            for groups, cases in zip(by_groups, answers, strict=True)
        ]
    if field in (TASK, SITUATION):
        return _apart_from_twins(field, answers)

    tasks = [case.task for cases in answers for case in cases]
    has_roles = any(case.role for cases in answers for case in cases)
    own = {} if has_roles else _own_ends(tasks)
    is_within = any(b.startswith(f"{a} ") for a in tasks for b in tasks)
    by_task = field == DOING and not (is_within or shared_words(tasks))
    same_date = _same_date([case for cases in answers for case in cases])

    return [
        _each_once(
            (own.get(case.task) or _condition(case, same_date, by_task=by_task), case)
            for case in cases
        )
        for cases in answers
    ]


def apart_by_groups(answers: Sequence[Sequence[Case]]) -> bool:
    """Whether each answer is for target groups that no other one is for."""
    return bool(_by_groups(answers))


def shared_words(texts: Iterable[str]) -> int:
    """How many words all the texts begin with that can be left out: what follows stands
    alone after a preposition, or begins with a word that may begin a condition. Of
    «kontakte kommunen» and «kontakte BUC» neither name says what is done.
    """
    split = [text.split() for text in texts]
    columns = zip(*split, strict=False)
    alike = ({word.rstrip(",;:") for word in words} for words in columns)
    most = len(list(takewhile(lambda words: len(words) == 1, alike)))

    return next((n for n in range(most, 0, -1) if _may_be_left_out(split, n)), 0)


def _may_be_left_out(texts: Sequence[Sequence[str]], words: int) -> bool:
    last = texts[0][words - 1].lower()
    ends = [text[words].lower() if text[words:] else "" for text in texts]
    return last in _BEFORE or all(not end or end in _BEFORE for end in ends)


def condition_in(situation: str, *, without: str = "") -> str:
    """The condition that a situation begins with: its first sentence that is more than
    a date, with the exception that follows; the date too, unless it is `without`.
    Nothing where nobody can tell whether that sentence ends or goes on: half of a
    condition may say the opposite.
    """
    first, *rest = sentences(situation) or [""]
    date = ""
    if rest and rest[0] and _DATE.fullmatch(first):
        date, (first, *rest) = first, rest
    if rest and may_be_last(f"{first}."):
        return ""

    kept = [first, *(rest[:1] if rest and _EXCEPTING.search(rest[0]) else [])]
    condition = ". ".join(text for text in kept if text)
    has_own_date = date and date.lower() != without.lower()
    return f"{date}: {lowered(condition)}" if has_own_date else condition


def _apart_from_twins(
    field: str, answers: Sequence[Sequence[Case]]
) -> list[dict[str, str]]:
    """Nothing for an answer that tells itself apart; for one that another says too, its
    situation, or the task where the situation is the answer.
    """
    said = [cases[0].answer for cases in answers]
    return [
        _each_once((lowered(text), case) for text, case in texts if text)
        if said.count(cases[0].answer) > 1
        else {}
        for cases in answers
        for texts in [[(_other_text(field, case), case) for case in cases]]
    ]


def _other_text(field: str, case: Case) -> str:
    return case.task if field == SITUATION else condition_in(case.situation)


def _condition(case: Case, date: str, *, by_task: bool) -> str:
    """The situation without the date that all have, or the task, whichever there is of
    the two; what one does tells who does it apart from others who do something else.
    """
    situation = condition_in(case.situation, without=date)
    by_task = by_task and not case.role
    texts = (case.task, situation) if by_task else (situation, case.task)
    of_whom = ", ".join(case.target_groups)
    return _with_role(case, lowered(next(filter(None, (*texts, of_whom)), "")))


def _with_role(case: Case, condition: str) -> str:
    return f"{case.role}: {condition}" if case.role else condition


def _roles(cases: Sequence[Case]) -> dict[str, str]:
    return _each_once((case.role, case) for case in cases if case.role)


def _each_once(conditions: Iterable[tuple[str, Case]]) -> dict[str, str]:
    rows: dict[str, str] = {}
    for condition, case in conditions:
        rows.setdefault(condition, case.row)
    return rows


def _own_ends(tasks: Sequence[str]) -> dict[str, str]:
    """What each task says beyond the words that all begin with; nothing where they
    share none, or one of them says no more.
    """
    shared = shared_words(tasks)
    ends = {task: " ".join(task.split()[shared:]) for task in tasks}
    if not shared or not all(ends.values()) or len(ends) < len(tasks):
        return {}
    return {task: lowered(end) for task, end in ends.items()}


def _same_date(cases: Sequence[Case]) -> str:
    """The date that all situations begin with, which then tells none apart."""
    firsts = {(sentences(case.situation) or [""])[0] for case in cases}
    only = firsts.pop() if len(firsts) == 1 else ""
    return only if _DATE.fullmatch(only) else ""


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
