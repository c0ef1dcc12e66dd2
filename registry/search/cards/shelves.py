"""Where the documents of one kind of card stand, and the words that find them."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from registry.language.danish import tokenize
from registry.search.cards.card import AREA, CardDocument
from registry.search.cards.card_question import stems_and_parts, terms_in
from registry.search.lexicon import Lexicon


class Shelf:
    """The documents of one kind, and how the words of a lexicon find them."""

    def __init__(self, documents: Sequence[CardDocument], lexicon: Lexicon) -> None:
        self.documents = {document.key: document for document in documents}
        self._lexicon = lexicon

    @cached_property
    def about(self) -> Mapping[str, frozenset[str]]:
        """The stems of what each document is about, and the terms it names."""
        return {
            key: self._held(document.about) for key, document in self.documents.items()
        }

    @cached_property
    def areas(self) -> frozenset[str]:
        """What the planning areas are called, in folded words without that word."""
        return frozenset(
            tokenize(one.card.title)[-1].exact
            for one in self.documents.values()
            if one.sort == AREA
        )

    @cached_property
    def besides(self) -> Mapping[str, frozenset[str]]:
        """The stems of all that is said of each."""
        return {
            key: self.about[key] | self._held(document.besides)
            for key, document in self.documents.items()
        }

    def _held(self, text: str) -> frozenset[str]:
        return stems_and_parts(text, self._lexicon) | terms_in(text, self._lexicon)
