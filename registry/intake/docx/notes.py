"""Footnotes and endnotes: a number at their place, and a list of them after the
text.
"""

from copy import deepcopy
from itertools import count

from lxml import etree

from registry.intake.docx.changes import settle as settle_changes
from registry.intake.docx.package import Package
from registry.intake.docx.remarks import Remarks
from registry.intake.docx.xml import RUN, Node, P, R, drop, run, tree, w

HEADING, MARK = "Noter", "note"
NOTE_KINDS = ("footnote", "endnote")
SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")
MARKS = tuple(
    map(w, ("footnoteRef", "endnoteRef", "separator", "continuationSeparator"))
)
# Given to a paragraph whose part in the text is settled already.
ROLE = "role"


def settle(package: Package, body: Node, remarks: Remarks) -> dict[str, str]:
    """Put the notes into the body. Returns the links in them: addresses by new id."""
    known = _known(package, remarks)
    links: dict[str, str] = {}
    numbers: dict[tuple[str, str], int] = {}
    free = count(1)

    for reference in list(body.iter(*(w(f"{kind}Reference") for kind in NOTE_KINDS))):
        key = (
            etree.QName(reference).localname.removesuffix("Reference"),
            reference.get(w("id")),
        )
        if key in known:
            numbers.setdefault(key, len(numbers) + 1)
            _write_number(reference, numbers[key])
        drop(reference)

    if numbers:
        body.append(_paragraph("h1", run(HEADING)))
    for key in numbers:
        note, addresses = known[key]
        for block in _blocks(note):
            _renew_links(block, addresses, links, free)
            body.append(block)

    return links


def _known(
    package: Package, remarks: Remarks
) -> dict[tuple[str, str], tuple[Node, dict[str, str]]]:
    """The notes by kind and id, each with the addresses of its links."""
    notes: dict[tuple[str, str], tuple[Node, dict[str, str]]] = {}
    for kind in NOTE_KINDS:
        for name in package.related(package.main, f"{kind}s"):
            root = tree(package, name)
            settle_changes(root, remarks)
            addresses = {
                key: relation.target
                for key, relation in package.relations(name).items()
                if relation.kind == "hyperlink"
            }

            for note in root.iter(w(kind)):
                if note.get(w("type")) not in SEPARATORS:
                    notes[kind, note.get(w("id"))] = (note, addresses)

    return notes


def _write_number(reference: Node, number: int) -> None:
    """Beside the run of the reference, which is raised. In words: a sign would be read
    as markup, and a raised figure as a part of the word.
    """
    around, mark = reference.getparent(), run(f" ({MARK} {number})")
    if around.tag == RUN:
        around.addnext(mark)
    else:
        reference.addprevious(mark)


def _blocks(note: Node) -> list[Node]:
    """A note's own blocks: its first paragraph is the item of a list, the rest go on
    with it.
    """
    blocks = [deepcopy(block) for block in note]
    for block in blocks:
        for mark in list(
            block.iter(*MARKS, *(w(f"{kind}Reference") for kind in NOTE_KINDS))
        ):
            drop(mark)

    paragraphs = [block for block in blocks if block.tag == P]
    for at, paragraph in enumerate(paragraphs):
        paragraph.set(ROLE, "c1" if at else "o1")
    return blocks


def _renew_links(
    block: Node, addresses: dict[str, str], links: dict[str, str], free: "count[int]"
) -> None:
    """The ids of a note's links are not those of the text's."""
    for link in block.iter(w("hyperlink")):
        address = addresses.get(link.get(f"{{{R}}}id") or "")
        link.attrib.pop(f"{{{R}}}id", None)

        if address:
            key = f"note{next(free)}"
            links[key] = address
            link.set(f"{{{R}}}id", key)


def _paragraph(role: str, inner: Node) -> Node:
    made = etree.Element(P)
    made.set(ROLE, role)
    made.append(inner)
    return made
