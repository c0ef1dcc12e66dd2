"""The check of every document before it leaves: it says what its blocks say."""

from collections.abc import Iterable

from registry.documents.blocks import Document
from registry.documents.visible_words import words_in


class NotWhole(Exception):
    """A fault of ours: words or figures were lost on the way into a format."""


def require_whole(
    document: Document, produced: Iterable[str], *, numbers: bool = True
) -> None:
    """Raises NotWhole unless all that the blocks say is among the words produced, in
    order.

    `produced` may hold more: a contents list, or what a format says beside the text.
    `numbers`: false where the reader's program counts the lists itself.
    """
    made = iter(produced)
    for word in words_in(document.blocks, numbers=numbers):
        if word not in made:
            raise NotWhole(f"{document.title}: «{word}» was lost")
