"""The full table of snitflader, as a page and as CSV, and the page of each."""

import csv
import io

from flask import Blueprint, Response, render_template, request

from registry.errors import BadInput
from registry.exports.csv_ import guard
from registry.fields import ROW_FIELDS
from registry.in_words import field_text
from registry.search import facets
from registry.snapshot import Row, Snapshot
from registry.web.facet_form import facet_form
from registry.web.reading import chosen_facets, reading
from registry.web.row_view import more_facts, view_rows
from registry.web.term_view import terms_of

pages = Blueprint("rows", __name__)

COLUMNS = tuple(field for field in ROW_FIELDS if field.column)


@pages.get("/snitflader")
def table() -> str | Response:
    snapshot, chosen = reading().snapshot, chosen_facets()
    rows = facets.narrow(snapshot, snapshot.answering_rows, chosen)
    wanted = request.args.get("format", "")
    if wanted == "csv":
        return _csv(snapshot, rows)
    if wanted not in {"", "html"}:
        raise BadInput("format: tabellen findes som html og csv.", "format")
    return render_template(
        "rows.html",
        columns=COLUMNS,
        rows=view_rows(snapshot, rows),
        facets=facet_form(facets.count(snapshot, snapshot.answering_rows, chosen)),
    )


@pages.get("/snitflader/<row_id>")
def row(row_id: str) -> str:
    snapshot = reading().snapshot
    found = snapshot.row(row_id)
    agreement = snapshot.agreement(found.agreement)
    others = [
        r for r in snapshot.answering_rows if r.task_key == found.task_key and r.id != found.id
    ]
    return render_template(
        "row.html",
        row=view_rows(snapshot, [found])[0],
        more=more_facts(snapshot, found),
        slug=found.agreement,
        illustrative=agreement.shown.version.illustrative,
        task_type=snapshot.label("tasks", found.task_key),
        versions=[
            version.number
            for version in reversed(agreement.versions)
            if any(r.snitflade.key == found.snitflade.key for r in version.rows)
        ],
        others=view_rows(snapshot, others),
        terms=terms_of(snapshot, found),
    )


def _csv(snapshot: Snapshot, rows: list[Row]) -> Response:
    """Semicolons and a byte order mark, so that a Danish Excel opens it as it is."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(["Snitflade", *(c.label for c in COLUMNS), "Afsnit", "Aftale", "Status"])
    for found in rows:
        agreement = snapshot.agreement(found.agreement)
        cells = [found.id, *(field_text(snapshot, found, column) for column in COLUMNS)]
        cells += [found.snitflade.section, agreement.shown.version.title]
        writer.writerow([guard(cell) for cell in [*cells, agreement.status.status.value]])
    name = f"snitflader-{reading().moment.pr.isoformat()}.csv"
    return Response(
        "\ufeff" + out.getvalue(),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
