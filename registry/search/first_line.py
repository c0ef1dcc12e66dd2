"""The first line of an answer: what was asked, said of every row in one breath. Pure.

It is put together from what the rows hold; not a word of it is written beforehand but
those for what they do not say. Nothing that decides is cut or counted away: what there
is no room for is named, with the row that tells it.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from registry.catalogue.actor_names import actors_named
from registry.catalogue.snapshot import Row, Snapshot
from registry.rules.unsure import unconfirmed_of
from registry.search.answer import Answer, AnswerGroup
from registry.search.asked_rather import asked_rather
from registry.search.beside import ASKED, said_by_all, together
from registry.search.binding import binds, owes
from registry.search.cases import NOT_ASKED, NOT_SAID, cases_of
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
    Excepted,
    Exclusion,
    FirstLine,
    Part,
)
from registry.search.line_subject import LineSubject, cases_to_tell, subject_of
from registry.search.qualifying import conditioned, limited, with_what_depends
from registry.search.room import LONGEST_LINE, MOST_CONDITIONS, MOST_PARTS, ONE_LINE
from registry.search.shortening import short_answer
from registry.search.sought import asks_to_ring, sought_kind
from registry.search.whether import (
    asking_clause,
    asks_if_self,
    is_done_by_others,
    is_fragment,
    opens,
)
from registry.search.yes_or_no import verdict_on
from registry.unsaid import NOT_STATED_IN_WORDS

WORDS = {NOT_SAID: NOT_STATED_IN_WORDS, NOT_ASKED: "ikke relevant"}
SAYS = "Aftalen siger"
# Are all of its rows unconfirmed?
UNCONFIRMED = {
    True: "svaret er ikke bekræftet",
    False: "ikke hele svaret er bekræftet",
}


def first_line_of(snapshot: Snapshot, group: AnswerGroup, answer: Answer) -> FirstLine:
    """The line of a group of rows, of what the question asks for."""
    text = answer.question.text
    clause = asking_clause(snapshot, text)
    kind = "" if answer.asked else sought_kind(text)

    # Either the question begins by asking for yes or no, or a clause further on does.
    begins_so = bool(opens(snapshot, text))
    is_yes_or_no = bool(opens(snapshot, clause))
    is_whether = (is_yes_or_no or is_fragment(text)) and not kind
    if is_whether:
        subject = _subject_of_whether(snapshot, group, answer, clause)
    else:
        subject = subject_of(snapshot, group, text, asked=answer.asked, kind=kind)

    if not kind:
        rows = [hit.row for hit in group.hits]
        subject = asked_rather(snapshot, rows, text, subject)
    of_task = subject.field == TASK
    cases = cases_to_tell(snapshot, group, subject, kind)
    first = group.hits[0].row
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
    """Equal answers once, in the order of their first row, each with what tells it from
    the others.

    What the question names and a row excepts stands before anything else. What it seeks
    comes first of the rest, and today's before what an older edition says of the same
    people. What is for others than those it names, or of a row that excepts them, is
    only named, unless there is nothing else. `above`: what else stands there and takes
    of the room.
    """
    denied = next((case for case in cases if case.denied), None)
    answers: dict[tuple[str, str], list[Case]] = {}
    for case in cases:
        answers.setdefault((case.state, _said(case)), []).append(case)

    conditions = conditions_of(field, list(answers.values()))
    each = zip(answers.items(), conditions, strict=True)
    parts = [
        _part(said, state, behind, of_part) for ((state, said), behind), of_part in each
    ]
    sought = {_said(case) for case in cases if case.is_sought}
    is_apart = apart_by_groups(list(answers.values()))

    parts.sort(
        key=lambda part: (
            part.for_others,
            part.answer not in sought,
            bool(part.older) and not is_apart,
        )
    )
    room = LONGEST_LINE - len(above or (denied.denied if denied else ""))
    room -= sum(map(len, (parts[0].changing, *_first_excepted(parts)))) if parts else 0
    most = min(len(sought) or MOST_PARTS, MOST_PARTS)
    own = [part for part in parts if not part.for_others]
    shown = _at_a_glance(own or parts, room, most=most)
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
    line = first_line(DOING, others, verdict=verdict, above=denied.denied)

    return line._replace(
        excluded=_exclusion(denied), changing=denied.changing or line.changing
    )


def _part(
    said: str, state: str, behind: Sequence[Case], conditions: Mapping[str, str]
) -> Part:
    older = _older(behind)
    return Part(
        said,
        state,
        tuple(conditions),
        "" if older else _unconfirmed(behind),
        all(case.for_others or case.denied for case in behind),
        tuple(conditions.values()),
        behind[0].row,
        older,
        _excepted(behind),
        changing=next((case.changing for case in behind if case.changing), ""),
        facts=together(case.facts for case in behind),
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
    unconfirmed = "" if case.older else _unconfirmed([case])
    return Exclusion(case.denied, unconfirmed, case.older)


def _excepted(cases: Iterable[Case]) -> tuple[Excepted, ...]:
    """What the rows do not hold for, each with its first row; nothing that is a part
    of what stands before it.
    """
    excepted: list[Excepted] = []
    for case in cases:
        if case.excepted and not any(
            case.excepted in before.text for before in excepted
        ):
            excepted.append(Excepted(case.excepted, case.row))
    return tuple(excepted)


def _first_excepted(parts: Sequence[Part]) -> list[str]:
    return [excepted.text for excepted in parts[0].excepts[:1]]


def _at_a_glance(parts: Sequence[Part], room: int, *, most: int) -> list[Part]:
    """The parts that there is room for, at least one, each with its first condition;
    then as many other conditions as there is room for, and what it does not hold for:
    of the first part always. What is left out of a part is its `rest`.
    """
    least = [len(p.answer) + len("".join(p.conditions[:1])) for p in parts]
    fitting = sum(letters <= room for letters in accumulate(least))
    shown = parts[: max(1, min(most, fitting))]

    room -= sum(least[: len(shown)])
    kept_parts: list[Part] = []
    for part in shown:
        kept = 1
        for condition in part.conditions[1:MOST_CONDITIONS]:
            if len(condition) > room:
                break
            room, kept = room - len(condition), kept + 1

        fits = part.excepts and (not kept_parts or len(part.excepts[0].text) <= room)
        room -= len(part.excepts[0].text) if fits and kept_parts else 0
        kept_parts.append(
            part._replace(
                conditions=part.conditions[:kept],
                rest=part.rest[kept:],
                excepts_said=1 if fits else 0,
            )
        )

    return kept_parts


def _unconfirmed(cases: Iterable[Case]) -> str:
    """How sure the answer of some rows is; what it is that is not confirmed, where all
    of them name that.
    """
    listed = list(cases)
    confirmed = [case.confirmed for case in listed]
    if all(confirmed):
        return ""

    named = dict.fromkeys(case.unsure_of for case in listed)
    if "" not in named and not any(confirmed):
        return unconfirmed_of(*named)
    return UNCONFIRMED[not any(confirmed)]


def _older(cases: Iterable[Case]) -> str:
    """What to say first where all of the rows are an older edition's."""
    older = {case.older for case in cases}
    return "" if "" in older else " eller ".join(sorted(older))


def _said(case: Case) -> str:
    return WORDS.get(case.state) or short_answer(case.answer)
