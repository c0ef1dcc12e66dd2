"""The lexicon of a catalogue: its vocabulary, its places, and what its rows say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from registry.language.danish import tokenize
from registry.search.lexicon import Lexicon
from registry.search.profile import PROFILE, Profile

if TYPE_CHECKING:
    from registry.catalogue.snapshot import Snapshot
from registry.catalogue.told import worded


def lexicon_of(
    snapshot: Snapshot,
    words: Mapping[str, int],
    stems: Iterable[str] = (),
    *,
    profile: Profile = PROFILE,
) -> Lexicon:
    """The lexicon of a catalogue whose documents hold these words and stems."""
    terms = snapshot.terms.values()
    made = Lexicon(terms, snapshot.vocabulary.asked, words, stems, profile=profile)
    made.words_of_rows = words_of_rows(snapshot)
    for municipality in snapshot.municipalities():
        made.add_place("municipality", municipality.slug, municipality.name)
    return made


def words_of_rows(snapshot: Snapshot) -> frozenset[str]:
    """The words of what rows say of their task, its condition and its deadline."""
    return frozenset(
        token.exact
        for row in snapshot.answering_rows
        for text in worded(row)
        for token in tokenize(text)
    )
