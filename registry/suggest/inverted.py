"""A condition without «hvis», its verb first: «Er borgeren kendt, ringer lægen»."""

from collections.abc import Sequence

from registry.suggest.finite import is_finite
from registry.suggest.lexicon import COORDINATORS
from registry.suggest.nouns import is_definite, phrase_end
from registry.suggest.words import Word

Words = Sequence[Word]
_LIGHT = frozenset({"der", "det", "den", "dette", "denne", "de", "han", "hun"})
# After «, og» these begin a condition; other verbs go on with the subject before.
_STATES = frozenset({"er", "har", "kan", "skal", "bliver", "ønsker"})


def inverted_end(words: Words, at: int) -> int:
    """Where a condition that begins with its verb at `at` ends; 0 where none does."""
    if len(words) < at + 4 or not _may_begin(words, at):
        return 0

    for comma in range(at + 2, len(words) - 1):
        if words[comma].low == ";":
            return 0
        if words[comma].low == "," and is_finite(words, comma + 1):
            more = words[comma + 2].low if comma + 2 < len(words) else ""
            verbs = comma + 3 < len(words) and is_finite(words, comma + 3)
            if more not in COORDINATORS or verbs:
                return comma

    return 0


def _may_begin(words: Words, at: int) -> bool:
    word, following = words[at], words[at + 1]
    if at and not _is_joined(words, at):
        return False

    # «Mangler den, …»: a verb that is also a noun has a subject after it.
    subject = following.low in _LIGHT or is_definite(following)
    if not is_finite(words, at) and not (word.present and subject):
        return False

    # A point of a list may begin with a passive too, but no subject follows it there.
    is_bare = phrase_end(words, at + 1, len(words)) == at + 1
    return not (word.passive and is_bare and following.low != "der")


def _is_joined(words: Words, at: int) -> bool:
    """Whether a second main clause begins here with its condition."""
    joined = at > 1 and words[at - 1].low in COORDINATORS and words[at - 2].low == ","
    begins = words[at].low in _STATES or words[at + 1].low in _LIGHT
    return joined and begins
