"""Rows suggested from a draft's own text: beside it, accepted, mended or refused."""

from collections.abc import Callable, Sequence
from functools import partial

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from registry.models import Role
from registry.publishing import suggestions
from registry.publishing.drafts import read_draft
from registry.publishing.suggestions import Offered
from registry.rules.fields import ROW_FIELDS_BY_NAME
from registry.services import services
from registry.web.editorial.form import options_of
from registry.web.editorial.suggestion_view import view_rows_without, view_sections
from registry.web.frame.access import account, requires

TASK_KEY = ROW_FIELDS_BY_NAME["task_key"]

pages = Blueprint("suggestions", __name__, url_prefix="/redaktion/kladder")


@pages.get("/<int:version_id>/forslag")
@requires(Role.EDITOR, Role.APPROVER)
def listing(version_id: int) -> str:
    draft = read_draft(services().catalogue, version_id)
    listed = suggestions.offered(draft)
    said, duties = suggestions.counted(listed)

    return render_template(
        "editorial/suggestions.html",
        draft=draft,
        sections=view_sections(services().catalogue.today(), draft, listed),
        said=said,
        duties=duties,
        without=view_rows_without(services().catalogue.today(), draft),
        task_kinds=options_of(services().catalogue.today(), TASK_KEY, ()),
        may_write=account().has(Role.EDITOR) and draft.is_open,
    )


@pages.post("/<int:version_id>/forslag/<key>/antag")
@requires(Role.EDITOR)
def accept(version_id: int, key: str) -> Response:
    task_key = request.form.get("opgavetype", "")
    return _settle(version_id, key, partial(suggestions.accept, task_key=task_key))


@pages.post("/<int:version_id>/opgavetyper/<key>")
@requires(Role.EDITOR)
def confirm_task_key(version_id: int, key: str) -> Response:
    """What kind of task a row is; the next without one follows."""
    catalogue, task_key = services().catalogue, request.form.get("opgavetype", "")
    draft = read_draft(catalogue, version_id)
    lacking = [row["key"] for row in suggestions.rows_without_task_key(draft)]
    suggestions.confirm_task_key(catalogue, version_id, key, task_key, account())

    # Whoever leaves one for later goes on from where they are.
    at = lacking.index(key) if key in lacking else 0
    following = [one for one in (*lacking[at:], *lacking[:at]) if one != key]
    anchor = f"uden-{following[0]}" if following else "opgavetyper"
    return redirect(url_for(".listing", version_id=version_id, _anchor=anchor), 303)


@pages.post("/<int:version_id>/forslag/<key>/afvis")
@requires(Role.EDITOR)
def refuse(version_id: int, key: str) -> Response:
    return _settle(version_id, key, suggestions.refuse)


@pages.post("/<int:version_id>/forslag/<key>/genaabn")
@requires(Role.EDITOR)
def reopen(version_id: int, key: str) -> Response:
    suggestions.reopen(services().catalogue, version_id, key, account())
    return _back(version_id, key)


@pages.post("/<int:version_id>/forslag/sikre")
@requires(Role.EDITOR)
def accept_sure(version_id: int) -> Response:
    """All of one section that nobody needs to be asked about."""
    field, section = request.form.get("felt", ""), request.form.get("afsnit", "")
    made = suggestions.accept_sure(
        services().catalogue, version_id, field, section, account()
    )
    flash(f"{len(made)} snitflader er tilføjet.")
    return _back(version_id, "")


def _settle(version_id: int, key: str, settle: Callable[..., object]) -> Response:
    """Accept or refuse one; the next that waits follows."""
    following = _following(version_id, key)
    settle(services().catalogue, version_id, key, account())
    return _back(version_id, following)


def _following(version_id: int, key: str) -> str:
    """The suggestion that waits next after one; empty where none does."""
    listed = suggestions.offered(read_draft(services().catalogue, version_id))
    at = next((i for i, one in enumerate(listed) if one.key == key), 0)
    return _first_waiting([*listed[at + 1 :], *listed[:at]])


def _first_waiting(listed: Sequence[Offered]) -> str:
    return next((one.key for one in listed if one.is_waiting), "")


def _back(version_id: int, key: str) -> Response:
    anchor = f"forslag-{key}" if key else None
    return redirect(url_for(".listing", version_id=version_id, _anchor=anchor), 303)
