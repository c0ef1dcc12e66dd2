"""The headings that a read text does not have as such: its title, and the names of the
three fields.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile

from registry.documents.blocks import Block, Heading, Paragraph, plain
from registry.intake import labels
from registry.intake.facts import is_fact
from registry.intake.read_text import ABOUT_WHAT, Concern, ReadText, Remark
from registry.intake.sections import TOP
from registry.rules.fields import THREE_FIELDS

THREE = {field.name: field.label for field in THREE_FIELDS}
LONGEST_TITLE = 160
FRONT = 8  # blocks of a front page
BEGUN = "I teksten begynder et afsnit med «{}». "
PLACES = ("tekstens første linje", "forsiden")


def headed(read_text: ReadText) -> ReadText:
    """The text with its title and the headings of the three fields; the remarks say
    which were only taken to be such.
    """
    return _headed(_titled(read_text))


def _titled(read_text: ReadText) -> ReadText:
    """Where the original does not say what its title is, that is what it begins
    with.
    """
    front = list(takewhile(_may_be_title, map(_title_in, read_text.blocks[:FRONT])))
    if not read_text.title and not front and read_text.only_heading:
        return _by_only_heading(read_text)
    if read_text.title or not front:
        return read_text

    # A front page may begin with those who agree.
    at = next((at for at, text in enumerate(front) if ABOUT_WHAT.search(text)), 0)
    left = (*read_text.blocks[:at], *read_text.blocks[at + 1 :])
    doubt = Remark(Concern.DOUBT, f"Titlen er læst af {PLACES[at > 0]}. Passer den?")
    return ReadText(front[at], left, (*read_text.remarks, doubt))


def _by_only_heading(read_text: ReadText) -> ReadText:
    """A section's heading stays one, and is a title until somebody writes another."""
    title = read_text.only_heading
    asked = f"Titlen er læst af overskriften «{title}», den eneste. Skriv den rigtige."
    remarks = (*read_text.remarks, Remark(Concern.DOUBT, asked))
    return replace(read_text, title=title, remarks=remarks)


def _may_be_title(text: str) -> bool:
    return bool(text) and not labels.is_common(text)


def _title_in(block: Block) -> str:
    if isinstance(block, Heading):
        return block.text

    text = (
        plain(block.text) if isinstance(block, Paragraph) and not is_fact(block) else ""
    )
    is_line = 0 < len(text) <= LONGEST_TITLE and "\n" not in text
    return text if is_line and text[-1] not in ".:;,?!" else ""


def _headed(read_text: ReadText) -> ReadText:
    """A line that is nothing but the name of one of the three fields is its heading.

    Only the first, and only where no heading has that name.
    """
    meanings = {
        labels.heading(b.text) for b in read_text.blocks if isinstance(b, Heading)
    }
    blocks: list[Block] = []
    made = []

    for block in read_text.blocks:
        text = plain(block.text) if isinstance(block, Paragraph) else ""
        meaning = labels.heading(text) if 0 < len(text) <= LONGEST_TITLE else ""
        if meaning in THREE and meaning not in meanings:
            meanings.add(meaning)
            made.append(f"«{text}»")
            blocks.append(Heading(TOP, text, ""))
        else:
            blocks.append(block)

    if not made:
        return read_text
    remark = Remark(Concern.CHANGED, f"Læst som overskrifter: {', '.join(made)}.")
    return replace(
        read_text, blocks=tuple(blocks), remarks=(*read_text.remarks, remark)
    )


def not_found(names: Iterable[str], blocks: Iterable[Block]) -> Iterator[str]:
    """What is to be asked of those of the three fields that have no heading."""
    begun = _run_in(blocks)
    for name in names:
        said = BEGUN.format(begun[name]) if name in begun else ""
        yield (
            f"«{THREE[name]}» er ikke fundet under en overskrift. {said}"
            "Udfyld feltet selv."
        )


def _run_in(blocks: Iterable[Block]) -> dict[str, str]:
    """The names of the three fields that paragraphs begin with in bold, as in
    «**Økonomi:** Regionen betaler.», by field. Where such a field ends cannot be said.
    """
    found: dict[str, str] = {}
    for block in blocks:
        spans = block.text if isinstance(block, Paragraph) else ()
        label = plain(tuple(takewhile(lambda span: span.bold, spans))).strip()
        meaning = labels.likely_heading(label.rstrip(":. ")) if label else ""
        if meaning in THREE:
            found.setdefault(meaning, label)
    return found
