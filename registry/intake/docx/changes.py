"""Tracked changes: what was inserted stays, what was deleted goes, and both are
said.
"""

from registry.intake.docx.remarks import Remarks
from registry.intake.docx.xml import (
    CELL,
    ROW,
    TABLE,
    Node,
    P,
    child,
    drop,
    inside,
    text_of,
    unwrap,
    w,
)
from registry.intake.read_text import Concern, Piece

INSERTED, DELETED = w("ins"), w("del")
MOVED_TO, MOVED_FROM = w("moveTo"), w("moveFrom")
PROPERTIES = frozenset(
    map(w, ("rPr", "pPr", "trPr", "tcPr", "tblPr", "numPr", "sectPr"))
)
# How something looked before, and where a change begins and ends.
CHANGE_MARKS = tuple(
    map(
        w,
        (
            *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange"),
            *("trPrChange", "tcPrChange", "tblPrExChange", "numberingChange"),
            *(
                "moveFromRangeStart",
                "moveFromRangeEnd",
                "moveToRangeStart",
                "moveToRangeEnd",
            ),
            *("customXmlInsRangeStart", "customXmlInsRangeEnd", "cellIns", "cellMerge"),
            *("customXmlDelRangeStart", "customXmlDelRangeEnd"),
        ),
    )
)


def settle(root: Node, remarks: Remarks) -> None:
    """Make the text as it is when every change is accepted."""
    deleted = [
        *_delete_rows(root, remarks),
        *_delete_cells(root, remarks),
        *_delete(root, DELETED, remarks),
    ]
    moved = [remarks.piece(node) for node in _changes(root, MOVED_TO)]
    inserted = [remarks.piece(node) for node in _changes(root, INSERTED)]
    _delete(root, MOVED_FROM, remarks)

    for name in (INSERTED, MOVED_TO):
        for node in list(_changes(root, name)):
            unwrap(node)
    _join_paragraphs(root)
    for node in list(root.iter(INSERTED, MOVED_TO, DELETED, MOVED_FROM, *CHANGE_MARKS)):
        drop(node)

    _tell(remarks, inserted, deleted, moved)


def _tell(
    remarks: Remarks, inserted: list[Piece], deleted: list[Piece], moved: list[Piece]
) -> None:
    remarks.count(
        Concern.CHANGED,
        "Sporede ændringer: 1 indsat stykke er taget med",
        "Sporede ændringer: {} indsatte stykker er taget med",
        _said(inserted),
    )
    remarks.count(
        Concern.CHANGED,
        "Sporede ændringer: 1 slettet stykke er udeladt",
        "Sporede ændringer: {} slettede stykker er udeladt",
        _said(deleted),
    )

    remarks.count(
        Concern.CHANGED,
        "Sporede ændringer: 1 flyttet stykke står, hvor det er flyttet til",
        "Sporede ændringer: {} flyttede stykker står, hvor de er flyttet til",
        _said(moved),
    )


def _said(pieces: list[Piece]) -> list[Piece]:
    return [piece for piece in pieces if piece.text]


def _changes(root: Node, name: str) -> list[Node]:
    """The changes of one kind that hold text; others tell of a paragraph's or a row's
    mark.
    """
    return [node for node in root.iter(name) if node.getparent().tag not in PROPERTIES]


def _delete(root: Node, name: str, remarks: Remarks) -> list[Piece]:
    """Take out what was deleted. Returns its text."""
    texts = []
    for node in _changes(root, name):
        # What lies in another that was deleted is told with it.
        if not inside(node, name):
            texts.append(remarks.piece(node))
            drop(node)

    return texts


def _delete_rows(root: Node, remarks: Remarks) -> list[Piece]:
    texts = []
    for row in list(root.iter(ROW)):
        if child(row, "trPr", "del") is not None:
            table = row.getparent()
            texts.append(remarks.piece(row))
            drop(row)
            if table is not None and table.tag == TABLE and table.find(ROW) is None:
                drop(table)

    return texts


def _delete_cells(root: Node, remarks: Remarks) -> list[Piece]:
    """A deleted cell is emptied: the row must stay as broad as the others."""
    texts = []
    for cell in root.iter(CELL):
        if child(cell, "tcPr", "cellDel") is not None:
            texts.append(remarks.piece(cell))
            for block in [block for block in cell if block.tag not in PROPERTIES]:
                drop(block)

    return texts


def _join_paragraphs(root: Node) -> None:
    """A paragraph whose mark was deleted goes on in the next one."""
    waiting: list[Node] = []

    for paragraph in list(root.iter(P)):
        own = [node for node in paragraph if node.tag not in PROPERTIES]
        if _is_joined(paragraph):
            waiting += own
            drop(paragraph)
        elif waiting:
            properties = child(paragraph, "pPr")
            at = 0 if properties is None else 1
            paragraph[at:at] = waiting
            waiting = []


def _is_joined(paragraph: Node) -> bool:
    """Whether its mark was deleted and there is another paragraph to go on in."""
    mark = child(paragraph, "pPr", "rPr")
    if mark is None or (mark.find(DELETED) is None and mark.find(MOVED_FROM) is None):
        return False

    after = paragraph.getnext()
    if after is not None and after.tag == P:
        return True

    # The last one: it goes when nothing is left in it.
    is_needed = (
        paragraph.getparent().tag == CELL and len(paragraph.getparent().findall(P)) == 1
    )
    return not text_of(paragraph) and not is_needed
