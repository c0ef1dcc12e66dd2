"""The words of a row: what is to be done, when it holds, by when, and what is not."""

import re
from collections.abc import Sequence

from registry.suggest.act import Act
from registry.suggest.clauses import Sub
from registry.suggest.lexicon import (
    ADVERBS,
    CONDITIONAL,
    CONJUNCTIONS,
    COORDINATORS,
    NEGATIONS,
)
from registry.suggest.predicate import Predicate, Span
from registry.suggest.timing import times
from registry.suggest.verbs import JOINING, SECURING
from registry.suggest.words import Word

Words = Sequence[Word]
LONGEST = 25
_REFERENCE = re.compile(r",?\s*\(?\bjf\.[^,;]*")
# Before these a comma is kept: «vurdere, om …».
CLAUSES = CONJUNCTIONS | {"at", "om"}
_TIMELY = frozenset({"inden", "før", "efter"})
_ONLY_SO = ("i", "de", "tilfælde")


class Task:
    """The act of one predicate in words. `times` are the spans that say by when."""

    def __init__(self, words: Words, predicate: Predicate, act: Act) -> None:
        self.words = words
        self.predicate = predicate
        self.act = act
        self.inner: list[Span] = []
        self.times = self._times()

    @property
    def text(self) -> str:
        """What is to be done, as an infinitive with what belongs to it."""
        about = self._about()
        rest = self._told(self.act.start, self.predicate.end)
        if self.act.kind in ("exception", "backwards"):
            return _short(self._scheme(about, rest))
        parts = [self.act.verb, about, rest]
        text = " ".join(part for part in parts if part)
        return _short(_REFERENCE.sub("", text.replace(" ,", ",")).strip(" ,"))

    @property
    def deadline(self) -> str:
        """By when, as it stands; the first where several are said."""
        found = self.times or self.inner
        return _text(self.words, *found[0]) if found else ""

    @property
    def excepted(self) -> str:
        """What is not so: the act itself, or for whom or what it does not hold."""
        if self.act.kind == "backwards":
            said = self._told(self.act.start, self.predicate.end)
            whom = said.removeprefix("for ")
            return whom or situation_of(self.words, self.predicate, self.times)
        if self.act.kind != "exception":
            span = self.predicate.subject or (self.predicate.finite,) * 2
            first = self.predicate.before or span
            start = min(span[0], first[0], self.predicate.finite)
            return _short(_text(self.words, start, self.predicate.end))
        rest = self._told(self.act.start, self.predicate.end)
        said = self._about() or rest.removeprefix("for ")
        return said or self.text

    @property
    def set_aside(self) -> str:
        """For whom or what a duty does not hold; empty where it holds for all."""
        said = (_text(self.words, *span) for _, span in self.predicate.exceptions)
        return "; ".join(text.removeprefix("for ") for text in said)

    def _scheme(self, about: str, rest: str) -> str:
        """What there is an exception from, as an act: to use the scheme."""
        subject = self.predicate.subject
        if about:
            scheme = rest.removeprefix("omfattet ").removeprefix("af ")
        else:
            scheme = _lowered(self.words, *subject) if subject else ""
        return f"anvende {scheme or 'aftalen'}"

    def _about(self) -> str:
        span = self.act.about
        return _lowered(self.words, *span) if span else ""

    def _times(self) -> list[Span]:
        """The predicate's own first, then what stands before the verb."""
        predicate = self.predicate
        found = []
        for start, end in _stretches(predicate.start, predicate.end, predicate.subs):
            found += times(self.words, start, end)
        found = [_with_clause(span, predicate.subs, self.words) for span in found]
        if predicate.before and not _begins_clause(self.words, predicate):
            found += times(self.words, *predicate.before)
        found += [
            (sub.start, sub.end)
            for sub in predicate.subs
            if _is_timely(self.words, sub) and not _within(sub, found)
        ]
        if not found and self.act.verb.split()[0] in SECURING:
            for sub in predicate.subs:
                if sub.conjunction == "at":
                    self.inner = times(self.words, sub.start, sub.end)
        return found

    def _told(self, start: int, end: int) -> str:
        """The words from `start` on, less what other fields tell."""
        left_out = [*self.times, *([self.act.less] if self.act.less else [])]
        for first, last in (whole for whole, _ in self.predicate.exceptions):
            comma = first and self.words[first - 1].low == ","
            left_out.append((first - bool(comma), last))
        for sub in self.predicate.subs:
            if sub.conjunction in CONDITIONAL or _is_timely(self.words, sub):
                # The comma before it goes with it.
                comma = sub.start and self.words[sub.start - 1].low == ","
                left_out.append((sub.start - bool(comma), sub.end))
        kept = [
            at
            for at in range(start, end)
            if not any(first <= at < last for first, last in left_out)
        ]
        if self.predicate.negated:
            kept = [at for at in kept if self.words[at].low not in NEGATIONS]
        return _tidied([self.words[at] for at in kept])


def situation_of(words: Words, predicate: Predicate, timed: list[Span]) -> str:
    """When the row holds: what stands before the verb, and the conditions after it."""
    said = []
    before, aside = predicate.before, [whole for whole, _ in predicate.exceptions]
    elsewhere = [*timed, *aside]
    if before and not any(s <= before[0] and before[1] <= e for s, e in elsewhere):
        text = _text(words, *before)
        light = ADVERBS | {"der", "det"}
        is_adverb = all(w.low in light or w.is_sign for w in words[slice(*before)])
        said += [] if is_adverb else [text]
    for sub in predicate.subs:
        if sub.conjunction in CONDITIONAL and not _within(sub, elsewhere):
            said.append(_text(words, sub.start, sub.end))
    return "; ".join(said)


def _begins_clause(words: Words, predicate: Predicate) -> bool:
    """Whether what stands before the verb is a clause: its times are its own."""
    assert predicate.before is not None
    return words[predicate.before[0]].low in CONDITIONAL


def _is_timely(words: Words, sub: Sub) -> bool:
    if sub.conjunction == "så":
        return words[sub.start + 1].low in ("snart",)
    return sub.conjunction in _TIMELY


def _with_clause(span: Span, subs: Sequence[Sub], words: Words) -> Span:
    """A time with the clause that it is counted from: «senest 3 dage efter, at …»."""
    start, end = span
    ahead = end + (end < len(words) and words[end].low == ",")
    counts = words[end - 1].low in ("efter", "før", "senest", "når", "fra", "inden")
    for sub in subs:
        if sub.start == ahead and counts and sub.conjunction in ("at", "når", "så"):
            return start, sub.end
    return span


def _within(sub: Sub, spans: Sequence[Span]) -> bool:
    return any(start <= sub.start and sub.end <= end for start, end in spans)


def _stretches(start: int, end: int, subs: Sequence[Sub]) -> list[Span]:
    """What lies between the clauses."""
    found = []
    for sub in subs:
        found.append((start, sub.start))
        start = sub.end
    return [*found, (start, end)]


def _tidied(kept: Sequence[Word], joining: frozenset[str] = JOINING) -> str:
    """The words in a row, without signs and adverbs that have lost their place."""
    words = list(kept)
    while words and (
        (words[-1].is_sign and words[-1].low not in ')»"%')
        or words[-1].low in COORDINATORS | {"også", "herunder"}
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
        if (
            before is None
            or before.end == word.start
            or (word.is_sign and word.low in ",.;:)!?»")
        ):
            gap = ""
        else:
            gap = " "
        text += gap + word.text
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
