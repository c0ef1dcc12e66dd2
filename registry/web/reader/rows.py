"""The full table of snitflader, as a page and as CSV, and the page of each."""

from flask import Blueprint, Response, render_template, request

from registry.catalogue import facets
from registry.catalogue.snapshot import Row, Snapshot
from registry.catalogue.snapshot_cache import kept_with_snapshot
from registry.documents.csv_text import narrowed
from registry.errors import BadInput
from registry.exports.rows_csv import COLUMNS, rows_csv
from registry.language.citations import statutes
from registry.rules.fields import Field
from registry.web.frame.files import csv_file
from registry.web.frame.paging import part_of
from registry.web.frame.readers import chosen_facets, reader
from registry.web.reader.facet_form import facet_form
from registry.web.reader.pathway_view import places_of
from registry.web.reader.row_view import MORE_FACTS, facts_of, view_rows
from registry.web.reader.term_view import terms_of

pages = Blueprint("rows", __name__)

ROWS_PER_PAGE = 50
# Of the other rows of a kind of task: a region has a hundred of some.
OTHERS_SHOWN = 12


def _place(field: Field) -> tuple[bool, int]:
    """What heads a row, then what stands with it everywhere, then the rest."""
    return not (field.heads or field.shown), field.shown


COLUMNS_OF_PAGE = sorted(
    (field for field in COLUMNS if not field.first_cell), key=_place
)


@pages.get("/snitflader")
def table() -> str | Response:
    snapshot, chosen = reader().snapshot, chosen_facets()
    rows = facets.narrow(snapshot, snapshot.answering_rows, chosen)

    wanted = request.args.get("format", "")
    if wanted == "csv":
        return _csv(snapshot, rows, facets.in_words(snapshot, chosen))
    if wanted not in {"", "html"}:
        raise BadInput("format: tabellen findes som html og csv.", "format")

    part = part_of(rows, ROWS_PER_PAGE)
    return render_template(
        "reader/rows.html",
        columns=COLUMNS_OF_PAGE,
        part=part,
        rows=view_rows(snapshot, part.items),
        cells=[facts_of(snapshot, row, COLUMNS_OF_PAGE) for row in part.items],
        facets=facet_form(facets.count(snapshot, snapshot.answering_rows, chosen)),
    )


@pages.get("/snitflader/<row_id>")
def row(row_id: str) -> str:
    snapshot = reader().snapshot
    row = snapshot.row(row_id)
    agreement = snapshot.agreement(row.agreement)
    of_task = _by_task(snapshot).get(row.task_key, ())
    others = [other for other in of_task if other.id != row.id]

    part = part_of(others, OTHERS_SHOWN)

    return render_template(
        "reader/row.html",
        row=view_rows(snapshot, [row], reader().kommune)[0],
        more=facts_of(snapshot, row, MORE_FACTS),
        slug=row.agreement,
        illustrative=agreement.shown.version.illustrative,
        law=statutes(row.snitflade.legal_basis),
        task_type=snapshot.label("tasks", row.task_key),
        versions=[
            version.number
            for version in reversed(agreement.versions)
            if any(r.snitflade.key == row.snitflade.key for r in version.rows)
        ],
        part=part,
        others=view_rows(snapshot, part.items, reader().kommune),
        terms=terms_of(snapshot, row),
        paths=places_of(snapshot, row),
    )


@kept_with_snapshot
def _by_task(snapshot: Snapshot) -> dict[str, list[Row]]:
    """The answering rows of each kind of task."""
    by_task: dict[str, list[Row]] = {}
    for row in snapshot.answering_rows:
        by_task.setdefault(row.task_key, []).append(row)
    return by_task


def _csv(snapshot: Snapshot, rows: list[Row], narrowed_to: str) -> Response:
    name = f"snitflader-{reader().moment.pr.isoformat()}.csv"
    return csv_file(name, narrowed(rows_csv(snapshot, rows), narrowed_to))
