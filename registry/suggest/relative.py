"""Duties that a relative clause lays on the one before it: «… til kommunen, som inden
to hverdage svarer».

Danish has the same comma before a clause that only picks one out; so the one before
must be named already, and the clause say by when, or that it is a duty.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from registry.suggest.clauses import TIMELY, Sub, subordinates
from registry.suggest.finite import is_finite
from registry.suggest.lexicon import (
    ADVERBS,
    ARTICLES,
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVE,
)
from registry.suggest.nouns import is_definite, phrase_end
from registry.suggest.timing import times
from registry.suggest.verbs import (
    BEARING,
    GIVING,
    HUMAN,
    INFORMING,
    MESSAGES,
    PAYING,
    SHARING,
)
from registry.suggest.words import Word

Words = Sequence[Word]
Span = tuple[int, int]
LONGEST = 6  # words of the one before
DUTY_VERBS = frozenset({"skal", "bør"})
TOGETHER = frozenset({"fællesskab", "sammen", "begge", "hver", "enighed"})
# A clause that goes on with what is done, and not with which one it is.
GOING_ON = frozenset({"tillige", "derefter", "herefter", "derpå", "dernæst", "også"})


@dataclass(frozen=True)
class DutyClause:
    """A clause and whom it is about. `subs` are the clauses of the sentence that belong
    to it, `sure` whether nothing but a duty can be meant.
    """

    about: Span
    start: int
    end: int
    subs: tuple[Sub, ...]
    sure: bool

    def words(self, words: Words) -> str:
        """The clause as a sentence of its own, its verb second."""
        said = in_main_order(words, self.start, self.end)
        return f"{_text(words[slice(*self.about)])} {said}" if said else ""


def duty_clauses(words: Words, subs: Sequence[Sub]) -> Iterator[DutyClause]:
    """The clauses that may lay a duty on the one before them, in order."""
    for number, sub in enumerate(subs):
        about = _before(words, sub)
        if about is None:
            continue
        later = subs[number + 1 :]
        own = [one for one in later[:1] if _goes_with(words, sub, one)]
        end = own[0].end if own else sub.end
        inside = words[sub.start + 1 : end]
        timed = bool(times(words, sub.start + 1, sub.end)) or bool(own)
        duty = any(w.low in DUTY_VERBS for w in inside)
        if timed or duty or inside[0].low in GOING_ON:
            yield DutyClause(about, sub.start + 1, end, (sub, *own), timed)


def paid_in(words: Words, subs: Sequence[Sub]) -> Iterator[str]:
    """What clauses say of who pays for the thing before them, each as a sentence: «et
    gebyr, der afholdes af borgeren», «en kørestol, som kommunen betaler».
    """
    for sub in subs:
        about = _thing_before(words, sub)
        verb = next(
            (at for at in range(sub.start + 1, sub.end) if is_finite(words, at)), None
        )
        if about is None or verb is None:
            continue
        thing = _text(words[slice(*about)])
        if words[verb].passive in PAYING | BEARING and verb == sub.start + 1:
            yield f"{thing} {_text(words[verb : sub.end])}"
        who = phrase_end(words, sub.start + 1, verb)
        if words[verb].present in PAYING | BEARING - {"dele"} and who > sub.start + 1:
            payer, how = _text(words[sub.start + 1 : who]), _text(words[who:verb])
            yield f"{payer} betaler {how} {thing}"


def doings_in(words: Words, subs: Sequence[Sub]) -> Iterator[tuple[Span, Sub, str]]:
    """What clauses tell that people do, by the grammar of what is before them: «…
    forløbet, som giver lægen besked». Each with what is before it, and its words with
    the verb second.
    """
    for sub in subs:
        about = _before(words, sub)
        verbs = (at for at in range(sub.start + 1, sub.end) if is_finite(words, at))
        verb = next(verbs, None)
        if about is None or verb is None:
            continue

        if verb > sub.start + 1 and not _adverbials(words, sub.start + 1, verb, set()):
            continue
        inside = words[verb : sub.end]
        done = {
            word.present or word.low
            for word in inside
            if word.is_finite or word.infinitive
        }
        gives = done & GIVING and any(w.low in MESSAGES for w in inside)
        if done & (HUMAN | INFORMING) or gives:
            yield about, sub, in_main_order(words, sub.start + 1, sub.end)


def _thing_before(words: Words, sub: Sub) -> Span | None:
    """The noun phrase that a relative clause belongs to; None where none is."""
    end = sub.start - (words[sub.start - 1].low == ",")
    if words[sub.start].low not in RELATIVE or end < 1:
        return None

    starts = range(max(0, end - LONGEST), end)
    start = next((s for s in starts if phrase_end(words, s, end) == end), None)
    if start is None:
        return None

    articles = (s for s in range(start, end) if words[s].low in ARTICLES)
    return next(articles, start), end


def _goes_with(words: Words, sub: Sub, other: Sub) -> bool:
    """Whether a clause of time right after belongs to what the clause tells."""
    is_next = other.start - sub.end <= 1
    return is_next and other.conjunction in TIMELY and words[sub.end - 1].low != ","


def _before(words: Words, sub: Sub) -> Span | None:
    """Who is before the clause, named as one that is known; else None."""
    end = sub.start - 1
    if words[sub.start].low not in RELATIVE or end < 1 or words[end].low != ",":
        return None

    starts = range(max(0, end - LONGEST), end)
    start = next((s for s in starts if phrase_end(words, s, end) == end), None)
    if start is None or words[start].low in DETERMINERS - {"egen"}:
        return None

    head = words[end - 1]
    start = _both_before(words, sub, start)
    named = is_definite(head) or end - start > 1 or head.text[:1].isupper()
    return (start, end) if named else None


def _both_before(words: Words, sub: Sub, start: int) -> int:
    """Where two side by side begin that the clause says do it together."""
    inside = {word.low for word in words[sub.start : sub.end]}
    if start < 2 or words[start - 1].low not in COORDINATORS or not inside & TOGETHER:
        return start
    end = start - 1
    starts = range(max(0, end - LONGEST), end)
    return next((s for s in starts if phrase_end(words, s, end) == end), start)


def shared_in(words: Words, verb: int, subs: Sequence[Sub]) -> Iterator[str]:
    """How an expense is shared, as a sentence: «den deles, så regionen betaler …»."""
    for sub in subs if words[verb].passive in SHARING else ():
        thus = words[sub.start - 1].low in ("således", "sådan", "så")
        at = next(
            (at for at in range(sub.start, sub.end) if is_finite(words, at)), sub.end
        )
        pays = at < sub.end and words[at].present in PAYING | BEARING
        if pays and (sub.conjunction == "så" or (sub.conjunction == "at" and thus)):
            yield _text(words[sub.start + 1 : sub.end])


def in_main_order(words: Words, start: int, end: int) -> str:
    """A clause's words with each verb before the adverbials that stand before it; empty
    where another subject stands there.
    """
    inner = [s for s in subordinates(words, start) if s.end <= end]
    within = {at for s in inner for at in range(s.start, s.end)}
    said: list[Word] = []
    first = start

    for at in range(start, end):
        if at in within or not is_finite(words, at):
            continue
        moved = _adverbials(words, first, at, within)
        if moved is None and first == start:
            return ""
        said += [words[at], *words[first:at]] if moved else words[first : at + 1]
        first = _next_joint(words, at + 1, end, within)
        said += words[at + 1 : first]

    return _text([*said, *words[first:end]]) if said else ""


def _next_joint(words: Words, at: int, end: int, within: set[int]) -> int:
    """Past the next coordinator that a further verb comes after; else the end."""
    joints = [
        place
        for place in range(at, end)
        if place not in within and words[place].low in COORDINATORS
    ]

    for joint in joints:
        verbs = (v for v in range(joint + 1, end) if v not in within)
        verb = next((v for v in verbs if is_finite(words, v)), None)
        if verb is not None and _adverbials(words, joint + 1, verb, within) is not None:
            return joint + 1

    return end


def _adverbials(words: Words, start: int, end: int, within: set[int]) -> bool | None:
    """Whether adverbials stand there; None where something else does."""
    at = start
    timed = dict(times(words, start, end))

    while at < end:
        word = words[at]
        if at in timed:
            at = timed[at]
        elif at in within or word.is_sign or word.low in ADVERBS | GOING_ON:
            at += 1
        elif word.low in PREPOSITIONS and phrase_end(words, at + 1, end) > at + 1:
            at = phrase_end(words, at + 1, end)
        else:
            return None

    return end > start


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)
