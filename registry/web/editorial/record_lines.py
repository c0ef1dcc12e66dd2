"""Many records of one kind at a time: as a table to fill in, pasted from a spreadsheet,
or as a CSV file. They become one proposal, or none.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from registry.catalogue.snapshot import Snapshot
from registry.errors import NotFound
from registry.models import Role
from registry.records.adoption_lines import WrongLine, decode
from registry.records.adoptions import WrongLines
from registry.records.cells import columns_of
from registry.records.kinds import RecordKind, kind_of
from registry.records.lines import Line, lines_in, propose_lines
from registry.rules.fields import Field, Kind
from registry.services import services
from registry.web.editorial.form import options_of
from registry.web.editorial.records import SENT
from registry.web.frame.access import account, requires
from registry.web.frame.files import csv_file

pages = Blueprint("record_lines", __name__, url_prefix="/redaktion/poster")

EMPTY_LINES = 6
MOST_IN_TABLE = 60
GRID = "tabel"  # which of the two forms was sent


@dataclass(frozen=True)
class Column:
    """A column of the table: its field, and what may be chosen in it, by its name."""

    field: Field
    offered: Sequence[str]

    @property
    def is_text(self) -> bool:
        return self.field.kind is Kind.MARKDOWN


@pages.get("/<name>/linjer")
@requires(Role.EDITOR)
def lines(name: str) -> str:
    return _page(_kind(name))


@pages.get("/<name>/linjer.csv")
@requires(Role.EDITOR)
def template(name: str) -> Response:
    """An empty file with the columns' names, to fill in."""
    kind = _kind(name)
    return csv_file(f"{name}.csv", [[f.label for f in columns_of(kind)]])


@pages.post("/<name>/linjer")
@requires(Role.EDITOR)
def propose(name: str) -> Response | tuple[str, int]:
    kind = _kind(name)
    in_table = GRID in request.form
    text = "" if in_table else _text()

    given: Sequence[Line] = ()
    try:
        given = _filled(kind) if in_table else lines_in(text, kind)
        sent = propose_lines(services().catalogue, kind, given, account())
    except WrongLines as error:
        cells = {line.number: line.cells for line in given} if in_table else {}
        return _page(kind, cells=cells, text=text, wrong=error.wrong), 400

    flash(f"{SENT} {_left_out(sent.unchanged)}".strip())
    return redirect(url_for("proposals.one", proposal_id=sent.proposal), 303)


def _left_out(count: int) -> str:
    if not count:
        return ""
    lines = "1 linje står" if count == 1 else f"{count} linjer står"
    return f"{lines} der allerede, uændret, og er ikke med i forslaget."


def _kind(name: str) -> RecordKind:
    kind = kind_of(name)
    if not kind.in_lines:
        raise NotFound("Den slags skrives én ad gangen.")
    return kind


def _text() -> str:
    file = request.files.get("fil")
    if file and file.filename:
        return decode(file.read())
    return request.form.get("linjer", "")


def _filled(kind: RecordKind) -> list[Line]:
    """The lines of the table that something is written in."""
    filled = []
    for at in range(1, MOST_IN_TABLE + 1):
        cells = {
            f.name: request.form.get(f"{f.name}-{at}", "") for f in columns_of(kind)
        }
        if any(cell.strip() for cell in cells.values()):
            filled.append(Line(at, cells))
    return filled


def _page(
    kind: RecordKind,
    *,
    cells: Mapping[int, Mapping[str, str]] | None = None,
    text: str = "",
    wrong: Sequence[WrongLine] = (),
) -> str:
    snapshot = services().catalogue.today()
    numbers = range(1, max([*(cells or {}), 0]) + EMPTY_LINES + 1)

    return render_template(
        "editorial/record_lines.html",
        kind=kind,
        columns=[Column(f, _offered(snapshot, f)) for f in columns_of(kind)],
        numbers=[n for n in numbers if n <= MOST_IN_TABLE],
        cells=cells or {},
        text=text,
        wrong=wrong,
        wrong_at={(fault.line, fault.field): fault.text for fault in wrong}
        if cells
        else {},
    )


def _offered(snapshot: Snapshot, field: Field) -> list[str]:
    return [option.label for option in options_of(snapshot, field, ())]
