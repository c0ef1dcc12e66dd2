"""Readings, sent from one process to another.

Also covers registry/intake/read_text.py.
"""

import json

import pytest

from registry.documents.blocks import (
    Contents,
    Divider,
    Heading,
    Items,
    Quote,
    Span,
    Table,
    paragraph,
    text,
)
from registry.intake.docx.as_json import dumped, loaded
from registry.intake.read_text import Concern, ReadText, Remark

LINK = Span("her", bold=True, italic=True, href="https://a.example/")
WHOLE = ReadText(
    "Titel æøå",
    (
        Heading(2, "Overskrift", "afsnit-overskrift"),
        paragraph("a", LINK, note=True),
        Items(
            ((paragraph("b"), Items(((paragraph("c"),),))), (paragraph("d"),)),
            ordered=True,
        ),
        Quote((paragraph("e"),)),
        Divider(),
        Table("f", ("g", "h"), ((text("i"), ()), (text(LINK), text("j"))), (1, 2)),
    ),
    (
        Remark(Concern.DOUBT, "Passer det?", "raekke"),
        Remark(Concern.CHANGED, "Ændret."),
    ),
)


def test_a_reading_is_the_same_afterwards() -> None:
    assert loaded(json.loads(dumped(WHOLE))) == WHOLE


def test_a_block_that_no_text_has_is_not_sent() -> None:
    with pytest.raises(TypeError):
        dumped(ReadText("", (Contents(),), ()))


def test_what_is_no_reading_is_not_read() -> None:
    with pytest.raises(ValueError):
        loaded({"title": "", "blocks": [["other"]], "remarks": []})
