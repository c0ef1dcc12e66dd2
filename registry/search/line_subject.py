"""What the first line of an answer tells: the one thing that its question asks for, and
where none is asked for, what its rows do say. Pure.

«Hvad skal kommunen have» asks for the task and not for who does it; «hvor tit» for the
deadline; «hvor sender jeg den» for who receives it. Who tells of a trouble («de vil
ikke tage ham») asks for the rule.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from registry.catalogue.actor_names import actor_first_in
from registry.catalogue.snapshot import Row, Snapshot
from registry.language.danish import fold
from registry.language.units import DEADLINE_WORDS
from registry.language.word_lists import PRICE_WORDS
from registry.rules.fields import ROW_FIELDS_BY_NAME
from registry.search.answer import AnswerGroup
from registry.search.asked_fields import WHEN
from registry.search.cases import cases_of
from registry.search.conditions import DOING, SITUATION, STATED, TASK, Case
from registry.search.shortening import sentences
from registry.search.sought import WHICH
from registry.search.stated import prices_in
from registry.search.whether import words_in_full
from registry.search.yes_or_no import NOT_YES_OR_NO
from registry.unsaid import Saying, saying_of

PRICE_LABEL = "Hvad koster det"
RECEIVER = "informed"
AUTHORITY = "authority"

# Who is asked for by these is named by a row, or not.
_WHOM = frozenset({"hvem", "hvems"})
_OF_PRICE = frozenset(map(fold, PRICE_WORDS))
# Compounds that end so name an amount: «sengedagstaksten», «døgnpris».
_PRICE_HEAD = re.compile(r"(?:takst|pris|honorar|beloeb)(?:en|et|er|erne)?$")
_PAYING = re.compile(
    r" (?:hvad|hvor meget|hvor stor[et]?) (?:\w+ ){0,6}?(?:betal\w*|opkraeve\w*"
    r"|laegge\w* ud|af med|giv\w*|faar|faa|igen|tilskud\w*) "
)
UNITS = "|".join(re.escape(fold(word)) for word in DEADLINE_WORDS)
_OFTEN = re.compile(rf" hvor(?:dan)? (?:tit|ofte|hyppigt|mange (?:gange|{UNITS})) ")
_HOW_MUCH = re.compile(r" hvor(?:dan)? (?:mange|meget|stor|stort|store) ")
# What is set beside another asks which of them it is.
_EITHER = re.compile(r" (?:er|bliver) det .* eller ")
# Sent or reported to whom: not who is asked to do so, nor who grants it.
_SENDING = (
    r"(?:ind)?(?:send\w*|henvis\w*|meld\w*|indberet\w*|rapporter\w*|anmeld\w*"
    r"|aflever\w*)"
)
_RECEIVED = re.compile(
    rf" (?:hvorhen|til hvem|hvor {_SENDING}|hvor (?:\w+ ){{1,5}}?hen"
    rf"|hvor (?:skal|kan|boer|maa) (?:\w+ ){{1,4}}?{_SENDING}"
    rf"|hvem (?:\w+ ){{0,4}}?{_SENDING} (?:\w+ ){{0,3}}?til(?= $)) "
)
_TO = re.compile(r"\btil\b")
# They tell of a trouble: something is not done, or somebody will not.
_TROUBLE = re.compile(
    r" (?:ikke|ingen|aldrig|hverken|naegter|naegtet|afviser|afvist|mangler|uenig|uenige"
    r"|strides|skaendes) "
)
# Who grants a thing is asked by who needs it: whoever provides it is the way to it.
_GRANTS = re.compile(r" (?:bevilg\w*|bestemmer (?:\w+ )?(?:over )?bevilling\w*) ")
# «Hvilke organer», «hvilket team» ask for somebody, though no actor has the name.
_DOER = re.compile(
    r"(?:\w*(?:organ|myndighed|instans|part|afdeling|team|enhed|center|hospital|sygehus"
    r"|klinik|laege|forvaltning|sektor|aktoer|medarbejder|personale|udvalg|faggruppe"
    r"|kommune|region))(?:en|et|er|erne|ne|r)?$"
)


class LineSubject(NamedTuple):
    """The field that a line tells, and its `label` where that is not the field's.
    `is_price`: of that field only what it says of money. `role`: what the answer is to
    the task, where another was asked for that no row states. `holds`: of a condition
    only the sentences that hold it.
    """

    field: str
    label: str = ""
    is_price: bool = False
    role: str = ""
    holds: re.Pattern[str] | None = None


def subject_of(
    snapshot: Snapshot,
    group: AnswerGroup,
    text: str,
    *,
    asked: str | None = None,
    kind: str = "",
) -> LineSubject:
    """What a line tells of a group to a question that is none of yes or no: `asked` is
    the field that it names, `kind` the sector whose actors it seeks.
    """
    said = f" {' '.join(words_in_full(text))} "
    rows = [hit.row for hit in group.hits]
    words = {*said.split(), *group.asked.split()}
    if kind:
        return LineSubject(asked or DOING)

    priced = [row for row in rows if prices_in(row)] if asks_price(said, words) else []
    if priced:
        in_task = all(row.snitflade.task in prices_in(row) for row in priced)
        return LineSubject(TASK if in_task else SITUATION, PRICE_LABEL, is_price=True)
    if asked in (None, DOING) and _RECEIVED.search(said):
        return LineSubject(receiver_of(rows))

    if asked is None and asks_how_often(said):
        return LineSubject(WHEN if _any_states(rows, WHEN) else TASK)

    is_what = asked is None and _asks_what(snapshot, said)
    is_trouble = bool(_TROUBLE.search(said)) and NOT_YES_OR_NO.isdisjoint(words)
    is_stated = asked and _any_states(rows, asked)
    is_rule = is_what or (is_trouble and not is_stated)
    grants = bool(_GRANTS.search(said))
    return LineSubject(TASK) if is_rule else stated_first(rows, asked, grants=grants)


def cases_to_tell(
    snapshot: Snapshot, group: AnswerGroup, subject: LineSubject, kind: str = ""
) -> list[Case]:
    """The cases of what is told of a group: of a price those that state one."""
    if not subject.is_price:
        cases = cases_of(snapshot, group, subject.field, kind)
        cases = _holding(cases, subject.holds) if subject.holds else cases
        is_other = subject.role and not kind
        return [_in_role(c, subject.role) for c in cases] if is_other else cases

    hits = [hit for hit in group.hits if prices_in(hit.row)]
    cases = cases_of(snapshot, replace(group, hits=hits), TASK)
    return [
        case._replace(answer=_price_of(hit.row))
        for case, hit in zip(cases, hits, strict=True)
    ]


def _holding(cases: Sequence[Case], holds: re.Pattern[str]) -> list[Case]:
    """The cases whose answers hold what is asked for, each as the sentences that do."""
    held = [
        (case, [text for text in sentences(case.answer) if holds.search(text)])
        for case in cases
    ]
    return [case._replace(answer=". ".join(some)) for case, some in held if some]


def _in_role(case: Case, role: str) -> Case:
    return case._replace(role=case.role or role) if case.state == STATED else case


def _price_of(row: Row) -> str:
    """The task where it states the price; else the sentences that do."""
    priced = prices_in(row)
    return priced[0] if priced[0] == row.snitflade.task else "; ".join(priced)


def asks_how_often(said: str) -> bool:
    """Whether a question asks how often, or for how many of a unit of deadlines."""
    return bool(_OFTEN.search(said))


def asks_price(said: str, words: Collection[str]) -> bool:
    """Whether a question asks for an amount, and not who pays."""
    if not _WHOM.isdisjoint(words) and "koster" not in words:
        return False
    named = any(word in _OF_PRICE or _PRICE_HEAD.search(word) for word in words)
    return named or bool(_PAYING.search(said))


def _asks_what(snapshot: Snapshot, said: str) -> bool:
    """Whether it asks what is done, or which thing, or how much of it; not who."""
    words = said.split()
    if not _WHOM.isdisjoint(words) or _EITHER.search(said):
        return False

    things = (
        not (_DOER.match(after) or actor_first_in(snapshot, after))
        for before, after in pairwise(words)
        if before in WHICH
    )
    return "hvad" in words or bool(_HOW_MUCH.search(said)) or any(things)


def receiver_of(rows: Sequence[Row]) -> str:
    """Where the receiver stands: in the tasks, where they say to whom; else in the
    field, where all state it.
    """
    in_tasks = all(_TO.search(row.snitflade.task) for row in rows)
    is_stated = all(_states(row, RECEIVER) for row in rows)
    return TASK if in_tasks or not is_stated else RECEIVER


def stated_first(
    rows: Sequence[Row], asked: str | None, *, grants: bool = False
) -> LineSubject:
    """The field asked for; who provides it, where it is asked who `grants` it and no
    row states who decides. Of who it is, where no row states who does it, that is who
    decides; where that is not stated either and nobody asked, the rule.
    """
    is_granted = asked == AUTHORITY and not _any_states(rows, AUTHORITY)
    if asked not in (None, DOING) and not (grants and is_granted):
        return LineSubject(asked)
    if _any_states(rows, DOING):
        return LineSubject(DOING)
    if _any_states(rows, AUTHORITY):
        return LineSubject(AUTHORITY, role=ROW_FIELDS_BY_NAME[AUTHORITY].label.lower())
    return LineSubject(asked or TASK)


def _any_states(rows: Sequence[Row], name: str) -> bool:
    return any(_states(row, name) for row in rows)


def _states(row: Row, name: str) -> bool:
    return saying_of(getattr(row.snitflade, name)) is Saying.STATED
