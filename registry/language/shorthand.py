"""Words as clinicians and case workers clip them, and as one speaks, read in full."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from registry.language.danish import Token, fold, stem

# After these «kom» is no verb: «ring til kom», «er det os el kom».
_BEFORE_KOM = frozenset(
    fold(word)
    for word in "af alle el eller for fra hos i mellem og/eller til vores".split()
)


def in_full(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with those that are clipped as the words that they stand for."""
    read, before = [], ""
    for token in tokens:
        whole = _whole(token.exact, before)
        before = token.exact
        read.append(
            token._replace(exact=fold(whole), stem=stem(whole)) if whole else token
        )
    return read


def _whole(word: str, before: str) -> str | None:
    if word == "kom" and before in _BEFORE_KOM:
        return "kommune"
    return _words().get(word)


@cache
def _words() -> Mapping[str, str]:
    """Each folded clipping and its word."""
    text = (Path(__file__).parent / "words" / "shorthand.txt").read_text("utf-8")
    pairs = (pair.partition("=") for pair in text.split())
    return {fold(short): word for short, _, word in pairs}
