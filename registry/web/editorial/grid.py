"""A draft's rows as a table to write in: all that is changed in it is saved at once."""

from collections.abc import Sequence
from typing import Any

from flask import (
    Blueprint,
    flash,
    get_flashed_messages,
    jsonify,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.wrappers import Response

from registry.errors import Refused
from registry.intake.cells import cells_on
from registry.models import Role
from registry.publishing.drafts import Draft, read_draft
from registry.publishing.many_rows import RowsSaved, save_rows
from registry.services import services
from registry.web.editorial import grid_view
from registry.web.editorial.grid_view import Posted, Problem, called
from registry.web.frame.access import account, requires

pages = Blueprint("grid", __name__, url_prefix="/redaktion/kladder")

Answer = str | Response | tuple[str | Response, int]
MET = "{}: En anden har gemt rækken, mens du skrev. Dine celler står her; se dem efter."
GONE = "{}: En anden har fjernet rækken imens. Gemmer du igen, kommer den som en ny."
NOT_SAVED = "Intet er gemt endnu. Ret det, der er nævnt, og gem igen."


@pages.get("/<int:version_id>/tabel")
@requires(Role.EDITOR)
def table(version_id: int) -> Answer:
    """The page; to its script, the rows as they now stand, and what there is to say."""
    draft = read_draft(services().catalogue, version_id)
    if not _is_asked_by_script():
        return _page(draft)

    return jsonify(
        message=" ".join(map(str, get_flashed_messages())),
        rows=grid_view.rows_of(services().catalogue.today(), draft),
    )


@pages.post("/<int:version_id>/tabel")
@requires(Role.EDITOR)
def save(version_id: int) -> Answer:
    draft = read_draft(services().catalogue, version_id)
    sent = grid_view.posted(request.form.get("raekker", ""))
    cells = cells_on(services().catalogue.today())

    rows, problems = grid_view.read(cells, sent)
    if problems:
        return _refused(draft, sent, problems, 400)
    try:
        outcome = save_rows(
            services().catalogue, draft.id, rows, sent.removed, account()
        )
    except Refused as error:
        # It was published or withdrawn since it was read here.
        return _refused(draft, sent, [Problem("", "", error.message)], 409)
    if outcome.is_refused:
        return _refused(draft, sent, _in_the_way(sent, outcome), 409, outcome)

    flash(_said(outcome))
    return redirect(url_for(".table", version_id=version_id), 303)


@pages.post("/<int:version_id>/tabel/laes")
@requires(Role.EDITOR)
def read(version_id: int) -> Response:
    """Cells that were typed or pasted, as they will stand; nothing is saved."""
    cells = cells_on(services().catalogue.today())
    sent = request.form.get("celler", "")

    if request.form.get("indsat"):
        pasted = cells.table(*grid_view.lines(sent))
        return jsonify(
            fields=pasted.fields,
            lines=[grid_view.shown(line) for line in pasted.lines],
            remarks=pasted.remarks,
        )

    rows = grid_view.texts(sent)
    return jsonify(lines=[grid_view.shown(cells.line(row)) for row in rows])


def _is_asked_by_script() -> bool:
    return request.accept_mimetypes.best == "application/json"


def _in_the_way(sent: Posted, outcome: RowsSaved) -> list[Problem]:
    tasks = {row["name"]: row["task"] for row in sent.rows}
    names = [*((met.name, MET) for met in outcome.met)]
    names += [(name, GONE) for name in outcome.gone]

    return [
        Problem(name, "", said.format(called(sent.numbers.get(name, 0), task)))
        for name, said in names
        for task in [tasks.get(name, "")]
    ]


def _refused(
    draft: Draft,
    sent: Posted,
    problems: Sequence[Problem],
    status: int,
    outcome: RowsSaved | None = None,
) -> Answer:
    """Why nothing was saved: to the script, which keeps the table as it is; else the
    page again, with what was written.
    """
    snapshot = services().catalogue.today()
    why: dict[str, Any] = {
        "message": NOT_SAVED,
        "problems": [problem._asdict() for problem in problems],
        "met": [
            {
                "name": met.name,
                "base": met.base,
                "cells": grid_view.cells_of(snapshot, met.stored),
            }
            for met in (outcome.met if outcome else ())
        ],
        "gone": outcome.gone if outcome else (),
    }

    if _is_asked_by_script():
        return jsonify(why), status

    return _page(draft, sent, why), status


def _page(
    draft: Draft, sent: Posted | None = None, why: dict[str, Any] | None = None
) -> str:
    snapshot = services().catalogue.today()
    begun = grid_view.table_of(snapshot, draft)
    if sent and why:
        removed = [one._asdict() for one in sent.removed]
        begun["sent"] = {"rows": sent.rows, "removed": removed, **why}

    return render_template(
        "editorial/grid.html",
        draft=draft,
        table=begun,
        columns=[column for column in begun["columns"] if not column["more"]],
        problems=why["problems"] if why else [],
    )


def _said(outcome: RowsSaved) -> str:
    if not outcome.written and not outcome.removed:
        return "Der var ingen ændringer."

    rows = "1 række" if outcome.written == 1 else f"{outcome.written} rækker"
    away = "1 er fjernet" if outcome.removed == 1 else f"{outcome.removed} er fjernet"
    written = f"{rows} er gemt" if outcome.written else ""
    removed = away if outcome.removed else ""
    return f"{', '.join(filter(None, (written, removed)))}."
