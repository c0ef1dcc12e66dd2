"""Terms of the word list found in a text, so that a reader can be told what they mean.
Pure.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from registry.catalogue.snapshot import Snapshot
from registry.catalogue.snapshot_cache import kept_with_snapshot
from registry.language.danish import Token, stems_in, stems_of, tokenize
from registry.models import Term

# An abbreviation is one only in its own capitals: «BUC» is, «buk» is none.
SHORTEST_WORD = 4
# Words of the word list that everybody knows; they stand there for what they are not.
KNOWN_TO_ALL = frozenset(
    {
        *("kommune", "region", "hospital", "borger", "paaroerende", "sygeplejerske"),
        *("praktiserende-laege", "udskrivning", "jordemoder", "sundhedsplejerske"),
        *("psykisk-sygdom", "regionsraad", "hjemloes", "rygestop", "multisygdom"),
        *("psykiatrisk-center", "behandlingsansvarlig-overlaege", "plejecenter"),
        "region-hovedstadens-psykiatri",
    }
)


class Piece(NamedTuple):
    """A part of a text; `term`: what the word list says that it is."""

    text: str
    term: Term | None = None


class Name(NamedTuple):
    """What a term is called: its stems, and as it is written."""

    stems: tuple[str, ...]
    written: str
    key: str


def explained(snapshot: Snapshot, text: str, seen: set[str]) -> list[Piece]:
    """The text in pieces, each term of the word list on its own where it first stands.
    `seen`: the keys of those explained already; those found here are added.
    """
    pieces, end = [], 0
    for start, stop, key in _term_places(snapshot, text):
        if key not in seen and start >= end:
            seen.add(key)
            pieces += [Piece(text[end:start])] * (start > end)
            pieces.append(Piece(text[start:stop], snapshot.terms[key]))
            end = stop
    return [*pieces, *[Piece(text[end:])] * (end < len(text))]


def _term_places(snapshot: Snapshot, text: str) -> Iterator[tuple[int, int, str]]:
    """Where each term begins and ends in the text, and its key. Where one name holds
    another it is the longest; none begins inside one before it.
    """
    tokens = tokenize(text)
    names_beginning = _names(snapshot)

    at = 0
    while at < len(tokens):
        names = names_beginning.get(tokens[at].stem, ())
        name = next((one for one in names if _is(one, text, tokens[at:])), None)
        if name is None:
            at += 1
            continue

        after = at + len(name.stems)
        yield tokens[at].start, tokens[after - 1].end, name.key
        at = after


def _is(name: Name, text: str, tokens: Sequence[Token]) -> bool:
    """Whether the text goes on with that name. One word alone must begin as the name
    does: two words of one stem may be two things.
    """
    size = len(name.stems)
    if stems_of(tokens[:size]) != name.stems:
        return False
    there = text[tokens[0].start : tokens[size - 1].end]
    if len(name.written) < SHORTEST_WORD:
        return there == name.written
    if size == 1:
        return there.casefold().startswith(name.written.casefold())

    return ("," in there) == ("," in name.written)


@kept_with_snapshot
def _names(snapshot: Snapshot) -> dict[str, list[Name]]:
    """The names of the terms that are explained, by their first stem, the longest
    first.
    """
    listed = [name for term in snapshot.terms.values() for name in _names_of(term)]
    by_first: dict[str, list[Name]] = {}
    for name in sorted(listed, key=lambda n: -len(n.stems)):
        by_first.setdefault(name.stems[0], []).append(name)
    return by_first


def _names_of(term: Term) -> Iterable[Name]:
    if term.key in KNOWN_TO_ALL or not term.meaning:
        return
    for written in (term.term, *term.same, *term.abbreviations):
        stems = stems_in(written)
        if stems:
            yield Name(stems, written, term.key)
