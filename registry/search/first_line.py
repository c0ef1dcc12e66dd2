"""The first line of an answer: what was asked, said of every row in one breath. Pure.

It is put together from what the rows hold; not a word of it is written beforehand but
those for what they do not say. Nothing that decides is cut or counted away: what there
is no room for is named, with the row that tells it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from registry.catalogue.contacts import actors_named
from registry.catalogue.snapshot import Row, Snapshot
from registry.catalogue.told import told_each
from registry.language.danish import fold, tokenize
from registry.rules.fields import ROW_FIELDS_BY_NAME
from registry.rules.older import older_basis
from registry.search.answer import Answer, AnswerGroup, RowHit
from registry.search.conditions import (
    DOING,
    TASK,
    Case,
    apart_by_groups,
    conditions_of,
)
from registry.search.line import WHICH, Exclusion, FirstLine, Part
from registry.search.shortening import lead, sentences, short_answer
from registry.search.sought import found_in, sought_kind
from registry.search.yes_or_no import opener_of, verdict_on
from registry.unsaid import NOT_STATED_IN_WORDS, Saying, saying_of

STATED, NOT_SAID, NOT_ASKED = (
    Saying.STATED.value,
    Saying.NOT_STATED.value,
    Saying.NOT_APPLICABLE.value,
)
WORDS = {NOT_SAID: NOT_STATED_IN_WORDS, NOT_ASKED: "ikke relevant"}
SAYS = "Aftalen siger"
MOST_PARTS, MOST_CONDITIONS = 3, 3
ROOM = 300  # letters that are read at a glance; the first part stands, however long
# Are all of its rows unconfirmed?
UNCONFIRMED = {
    True: "svaret er ikke bekræftet",
    False: "ikke hele svaret er bekræftet",
}
# A sentence that goes on about those whom the one before it names.
_GOES_ON = re.compile(r"(?:for dem|her|de|den|det)\b", re.IGNORECASE)


def first_line_of(snapshot: Snapshot, group: AnswerGroup, answer: Answer) -> FirstLine:
    """The line of a group of rows, of what the question asks for."""
    text = answer.question.text
    kind = "" if answer.asked else sought_kind(text)
    field = answer.asked or (TASK if opener_of(text) and not kind else DOING)
    others = _for_others(group)
    cases = _cases(snapshot, group, field, others, kind)
    is_found = any(case.is_sought for case in cases)

    first = group.hits[0].row.snitflade
    named = set(actors_named(snapshot, text)) & set(first.responsible)
    verdict = verdict_on(text, cases, names_actor=bool(named))
    if field == TASK and any(case.denied for case in cases):
        told = _cases(snapshot, group, DOING, others, kind)
        line = excepting_line(told, verdict=verdict)
    else:
        line = first_line(field, cases, verdict=verdict)

    return line._replace(label=WHICH[kind]) if is_found else line


def first_line(
    field: str, cases: Sequence[Case], *, verdict: str = "", above: str = ""
) -> FirstLine:
    """Equal answers once, in the order of their first row, each with what tells it from
    the others.

    Where all answer the same there is nothing to tell apart. What the question names
    and a row says it does not apply to stands before anything else. What it seeks comes
    first of the rest, today's before what an older edition says of the same people, and
    what is for others than those it names last. `above`: what else stands there and
    takes of the room.
    """
    denied = next((case for case in cases if case.denied), None)
    answers: dict[tuple[str, str], list[Case]] = {}
    for case in cases:
        answers.setdefault((case.state, _said(case)), []).append(case)

    conditions = conditions_of(field, list(answers.values()))
    parts = [
        _part(said, state, behind, told)
        for ((state, said), behind), told in zip(
            answers.items(), conditions, strict=True
        )
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
    room = ROOM - len(above or (denied.denied if denied else ""))
    most = min(len(sought) or MOST_PARTS, MOST_PARTS)
    shown = _at_a_glance(parts, room, most=most)

    return FirstLine(
        field,
        tuple(shown),
        tuple(parts[len(shown) :]),
        _exclusion(denied) if denied else None,
        verdict,
        SAYS if field == TASK else ROW_FIELDS_BY_NAME[field].label,
    )


def excepting_line(cases: Sequence[Case], *, verdict: str = "") -> FirstLine:
    """The line of a question of yes or no that names what a row does not apply to: just
    that, and who does it by the rows that do not except it; nothing more after no.
    """
    others = [case for case in cases if not case.denied and not verdict]
    denied = next(case for case in cases if case.denied)
    line = first_line(DOING, others, verdict=verdict, above=denied.denied)

    return line._replace(excluded=_exclusion(denied))


def state_of(row: Row, name: str) -> str:
    """Whether the row states a field, says that it is not stated, or that it does not
    arise.
    """
    saying = saying_of(getattr(row.snitflade, name))
    return NOT_SAID if saying is Saying.ABSENT else saying.value


def _part(
    said: str, state: str, behind: Sequence[Case], conditions: Mapping[str, str]
) -> Part:
    older = _older(behind)
    return Part(
        said,
        state,
        tuple(conditions),
        "" if older else _unconfirmed(behind),
        all(case.for_others for case in behind),
        tuple(conditions.values()),
        behind[0].row,
        older,
    )


def _exclusion(case: Case) -> Exclusion:
    unconfirmed = "" if case.older else _unconfirmed([case])
    return Exclusion(case.denied, unconfirmed, case.older)


def _at_a_glance(parts: Sequence[Part], room: int, *, most: int) -> list[Part]:
    """The parts that there is room for, at least one, each with its first condition;
    then as many other conditions as there is room for. What is left out of a part is
    its `rest`.
    """
    least = [len(p.answer) + len("".join(p.conditions[:1])) for p in parts]
    fitting = sum(letters <= room for letters in accumulate(least))
    shown = parts[: max(1, min(most, fitting))]

    room, told = room - sum(least[: len(shown)]), []
    for part in shown:
        kept = 1
        for condition in part.conditions[1:MOST_CONDITIONS]:
            if len(condition) > room:
                break
            room, kept = room - len(condition), kept + 1
        told.append(
            part._replace(conditions=part.conditions[:kept], rest=part.rest[kept:])
        )

    return told


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


def _cases(
    snapshot: Snapshot,
    group: AnswerGroup,
    field: str,
    others: frozenset[str],
    kind: str,
) -> list[Case]:
    return [_case(snapshot, hit, field, others, kind) for hit in group.hits]


def _case(
    snapshot: Snapshot, hit: RowHit, field: str, others: frozenset[str], kind: str
) -> Case:
    stored = hit.row.snitflade
    names = told_each(
        snapshot, ROW_FIELDS_BY_NAME["target_groups"], stored.target_groups
    )
    does = told_each(snapshot, ROW_FIELDS_BY_NAME[DOING], stored.responsible)
    told = ", ".join(
        told_each(snapshot, ROW_FIELDS_BY_NAME[field], getattr(stored, field))
    )
    positive = " ".join((told, *names, *does, stored.task, lead(stored.situation)))
    sought, where = found_in(snapshot, hit.row, kind) if kind else ("", "")
    denied = _denied(hit, positive)

    return Case(
        answer=sought or told,
        state=STATED if sought else state_of(hit.row, field),
        target_groups=tuple(names),
        task=stored.task,
        situation=stored.situation,
        denied=denied,
        denies_only_that=denied == stored.does_not_apply_to.strip(" ."),
        confirmed=hit.row.confirmed,
        for_others=hit.row.id in others,
        row=hit.row.id,
        role=ROW_FIELDS_BY_NAME[where].label.lower()
        if where not in ("", DOING)
        else "",
        is_sought=bool(sought),
        older=older_basis(stored, confirmed=hit.row.confirmed),
    )


def _denied(hit: RowHit, positive: str) -> str:
    """The sentence of what the row does not apply to that holds a word of the question
    which the row says nowhere else, with what goes on about it; empty where there is
    none.
    """
    pieces = hit.highlights.get("does_not_apply_to", ())
    asked = " ".join(text for text, is_marked in pieces if is_marked)
    said = fold(positive)
    only_denied = {t.stem for t in tokenize(asked) if fold(t.stem) not in said}
    told = sentences(hit.row.snitflade.does_not_apply_to)
    at = next((n for n, text in enumerate(told) if only_denied & _stems(text)), None)
    if at is None:
        return ""

    goes_on = [text for text in told[at + 1 : at + 2] if _GOES_ON.match(text)]
    return ". ".join([told[at], *goes_on])


def _stems(text: str) -> set[str]:
    return {token.stem for token in tokenize(text)}


def _unconfirmed(cases: Iterable[Case]) -> str:
    confirmed = [case.confirmed for case in cases]
    return "" if all(confirmed) else UNCONFIRMED[not any(confirmed)]


def _older(cases: Iterable[Case]) -> str:
    """What to say first where all of the rows are an older edition's."""
    older = {case.older for case in cases}
    return "" if "" in older else " eller ".join(sorted(older))


def _said(case: Case) -> str:
    return WORDS.get(case.state) or short_answer(case.answer)
