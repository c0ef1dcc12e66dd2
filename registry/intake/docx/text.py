"""A Word file as a read text. Runs in a process of its own: see `reader`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from registry.documents.blocks import Block, Heading, Paragraph, in_order, plain
from registry.documents.richtext import blocks_in
from registry.intake.docx import changes, margins, notes, objects, outside, tables
from registry.intake.docx.archive import opened
from registry.intake.docx.check import Visible, tell_unlinked
from registry.intake.docx.field_codes import LINKS, tell_lost_links
from registry.intake.docx.hollow import why_without_text
from registry.intake.docx.html import html
from registry.intake.docx.numbering import Numbering
from registry.intake.docx.package import Package
from registry.intake.docx.places import Places
from registry.intake.docx.refusals import Refusal, refused
from registry.intake.docx.remarks import Remarks
from registry.intake.docx.roles import OUTLINE, Roles
from registry.intake.docx.signs import settle as settle_signs
from registry.intake.docx.styles import Styles
from registry.intake.docx.xml import Node, R, child, text_of, tree, w
from registry.intake.read_text import ReadText

ANCHOR = "afsnit"
BELOW_TITLE = 1  # levels
NEAR = 10  # blocks at the beginning where a title stands
TITLE = "{http://purl.org/dc/elements/1.1/}title"


def read_text_of(data: bytes) -> ReadText:
    """Everything the file says, or a remark that it is not here. Raises BadInput."""
    package = opened(data)
    body = child(tree(package, package.main), "body")
    if body is None:
        raise refused(Refusal.BROKEN)

    styles = Styles(package)
    remarks = Remarks(Places(body, styles))
    outside.tell(package, body, remarks)
    without = why_without_text(body)
    changes.settle(body, remarks)
    objects.prepare(package, body, styles, remarks)
    settle_signs(body)
    visible = Visible(body, styles)
    links = _links(package, body, remarks) | notes.settle(package, body, remarks)
    objects.settle(package, body, styles, remarks)
    tables.settle(body, remarks)

    linked = [
        links[key] for link in body.iter(w("hyperlink")) if (key := _key(link)) in links
    ]
    roles = Roles(styles, Numbering(package, styles), remarks)
    roles.settle(body)
    margins.tell(package, body, remarks)

    blocks = blocks_in(html(body, links, styles), level=2, anchor=ANCHOR)
    if not blocks and not roles.title:
        raise without
    visible.tell_missing(roles.title, blocks, remarks)
    tell_unlinked(linked, blocks, remarks)

    title, left = roles.title, blocks
    if not title:
        near = len(blocks) if roles.has_highest else 1
        title, left = _titled(_property(package), blocks, near)
    return ReadText(title, tuple(_levelled(left)), remarks.all())


def _links(package: Package, body: Node, remarks: Remarks) -> dict[str, str]:
    """The text's links by id, less those that lead to no page and no mail address."""
    addresses = {
        key: relation.target
        for key, relation in package.relations(package.main).items()
        if relation.kind == "hyperlink" and relation.external
    }

    lost = [
        link
        for link in body.iter(w("hyperlink"))
        if not addresses.get(_key(link), LINKS[0]).startswith(LINKS)
    ]

    tell_lost_links(remarks, lost)
    return {
        key: address for key, address in addresses.items() if address.startswith(LINKS)
    }


def _key(link: Node) -> str:
    """The id of what a link leads to; empty where it leads to a place in the text
    itself.
    """
    return (link.get(f"{{{R}}}id") or "") if text_of(link) else ""


def _property(package: Package) -> str:
    """The title in the file's properties. It is often that of another document."""
    for name in package.related("", "core-properties"):
        for node in tree(package, name).iter(TITLE):
            return " ".join((node.text or "").split())
    return ""


def _titled(named: str, blocks: list[Block], near: int) -> tuple[str, list[Block]]:
    """The title and the blocks without it; empty where the file does not say what its
    title is.

    `near`: among so many blocks at the beginning the only highest heading is the title.
    Bold text further down may be the only heading there is.
    """
    headings = [at for at, block in enumerate(blocks) if isinstance(block, Heading)]
    highest = [
        at for at in headings if _level(blocks[at]) == 1 and not _is_notes(blocks, at)
    ]

    if highest and highest == headings[:1] and highest[0] < near:
        places = highest
    else:
        places = [
            at
            for at, block in enumerate(blocks[:NEAR])
            if named and _line(block) == named
        ]

    if not places:
        return "", blocks
    at = places[0]
    title = _unnumbered(_line(blocks[at]))
    return title, [*blocks[:at], *blocks[at + 1 :]]


def _unnumbered(title: str) -> str:
    number = OUTLINE.match(title)
    return title[number.end() :] if number else title


def _is_notes(blocks: Sequence[Block], at: int) -> bool:
    return at == len(blocks) - 2 and _line(blocks[at]) == notes.HEADING


def _level(block: Block) -> int:
    return block.level if isinstance(block, Heading) else 0


def _line(block: Block) -> str:
    match block:
        case Heading(_, text):
            return text
        case Paragraph(spans):
            return " ".join(plain(spans).split())
    return ""


def _levelled(blocks: Sequence[Block]) -> Iterator[Block]:
    """The highest headings right below the title, and no level skipped."""
    for block in in_order(blocks):
        if isinstance(block, Heading):
            yield replace(block, level=block.level + BELOW_TITLE)
        else:
            yield block
