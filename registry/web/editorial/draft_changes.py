"""What was written in a draft, by whom: the list, each change by itself, and a removed
row put back.
"""

from flask import Blueprint, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from registry.models import Edit, Role
from registry.publishing.drafts import change_of, changes_of, read_draft
from registry.publishing.removed_rows import restore_row
from registry.services import services
from registry.web.editorial import parts
from registry.web.frame.access import account, requires

pages = Blueprint("draft_changes", __name__, url_prefix="/redaktion/kladder")

EDIT_LABELS = {
    Edit.SAVED: "gemt",
    Edit.SET_ASIDE: "lagt til side, fordi en anden havde gemt imens",
    Edit.ADDED: "tilføjet",
    Edit.MOVED: "flyttet",
    Edit.REMOVED: "fjernet",
    Edit.RESTORED: "gendannet",
}


@pages.get("/<int:version_id>/aendringer")
@requires(Role.EDITOR, Role.APPROVER)
def listing(version_id: int) -> str:
    return render_template(
        "editorial/draft_changes.html",
        draft=read_draft(services().catalogue, version_id),
        changes=changes_of(services().catalogue, version_id),
        edit_labels=EDIT_LABELS,
    )


@pages.post("/<int:version_id>/aendringer/<int:change_id>/gendan")
@requires(Role.EDITOR)
def restore(version_id: int, change_id: int) -> Response:
    """Put the row back that was removed by that change."""
    key = restore_row(services().catalogue, version_id, change_id, account())
    flash("Snitfladen er gendannet.")
    return redirect(
        url_for("drafts.overview", version_id=version_id, _anchor=f"raekke-{key}"), 303
    )


@pages.get("/<int:version_id>/aendringer/<int:change_id>")
@requires(Role.EDITOR, Role.APPROVER)
def change(version_id: int, change_id: int) -> str:
    catalogue = services().catalogue
    change = change_of(catalogue, version_id, change_id)
    part = change.contribution.part
    groups = parts.groups_of(catalogue.today(), part, change.values, {})

    return render_template(
        "editorial/draft_change.html",
        draft=read_draft(catalogue, version_id),
        change=change.contribution,
        groups=groups,
        edit_labels=EDIT_LABELS,
    )
