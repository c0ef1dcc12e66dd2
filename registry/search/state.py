"""What questions are answered from at one state of the catalogue: its index, opened,
and the words that are known.
"""

import copy
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from registry.catalogue.snapshot import Snapshot
from registry.search.cards.documents import card_table
from registry.search.completions import completions
from registry.search.engine import Finder
from registry.search.lexicon import Lexicon
from registry.search.lexicons import lexicon_without_rows
from registry.search.profile import Profile
from registry.search.rowwords import row_words

# What a lexicon works out of the words of the corpus.
OF_CORPUS = ("known", "stems", "spelling")


@dataclass(frozen=True, eq=False)
class SearchState:
    """The index of a snapshot (`current`: all that is recorded), and its lexicon."""

    current: Snapshot
    stamp: str
    index: Finder
    lexicon: Lexicon

    def warm(self, profile: Profile) -> None:
        """Make what the first question would wait for."""
        row_words(self.current, self.lexicon.base, self.index, profile)
        card_table(self.current, self.lexicon)
        completions(self.current)
        # A word that is known so far is spelt as it is.
        self.lexicon.spelling.spelt("")


class Lexicons:
    """The lexicon of the newest vocabulary, which new words of the corpus do not
    change: it takes a second to make.
    """

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._made: tuple[object, Lexicon] | None = None

    def without_words(self, snapshot: Snapshot, basis: str) -> Lexicon:
        """By the vocabulary alone. `basis` tells one vocabulary from another."""
        places = [(place.slug, place.name) for place in snapshot.municipalities()]
        key = (basis, places)
        if self._made is None or self._made[0] != key:
            made = lexicon_without_rows(snapshot, {}, profile=self._profile)
            self._made = (key, made)
        return self._made[1]


def with_words(
    lexicon: Lexicon,
    words: Mapping[str, int],
    stems: Iterable[str],
    words_of_rows: Iterable[str] = (),
) -> Lexicon:
    """The lexicon with the words of a corpus in place of its own, the rest shared.
    `words_of_rows`: those that rows themselves say.
    """
    made = copy.copy(lexicon)
    for name in OF_CORPUS:
        made.__dict__.pop(name, None)
    made.words, made.corpus_stems = dict(words), frozenset(stems)
    made.words_of_rows = frozenset(words_of_rows)
    return made
