"""Danish alphabetical order: æ, ø, å last; accents and case do not count."""

import re
import unicodedata
from functools import lru_cache

_LAST = {"æ": "{", "ø": "|", "å": "}"}  # the three characters after z


@lru_cache(maxsize=16384)
def danish_key(text: str) -> tuple[str | int, ...]:
    """A sort key: æ, ø, å after z, digits by their number, accents and case ignored."""
    folded = "".join(
        _fold(char) for char in unicodedata.normalize("NFC", text.casefold())
    )
    # Every second part is a number, so that keys compare like with like.
    parts = re.split(r"(\d+)", folded)
    return tuple(int(part) if at % 2 else part for at, part in enumerate(parts))


def _fold(char: str) -> str:
    if char in _LAST:
        return _LAST[char]
    bare = (
        c for c in unicodedata.normalize("NFD", char) if not unicodedata.combining(c)
    )
    return "".join(_LAST.get(c, c) for c in bare)
