"""Clauses that are sentences in themselves: what is agreed, and what «det er kommunen,
der …» says.
"""

from collections.abc import Sequence

from registry.suggest.actors import Actors
from registry.suggest.clauses import TIMELY, Sub, subordinates
from registry.suggest.lexicon import ADVERBS, CONDITIONAL
from registry.suggest.names import base_of
from registry.suggest.nouns import coordinated
from registry.suggest.predicate import Predicate, Span
from registry.suggest.relative import in_main_order
from registry.suggest.verbs import AGREEING
from registry.suggest.who import Context
from registry.suggest.words import Word, words_of

Words = Sequence[Word]
# What such a thing involves is what somebody is to do.
_LAYING = ("ansvar", "aftale", "ordning", "pligt", "opgave", "forpligtelse")


def inner_words(
    words: Words, predicate: Predicate, actors: Actors, context: Context
) -> Words:
    """The words of the clause that the predicate only leads in; else none."""
    finite = words[predicate.finite]
    starts = {sub.conjunction: sub for sub in reversed(predicate.subs)}
    said = finite.present or finite.passive
    agreed = said in AGREEING or _is_agreement(words, predicate)
    agreed = agreed or (said == "gælde" and predicate.subject is None)
    if "at" in starts and (agreed or _involves(words, predicate, said)):
        sub = starts["at"]
        return words_of(_text(words, sub.start + 1, sub.end))

    subject = predicate.subject
    is_it = subject and words[subject[0]].low == "det" and finite.low == "er"
    sub_who = starts.get("der") or _clause_in(subject, words)
    if is_it and subject and sub_who:
        return _picked_out(words, predicate, sub_who, actors, context)
    return ()


def _picked_out(
    words: Words, predicate: Predicate, sub: Sub, actors: Actors, context: Context
) -> Words:
    """«Det er kommunen, der ringer»: the one before the clause, and the clause."""
    subject = predicate.subject or (0, 0)
    after = subject[0] if subject[0] > predicate.finite else 0
    at = max(predicate.finite, after) + 1
    while at < sub.start and words[at].low in ADVERBS:
        at += 1
    phrases = coordinated(words, at, sub.start)
    if not phrases or phrases[-1][1] < sub.start - 1:
        return ()
    span = phrases[0][0], phrases[-1][1]
    if not actors.of_span(words, span, context).is_someone:
        return ()

    said = sub.start + 1, _clauses_end(sub, predicate.subs)
    rest = in_main_order(words, *said) or _text(words, *said)
    return words_of(f"{_text(words, *span)} {rest}")


def _clauses_end(sub: Sub, subs: Sequence[Sub]) -> int:
    """Past the clauses of time and condition right after a clause."""
    end = sub.end
    for other in subs:
        follows = 0 <= other.start - end <= 1
        if follows and other.conjunction in TIMELY | CONDITIONAL:
            end = other.end
    return end


def _involves(words: Words, predicate: Predicate, verb: str) -> bool:
    """«Ordningen indebærer, at»: what it is makes it a duty."""
    if verb not in ("indebære", "betyde") or predicate.subject is None:
        return False
    head = base_of(words[predicate.subject[1] - 1].low)
    return head.endswith(_LAYING) and not predicate.negated


def _is_agreement(words: Words, predicate: Predicate) -> bool:
    said = [w.low for w in words[predicate.start : predicate.end][:4]]
    return "enige" in said or "enighed" in said or "aftalt" in said


def _clause_in(subject: Span | None, words: Words) -> Sub | None:
    """The clause with «der» that the reading took into the subject: «er det hospitalet,
    der har …».
    """
    if subject is None:
        return None
    inside = (s for s in subordinates(words) if subject[0] < s.start < subject[1])
    return next((s for s in inside if s.conjunction == "der"), None)


def _text(words: Words, start: int, end: int) -> str:
    return " ".join(w.text for w in words[start:end])
