"""Footnotes and endnotes: a number at their place, and a list of them after the
text.
"""

from collections.abc import Container, Mapping
from copy import deepcopy
from itertools import count

from lxml import etree

from registry.intake.docx.changes import settle as settle_changes
from registry.intake.docx.package import Package
from registry.intake.docx.places import of_part
from registry.intake.docx.remarks import Remarks
from registry.intake.docx.xml import RUN, Node, P, R, drop, run, text_of, tree, w
from registry.intake.read_text import Concern, Piece

HEADING, MARK = "Noter", "note"
NOTE_KINDS = ("footnote", "endnote")
SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")
MARKS = tuple(
    map(w, ("footnoteRef", "endnoteRef", "separator", "continuationSeparator"))
)
UNUSED = (
    "1 note, som teksten ikke henviser til, er udeladt",
    "{} noter, som teksten ikke henviser til, er udeladt",
)
# Given to a paragraph whose part in the text is settled already.
ROLE = "role"


Key = tuple[str, str]  # what kind of note, and its id


def settle(package: Package, body: Node, remarks: Remarks) -> dict[str, str]:
    """Put the notes into the body. Returns the links in them: addresses by new id."""
    references = list(body.iter(*(w(f"{kind}Reference") for kind in NOTE_KINDS)))
    places = {_key(one): remarks.place(one) for one in references[::-1]}
    known = _known(package, places, remarks)
    links: dict[str, str] = {}
    numbers: dict[Key, int] = {}
    free = count(1)

    for reference in references:
        key = _key(reference)
        if key in known:
            numbers.setdefault(key, len(numbers) + 1)
            _write_number(reference, numbers[key])
        drop(reference)

    if numbers:
        body.append(_paragraph("h1", run(HEADING)))
    for key in numbers:
        note, addresses = known[key]
        for block in _blocks(note):
            remarks.stand(block, _where(key, places))
            _renew_links(block, addresses, links, free)
            body.append(block)

    _tell_unused({key: note for key, (note, _) in known.items()}, numbers, remarks)
    return links


def _key(reference: Node) -> Key:
    kind = etree.QName(reference).localname.removesuffix("Reference")
    return kind, reference.get(w("id"))


def _where(key: Key, places: Mapping[Key, str]) -> str:
    """Where in the file a note stands: in one that the text beside it refers to."""
    return ", ".join(filter(None, (of_part(f"{key[0]}s"), places.get(key, ""))))


def _tell_unused(
    notes: Mapping[Key, Node], used: Container[Key], remarks: Remarks
) -> None:
    """A deletion takes the reference to a note with it; Word shows no such note."""
    unused = [
        Piece(text_of(note), of_part(f"{key[0]}s"))
        for key, note in notes.items()
        if key not in used and text_of(note)
    ]
    remarks.count(Concern.LEFT_OUT, *UNUSED, unused)


def _known(
    package: Package, places: Mapping[Key, str], remarks: Remarks
) -> dict[Key, tuple[Node, dict[str, str]]]:
    """The notes by kind and id, each with the addresses of its links."""
    notes: dict[Key, tuple[Node, dict[str, str]]] = {}
    for kind in NOTE_KINDS:
        for name in package.related(package.main, f"{kind}s"):
            root = tree(package, name)
            for note in root.iter(w(kind)):
                remarks.stand(note, _where((kind, note.get(w("id"))), places))
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
