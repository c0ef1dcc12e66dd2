"""Questions that ask for yes or no, and when a row answers so. Pure.

Only a row says yes or no: that it does not apply to what the question names, that the
one whom the question names may do it, or that it is left undone. Else the answer is
what the agreement says, also what it excepts: that it depends is no answer that anybody
can act on. What is announced to change decides nothing.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from registry.language.danish import fold, stems_in, tokenize
from registry.language.word_lists import QUESTION_WORDS
from registry.search.conditions import Case
from registry.search.shortening import is_limited

YES, NO = "Ja", "Nej"
NO_UNSURE = "Nej, men det er ikke bekræftet"
SURE = frozenset({YES, NO})

APPLYING = frozenset(map(fold, ("gælder", "omfatter", "omfattes", "dækker", "dækkes")))
ALLOWING = frozenset(map(fold, ("må", "kan")))
OPENERS = frozenset(
    {
        *APPLYING,
        *ALLOWING,
        *map(fold, ("skal", "bør", "er", "har", "får", "behøver", "findes", "bliver")),
        *map(fold, ("betaler", "hører", "kommer", "følger", "udløber", "tæller")),
    }
)
LEADING = frozenset(map(fold, ("og", "men", "så", "hej", "altså")))  # before the verb
ALTERNATIVE = "eller"
NEGATIVE = frozenset(map(fold, ("ikke", "aldrig", "uden", "undlade")))
# «hvem», «hvornår»; not the names of fields, of which yes or no may be asked too.
_ASKING = frozenset(fold(word) for word in QUESTION_WORDS if word.startswith("hv"))
# A question that holds one of these asks for more than yes or no.
NOT_YES_OR_NO = _ASKING | {ALTERNATIVE}
PERMITTED = "kan "
# What a row says is left undone: the deed itself, not what one happens to be unable to.
_FORBIDDEN = re.compile(r"\b(?:uden at|må (?:ikke|aldrig)) (\w+)", re.IGNORECASE)


# «Hvis» before the one who does it, or what is done, begins a condition and asks of
# nobody's: «må jeg ringe, hvis det haster».
_IF = "hvis"
_BEGINS_CONDITION = frozenset(
    map(fold, "det den de der jeg vi man du han hun patienten borgeren barnet".split())
)

_THING = re.compile(r"\w{6,}")  # a word that may name what it is done with
_AFTER_DISCHARGE = re.compile(
    r"\bfoerst\b[^.?]{0,40}?\b(?:naar|efter|hvis)\b[^.?]{0,25}?"
    r"\b(?:ude\b|udskrevet|udskrives|udskriv\w*|hjemme\b)"
)
_BEFORE = re.compile(
    r"\b(?:under indlæggelse|(?:før|inden|forud for) udskrivning)", re.IGNORECASE
)
# What the row says is not confirmed: when it takes another's place.
_REPLACING = re.compile(r"^hvornår (?:\w+ ){1,3}(?:afløse[rs]|erstatte[rs])\b")


def verb_first(text: str) -> tuple[str, str]:
    """The first word of a question that asks by its verb alone, and the one after it;
    both empty where a question word or an «eller» makes it ask otherwise.
    """
    words = _words(text)
    while words and words[0] in LEADING:
        words = words[1:]
    is_other = ALTERNATIVE in words or asks_otherwise(words)
    first, after, *_ = [*words, "", ""]
    return ("", "") if is_other else (first, after)


def opener_of(text: str) -> str:
    """The verb that a question of yes or no begins with; empty for other questions, and
    for one of two who may do it («skal vi eller kommunen»); what something
    applies to may be named with «eller».
    """
    words = _words(text)
    while words and words[0] in LEADING:
        words = words[1:]
    opener = words[0] if words and words[0] in OPENERS else ""
    is_either_or = ALTERNATIVE in words and opener not in APPLYING
    return "" if is_either_or or asks_otherwise(words) else opener


def asks_otherwise(words: Sequence[str]) -> bool:
    """Whether some words of a question ask for more than yes or no."""
    asking = [
        word
        for word, after in pairwise([*words, ""])
        if word in _ASKING and not (word == _IF and after in _BEGINS_CONDITION)
    ]
    return bool(asking)


def verdict_on(
    text: str,
    cases: Sequence[Case],
    *,
    names_actor: bool = False,
    binds: bool = False,
    owes: bool = False,
) -> str:
    """Yes or no, where the one row says so; empty where it does not.

    `names_actor`: the question names who does the task of the row; `binds`: all whom it
    names do, and it is about what the row is about; `owes`: it asks if that is a duty,
    and the row says that it is. No is only said where the row says
    no more of it; what is said besides may take it back.
    """
    opener, first = opener_of(text), next(iter(cases), None)
    if not opener or first is None or first.changing:
        return ""

    if _is_too_late(text, cases):
        return _no(first)
    if len(cases) > 1:
        return ""
    if first.denied and opener in APPLYING:
        return _not_applying(text, first)
    if owes and not first.denied:
        return YES if first.confirmed and not first.older else ""
    return _on_doing(text, opener, first, names_actor=names_actor, binds=binds)


def _not_applying(text: str, case: Case) -> str:
    is_no = ALTERNATIVE not in _words(text) and case.denies_only_that
    return NO if is_no and case.confirmed and not is_limited(case.denied) else ""


def _on_doing(
    text: str, opener: str, case: Case, *, names_actor: bool, binds: bool
) -> str:
    """Whether one may, or must, do what the row is about."""
    if not NEGATIVE.isdisjoint(_words(text)):
        return ""
    if opener not in ALLOWING:
        return ""

    is_forbidden = _forbids(case.denied or (case.task if binds else ""), text)
    if is_forbidden or _forbids_the_thing(case.denied, case.task, text):
        return _no(case)
    may = not case.denied and case.confirmed and names_actor
    return YES if may and _permits(case.task) else ""


def left_undone(said: str) -> frozenset[str]:
    """The stems of the deeds that what a row says leaves undone."""
    deeds = " ".join(_FORBIDDEN.findall(said))
    return frozenset(stems_in(deeds))


def _forbids(said: str, text: str) -> bool:
    """Whether what a row says leaves undone what the question asks whether one may, and
    nothing beside takes that back.
    """
    undone = left_undone(said)
    is_asked = any(token.stem in undone for token in tokenize(text))
    return is_asked and not is_limited(_FORBIDDEN.sub("", said))


def _forbids_the_thing(denied: str, task: str, text: str) -> bool:
    """Whether what a row denies may not be done with a thing that the question and its
    task name: who asks to «use» it asks of the same.
    """
    if not _FORBIDDEN.search(denied) or is_limited(_FORBIDDEN.sub("", denied)):
        return False
    things = {*_words(denied)} & {*_words(task)}
    asked = [word for word in _words(text) if _THING.fullmatch(word)]
    return any(thing.startswith(word) for word in asked for thing in things)


def _is_too_late(text: str, cases: Sequence[Case]) -> bool:
    """Whether the question asks if it is first done after the discharge, which the
    first row says is done before, and none says otherwise.
    """
    if not _AFTER_DISCHARGE.search(fold(text)) or any(case.denied for case in cases):
        return False
    others = (case.deadline.lower() for case in cases[1:])
    return bool(_BEFORE.search(cases[0].deadline)) and not any(
        "efter udskriv" in deadline for deadline in others
    )


def _no(case: Case) -> str:
    """No; that it is not confirmed, where more is not than the day on which one
    replaces another: from when it holds at all is a doubt of today.
    """
    is_sure = case.confirmed or bool(_REPLACING.search(case.unsure_of))
    return NO if is_sure and not case.older else NO_UNSURE


def _permits(task: str) -> bool:
    return task.lower().startswith(PERMITTED) and not is_limited(task)


def _words(text: str) -> list[str]:
    return [token.exact for token in tokenize(text)]
