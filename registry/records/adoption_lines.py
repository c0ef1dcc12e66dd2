"""Reading adoptions that were pasted or sent as a file: one line for each, errors by
line.
"""

import csv
import difflib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from registry.catalogue.snapshot import Snapshot
from registry.language.dates import read_date
from registry.language.normal import normal
from registry.markup.markdown_html import slug as slugged
from registry.models import ADOPTED, NOT_ADOPTED
from registry.rules.organisations import MUNICIPALITY

DECISIONS = (ADOPTED, NOT_ADOPTED)
COLUMNS = ("organisation", "beslutning", "dato", "reference")
SEPARATORS = (";", "\t", ",")
LONGEST = 2000
TOO_LONG = ["", "", "", "", ""]  # the cells of a line that is not read
UTF8_MARK, UTF16_MARKS = b"\xef\xbb\xbf", (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True)
class Decided:
    """One party's decision, as it is entered. `line` is where it stands in what was
    pasted.
    """

    organisation: str
    decision: str
    effective_on: date
    reference: str = ""
    line: int | None = None


@dataclass(frozen=True)
class WrongLine:
    """What is wrong with one line, or with one field of a form, and the way on."""

    line: int | None
    text: str
    field: str = "lines"


def decode(data: bytes) -> str:
    """A file's text: UTF-8 or UTF-16 with or without its mark, else as older Windows
    writes.
    """
    if data.startswith(UTF16_MARKS):
        return data.decode("utf-16", errors="replace")
    try:
        return data.removeprefix(UTF8_MARK).decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def parse_lines(
    snapshot: Snapshot, text: str, parties: Collection[str]
) -> tuple[list[Decided], list[WrongLine]]:
    """The decisions that stand in the text, and the lines that could not be read.

    Cells are separated by semicolon, tab or comma, in the order of COLUMNS unless the
    first line names them. `parties`: those whose name is preferred where two
    organisations are called alike.
    """
    lines = [
        (at, line)
        for at, line in enumerate(_clean(text).split("\n"), 1)
        if line.strip(" ;,\t")
    ]
    separator = next(
        (s for s in SEPARATORS if any(s in line for _, line in lines)), ";"
    )
    rows = [(at, _cells(line, separator)) for at, line in lines]
    if not rows:
        return [], [WrongLine(None, "Der står ingen linjer. Skriv mindst én.")]

    columns, unknown = _columns(rows[0][1])
    if unknown:
        named = ", ".join(COLUMNS)
        message = f"Kolonnen «{unknown}» kendes ikke. Brug: {named}."
        return [], [WrongLine(rows[0][0], message)]

    names = _names(snapshot, parties)
    parsed = [
        _read(at, cells, columns, names)
        for at, cells in (rows[1:] if columns else rows)
    ]

    return (
        [item for item in parsed if isinstance(item, Decided)],
        [item for item in parsed if isinstance(item, WrongLine)],
    )


def _clean(text: str) -> str:
    return normal(text)


def _cells(line: str, separator: str) -> list[str]:
    """Each line by itself, so that a stray quotation mark cannot swallow the ones
    below.
    """
    if len(line) > LONGEST:
        return TOO_LONG
    row = next(csv.reader([line], delimiter=separator), [])
    return [" ".join(cell.split()) for cell in row]


def _columns(cells: list[str]) -> tuple[list[str], str]:
    """The columns that the first line names (none: it is no heading), and one that is
    unknown.
    """
    named = [cell.lower() for cell in cells]
    if COLUMNS[0] not in named:
        return [], ""
    unknown = [cell for cell in named if cell and cell not in COLUMNS]
    return named, unknown[0] if unknown else ""


def _read(
    line: int, cells: list[str], columns: list[str], names: Mapping[str, set[str]]
) -> Decided | WrongLine:
    if cells == TOO_LONG:
        return WrongLine(line, "Linjen er for lang. Én organisation på hver linje.")
    if not columns and len(cells) > 1 and read_date(cells[1]):
        cells = [cells[0], "", *cells[1:]]
    if len(cells) > len(columns or COLUMNS) and any(cells[len(columns or COLUMNS) :]):
        return WrongLine(
            line,
            'Linjen har flere felter end kolonner. Sæt «"» om en tekst med tegnet.',
        )

    values = dict(zip(columns or COLUMNS, cells, strict=False))
    organisation = _organisation(values.get("organisation", ""), names)
    if isinstance(organisation, WrongLine):
        return replace(organisation, line=line)

    decision = values.get("beslutning", "").lower() or ADOPTED
    if decision not in DECISIONS:
        message = (
            f"Beslutningen «{decision}» kendes ikke. Skriv «{ADOPTED}» eller "
            f"«{NOT_ADOPTED}»."
        )
        return WrongLine(line, message)

    written = values.get("dato", "")
    day = read_date(written)
    if day is None:
        message = f"«{written}» er ikke en dato." if written else "Datoen mangler."
        return WrongLine(line, f"{message} Skriv den som 1.3.2027 eller 2027-03-01.")

    return Decided(organisation, decision, day, values.get("reference", ""), line)


def _organisation(written: str, names: Mapping[str, set[str]]) -> str | WrongLine:
    if not written:
        return WrongLine(None, "Organisationens navn mangler.")

    slugs = names.get(bare(written), set())
    if len(slugs) == 1:
        return next(iter(slugs))
    if slugs:
        return WrongLine(None, f"«{written}» kan være flere. Skriv hele navnet.")

    near = difflib.get_close_matches(bare(written), names, n=1)
    hint = f" Mente du «{min(names[near[0]])}»?" if near else ""
    return WrongLine(None, f"«{written}» kendes ikke som organisation.{hint}")


def _names(snapshot: Snapshot, parties: Collection[str]) -> dict[str, set[str]]:
    """The organisations by each form of their names; where a party has the name, it
    alone.
    """
    names: dict[str, set[str]] = {}
    for slug, organisation in snapshot.organisations.items():
        for form in {bare(slug), bare(organisation.name), slug}:
            names.setdefault(form, set()).add(slug)
    return {form: (slugs & set(parties)) or slugs for form, slugs in names.items()}


def bare(name: str) -> str:
    """A name in small letters, without the word Kommune and what is no letter or
    figure.
    """
    parts = [part for part in slugged(name).split("-") if part != MUNICIPALITY]
    return "-".join(parts) or slugged(name)
