"""Which terms a question asks for: what one means, how two differ, what became of one.
Pure.
"""

import re
from itertools import combinations, pairwise

from registry.language.danish import fold, stems_in, tokenize
from registry.search.cards.card import BETWEEN, CardDocument
from registry.search.cards.card_question import CardQuestion
from registry.search.cards.choosing import is_what_is
from registry.search.cards.phrasebook import PhraseAt
from registry.search.cards.words import Asking

BEFORE_WHAT_IS_SAID = frozenset(fold(word) for word in ("når", "at", "hvis"))
STILL_THERE = frozenset({"findes", "fandtes"})
TELLS_SUCCESSION = re.compile(r"[Aa]fløs|[Nn]edl[aæ]g|[Ee]rstat|[Hh]edder|[Aa]fskaf")


def terms(asked: CardQuestion) -> list[CardDocument]:
    """The one term whose meaning is asked for; of a short name of several, all."""
    pointed = _pointed_at(asked) or _said_so(asked)
    if pointed:
        return pointed[: asked.profile.shown.cards]

    named = _of_one_name(asked)
    if not named or asked.left:
        return []

    # «hvad er regionen blevet til» asks for what took its place.
    is_succession = Asking.SUCCESSION in asked.asks
    means = Asking.MEANING in asked.asks
    asks = means or (is_what_is(asked, named[0]) and not is_succession)
    return named[: asked.profile.shown.cards] if asks else []


def abbreviations(asked: CardQuestion) -> list[CardDocument]:
    """The terms that go by an abbreviation, where it is all that the question is."""
    if asked.outside_names():
        return []
    word = " ".join(word.exact for word in asked.words)
    return [one for one in _of_one_name(asked) if word in one.about.split(BETWEEN)]


def differences(asked: CardQuestion) -> list[CardDocument]:
    """The two terms that are to be told apart."""
    whole = {key for one in asked.phrases if _is_whole(asked, one) for key in one.names}
    named = [one for one in asked.named if one.key in whole]
    strong = [one for one in named if one.key not in asked.weak]
    apart_by_word_list = [
        pair
        for pair in combinations(strong, 2)
        if _are_set_apart(*pair) and not _has_one_name(asked, *pair)
    ]
    if Asking.DIFFERENCE in asked.asks and len(apart_by_word_list) == 1:
        return list(apart_by_word_list[0])

    pair = strong if len(strong) == 2 else named
    apart = Asking.DIFFERENCE in asked.asks and len(pair) == 2
    apart = apart and not _has_one_name(asked, *pair)
    return list(pair) if apart and len(asked.left) <= len(pair) else []


def either(asked: CardQuestion) -> list[CardDocument]:
    """The two terms of one abbreviation that stands with a name of each, set beside
    each other by «eller»: which of them it is, only the two definitions tell.
    """
    if Asking.EITHER_OR not in asked.asks:
        return []

    sets = [frozenset(one.names) for one in asked.phrases if one.names]
    pairs = [both for both in sets if len(both) == 2]
    for both in pairs:
        alone = [names for names in sets if len(names & both) == 1]
        if both <= frozenset[str]().union(*alone):
            return [one for one in asked.named if one.key in both]
    return []


def same(asked: CardQuestion) -> list[CardDocument]:
    """The one term that two words are names of, where the question asks how they
    differ; or how one differs from what it is not to be confused with.
    """
    names = {
        tuple(word.stem for word in asked.words[one.first : one.last])
        for one in asked.phrases
        if one.names
    }
    if Asking.DIFFERENCE in asked.asks and _is_confusable(asked):
        return list(asked.named)

    one_term = len(asked.named) == 1 and len(names) == 2 and not asked.left
    return list(asked.named) if Asking.DIFFERENCE in asked.asks and one_term else []


def _is_confusable(asked: CardQuestion) -> bool:
    """Whether all else that the question names is what its one term is not to be
    confused with.
    """
    others = asked.named[0].besides.split(BETWEEN) if len(asked.named) == 1 else []
    rest = {word.stem for word in asked.left}
    return bool(rest) and any(rest <= {*stems_in(other)} for other in others)


def became(asked: CardQuestion) -> list[CardDocument]:
    """The one term of which its meaning tells what took its place."""
    still = any(word.exact in STILL_THERE for word in asked.words)
    is_asked = Asking.SUCCESSION in asked.asks or still
    if not is_asked or asked.left or len(asked.named) != 1:
        return []
    meaning = " ".join(fact.value for fact in asked.named[0].card.facts)
    return list(asked.named) if TELLS_SUCCESSION.search(meaning) else []


def _of_one_name(asked: CardQuestion) -> list[CardDocument]:
    """The documents of the one name that the question holds; the small word that goes
    on from it («en DD-patient») is no other.
    """
    names = [one for one in asked.phrases if one.names]
    for before, one in pairwise(names):
        if one.first != before.last or not asked.weak.issuperset(one.names):
            return []
    if not names:
        return []

    first = names[0]
    named = [one for one in asked.named if one.key in first.names]
    # «demens» and «demensenhed» have one stem.
    written = [word.exact for word in asked.words[first.first : first.last]]
    titled = [one for one in named if _words(one.card.title) == written]
    return titled or named


def _words(text: str) -> list[str]:
    return [token.exact for token in tokenize(text)]


def _pointed_at(asked: CardQuestion) -> list[CardDocument]:
    """The term that was named last before «hvad betyder det», of an abbreviation all
    that go by it: what else a story tells does not matter.
    """
    ends = [one.first for one in asked.phrases if Asking.POINTING in one.asks]
    before = [
        one.names
        for one in asked.phrases
        if ends and one.last <= max(ends) and set(one.names) - asked.weak
    ]
    if not before:
        return []

    named = [one for one in asked.named if one.key in before[-1]]
    written = {word.exact for word in asked.words}
    short = all(written & set(one.about.split(BETWEEN)) for one in named)
    return named if len(named) == 1 or short else []


def _said_so(asked: CardQuestion) -> list[CardDocument]:
    """The term that ends what somebody is told to have said: «hvad betyder det, når
    lægen siger, at hun er færdigmeldt». Of those named besides, all act in it.
    """
    ends = [one.last for one in asked.phrases if Asking.POINTING in one.asks]
    names = [one for one in asked.phrases if one.names]
    if not ends or not names or asked.left or names[-1].last < len(asked.words):
        return []

    goes_on = asked.words[ends[0]].exact in BEFORE_WHAT_IS_SAID
    last = [one for one in asked.named if one.key in names[-1].names]
    others = [one for one in asked.named if one not in last]
    acting = all(o.sort.startswith("actor:") or o.key in asked.weak for o in others)
    return last if goes_on and acting and names[0].first >= ends[0] else []


def _is_whole(asked: CardQuestion, phrase: PhraseAt) -> bool:
    """Whether the phrase is more than a part of a compound that was taken apart: a
    plejehjemslæge is no plejehjem.
    """
    beside = (*asked.words[: phrase.first], *asked.words[phrase.last :])
    starts = {word.start for word in beside}
    inside = asked.words[phrase.first : phrase.last]
    return starts.isdisjoint(word.start for word in inside)


def _has_one_name(
    asked: CardQuestion, first: CardDocument, second: CardDocument
) -> bool:
    """Whether one word of the question names both of them, and so tells of neither."""
    both = {first.key, second.key}
    return any(both <= set(one.names) for one in asked.phrases)


def _are_set_apart(first: CardDocument, second: CardDocument) -> bool:
    """Whether the word list sets one apart from the other."""
    return any(
        not {stems_in(name) for name in other.names}.isdisjoint(
            stems_in(name) for name in one.besides.split(BETWEEN)
        )
        for one, other in ((first, second), (second, first))
        if one.besides
    )
