"""Questions that ask for yes or no, and when a row answers so. Pure.

Only a row says yes or no: that it does not apply to what the question names, that the
one whom the question names may do it, or that it is left undone. Else the answer is
what the agreement says, also what it excepts: that it depends is no answer that anybody
can act on. What is announced to change decides nothing.
"""

import re
from collections.abc import Sequence

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


def verb_first(text: str) -> tuple[str, str]:
    """The first word of a question that asks by its verb alone, and the one after it;
    both empty where a question word or an «eller» makes it ask otherwise.
    """
    words = _words(text)
    while words and words[0] in LEADING:
        words = words[1:]
    is_other = ALTERNATIVE in words or not _ASKING.isdisjoint(words)
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
    return "" if is_either_or or not _ASKING.isdisjoint(words) else opener


def verdict_on(
    text: str, cases: Sequence[Case], *, names_actor: bool = False, binds: bool = False
) -> str:
    """Yes or no, where the one row says so; empty where it does not.

    `names_actor`: the question names who does the task of the row; `binds`: all whom it
    names do, and it is about what the row is about. No is only said where the row says
    no more of it; what is said besides may take it back.
    """
    opener, first = opener_of(text), next(iter(cases), None)
    if not opener or first is None or len(cases) > 1 or first.changing:
        return ""
    if first.denied and opener in APPLYING:
        is_no = ALTERNATIVE not in _words(text) and first.denies_only_that
        is_sure = first.confirmed and not is_limited(first.denied)
        return NO if is_no and is_sure else ""
    if opener not in ALLOWING or not NEGATIVE.isdisjoint(_words(text)):
        return ""

    if _forbids(first.denied or (first.task if binds else ""), text):
        return NO if first.confirmed and not first.older else NO_UNSURE
    may = not first.denied and first.confirmed and names_actor
    return YES if may and _permits(first.task) else ""


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


def _permits(task: str) -> bool:
    return task.lower().startswith(PERMITTED) and not is_limited(task)


def _words(text: str) -> list[str]:
    return [token.exact for token in tokenize(text)]
