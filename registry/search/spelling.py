"""How known words may be spelt: without Danish letters, or with one slip of the
finger.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from functools import cached_property
from itertools import islice, takewhile

from registry.language.danish import Token, fold, skeleton, stem
from registry.language.slips import one_slip
from registry.language.word_lists import QUESTION_WORDS
from registry.search.profile_matching import Matching

INFLECTIONS = (
    "erne",
    "ens",
    "ets",
    "ene",
    "ers",
    "en",
    "et",
    "er",
    "es",
    "e",
    "s",
    "n",
    "t",
)


# Those of verbs, adjectives and nouns, when two forms of a word are set side by side.
_FORMS = frozenset(
    """
    e er ere eren erens erne ernes ers es est este et ets t te tes ede edes ende en ens
    ene enes n ne r s st
    """.split()
) | {""}

# The words that a question begins with, the commonest first.
_ASKING = tuple(word for word in map(fold, QUESTION_WORDS) if word.startswith("hv"))


class Spelling:
    """The spellings of known words, the word of most documents first.

    `known` are folded words, `frequencies` the number of documents that hold each;
    `meant` are the words that a slip may have been meant for.
    """

    def __init__(
        self,
        known: Set[str],
        frequencies: Mapping[str, int],
        meant: Set[str],
        matching: Matching,
    ) -> None:
        self._known = known
        self._frequencies = frequencies
        self._meant = meant
        self._matching = matching

    def spelt(self, folded: str) -> str | None:
        """The likeliest known word that is so written without Danish letters."""
        return next(iter(self._skeletons.get(skeleton(folded), ())), None)

    def respelt(self, token: Token) -> Token | None:
        """The known word that an unknown one is, written without Danish letters."""
        known = self.spelt(token.exact)
        if not known:
            known = next(iter(self._stem_skeletons.get(skeleton(token.stem), ())), None)
        if not known:
            return None

        is_short = len(token.exact) < self._matching.shortest_misspelt
        if is_short and self._frequencies.get(known, 0) < self._matching.often:
            return None  # a short word is too easily another («vagt» is not «vægt»)
        return Token(token.start, token.end, known, stem(known))

    def corrected(self, token: Token) -> Token | None:
        """The known word one slip of the finger away, with the same first letter; or
        that differs only in which of its letters are doubled.
        """
        shortest = self._matching.shortest_misspelt
        if len(token.exact) < shortest or not token.exact.isalpha():
            return None

        plain = token.plain or token.exact
        for form in (plain, uninflected(plain, shortest)):
            for near in (form, *_without_one(form)):
                for known in self._deletions.get(near, ()):
                    if known[0] == form[0] and self._is_near(form, skeleton(known)):
                        return token._replace(exact=known, stem=stem(known))

        known = self._without_doubles.get(without_doubles(plain), "")
        return token._replace(exact=known, stem=stem(known)) if known else None

    def asks(self, token: Token) -> Token | None:
        """The question word one slip away from an unknown one («hvme», «vem»)."""
        near = (word for word in _ASKING if one_slip(token.exact, word))
        asked = next(near, None)
        return token._replace(exact=asked, stem=stem(asked)) if asked else None

    def completions(self, token: Token) -> tuple[Token, ...]:
        """The known words that a clipped one begins, in their order."""
        start = skeleton(token.exact)
        if len(start) < self._matching.shortest_clipped or not start.isalpha():
            return ()

        after = islice(self._sorted, bisect_left(self._sorted, (start, "")), None)
        beginning = takewhile(lambda known: known[0].startswith(start), after)
        return tuple(
            token._replace(exact=word, stem=stem(word)) for _, word in beginning
        )

    def begun(self, token: Token) -> Token | None:
        """The one known word that a clipped one begins, with or without the compounds
        that it begins in turn. None of a word that is whole: «sygedag» is no clipping,
        though «sygedagpenge» begins with it.
        """
        is_short = len(token.exact) < self._matching.shortest_misspelt
        begun = () if is_short else self.completions(token)
        if not begun or any(self._is_whole(token, word) for word in begun):
            return None
        base = min(begun, key=lambda word: (len(word.stem), len(word.exact)))
        return base if all(w.stem.startswith(base.stem) for w in begun) else None

    def _is_whole(self, token: Token, word: Token) -> bool:
        rest = word.exact[len(token.exact) :]
        after = (rest, rest[1:]) if rest[:1] in ("s", "e") else (rest,)
        shortest = self._matching.shortest_clipped
        return any(len(one) >= shortest and one in self._known for one in after)

    @cached_property
    def _sorted(self) -> list[tuple[str, str]]:
        return sorted((skeleton(word), word) for word in self._known)

    def _is_near(self, word: str, known: str) -> bool:
        bare = uninflected(known, self._matching.shortest_misspelt)
        return one_slip(word, known) or one_slip(word, bare)

    @cached_property
    def _skeletons(self) -> dict[str, list[str]]:
        by_skeleton: dict[str, list[str]] = defaultdict(list)
        for word in self._likeliest_first(self._known):
            by_skeleton[skeleton(word)].append(word)
        return by_skeleton

    @cached_property
    def _stem_skeletons(self) -> dict[str, list[str]]:
        by_skeleton: dict[str, list[str]] = defaultdict(list)
        for word in self._likeliest_first(self._known):
            by_skeleton[skeleton(stem(word))].append(word)
        return by_skeleton

    @cached_property
    def _deletions(self) -> dict[str, list[str]]:
        """Known words by what is left of them, uninflected, when one letter is taken
        out.
        """
        by_rest: dict[str, list[str]] = defaultdict(list)
        shortest = self._matching.shortest_misspelt

        for word in self._likeliest_first(self._meant):
            if len(word) >= shortest - 1 and word.isalpha():
                plain = skeleton(word)
                for form in {plain, uninflected(plain, shortest)}:
                    for left in {form, *_without_one(form)}:
                        by_rest[left].append(word)

        return by_rest

    @cached_property
    def _without_doubles(self) -> dict[str, str]:
        shortest = self._matching.shortest_misspelt
        by_rest: dict[str, str] = {}
        for word in self._likeliest_first(self._meant):
            if len(word) >= shortest and word.isalpha():
                by_rest.setdefault(without_doubles(skeleton(word)), word)
        return by_rest

    def _likeliest_first(self, words: Iterable[str]) -> list[str]:
        return sorted(words, key=lambda word: (-self._frequencies.get(word, 0), word))


def without_doubles(word: str) -> str:
    """A word with each doubled letter once: «raport» and «rapport» are one."""
    return "".join(a for a, b in zip(word, word[1:] + " ", strict=True) if a != b)


def uninflected(word: str, shortest: int) -> str:
    """A word without its article or plural ending, if `shortest` letters are left."""
    for ending in INFLECTIONS:
        if word.endswith(ending) and len(word) - len(ending) >= shortest:
            return word.removesuffix(ending)
    return word


def is_inflected(word: str, known: str, shortest: int) -> bool:
    """Whether two words are one in two forms («udvidede», «udvidet») of so many letters
    or more.
    """
    same = next(
        (at for at, (a, b) in enumerate(zip(word, known, strict=False)) if a != b),
        min(len(word), len(known)),
    )
    # What they have in common may end inside an ending: «hentede», «hentes».
    return any(
        word[at:] in _FORMS and known[at:] in _FORMS for at in range(shortest, same + 1)
    )


def _without_one(word: str) -> list[str]:
    return [word[:at] + word[at + 1 :] for at in range(len(word))]
