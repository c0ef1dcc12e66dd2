"""Six mechanical variants of a question, the same at every run. None where one cannot
be made.
"""

import random
import re
from collections.abc import Callable, Mapping

WORD = re.compile(r"[^\W\d_]+")
FOLDED = ({"æ": "ae", "ø": "oe", "å": "aa"}, {"æ": "a", "ø": "o", "å": "a"})
NEIGHBOURS = {
    **dict(zip("qwertyuiopasdfghjklzxcvbn", "wertyuiopåsdfghjklæxcvbnm", strict=True)),
    **{"å": "p", "æ": "l", "ø": "æ", "m": "n"},
}


def without_danish_letters(query: str, vocabulary: frozenset[str]) -> str | None:
    """æ, ø, å as ae, oe, aa, or as a, o, a, by turns."""
    table = FOLDED[len(query) % 2]
    changed = "".join(table.get(char, char) for char in query)
    return changed if changed != query else None


def split_compound(query: str, vocabulary: frozenset[str]) -> str | None:
    """The longest compound of two words that the texts hold, written apart."""
    for word in _longest_first(query):
        for at in range(len(word) - 4, 3, -1):
            first, second = word[:at], word[at:]
            if second in vocabulary and (
                first in vocabulary or first[:-1] in vocabulary
            ):
                return query.replace(word, f"{first} {second}", 1)
    return None


def joined_compound(query: str, vocabulary: frozenset[str]) -> str | None:
    """The first two neighbouring words of five letters or more, written as one."""
    changed = re.sub(r"([^\W\d_]{5,}) ([^\W\d_]{5,})", r"\1\2", query, count=1)
    return changed if changed != query else None


def inflected(query: str, vocabulary: frozenset[str]) -> str | None:
    """The longest word in another form: definite for indefinite, or the other way."""
    words = _longest_first(query)
    if not words or len(words[0]) < 5:
        return None
    return query.replace(words[0], _other_form(words[0]), 1)


def _other_form(word: str) -> str:
    for ending in ("erne", "ene", "en", "et"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return word.removesuffix(ending)
    if word.endswith("er"):
        return word + "ne"
    return word + ("n" if word.endswith("e") else "en")


def with_a_slip(query: str, vocabulary: frozenset[str]) -> str | None:
    """One slip of the finger in the longest word: swapped, dropped, doubled or a
    neighbour key.
    """
    words = _longest_first(query)
    if not words or len(words[0]) < 6:
        return None
    chance = random.Random(query)
    word = words[0]
    at = chance.randrange(1, len(word) - 1)
    wrong = chance.choice(
        [
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + NEIGHBOURS.get(word[at], "e") + word[at + 1 :],
        ]
    )
    return query.replace(word, wrong, 1)


def reordered(query: str, vocabulary: frozenset[str]) -> str | None:
    """The words in another order."""
    words = query.split()
    if len(words) < 2:
        return None
    shuffled = words[:]
    random.Random(query).shuffle(shuffled)
    return " ".join(shuffled if shuffled != words else words[::-1])


def _longest_first(query: str) -> list[str]:
    return sorted(WORD.findall(query), key=lambda word: (-len(word), word))


VARIANTS: Mapping[str, Callable[[str, frozenset[str]], str | None]] = {
    "uden æøå": without_danish_letters,
    "særskrevet": split_compound,
    "sammenskrevet": joined_compound,
    "bøjet": inflected,
    "tastefejl": with_a_slip,
    "anden rækkefølge": reordered,
}
