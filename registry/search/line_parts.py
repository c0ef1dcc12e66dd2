"""The answers of a first line: rows that say the same as one, and what of them there is
room for. Pure.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from registry.rules.unsure import unconfirmed_of
from registry.search.beside import together
from registry.search.cases import NOT_ASKED, NOT_SAID
from registry.search.conditions import STATED, Case
from registry.search.line import Excepted, Part
from registry.search.room import MOST_CONDITIONS
from registry.search.shortening import short_answer
from registry.unsaid import NOT_STATED_IN_WORDS

WORDS = {NOT_SAID: NOT_STATED_IN_WORDS, NOT_ASKED: "ikke relevant"}
# Are all of its rows unconfirmed?
UNCONFIRMED = {
    True: "svaret er ikke bekræftet",
    False: "ikke hele svaret er bekræftet",
}


def equal_answers(cases: Sequence[Case]) -> list[list[Case]]:
    """The rows behind each answer: those that answer the same, where they do not hold
    for the same either. What nobody has said holds for nobody, and is said once.
    """
    answers: dict[tuple[str, ...], list[Case]] = {}
    for case in cases:
        excepting = (case.excepted,) if case.state == STATED else ()
        answers.setdefault((case.state, said_by(case), *excepting), []).append(case)
    return list(answers.values())


def part_of(behind: Sequence[Case], conditions: Mapping[str, str]) -> Part:
    """The answer of some rows that say the same."""
    older = _older(behind)
    return Part(
        said_by(behind[0]),
        behind[0].state,
        tuple(conditions),
        "" if older else unconfirmed(behind),
        all(case.for_others or case.denied for case in behind),
        tuple(conditions.values()),
        behind[0].row,
        older,
        _excepted(behind),
        changing=next((case.changing for case in behind if case.changing), ""),
        facts=together((case.facts for case in behind), behind[0].task),
    )


def without_twins(parts: Sequence[Part]) -> list[Part]:
    """The parts, each that reads as another once: who does it and under which condition
    are the same, and only what they do not hold for differs, which leads to its row.
    """
    by_words: dict[tuple[object, ...], Part] = {}

    for part in parts:
        words = (part.answer, part.conditions, part.older, part.unconfirmed, part.facts)
        key = words if part.conditions else (len(by_words), *words)
        twin = by_words.setdefault(key, part)

        if twin is not part:
            more = [one for one in part.excepts if one not in twin.excepts]
            by_words[key] = twin._replace(excepts=(*twin.excepts, *more))

    return list(by_words.values())


def said_by(case: Case) -> str:
    """The answer of a row in few words; of what it does not say, that it does not."""
    return WORDS.get(case.state) or short_answer(case.answer)


def unconfirmed(cases: Iterable[Case]) -> str:
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


def is_excepting(part: Part) -> bool:
    """Whether what it does not hold for can be told with it."""
    return bool(part.excepts and part.excepts[0].stands_alone)


def at_a_glance(parts: Sequence[Part], room: int, *, most: int) -> list[Part]:
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

        exclusion = part.excepts[0].text if is_excepting(part) else ""
        fits = exclusion and (not kept_parts or len(exclusion) <= room)
        room -= len(exclusion) if fits and kept_parts else 0
        kept_parts.append(
            part._replace(
                conditions=part.conditions[:kept],
                rest=part.rest[kept:],
                excepts_said=1 if fits else 0,
            )
        )

    return kept_parts


def _excepted(cases: Sequence[Case]) -> tuple[Excepted, ...]:
    """What the rows do not hold for, each with its first row; nothing that is a part
    of what stands before it. What only some of them except is not told of all.
    """
    is_of_all = len({case.excepted for case in cases}) == 1

    excepted: list[Excepted] = []
    for case in cases:
        if case.excepted and not any(
            case.excepted in before.text for before in excepted
        ):
            stands_alone = is_of_all and not case.excepted_goes_on
            excepted.append(Excepted(case.excepted, case.row, stands_alone))

    return tuple(excepted)


def _older(cases: Iterable[Case]) -> str:
    """What to say first where all of the rows are an older edition's."""
    older = {case.older for case in cases}
    return "" if "" in older else " eller ".join(sorted(older))
