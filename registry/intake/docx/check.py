"""The last look: every paragraph that can be seen in Word is in what was read, or is
told of.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from registry.documents.blocks import (
    Block,
    Heading,
    Items,
    Paragraph,
    Quote,
    Span,
    Table,
    plain,
    printable,
)
from registry.intake.docx.drawings import DRAWN
from registry.intake.docx.outline import BARE, OUTLINE
from registry.intake.docx.remarks import Remarks
from registry.intake.docx.styles import CONTENTS, CONTENTS_TITLES, Styles
from registry.intake.docx.xml import MC, ROW, RUN, M, Node, P, T, child, is_on, w
from registry.intake.read_text import Concern, Piece
from registry.language.normal import normal

# Other things may come to stand between the letters before and after these.
SEAM = "\0"
SEAMS = (
    *map(
        w,
        ("footnoteReference", "endnoteReference", "sym", "noBreakHyphen", "softHyphen"),
    ),
    *map(w, ("fldChar", "ruby", "tab", "ptab", "br", "cr")),
    *DRAWN,
    f"{{{M}}}oMath",
)
SEAMS_IN = re.compile(f"{SEAM}| {{3,}}")
OLDER = f"{{{MC}}}Fallback"
NEAR = 20_000  # letters: a paragraph stands about where the one before it ended
SEARCHED = 300_000_000  # letters looked through for those that do not


class Visible:
    """The pieces of text that can be seen in the body, taken before anything is made of
    it.
    """

    def __init__(self, body: Node, styles: Styles, remarks: Remarks) -> None:
        self._remarks = remarks
        self._pieces = list(_pieces(body, styles))

    def tell_missing(self, title: str, blocks: Sequence[Block]) -> None:
        """Tell of the pieces that are neither in the title nor in the blocks."""
        lines = [_close(line) for line in (title, *_lines(blocks))]
        known, text = set(lines), SEAM.join(lines)
        at = searched = 0

        for paragraph, piece in self._pieces:
            options = [option for option in _options(piece) if option]
            if not options or any(option in known for option in options):
                continue

            place = text.find(options[0], at, at + NEAR)
            if place < 0 and searched < SEARCHED:
                place = max(text.find(option) for option in options)
                searched += len(text) * len(options)

            if place < 0:
                self._remarks.add(
                    Concern.LEFT_OUT,
                    "Tekst, der ikke kunne læses, er udeladt",
                    self._remarks.piece(paragraph, piece),
                )
            else:
                at = place


def tell_unlinked(
    links: Iterable[Piece], blocks: Sequence[Block], remarks: Remarks
) -> None:
    """Tell of the links that stand nowhere: headings and the heads of tables hold
    none.
    """
    kept = {span.href for span in _spans(blocks)}
    for link in {one.text: one for one in links}.values():
        if not any(href.startswith(link.text) for href in kept):
            kind = "Et link i en overskrift er udeladt; teksten står der stadig"
            remarks.add(Concern.LEFT_OUT, kind, link)


def _pieces(body: Node, styles: Styles) -> Iterator[tuple[Node, str]]:
    """What can be seen, part by part, each with the paragraph that it stands in."""
    paragraphs: dict[Node, list[str]] = {}
    for node in body.iter(T, *SEAMS):
        paragraph = next(node.iterancestors(P), None)
        if paragraph is None or next(node.iterancestors(OLDER), None) is not None:
            continue
        shown = (node.text or "") if node.tag == T and _is_shown(node) else SEAM
        paragraphs.setdefault(paragraph, []).append(shown)

    for paragraph, texts in paragraphs.items():
        written = "".join(texts)
        is_contents = written.strip().casefold() in CONTENTS_TITLES
        if not is_contents and not CONTENTS.match(styles.name(paragraph)):
            yield from ((paragraph, piece) for piece in SEAMS_IN.split(written))


def _is_shown(node: Node) -> bool:
    """Whether no other remark tells of it: hidden text, and prompts that were not
    answered.
    """
    if any(is_on(child(run, "rPr", "vanish")) for run in node.iterancestors(RUN)):
        return False
    if any(is_on(child(row, "trPr", "hidden")) for row in node.iterancestors(ROW)):
        return False
    controls = node.iterancestors(w("sdt"))
    return not any(
        is_on(child(control, "sdtPr", "showingPlcHdr")) for control in controls
    )


def _options(piece: str) -> tuple[str, ...]:
    """How a piece may stand: as it is, or as a heading without its number."""
    line = " ".join(piece.split())
    number = OUTLINE.match(line) or BARE.match(line)
    return (_close(line), _close(line[number.end() :])) if number else (_close(line),)


def _close(text: str) -> str:
    """The text without blanks, which the blocks may have otherwise."""
    return "".join(printable(normal(text)).split())


def _spans(blocks: Iterable[Block]) -> Iterator[Span]:
    for block in blocks:
        match block:
            case Paragraph(spans):
                yield from spans
            case Items(items):
                yield from (span for item in items for span in _spans(item))
            case Quote(inner):
                yield from _spans(inner)
            case Table(_, _, rows):
                yield from (span for row in rows for cell in row for span in cell)


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading(_, text):
                yield text
            case Paragraph(spans):
                yield plain(spans)
            case Items(items):
                yield from (line for item in items for line in _lines(item))
            case Quote(inner):
                yield from _lines(inner)
            case Table(_, head, rows):
                yield from head
                yield from (plain(cell) for row in rows for cell in row)
