"""A Word file as a read text. Runs in a process of its own: see `reader`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from registry.documents.blocks import (
    Block,
    Heading,
    Paragraph,
    Table,
    in_order,
    plain,
)
from registry.documents.richtext import blocks_in
from registry.intake.docx import (
    changes,
    margins,
    notes,
    objects,
    outside,
    tab_lines,
    tables,
)
from registry.intake.docx.archive import opened
from registry.intake.docx.check import Visible, tell_unlinked
from registry.intake.docx.field_codes import LINKS, tell_lost_links
from registry.intake.docx.hollow import why_without_text
from registry.intake.docx.html import html
from registry.intake.docx.numbering import Numbering
from registry.intake.docx.outline import OUTLINE
from registry.intake.docx.package import Package
from registry.intake.docx.places import Places
from registry.intake.docx.refusals import Refusal, refused
from registry.intake.docx.remarks import Remarks
from registry.intake.docx.roles import Roles
from registry.intake.docx.signs import settle as settle_signs
from registry.intake.docx.styles import Styles
from registry.intake.docx.xml import Node, R, child, text_of, tree, w
from registry.intake.read_text import ABOUT_WHAT, ReadText

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
    visible = Visible(body, styles, remarks)
    links = _links(package, body, remarks) | notes.settle(package, body, remarks)
    objects.settle(package, body, styles, remarks)
    tables.settle(body, styles, remarks)
    tab_lines.settle(body, styles, remarks)

    linked = [
        remarks.piece(link, links[key])
        for link in body.iter(w("hyperlink"))
        if (key := _key(link)) in links
    ]
    roles = Roles(styles, Numbering(package, styles), remarks)
    roles.settle(body)
    margins.tell(package, body, remarks)

    blocks = blocks_in(html(body, links, styles), level=2, anchor=ANCHOR)
    if not blocks and not roles.title:
        raise without
    visible.tell_missing(roles.title, blocks)
    tell_unlinked(linked, blocks, remarks)

    title, left, only = roles.title, blocks, -1
    if not title:
        only = _only_heading(blocks, len(blocks) if roles.has_highest else 1)
        title, left = _titled(_property(package), blocks, only)
    heading = "" if title or only < 0 else _unnumbered(_line(blocks[only]))
    return ReadText(title, tuple(_levelled(left)), remarks.all(), heading)


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


def _only_heading(blocks: Sequence[Block], near: int) -> int:
    """Where the only highest heading stands, among so many blocks at the beginning;
    -1 where there is none. Bold text further down may be the only heading there is.
    """
    headings = [at for at, block in enumerate(blocks) if isinstance(block, Heading)]
    highest = [
        at for at in headings if _level(blocks[at]) == 1 and not _is_notes(blocks, at)
    ]
    is_only = bool(highest) and highest == headings[:1] and highest[0] < near
    return highest[0] if is_only else -1


def _titled(named: str, blocks: list[Block], only: int) -> tuple[str, list[Block]]:
    """The title and the blocks without it; empty where the file does not say what its
    title is.

    `named`: that of its properties; `only`: the place of its only highest heading.
    """
    if only >= 0 and not _is_a_sections(_line(blocks[only])):
        return _unnumbered(_line(blocks[only])), _without(blocks, only)

    front = blocks[:NEAR] if named else []
    at = next((at for at, block in enumerate(front) if _line(block) == named), -1)
    if at >= 0:
        return _unnumbered(named), _without(blocks, at)
    return named if any(named in _cells(block) for block in front) else "", blocks


def _without(blocks: Sequence[Block], at: int) -> list[Block]:
    return [*blocks[:at], *blocks[at + 1 :]]


def _is_a_sections(heading: str) -> bool:
    """Whether a heading is that of a section in any agreement: «Økonomi»."""
    if ABOUT_WHAT.search(heading):
        return False
    # Knowing the names takes a fifth of the time that most files take in all.
    from registry.intake import labels

    return labels.is_common(heading) or bool(labels.likely_heading(heading))


def _cells(block: Block) -> set[str]:
    """What stands in the cells of a table on a front page."""
    if not isinstance(block, Table):
        return set()
    cells = [*block.head, *(plain(cell) for row in block.rows for cell in row)]
    return {" ".join(cell.split()) for cell in cells}


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
