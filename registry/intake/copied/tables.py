"""The tables of copied HTML: what is a table, and what only stood in one."""

from collections.abc import Iterator

from registry.intake.copied.nodes import LISTS, Node, around, named, tag_of, text_of

CELLS = ("td", "th")
ROWS_AROUND = ("table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption")


def settle(body: Node) -> Iterator[str]:
    """Leave tables of more than one column, none within another. Yields what is to be
    told.
    """
    for node in named(body, *ROWS_AROUND):
        if node.tag != "table" and not around(node, "table"):
            node.tag = "div"
    within_another = [node for node in named(body, "table") if around(node, "table")]
    for table in reversed(within_another):
        _as_lines(table)
    for table in named(body, "table"):
        if max((len(_cells(row)) for row in table.iter("tr")), default=0) < 2:
            _unwrapped(table)

    tables = named(body, "table")
    for caption in [c for table in tables for c in table.iter("caption")]:
        _set_above(caption)
    cells = [cell for table in tables for cell in table.iter(*CELLS)]
    yield from _remarks(cells, within_another)


def _remarks(cells: list[Node], within_another: list[Node]) -> Iterator[str]:
    if within_another:
        yield "En tabel inde i en tabel er blevet til linjer i cellen."
    if any(_covers(cell) for cell in cells):
        yield "Flettede celler er delt; deres tekst står i hver af dem."
    if any(text_of(node) for cell in cells for node in cell.iter(*LISTS)):
        yield "Punkter i tabeller står som linjer i cellen."


def _cells(row: Node) -> list[Node]:
    return [child for child in row if tag_of(child) in CELLS]


def _covers(cell: Node) -> bool:
    spans = (cell.get("colspan") or "1", cell.get("rowspan") or "1")
    return any(span.strip() not in ("", "0", "1") for span in spans)


def _as_lines(table: Node) -> None:
    """Each row of a table within another as a line of the cell it stands in."""
    lines = []
    for row in table.iter("tr"):
        line = table.makeelement("p", {})
        line.text = "; ".join(filter(None, (text_of(cell) for cell in _cells(row))))
        lines.append(line)
    for line in lines:
        table.addprevious(line)
    table.drop_tree()


def _unwrapped(table: Node) -> None:
    """What stood in a frame, out of it."""
    for node in list(table.iter(*ROWS_AROUND)):
        if node is not table:
            node.tag = "div"
            node.attrib.clear()
    table.tag = "div"
    for node in list(table.iter("div")):
        if not len(node) and (node.text or "").strip():
            node.tag = "p"


def _set_above(caption: Node) -> None:
    table = around(caption, "table")[0]
    made = table.makeelement("p", {})
    made.text = text_of(caption)
    if made.text:
        table.addprevious(made)
    caption.drop_tree()
