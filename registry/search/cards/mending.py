"""Slips in the words that cards know and rows do not: names of places, of hospitals, of
goals. Pure.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from registry.language.danish import Token, tokenize
from registry.search.cards.card import CardDocument
from registry.search.cards.words import ASKING_WORDS, EXACTLY
from registry.search.lexicon import Lexicon
from registry.search.spelling import Spelling


def texts_of(shelves: Iterable[Sequence[CardDocument]]) -> Iterator[str]:
    """All that cards are asked for by."""
    for document in chain.from_iterable(shelves):
        yield from (*document.names, document.about)
    for words in (*ASKING_WORDS.values(), *EXACTLY.values()):
        yield from words


class CardWords:
    """The words of the cards, and how a question may misspell them.

    A word that means something as it stands is never another one.
    """

    def __init__(self, texts: Iterable[str], lexicon: Lexicon) -> None:
        tokens = [token for text in texts for token in tokenize(text)]
        self._lexicon = lexicon
        self._stem_of = {token.exact: token.stem for token in tokens}
        self._stems = frozenset(self._stem_of.values())
        matching = lexicon.profile.matching
        words = self._stem_of.keys()
        self._spelling = Spelling(words, {}, words, matching)

    def hold(self, text: str) -> bool:
        """Whether some card is asked for by every word of the text."""
        return all(token.stem in self._stems for token in tokenize(text))

    def mended(self, words: Sequence[Token]) -> list[Token]:
        """The words, each unknown one as the card's word that it is near to."""
        return [word if self._is_known(word) else self._mend(word) for word in words]

    def _is_known(self, word: Token) -> bool:
        lexicon = self._lexicon
        is_plain = word.exact.isalpha() and not lexicon.says_little(word)
        return word.stem in self._stems or not is_plain or lexicon.knows(word)

    def _mend(self, word: Token) -> Token:
        """Its Danish letters first, then one slip of the finger, then the one word that
        it is the beginning of.
        """
        near = self._spelling.corrected(word)
        exact = self._spelling.spelt(word.exact) or (near.exact if near else None)
        begun = None if exact else self._spelling.begun(word)
        exact = begun.exact if begun else exact
        return word._replace(exact=exact, stem=self._stem_of[exact]) if exact else word
