"""/redaktion/appendiks: choosing an appendix, proposing it, and issuing it for good."""

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

from registry.catalogue import addresses
from registry.clock import parse_moment
from registry.errors import BadInput, NotFound
from registry.exports import issuing, proposing
from registry.exports.appendix_content import appendix_content
from registry.exports.request import AppendixRequest, parse
from registry.models import Role
from registry.records import proposed_editions
from registry.services import services
from registry.storage import editions
from registry.web.editorial.form import typed
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
    return _listing(request.args)


def _listing(given: Mapping[str, str], wrong: str = "") -> str:
    wanted = _wanted(given)
    catalogue = services().catalogue
    content = appendix_content(catalogue, wanted, _public_url())

    return render_template(
        "editorial/editions.html",
        appendix=content,
        offered=offered(content),
        given_pr=given.get("pr", ""),
        chosen=wanted.parameters(),
        title=given.get("titel", ""),
        wrong=wrong,
        local=_local(),
        waiting=proposed_editions.waiting(catalogue),
        editions=editions.listing(catalogue.engine),
    )


@pages.post("")
@requires(Role.EDITOR, Role.APPROVER)
def propose() -> Response | tuple[str, int]:
    """Propose that it be issued, and lead to the page where another does it."""
    wanted, title = _wanted(request.form), typed("titel")
    try:
        proposal = proposing.propose(
            services().catalogue, wanted, _public_url(), title, account()
        )
    except BadInput as error:
        return _listing(request.form, error.message), 400

    flash("Forslaget er gemt. En anden skal udstede det.")
    return redirect(url_for(".one", proposal_id=proposal), 303)


@pages.get("/forslag/<int:proposal_id>")
@requires(Role.EDITOR, Role.APPROVER)
def one(proposal_id: int) -> str:
    """What will be issued, and the question whether it shall."""
    return _page(proposal_id)


@pages.post("/forslag/<int:proposal_id>/udsted")
@requires(Role.APPROVER)
def issue(proposal_id: int) -> Response:
    """Issue it, and lead to the list; where it takes its time, to the page that waits
    for it.
    """
    by, public_url = account(), _public_url()
    catalogue = services().catalogue
    job_name = token_urlsafe(16)
    key = _key(job_name)
    job = waiting.works().begin(
        key, lambda: proposing.confirm(catalogue, proposal_id, public_url, by)
    )

    if job.is_done_soon():
        return _onwards(key, job)
    job.kept = True
    return redirect(url_for(".progress", job_name=job_name), 303)


@pages.get("/udstedes/<job_name>")
@requires(Role.EDITOR, Role.APPROVER)
def progress(job_name: str) -> Response:
    """The page that waits for what was sent; then it leads to the list."""
    key = _key(job_name)
    job = waiting.works().find(key)
    if job is None:
        raise NotFound(
            "Der er ikke noget at vente på her. Se på listen, om det er udstedt."
        )
    return _onwards(key, job) if job.is_done_soon() else waiting.page(job, *ISSUING)


@pages.post("/forslag/<int:proposal_id>/afvis")
@requires(Role.APPROVER)
def reject(proposal_id: int) -> Response | tuple[str, int]:
    note = typed("note")
    try:
        proposing.reject(services().catalogue, proposal_id, account(), note)
    except BadInput as error:
        return _page(proposal_id, error.message), 400
    flash("Forslaget er afvist med din bemærkning.")
    return redirect(url_for(".listing"), 303)


@pages.post("/forslag/<int:proposal_id>/fortryd")
@requires(Role.EDITOR, Role.APPROVER)
def retract(proposal_id: int) -> Response:
    proposing.retract(services().catalogue, proposal_id, account())
    flash("Forslaget er trukket tilbage.")
    return redirect(url_for(".listing"), 303)


def _page(proposal_id: int, wrong: str = "") -> str:
    person, catalogue = account(), services().catalogue
    proposed = proposing.read(catalogue, proposal_id, _public_url())
    health = proposed.appendix.health_agreement.slug
    before = editions.listing(catalogue.engine, health)

    return render_template(
        "editorial/edition_proposal.html",
        proposed=proposed,
        appendix=proposed.appendix,
        chosen=proposed.appendix.request.parameters(),
        before=before[0] if before else None,
        same=bool(before) and before[0].fingerprint == proposed.appendix.fingerprint,
        local=_local(),
        may_decide=proposed.waits.may_decide(person),
        kept_from=proposed.waits.kept_from(person),
        is_own=proposed.waits.proposal.proposed_by == person.username,
        note=typed("note"),
        wrong=wrong,
    )


def _public_url() -> str:
    return str(current_app.config["PUBLIC_URL"])


def _local() -> str:
    """Why nothing can be issued from here; empty where it can."""
    public_url = _public_url()
    local = addresses.is_local(public_url)
    return issuing.LOCAL.format(address=public_url) if local else ""


def _key(job_name: str) -> tuple[str, str, str]:
    """The name of one person's piece of work: nobody else comes to it."""
    return "issue", account().username, job_name


def _onwards(key: tuple[str, str, str], job: waiting.Job) -> Response:
    number = waiting.works().result(key, job)
    flash(f"Appendiks nr. {number} er udstedt. Det ligger fast og bliver ikke ændret.")
    return redirect(url_for(".listing"), 303)


def _wanted(given: Mapping[str, str]) -> AppendixRequest:
    """What is chosen, at a date; an edition's moment is always that of its issue."""
    moment = parse_moment(given.get("pr", "").strip(), "")
    return parse(services().catalogue.at(moment), given)
