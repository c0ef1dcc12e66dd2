"""Pasted lines of decisions, in the many shapes that people write."""

from datetime import date

import pytest

from registry.catalogue.queries import Catalogue
from registry.models import ADOPTED, NOT_ADOPTED
from registry.records.adoption_lines import Decided, decode, parse_lines

pytestmark = pytest.mark.usefixtures("stopped_clock")

DAY = date(2026, 11, 1)
PARTIES = ("proeveregion", "nordby", "sydby")


def read(catalogue: Catalogue, text: str) -> list[Decided]:
    decided, wrong = parse_lines(catalogue.today(), text, PARTIES)
    assert wrong == []
    return decided


def refused(catalogue: Catalogue, text: str) -> tuple[int | None, str]:
    """The first line that cannot be read, and what is said of it."""
    _, wrong = parse_lines(catalogue.today(), text, PARTIES)
    assert wrong
    return wrong[0].line, wrong[0].text


@pytest.mark.parametrize(
    "line",
    [
        "Nordby Kommune;vedtaget;2026-11-01;Møde 7",
        "nordby;Vedtaget;1.11.2026;Møde 7",
        "NORDBY\tvedtaget\t01-11-2026\tMøde 7",
        "Nordby  kommune, vedtaget, 1/11/2026, Møde 7",
        "Nordby;;1. november 2026;Møde 7",
        "Nordby\t1. nov. 2026\tMøde 7",
        "\ufeffNordby;vedtaget;1.11.2026;Møde 7\r\n\r\n",
        'Nordby,vedtaget,2026-11-01,"Møde 7"',
        "Organisation;Beslutning;Dato;Reference\nNordby;vedtaget;1.11.2026;Møde 7",
        "dato\torganisation\treference\n1.11.2026\tNordby\u00a0Kommune\tMøde 7",
    ],
)
def test_a_line_may_be_written_in_many_ways(catalogue: Catalogue, line: str) -> None:
    decided = read(catalogue, line)

    assert [
        (d.organisation, d.decision, d.effective_on, d.reference) for d in decided
    ] == [("nordby", ADOPTED, DAY, "Møde 7")]


def test_each_line_keeps_its_number(catalogue: Catalogue) -> None:
    decided = read(
        catalogue, "nordby;;1.11.2026\n\n;;;\nsydby;ikke vedtaget;2.11.2026\n"
    )

    assert [(d.organisation, d.decision, d.line) for d in decided] == [
        ("nordby", ADOPTED, 1),
        ("sydby", NOT_ADOPTED, 4),
    ]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", None, "ingen linjer"),
        ("nordby;;1.11.2026\nVestby;;1.11.2026", 2, "«Vestby» kendes ikke"),
        ("Nordbi;;1.11.2026", 1, "Mente du «nordby»?"),
        ("nordby;måske;1.11.2026", 1, "«måske» kendes ikke. Skriv «vedtaget»"),
        (
            "nordby;vedtaget;31.11.2026",
            1,
            "«31.11.2026» er ikke en dato. Skriv den som",
        ),
        ("nordby;vedtaget;1. maj", 1, "er ikke en dato"),
        ("nordby;vedtaget", 1, "Datoen mangler"),
        (";vedtaget;1.11.2026", 1, "navn mangler"),
        ("nordby;vedtaget;1.11.2026;Møde;7", 1, "flere felter"),
        ("organisation;kommentar\nnordby;x", 1, "Kolonnen «kommentar» kendes ikke"),
        ("dato;organisation\n1.11.2026", 2, "navn mangler"),
        ("n" * 200_000, 1, "for lang"),
    ],
)
def test_a_line_that_cannot_be_read_says_what_to_do(
    catalogue: Catalogue, text: str, line: int | None, message: str
) -> None:
    at, said = refused(catalogue, text)

    assert at == line
    assert message in said


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_file_is_read_however_it_was_saved(coding: str) -> None:
    assert decode("Ærøskøbing;vedtaget".encode(coding)) == "Ærøskøbing;vedtaget"
