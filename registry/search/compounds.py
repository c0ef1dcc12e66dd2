"""Danish compounds: the parts that a document's word is found by."""

from collections.abc import Set

from registry.language.danish import fold, stem
from registry.language.word_lists import HEADS
from registry.search.profile_matching import Analysis

DIGITS = "0123456789"
_HEADS = frozenset(fold(head) for head in HEADS)
_HEADS_LONGEST_FIRST = tuple(sorted(_HEADS, key=lambda head: (-len(head), head)))


class Compounds:
    """Takes words apart by the words that a catalogue names things by.

    Words of the corpus do not count: what a document is made of must not depend on
    others. `protected` are the stems that are never split.
    """

    def __init__(
        self, named: Set[str], protected: Set[str], analysis: Analysis
    ) -> None:
        self._words = _HEADS | named
        self._protected = protected
        self._shortest = analysis.shortest_part

    def parts(self, word: str) -> tuple[str, ...]:
        """The parts of a folded word, () for one that is no compound or that must stay
        whole.
        """
        if word[0].isalpha() and word[-1].isdigit():
            return (word.rstrip(DIGITS),)
        if (
            len(word) < 2 * self._shortest
            or not word.isalpha()
            or stem(word) in self._protected
        ):
            return ()

        return self._split_at_head(word) or self._segment(word)

    def _split_at_head(self, word: str) -> tuple[str, ...]:
        if not word.endswith(_HEADS_LONGEST_FIRST):
            return ()
        for head in _HEADS_LONGEST_FIRST:
            if word.endswith(head) and len(word) - len(head) >= self._shortest:
                return (unlinked(word[: -len(head)], self._words), head)
        return ()

    def _segment(self, word: str) -> tuple[str, ...]:
        """Two parts, one of them known, the first without its linking letter."""
        for at in range(len(word) - self._shortest, self._shortest - 1, -1):
            first, second = unlinked(word[:at], self._words), word[at:]
            if self._is_part(first) or self._is_part(second):
                return (first, second)
        return ()

    def _is_part(self, part: str) -> bool:
        return len(part) >= self._shortest and part in self._words


def unlinked(first: str, known: Set[str]) -> str:
    """The first part of a compound without its linking s or e, where it is known so."""
    if first not in known and first[-1:] in ("s", "e") and first[:-1] in known:
        return first[:-1]
    return first
