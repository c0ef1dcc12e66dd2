"""/redaktion/appendiks: choosing an appendix, and issuing it for good."""

from collections.abc import Mapping
from secrets import token_urlsafe

from flask import (
    Blueprint,
    current_app,
    flash,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.wrappers import Response

from registry.clock import parse_moment
from registry.errors import NotFound
from registry.exports import issuing
from registry.exports.appendix_content import appendix_content
from registry.exports.request import AppendixRequest, parse
from registry.models import Role
from registry.services import services
from registry.storage import editions
from registry.web.frame import waiting
from registry.web.frame.access import account, requires
from registry.web.reader.appendix import offered

pages = Blueprint("editions", __name__, url_prefix="/redaktion/appendiks")

ISSUING = (
    "Appendikset bliver udstedt …",
    "Siden fører dig videre af sig selv, når alle formater er gemt. Du kan roligt gå "
    "fra den.",
)


@pages.get("")
@requires(Role.EDITOR, Role.APPROVER)
def listing() -> str:
    wanted = _wanted(request.args)
    catalogue = services().catalogue
    content = appendix_content(catalogue, wanted, current_app.config["PUBLIC_URL"])

    return render_template(
        "editorial/editions.html",
        appendix=content,
        offered=offered(content),
        given_pr=request.args.get("pr", ""),
        chosen=wanted.parameters(),
        editions=editions.listing(catalogue.engine),
    )


@pages.post("")
@requires(Role.EDITOR, Role.APPROVER)
def issue() -> Response:
    """Issue it, and lead to the list; where it takes its time, to the page that waits
    for it.
    """
    wanted, by = _wanted(request.form), account()
    catalogue, public_url = services().catalogue, current_app.config["PUBLIC_URL"]
    token = token_urlsafe(16)
    key = _key(token)
    job = waiting.works().begin(
        key, lambda: issuing.issue(catalogue, wanted, public_url, by)
    )

    if job.is_done_soon():
        return _onwards(key, job)
    job.kept = True
    return redirect(url_for(".progress", token=token), 303)


@pages.get("/udstedes/<token>")
@requires(Role.EDITOR, Role.APPROVER)
def progress(token: str) -> Response:
    """The page that waits for what was sent; then it leads to the list."""
    key = _key(token)
    job = waiting.works().find(key)
    if job is None:
        raise NotFound(
            "Der er ikke noget at vente på her. Se på listen, om det er udstedt."
        )
    return _onwards(key, job) if job.is_done_soon() else waiting.page(job, *ISSUING)


def _key(token: str) -> tuple[str, str, str]:
    """The name of one person's piece of work: nobody else comes to it."""
    return "issue", account().username, token


def _onwards(key: tuple[str, str, str], job: waiting.Job) -> Response:
    number = waiting.works().result(key, job)
    flash(f"Appendiks nr. {number} er udstedt. Det ligger fast og bliver ikke ændret.")
    return redirect(url_for(".listing"), 303)


def _wanted(given: Mapping[str, str]) -> AppendixRequest:
    """What is chosen, at a date; an edition's moment is always that of its issue."""
    moment = parse_moment(given.get("pr", "").strip(), "")
    return parse(services().catalogue.at(moment), given)
