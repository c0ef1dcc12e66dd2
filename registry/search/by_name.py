"""Rows whose kind of task a question names as a whole, before rows that only have the
words of the name apart: «specialiseret genoptræning» is not «rehabilitering på
specialiseret niveau» of those who are trained again. Pure.

Who asks who does, gives or sends a kind of task, or when, by its name and nothing else,
is answered by it: «ansvaret for hjemmepleje» asks who does it. A medical responsibility
is another question, and says so («behandlingsansvaret for …»).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from registry.language.danish import Token, fold, stems_in, stems_of, tokenize
from registry.search.concepts import Role
from registry.search.shortening import sentences

if TYPE_CHECKING:
    from registry.catalogue.snapshot import Row
    from registry.search.concepts import ParsedQuestion
    from registry.search.row_hits import Ranked
    from registry.search.rowwords import RowWords, Stems

# What may stand before and after a name where nothing but who or when is asked for.
_AROUND = frozenset(
    fold(word)
    for word in (
        "hvem hvad hvilken hvornår hvor hurtigt har er skal ansvar ansvaret ansvarlig "
        "opgaven frist fristen tidsfrist tidsfristen senest for står stå sender sende "
        "giver give leverer levere udfører udføre laver lave sørger sørge tager tage "
        "sig af varetager varetage til"
    ).split()
)
# The one and the other side of a task, as words of a question and of a row.
_PAIRS = (
    (r"send(?:e|er|es|te|t)", r"modtag(?:e|er|es|et)"),
    (r"send(?:e|er|es|te|t)", r"besvar(?:e|er|es|et)"),
    (r"udlaan\w*", r"returner\w*"),
    (r"indlaegge[rs]?", r"udskrive[rs]?"),
    (r"alkohol\w*", r"stof(?:fer|misbrug|brug|behandl|afhaeng)\w*|stoffer"),
)
_SIDES = tuple(
    (re.compile(one), re.compile(other))
    for pair in _PAIRS
    for one, other in (pair, pair[::-1])
)


@dataclass(frozen=True)
class ByName:
    """The kinds of tasks that a question names: those that are all it asks about, by
    the first of their names or by another; those that stand whole in it, with the stems
    of the name; and the words of the question.
    """

    first: Set[str] = frozenset()
    alone: Set[str] = frozenset()
    within: Mapping[str, Stems] = field(default_factory=dict)
    words: Set[str] = frozenset()


NO_NAMES = ByName()


def named_by(tokens: Sequence[Token], parsed: ParsedQuestion, rows: RowWords) -> ByName:
    """The kinds of tasks that the words of a question name; by another name than their
    first only at its beginning or end, and where nothing else is asked about.
    """
    left = _without_around(tokens, rows)
    needed = [*parsed.of(Role.REQUIRED), *parsed.of(Role.UNKNOWN)]
    subjects = frozenset(stem for one in needed for stem in stems_in(one.text))
    stems = stems_of(tokens)
    within = {
        key: name
        for key, name in rows.kinds_within(tokens).items()
        if key in rows.kinds_labelled(name)
        or (subjects.issubset(name) and _ends(stems, name))
    }

    return ByName(
        rows.kinds_labelled(stems_of(left)),
        rows.kinds_named(left),
        within,
        frozenset(token.exact for token in tokens),
    )


def _without_around(tokens: Sequence[Token], rows: RowWords) -> Sequence[Token]:
    """The longest of a question that is a name once what asks is taken from its ends;
    nothing where there is none, or where nothing asks.
    """
    last = len(tokens)
    starts = _leading(tokens)
    ends = [last - taken for taken in _leading(tokens[::-1])]

    for start in starts:
        for end in ends:
            is_less = (start, end) != (0, last)
            if is_less and rows.kinds_named(tokens[start:end]):
                return tokens[start:end]

    return ()


def _leading(tokens: Sequence[Token]) -> list[int]:
    """How many words may be taken from a beginning that only asks, none first."""
    taken = [0]
    for at, token in enumerate(tokens, 1):
        if token.exact not in _AROUND:
            break
        taken.append(at)
    return taken


def named_first(
    named: ByName, answering: Sequence[Ranked], own: Sequence[Ranked]
) -> list[Ranked]:
    """The rows that answer, those whose kind of task is named first. `own`: the rows of
    the kinds that are all that is asked about, which always answer.
    """
    if own:
        known = {item.row.id for item in answering}
        has_own = any(item.row.task_key in named.alone for item in answering)
        added = [item for item in own if item.row.id not in known]
        every = [*answering, *([] if has_own else added)]
        ordered = sorted(every, key=lambda item: _apart(item, named))
    else:
        ordered = _whole_first(named, answering)
    return _side_first(named, ordered)


def _apart(item: Ranked, named: ByName) -> int:
    """0 for a row of a kind that is asked about by its first name, 1 by another."""
    key = item.row.task_key
    return 0 if key in named.first else 1 if key in named.alone else 2


def _whole_first(named: ByName, answering: Sequence[Ranked]) -> list[Ranked]:
    """In their order, but that rows of a kind that is named as a whole come before a
    first row of another kind that has no such name in its task, where they cover as
    much.
    """
    first = answering[0] if answering else None
    if first is None or not named.within or first.row.task_key in named.within:
        return list(answering)

    of_task = stems_in(first.row.snitflade.task)
    whole = {k for k, name in named.within.items() if not _holds(of_task, name)}

    def comes_first(item: Ranked) -> bool:
        covers = item.judged.concepts >= first.judged.concepts
        return item.row.task_key in whole and covers

    return sorted(answering, key=lambda item: not comes_first(item))


def _ends(stems: Stems, name: Stems) -> bool:
    """Whether the stems begin or end with the name."""
    size = len(name)
    return name in (stems[:size], stems[-size:])


def _holds(stems: Stems, name: Stems) -> bool:
    """Whether the name stands whole among the stems."""
    size = len(name)
    return any(stems[at : at + size] == name for at in range(len(stems) - size + 1))


def _side_first(named: ByName, ordered: Sequence[Ranked]) -> list[Ranked]:
    """In their order, but that of the first kind of task the rows of the other side
    than the question's, and of that alone, come last.
    """
    asked = [
        (own, other)
        for own, other in _SIDES
        if _has(own, named.words) and not _has(other, named.words)
    ]
    if not asked or not ordered:
        return list(ordered)

    def is_other_side(item: Ranked) -> bool:
        said = [token.exact for token in tokenize(_said(item.row))]
        return any(_has(other, said) and not _has(own, said) for own, other in asked)

    kind = ordered[0].row.task_key
    of_kind = [item for item in ordered if item.row.task_key == kind]
    of_kind.sort(key=is_other_side)
    return [*of_kind, *(item for item in ordered if item.row.task_key != kind)]


def _said(row: Row) -> str:
    """The task, and the first sentence of when it holds."""
    return f"{row.snitflade.task}. {next(iter(sentences(row.snitflade.situation)), '')}"


def _has(side: re.Pattern[str], words: Iterable[str]) -> bool:
    return any(side.fullmatch(word) for word in words)
