"""Whether a question tells of danger, and what is then said before any answer. Pure.

What is said is conditional, so that to say it once too often does no harm: who asks
about «ikke akut» reads it too.
"""

import re
from collections.abc import Iterable

from registry.language.danish import Token, fold, tokenize
from registry.language.word_lists import (
    DANGER_BEGINNINGS,
    DANGER_PHRASES,
    DANGER_WORDS,
)

# General advice, as the citizens' pages give it; the agreements do not hold it.
ACUTE = (
    "Er det livsfarligt, så ring 112. Er det akut, så følg den lokale instruks, også "
    "når ingen leder er at få fat i. Uden for egen læges åbningstid: "
    "Akuttelefonen 1813."
)

_DIALLED = re.compile(r"\b(112|1813)\b")
_WORDS = frozenset(map(fold, DANGER_WORDS))
_BEGINNINGS = tuple(map(fold, DANGER_BEGINNINGS))
_PHRASES = re.compile(
    rf" (?:{'|'.join(' '.join(map(fold, p.split())) for p in DANGER_PHRASES)}) "
)


def tells_of_danger(text: str, understood: Iterable[Token] = ()) -> bool:
    """Whether a question does, as it is written or as its words were understood."""
    written = [token.exact for token in tokenize(text)]
    words = {*written, *(token.exact for token in understood)}

    return (
        not _WORDS.isdisjoint(words)
        or any(word.startswith(_BEGINNINGS) for word in words)
        or bool(_PHRASES.search(f" {' '.join(written)} "))
    )


def acute_pieces() -> list[tuple[str, bool]]:
    """What is said, in pieces; True: the piece is a number to dial."""
    pieces = _DIALLED.split(ACUTE)
    return [(piece, bool(at % 2)) for at, piece in enumerate(pieces) if piece]
