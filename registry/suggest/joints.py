"""Where in a sentence, at a coordinator or a comma, another verb begins."""

from collections.abc import Sequence

from registry.suggest.actors import EACH
from registry.suggest.clauses import Sub
from registry.suggest.finite import is_finite
from registry.suggest.lexicon import (
    ADVERBS,
    COORDINATORS,
    DETERMINERS,
    NOUN_LIKE,
    PREPOSITIONS,
    RELATIVE,
)
from registry.suggest.nouns import (
    coordinated,
    is_adjective,
    is_genitive,
    phrase_end,
    stands_alone,
)
from registry.suggest.predicate import Span
from registry.suggest.words import Word

Words = Sequence[Word]


class Joints:
    """Looks ahead in one sentence; `sub_at` are its subordinate clauses by place."""

    def __init__(self, words: Words, sub_at: dict[int, Sub]) -> None:
        self.words = words
        self._sub_at = sub_at

    def is_infinitive(self, at: int) -> bool:
        """Whether a form that may be an infinitive is one here, and no noun."""
        word = self.words[at]
        before = self.words[at - 1] if at else None
        if before is None:
            return True

        if is_genitive(before) or before.low in PREPOSITIONS:
            return False
        if word.low not in NOUN_LIKE:
            return True

        after = self.words[at + 1] if at + 1 < len(self.words) else None
        if stands_alone(self.words, at - 1):
            return True
        if is_adjective(before) or before.low in DETERMINERS:
            return False
        return before.low not in COORDINATORS or not (
            after is None or after.is_sign or after.low in PREPOSITIONS
        )

    def has_infinitive(self, start: int) -> bool:
        """Whether an infinitive follows before the clause ends."""
        for at in range(start, len(self.words)):
            word = self.words[at]
            if word.low in (",", ";") or at in self._sub_at:
                return False
            if word.infinitive or word.passive:
                return True
        return False

    def with_relative(self, span: Span) -> Span:
        """A phrase with the relative clause that belongs to it."""
        start, end = span
        words = self.words
        at = end + 1 if end < len(words) and words[end].low == "," else end
        sub = self._sub_at.get(at)
        if sub and sub.conjunction in RELATIVE | {"hvor"}:
            end = sub.end
            return start, end + (end < len(words) and words[end].low == ",")
        return span

    def begins_another(self, at: int, modal: str) -> bool:
        """Whether at a coordinator or comma another predicate begins."""
        return (
            self.joined_verb(at, modal) is not None
            or self.other_subject(at) is not None
        )

    def _past_joint(self, at: int) -> int:
        """Past the comma, the coordinator and the adverbs between two verbs."""
        words = self.words
        ahead = at

        while ahead < len(words) and (
            words[ahead].low in (",", "–") or words[ahead].low in COORDINATORS
        ):
            ahead += 1
        while ahead < len(words) and words[ahead].low in ADVERBS:
            ahead += 1

        return ahead

    def joined_verb(self, at: int, modal: str) -> int | None:
        """The verb of the same subject that begins at the joint, if one does."""
        ahead = self._past_joint(at)
        if ahead >= len(self.words) or ahead == at or self._is_both(at):
            return None
        if self._is_else(at):
            return None

        word = self.words[ahead]
        if ahead in self._sub_at and word.low != "at":
            return None
        if is_finite(self.words, ahead) and not (modal and word.passive):
            return ahead

        if not modal:
            return None
        # «og til at indhente»
        for small in (("til", "for"), ("at",)):
            if word.low in small and ahead + 1 < len(self.words):
                ahead, word = ahead + 1, self.words[ahead + 1]

        infinitive = word.infinitive and self.is_infinitive(ahead)
        return ahead if infinitive or (word.passive and modal) else None

    def _is_else(self, at: int) -> bool:
        """Whether it goes on with what is done otherwise, and by whom after the verb:
        «…, ellers stiller regionen …».
        """
        words = self.words
        said = [word.low for word in words[at : at + 2]]
        return said in ([",", "ellers"], [";", "ellers"]) and at + 2 < len(words)

    def other_subject(self, at: int) -> int | None:
        """Where the verb of another subject stands that begins at the joint."""
        words = self.words
        start = self._past_joint(at)
        if self._is_both(at):
            return None

        if self._is_else(at):
            return self._finite_at(at + 2)
        joined = words[at].low in COORDINATORS or (
            at + 1 < len(words) and words[at + 1].low in COORDINATORS
        )
        if not joined or start >= len(words):
            return None

        if sub := self._sub_at.get(start):  # «, men hvis …, sender kommunen»
            return self._finite_at(sub.end + 1)
        if words[start].low == "der":
            return self._finite_at(start + 1)
        return self._after_phrase(start)

    def _is_both(self, at: int) -> bool:
        """Whether it only joins two nouns: «til både borger og bestiller»."""
        said = [word.low for word in self.words[max(0, at - 4) : at]]
        place = said.index("både") if "både" in said else len(said)
        between = range(at - len(said) + place + 1, at)
        ends = at + 2 >= len(self.words) or self.words[at + 2].is_sign

        return (
            len(between) > 0
            and ends
            and not any(is_finite(self.words, i) for i in between)
        )

    def _finite_at(self, at: int) -> int | None:
        return at if at < len(self.words) and is_finite(self.words, at) else None

    def _after_phrase(self, start: int) -> int | None:
        """The verb after a subject or an adverbial: «og kommunen sender …»."""
        words = self.words
        phrases = coordinated(words, start, len(words))

        if phrases:
            ahead = self.with_relative((start, phrases[-1][1]))[1]
            if ahead - start == 1 and words[start].low in EACH and ahead < len(words):
                ahead = self._past_of(ahead)
            while ahead < len(words) and words[ahead].low in ADVERBS:
                ahead += 1
            return self._finite_at(ahead)

        return (
            self._after_adverbial(start) if words[start].low in PREPOSITIONS else None
        )

    def _past_of(self, at: int) -> int:
        """Past «af parterne» after «ingen» or «hver»."""
        words = self.words
        return phrase_end(words, at + 1, len(words)) if words[at].low == "af" else at

    def _after_adverbial(self, start: int) -> int | None:
        """The verb after a prepositional phrase: «og ved udskrivning sender …»."""
        for ahead in range(start + 1, len(self.words)):
            word = self.words[ahead]
            if word.is_sign or word.low in COORDINATORS or ahead in self._sub_at:
                return None
            if is_finite(self.words, ahead):
                return ahead
        return None
