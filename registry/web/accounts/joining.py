"""Joining one's account here with one's account at the organisation."""

from dataclasses import asdict

from flask import Blueprint, flash, redirect, render_template, session, url_for

from registry.accounts import federation
from registry.accounts.federation import Vouched
from registry.errors import Conflict, NotSignedIn, Refused
from registry.services import services
from registry.web.accounts.sign_in import View
from registry.web.frame import access

pages = Blueprint("joining", __name__, url_prefix="/redaktion/sammen")

WITH = "sammen_med"
DONE = "Kontiene er lagt sammen. Fremover logger du ind hos din organisation."


def ask(person: Vouched) -> View:
    """Have the person signed in look at whom the provider vouches for, before the two
    are joined: another may have been signed in there.
    """
    session[WITH] = asdict(person)
    return redirect(url_for("joining.form"))


@pages.get("")
@access.requires()
def form() -> View:
    if WITH not in session:
        return redirect(url_for("passwords.own"))
    return _page()


@pages.post("")
@access.requires()
def join() -> View:
    kept = session.get(WITH)
    if kept is None:
        return redirect(url_for("passwords.own"))

    person = Vouched(**{**kept, "roles": tuple(kept["roles"])})
    try:
        account = federation.join(services().engine, access.account().username, person)
    except (Conflict, Refused, NotSignedIn) as error:
        return _page(error.message), 409

    access.begin_session(account)
    flash(DONE)
    return redirect(url_for("passwords.own"))


def _page(error: str = "") -> str:
    return render_template(
        "accounts/joining.html",
        account=access.account(),
        person=session[WITH],
        error=error,
    )
