"""Marked text in parts: where a heading of it ends, and what stands after."""

from registry.search.answer import Marked
from registry.search.shortening import headline_end


def text_of(pieces: Marked) -> str:
    return "".join(text for text, _ in pieces)


def headlined(pieces: Marked) -> tuple[Marked, Marked]:
    """A task as a heading: what stands in large letters, and what goes on in small."""
    return parted(pieces, headline_end(text_of(pieces)))


def parted(pieces: Marked, at: int) -> tuple[Marked, Marked]:
    """The pieces before a place in their text, and those after it."""
    before, after = [], []
    for text, is_marked in pieces:
        if text[:at]:
            before.append((text[:at], is_marked))
        if text[at:]:
            after.append((text[at:], is_marked))
        at = max(0, at - len(text))
    return before, after


def with_capital(pieces: Marked) -> Marked:
    """With a capital first, as a heading has it."""
    (text, is_marked), *rest = pieces or [("", False)]
    return [(text[:1].upper() + text[1:], is_marked), *rest]
