"""The drawings of a Word file: the text of boxes is kept, pictures and figures are told
of.
"""

from collections.abc import Iterator

from registry.intake.docx.package import Package
from registry.intake.docx.remarks import Remarks
from registry.intake.docx.xml import (
    CHART,
    DGM,
    PIC,
    WP,
    A,
    Node,
    O,
    P,
    R,
    V,
    drop,
    text_of,
    tree,
    w,
)
from registry.intake.read_text import Concern

BOX = w("txbxContent")
DRAWN = (w("drawing"), w("pict"), w("object"))
# Where a figure names the part that holds its text, and the texts in such a part.
OF_PART = ((f"{{{DGM}}}relIds", f"{{{R}}}dm"), (f"{{{CHART}}}chart", f"{{{R}}}id"))
OF_FIGURE = (f"{{{A}}}t", f"{{{CHART}}}v")
PICTURES = (f"{{{PIC}}}pic", f"{{{A}}}blip", f"{{{V}}}imagedata")
EMPTIED, REMARKED = (
    "emptied",
    "remarked",
)  # what became of a drawing, as attributes of it


def settle(package: Package, root: Node, remarks: Remarks) -> None:
    """Move the boxes' text out of them, leave out what is drawn, and tell of it."""
    _move_boxes(root, remarks)
    _leave_out_drawings(package, root, remarks)


def _move_boxes(root: Node, remarks: Remarks) -> None:
    """The text of a box comes after the paragraph that the box is fastened to."""
    texts = []
    last: dict[Node, Node] = {}
    for box in list(root.iter(BOX)):
        paragraph = next(box.iterancestors(P), None)
        if paragraph is None:
            continue

        texts.append(remarks.piece(paragraph, text_of(box)))
        at = last.get(paragraph, paragraph)
        for block in list(box):
            at.addnext(block)
            at = block
        last[paragraph] = at
        _mark_emptied(box)

    remarks.count(
        Concern.CHANGED,
        "Teksten i 1 tekstboks står efter det afsnit, som boksen er knyttet til",
        "Teksten i {} tekstbokse står efter de afsnit, som boksene er knyttet til",
        [piece for piece in texts if piece.text],
    )


def _mark_emptied(box: Node) -> None:
    for drawn in box.iterancestors(*DRAWN):
        drawn.set(EMPTIED, "1")


def _leave_out_drawings(package: Package, root: Node, remarks: Remarks) -> None:
    shapes = []
    for drawn in list(root.iter(*DRAWN)):
        if drawn.getparent() is None:
            continue

        sentence = "" if drawn.get(REMARKED) else _sentence(drawn)
        if sentence:
            words = _of_part(package, drawn) or alternative(drawn)
            remarks.add(Concern.LEFT_OUT, sentence, remarks.piece(drawn, words))
        elif drawn.get(EMPTIED) is None and drawn.get(REMARKED) is None:
            shapes.append(remarks.piece(drawn, ""))
        drop(drawn)

    remarks.count(
        Concern.LEFT_OUT,
        "1 figur eller streg uden tekst er udeladt",
        "{} figurer eller streger uden tekst er udeladt",
        shapes,
    )


def _sentence(drawn: Node) -> str:
    """What is said of a drawing; empty for a shape."""
    embedded = next(drawn.iter(f"{{{O}}}OLEObject"), None)
    if embedded is not None:
        return "Et indlejret objekt er udeladt"

    data = next(drawn.iter(f"{{{A}}}graphicData"), None)
    kind = "" if data is None else data.get("uri", "")
    if kind.endswith("/chart"):
        return "Et diagram er udeladt"
    if kind.endswith("/diagram"):
        return "En SmartArt-figur er udeladt"

    if art_words(drawn):
        return "En figur med tekst (WordArt) er udeladt"
    has_picture = next(drawn.iter(*PICTURES), None) is not None
    return "Et billede er udeladt" if has_picture else ""


def _of_part(package: Package, drawn: Node) -> str:
    """The text of a SmartArt figure or of a chart, which lies in a part of its own."""
    relations = package.relations(package.main)
    for tag, key in OF_PART:
        for node in drawn.iter(tag):
            asked = relations.get(node.get(key) or "")
            root = tree(package, asked.target) if asked else None
            if root is not None:
                return " ".join(_texts(root))

    return ""


def _texts(root: Node) -> Iterator[str]:
    """What a figure says, each of it once: a chart repeats what it is drawn from."""
    texts = (" ".join((node.text or "").split()) for node in root.iter(*OF_FIGURE))
    yield from dict.fromkeys(filter(None, texts))


def art_words(root: Node) -> str:
    """The words of letters drawn as a figure (WordArt, a watermark)."""
    texts = (path.get("string") or "" for path in root.iter(f"{{{V}}}textpath"))
    return " ".join(filter(None, (" ".join(text.split()) for text in texts)))


def alternative(drawn: Node) -> str:
    """The text that stands for a picture: as its author wrote it, else the embedded
    program; empty for none.
    """
    if words := art_words(drawn):
        return words
    for node in drawn.iter(f"{{{WP}}}docPr"):
        if shown := node.get("descr") or node.get("title"):
            return str(shown)
    for node in drawn.iter(f"{{{V}}}shape"):
        if shown := node.get("alt"):
            return str(shown)

    for node in drawn.iter(f"{{{O}}}OLEObject"):
        return str(node.get("ProgID") or "")
    return ""
