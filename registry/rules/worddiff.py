"""What differs between two texts, by words. Pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

# A long text is first compared by lines, what differs then by sentences, and only then
# by words.
LEVELS = (
    re.compile(r"[^\n]*\n+|[^\n]+"),
    re.compile(r".+?[.;:!?]\s+|.+", re.S),
    re.compile(r"\s*\S+\s*|\s+"),
)
# Of texts that share hardly a sentence, so many pairs of words are too many to compare.
MOST_PAIRS = 1_000_000


class Side(StrEnum):
    """Where a piece stands: in both texts, in the later only, or in the earlier
    only.
    """

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


class Piece(NamedTuple):
    """Some words of one of the texts, or of both."""

    text: str
    part: Side


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """The later text, with what was removed standing before what was put in its place.

    The same and the added make up the later text to the letter; the same and the
    removed the earlier one but for its white space, which is not compared.
    """
    return tuple(_joined(_compared(before, after, 0)))


def _compared(before: str, after: str, level: int) -> Iterator[Piece]:
    old, new = (LEVELS[level].findall(text) for text in (before, after))
    last = level == len(LEVELS) - 1
    if last and len(old) * len(new) > MOST_PAIRS:
        yield from _replaced(before, after)
        return

    matcher = SequenceMatcher(None, _bare(old), _bare(new), autojunk=False)
    for what, first, end, new_first, new_end in matcher.get_opcodes():
        was, now = "".join(old[first:end]), "".join(new[new_first:new_end])
        if what == "equal":
            yield Piece(now, Side.SAME)
        elif what == "replace" and not last:
            yield from _compared(was, now, level + 1)
        else:
            yield from _replaced(was, now)


def _replaced(was: str, now: str) -> Iterator[Piece]:
    if was:
        yield Piece(was, Side.REMOVED)
    if now:
        yield Piece(now, Side.ADDED)


def _bare(parts: Sequence[str]) -> list[str]:
    return [" ".join(part.split()) for part in parts]


def _joined(pieces: Iterable[Piece]) -> list[Piece]:
    """Neighbours of one part as one piece, and no removed word run together with
    another.
    """
    runs = [
        Piece("".join(piece.text for piece in run), part)
        for part, run in groupby(pieces, key=lambda piece: piece.part)
    ]

    ends = [run.text[-1:] for run in runs]
    return [
        _apart(run, ends[at - 1] if at else " ", is_last=at == len(runs) - 1)
        for at, run in enumerate(runs)
    ]


def _apart(run: Piece, end_before: str, *, is_last: bool) -> Piece:
    """A removed word that stood at an end of its text may have lost the space beside
    it.
    """
    if run.part is not Side.REMOVED:
        return run
    lead = "" if end_before.isspace() or run.text[0].isspace() else " "
    tail = "" if is_last or run.text[-1].isspace() else " "
    return Piece(f"{lead}{run.text}{tail}", run.part)
