"""What is offered while one types: tasks, terms, agreements and organisations by the
beginnings of their words. Pure; made once for each snapshot.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice, takewhile
from typing import NamedTuple

from registry.catalogue.offered import Offer, offers
from registry.catalogue.snapshot import Snapshot
from registry.catalogue.snapshot_cache import kept_with_snapshot
from registry.language.danish import fold, skeleton
from registry.language.foreign import is_foreign
from registry.search.compounds import Compounds
from registry.search.lexicon import ASKING, LIGHT
from registry.search.profile import PROFILE
from registry.search.room import FEWEST_LETTERS, MOST_OFFERED, SHARES

WORD = re.compile(r"[^\W_]+")
# How well a beginning fits a name; the lower, the better.
FIRST_WORD, LATER_WORD, PART_OF_COMPOUND, LIGHT_WORD = range(4)
# The words of a region, each spelled once.
MOST_SPELLED = 32768
SILENT = LIGHT | frozenset(ASKING)


@dataclass(frozen=True)
class Completion:
    """Something offered; `also` is its other name that what was typed begins, where
    that is a name to read.
    """

    offer: Offer
    also: str = ""


class Name(NamedTuple):
    """A name of something: which thing, in the order of offers, and whether it is its
    first name, or of another language.
    """

    text: str
    thing: int
    is_first: bool
    is_foreign: bool = False


class Key(NamedTuple):
    """The beginning that a name can be typed by, and how well it fits."""

    text: str
    fit: int
    name: int


class Completions:
    """The names of a catalogue's things, sorted by what one may type of them.

    Memory is in proportion to the names: for each word at most itself and the two parts
    of a compound, each with and without Danish letters.
    """

    def __init__(self, offered: Sequence[Offer]) -> None:
        self._offered = tuple(offered)
        self._names = tuple(_names(self._offered))
        spelled = [_words(name.text) for name in self._names]

        # Nothing is protected from being taken apart: each thing is shown under its
        # whole name, so no two are mixed up.
        compounds = Compounds(
            {word for words in spelled for word in words}, frozenset(), PROFILE.analysis
        )

        # A region's names are many, their words few.
        parts = cache(lambda word: tuple(map(_spellings, compounds.parts(word))))
        self._keys = sorted(
            {
                Key(text, fit, at)
                for at, words in enumerate(spelled)
                for text, fit in _beginnings(words, parts)
            }
        )

    def begun_by(self, typed: str) -> list[Completion]:
        """What the typed words begin, best first within each kind; [] for fewer than
        two letters.
        """
        words = _wanted(typed)
        if _letters(words) < FEWEST_LETTERS:
            return []

        fits = self._fits(words)
        # A foreign name is offered where it is the only one that is begun.
        own = {a: fit for a, fit in fits.items() if not self._names[a].is_foreign}
        fits = own or fits
        best: dict[int, int] = {}
        for at in sorted(fits, key=lambda at: self._rank(at, fits[at])):
            best.setdefault(self._names[at].thing, at)

        return _shared_out([self._completion(at) for at in best.values()])

    def _fits(self, words: Sequence[str]) -> dict[int, int]:
        """The names in which every word begins something, and how well all of them
        do.
        """
        first, *rest = (self._begun(word) for word in words)
        return {
            at: fit + sum(fits[at] for fits in rest)
            for at, fit in first.items()
            if all(at in fits for fits in rest)
        }

    def _begun(self, word: str) -> dict[int, int]:
        """The names that have the beginning, with the best fit of each."""
        start = bisect_left(self._keys, Key(word, 0, 0))
        following = islice(self._keys, start, None)

        best: dict[int, int] = {}
        for key in takewhile(lambda key: key.text.startswith(word), following):
            best[key.name] = min(key.fit, best.get(key.name, key.fit))
        return best

    def _rank(self, at: int, fit: int) -> tuple[bool, int, int]:
        """A thing's first name goes before others; of equals, the order of offers."""
        name = self._names[at]
        return (not name.is_first, fit, name.thing)

    def _completion(self, at: int) -> Completion:
        name, offer = self._names[at], self._offered[self._names[at].thing]
        is_read = not (name.is_first or name.is_foreign) and offer.tells_names
        return Completion(offer, name.text if is_read else "")


@kept_with_snapshot
def completions(snapshot: Snapshot) -> Completions:
    """Those of a snapshot, made when first asked for."""
    return Completions(offers(snapshot))


def _names(offered: Iterable[Offer]) -> Iterator[Name]:
    for thing, offer in enumerate(offered):
        yield Name(offer.label, thing, True)
        for text in offer.other_names:
            yield Name(text, thing, False, is_foreign(text))


def _words(text: str) -> list[str]:
    return WORD.findall(fold(text))


def _wanted(typed: str) -> list[str]:
    """The typed words that carry a subject, and the last, which may be the beginning of
    any; all of them where that would leave a single letter.
    """
    words = list(dict.fromkeys(_words(typed)))
    heavy = [word for word in words[:-1] if word not in SILENT] + words[-1:]
    return heavy if _letters(heavy) >= FEWEST_LETTERS else words


def _letters(words: Sequence[str]) -> int:
    return sum(map(len, words))


def _beginnings(
    words: Sequence[str], parts: Callable[[str], Iterable[Iterable[str]]]
) -> Iterator[tuple[str, int]]:
    """What a name of these words can be typed by, and how well it then fits; `parts`
    are the spellings of each part of a word.
    """
    for at, word in enumerate(words):
        later = LIGHT_WORD if word in SILENT else LATER_WORD
        fit = later if at else FIRST_WORD
        yield from ((text, fit) for text in _spellings(word))
        for part in parts(word):
            yield from ((text, PART_OF_COMPOUND) for text in part)


@lru_cache(maxsize=MOST_SPELLED)
def _spellings(word: str) -> tuple[str, str]:
    """With æ, ø, å as two letters, and as the one that looks like it."""
    return word, skeleton(word)


def _shared_out(ordered: Sequence[Completion]) -> list[Completion]:
    """At most MOST_OFFERED, kind by kind: first each kind's share, then more of the
    first kinds as long as there is room.
    """
    of_kind = {
        kind: [item for item in ordered if item.offer.kind == kind] for kind in SHARES
    }
    counts = {kind: min(len(of_kind[kind]), share) for kind, share in SHARES.items()}
    for kind, items in of_kind.items():
        counts[kind] += min(
            len(items) - counts[kind], MOST_OFFERED - sum(counts.values())
        )

    return [item for kind, items in of_kind.items() for item in items[: counts[kind]]]
