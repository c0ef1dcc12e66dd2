"""A question read for one kind of card: what it names, what it asks, what is left.
Pure.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from registry.language.danish import Token, stem, stems_in, tokenize
from registry.search.cards.card import CardDocument
from registry.search.cards.phrasebook import PhraseAt, Phrasebook
from registry.search.cards.words import (
    AGREEMENT_ENDINGS,
    ASKING_WORDS,
    NUMBER_WORDS,
    REACHING,
    Asking,
)
from registry.search.lexicon import ASKING, Lexicon
from registry.search.phrases import Phrase
from registry.search.profile import Profile
from registry.search.question import EMPTY, YEAR

SUBJECT_FACETS = frozenset({"phase", "target_group"})
NEUTRAL_FACETS = frozenset({"actor", "municipality", "planning_area"})


# What every agreement is: it tells none from another.
GENERIC = frozenset(
    word for text in ASKING_WORDS[Asking.AGREEMENT] for word in stems_in(text)
)


@dataclass(frozen=True)
class CardQuestion:
    """A question as one kind of card reads it.

    `named` are the documents whose names it holds, in its order, and `weak` those that
    only a small word names (patient); `pointing` are the stems of the words that may
    point at one and do not ask; `left` the words of weight that are neither a name nor
    asking, and `subjects` those of them that the rows are about.
    """

    words: Sequence[Token]
    phrases: Sequence[PhraseAt]
    asks: frozenset[Asking]
    named: tuple[CardDocument, ...]
    weak: frozenset[str]
    pointing: frozenset[str]
    left: tuple[Token, ...]
    subjects: tuple[Token, ...]
    lexicon: Lexicon

    @property
    def profile(self) -> Profile:
        """The numbers that it is read by."""
        return self.lexicon.profile

    @cached_property
    def parts(self) -> tuple[frozenset[str], ...]:
        """The stems of what each word left is made of: few kinds ask for them."""
        return tuple(
            parts_of(word, self.lexicon) - GENERIC - {word.stem} for word in self.left
        )

    @cached_property
    def meant(self) -> tuple[frozenset[str], ...]:
        """The terms that each word left stands in («iv» is intravenøs behandling)."""
        phrases = self.lexicon.term_phrases.find([word.stem for word in self.words])
        terms = {
            word: phrase.meaning.index_keys
            for phrase in phrases
            for word in self.words[phrase.first : phrase.last]
        }
        return tuple(terms.get(word, frozenset()) for word in self.left)

    @cached_property
    def reaching(self) -> range:
        """Where the asker reaches for somebody («hvem kontakter jeg»)."""
        text = f" {' '.join(word.exact for word in self.words)} "
        match = REACHING.search(text)
        if match is None:
            return range(0)
        return range(
            *(text.count(" ", 0, at) for at in (match.start(), match.end() - 1))
        )

    def asks_beside_reaching(self) -> frozenset[Asking]:
        """What is asked by other words than those."""
        beside = [one.asks for one in self.phrases if one.first not in self.reaching]
        return frozenset[Asking]().union(*beside)

    def asks_beside_names(self) -> frozenset[Asking]:
        """What is asked by other words than the names."""
        beside = [one.asks for one in self.phrases if not one.names]
        return frozenset[Asking]().union(*beside)

    def years(self) -> frozenset[str]:
        """The years that the question names."""
        named = (word.exact for word in self.words)
        return frozenset(word for word in named if YEAR.fullmatch(word))

    def subjects_but_years(self) -> list[Token]:
        """What rows are about, but a year, which says only when («i 2027»)."""
        return [word for word in self.subjects if word.exact not in self.years()]

    def outside_names(self) -> bool:
        """Whether any word stands outside the names."""
        inside = sum(one.last - one.first for one in self.phrases if one.names)
        return inside < len(self.words)

    def place(self, key: str) -> int:
        """Where a document is named."""
        return next(f.first for f in self.phrases if key in f.names)


def read(
    words: Sequence[Token],
    book: Phrasebook,
    documents: Mapping[str, CardDocument],
    lexicon: Lexicon,
) -> CardQuestion:
    """The question as the kind reads it whose names and asking words `book` holds."""
    phrases = book.find(words)
    inside = {at for one in phrases for at in range(one.first, one.last)}
    subjects, actors = _subjects(words, lexicon)
    asking = {
        at for one in phrases if not one.names for at in range(one.first, one.last)
    }
    left = [
        at
        for at, word in enumerate(words)
        if at not in inside and not is_small(word, lexicon)
    ]

    keys = dict.fromkeys(key for one in phrases for key in one.names)
    weighty = tuple(words[at] for at in left if at not in actors)

    return CardQuestion(
        words=words,
        phrases=phrases,
        asks=_asks(words, phrases),
        named=tuple(documents[key] for key in keys),
        weak=frozenset(_weak(words, phrases, lexicon)),
        pointing=frozenset(
            word.stem
            for at, word in enumerate(words)
            if at not in asking and _tells(word, lexicon)
        ),
        left=weighty,
        subjects=tuple(words[at] for at in left if at in subjects),
        lexicon=lexicon,
    )


def with_lengths(words: Sequence[Token]) -> list[Token]:
    """The words with a number and its unit as one length, where the unit stood in a
    compound that was taken apart («72-timersaftalen»).
    """
    joined: list[Token] = []
    for word in words:
        before = joined[-1] if joined else None
        length = before and before.exact.isdigit() and _length(before, word)
        if length:
            joined[-1] = length
        else:
            joined.append(word)

    return joined


def is_small(word: Token, lexicon: Lexicon) -> bool:
    """Whether a word only counts, or carries no subject."""
    counts = word.exact in NUMBER_WORDS
    return counts or lexicon.says_little(word) or word.exact in ASKING


def parts_of(word: Token, lexicon: Lexicon) -> frozenset[str]:
    """The stems of a word and of the smallest parts that it is made of."""
    large = lexicon.parts(word.exact)
    small = [piece for part in large for piece in lexicon.parts(part) or (part,)]
    return frozenset({word.stem, *map(stem, small)})


def stems_and_parts(text: str, lexicon: Lexicon) -> frozenset[str]:
    """The stems of a text's words, and those that compounds are made of."""
    return frozenset[str]().union(*(parts_of(t, lexicon) for t in tokenize(text)))


def terms_in(text: str, lexicon: Lexicon) -> frozenset[str]:
    """The terms that a text names, as index keys."""
    phrases = lexicon.term_phrases.find([token.stem for token in tokenize(text)])
    return frozenset[str]().union(*(phrase.meaning.index_keys for phrase in phrases))


def _length(number: Token, unit: Token) -> Token | None:
    tokens = tokenize(f"{number.exact} {unit.exact}")
    return tokens[0] if len(tokens) == 1 and tokens[0].exact[0] == "=" else None


def _weak(
    words: Sequence[Token], phrases: Sequence[PhraseAt], lexicon: Lexicon
) -> Iterable[str]:
    strong = {
        key
        for one in phrases
        for key in one.names
        if not _all_small(words, one, lexicon)
    }
    return {key for one in phrases for key in one.names} - strong


def _all_small(words: Sequence[Token], one: PhraseAt, lexicon: Lexicon) -> bool:
    return all(is_small(word, lexicon) for word in words[one.first : one.last])


def _tells(word: Token, lexicon: Lexicon) -> bool:
    """Whether the word may be what a question asks about."""
    is_long = len(word.exact) >= lexicon.profile.matching.shortest_subject
    return is_long and word.exact not in EMPTY


def _asks(words: Sequence[Token], phrases: Sequence[PhraseAt]) -> frozenset[Asking]:
    asks = frozenset[Asking]().union(*(one.asks for one in phrases))
    named_so = any(word.exact.endswith(AGREEMENT_ENDINGS) for word in words)
    return asks | {Asking.AGREEMENT} if named_so else asks


def _subjects(words: Sequence[Token], lexicon: Lexicon) -> tuple[set[int], set[int]]:
    """Where the question names what rows are about, and where those who act in them."""
    subjects: set[int] = set()
    actors: set[int] = set()
    for phrase in lexicon.question_phrases.find([word.stem for word in words]):
        places = range(phrase.first, phrase.last)
        (subjects if _is_subject(phrase) else actors).update(places)
    return subjects, actors


def _is_subject(phrase: Phrase) -> bool:
    facets = {name for name, _ in phrase.meaning.facets}
    return bool(facets & SUBJECT_FACETS) or not facets & NEUTRAL_FACETS
