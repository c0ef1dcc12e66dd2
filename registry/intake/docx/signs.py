"""The signs of a Word file in their one form; raised and lowered figures as such."""

from registry.documents.richtext import LOWERED, RAISED
from registry.intake.docx.xml import RUN, VAL, Node, child, w
from registry.language.normal import normal

PLACES = {"superscript": RAISED, "subscript": LOWERED}


def settle(body: Node) -> None:
    """Write each text as it is read. A raised figure after a word is the number of a
    note, and stands by itself.
    """
    before = ""
    for node in body.iter(w("t"), w("p")):
        if node.tag == w("p"):
            before = ""
            continue

        text = _placed(node)
        # With the word before it, which may stand in another run.
        together = normal(before[-_NEAR:] + text)
        node.text = together[len(normal(before[-_NEAR:])) :]
        before = together


_NEAR = 12


def _placed(node: Node) -> str:
    run = next(node.iterancestors(RUN), None)
    place = None if run is None else child(run, "rPr", "vertAlign")
    named = "" if place is None else str(place.get(VAL) or "")
    return (node.text or "").translate(PLACES.get(named, {}))
