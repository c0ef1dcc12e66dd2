"""A Word file as a reading. Runs in a process of its own: see word."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from registry.documents.blocks import Block, Heading, Paragraph, in_order, plain
from registry.documents.richtext import blocks_in
from registry.intake import word_changes, word_margins, word_notes, word_objects, word_tables
from registry.intake.archive import Package, Refusal, opened, refused
from registry.intake.reading import Concern, Reading
from registry.intake.remarks import Remarks
from registry.intake.word_check import Visible
from registry.intake.word_html import html
from registry.intake.word_objects import LINKS
from registry.intake.word_roles import Roles
from registry.intake.word_styles import Styles
from registry.intake.word_xml import R, child, text_of, tree, w

ANCHOR = "afsnit"
BELOW_TITLE = 1  # levels
NEAR = 10  # blocks at the beginning where a title stands
TITLE = "{http://purl.org/dc/elements/1.1/}title"


def reading_of(content: bytes) -> Reading:
    """Everything the file says, or a remark that it is not here. Raises BadInput."""
    package = opened(content)
    body = child(tree(package, package.main), "body")
    if body is None:
        raise refused(Refusal.BROKEN)
    remarks, styles = Remarks(), Styles(package)
    word_changes.settle(body, remarks)
    visible = Visible(body, styles)
    links = _links(package, body, remarks) | word_notes.settle(package, body, remarks)
    word_objects.settle(package, body, remarks)
    word_tables.settle(body, remarks)
    roles = Roles(styles, remarks)
    roles.settle(body)
    word_margins.tell(package, body, remarks)
    blocks = blocks_in(html(body, links, styles), level=2, anchor=ANCHOR)
    if not blocks and not roles.title:
        raise refused(Refusal.NO_TEXT)
    visible.tell_missing(roles.title, blocks, remarks)
    title, left = _titled(roles.title, _property(package), blocks)
    return Reading(title, tuple(_levelled(left)), remarks.all())


def _links(package: Package, body: object, remarks: Remarks) -> dict[str, str]:
    """The text's links by id, less those that lead to no page and no mail address."""
    found = {
        key: relation.target
        for key, relation in package.relations(package.main).items()
        if relation.kind == "hyperlink" and relation.external
    }
    lost = [
        text_of(link)
        for link in body.iter(w("hyperlink"))  # type: ignore[attr-defined]
        if not found.get(link.get(f"{{{R}}}id"), LINKS[0]).startswith(LINKS)
    ]
    remarks.count(
        Concern.LEFT_OUT,
        "1 link, der ikke fører til en webadresse, er udeladt; teksten står der stadig",
        "{} links, der ikke fører til webadresser, er udeladt; teksten står der stadig",
        lost,
    )
    return {key: address for key, address in found.items() if address.startswith(LINKS)}


def _property(package: Package) -> str:
    """The title in the file's properties. It is often that of another document."""
    for name in package.related("", "core-properties"):
        for node in tree(package, name).iter(TITLE):
            return " ".join((node.text or "").split())
    return ""


def _titled(title: str, named: str, blocks: Sequence[Block]) -> tuple[str, Sequence[Block]]:
    """The title and the blocks without it; empty where the file does not say what its title is."""
    if title:
        return title, blocks
    headings = [at for at, block in enumerate(blocks) if isinstance(block, Heading)]
    highest = [at for at in headings if _level(blocks[at]) == 1 and not _is_notes(blocks, at)]
    if highest == headings[:1]:
        found = highest
    else:
        found = [at for at, block in enumerate(blocks[:NEAR]) if named and _line(block) == named]
    if not found:
        return "", blocks
    at = found[0]
    return _line(blocks[at]), [*blocks[:at], *blocks[at + 1 :]]


def _is_notes(blocks: Sequence[Block], at: int) -> bool:
    return at == len(blocks) - 2 and _line(blocks[at]) == word_notes.HEADING


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
