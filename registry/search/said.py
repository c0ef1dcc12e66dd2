"""What a row says in plain words, counted: once, when it is indexed. The index keeps it
beside the row, so that no process counts it again.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from sys import intern
from typing import TYPE_CHECKING, NamedTuple

from registry.catalogue.told import worded
from registry.language.danish import Token, tokenize
from registry.language.foreign import as_danish
from registry.language.shorthand import in_full
from registry.search.index_keys import CONCEPT, PART, STEM

if TYPE_CHECKING:
    from registry.catalogue.snapshot import Row
    from registry.catalogue.vocabulary import Vocabulary
    from registry.search.lexicon import Lexicon

COUNTED = (STEM, PART, CONCEPT)
Counts = Mapping[str, int]


class Said(NamedTuple):
    """What a row says: its `words` as they stand, and in how many texts each key
    stands, of the questions that it answers, of its task, and of its situation and
    deadline.
    """

    words: Sequence[str]
    questions: Counts
    task: Counts
    situation: Counts


def said_by(row: Row, vocabulary: Vocabulary, lexicon: Lexicon) -> Said:
    """What a row says, by a vocabulary and the words of a lexicon."""
    stored = row.snitflade
    return Said(
        sorted(words_of(row)),
        counted(vocabulary.questions_of(row.id), lexicon),
        counted([stored.task], lexicon),
        counted([stored.situation, stored.deadline], lexicon),
    )


def words_of(row: Row) -> frozenset[str]:
    """The words of what a row says of its task, its condition and its deadline."""
    return frozenset(token.exact for text in worded(row) for token in tokenize(text))


def counted(texts: Iterable[str], lexicon: Lexicon) -> Counts:
    """In how many of the texts each key stands."""
    counts = Counter[str]()
    for text in texts:
        counts.update(keys_of(in_full(as_danish(tokenize(text))), lexicon))
    return counts


def keys_of(tokens: Sequence[Token], lexicon: Lexicon) -> set[str]:
    """The stems, the parts of compounds and the terms that some words hold."""
    held = {one for token in tokens for one in lexicon.index_keys_of_word(token)}
    for phrase in lexicon.term_phrases.find([token.stem for token in tokens]):
        held |= phrase.meaning.index_keys
    return {token for token in held if token.startswith(COUNTED)}


def said_in(written: str) -> Said:
    """What was written down (`as_text`). The same keys stand in many rows, and are held
    once.
    """
    words, *counts = json.loads(written)
    asked, task, situation = ({intern(k): n for k, n in c.items()} for c in counts)
    return Said(words, asked, task, situation)


def as_text(said: Said) -> str:
    """As it is stored, the same for the same row."""
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
