"""An agreement asked about by its whole title: «Gælder <title> stadig?». The title may
hold words that ask, a year, or a subject of rows; none of them is then the question.
Pure.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from registry.language.danish import Token, stems_in, stems_of
from registry.search.cards.card import CardDocument


class Titled(NamedTuple):
    """The document whose title is named, and the words of the question around it."""

    document: CardDocument
    rest: tuple[Token, ...]


class Titles:
    """The titles of documents, to be found in questions."""

    def __init__(self, documents: Iterable[CardDocument]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], CardDocument]]] = {}
        for document in documents:
            title = stems_in(document.card.title)
            if title:
                self._by_first.setdefault(title[0], []).append((title, document))

    def find(self, words: Sequence[Token]) -> Titled | None:
        """The longest title whose words stand in the question side by side."""
        stems = stems_of(words)
        found = [
            (len(title), at, document)
            for at, word in enumerate(stems)
            for title, document in self._by_first.get(word, ())
            if stems[at : at + len(title)] == title
        ]
        if not found:
            return None

        length, at, document = max(found, key=lambda one: one[0])
        return Titled(document, (*words[:at], *words[at + length :]))
