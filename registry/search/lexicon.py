"""What the search knows of words: the corpus' own, the terms' phrases, compounds,
spelling. Built from the word list, the vocabularies and the indexed words; knows no
engine and no dates.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING

from registry.language.codes import codes
from registry.language.danish import Token, fold, stem, tokenize
from registry.language.numbers import NUMBER_WORDS
from registry.language.word_lists import (
    EVERYDAY_WORDS,
    HANDLING_WORDS,
    LIGHT_WORDS,
    ORDINARY_WORDS,
    QUESTION_WORDS,
)
from registry.search.cited import CitedTerms, law_keys
from registry.search.compounds import DIGITS, Compounds, unlinked
from registry.search.index_keys import CONCEPT, EXACT, NARROWER, PART, STEM, TASK
from registry.search.phrases import Phrase, Phrases
from registry.search.profile import PROFILE, Profile
from registry.search.spelling import Spelling

if TYPE_CHECKING:
    from registry.models import Choice, Term
    from registry.search.said_table import SaidTable

SHORT_WORDS = frozenset({"ble", "kol", "pn", "iv", "uth", "gop", "skp"})
LINKS = ("", "s", "e")
FACETS_BY_SCHEME = {
    "phases": "phase",
    "actors": "actor",
    "target-groups": "target_group",
    "planning-areas": "planning_area",
}
LIGHT = frozenset(fold(word) for word in (*LIGHT_WORDS, *HANDLING_WORDS, *NUMBER_WORDS))
EVERYDAY_STEMS = frozenset(stem(word) for word in EVERYDAY_WORDS)
LIGHT_STEMS = frozenset(stem(word) for word in ORDINARY_WORDS | HANDLING_WORDS)
ASKING = {fold(word): field for word, field in QUESTION_WORDS.items()}


class Lexicon:
    """Phrases of the terms and vocabularies, and the words the corpus holds.

    `words` maps each folded word of the corpus to the number of documents that hold it;
    `stems` are the stems of those words as they were written, before folding. `profile`
    says how surely an unknown word is another one.
    """

    def __init__(
        self,
        terms: Iterable[Term],
        vocabulary: Iterable[Choice],
        words: Mapping[str, int],
        stems: Iterable[str] = (),
        *,
        profile: Profile = PROFILE,
    ) -> None:
        self.profile = profile
        self.terms = {term.key: term for term in terms}
        self.cited_terms = CitedTerms(self.terms.values())
        self.words = dict(words)
        self.corpus_stems = frozenset(stems) or frozenset(stem(word) for word in words)
        self.term_phrases = Phrases()
        self.question_phrases = Phrases()
        self.misspelt = Phrases()

        # In how many rows' questions each word stands.
        self._asked: Counter[str] = Counter()
        # The words that rows themselves say.
        self.words_of_rows: frozenset[str] = frozenset()
        self.own_words: set[str] = set()
        self._own_stems: set[str] = set()
        self._keys_of_words: dict[tuple[str, str], frozenset[str]] = {}
        # The lexicon of the vocabulary alone, where this is one with other words.
        self.base = self
        # What rows say of its words, read once.
        self.said: SaidTable | None = None

        for term in self.terms.values():
            self._add_term(term)
        for choice in vocabulary:
            self._add_choice(choice)

    def add_place(self, facet: str, value: str, name: str) -> None:
        """A place by its name, with and without the word for what it is."""
        short = name.removesuffix(" Kommune").removesuffix(" Regionskommune")
        for text in (name, short.removesuffix("s"), value):
            self.question_phrases.add(text, facet=(facet, value))
            self._own(text)

    def _add_term(self, term: Term) -> None:
        same = [term.term, *term.same, *term.abbreviations, *term.everyday]
        # The English «ER» is no name where it is a small Danish word.
        same += [name for name in term.foreign if fold(name) not in LIGHT]
        facet = _facet_of(term.link)
        for texts, key in (
            (same, CONCEPT + term.key),
            (term.narrower, NARROWER + term.key),
        ):
            for text in texts:
                self.term_phrases.add(text, key=key, term=term.key)
        for text in (*same, *term.narrower):
            self._own(text)

        # A question for the wider term is answered by the narrower too, and one for the
        # narrower by the wider, less surely.
        link = term.link or ""
        task = link.removeprefix("task:") if link.startswith("task:") else ""
        keys = (CONCEPT + term.key, NARROWER + term.key, TASK + task if task else "")
        for table, texts, narrower in (
            (self.question_phrases, same, False),
            (self.question_phrases, term.narrower, True),
            (self.misspelt, term.misspellings, False),
        ):
            for text, key in product(texts, keys):
                table.add(text, key=key, term=term.key, facet=facet, narrower=narrower)

    def _add_choice(self, choice: Choice) -> None:
        if choice.scheme == "tasks":
            for text in (choice.label, *choice.also):
                self.question_phrases.add(text, key=TASK + choice.key)

        if choice.scheme == "questions":
            words = (token.exact for text in choice.also for token in tokenize(text))
            self._asked.update(set(words))

        facet = FACETS_BY_SCHEME.get(choice.scheme)
        if facet is None or choice.key in ("ikke-oplyst", "ikke-relevant"):
            return

        for text in (choice.label, *choice.also):
            self.question_phrases.add(text, facet=(facet, choice.key))
            self._own(text)

    def _own(self, text: str) -> None:
        tokens = tokenize(text)
        self.own_words.update(token.exact for token in tokens)
        self._own_stems.update(token.stem for token in tokens)

    @cached_property
    def protected(self) -> frozenset[str]:
        """Stems that are never split: the terms that are confusable with another."""
        names = [t.term for t in self.terms.values() if t.confusable]
        names += [name for t in self.terms.values() for name in t.confusable]
        return frozenset(stem(name) for name in names if " " not in name)

    @cached_property
    def known(self) -> frozenset[str]:
        """Every folded word of the corpus and of the phrases."""
        codes = {word.rstrip(DIGITS) for word in self.words if word[-1:].isdigit()}
        return frozenset(self.words) | self.own_words | (codes - {"", "§", "="})

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the corpus and of the phrases."""
        return self.corpus_stems | self._own_stems

    @cached_property
    def _compounds(self) -> Compounds:
        return Compounds(self.own_words, self.protected, self.profile.analysis)

    @cached_property
    def spelling(self) -> Spelling:
        """How the known words may be spelt."""
        small = LIGHT | frozenset(ASKING)
        meant = frozenset(filter(self._is_of_the_field, self.known))
        return Spelling(self.known, self.words, meant | small, self.profile.matching)

    def _is_of_the_field(self, word: str) -> bool:
        """Whether a term, a row itself or most documents without questions hold the
        word. What stands in what people ask alone is of everyday life, and near to much
        that is no slip, unless it is long.
        """
        matching = self.profile.matching
        asked = matching.own_times * self._asked[word]
        is_own = word in self.own_words or word in self.words_of_rows
        is_long = len(word) >= matching.shortest_asked and word in self.words
        return is_own or is_long or self.words.get(word, 0) > asked

    def knows(self, token: Token) -> bool:
        """Whether the word stands somewhere, in this form or another."""
        return token.exact in self.known or token.stem in self.stems

    def spelt_right(self, token: Token, misspelt: Phrase) -> Token | None:
        """What a known misspelling is a slip of, if of the same term: rows have it."""
        right = self.spelling.corrected(token)
        names = self.question_phrases.find([right.stem]) if right else []
        is_of_it = names and set(names[0].meaning.terms) & set(misspelt.meaning.terms)
        return right if is_of_it else None

    def says_little(self, token: Token) -> bool:
        """Whether the word carries no subject: a light word, a question word, a
        letter.
        """
        matching = self.profile.matching
        if token.exact in LIGHT or token.exact in ASKING:
            return True
        inflection = len(token.exact) - len(token.stem)
        if token.stem in LIGHT_STEMS and inflection <= matching.longest_inflection:
            return True
        return len(token.exact) < matching.shortest_word and not token.exact.isdigit()

    def index_keys_of(self, text: str) -> frozenset[str]:
        """The index keys of a text: words, stems, compounds' parts, terms named."""
        tokens = tokenize(text)
        index_keys: set[str] = set()
        for token in tokens:
            index_keys.update(self.index_keys_of_word(token))
        for phrase in self.term_phrases.find([token.stem for token in tokens]):
            index_keys.update(phrase.meaning.index_keys)
        index_keys |= law_keys(text) | {EXACT + code for code in codes(text)}
        return frozenset(index_keys)

    def index_keys_of_word(self, token: Token) -> frozenset[str]:
        """The index keys of one word: itself, its stem, and its parts."""
        word = (token.exact, token.stem)
        if word not in self._keys_of_words:
            parts = {PART + stem(part) for part in self.parts(token.exact)}
            self._keys_of_words[word] = frozenset(
                {EXACT + word[0], STEM + word[1], *parts}
            )
        return self._keys_of_words[word]

    def parts(self, word: str) -> tuple[str, ...]:
        """The parts of a compound; () for a word that is none or must stay whole."""
        return self._compounds.parts(word)

    def joined(self, first: Token, second: Token) -> Token | None:
        """The one known word that two tokens make together («udskrivnings
        koordinator»).
        """
        for link in LINKS:
            whole = first.exact + link + second.exact
            if len(whole) < self.profile.matching.shortest_joined:
                continue

            word = self._known_whole(whole, first, second)
            if word:
                start, end = min(first.start, second.start), max(first.end, second.end)
                return Token(start, end, word, stem(word))

        return None

    def _known_whole(self, whole: str, first: Token, second: Token) -> str | None:
        # Two known words that only share a stem with a compound stand apart on
        # purpose, but for a linking s, or where the compound is a term.
        apart = (
            self.knows(first) and self.knows(second) and not first.exact.endswith("s")
        )
        stems = self._own_stems if apart else self.stems
        if whole in self.known or stem(whole) in stems:
            return whole
        return self.spelling.spelt(whole)

    def taken_apart(self, token: Token) -> list[Token]:
        """The known words, each of its own subject, that an unknown one is made of."""
        parts = self._cover(token.exact, self.profile.matching.most_parts)
        return [Token(token.start, token.end, part, stem(part)) for part in parts]

    def _cover(self, word: str, most: int) -> tuple[str, ...]:
        if most == 0:
            return ()

        for at in range(len(word), self.profile.matching.shortest_piece - 1, -1):
            part = self._known_part(word[:at])
            if part and at == len(word):
                return (part,)
            rest = self._cover(word[at:], most - 1) if part else ()
            if part and rest:
                return (part, *rest)

        return ()

    def _known_part(self, text: str) -> str | None:
        if not self._may_be_part(text) or stem(text) in EVERYDAY_STEMS - self.stems:
            return None

        bare = unlinked(text, self.known)
        if bare in self.known and self._may_be_part(bare):
            return bare

        return self.spelling.spelt(text)

    def _may_be_part(self, text: str) -> bool:
        return len(text) >= self.profile.analysis.shortest_part or text in SHORT_WORDS


def _facet_of(link: str | None) -> tuple[str, str] | None:
    """The facet value that a term stands for, where it stands for one."""
    kind, _, key = (link or "").partition(":")
    return (kind, key) if kind in FACETS_BY_SCHEME.values() else None
