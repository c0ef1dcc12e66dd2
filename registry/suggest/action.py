"""An action, and what the words of a predicate say of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from registry.suggest.dictionary import lemma
from registry.suggest.lexicon import ADVERBS, DETERMINERS, MODALS
from registry.suggest.names import base_of
from registry.suggest.nouns import is_adjective
from registry.suggest.predicate import Predicate, Span
from registry.suggest.roles import Roles
from registry.suggest.verbs import (
    DUTY_ADJECTIVES,
    RIGHT_ADJECTIVES,
)
from registry.suggest.who import Who
from registry.suggest.words import Word, is_verb

Words = Sequence[Word]
FURTHEST = 6  # words between a verb and the noun that gives it its meaning


@dataclass(frozen=True)
class Action:
    """What is done, by whom. `verb` is an infinitive, `start` where what is said of it
    goes on, `about` the span that the passive has as its subject, `less` a span that is
    told elsewhere.
    """

    kind: str
    who: Who
    verb: str
    start: int
    sure: bool = True
    about: Span | None = None
    less: Span | None = None


class ActionWords:
    """Reads the words of the predicates of one sentence."""

    def __init__(self, words: Words, roles: Roles) -> None:
        self.words = words
        self.roles = roles

    def verb_of(self, predicate: Predicate) -> str:
        """The infinitive of the verb with the meaning; empty where none is told."""
        word = self.words[predicate.verb]
        if word.is_modal:
            return ""
        if predicate.passive:
            return word.passive
        if predicate.verb == predicate.finite and word.present:
            return word.present
        return word.low if word.infinitive else word.present or word.passive

    def participle(self, predicate: Predicate) -> tuple[str, int]:
        """The infinitive of a participle after være, blive or have, and its place."""
        for at in range(predicate.verb + 1, predicate.end):
            low = self.words[at].low
            if low.endswith(("et", "t", "te", "ede")) and is_verb(base := lemma(low)):
                return base, at
            if low not in ADVERBS:
                break
        return "", predicate.verb

    def is_past(self, predicate: Predicate) -> bool:
        """Whether it tells of what was."""
        low = self.words[predicate.finite].low
        return MODALS.get(low) == "past" or low in ("var", "blev", "havde")

    def mode(self, predicate: Predicate) -> str:
        """duty, may or will after a modal; empty for the plain present."""
        return MODALS.get(predicate.modal, "")

    def kind(self, predicate: Predicate) -> str:
        """What the mode makes of it: a duty, a possibility, or nothing."""
        mode = self.mode(predicate)
        if mode == "will":
            return "duty" if self.roles.has_time(predicate) else ""
        return {"duty": "duty", "may": "possibility", "": "duty"}.get(mode, "")

    def noun_after(self, at: int, end: int) -> tuple[str, int]:
        """The base of the first noun or adjective after a verb, and its place."""
        for place in range(at, min(end, at + FURTHEST)):
            word = self.words[place]
            if word.low in ADVERBS | DETERMINERS | {"til", "det", "fulde", "en"}:
                continue
            base = base_of(word.low)
            if word.low.startswith("ansvarlig"):
                return "ansvarlig", place
            if is_adjective(word) and not _gives_meaning(word, base):
                continue
            return base, place
        return "", at

    def marked(self, start: int, end: int) -> int | None:
        """The infinitive after «at», adverbs between passed over."""
        for at in range(start, min(end, start + 4)):
            if self.words[at].low == "at":
                ahead = self.skip(at + 1, end)
                if ahead < end and (
                    self.words[ahead].infinitive or self.words[ahead].passive
                ):
                    return ahead
        return None

    def skip(self, at: int, end: int) -> int:
        """Past the adverbs from a place on."""
        while at < end and self.words[at].low in ADVERBS:
            at += 1
        return at

    def between(self, start: int, place: int) -> str:
        """The words from one place to another, both with, as they are written."""
        return " ".join(w.text for w in self.words[start : place + 1])

    def text(self, span: Span | None) -> str:
        """The words of a span in small letters; empty where there is none."""
        if span is None:
            return ""
        return " ".join(w.low for w in self.words[span[0] : span[1]])


def _gives_meaning(word: Word, base: str) -> bool:
    """Whether an adjective is what the verb has its meaning by."""
    liable = DUTY_ADJECTIVES | RIGHT_ADJECTIVES
    return base in liable or word.low.startswith("behandlingsansvarlig")
