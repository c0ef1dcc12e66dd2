"""The first line of an answer: what was asked, said of every row in one breath. Pure.

It is put together from what the rows hold; not a word of it is written beforehand but
those for what they do not say. Nothing that decides is cut or counted away: what there
is no room for is named, with the row that tells it.
"""

from collections.abc import Sequence

from registry.catalogue.actor_names import actors_named
from registry.catalogue.snapshot import Row, Snapshot
from registry.search.answer import Answer, AnswerGroup
from registry.search.asked_rather import asked_rather, of_task_itself
from registry.search.beside import ASKED, said_by_all
from registry.search.binding import binds, owes
from registry.search.cases import cases_of
from registry.search.conditions import (
    DOING,
    TASK,
    Case,
    apart_by_groups,
    conditions_of,
)
from registry.search.line import (
    ALSO_FOR,
    ONE_MORE,
    WHICH,
    Exclusion,
    FirstLine,
    Part,
)
from registry.search.line_parts import (
    at_a_glance,
    equal_answers,
    is_excepting,
    part_of,
    said_by,
    unconfirmed,
    without_twins,
)
from registry.search.line_subject import LineSubject, cases_to_tell, subject_of
from registry.search.qualifying import conditioned, limited, with_what_depends
from registry.search.room import LONGEST_LINE, MOST_PARTS, ONE_LINE
from registry.search.sought import asks_to_ring, sought_kind
from registry.search.whether import (
    asking_clause,
    asks_if_self,
    is_done_by_others,
    is_fragment,
    opens,
)
from registry.search.word_for_word import is_quoted
from registry.search.yes_or_no import verdict_on

SAYS = "Aftalen siger"


def first_line_of(snapshot: Snapshot, group: AnswerGroup, answer: Answer) -> FirstLine:
    """The line of a group of rows, of what the question asks for."""
    text = answer.question.text
    clause = asking_clause(snapshot, text)
    kind = "" if answer.asked else sought_kind(text)

    first = group.hits[0].row
    own = of_task_itself(first, answer.asked) if is_quoted(text, first) else None

    # Either the question begins by asking for yes or no, or a clause further on does;
    # but what is a task as it stands asks for neither.
    begins_so = own is None and bool(opens(snapshot, text))
    is_yes_or_no = own is None and bool(opens(snapshot, clause))
    is_whether = (is_yes_or_no or is_fragment(text)) and not kind

    subject = own or _subject_of(snapshot, group, answer, kind, is_whether=is_whether)
    of_task = subject.field == TASK
    is_whether = is_whether and own is None
    cases = cases_to_tell(snapshot, group, subject, kind)
    verdict = _verdict(snapshot, first, answer, cases, clause) if is_yes_or_no else ""

    if begins_so and of_task and any(case.denied for case in cases):
        line = excepting_line(cases_of(snapshot, group, DOING), verdict=verdict)
    elif begins_so or (is_whether and of_task):
        whole = first_line(subject.field, cases, verdict=verdict)
        line = limited(snapshot, group, text, whole)
    else:
        line = first_line(subject.field, cases, verdict=verdict)

    line = conditioned(snapshot, group, text, line)
    line = with_what_depends(group, line, is_chosen=bool(answer.municipality))
    is_found = any(case.is_sought for case in cases)
    label = WHICH[kind] if is_found else subject.label or line.label
    return line._replace(rings=asks_to_ring(text), label=label)


def _subject_of(
    snapshot: Snapshot,
    group: AnswerGroup,
    answer: Answer,
    kind: str,
    *,
    is_whether: bool,
) -> LineSubject:
    """What a question is told of, that is no task as it stands."""
    text = answer.question.text
    if is_whether:
        clause = asking_clause(snapshot, text)
        subject = _subject_of_whether(snapshot, group, answer, clause)
    else:
        subject = subject_of(snapshot, group, text, asked=answer.asked, kind=kind)

    rows = [hit.row for hit in group.hits]
    return subject if kind else asked_rather(snapshot, rows, text, subject)


def _subject_of_whether(
    snapshot: Snapshot, group: AnswerGroup, answer: Answer, clause: str
) -> LineSubject:
    """What a question of yes or no is told of: who does it, where it asks whether that
    is somebody else; otherwise the task.
    """
    rows = [hit.row for hit in group.hits]
    is_whose = is_done_by_others(snapshot, rows, clause) or asks_if_self(clause)
    return LineSubject(answer.asked or (DOING if is_whose else TASK))


def first_line(
    field: str, cases: Sequence[Case], *, verdict: str = "", above: str = ""
) -> FirstLine:
    """Answers that are equal in what they do not hold for too once, in the order of
    their first row, each with what tells it from the others.

    What the question names and a row excepts stands before anything else. What it seeks
    comes first of the rest, and today's before what an older edition says of the same
    people. What is for others than those it names, or of a row that excepts them, is
    only named, unless there is nothing else. `above`: what else stands there and takes
    of the room.
    """
    denied = next((case for case in cases if case.denied), None)
    answers = equal_answers(cases)
    conditions = conditions_of(field, answers)
    each = zip(answers, conditions, strict=True)
    parts = without_twins([part_of(*one) for one in each])
    sought = {said_by(case) for case in cases if case.is_sought}
    is_apart = apart_by_groups(answers)

    parts.sort(
        key=lambda part: (
            part.for_others,
            part.answer not in sought,
            bool(part.older) and not is_apart,
        )
    )
    room = LONGEST_LINE - len(above or (denied.exclusion if denied else ""))
    room -= sum(map(len, (parts[0].changing, *_first_excepted(parts)))) if parts else 0
    most = min(len(sought) or MOST_PARTS, MOST_PARTS)
    own = [part for part in parts if not part.for_others]
    shown = at_a_glance(own or parts, room, most=most)
    of_all = said_by_all(part.facts for part in parts)

    return FirstLine(
        field,
        tuple(part.less(of_all, is_first=not at) for at, part in enumerate(shown)),
        tuple(parts[len(shown) :]),
        _exclusion(denied) if denied else None,
        verdict,
        ASKED.get(field, SAYS),
        tuple(f for f in of_all if [f.text] != [part.answer for part in parts]),
        _changing(denied, shown),
        also_for=_for_whom(parts[len(shown) :], is_apart=is_apart),
    )


def excepting_line(cases: Sequence[Case], *, verdict: str = "") -> FirstLine:
    """The line of a question of yes or no that names what a row does not apply to: just
    that, and who does it by the rows that do not except it; nothing more after no.
    """
    others = [case for case in cases if not case.denied and not verdict]
    denied = next(case for case in cases if case.denied)
    line = first_line(DOING, others, verdict=verdict, above=denied.exclusion)

    return line._replace(
        excluded=_exclusion(denied), changing=denied.changing or line.changing
    )


def _verdict(
    snapshot: Snapshot, first: Row, answer: Answer, cases: Sequence[Case], clause: str
) -> str:
    """Yes or no to a clause that asks for it, where the first row says so."""
    text = answer.question.text
    named = set(actors_named(snapshot, text)) & set(first.snitflade.responsible)
    about = (snapshot, first, text, answer.terms)

    return verdict_on(
        clause, cases, names_actor=bool(named), binds=binds(*about), owes=owes(*about)
    )


def _changing(denied: Case | None, shown: Sequence[Part]) -> str:
    """What is announced: first of what the question names as excepted."""
    of_denied = denied.changing if denied else ""
    return of_denied or next((part.changing for part in shown if part.changing), "")


def _for_whom(parts: Sequence[Part], *, is_apart: bool) -> str:
    """Whom answers are for that are only named: the target groups of the one that there
    is, where they fit; else that they are for others. Nothing where no group tells them
    apart (`is_apart`) and the question names none.
    """
    if not is_apart:
        is_of_others = bool(parts) and all(part.for_others for part in parts)
        return ALSO_FOR if is_of_others else ""

    named = f"For {parts[0].condition}" if len(parts) == 1 else ""
    least = min(parts[0].name, ONE_MORE, key=len) if named else ""
    return named if named and len(f"{named}: {least}") <= ONE_LINE else ALSO_FOR


def _exclusion(case: Case) -> Exclusion:
    unsure = "" if case.older else unconfirmed([case])
    return Exclusion(case.exclusion, unsure, case.older)


def _first_excepted(parts: Sequence[Part]) -> list[str]:
    return [parts[0].excepts[0].text] if is_excepting(parts[0]) else []
