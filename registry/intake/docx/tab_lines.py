"""Lines whose columns are set by tabs or by many blanks, as tables: a tab is no more
than a blank in the text.
"""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from registry.intake.docx.remarks import Remarks
from registry.intake.docx.styles import CONTENTS, TITLE, Styles
from registry.intake.docx.xml import (
    CELL,
    ROW,
    RUN,
    TABLE,
    Node,
    P,
    T,
    child,
    drop,
    text_of,
    w,
    written_text,
)
from registry.intake.read_text import Concern, Piece

FEWEST = 3  # lines that agree in their columns
MOST_CELLS = 400  # of one paragraph
TABS, BREAKS = (w("tab"), w("ptab")), (w("br"), w("cr"))
READ = (
    "1 sted er linjer, hvis kolonner er sat med tabulator, læst som en tabel. Se den "
    "efter",
    "{} steder er linjer, hvis kolonner er sat med tabulator, læst som tabeller. Se "
    "dem efter",
)
UNREAD = (
    "1 sted er linjer sat med tabulator, så kolonnerne ikke passer sammen; de står "
    "som tekst med mellemrum. Se dem efter",
    "{} steder er linjer sat med tabulator, så kolonnerne ikke passer sammen; de står "
    "som tekst med mellemrum. Se dem efter",
)
# What a line of a list begins with, and the sign of a blank to be filled in by hand.
_MARK = re.compile(
    r"[(§]?\s*(?:\d+(?:\.\d+)*|[a-zæøå]|[ivxIVX]+|[A-ZÆØÅ])[.):]?|§ ?\d+[.:]?"
    r"|(?:Stk\.|Nr\.|Pkt\.|Bilag|Kapitel|Afsnit|Punkt) ?(?:\d+|[A-ZÆØÅ])[.:]?|[–•·*o-]",
)
_TO_FILL_IN = re.compile(r"[_.…\s]{3,}")
_BLANKS = re.compile(r" {3,}")
_PAGE = re.compile(r"\d{1,3}")


@dataclass(frozen=True)
class _TabLine:
    """A line of a paragraph: which of its lines, and the words of each column."""

    paragraph: Node
    at: int
    cells: tuple[str, ...]

    @property
    def filled(self) -> tuple[int, ...]:
        """The columns that say something."""
        return tuple(column for column, words in enumerate(self.cells) if words)


# Lines in order, each with the columns that are its cells.
_Found = list[tuple[_TabLine, tuple[int, ...]]]


def settle(body: Node, styles: Styles, remarks: Remarks) -> None:
    """Make a table of lines that follow each other and agree in their columns. Lists
    with a sign and a tab, lists of contents and lines of labels are none.
    """
    _set_tabs(body)
    read: list[Piece] = []
    unread: list[Piece] = []

    for lines in list(_runs(body, styles)):
        tables, left = _parted(lines)
        for found in tables:
            read.append(remarks.piece(found[0][0].paragraph))
            _write(found)
        if len(left) >= FEWEST and any(len(line.filled) > 2 for line in left):
            unread.append(remarks.piece(left[0].paragraph))

    remarks.count(Concern.DOUBT, *READ, read)
    remarks.count(Concern.DOUBT, *UNREAD, unread)


def _parted(lines: Sequence[_TabLine]) -> tuple[list[_Found], list[_TabLine]]:
    """The tables among the lines, and the lines that belong to none."""
    tables: list[_Found] = []
    left: list[_TabLine] = []
    at = 0

    while at < len(lines):
        found = _table_at(lines, at)
        if found:
            tables.append(found)
        else:
            left.append(lines[at])
        at += len(found) or 1

    return tables, left


def _set_tabs(body: Node) -> None:
    """Many blanks in a row are there to come to a column."""
    for words in list(body.iterfind(f"{P}//{T}")):
        if words.getparent().tag == RUN and _BLANKS.search(words.text or ""):
            first, *others = _BLANKS.split(words.text)
            words.text = first
            at = words
            for other in others:
                at.addnext(etree.Element(w("tab")))
                at.getnext().addnext(written_text(other))
                at = at.getnext().getnext()


def _runs(body: Node, styles: Styles) -> Iterator[list[_TabLine]]:
    """The lines with tabs that follow each other; only empty ones may stand between."""
    lines: list[_TabLine] = []
    for node in [*body, None]:
        if node is not None and node.tag == P and not text_of(node):
            continue
        own = [] if node is None else _lines(node, styles)
        if not own and lines:
            yield lines
            lines = []
        lines = [*lines, *own]


def _lines(node: Node, styles: Styles) -> list[_TabLine]:
    """The lines of a paragraph, where each of them has columns; else none."""
    if node.tag != P or next(node.iter(*TABS), None) is None or _is_other(node, styles):
        return []

    words: dict[tuple[int, int], list[str]] = {}
    for leaf, place in _placed(node):
        words.setdefault(place, []).append(leaf.text or "" if leaf.tag == T else "")
    if len(words) > MOST_CELLS:
        return []

    lines: dict[int, list[str]] = {}
    for (at, _), said in sorted(words.items()):
        lines.setdefault(at, []).append(" ".join("".join(said).split()))
    found = [
        _TabLine(node, at, _without_ends(cells))
        for at, cells in lines.items()
        if any(cells)
    ]
    return found if all(map(_has_columns, found)) else []


def _is_other(paragraph: Node, styles: Styles) -> bool:
    """Whether it is a heading, a title or an item, which have their own tabs."""
    name = styles.name(paragraph)
    return (
        styles.level(paragraph) > 0
        or name in TITLE
        or bool(CONTENTS.match(name))
        or any(
            child(node, "pPr", "numPr") is not None
            for node in (paragraph, *styles.chain(paragraph))
        )
    )


def _placed(paragraph: Node) -> Iterator[tuple[Node, tuple[int, int]]]:
    """What stands in the runs, in order, each with its line and its column."""
    line = column = 0
    for leaf in paragraph.iter():
        around = leaf.getparent()
        if around is None or around.tag != RUN or leaf.tag == w("rPr"):
            continue
        yield leaf, (line, column)
        if leaf.tag in BREAKS:
            line, column = line + 1, 0
        elif leaf.tag in TABS:
            column += 1


def _without_ends(cells: Sequence[str]) -> tuple[str, ...]:
    """Less the tabs that nothing follows."""
    last = max(at for at, words in enumerate(cells) if words)
    return tuple(cells[: last + 1])


def _has_columns(line: _TabLine) -> bool:
    said = [line.cells[column] for column in line.filled]
    if len(line.cells) < 2 or all(map(_TO_FILL_IN.fullmatch, said)):
        return False
    return not (len(said) == 2 and _MARK.fullmatch(said[0])) and not (
        len(said) == 1 and line.filled[0] < 2
    )


def _table_at(lines: Sequence[_TabLine], at: int) -> _Found:
    """The lines of the table that begins there: as many as agree with the first; none
    where they are too few.
    """
    head = lines[at].filled
    if len(head) < 2:
        return []

    kinds = [
        _found(lines, at, evenly=True) if len(head) == len(lines[at].cells) else [],
        _found(lines, at, evenly=False),
    ]
    best = _of_whole(max(kinds, key=len), lines, at)
    return [] if _are_others([line for line, _ in best]) else best


def _of_whole(found: _Found, lines: Sequence[_TabLine], at: int) -> _Found:
    """Less the lines of a paragraph that has lines before the first or after the
    last.
    """
    end = at + len(found)
    before = lines[at - 1].paragraph if at else None
    after = lines[end].paragraph if end < len(lines) else None
    if before is lines[at].paragraph:
        return []
    kept = [(line, cells) for line, cells in found if line.paragraph is not after]
    return kept if len(kept) >= FEWEST else []


def _found(lines: Sequence[_TabLine], at: int, *, evenly: bool) -> _Found:
    """Evenly: one tab to a column, so that a cell may be empty. Else tabs are only as
    many as it takes to come to the column, and no cell is empty.
    """
    columns = len(lines[at].filled)
    found: _Found = []
    whole = 0

    for line in lines[at:]:
        cells = tuple(range(columns)) if evenly else line.filled
        if len(line.cells) > columns if evenly else len(cells) != columns:
            break
        found.append((line, cells))
        whole += len(line.filled) == columns
    return found if whole >= FEWEST else []


def _are_others(lines: Sequence[_TabLine]) -> bool:
    """Whether the lines are labels with what they say, or a list of contents."""
    if not lines:
        return True
    labels = [line.cells[0].endswith(":") for line in lines if len(line.filled) == 2]
    last = [line.cells[-1] for line in lines]
    pages = [int(page) for page in last if _PAGE.fullmatch(page)]
    is_contents = len(pages) == len(lines) and pages == sorted(pages)
    return is_contents or (len(labels) == len(lines) and all(labels))


def _write(found: _Found) -> None:
    table = etree.Element(TABLE)
    for line, columns in found:
        row = etree.SubElement(table, ROW)
        for column in columns:
            etree.SubElement(row, CELL).append(_cut(line, column))

    paragraphs = dict.fromkeys(line.paragraph for line, _ in found)
    next(iter(paragraphs)).addprevious(table)
    for paragraph in paragraphs:
        drop(paragraph)


def _cut(line: _TabLine, column: int) -> Node:
    """The paragraph with nothing but one column of one of its lines."""
    cut = deepcopy(line.paragraph)
    for leaf, place in list(_placed(cut)):
        if place != (line.at, column) or leaf.tag in (*TABS, *BREAKS):
            drop(leaf)

    for empty in [run for run in cut.iter(RUN) if not text_of(run)]:
        drop(empty)
    for link in [link for link in cut.iter(w("hyperlink")) if not text_of(link)]:
        drop(link)
    return cut
