"""The kinds of cards: a table, and the one call that answers with cards.

A row of the table names what a kind's documents are, what asks for them, and the rule
that chooses among them; the page of a card stands in its document.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from registry.language.danish import Token, tokenize
from registry.language.shorthand import in_full
from registry.search.cards import (
    choosing,
    of_agreements,
    of_contacts,
    of_goals,
    of_terms,
)
from registry.search.cards.card import Card, CardDocument
from registry.search.cards.card_question import (
    CardQuestion,
    read,
    with_lengths,
)
from registry.search.cards.mending import CardWords, texts_of
from registry.search.cards.of_titles import Titles
from registry.search.cards.phrasebook import Phrasebook
from registry.search.cards.shelves import Shelf
from registry.search.cards.side_by_side import difference
from registry.search.cards.turned import turned
from registry.search.cards.words import LABELS_OF, Asking
from registry.search.lexicon import Lexicon

# What every kind hears, to know what it must not answer.
HEARD_BY_ALL = frozenset({Asking.DUTY, Asking.MUST})


# The kinds whose cards are asked for by a whole title, and what is asked of them so.
TITLED = {
    "health-agreement": choosing.OF_HEALTH_AGREEMENT,
    "agreement": of_agreements.OF_AGREEMENT,
}


class CardKind(NamedTuple):
    """One kind of card.

    `documents` names the shelf that its documents stand on; `asking` what asks for it;
    `choose` is its rule. `beside`: asked so, it stands above the rows, and does not
    replace them, unless `instead` is asked as well; `always_beside`: however it is
    asked. `must`: what «skal» asks for no
    duty beside («hvornår skal aftalen revideres»).
    """

    key: str
    label: str
    documents: str
    asking: frozenset[Asking]
    choose: Callable[[Shelf, CardQuestion], Sequence[Card]]
    beside: frozenset[Asking] = frozenset()
    must: frozenset[Asking] = frozenset()
    instead: frozenset[Asking] = frozenset()
    always_beside: bool = False


@dataclass(frozen=True)
class Cards:
    """The cards that answer a question, and whether they do so in place of rows."""

    shown: tuple[Card, ...] = ()
    replace_rows: bool = False


class CardTable:
    """All the cards of a catalogue at a moment, ready to be asked for."""

    def __init__(
        self, documents: Mapping[str, Sequence[CardDocument]], lexicon: Lexicon
    ) -> None:
        self._lexicon = lexicon
        self._shelves = {name: Shelf(some, lexicon) for name, some in documents.items()}
        self._words = CardWords(texts_of(documents.values()), lexicon)

        self._books = [
            Phrasebook(
                self._shelves[kind.documents].documents.values(),
                kind.asking | HEARD_BY_ALL,
            )
            for kind in CARD_KINDS
        ]
        self._titles = Titles(one for n in TITLED for one in documents.get(n, ()))

    def ask(self, text: str, understood: Sequence[Token] = ()) -> Cards:
        """The cards that a question asks for: of an agreement that it names by its
        whole title; else as it is written, else as the search understood its words.
        """
        titled = self._titled(text)
        if titled.shown:
            return titled

        written = self._words.mended(in_full(tokenize(turned(text))))
        cards = self._ask(written)
        if cards.shown:
            return cards
        read = self._words.mended(with_lengths(understood))
        alike = [word.exact for word in read] == [word.exact for word in written]
        return cards if alike else self._ask(read)

    def lacking(self, text: str, held: Collection[str] = ()) -> Cards:
        """The card that tells that there is no agreement about what the question asks
        an agreement about; none where there is one, or it asks otherwise, or the rows
        have all of its words: `held` are those that they have.
        """
        words = self._words.mended(tokenize(text))
        at, kind = _place_of("agreement")
        shelf = self._shelves[kind.documents]
        asked = read(words, self._books[at], shelf.documents, self._lexicon)
        presumed = of_agreements.presumes_agreement(asked) and not _is_of_duty(
            asked, kind
        )
        none = shelf.documents.get(of_agreements.NO_AGREEMENT)
        if not presumed or kind.choose(shelf, asked) or none is None:
            return Cards()

        left = of_agreements.subject_of(asked)
        if all(word.exact in held for word in left):
            return Cards()
        about = " ".join(text[word.start : word.end] for word in left)
        title = f"{of_agreements.NO_AGREEMENT} med «{about}» i titel eller omtale"
        return Cards((replace(none.card, title=title, absent=True),))

    def knows(self, text: str) -> bool:
        """Whether the cards are asked for by the words of a text, so that the catalogue
        knows them though no row has them.
        """
        return self._words.hold(text)

    def _titled(self, text: str) -> Cards:
        """The card of an agreement, where all that stands around its title asks for
        what is to be known of an agreement.
        """
        found = self._titles.find(tokenize(text))
        if found is None:
            return Cards()

        at, kind = _place_of(found.document.card.kind)
        asked = read(self._words.mended(found.rest), self._books[at], {}, self._lexicon)
        if asked.left or not asked.asks & TITLED[kind.key] or _is_of_duty(asked, kind):
            return Cards()
        card = asked_first(found.document.card, asked.asks)
        return Cards((card,), replace_rows=not asked.asks & kind.beside)

    def _ask(self, words: Sequence[Token]) -> Cards:
        for kind, book in zip(CARD_KINDS, self._books, strict=True):
            shelf = self._shelves[kind.documents]
            asked = read(words, book, shelf.documents, self._lexicon)
            if _is_of_duty(asked, kind):
                continue
            shown = tuple(asked_first(c, asked.asks) for c in kind.choose(shelf, asked))
            if shown:
                only_beside = asked.asks & kind.beside and not asked.asks & kind.instead
                beside = kind.always_beside or only_beside
                return Cards(shown, replace_rows=not beside)

        return Cards()


def asked_first(card: Card, asks: Collection[Asking]) -> Card:
    """The card with the lines that are asked for before the others."""
    wanted = tuple(label for one in asks for label in LABELS_OF.get(one, ()))
    if not wanted:
        return card
    ordered = sorted(card.facts, key=lambda fact: not fact.label.startswith(wanted))
    return replace(card, facts=tuple(ordered))


def _place_of(key: str) -> tuple[int, CardKind]:
    """A kind and its place in the table."""
    return next((at, k) for at, k in enumerate(CARD_KINDS) if k.key == key)


def _is_of_duty(asked: CardQuestion, kind: CardKind) -> bool:
    if asked.reaching and Asking.PHONE in kind.asking:
        # «hvem kontakter vi om en borger, der skal hjem»: the case is no duty.
        return Asking.DUTY in asked.asks_beside_reaching()

    must = Asking.MUST in asked.asks and not asked.asks & kind.must
    # «forskel på orientering og underretning», «hvad er underretning»: a name asks for
    # nobody's duty.
    is_of_words = kind.key == "term" or Asking.DIFFERENCE in asked.asks
    is_named = kind.documents == "term" and is_of_words
    asks = asked.asks_beside_names() if is_named else asked.asks
    return Asking.DUTY in asks or must


def _cards(documents: Sequence[CardDocument]) -> list[Card]:
    return [document.card for document in documents]


def _difference(shelf: Shelf, asked: CardQuestion) -> list[Card]:
    pair = of_terms.differences(asked) or of_terms.either(asked)
    return [difference(*pair)] if pair else _cards(of_terms.same(asked))


# The first that has a card answers: two words set beside each other before each alone.
CARD_KINDS: tuple[CardKind, ...] = (
    CardKind(
        "difference",
        "Forskel på to ord",
        "term",
        frozenset({Asking.DIFFERENCE, Asking.EITHER_OR}),
        _difference,
        beside=frozenset({Asking.DIFFERENCE}),
    ),
    CardKind(
        "term",
        "Ord",
        "term",
        frozenset({Asking.MEANING, Asking.WHAT_IS, Asking.POINTING, Asking.SUCCESSION})
        | {Asking.CONTENT},
        lambda shelf, asked: _cards(of_terms.terms(asked)),
    ),
    CardKind(
        "goal",
        "Nationalt mål",
        "goal",
        frozenset({Asking.GOAL, Asking.NATIONAL, Asking.INDICATOR, Asking.WHAT_IS}),
        lambda shelf, asked: _cards(
            of_goals.goals(asked, shelf.documents, shelf.about)
        ),
    ),
    CardKind(
        "health-agreement",
        "Sundhedsaftale",
        "health-agreement",
        choosing.OF_HEALTH_AGREEMENT | {Asking.HEALTH_AGREEMENT, Asking.APPROVAL},
        lambda shelf, asked: _cards(
            choosing.health_agreements(asked, shelf.documents, shelf.besides)
        ),
        beside=frozenset({Asking.PARTIES, Asking.APPROVAL}),
        must=frozenset({Asking.REVIEW, Asking.IN_FORCE, Asking.EDITION}),
    ),
    CardKind(
        "agreement",
        "Aftale",
        "agreement",
        of_agreements.OF_AGREEMENT | {Asking.AGREEMENT},
        lambda shelf, asked: _cards(
            of_agreements.agreements(asked, shelf.documents, shelf.about, shelf.besides)
        ),
        beside=frozenset({Asking.EXISTENCE, Asking.APPROVAL})
        | {Asking.CONTENT, Asking.PLACE},
        must=frozenset({Asking.REVIEW, Asking.IN_FORCE, Asking.SINCE}),
        instead=frozenset({Asking.SINCE}),
    ),
    CardKind(
        "contact",
        "Kontakt",
        "contact",
        frozenset({Asking.PHONE}),
        lambda shelf, asked: _cards(of_contacts.contacts(asked)),
        beside=frozenset({Asking.PHONE}),
    ),
    CardKind(
        "organisation",
        "Organisation",
        "organisation",
        choosing.OF_PLACE
        | choosing.OF_ORGANISATION
        | choosing.HEARD_BESIDE
        | {Asking.EITHER_OR},
        lambda shelf, asked: _cards(choosing.organisations(asked, shelf.areas)),
        must=choosing.OF_PLACE
        | choosing.OF_ORGANISATION
        | choosing.HEARD_BESIDE
        | {Asking.EITHER_OR},
    ),
    # After the organisations, of which more is known than the word for them.
    CardKind(
        "became",
        "Ord",
        "term",
        frozenset({Asking.SUCCESSION, Asking.EXISTENCE}),
        lambda shelf, asked: _cards(of_terms.became(asked)),
    ),
    CardKind(
        "abbreviation",
        "Ord",
        "term",
        frozenset(),
        lambda shelf, asked: _cards(of_terms.abbreviations(asked)),
        always_beside=True,
    ),
)
KIND_LABELS = {kind.key: kind.label for kind in CARD_KINDS}
