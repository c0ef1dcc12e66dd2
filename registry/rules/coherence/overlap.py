"""Overlap: rows of different agreements that answer one question differently."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations, product
from typing import NamedTuple

from registry.rules.coherence.rows import (
    COMPARED,
    NOBODY,
    Agreement,
    Answering,
    Names,
    Row,
    Yardstick,
    ancestors,
    meet,
)
from registry.rules.phases import ALL_PHASES


class Overlap(NamedTuple):
    """Two rows, in the order of their ids, and the fields in which they contradict."""

    one: Row
    other: Row
    fields: tuple[str, ...]


# For whom and where a row holds.
_Reach = tuple[Names, Names]
# The rows that say one thing, by their reach; and what they say.
_Rows = dict[_Reach, list[Row]]
_Said = tuple[tuple[Hashable, ...], _Rows]


def overlaps(answering: Answering, yardstick: Yardstick) -> Iterator[Overlap]:
    """Every pair of rows of different agreements with the same task key and situation,
    in the same phase, target group and place, that state different answers.

    The same target group is the same, or everybody: a row for a narrower group is a
    rule of its own. What is not stated contradicts nothing. A supplement, of whatever
    step, refines what it supplements.
    """
    kin = _families(answering.agreements)
    # Few groups are named together, and they are compared over and over.
    are_one = cache(yardstick.are_one)

    for phases in _by_task(answering).values():
        in_all = phases.get(ALL_PHASES, {})
        for phase, said in phases.items():
            yield from _among(combinations(said.items(), 2), kin, are_one)
            if phase != ALL_PHASES:
                both = product(said.items(), in_all.items())
                yield from _among(both, kin, are_one)


def contradictions(
    one: Sequence[Hashable], other: Sequence[Hashable]
) -> tuple[str, ...]:
    """The fields in which both state something, and not the same."""
    return tuple(
        name
        for name, here, there in zip(COMPARED, one, other, strict=True)
        if here and there and here != there
    )


def _by_task(
    answering: Answering,
) -> dict[Hashable, dict[str, dict[tuple[Hashable, ...], _Rows]]]:
    """What is said of each task and situation, by phase. Most rows say what others say,
    so that little is left to compare.
    """
    by_question: dict[Hashable, dict[str, dict[tuple[Hashable, ...], _Rows]]] = {}
    for row in answering.rows:
        if row.task_key and any(row.answers):
            phases = by_question.setdefault((row.task_key, row.situation), {})
            said = phases.setdefault(row.phase, {}).setdefault(row.answers, {})
            places = NOBODY if answering.at_one_place else row.places
            said.setdefault((row.target_groups, places), []).append(row)
    return by_question


def _among(
    pairs: Iterable[tuple[_Said, _Said]],
    kin: Mapping[str, Names],
    are_one: Callable[[Names, Names], bool],
) -> Iterator[Overlap]:
    for (one, rows), (other, others) in pairs:
        fields = contradictions(one, other)
        if fields:
            for here, there in product(rows, others):
                if meet(here[1], there[1]) and are_one(here[0], there[0]):
                    both = product(rows[here], others[there])
                    yield from _of_strangers(both, fields, kin)


def _of_strangers(
    pairs: Iterable[tuple[Row, Row]], fields: tuple[str, ...], kin: Mapping[str, Names]
) -> Iterator[Overlap]:
    for one, other in pairs:
        here, there = one.agreement, other.agreement
        if there not in kin[here] and here not in kin[there]:
            first, second = sorted((one, other), key=lambda row: row.id)
            yield Overlap(first, second, fields)


def _families(agreements: Mapping[str, Agreement]) -> dict[str, Names]:
    """Each agreement with itself and all that it supplements, step by step."""
    return {
        slug: frozenset({slug}) | ancestors(agreements, slug) for slug in agreements
    }
