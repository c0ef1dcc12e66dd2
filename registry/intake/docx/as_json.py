"""A read text as JSON, so that it can go from one process to another."""

import json
from collections.abc import Mapping
from typing import Any

from registry.documents.blocks import (
    Block,
    Divider,
    Heading,
    Items,
    Paragraph,
    Quote,
    Span,
    Table,
    Text,
)
from registry.intake.read_text import Concern, Piece, ReadText, Remark

REFUSED = "refused"  # stands in a read text's place, with the reason
_Plain = list[Any]


def dumped(read_text: ReadText) -> str:
    """The read text as JSON, from which `loaded` makes the same one."""
    blocks = [_plain(block) for block in read_text.blocks]
    remarks = [[r.concern.value, r.text, r.row, r.pieces] for r in read_text.remarks]

    return json.dumps(
        {
            "title": read_text.title,
            "blocks": blocks,
            "remarks": remarks,
            "only_heading": read_text.only_heading,
        }
    )


def loaded(written: Mapping[str, Any]) -> ReadText:
    """The read text that was dumped. Raises ValueError, KeyError or TypeError for
    anything else.
    """
    return ReadText(
        written["title"],
        tuple(_block(plain) for plain in written["blocks"]),
        tuple(
            Remark(Concern(concern), text, row, tuple(Piece(*p) for p in pieces))
            for concern, text, row, pieces in written["remarks"]
        ),
        written["only_heading"],
    )


def _plain(block: Block) -> _Plain:
    match block:
        case Heading(level, text, anchor):
            return ["heading", level, text, anchor]
        case Paragraph(spans, note):
            return ["paragraph", _spans(spans), note]
        case Items(items, ordered, numbers):
            return [
                "items",
                [[_plain(inner) for inner in item] for item in items],
                ordered,
                numbers,
            ]
        case Quote(blocks):
            return ["quote", [_plain(inner) for inner in blocks]]
        case Table(title, head, rows, widths):
            return [
                "table",
                title,
                head,
                [[_spans(cell) for cell in r] for r in rows],
                widths,
            ]
        case Divider():
            return ["divider"]
    raise TypeError(f"{type(block).__name__} is no block of a text that was read")


def _block(plain: _Plain) -> Block:
    match plain:
        case ["heading", level, text, anchor]:
            return Heading(level, text, anchor)
        case ["paragraph", spans, note]:
            return Paragraph(_text(spans), note)
        case ["items", items, ordered, numbers]:
            return Items(
                tuple(tuple(_block(inner) for inner in i) for i in items),
                ordered,
                tuple(numbers),
            )
        case ["quote", blocks]:
            return Quote(tuple(_block(inner) for inner in blocks))
        case ["table", title, head, rows, widths]:
            cells = tuple(tuple(_text(cell) for cell in row) for row in rows)
            return Table(title, tuple(head), cells, tuple(widths))
        case ["divider"]:
            return Divider()
    raise ValueError("no block")


def _spans(text: Text) -> _Plain:
    return [[span.text, span.bold, span.italic, span.href] for span in text]


def _text(spans: _Plain) -> Text:
    return tuple(Span(*span) for span in spans)
