"""The comments on a draft: all of them, a new one, and answers."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from registry.errors import BadInput
from registry.models import Role
from registry.publishing import comments
from registry.publishing.drafts import read_draft
from registry.rules.version_content import MAIN
from registry.services import services
from registry.web.editorial.form import typed
from registry.web.frame.access import account, requires

pages = Blueprint("comments", __name__, url_prefix="/redaktion/kladder")


@pages.get("/<int:version_id>/kommentarer")
@requires(Role.EDITOR, Role.APPROVER)
def listing(version_id: int) -> str:
    return _page(version_id)


@pages.post("/<int:version_id>/kommentarer")
@requires(Role.EDITOR, Role.APPROVER)
def add(version_id: int) -> Response | tuple[str, int]:
    form = request.form
    try:
        begun = comments.comment(
            services().catalogue,
            version_id,
            form.get("om", MAIN),
            typed("citat"),
            typed("tekst"),
            account(),
        )
    except BadInput as error:
        return _page(version_id, error), 400

    flash("Kommentaren er gemt.")
    return _to(version_id, begun)


@pages.post("/<int:version_id>/kommentarer/<int:thread>")
@requires(Role.EDITOR, Role.APPROVER)
def answer(version_id: int, thread: int) -> Response | tuple[str, int]:
    """Answer, or close, as the button says."""
    closes = request.form.get("luk") == "1"
    try:
        comments.answer(
            services().catalogue,
            version_id,
            thread,
            typed("tekst"),
            account(),
            closes=closes,
        )
    except BadInput as error:
        return _page(version_id, error, thread), 400

    flash("Kommentaren er lukket." if closes else "Svaret er gemt.")
    return _to(version_id, thread)


def _to(version_id: int, thread: int) -> Response:
    anchor = f"kommentar-{thread}"
    return redirect(url_for(".listing", version_id=version_id, _anchor=anchor), 303)


def _page(version_id: int, error: BadInput | None = None, at: int | None = None) -> str:
    draft = read_draft(services().catalogue, version_id)
    given = request.form if error else request.args

    return render_template(
        "editorial/draft_comments.html",
        draft=draft,
        threads=comments.threads_of(services().catalogue, version_id),
        parts=[
            (MAIN, comments.WHOLE),
            *((row["key"], row["task"] or "Uden opgave") for row in draft.content.rows),
        ],
        given=given,
        error=error,
        at=at,
    )
