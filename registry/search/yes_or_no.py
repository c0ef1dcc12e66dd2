"""Questions that ask for yes or no, and when a row answers so. Pure.

Only a row says yes or no: that it does not apply to what the question names, or that
the one whom the question names may do it. Else the answer is what the agreement says,
also what it excepts: that it depends is no answer that anybody can act on.
"""

from collections.abc import Sequence

from registry.language.danish import fold, tokenize
from registry.language.word_lists import QUESTION_WORDS
from registry.search.conditions import Case
from registry.search.shortening import is_limited

YES, NO = "Ja", "Nej"

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
ALTERNATIVE, NEGATIVE = "eller", "ikke"
# «hvem», «hvornår»; not the names of fields, of which yes or no may be asked too.
_ASKING = frozenset(fold(word) for word in QUESTION_WORDS if word.startswith("hv"))
_PERMITTED = "kan "


def opener_of(text: str) -> str:
    """The verb that a question of yes or no begins with; empty for other questions, and
    for a choice between two who may do it («skal vi eller kommunen»); what something
    applies to may be named with «eller».
    """
    words = _words(text)
    while words and words[0] in LEADING:
        words = words[1:]
    opener = words[0] if words and words[0] in OPENERS else ""
    is_either_or = ALTERNATIVE in words and opener not in APPLYING
    return "" if is_either_or or not _ASKING.isdisjoint(words) else opener


def verdict_on(text: str, cases: Sequence[Case], *, names_actor: bool = False) -> str:
    """Yes or no, where the rows say so; empty where they do not.

    `names_actor`: the question names who does the task of the first row. No is only
    said where the one row says no more of it; what is said besides may take it back.
    """
    opener, first = opener_of(text), next(iter(cases), None)
    if not opener or first is None:
        return ""
    is_plain = len(cases) == 1 and first.confirmed
    if any(case.denied for case in cases):
        is_one = is_plain and ALTERNATIVE not in _words(text)
        is_no = opener in APPLYING and is_one and first.denies_only_that
        return NO if is_no and not is_limited(first.denied) else ""

    may = is_plain and opener in ALLOWING and NEGATIVE not in _words(text)
    return YES if may and names_actor and _permits(first.task) else ""


def _permits(task: str) -> bool:
    return task.lower().startswith(_PERMITTED) and not is_limited(task)


def _words(text: str) -> list[str]:
    return [token.exact for token in tokenize(text)]
