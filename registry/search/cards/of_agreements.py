"""Which agreement a question asks to know something of: whether it is in force, whose
it is, when it was looked at, or whether there is one. Pure.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from registry.language.danish import Token, fold
from registry.language.months import MONTHS
from registry.search.cards.card import CardDocument
from registry.search.cards.card_question import GENERIC, CardQuestion
from registry.search.cards.words import (
    ABOUT,
    AFTER_ABOUT,
    AGREEMENT_ENDINGS,
    Asking,
)

# The stems of a document by its key, and the terms that it names.
Stems = Mapping[str, frozenset[str]]
NO_AGREEMENT = (
    "Ingen aftale"  # the key of a card; its title goes on with what was asked
)
OVER = "past"  # the sort of an agreement that answers nothing any more
ANY_ARRANGEMENT = "ordning"  # it may be of anything, and rest on no agreement
REASONS = frozenset(map(fold, ("selvom", "fordi", "eftersom")))
MONTHS_WRITTEN = frozenset(fold(month) for month in MONTHS)
OF_AGREEMENT = frozenset(
    {
        *(Asking.IN_FORCE, Asking.SINCE, Asking.PARTIES, Asking.APPROVAL),
        *(Asking.REVIEW, Asking.EDITION, Asking.SUCCESSION, Asking.EXISTENCE),
        *(Asking.PERIOD, Asking.FORMER, Asking.CONTENT, Asking.PLACE),
    }
)
OF_ONE_THAT_IS = frozenset(
    {
        *(Asking.EXISTENCE, Asking.IN_FORCE, Asking.SINCE, Asking.PARTIES),
        *(Asking.REVIEW, Asking.SUCCESSION),
    }
)


def agreements(
    asked: CardQuestion,
    documents: Mapping[str, CardDocument],
    about: Stems,
    besides: Stems,
) -> list[CardDocument]:
    """The agreement that every word of weight is about, one at least by its title: of
    those that are alike in that the one in force, unless a former one is asked for.
    """
    asked = _of_agreement(asked)
    if not asks_for_agreement(asked):
        return []

    is_over = Asking.FORMER in asked.asks
    fits = [
        (sum(_held(asked, about[key])), (document.sort == OVER) == is_over, key)
        for key, document in documents.items()
        if all(_held(asked, besides[key])) and asked.years() <= besides[key]
    ]
    most = max(fits, default=(0, False, ""))[:2]
    return [documents[key] for *rank, key in fits if tuple(rank) == most and most[0]][
        : asked.profile.shown.cards
    ]


def asks_for_agreement(asked: CardQuestion) -> bool:
    """Whether it asks for what is to be known of an agreement about something."""
    is_asked = Asking.AGREEMENT in asked.asks and asked.asks & OF_AGREEMENT
    return bool(is_asked and _weighty(asked))


def presumes_agreement(asked: CardQuestion) -> bool:
    """Whether it asks if there is an agreement, or what holds of one that must then
    be: where there is none, that is the answer.
    """
    asked = _of_agreement(asked)
    is_presumed = bool(asked.asks & OF_ONE_THAT_IS) and not asked.years()
    is_presumed &= not any(ANY_ARRANGEMENT in word.exact for word in asked.words)
    return is_presumed and asks_for_agreement(asked)


def _weighty(asked: CardQuestion) -> list[Token]:
    return [word for word in asked.left if not word.exact.isdigit()]


def _of_agreement(asked: CardQuestion) -> CardQuestion:
    """The question less what comes after what the agreement is about («mellem …»,
    another sentence) and, where it asks if there is one, what comes before. A month is
    of its year.
    """
    words = asked.words
    because = _begins_a_reason(words)
    if because:
        outside = frozenset(word.exact for word in words[because:])
        asked = _without(asked, outside - {word.exact for word in words[:because]})
        words = words[:because]

    starts = [
        at
        for at, word in enumerate(words[1:-1], start=1)
        if word.exact in ABOUT and _names_agreement(words[at - 1])
    ]
    if not starts:
        return _without(asked, MONTHS_WRITTEN) if asked.years() else asked

    first = starts[0]
    last = next(
        (at for at in range(first + 1, len(words)) if _ends_about(words, at)),
        len(words),
    )
    about = words[first:last] if Asking.EXISTENCE in asked.asks else words[:last]
    inside = {word for word in asked.left if word in about}
    outside = frozenset(word.exact for word in asked.left if word not in inside)
    months = MONTHS_WRITTEN if asked.years() else frozenset()
    return _without(asked, outside | months)


def _begins_a_reason(words: Sequence[Token]) -> int:
    """Where a clause begins that tells why one asks («nu hvor regionen er væk»); 0
    where none does.
    """
    for at, (word, after) in enumerate(pairwise(words)):
        is_now = word.exact == "nu" and after.exact in ("hvor", "da")
        if at and (is_now or word.exact in REASONS):
            return at
    return 0


def subject_of(asked: CardQuestion) -> tuple[Token, ...]:
    """The words of weight that an agreement is asked for by."""
    return _of_agreement(asked).left


def _without(asked: CardQuestion, words: frozenset[str]) -> CardQuestion:
    return replace(asked, left=tuple(w for w in asked.left if w.exact not in words))


def _names_agreement(word: Token) -> bool:
    return word.stem in GENERIC or word.exact.endswith(AGREEMENT_ENDINGS)


def _ends_about(words: Sequence[Token], at: int) -> bool:
    """Whether what an agreement is about ends before this word: at a stop, or where
    something else is asked.
    """
    apart = words[at].start - words[at - 1].end
    return words[at].exact in AFTER_ABOUT or apart > 1


def _held(asked: CardQuestion, stems: frozenset[str]) -> list[int]:
    """How surely each word of weight stands there: itself, by a term that it is of, or
    in all its parts.
    """
    choosing = asked.profile.choosing
    return [
        choosing.itself
        if word.stem in stems
        else choosing.by_term
        if meant & stems
        else choosing.by_parts
        if parts and parts <= stems
        else 0
        for word, parts, meant in zip(asked.left, asked.parts, asked.meant, strict=True)
        if not word.exact.isdigit()
    ]
