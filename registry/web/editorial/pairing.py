"""/redaktion/kladder/<id>/samme: which rows of a draft the version before had."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from registry.errors import BadInput
from registry.intake.pairing import pairs_of, rows_before
from registry.models import Role
from registry.publishing import editing
from registry.publishing.drafts import read_draft
from registry.services import services
from registry.web.frame.access import account, requires

pages = Blueprint("pairing", __name__, url_prefix="/redaktion/kladder")

ROW_PREFIX = "samme-"  # before the row's key
NEW = ""


@pages.get("/<int:version_id>/samme")
@requires(Role.EDITOR)
def choose(version_id: int) -> str:
    return _form(version_id)


@pages.post("/<int:version_id>/samme")
@requires(Role.EDITOR)
def save(version_id: int) -> Response | tuple[str, int]:
    wanted = {
        name.removeprefix(ROW_PREFIX): value
        for name, value in request.form.items()
        if name.startswith(ROW_PREFIX)
    }
    try:
        changed = editing.rename_rows(
            services().catalogue, version_id, wanted, account()
        )
    except BadInput as error:
        return _form(version_id, wanted, error), 400

    flash("Gemt." if changed else "Der var ingen ændringer.")
    return redirect(url_for("drafts.overview", version_id=version_id), 303)


def _form(
    version_id: int,
    wanted: dict[str, str] | None = None,
    error: BadInput | None = None,
) -> str:
    draft = read_draft(services().catalogue, version_id)
    before = rows_before(services().catalogue.today(), draft)
    pairs = pairs_of(draft.content.rows, before)
    chosen = {
        pair.row["key"]: pair.before["key"] if pair.before else NEW for pair in pairs
    }

    return render_template(
        "editorial/pairing.html",
        draft=draft,
        before=before,
        asked=[pair for pair in pairs if pair.is_asked],
        others=[pair for pair in pairs if not pair.is_asked],
        chosen={**chosen, **(wanted or {})},
        may_write=draft.is_open,
        error=error,
    )
