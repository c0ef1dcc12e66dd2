"""The words of a row: what is to be done, when it holds, by when, and what is not."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from registry.suggest.action import Action
from registry.suggest.clauses import TIMELY, Sub, subordinates
from registry.suggest.lexicon import (
    ADVERBS,
    CONDITIONAL,
    CONJUNCTIONS,
    COORDINATORS,
)
from registry.suggest.names import base_of
from registry.suggest.predicate import Predicate, Span
from registry.suggest.suggestion import Suggestion
from registry.suggest.timing import times
from registry.suggest.verbs import DUTY_NOUNS, JOINING, SECURING
from registry.suggest.words import Word

Words = Sequence[Word]
LONGEST = 25
_REFERENCE = re.compile(r",?\s*\(?\bjf\.[^,;]*")
# Before these a comma is kept: «vurdere, om …».
CLAUSES = CONJUNCTIONS | {"at", "om"}
# Which day it is, a clause after it says: «samme dag, som …».
_DAYS = frozenset({"dag", "uge", "måned", "tidspunkt"})
_WHICH = frozenset({"som", "hvor", "da"})
# A clause after these says from when on.
_COUNTING = frozenset(
    {"efter", "før", "senest", "når", "fra", "inden", "straks", "umiddelbart"}
)


class TaskWords:
    """The action of one predicate in words. `times` are the spans that say by when."""

    def __init__(self, words: Words, predicate: Predicate, action: Action) -> None:
        self.words = words
        self.predicate = predicate
        self.action = action
        self.inner: list[Span] = []
        self.times = self._times()

    @property
    def text(self) -> str:
        """What is to be done, as an infinitive with what belongs to it."""
        about = self._about()
        rest = self._words_left(self.action.start, self.predicate.end)
        if self.action.kind in ("exception", "backwards"):
            return _short(self._arrangement(about, rest))
        parts = [self.action.verb, about, rest]
        text = " ".join(part for part in parts if part)
        return _short(_REFERENCE.sub("", text.replace(" ,", ",")).strip(" ,"))

    @property
    def deadline(self) -> str:
        """By when, as it stands; the first where several are said."""
        spans = self.times or self.inner
        return _text(self.words, *spans[0]) if spans else ""

    @property
    def excepted(self) -> str:
        """What is not so: the action itself, or for whom or what it does not hold."""
        if self.action.kind == "backwards":
            said = self._words_left(self.action.start, self.predicate.end)
            whom = said.removeprefix("for ")
            return whom or situation_of(self.words, self.predicate, self.times)

        if self.action.kind != "exception":
            span = self.predicate.subject or (self.predicate.finite,) * 2
            first = self.predicate.before or span
            start = min(span[0], first[0], self.predicate.finite)
            return _short(_text(self.words, start, self.predicate.end))

        rest = self._words_left(self.action.start, self.predicate.end)
        said = self._about() or rest.removeprefix("for ")
        return said or self.text

    @property
    def set_aside(self) -> str:
        """For whom or what a duty does not hold; empty where it holds for all."""
        said = (_text(self.words, *span) for _, span in self.predicate.exceptions)
        return "; ".join(text.removeprefix("for ") for text in said)

    def _arrangement(self, about: str, rest: str) -> str:
        """What there is an exception from, as an action: to use the arrangement."""
        subject = self.predicate.subject
        if about:
            arrangement = rest.removeprefix("omfattet ").removeprefix("af ")
        else:
            arrangement = _lowered(self.words, *subject) if subject else ""
        return f"anvende {arrangement or 'aftalen'}"

    def _about(self) -> str:
        span = self.action.about
        if span is None:
            return ""
        start, end = span
        while start + 1 < end and start in self.predicate.denying:
            start += 1
        return _lowered(self.words, start, end)

    def _times(self) -> list[Span]:
        """The predicate's own first, then what stands before the verb."""
        predicate = self.predicate
        spans = self._within(predicate.start, predicate.end, predicate.subs)
        if predicate.before:
            spans += self._within(*predicate.before, predicate.before_subs)

        verb = self.action.verb.split()[0]
        if not spans and (verb in SECURING or self._has_duty(verb)):
            for sub in predicate.subs:
                if sub.conjunction == "at":
                    inner = subordinates(self.words, sub.start + 1)
                    subs = [one for one in inner if one.end <= sub.end]
                    self.inner = self._within(sub.start, sub.end, subs)
        return spans

    def _has_duty(self, verb: str) -> bool:
        """Whether it is «have ansvaret for, at …», whose clause tells the duty."""
        head = self.words[self.predicate.start : self.predicate.end]
        return verb in ("have", "være") and any(
            base_of(word.low) in DUTY_NOUNS for word in head[:6]
        )

    def _within(self, start: int, end: int, subs: Sequence[Sub]) -> list[Span]:
        """The times of a stretch: those between its clauses, and clauses of time."""
        spans: list[Span] = []
        for stretch in _stretches(start, end, subs):
            spans += times(self.words, *stretch)
        spans = [_with_clause(span, subs, self.words) for span in spans]
        spans = [span for span in spans if not _is_bare(self.words, span)]

        return spans + [
            (sub.start, sub.end)
            for sub in subs
            if _is_timely(self.words, sub)
            and not _is_barred(self.predicate, sub)
            and not _within(sub, spans)
            and sub not in self.predicate.apart
        ]

    def _words_left(self, start: int, end: int) -> str:
        """The words from `start` on, less what other fields tell."""
        left_out = [*self.times, *([self.action.less] if self.action.less else [])]
        for first, last in (whole for whole, _ in self.predicate.exceptions):
            comma = first and self.words[first - 1].low == ","
            left_out.append((first - bool(comma), last))

        for sub in self.predicate.subs:
            is_apart = sub in self.predicate.apart
            is_timely = _is_timely(self.words, sub)
            if is_apart or is_timely or _is_condition(self.words, sub):
                # The comma before it goes with it.
                comma = sub.start and self.words[sub.start - 1].low == ","
                left_out.append((sub.start - bool(comma), sub.end))

        kept = [
            at
            for at in range(start, end)
            if not any(first <= at < last for first, last in left_out)
        ]

        kept = [at for at in kept if at not in self.predicate.denying]
        return _tidied([self.words[at] for at in kept])


def situation_of(words: Words, predicate: Predicate, timed: list[Span]) -> str:
    """When the row holds: what stands before the verb, and the conditions after it."""
    said = []
    before, aside = predicate.before, [whole for whole, _ in predicate.exceptions]
    elsewhere = [*timed, *aside]

    denies = before and set(range(*before)) <= predicate.denying
    in_other = before and any(s <= before[0] and before[1] <= e for s, e in elsewhere)
    if before and not denies and not in_other:
        text = _text(words, *before)
        light = ADVERBS | {"der", "det"}
        is_adverb = all(w.low in light or w.is_sign for w in words[slice(*before)])
        said += [] if is_adverb else [text]

    for sub in predicate.subs:
        is_condition = _is_condition(words, sub) or _is_barred(predicate, sub)
        if is_condition and not _within(sub, elsewhere):
            said.append(_text(words, sub.start, sub.end))
    return "; ".join(said)


def held_under(
    words: Words, predicate: Predicate, suggestions: Iterable[Suggestion]
) -> Iterator[Suggestion]:
    """What clauses tell, under the condition that stands before the sentence's verb."""
    timed = times(words, *predicate.before) if predicate.before else []
    said = situation_of(words, replace(predicate, subs=[]), timed)
    for one in suggestions:
        yield one if one.situation or not said else replace(one, situation=said)


def _is_timely(words: Words, sub: Sub) -> bool:
    if sub.conjunction == "så":
        return words[sub.start + 1].low in ("snart",)
    return sub.conjunction in TIMELY


def _is_condition(words: Words, sub: Sub) -> bool:
    """Whether a clause says for how long or if it holds."""
    so_long = sub.conjunction == "så" and words[sub.start + 1].low == "længe"
    return sub.conjunction in CONDITIONAL | {"indtil"} or so_long


def _is_barred(predicate: Predicate, sub: Sub) -> bool:
    """Whether a clause says until when it is not to be done, which is a condition: «må
    ikke opstartes, før prøven er svaret».
    """
    return predicate.negated and sub.conjunction in ("før", "inden")


def _with_clause(span: Span, subs: Sequence[Sub], words: Words) -> Span:
    """A time with the clause that it is counted from: «senest 3 dage efter, at …», «i
    god tid, inden …», «straks når …».
    """
    start, end = span
    ahead = end + (end < len(words) and words[end].low == ",")
    counts = words[end - 1].low in _COUNTING
    for sub in subs:
        if sub.start != ahead:
            continue
        counted = counts and sub.conjunction in ("at", "når", "så")
        which = words[end - 1].low in _DAYS and sub.conjunction in _WHICH
        if counted or which or _is_timely(words, sub):
            return start, sub.end

    return span


def _is_bare(words: Words, span: Span) -> bool:
    """Whether nothing is said of when: «senest» without its clause."""
    return span[1] - span[0] == 1 and words[span[0]].low == "senest"


def _within(sub: Sub, spans: Sequence[Span]) -> bool:
    return any(start <= sub.start and sub.end <= end for start, end in spans)


def _stretches(start: int, end: int, subs: Sequence[Sub]) -> list[Span]:
    """What lies between the clauses."""
    stretches = []
    for sub in subs:
        stretches.append((start, sub.start))
        start = sub.end
    return [*stretches, (start, end)]


def _tidied(kept: Sequence[Word], joining: frozenset[str] = JOINING) -> str:
    """The words in a row, without signs and adverbs that have lost their place."""
    words = list(kept)
    while words and (
        (words[-1].is_sign and words[-1].low not in ')»"%')
        or words[-1].low in COORDINATORS | {"også", "herunder", "lige"}
    ):
        words.pop()
    while words and (words[0].low in (";", ":") or words[0].low in joining):
        words.pop(0)
    if len(words) > 1 and words[0].low == "," and words[1].low not in CLAUSES:
        words.pop(0)

    text, before = "", None
    for word in words:
        if before and word.low == "," and before.low == ",":
            continue
        is_close = before is None or before.end == word.start
        is_close = is_close or (word.is_sign and word.low in ",.;:)!?»")
        text += ("" if is_close else " ") + word.text
        before = word

    return text


def _lowered(words: Words, start: int, end: int) -> str:
    text = _tidied(words[start:end])
    is_name = any(c.isupper() for c in words[start].text[1:])
    return text if is_name or start else text[:1].lower() + text[1:]


def _text(words: Words, start: int, end: int) -> str:
    """The words of a span as they stand."""
    return _tidied(words[start:end], joining=frozenset())


def _short(text: str) -> str:
    """At most so many words, cut where a clause begins if one does."""
    words = text.split()
    if len(words) <= LONGEST:
        return text
    for at in range(LONGEST - 1, 4, -1):
        if words[at - 1].endswith(","):
            return " ".join(words[:at]).rstrip(",")
    return " ".join(words[:LONGEST])
