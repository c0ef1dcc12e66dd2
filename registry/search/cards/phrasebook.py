"""The names and the asking words of one kind of card, found in a question. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from registry.language.danish import Token, stems_in, stems_of, tokenize
from registry.language.shorthand import in_full
from registry.search.cards.card import CardDocument
from registry.search.cards.words import ASKERS, ASKING_WORDS, EXACTLY, Asking
from registry.search.lexicon import LIGHT


def _ways_to_say(name: str, title: str) -> set[tuple[str, ...]]:
    """The stems of a name as it is written, and with its clipped words in full, as a
    question is read: a place is the same whether it is «Kgs.» or «Kongens». A name of
    one word is itself: «SKU» is no «skulle». None of a name that is only small words,
    unless it is the title of the card: the English «ER» is every «er», and «snitflade»
    is what everybody here speaks of.
    """
    tokens = tokenize(name)
    if name != title and all(token.exact in LIGHT for token in tokens):
        return set()

    stems = stems_of(tokens)
    return {stems, stems_of(in_full(tokens))} if len(stems) > 1 else {stems}


class PhraseAt(NamedTuple):
    """A phrase of a card kind in a question, at words[first:last]."""

    first: int
    last: int
    asks: frozenset[Asking]
    names: tuple[str, ...]


class Phrasebook:
    """The names and asking words of one kind of card, by their stems; a few only as
    they are written.
    """

    def __init__(
        self, documents: Iterable[CardDocument], asking: Iterable[Asking]
    ) -> None:
        self._asks: dict[tuple[str, ...], set[Asking]] = {}
        self._names: dict[tuple[str, ...], list[str]] = {}
        documents = list(documents)

        for one in asking:
            for text in ASKING_WORDS[one]:
                self._asks.setdefault(stems_in(text, but=ASKERS), set()).add(one)
            for text in EXACTLY.get(one, ()):
                exact = tuple(f"={token.exact}" for token in tokenize(text))
                self._asks.setdefault(exact, set()).add(one)
        for document in documents:
            for name in document.names:
                for stems in _ways_to_say(name, document.card.title):
                    keys = self._names.setdefault(stems, [])
                    keys += [document.key] if document.key not in keys else []
        self._keep_titles(documents)

        # How many words the longest phrase has that begins with a stem, or a word as it
        # is written: most words of a question begin none.
        self._reach: dict[str, int] = {}
        for phrase in (*self._asks, *self._names):
            reach = max(len(phrase), self._reach.get(phrase[0], 0)) if phrase else 0
            self._reach.update({phrase[0]: reach} if phrase else {})

    def _keep_titles(self, documents: Iterable[CardDocument]) -> None:
        """The title of a card is no other name of another («rehabilitering»)."""
        own: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for document in documents:
            title = stems_in(document.card.title)
            if document.key in self._names.get(title, ()):
                own[title].append(document.key)
        self._names.update(own)

    def find(self, words: Sequence[Token]) -> list[PhraseAt]:
        """The phrases of a question: longest first, none over another; who asks may
        stand inside one.
        """
        places = [at for at, word in enumerate(words) if word.exact not in ASKERS]
        without_askers = [words[at] for at in places]

        phrases: list[PhraseAt] = []
        at = 0
        while at < len(without_askers):
            one = self._at(without_askers, at)
            if one:
                first, last = places[one.first], places[one.last - 1] + 1
                phrases.append(one._replace(first=first, last=last))
            at = one.last if one else at + 1

        return phrases

    def _at(self, words: Sequence[Token], at: int) -> PhraseAt | None:
        begins = (words[at].stem, f"={words[at].exact}")
        reach = max(self._reach.get(word, 0) for word in begins)

        for length in range(min(reach, len(words) - at), 0, -1):
            stems = tuple(word.stem for word in words[at : at + length])
            exact = tuple(f"={word.exact}" for word in words[at : at + length])
            asks = self._asks.get(stems, set()) | self._asks.get(exact, set())
            names = tuple(self._names.get(stems, ()))
            if asks or names:
                return PhraseAt(at, at + length, frozenset(asks), names)

        return None
