"""Marking what was found: the words of a text whose keys the question wanted."""

from collections.abc import Collection

from registry.language.danish import tokenize
from registry.search.answer import Marked
from registry.search.index_keys import EXACT, STEM
from registry.search.profile import PROFILE
from registry.search.room import BEFORE_WORD


def mark(text: str, wanted: Collection[str]) -> Marked:
    """The text in pieces, those that the question named marked."""
    pieces: list[tuple[str, bool]] = []
    end = 0

    for token in tokenize(text):
        if (
            EXACT + token.exact in wanted or STEM + token.stem in wanted
        ) and token.start >= end:
            if token.start > end:
                pieces.append((text[end : token.start], False))
            pieces.append((text[token.start : token.end], True))
            end = token.end

    if end < len(text):
        pieces.append((text[end:], False))

    return pieces


def snippet(
    text: str, wanted: Collection[str], *, length: int = PROFILE.shown.snippet
) -> Marked:
    """A stretch of the text, of at most `length` letters, about the first marked
    word.
    """
    flat = " ".join(text.split())
    first = next(
        (
            token.start
            for token in tokenize(flat)
            if EXACT + token.exact in wanted or STEM + token.stem in wanted
        ),
        0,
    )

    start = max(0, first - length // BEFORE_WORD)
    start = flat.find(" ", start) + 1 if start else 0
    stop = min(len(flat), start + length)
    stop = flat.rfind(" ", start, stop) if stop < len(flat) else stop
    cut = flat[start : stop if stop > start else len(flat)]

    before, after = "… " if start else "", " …" if stop < len(flat) else ""
    return mark(before + cut + after, wanted)
