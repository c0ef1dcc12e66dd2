"""What was read from a Word file or a pasted text: its blocks, and what a person must
know.
"""

from dataclasses import dataclass
from enum import StrEnum

from registry.documents.blocks import Block


class Concern(StrEnum):
    """What a remark is about."""

    CHANGED = "changed"  # taken in, otherwise than it stood
    LEFT_OUT = "left_out"  # in the original, not in the draft
    DOUBT = "doubt"  # a person must decide


@dataclass(frozen=True)
class Remark:
    """A sentence in Danish about what was read. `row`: the key of the row it is
    about.
    """

    concern: Concern
    text: str
    row: str = ""


@dataclass(frozen=True)
class ReadText:
    """A text as it was read.

    `title`: what the original itself says is its title, else empty. `blocks`: its text,
    less that title; headings at the levels they had.
    """

    title: str
    blocks: tuple[Block, ...]
    remarks: tuple[Remark, ...]
