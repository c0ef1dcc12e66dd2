"""What denies a verb, and where it stands: «ikke», «på ingen måde», «intet gebyr»."""

from collections.abc import Iterator, Sequence

from registry.suggest.lexicon import NEGATIONS, NONE, NOT_DENIED
from registry.suggest.predicate import Predicate
from registry.suggest.words import Word

Words = Sequence[Word]
DENYING = NEGATIONS | NONE
# Phrases that deny as a whole.
WAYS = frozenset(
    tuple(said.split())
    for said in (
        *("på ingen måde", "på intet tidspunkt", "under ingen omstændigheder"),
        *("i intet tilfælde", "i ingen tilfælde", "ingen steder", "intet sted"),
        *("heller ikke", "ingen af"),
    )
)
LONGEST_WAY = 3
# What is not always or not for all so says nothing of when and of whom it is.
NOT_ALL = frozenset({"altid", "nødvendigvis", "alle", "hver", "enhver"})
# After these what is denied does not go on.
TURNING = frozenset({"men", "derimod", "stedet"})
WITHOUT = ("uden", "at")
EITHER = frozenset({"eller", "og/eller"})


class Denials:
    """Finds what denies the predicates of one sentence; `aside` are the places whose
    words deny something else.
    """

    def __init__(self, words: Words, aside: frozenset[int]) -> None:
        self.words = words
        self.aside = aside

    def deny(self, predicate: Predicate, start: int, before: Predicate | None) -> None:
        """Set on the predicate what denies it, from its verb, at `start`, on and before
        it, where `before` is of the same subject, what denies that one too, and
        whether anything at all is denied in the clause.
        """
        places = set(self._places(start, predicate.end))
        if predicate.first and predicate.subject:
            first, last = predicate.subject
            if self.words[first].low in DENYING:
                places |= self._phrase_at(first)
            # In a clause it stands before the verb: «at hospitalet ikke varsler».
            places |= set(self._places(last - 1, predicate.finite))
        if predicate.first and (fronted := self._fronted(predicate)):
            places |= fronted

        predicate.denying = frozenset(places)
        shared = before is not None and self._goes_on(predicate, before)
        predicate.negated = bool(places) or shared
        predicate.is_touched = predicate.negated or self._touches(predicate)

    def _places(self, start: int, stop: int) -> Iterator[int]:
        depth = 0
        for at in range(start, min(stop, len(self.words))):
            low = self.words[at].low
            depth += (low == "(") - (low == ")")
            if low not in DENYING or at in self.aside or depth > 0:
                continue
            after = self.words[at + 1].low if at + 1 < len(self.words) else ""
            if after in NOT_DENIED or (low in NONE and after in ("andre", "anden")):
                continue
            if self._is_of_another(start, at):
                continue
            yield from self._phrase_at(at)

    def _is_of_another(self, start: int, at: int) -> bool:
        """Whether only what stands beside it is denied, and not the verb: «af regionen
        og ikke af kommunen», «regionen betaler, kommunen ikke».
        """
        if at > start + 1 and self.words[at - 1].low == "og":
            return True
        is_last = all(word.is_sign for word in self.words[at + 1 :])
        own = (self.words[i].low for i in range(start, at) if i not in self.aside)
        return is_last and self.words[at].low == "ikke" and "," in own

    def _phrase_at(self, at: int) -> frozenset[int]:
        """The places of the phrase that denies around a word; else its own."""
        for length in range(LONGEST_WAY, 1, -1):
            for start in range(max(at - length + 1, 0), at + 1):
                span = range(start, min(start + length, len(self.words)))
                if tuple(self.words[place].low for place in span) in WAYS:
                    return frozenset(span)
        return frozenset({at})

    def _fronted(self, predicate: Predicate) -> frozenset[int]:
        """«Aldrig må …», «under ingen omstændigheder skal …»."""
        if predicate.before is None:
            return frozenset()
        start, end = predicate.before
        denying = next(
            (at for at in range(start, end) if self.words[at].low in DENYING), None
        )
        places = frozenset() if denying is None else self._phrase_at(denying)
        return places if places == frozenset(range(start, end)) else frozenset()

    def _goes_on(self, predicate: Predicate, before: Predicate) -> bool:
        """Whether a further verb shares what denies the one before it: «må ikke varsle
        eller kontakte», «hverken varsler eller kontakter»; not after «men».
        """
        joint = {word.low for word in self.words[before.end : predicate.finite]}
        if not before.negated or joint & TURNING:
            return False
        word = self.words[predicate.finite]
        is_bare = word.infinitive and not word.is_modal
        is_neither = any(self.words[at].low == "hverken" for at in before.denying)
        return bool(is_bare or is_neither or joint & EITHER)

    def _touches(self, predicate: Predicate) -> bool:
        """Whether anything in the clause is denied, whatever it is: a person then
        reads it, since a denial read wrong makes a duty of its opposite.
        """
        spans = [span for span in (predicate.before, predicate.subject) if span]
        spans.append((predicate.finite, predicate.end))
        return any(self._denies_at(at) for span in spans for at in range(*span))

    def _denies_at(self, at: int) -> bool:
        low = self.words[at].low
        after = self.words[at + 1].low if at + 1 < len(self.words) else ""
        is_denying = low in DENYING and at not in self.aside
        return (is_denying and after not in NOT_DENIED) or (low, after) == WITHOUT


def tells_no_more(words: Words, predicate: Predicate) -> bool:
    """Whether a clause only says that something is not always so, or of whom it is not:
    «ikke altid», «ikke hospitalet, men kommunen …». Who is to do what is then untold.
    """
    limited = any(
        at + 1 < len(words) and words[at + 1].low in NOT_ALL for at in predicate.denying
    )
    before = predicate.before
    if limited or before is None or words[before[0]].low not in DENYING:
        return limited

    is_time = before[0] + 1 < before[1] and words[before[0] + 1].low == "senere"
    return before[0] not in predicate.denying and not is_time
