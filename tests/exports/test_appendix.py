"""An appendix' files have names that tell one from another."""

import io
import re
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


@pytest.mark.parametrize("key", ["docx", "pdf", "md"])
@pytest.mark.parametrize(
    ("chosen", "named"),
    [
        ({"municipality": "ballerup"}, "Ballerup Kommune"),
        ({"municipality": "bornholm"}, "Bornholms Regionskommune"),
        ({"kind": "samarbejdsaftale"}, "Samarbejdsaftale"),
        (
            {"municipality": "ballerup", "kind": "samarbejdsaftale"},
            "Ballerup Kommune, Samarbejdsaftale",
        ),
    ],
)
def test_a_part_of_the_list_says_so_in_its_title_and_on_every_page(
    make: Make, key: str, chosen: dict[str, str], named: str
) -> None:
    made, whole = make(full=False, **chosen), make(full=False)
    title = f"Appendiks: Eksisterende aftaler – {named}"
    for told in (made.document.title, made.document.header):
        assert told.startswith(f"{title}, ")
    assert title in READERS_OF_TEXT[key](export_named(key).render(made))
    assert named not in whole.document.header
    assert made.name != whole.name


@pytest.mark.parametrize("key", ["docx", "pdf", "md"])
def test_who_is_undecided_is_counted_alike_at_both_ends(make: Make, key: str) -> None:
    """Those among the unsettled are told by themselves."""
    text = READERS_OF_TEXT[key](export_named(key).render(make(full=False)))
    said = " ".join(text.replace("**", "").split())
    first = re.search(r"Om (\d+) andre aftaler, der er i kraft", said)
    last = re.search(r"Ikke besluttet: (\d+) aftaler: .+? Desuden (\d+) af dem", said)
    assert first and last
    assert first[1] == last[1]
    undecided = make(full=False).data["undecided"]
    assert int(last[1]) + int(last[2]) == len(undecided)


def test_who_sends_it_is_no_part_of_its_fingerprint(make: Make) -> None:
    marks = {
        make(full=False, sender=sender).data["provenance"]["fingerprint"]
        for sender in ("", "Udvalget")
    }
    assert len(marks) == 1
