"""An appendix' files have names that tell one from another."""

import io
from collections.abc import Callable
from datetime import date

import docx
import pytest
from pypdf import PdfReader

from registry.exports.formats import export_named
from tests.exports.conftest import Make
from tests.exports.readers import pdf_text
from tests.exports.samples import SHIPPED

READERS_OF_TEXT: dict[str, Callable[[bytes], str]] = {
    "docx": lambda made: "\n".join(
        paragraph.text for paragraph in docx.Document(io.BytesIO(made)).paragraphs
    ),
    "pdf": lambda made: pdf_text(PdfReader(io.BytesIO(made))),
    "md": bytes.decode,
    "json": bytes.decode,
}


@pytest.mark.parametrize(
    ("chosen", "ending"),
    [
        ({}, "fuldt"),
        ({"full": False}, "kort"),
        ({"rows": True}, "fuldt-med-snitflader"),
        ({"full": False, "municipality": "ballerup"}, "kort-ballerup"),
        ({"focus_area": "psykisk-sygdom"}, "fuldt-psykisk-sygdom"),
        ({"kind": "samarbejdsaftale"}, "fuldt-samarbejdsaftale"),
        ({"since": date(2025, 1, 1)}, "fuldt-siden-2025-01-01"),
    ],
)
def test_a_name_tells_what_was_chosen(
    make: Make, chosen: dict[str, object], ending: str
) -> None:
    assert make(**chosen).name == f"appendiks-{SHIPPED}-2026-11-22-{ending}"


@pytest.mark.parametrize("key", ["docx", "pdf", "md", "json"])
def test_sender_and_meeting_stand_in_it_where_they_were_said(
    make: Make, key: str
) -> None:
    told = {"sender": "Afsender & Søn", "meeting": "Regionsrådet, 8. december"}
    said = READERS_OF_TEXT[key](export_named(key).render(make(full=False, **told)))
    silent = READERS_OF_TEXT[key](export_named(key).render(make(full=False)))
    for words in told.values():
        assert words in said
        assert words not in silent


def test_who_sends_it_is_no_part_of_its_fingerprint(make: Make) -> None:
    marks = {
        make(full=False, sender=sender).data["provenance"]["fingerprint"]
        for sender in ("", "Udvalget")
    }
    assert len(marks) == 1
