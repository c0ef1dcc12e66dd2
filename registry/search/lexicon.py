"""What the search knows of words: the corpus' own, the terms' phrases, compounds, spelling.

Built from the word list, the vocabularies and the indexed words; knows no engine and no dates.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from functools import cached_property
from itertools import product

from registry.models import Term, Word
from registry.search.danish import Token, fold, skeleton, stem, tokenize
from registry.search.language import HEADS, LIGHT_WORDS, ORDINARY_WORDS, QUESTION_WORDS
from registry.search.phrases import Phrases

# Prefixes of index tokens, and how surely each means the word asked for.
EXACT, TASK, CONCEPT, STEM, NARROWER, PART = "x:", "k:", "c:", "s:", "n:", "p:"
LEVELS = {EXACT: 1.0, TASK: 1.1, CONCEPT: 0.95, STEM: 0.9, NARROWER: 0.6, PART: 0.55}

SHORTEST_PART = 4
SHORT_WORDS = frozenset({"ble", "kol", "pn", "iv", "uth", "gop", "skp"})
LINKS = ("", "s", "e")
SHORTEST_JOINED = 6
SHORTEST_LIGHT_PART = 5  # a shorter one may be the start of any unknown compound
SHORTEST_MISSPELT = 5
OFTEN = 5
INFLECTIONS = ("erne", "ens", "ets", "ene", "ers", "en", "et", "er", "es", "e", "s", "n", "t")
FACETS_BY_SCHEME = {
    "phases": "phase",
    "actors": "actor",
    "target-groups": "target_group",
    "planning-areas": "planning_area",
}
LIGHT = frozenset(fold(word) for word in LIGHT_WORDS)
LIGHT_STEMS = frozenset(stem(word) for word in ORDINARY_WORDS)
ASKING = {fold(word): field for word, field in QUESTION_WORDS.items()}


class Lexicon:
    """Phrases of the terms and vocabularies, and the words the corpus holds.

    `words` maps each folded word of the corpus to the number of documents that hold it; `stems`
    are the stems of those words as they were written, before folding.
    """

    def __init__(
        self,
        terms: Iterable[Term],
        vocabulary: Iterable[Word],
        words: Mapping[str, int],
        stems: Iterable[str] = (),
    ) -> None:
        self.terms = {term.key: term for term in terms}
        self.words = dict(words)
        self.term_phrases = Phrases()
        self.question_phrases = Phrases()
        self.misspelt = Phrases()
        self._own_words: set[str] = set()
        self._own_stems: set[str] = set()
        self._corpus_stems = frozenset(stems) or frozenset(stem(word) for word in words)
        for term in self.terms.values():
            self._add_term(term)
        for word in vocabulary:
            self._add_word(word)

    def _add_term(self, term: Term) -> None:
        same = [term.term, *term.same, *term.abbreviations, *term.everyday]
        facet = _facet_of(term.link)
        for texts, token in ((same, CONCEPT + term.key), (term.narrower, NARROWER + term.key)):
            for text in texts:
                self.term_phrases.add(text, token=token, term=term.key)
        for text in (*same, *term.narrower):
            self._own(text)
        # A question for the wider term is answered by the narrower too, and one for the narrower
        # by the wider, less surely.
        link = term.link or ""
        task = link.removeprefix("task:") if link.startswith("task:") else ""
        tokens = (CONCEPT + term.key, NARROWER + term.key, TASK + task if task else "")
        for table, texts, narrower in (
            (self.question_phrases, same, False),
            (self.question_phrases, term.narrower, True),
            (self.misspelt, term.misspellings, False),
        ):
            for text, token in product(texts, tokens):
                table.add(text, token=token, term=term.key, facet=facet, narrower=narrower)

    def _add_word(self, word: Word) -> None:
        if word.scheme == "tasks":
            for text in (word.label, *word.also):
                self.question_phrases.add(text, token=TASK + word.key)
        facet = FACETS_BY_SCHEME.get(word.scheme)
        if facet is None or word.key in ("ikke-oplyst", "ikke-relevant"):
            return
        for text in (word.label, *word.also):
            self.question_phrases.add(text, facet=(facet, word.key))
            self._own(text)

    def _own(self, text: str) -> None:
        tokens = tokenize(text)
        self._own_words.update(token.exact for token in tokens)
        self._own_stems.update(token.stem for token in tokens)

    def add_place(self, facet: str, value: str, name: str) -> None:
        """A place by its name, with and without the word for what it is."""
        short = name.removesuffix(" Kommune").removesuffix(" Regionskommune").removesuffix("s")
        for text in (name, short, value):
            self.question_phrases.add(text, facet=(facet, value))
            self._own(text)

    @cached_property
    def protected(self) -> frozenset[str]:
        """Stems that are never split: the terms that are confusable with another."""
        names = [t.term for t in self.terms.values() if t.confusable]
        names += [name for t in self.terms.values() for name in t.confusable]
        return frozenset(stem(name) for name in names if " " not in name)

    @cached_property
    def known(self) -> frozenset[str]:
        """Every folded word of the corpus and of the phrases."""
        codes = {word.rstrip("0123456789") for word in self.words if word[-1:].isdigit()}
        return frozenset(self.words) | self._own_words | (codes - {"", "§", "="})

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the corpus and of the phrases."""
        return self._corpus_stems | self._own_stems

    @property
    def own_stems(self) -> frozenset[str]:
        """The stems of the phrases alone."""
        return frozenset(self._own_stems)

    @cached_property
    def _skeletons(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self.known, key=self._frequency):
            found[skeleton(word)].append(word)
        return found

    @cached_property
    def _deletions(self) -> dict[str, list[str]]:
        """Known words by what is left of them, uninflected, when one letter is taken out."""
        found: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self.known | LIGHT | frozenset(ASKING), key=self._frequency):
            if len(word) >= SHORTEST_MISSPELT - 1 and word.isalpha():
                plain = skeleton(word)
                for form in {plain, uninflected(plain)}:
                    for left in {form, *_without_one(form)}:
                        found[left].append(word)
        return found

    def _frequency(self, word: str) -> tuple[int, str]:
        return (-self.words.get(word, 0), word)

    def knows(self, token: Token) -> bool:
        return token.exact in self.known or token.stem in self.stems

    def document_tokens(self, text: str) -> frozenset[str]:
        """The index tokens of a text: words, stems, compounds' parts, and the terms named."""
        tokens = tokenize(text)
        found: set[str] = set()
        for token in tokens:
            found.update(self.word_tokens(token))
        for phrase in self.term_phrases.find([token.stem for token in tokens]):
            found.update(phrase.meaning.tokens)
        return frozenset(found)

    def word_tokens(self, token: Token) -> set[str]:
        parts = {PART + stem(part) for part in self.parts(token.exact)}
        return {EXACT + token.exact, STEM + token.stem, *parts}

    def parts(self, word: str) -> tuple[str, ...]:
        """The parts of a compound, () for a word that is none or that must stay whole."""
        if word[0].isalpha() and word[-1].isdigit():
            return (word.rstrip("0123456789"),)
        if len(word) < 2 * SHORTEST_PART or not word.isalpha() or stem(word) in self.protected:
            return ()
        return self._split_at_head(word) or self._segment(word)

    def _split_at_head(self, word: str) -> tuple[str, ...]:
        for head in _HEADS_LONGEST_FIRST:
            if word.endswith(head) and len(word) - len(head) >= SHORTEST_PART:
                return (_unlinked(word[: -len(head)], self._part_words), head)
        return ()

    @cached_property
    def _part_words(self) -> frozenset[str]:
        return _HEAD_SET | self._own_words

    def _is_part(self, part: str) -> bool:
        # Words of the corpus do not count: what a document is made of must not depend on others.
        return len(part) >= SHORTEST_PART and part in self._part_words

    def _segment(self, word: str) -> tuple[str, ...]:
        """Two parts, one of them known, the first without its linking letter."""
        for at in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
            first, second = _unlinked(word[:at], self._part_words), word[at:]
            if self._is_part(first) or self._is_part(second):
                return (first, second)
        return ()

    def joined(self, first: Token, second: Token) -> Token | None:
        """The one known word that two tokens make together («udskrivnings koordinator»)."""
        for link in LINKS:
            whole = first.exact + link + second.exact
            if len(whole) < SHORTEST_JOINED:
                continue
            # Two known words that only share a stem with a compound stand apart on purpose, but
            # for a linking s, or where the compound is a term.
            apart = self.knows(first) and self.knows(second) and not first.exact.endswith("s")
            stems = self._own_stems if apart else self.stems
            found = whole if whole in self.known or stem(whole) in stems else None
            if found is None and skeleton(whole) in self._skeletons:
                found = self._skeletons[skeleton(whole)][0]
            if found:
                return Token(
                    min(first.start, second.start), max(first.end, second.end), found, stem(found)
                )
        return None

    def respelt(self, token: Token) -> Token | None:
        """The known word that an unknown one is, written without Danish letters."""
        found = self._skeletons.get(skeleton(token.exact))
        if not found:
            found = self._stem_skeletons.get(skeleton(token.stem))
        if not found:
            return None
        if len(token.exact) < SHORTEST_MISSPELT and self.words.get(found[0], 0) < OFTEN:
            return None  # a short word is too easily another («vagt» is not «vægt»)
        return Token(token.start, token.end, found[0], stem(found[0]))

    @cached_property
    def _stem_skeletons(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self.known, key=self._frequency):
            found[skeleton(stem(word))].append(word)
        return found

    def taken_apart(self, token: Token) -> list[Token]:
        """The known words, each of a subject of its own, that an unknown word is made of."""
        parts = self._cover(token.exact, 4)
        return [Token(token.start, token.end, part, stem(part)) for part in parts]

    def _cover(self, word: str, most: int) -> tuple[str, ...]:
        if most == 0:
            return ()
        for at in range(len(word), 2, -1):
            for part in self._known_part(word[:at]):
                if at == len(word):
                    return (part,)
                rest = self._cover(word[at:], most - 1)
                if rest:
                    return (part, *rest)
        return ()

    def _known_part(self, text: str) -> list[str]:
        long_enough = len(text) >= SHORTEST_PART or text in SHORT_WORDS
        if not long_enough:
            return []
        bare = _unlinked(text, self.known)
        if bare in self.known and (len(bare) >= SHORTEST_PART or bare in SHORT_WORDS):
            return [bare]
        if len(text) >= SHORTEST_LIGHT_PART and (text in LIGHT or text in ASKING):
            return [text]
        spelt = self._skeletons.get(skeleton(text))
        return spelt[:1] if spelt else []

    def corrected(self, token: Token) -> Token | None:
        """The known word one slip of the finger away, with the same first letter."""
        if len(token.exact) < SHORTEST_MISSPELT or not token.exact.isalpha():
            return None
        plain = token.plain or token.exact
        for form in (plain, uninflected(plain)):
            for near in (form, *_without_one(form)):
                for known in self._deletions.get(near, ()):
                    if known[0] == form[0] and _near(form, skeleton(known)):
                        return token._replace(exact=known, stem=stem(known))
        return None


def uninflected(word: str) -> str:
    """A word without its article or plural ending, if five letters are left."""
    for ending in INFLECTIONS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_MISSPELT:
            return word.removesuffix(ending)
    return word


def _near(word: str, known: str) -> bool:
    return _one_slip(word, known) or _one_slip(word, uninflected(known))


def _facet_of(link: str | None) -> tuple[str, str] | None:
    """The facet value that a term stands for, where it stands for one."""
    kind, _, key = (link or "").partition(":")
    return (kind, key) if kind in FACETS_BY_SCHEME.values() else None


_HEAD_SET = frozenset(fold(head) for head in HEADS)


_HEADS_LONGEST_FIRST = tuple(sorted(_HEAD_SET, key=lambda head: (-len(head), head)))


def _unlinked(first: str, known: Set[str]) -> str:
    """The first part of a compound without its linking s or e."""
    if first not in known and first[-1:] in ("s", "e") and first[:-1] in known:
        return first[:-1]
    return first


def _without_one(word: str) -> list[str]:
    return [word[:at] + word[at + 1 :] for at in range(len(word))]


def _one_slip(word: str, known: str) -> bool:
    """One letter too many, too few, wrong, or two that changed places."""
    if word == known:
        return True
    if abs(len(word) - len(known)) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(word, known, strict=False)) if a != b), None)
    if at is None:
        return True
    return (
        word[at + 1 :] == known[at + 1 :]
        or word[at:] == known[at + 1 :]
        or word[at + 1 :] == known[at:]
        or (word[at : at + 2] == known[at : at + 2][::-1] and word[at + 2 :] == known[at + 2 :])
    )
