"""The signs of a Word file in their one form; raised and lowered figures as such."""

from registry.intake.docx.xml import RUN, VAL, Node, child, w
from registry.language.normal import normal
from registry.markup.small import placed

PLACES = {"superscript": "sup", "subscript": "sub"}


def settle(body: Node) -> None:
    """Write each text as it is read. A raised figure after a word is the number of a
    note, and stands by itself.
    """
    before = ""
    for node in body.iter(w("t"), w("p")):
        if node.tag == w("p"):
            before = ""
            continue
        if node.get(SETTLED) is not None:
            before += node.text or ""
            continue

        node.set(SETTLED, "1")
        text = _placed(node).replace(SOFT_HYPHEN, "")
        # With the word before it, which may stand in another run.
        together = normal(before[-_NEAR:] + text)
        node.text = together[len(normal(before[-_NEAR:])) :]
        before = together


_NEAR = 12
SOFT_HYPHEN = "\N{SOFT HYPHEN}"  # where Word may break a word; no part of it
SETTLED = "placed"  # an attribute of texts that were looked at


def _placed(node: Node) -> str:
    run = next(node.iterancestors(RUN), None)
    place = None if run is None else child(run, "rPr", "vertAlign")
    named = "" if place is None else str(place.get(VAL) or "")
    text = node.text or ""
    return placed(text, PLACES[named]) if named in PLACES else text
