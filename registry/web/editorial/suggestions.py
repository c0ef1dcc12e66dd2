"""Rows suggested from a draft's own text: beside it, accepted, mended or refused."""

from collections.abc import Callable
from functools import partial

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from registry.models import Role
from registry.publishing import accepting, suggestions
from registry.publishing.accepting import SECTIONS
from registry.publishing.drafts import read_draft
from registry.rules.fields import ROW_FIELDS_BY_NAME
from registry.services import services
from registry.web.editorial.accepted_view import COMMON, view_accepted, view_coming
from registry.web.editorial.form import options_of, parse
from registry.web.editorial.suggestion_view import view_rows_without, view_sections
from registry.web.frame.access import account, requires

TASK_KEY = ROW_FIELDS_BY_NAME["task_key"]
Answer = Response | tuple[str, int]

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
        accepted=view_accepted(draft, listed, account()),
        sure=len(accepting.sure_ones(draft)),
        first=next((one.key for one in listed if one.is_waiting), ""),
        without=view_rows_without(services().catalogue.today(), draft),
        task_kinds=options_of(services().catalogue.today(), TASK_KEY, ()),
        may_write=account().has(Role.EDITOR) and draft.is_open,
    )


@pages.post("/<int:version_id>/forslag/<key>/antag")
@requires(Role.EDITOR)
def accept(version_id: int, key: str) -> Response:
    task_key = request.form.get("opgavetype", "")
    return _settle(version_id, key, partial(accepting.accept, task_key=task_key))


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


@pages.get("/<int:version_id>/forslag/sikre")
@requires(Role.EDITOR)
def ask_sure(version_id: int) -> str:
    """What comes of accepting all that nobody needs to be asked about: of one section,
    or of the whole text.
    """
    return _sure_page(version_id)


@pages.post("/<int:version_id>/forslag/sikre")
@requires(Role.EDITOR)
def accept_sure(version_id: int) -> Answer:
    catalogue, keys = services().catalogue, request.form.getlist("forslag")
    common, _ = parse(COMMON, request.form)
    if not keys:
        return _sure_page(version_id, "Vælg mindst ét forslag."), 400

    accepting.accept_sure(catalogue, version_id, keys, account(), common)
    return _onwards(version_id, keys[-1])


@pages.post("/<int:version_id>/forslag/fortryd")
@requires(Role.EDITOR)
def take_back(version_id: int) -> Response:
    """The last acceptance, whole."""
    name = request.form.get("handling", 0, type=int)
    taken = accepting.take_back(services().catalogue, version_id, name, account())
    count = len(taken.rows)
    flash(f"{count} {'snitflade' if count == 1 else 'snitflader'} er taget ud igen.")
    return _back(version_id, taken.suggestions[0])


def _sure_page(version_id: int, wrong: str = "") -> str:
    draft = read_draft(services().catalogue, version_id)
    field, section = request.values.get("felt", ""), request.values.get("afsnit", "")
    listed = accepting.sure_ones(draft, field, section)

    return render_template(
        "editorial/sure_suggestions.html",
        draft=draft,
        wrong=wrong,
        where=(field, section),
        title=section or SECTIONS.get(field, ""),
        **view_coming(services().catalogue.today(), draft, listed),
    )


def _settle(version_id: int, key: str, settle: Callable[..., object]) -> Response:
    """Accept or refuse one; the next that waits follows."""
    settle(services().catalogue, version_id, key, account())
    return _onwards(version_id, key)


def _onwards(version_id: int, key: str) -> Response:
    """To the suggestion that waits next after one; after the last, to what became of
    them.
    """
    listed = suggestions.offered(read_draft(services().catalogue, version_id))
    return _back(version_id, suggestions.following(listed, key))


def _back(version_id: int, key: str) -> Response:
    anchor = f"forslag-{key}" if key else "antaget"
    return redirect(url_for(".listing", version_id=version_id, _anchor=anchor), 303)
