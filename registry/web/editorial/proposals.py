"""/redaktion/forslag: what one person has proposed, for another to confirm or
reject.
"""

from flask import Blueprint, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from registry.errors import BadInput, Conflict
from registry.models import Role
from registry.records import proposals, proposed
from registry.services import services
from registry.web.editorial.form import typed
from registry.web.editorial.proposal_view import view_proposed
from registry.web.frame.access import account, requires

pages = Blueprint("proposals", __name__, url_prefix="/redaktion/forslag")

SHOWN_OWN = 20


@pages.get("")
@requires(Role.EDITOR, Role.APPROVER)
def listing() -> str:
    catalogue, person = services().catalogue, account()
    waiting = proposed.waiting(catalogue)
    settled = [
        p for p in proposed.of(catalogue, person.username) if p.resolution is not None
    ]

    return render_template(
        "editorial/proposals.html",
        to_decide=[p for p in waiting if p.may_decide(person)],
        others=[p for p in waiting if not p.may_decide(person)],
        settled=settled[:SHOWN_OWN],
        person=person,
    )


@pages.get("/<int:proposal_id>")
@requires(Role.EDITOR, Role.APPROVER)
def one(proposal_id: int) -> str:
    return _page(proposal_id)


@pages.post("/<int:proposal_id>/bekraeft")
@requires(Role.APPROVER)
def confirm(proposal_id: int) -> Response | tuple[str, int]:
    try:
        proposals.confirm(services().catalogue, proposal_id, account(), _note())
    except (BadInput, Conflict) as error:
        status = 400 if isinstance(error, BadInput) else 409
        return _page(proposal_id, error.message, wrong=error.field or ""), status
    flash("Forslaget er bekræftet, og kataloget viser det nu.")
    return redirect(url_for(".listing"), 303)


@pages.post("/<int:proposal_id>/afvis")
@requires(Role.APPROVER)
def reject(proposal_id: int) -> Response | tuple[str, int]:
    try:
        proposals.reject(services().catalogue, proposal_id, account(), _note())
    except (BadInput, Conflict) as error:
        status = 400 if isinstance(error, BadInput) else 409
        return _page(proposal_id, error.message, wrong=error.field or ""), status
    flash("Forslaget er afvist med din bemærkning.")
    return redirect(url_for(".listing"), 303)


@pages.post("/<int:proposal_id>/traek-tilbage")
@requires(Role.EDITOR)
def retract(proposal_id: int) -> Response | tuple[str, int]:
    try:
        proposals.retract(services().catalogue, proposal_id, account())
    except Conflict as conflict:
        return _page(proposal_id, conflict.message), 409
    flash("Forslaget er trukket tilbage.")
    return redirect(url_for(".listing"), 303)


def _note() -> str:
    return typed("note")


def _page(proposal_id: int, stopped: str = "", wrong: str = "") -> str:
    proposal = proposed.read(services().catalogue, proposal_id)
    person = account()

    return render_template(
        "editorial/proposal.html",
        proposed=proposal,
        records=view_proposed(services().catalogue.today(), proposal),
        may_decide=proposal.may_decide(person),
        kept_from=proposal.kept_from(person),
        may_retract=proposal.may_retract(person),
        note=_note(),
        stopped=stopped,
        wrong=wrong,
    )
