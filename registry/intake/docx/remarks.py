"""The remarks on a text while they are gathered: short excerpts to be read at once,
and behind them all of what was changed or left out, and where it stood.
"""

from collections.abc import Sequence
from typing import Any

from registry.intake.docx.places import Places
from registry.intake.docx.xml import text_of
from registry.intake.read_text import Concern, Piece, Remark

LONGEST = 80  # letters of an excerpt
MOST = 50  # remarks of one kind
MOST_NAMED = 8  # excerpts in one remark
# Of the whole list: letters of one piece, pieces of one remark, letters of all.
LONGEST_PIECE = 1000
MOST_PIECES = 2000
MOST_LETTERS = 1_000_000

Excerpt = str | Piece


class Remarks:
    """Gathers remarks. Those of one kind stand together, in the order of their
    first.
    """

    def __init__(self, places: Places | None = None) -> None:
        self._places = places
        self._gathered: dict[tuple[Concern, str], list[tuple[str, list[Piece]]]] = {}
        self._letters = 0

    def piece(self, node: Any, text: str | None = None) -> Piece:
        """What a node holds, or what is said of it, and where it stands. To be asked
        for while it still stands there.
        """
        return Piece(text_of(node) if text is None else text, self.place(node))

    def place(self, node: Any) -> str:
        """Where a node stands, or stood when the reading began; empty for unknown."""
        return self._places.of(node) if self._places else ""

    def stand(self, block: Any, where: str) -> None:
        """What a block that is not in the body holds stands there."""
        if self._places:
            self._places.stand(block, where)

    def add(self, concern: Concern, kind: str, *excerpts: Excerpt) -> None:
        """One sentence. `kind` is its beginning; the excerpts follow it in quotes."""
        pieces = [_piece(one) for one in excerpts]
        quotes = ", ".join(quoted(one.text) for one in pieces if one.text.strip())
        self._add(concern, kind, f"{kind}: {quotes}." if quotes else f"{kind}.", pieces)

    def count(
        self, concern: Concern, one: str, many: str, excerpts: Sequence[Excerpt]
    ) -> None:
        """One sentence for many of a kind. `many` has {} for their number."""
        if not excerpts:
            return

        pieces = [_piece(one) for one in excerpts]
        quotes = listed([piece.text for piece in pieces if piece.text.strip()])
        kind = one if len(excerpts) == 1 else many.format(len(excerpts))
        self._add(concern, kind, f"{kind}: {quotes}." if quotes else f"{kind}.", pieces)

    def _add(
        self, concern: Concern, kind: str, sentence: str, pieces: list[Piece]
    ) -> None:
        self._gathered.setdefault((concern, kind), []).append((sentence, pieces))

    def all(self) -> tuple[Remark, ...]:
        """Everything that was said; of what was said often, the rest in one remark that
        holds it all.
        """
        self._letters = 0
        return tuple(
            Remark(concern, text, "", self._kept(pieces))
            for (concern, _), remarks in self._gathered.items()
            for text, pieces in _shortened(remarks)
        )

    def _kept(self, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
        """The pieces that say more than nothing, as long as there is room."""
        not_empty = [piece for piece in pieces if piece.text.strip() or piece.place]
        kept: list[Piece] = []
        for piece in not_empty[:MOST_PIECES]:
            text = shortened(piece.text, LONGEST_PIECE)
            self._letters += len(text) + len(piece.place)
            if self._letters > MOST_LETTERS:
                break
            kept.append(Piece(text, piece.place))

        if more := len(not_empty) - len(kept):
            kept.append(Piece(f"… og {more} til, som kun står i originalen"))
        return tuple(kept)


def listed(texts: Sequence[str]) -> str:
    """Excerpts in quotes, one after the other; of many, the first and how many more."""
    more = len(texts) - MOST_NAMED
    return ", ".join(map(quoted, texts[:MOST_NAMED])) + (
        f" og {more} til" if more > 0 else ""
    )


def quoted(text: str) -> str:
    """An excerpt in quotes."""
    return f"«{shortened(text, LONGEST)}»"


def shortened(text: str, longest: int) -> str:
    """A text on one line, no longer than that."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def _piece(excerpt: Excerpt) -> Piece:
    return Piece(excerpt) if isinstance(excerpt, str) else excerpt


def _shortened(
    remarks: list[tuple[str, list[Piece]]],
) -> list[tuple[str, list[Piece]]]:
    rest = remarks[MOST:]
    if not rest:
        return remarks

    pieces = [piece for _, of_one in rest for piece in of_one]
    return [*remarks[:MOST], (f"… og {len(rest)} til af samme slags.", pieces)]
