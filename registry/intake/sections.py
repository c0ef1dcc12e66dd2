"""A text by its headings: what stands under each, and how deep."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from registry.documents.blocks import Block, Heading, Paragraph, in_order
from registry.documents.markdown import written

TOP = 2  # the level of the highest headings of a text that is a field of an agreement


@dataclass(frozen=True)
class Section:
    """A heading with what stands between it and the next; before the first there is
    none.
    """

    heading: Heading | None
    blocks: tuple[Block, ...]

    @property
    def title(self) -> str:
        """The heading's text; empty for what stands before the first."""
        return self.heading.text if self.heading else ""

    @property
    def level(self) -> int:
        """The heading's level, from 1; 0 for what stands before the first."""
        return self.heading.level if self.heading else 0

    @property
    def all(self) -> tuple[Block, ...]:
        """The blocks with the heading over them."""
        return (self.heading, *self.blocks) if self.heading else self.blocks


def sections_of(blocks: Iterable[Block]) -> list[Section]:
    """The sections in order; the first is what stands before any heading, empty
    or not.
    """
    heading: Heading | None = None
    under: list[Block] = []
    sections = []

    for block in blocks:
        if isinstance(block, Heading):
            sections.append(Section(heading, tuple(under)))
            heading, under = block, []
        else:
            under.append(block)

    return [*sections, Section(heading, tuple(under))]


def below(sections: Sequence[Section], at: int) -> int:
    """Where the part ends that the section at `at` begins: at the next of no lower
    level.
    """
    level = sections[at].level
    ends = (i for i in range(at + 1, len(sections)) if sections[i].level <= level)
    return next(ends, len(sections))


def all_under(part: Sequence[Section]) -> list[Block]:
    """All that a part holds, less the heading that begins it."""
    first, *rest = part
    return [*first.blocks, *(block for section in rest for block in section.all)]


def is_plain(part: Sequence[Section]) -> bool:
    """Whether a part is nothing but paragraphs."""
    return len(part) == 1 and all(
        isinstance(block, Paragraph) for block in part[0].blocks
    )


def markdown_of(blocks: Iterable[Block]) -> str:
    """Blocks as a field's Markdown: no level of headings skipped, the highest as in
    others.
    """
    return written(_levelled(blocks))


def _levelled(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in in_order(blocks):
        if isinstance(block, Heading):
            yield replace(block, level=block.level + TOP - 1)
        else:
            yield block
