"""/redaktion/forslag: what one person has proposed, for another to confirm or reject."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from registry.errors import BadInput, Conflict
from registry.models import Role
from registry.publishing import proposals, proposed
from registry.web.access import account, requires
from registry.web.editorial.proposal_view import view_entries
from registry.web.reading import services

pages = Blueprint("proposals", __name__, url_prefix="/redaktion/forslag")

SHOWN_OWN = 20


@pages.get("")
@requires(Role.EDITOR, Role.APPROVER)
def listing() -> str:
    engine, person = services().engine, account()
    waiting = proposed.waiting(engine)
    settled = [p for p in proposed.of(engine, person.username) if p.resolution is not None]
    return render_template(
        "proposals.html",
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
    except Conflict as conflict:
        return _page(proposal_id, conflict.message), 409
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
    return request.form.get("note", "")


def _page(proposal_id: int, stopped: str = "", wrong: str = "") -> str:
    found = proposed.read(services().engine, proposal_id)
    person = account()
    return render_template(
        "proposal.html",
        proposed=found,
        entries=view_entries(services().catalogue.today(), found),
        may_decide=found.may_decide(person),
        may_retract=found.may_retract(person),
        note=_note(),
        stopped=stopped,
        wrong=wrong,
    )
