"""Objects that are a pronoun without its noun: «stiller regionen en», «sender den».

Which one it is, the reader of a row cannot see. The noun is taken from the same
sentence where one alone fits; what the row says is never sure.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from registry.suggest.action import Action
from registry.suggest.clauses import PRONOUN_OBJECTS
from registry.suggest.lexicon import (
    ADVERBS,
    CONJUNCTIONS,
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVE,
)
from registry.suggest.nouns import gender_of, is_adjective, phrase_end
from registry.suggest.predicate import Predicate, Span
from registry.suggest.roles import Roles
from registry.suggest.timing import times
from registry.suggest.verbs import INFORMING, INVOLVING
from registry.suggest.words import Word

Words = Sequence[Word]
ONE = frozenset({"en", "et"})
BARE = PRONOUN_OBJECTS | ONE
GENDERS = {"den": "c", "denne": "c", "det": "n", "dette": "n", "dem": "p", "disse": "p"}
# An indefinite noun that is taken up is this one: «en plan …, sender den (plan)».
KNOWN = {"c": "den", "n": "det", "p": "de"}

# These take up what has happened as often as a thing.
POINTING = frozenset({"denne", "dette", "disse"})
AFTER_OBJECT = PREPOSITIONS | ADVERBS | COORDINATORS | CONJUNCTIONS | {"om", "at"}


def with_noun(
    words: Words, predicate: Predicate, action: Action, roles: Roles
) -> tuple[Words, Action]:
    """The words with the noun that an object takes up, and the action, unsure then;
    both as they are where the object has its noun.
    """
    at = _bare_object(words, predicate, action)
    if at is None:
        return words, action

    said: Words = words
    is_someone = action.verb in INFORMING | INVOLVING | {"gøre"}
    if not is_someone and (noun := _noun_before(words, at, predicate, roles)):
        said = _replaced(words, at, noun)
    return said, replace(action, sure=False)


def _replaced(words: Words, at: int, text: str) -> Words:
    """The words with another text at a place, and what follows moved to fit."""
    longer = len(text) - len(words[at].text)
    after = [
        replace(word, start=word.start + longer, end=word.end + longer)
        for word in words[at + 1 :]
    ]
    one = replace(words[at], text=text, end=words[at].end + longer)
    return [*words[:at], one, *after]


def _bare_object(words: Words, predicate: Predicate, action: Action) -> int | None:
    """Where an object stands that is a pronoun alone; None where none does."""
    if action.kind in ("exception", "backwards"):
        return None
    about = action.about
    if about and about[1] - about[0] == 1 and words[about[0]].low in BARE:
        return about[0]

    passed = [(sub.start, sub.end) for sub in predicate.subs]
    passed += [span for span in (predicate.subject, action.less) if span]
    for at in range(action.start, predicate.end):
        inside = any(start <= at < end for start, end in passed)
        if not inside and _is_bare(words, at, predicate.end):
            return at
    return None


def _is_bare(words: Words, at: int, end: int) -> bool:
    """Whether a word is a pronoun that is an object, and no article or quantity."""
    low = words[at].low
    if low not in BARE or words[at - 1].low in PREPOSITIONS | {"om"}:
        return False
    after = [word.low for word in words[at + 1 : at + 3] if not word.is_sign]
    if after and (after[0] in RELATIVE or (low in ONE and after[0] == "af")):
        return False

    following = words[at + 1] if at + 1 < end else None
    if following and following.low[:1].isdigit():  # den 15. januar
        return False
    if following is None or following.is_sign or following.low in AFTER_OBJECT:
        return True
    timed = any(start == at + 1 for start, _ in times(words, at + 1, end))
    # «Udleverer den skriftligt»: an adverb made of an adjective.
    how = is_adjective(following) and following.low.endswith("t")
    return low not in ONE and (timed or (how and GENDERS[low] != "n"))


def _noun_before(words: Words, at: int, predicate: Predicate, roles: Roles) -> str:
    """The noun that a pronoun takes up; empty where none alone fits."""
    low = words[at].low
    own = predicate.subject
    phrases = [span for span in _phrases(words, at) if span != own]
    if low in ONE:
        fit = [span for span in phrases if words[span[0]].low == low]
    else:
        fit = [span for span in phrases if gender_of(words, *span) == GENDERS[low]]
        fit = [span for span in fit if roles.is_thing(span)]

    nouns = {_text(words, span) for span in fit}
    if len(nouns) != 1 or low in POINTING:
        return ""
    if fit[0][0] and words[fit[0][0] - 1].low in PREPOSITIONS and low not in ONE:
        return ""
    noun, first = _text(words, fit[0]), words[fit[0][0]].low
    if low in ONE or first not in ONE:
        return noun if fit[0][0] else noun[:1].lower() + noun[1:]
    return f"{KNOWN[GENDERS[low]]} {_text(words, (fit[0][0] + 1, fit[0][1]))}"


def _phrases(words: Words, stop: int) -> Iterator[Span]:
    """The noun phrases before a place, pronouns and articles alone passed over."""
    at = 0
    while at < stop:
        end = phrase_end(words, at, stop)
        if end > at and any(w.low not in DETERMINERS for w in words[at:end]):
            yield at, end
        at = max(end, at + 1)


def _text(words: Words, span: Span) -> str:
    return " ".join(word.text for word in words[slice(*span)])
