"""What a text names: keys of the vocabularies, organisations, agreements, by their own
names.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from registry.catalogue.snapshot import Snapshot
from registry.language.danish import Token, stems_in, stems_of, tokenize
from registry.rules.fields import VOCABULARIES, Scheme
from registry.rules.keys import TERM_LINKS

# Schemes whose keys the word list has other names for, and how a term says so.
NAMED_BY_TERMS = {
    scheme: link for link, scheme in TERM_LINKS.items() if scheme is not Scheme.KINDS
}
# Words that may stand between names, and before them, without naming anything.
BETWEEN = frozenset(
    "og eller samt og/eller i af den det de en et for ved til på hos fra med mv m v "
    "inkl herunder "
    "alle begge både enten".split()
)
# Words that turn what is said around.
DENYING = frozenset(
    "ikke ej hverken aldrig uden undtagen undtaget undtagelse bortset ekskl "
    "eksklusive".split()
)
# What stands between two names of a list.
LISTED = re.compile(r"[\n,;/&+•·–-]|\b(?:og|eller|samt)\b", re.IGNORECASE)
BREAK = re.compile(r"[,;/\n]")
MUNICIPALITY = re.compile(r"(s)? (Kommune|Regionskommune)$")


@dataclass(frozen=True)
class Named:
    """The keys that a text names, in its order; `rest` are its words that name none of
    them.

    `several`: words that more than one key has as its name; none of those keys is
    taken.
    `is_unclear`: that they are named need not mean that they are meant: one is part of
    the other's
    name (borgerens kommune), stands in another way than in a list, or something is
    denied.
    """

    keys: tuple[str, ...]
    rest: str
    several: tuple[str, ...] = ()
    is_unclear: bool = False


class Names:
    """The names that the keys of each scheme go by, in Danish with its endings."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._tables: dict[Scheme, _Table] = {}

    def find(self, scheme: Scheme, text: str) -> Named:
        """The keys of one scheme that a text names; the longest name wins."""
        if scheme not in self._tables:
            self._tables[scheme] = _Table(_names(self._snapshot, scheme))
        return self._tables[scheme].find(text)

    def exact(self, scheme: Scheme, text: str) -> str:
        """The one key that has all of the text as its name; empty for none."""
        named = self.find(scheme, text)
        return named.keys[0] if len(named.keys) == 1 and not named.rest else ""


class _Table:
    """Keys by their names' stems. A label outranks another key's other name for it."""

    def __init__(self, ranks: Iterable[Iterable[tuple[str, str]]]) -> None:
        self._keys: dict[tuple[str, ...], set[str]] = {}
        # Names with a comma in them, by their stems.
        self._broken: set[tuple[str, ...]] = set()

        for rank in ranks:
            of_rank: dict[tuple[str, ...], set[str]] = {}
            for name, key in rank:
                if stems := stems_in(name):
                    of_rank.setdefault(stems, set()).add(key)
                    self._broken |= {stems} if BREAK.search(name) else set()
            self._keys = of_rank | self._keys

        self._longest = max(map(len, self._keys), default=0)

    def find(self, text: str) -> Named:
        tokens = tokenize(text)
        keys: list[str] = []
        rest: list[str] = []
        several: list[str] = []
        at = end = 0
        is_unclear = False

        while at < len(tokens):
            length, candidates = self._at(text, tokens, at)
            words = text[tokens[at].start : tokens[at + max(length, 1) - 1].end]
            if len(candidates) == 1:
                between = text[end : tokens[at].start]
                is_unclear |= bool(keys) and not LISTED.search(between)
                keys += candidates
                end = tokens[at + length - 1].end
            elif candidates:
                several.append(words)
            elif words.casefold() not in BETWEEN:
                rest.append(words)
            at += max(length, 1)

        is_unclear |= any(word.casefold() in DENYING for word in rest)
        return Named(
            tuple(dict.fromkeys(keys)), " ".join(rest), tuple(several), is_unclear
        )

    def _at(
        self, text: str, tokens: tuple[Token, ...], at: int
    ) -> tuple[int, set[str]]:
        """The longest name that begins at a token; no name goes on into a list's
        next.
        """
        for length in range(min(self._longest, len(tokens) - at), 0, -1):
            stems = stems_of(tokens[at : at + length])
            if stems not in self._keys:
                continue
            words = text[tokens[at].start : tokens[at + length - 1].end]
            if stems in self._broken or not BREAK.search(words):
                return length, self._keys[stems]

        return 0, set()


def _names(snapshot: Snapshot, scheme: Scheme) -> Iterator[list[tuple[str, str]]]:
    """Names with their keys, the most binding first: labels, other names, terms for the
    same.
    """
    if scheme is Scheme.PLACES:
        yield [
            *_labels(snapshot, Scheme.PLANNING_AREAS),
            *_labels(snapshot, Scheme.ORGANISATIONS),
        ]
    else:
        yield _labels(snapshot, scheme)

    if scheme in VOCABULARIES:
        choices = snapshot.vocabulary.schemes[scheme].values()
        yield [(name, choice.key) for choice in choices for name in choice.also]
    if scheme in (Scheme.ORGANISATIONS, Scheme.PLACES):
        yield [
            (MUNICIPALITY.sub("", o.name), o.slug) for o in snapshot.municipalities()
        ]
    if scheme in NAMED_BY_TERMS:
        yield list(_terms(snapshot, NAMED_BY_TERMS[scheme]))


def _labels(snapshot: Snapshot, scheme: Scheme) -> list[tuple[str, str]]:
    match scheme:
        case Scheme.ORGANISATIONS:
            return [(o.name, o.slug) for o in snapshot.organisations.values()]
        case Scheme.HEALTH_AGREEMENTS:
            return [(h.title, h.slug) for h in snapshot.health_agreements.values()]
        case Scheme.AGREEMENTS:
            agreements = snapshot.agreements.values()
            return [(v.version.title, a.slug) for a in agreements for v in a.versions]
        case _:
            choices = snapshot.vocabulary.schemes[scheme].values()
            return [(choice.label, choice.key) for choice in choices]


def _terms(snapshot: Snapshot, link: str) -> Iterator[tuple[str, str]]:
    for term in snapshot.terms.values():
        kind, _, key = (term.link or "").partition(":")
        if kind == link:
            for name in (term.term, *term.same, *term.abbreviations, *term.everyday):
                yield name, key
