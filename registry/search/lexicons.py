"""The lexicon of a catalogue: its vocabulary, its places, and what its rows say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from registry.search.lexicon import Lexicon
from registry.search.profile import PROFILE, Profile
from registry.search.said import words_of

if TYPE_CHECKING:
    from registry.catalogue.snapshot import Snapshot


def lexicon_of(
    snapshot: Snapshot,
    words: Mapping[str, int],
    stems: Iterable[str] = (),
    *,
    profile: Profile = PROFILE,
) -> Lexicon:
    """The lexicon of a catalogue whose documents hold these words and stems."""
    made = lexicon_without_rows(snapshot, words, stems, profile=profile)
    made.words_of_rows = words_of_rows(snapshot)
    return made


def lexicon_without_rows(
    snapshot: Snapshot,
    words: Mapping[str, int],
    stems: Iterable[str] = (),
    *,
    profile: Profile = PROFILE,
) -> Lexicon:
    """The same, but for the words that rows themselves say, which take long to
    gather.
    """
    terms = snapshot.terms.values()
    made = Lexicon(terms, snapshot.vocabulary.asked, words, stems, profile=profile)
    for municipality in snapshot.municipalities():
        made.add_place("municipality", municipality.slug, municipality.name)
    return made


def words_of_rows(snapshot: Snapshot) -> frozenset[str]:
    """The words of what the rows in force say of themselves."""
    return frozenset[str]().union(*map(words_of, snapshot.answering_rows))
