"""Short ways to read a pasted text."""

from registry.documents.blocks import Heading
from registry.documents.markdown import written
from registry.intake.pasted.reader import read
from registry.intake.read_text import Concern, ReadText


def markdown(text: str) -> str:
    return written(read(text).blocks)


def headings(text: str) -> list[tuple[int, str]]:
    return [(h.level, h.text) for h in read(text).blocks if isinstance(h, Heading)]


def remarks(reading: ReadText, concern: Concern) -> list[str]:
    return [remark.text for remark in reading.remarks if remark.concern is concern]
