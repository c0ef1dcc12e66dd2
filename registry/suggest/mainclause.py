"""What the main clauses of a sentence say, verb by verb."""

from collections.abc import Sequence
from dataclasses import replace

from registry.suggest.asides import Asides
from registry.suggest.denial import Denials
from registry.suggest.finite import is_finite
from registry.suggest.joints import Joints
from registry.suggest.lexicon import (
    ADVERBS,
    ALWAYS,
    CONDITIONAL,
    CONJUNCTIONS,
    CONTINUING,
    COORDINATORS,
    FLOATING,
    FOCUSING,
    INTRANSITIVE,
    MANNER,
    MODALS,
    PICKING,
    PREPOSITIONS,
)
from registry.suggest.nouns import coordinated
from registry.suggest.predicate import FRAME, FRAME_WORDS, Predicate, Span
from registry.suggest.timing import times
from registry.suggest.words import Word

Words = Sequence[Word]
LONGEST_TIME = 12  # words of a time that stands before a subject
BEFORE_NOUNS = frozenset({"både", "enten", "hverken", "selv"})


class MainClauseReader:
    """Goes through the words of one sentence once, from its first finite verb on."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.asides = Asides(words)
        self.found: list[Predicate] = []
        self.joints = Joints(words, self.asides.sub_at)

    def predicates(self) -> list[Predicate]:
        """One for each verb of the main clauses; none where there is no verb."""
        start = 0
        while start < len(self.words):
            finite = self._next_finite(start)
            if finite is None:
                break
            start = self._clause(start, finite)
        return self.found

    def _next_finite(self, start: int) -> int | None:
        at = start
        while at < len(self.words):
            if at in self.asides.sub_at:
                at = self.asides.sub_at[at].end
            elif is_finite(self.words, at):
                return at
            else:
                at += 1

        return None

    def _clause(self, start: int, finite: int) -> int:
        """Read the clause that begins at `start`; where the next one begins."""
        before = self._trimmed(start, finite)
        subject, rest = self._subject(before, finite)
        adverbial = before if subject != before else None
        is_doubtful = any(
            sub.end == start and sub.conjunction in CONDITIONAL
            for sub in self.asides.subs
        )
        is_there = bool(before and self.words[before[0]].low == "der")
        if finite + 1 < len(self.words) and not is_there and subject is None:
            is_there = self.words[finite + 1].low == "der"

        if subject is None and (shared := self._shared(finite, adverbial)):
            return shared
        fronted_object = adverbial and self._is_phrase(adverbial)
        end = self._predicate(finite, rest, subject, adverbial)
        if fronted_object and subject is not None:
            self.found[-1].object, self.found[-1].before = adverbial, None

        self.found[-1].is_there = is_there
        self.found[-1].is_doubtful = bool(start) and is_doubtful
        while end < len(self.words) and (joined := self._same_subject(end)) is not None:
            end = self._predicate(joined, joined + 1, subject, adverbial, first=False)
        for one, other in zip(self.found[-2::-1], self.found[:0:-1], strict=True):
            self._share(one, other)

        return end

    def _share(self, one: Predicate, other: Predicate) -> None:
        """Two verbs side by side have one object: «vurderer og bevilger hjælpen»."""
        verb = self.words[one.verb]
        if INTRANSITIVE & {verb.low, verb.present}:
            return
        if one.said_at >= one.end and other.finite - one.end == 1:
            one.start, one.end, one.subs = other.start, other.end, other.subs

    def _shared(self, finite: int, adverbial: Span | None) -> int | None:
        """Two verbs before one subject: «kontakter og orienterer centret kommunen»."""
        words, second = self.words, finite + 2
        if second >= len(words) or words[finite + 1].low not in COORDINATORS:
            return None
        if not is_finite(words, second) or words[second].is_modal:
            return None
        subject = self._phrases(second + 1)
        if subject is None:
            return None

        end = self._predicate(second, subject[1], subject, adverbial)
        last = self.found.pop()
        self.found += [replace(last, finite=finite, verb=finite), last]
        return end

    def _trimmed(self, start: int, finite: int) -> Span | None:
        """What stands before the verb, less the sign or coordinator it begins with."""
        words = self.words
        while start < finite and (
            (words[start].is_sign and words[start].low not in '«"(')
            or words[start].low in COORDINATORS | CONTINUING | FOCUSING
        ):
            start += 1

        end = finite
        while end > start and words[end - 1].low == ",":
            end -= 1

        return (start, end) if start < end else None

    def _subject(self, before: Span | None, finite: int) -> tuple[Span | None, int]:
        """The subject's span, and where what is said goes on."""
        words = self.words
        after = self._phrases(finite + 1)
        if before and self._is_phrase(before):
            is_modal = words[finite].is_modal
            if after and is_modal and self.joints.has_infinitive(after[1]):
                return after, after[1]
            if words[before[0]].low == "der" and before[1] - before[0] == 1:
                return None, finite + 1
            return before, finite + 1

        # A point of a list may begin with its verb: then nobody is named.
        if after is None or (before is None and finite == 0):
            return None, finite + 1
        return after, after[1]

    def _phrases(self, start: int) -> Span | None:
        """The phrases side by side that begin at `start`, adverbs passed over."""
        ahead = min(start + LONGEST_TIME, len(self.words))
        timed = dict(times(self.words, start, ahead))

        at = start
        while at < len(self.words) and (
            at in timed or self.words[at].low in ADVERBS | FLOATING
        ):
            at = timed.get(at, at + 1)

        phrases = coordinated(self.words, at, len(self.words))
        if not phrases:
            return None

        end = phrases[-1][1]
        if end - at == 1 and self.words[at].low.endswith(MANNER):
            return self._phrases(end)
        comma = end < len(self.words) and self.words[end].low == ","
        if comma and self.words[at].low not in PICKING:
            return at, end
        return self.joints.with_relative((at, end))

    def _is_phrase(self, span: Span) -> bool:
        """Whether what stands before the verb is a noun phrase, and so its subject."""
        first = self.words[span[0]]
        said = tuple(word.low for word in self.words[slice(*span)])
        if said in ALWAYS or self._is_time(span):
            return False
        if first.low in PREPOSITIONS | {"ud", "som"} | (ADVERBS - BEFORE_NOUNS):
            return False

        return span[0] not in self.asides.sub_at and first.low not in CONJUNCTIONS

    def _is_time(self, span: Span) -> bool:
        """Whether it is only by when, and the subject comes after the verb: «Otte uger
        efter fødslen ringer kommunen».
        """
        verb = span[1] + (span[1] < len(self.words) and self.words[span[1]].is_sign)
        is_there = verb + 1 < len(self.words) and self.words[verb + 1].low == "der"
        if not is_there and self._phrases(verb + 1) is None:
            return False

        start, end = span
        # «Samme dag som …» has its own clause.
        last = next(
            (s for s in self.asides.subs if start < s.start and s.end == end), None
        )
        if last:
            end = last.start - (self.words[last.start - 1].low == ",")

        return times(self.words, start, end) == [(start, end)]

    def _predicate(
        self,
        finite: int,
        rest: int,
        subject: Span | None,
        before: Span | None,
        *,
        first: bool = True,
    ) -> int:
        """Add what is said from the verb on; where it ends."""
        word = self.words[finite]
        modal = word.low if word.low in MODALS else ""
        if not first and not (word.is_finite and is_finite(self.words, finite)):
            modal = self.found[-1].modal
        elif not modal and self._is_frame(rest):
            modal = FRAME
        is_open = bool(modal) and is_finite(self.words, finite)
        end = self._end(rest, modal, is_open=is_open)
        verb = self._verb(rest, end) if word.is_modal else finite

        passive = bool(self.words[verb].passive) and not self.words[verb].infinitive
        predicate = Predicate(
            finite, verb, rest, end, subject, before, modal, passive, first=first
        )
        predicate.subs = self.asides.subs_in((rest, end))
        predicate.before_subs = self.asides.subs_in(before)
        predicate.exceptions = self.asides.exceptions_in((rest, end), before)
        denied_from = finite if word.is_finite else rest - 1
        Denials(self.words, self.asides.places()).deny(
            predicate, denied_from, None if first else self.found[-1]
        )
        self.found.append(predicate)
        return end

    def _is_frame(self, start: int) -> bool:
        """Whether «at» with an infinitive follows: «har pligt til at»."""
        for at in range(start, min(start + FRAME_WORDS, len(self.words))):
            if self.words[at].is_sign or at in self.asides.sub_at:
                return False
            if self.words[at].low == "at":
                return True
        return False

    def _verb(self, start: int, end: int) -> int:
        """The infinitive after a modal; the modal itself where there is none."""
        at = start
        while at < end:
            if at in self.asides.sub_at:
                at = self.asides.sub_at[at].end
                continue

            word = self.words[at]
            if word.infinitive and self.joints.is_infinitive(at):
                return at
            if word.passive and is_finite(self.words, at):
                return at
            at += 1

        return start - 1

    def _end(self, start: int, modal: str, *, is_open: bool) -> int:
        """Where a predicate ends: before the next verb of the same or another subject.

        `is_open`: the modal's own infinitive is still to come.
        """
        at = start

        while at < len(self.words):
            if at in self.asides.past_exception:
                at = self.asides.past_exception[at]
                continue

            sub = self.asides.sub_at.get(at)
            if sub:
                if sub.conjunction in CONTINUING and self.words[at - 1].low == ",":
                    return self.asides.let_go(sub)
                at = sub.end
                continue

            word = self.words[at]
            joins = word.low in COORDINATORS or word.low in (",", "–")
            if word.low == ";" or (
                joins and self.joints.begins_another(at, "" if is_open else modal)
            ):
                return at
            if word.passive or (word.infinitive and self.joints.is_infinitive(at)):
                is_open = False
            at += 1

        return len(self.words)

    def _same_subject(self, at: int) -> int | None:
        if self.words[at].low == ";" or at in self.asides.sub_at:
            return None
        return self.joints.joined_verb(at, self.found[-1].modal)
