"""What was read from a Word file or a pasted text: its blocks, and what a person must
know.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from registry.documents.blocks import Block

# How a title says what the agreement is about.
ABOUT_WHAT = re.compile(
    r"(?:aftale|program|katalog)\w*\s+(?:om|for|vedr|mellem)", re.IGNORECASE
)


class Concern(StrEnum):
    """What a remark is about."""

    CHANGED = "changed"  # taken in, otherwise than it stood
    LEFT_OUT = "left_out"  # in the original, not in the draft
    DOUBT = "doubt"  # a person must decide


class Piece(NamedTuple):
    """Something that a remark is about, and where in the original it stood, as far as
    that is known.
    """

    text: str
    place: str = ""


@dataclass(frozen=True)
class Remark:
    """A sentence in Danish about what was read. `row`: the key of the row it is about.
    `pieces`: all of what the sentence may only name the first of.
    """

    concern: Concern
    text: str
    row: str = ""
    pieces: tuple[Piece, ...] = ()

    @property
    def has_more(self) -> bool:
        """Whether the pieces say more than the sentence does."""
        return any(one.place or one.text not in self.text for one in self.pieces)

    @classmethod
    def stored(cls, plain: Mapping[str, Any]) -> "Remark":
        """The remark that was kept as plain values, maybe before it had pieces."""
        pieces = tuple(Piece(*piece) for piece in plain.get("pieces", ()))
        return cls(Concern(plain["concern"]), plain["text"], plain["row"], pieces)


@dataclass(frozen=True)
class ReadText:
    """A text as it was read.

    `title`: what the original itself says is its title, else empty. `blocks`: its text,
    less that title; headings at the levels they had. `only_heading`: that of a section,
    where the original has no higher one and no title.
    """

    title: str
    blocks: tuple[Block, ...]
    remarks: tuple[Remark, ...]
    only_heading: str = ""
