"""/redaktion/appendiks: choosing an appendix, and issuing it for good."""

from collections.abc import Mapping

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from registry import editions
from registry.clock import parse_moment
from registry.exports.findings import find
from registry.exports.request import AppendixRequest, parse
from registry.models import Role
from registry.web.access import account, requires
from registry.web.appendix import choices_of
from registry.web.reading import services

pages = Blueprint("editions", __name__, url_prefix="/redaktion/appendiks")


@pages.get("")
@requires(Role.EDITOR, Role.APPROVER)
def listing() -> str:
    wanted = _wanted(request.args)
    catalogue = services().catalogue
    found = find(catalogue, wanted, current_app.config["PUBLIC_URL"])
    return render_template(
        "editions.html",
        found=found,
        choices=choices_of(found),
        given_pr=request.args.get("pr", ""),
        chosen=wanted.parameters(),
        editions=editions.listing(catalogue.engine),
    )


@pages.post("")
@requires(Role.EDITOR, Role.APPROVER)
def issue() -> Response:
    wanted = _wanted(request.form)
    public_url = current_app.config["PUBLIC_URL"]
    number = editions.issue(services().catalogue, wanted, public_url, account())
    flash(f"Appendiks nr. {number} er udstedt. Det ligger fast og bliver ikke ændret.")
    return redirect(url_for(".listing"), 303)


def _wanted(given: Mapping[str, str]) -> AppendixRequest:
    """What is chosen, at a date; an edition's moment is always that of its issue."""
    moment = parse_moment(given.get("pr", "").strip(), "")
    return parse(services().catalogue.at(moment), given)
