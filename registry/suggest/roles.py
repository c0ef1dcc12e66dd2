"""Who else a predicate names: whom it tells, who helps, who does it in the passive."""

from collections.abc import Sequence

from registry.suggest.actors import EACH, Actors
from registry.suggest.clauses import subordinates
from registry.suggest.lexicon import ADVERBS, PICKING, RELATIVE
from registry.suggest.names import base_of
from registry.suggest.nouns import coordinated, is_initials, phrase_end
from registry.suggest.predicate import Predicate
from registry.suggest.timing import times
from registry.suggest.verbs import GIVING, INFORMING, INVOLVING, TOGETHER
from registry.suggest.who import Context, Who
from registry.suggest.words import Word

Words = Sequence[Word]
TOGETHER_BEGINS = frozenset(phrase[0] for phrase in TOGETHER)
# Through these somebody is reached.
LINES = ("telefon", "nummer", "linje", "postkasse", "mailboks", "indbakke")
BEFORE = frozenset({"forelægge", "fremlægge", "indbringe"})
_HALVES = frozenset({"både", "enten", "også", "såvel", "straks", "samtidig"})


class Roles:
    """Reads one sentence's other actors."""

    def __init__(self, words: Words, actors: Actors, context: Context) -> None:
        self.words = words
        self.actors = actors
        self.context = context

    def agent(self, predicate: Predicate) -> Who:
        """Who does what is told in the passive: «af egen læge»."""
        return self._agent(predicate)[0]

    def agent_span(self, predicate: Predicate) -> tuple[int, int] | None:
        """Where the passive's agent stands, its «af» with it."""
        return self._agent(predicate)[1]

    def _agent(self, predicate: Predicate) -> tuple[Who, tuple[int, int] | None]:
        for at in self._own(predicate):
            if self.words[at].low != "af":
                continue
            who = self._at(at + 1, predicate.end)
            if who.is_someone:
                return self._with_more(who, at, predicate.end)
        return Who(), None

    def _with_more(
        self, who: Who, start: int, stop: int
    ) -> tuple[Who, tuple[int, int]]:
        """Further agents right after the first: «af egen læge, af PPR og af BUC»."""
        end = self._agent_end(start, stop)
        keys, asked = list(who.keys), [who.asked] if who.asked else []

        while (after := self._next_agent(end, stop)) is not None:
            more = self._at(after + 1, stop)
            if not more.is_someone:
                more = Who(asked=self.words[after + 1].text, sure=False)
            keys += [key for key in more.keys if key not in keys]
            asked += [more.asked] if more.asked else []
            end = self._agent_end(after, stop)
            who = Who(tuple(keys), "; ".join(asked), who.sure and more.sure)

        return who, (start, end)

    def _agent_end(self, at: int, stop: int) -> int:
        if clause := self._headless(at + 1):
            return clause

        start = at + 3 if self._is_each(at + 1, stop) else at + 1
        end = coordinated(self.words, start, stop)[-1][1]
        is_picked = self.words[start].low in PICKING and end < stop
        return self._picked(end) if is_picked else end

    def _is_each(self, at: int, stop: int) -> bool:
        """Whether «hver af» stands there, before whom it is of."""
        words = self.words
        return at + 2 < stop and words[at].low in EACH and words[at + 1].low == "af"

    def _next_agent(self, at: int, stop: int) -> int | None:
        """Where the next «af» with somebody stands, a comma or «og» between."""
        joins = at + 2 < stop and self.words[at].low in (",", "og", "eller", "samt")
        if not joins or self.words[at + 1].low != "af":
            return None
        known = self._at(at + 2, stop).is_someone or is_initials(self.words[at + 2])
        return at + 1 if known else None

    def someone_at(self, start: int, end: int) -> Who:
        """Whom the phrases name that begin at `start`."""
        return self._at(start, end)

    def object_of(self, predicate: Predicate) -> Who:
        """Whom the first phrase after the verb names."""
        return self._object(max(predicate.start, predicate.verb + 1), predicate.end)

    def object_span(self, predicate: Predicate) -> tuple[int, int] | None:
        """Where the first phrase after the verb stands; None where none does."""
        start = self._past_light(
            max(predicate.start, predicate.verb + 1), predicate.end
        )
        phrases = coordinated(self.words, start, predicate.end)
        return (start, phrases[-1][1]) if phrases else None

    def owner(self, start: int, end: int) -> Who:
        """Whose the head of a phrase is."""
        return self.actors.owner_in(self.words, start, end, self.context)

    def is_thing(self, span: tuple[int, int]) -> bool:
        """Whether a subject names something, and neither someone nor «det»."""
        if self.words[span[0]].low in ("det", "dette") and span[1] - span[0] == 1:
            return False
        return not self.actors.of_span(self.words, span, self.context).is_someone

    def has_time(self, predicate: Predicate) -> bool:
        """Whether the predicate says by when."""
        return bool(times(self.words, predicate.start, predicate.end)) or bool(
            predicate.before and times(self.words, *predicate.before)
        )

    def after(self, predicate: Predicate, prepositions: frozenset[str]) -> Who:
        """Whom the last phrase with one of the prepositions names."""
        return self.placed(predicate, prepositions)[0]

    def placed(
        self, predicate: Predicate, prepositions: frozenset[str]
    ) -> tuple[Who, tuple[int, int] | None]:
        """Whom the last phrase with one of the prepositions names, and where."""
        last, place = Who(), None

        for at in self._own(predicate):
            if self.words[at].low in prepositions:
                who = self._at(at + 1, predicate.end)
                if who.is_someone:
                    last = who
                    phrases = coordinated(self.words, at + 1, predicate.end)
                    place = at, phrases[-1][1]

        return last, place

    def informed(
        self, predicate: Predicate, verb: str, start: int = 0
    ) -> tuple[str, ...]:
        """Who is told, called or sent to, from `start` on."""
        keys: list[str] = []
        for at in self._own(predicate):
            low = self.words[at].low
            for_someone = low == "for" and self.words[at - 1].low == "over"
            for_someone = for_someone or (low == "for" and verb in BEFORE)
            if for_someone or (low in ("til", "hos") and self._goes_to(at, verb)):
                keys += self._reached(at + 1, predicate.end).keys

        # Who is sent to somebody is not sent to.
        if verb in INFORMING or (verb in GIVING and not keys):
            start = max(predicate.said_at, start)
            keys = [*self._object(start, predicate.end).keys, *keys]

        return tuple(dict.fromkeys(keys))

    def _reached(self, start: int, end: int) -> Who:
        """Whom a phrase names, or whose telephone or mailbox it is."""
        who = self._at(start, end)
        last = phrase_end(self.words, start, end)
        if who.is_someone or last == start:
            return who
        is_line = base_of(self.words[last - 1].low).endswith(LINES)
        return self.owner(start, last) if is_line else who

    def contributes(self, predicate: Predicate, verb: str) -> tuple[str, ...]:
        """Who does it with them."""
        keys: list[str] = []
        spans = [predicate.before, predicate.subject, (predicate.start, predicate.end)]
        for span in spans:
            if span:
                keys += self._together(*span)

        if verb in INVOLVING:
            start = max(predicate.start, predicate.verb + 1)
            keys += self._object(start, predicate.end).keys

        return tuple(dict.fromkeys(keys))

    def _goes_to(self, at: int, verb: str) -> bool:
        """Whether «til» here names who gets what is sent or said."""
        before = self.words[at - 1]
        messages = ("besked", "meddelelse", "tilbagemelding", "melding", "underretning")
        return verb in GIVING or before.low in messages

    def _together(self, start: int, end: int) -> list[str]:
        keys: list[str] = []

        for at in range(start, end):
            if self.words[at].low not in TOGETHER_BEGINS:
                continue
            for phrase in TOGETHER:
                last = at + len(phrase)
                if tuple(w.low for w in self.words[at:last]) == phrase:
                    keys += self._at(last, end).keys

        return keys

    def _object(self, start: int, end: int) -> Who:
        """Whom the first phrase after the verb names, adverbs and times passed over."""
        return self._at(self._past_light(start, end), end)

    def _past_light(self, start: int, end: int) -> int:
        timed = dict(times(self.words, start, end))
        at = start
        while at < end and (
            at in timed or self.words[at].low in ADVERBS | _HALVES | {"sig"}
        ):
            at = timed.get(at, at + 1)
        return at

    def _at(self, start: int, end: int) -> Who:
        while start < end and self.words[start].low in _HALVES:
            start += 1

        if clause := self._headless(start):
            who = self.actors.of_span(self.words, (start, clause), self.context)
            said = " ".join(w.text for w in self.words[start:clause] if not w.is_sign)
            return who if who.is_someone else Who(asked=said, sure=False)

        if self._is_each(start, end):
            start += 2
        phrases = coordinated(self.words, start, end)
        if not phrases:
            return Who()

        last = phrases[-1][1]
        if self.words[start].low in PICKING:
            last = self._picked(last)
        whole = self.actors.of_span(self.words, (start, last), self.context)
        if whole.is_someone:
            return whole
        first = phrase_end(self.words, start, end)
        return self.actors.of_span(self.words, (start, first), self.context)

    def _picked(self, end: int) -> int:
        """Past the clause that says which one: «af den part, der har bestilt den»."""
        clause = end + (end < len(self.words) and self.words[end].low == ",")
        ends = (
            sub.end
            for sub in subordinates(self.words)
            if sub.start == clause and sub.conjunction in RELATIVE
        )
        return next(ends, end)

    def _headless(self, at: int) -> int:
        """Where «den, der …» ends that begins at `at`; 0 where none does."""
        words = self.words
        if at + 1 >= len(words) or words[at].low not in ("den", "dem", "de"):
            return 0
        clause = at + 1 + (words[at + 1].low == ",")
        for sub in subordinates(words):
            if sub.start == clause and sub.conjunction in RELATIVE:
                return sub.end
        return 0

    def _own(self, predicate: Predicate) -> list[int]:
        """The predicate's places less those of its clauses."""
        inside = {p for sub in predicate.subs for p in range(sub.start, sub.end)}
        return [at for at in range(predicate.start, predicate.end) if at not in inside]
