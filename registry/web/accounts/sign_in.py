"""Signing in and out."""

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from registry.accounts import accounts
from registry.accounts.attempts import Attempts
from registry.errors import NotSignedIn, TooManyAttempts
from registry.models import Account
from registry.web import access
from registry.web.accounts.resume import Unsent, of_sign_in_form, safe_path
from registry.web.reading import services

pages = Blueprint("sign_in", __name__)

GOODBYE = "Du er logget ud."
View = str | Answer | tuple[str, int] | tuple[str, int, dict[str, str]]


@pages.get("/log-ind")
def form() -> View:
    found = access.signed_in()
    if found:
        return redirect(safe_path(request.args.get("videre", "")) or access.home(found))
    return page(notice=GOODBYE if "ud" in request.args else "")


@pages.post("/log-ind")
def sign_in() -> View:
    username = request.form.get("brugernavn", "")
    try:
        found = check(username, request.form.get("adgangskode", ""))
    except TooManyAttempts as error:
        return page(error=error.message), 429, {"Retry-After": str(error.seconds)}
    except NotSignedIn as error:
        return page(error=error.message), 401
    access.begin_session(found)
    return onwards(found, of_sign_in_form())


@pages.post("/log-ud")
@access.requires()
def sign_out() -> View:
    accounts.sign_out(services().engine, access.account().username)
    access.end_session()
    return redirect(url_for("sign_in.form", ud=1))


def check(username: str, password: str) -> Account:
    """The account, within the limits on attempts. Raises NotSignedIn, TooManyAttempts."""
    attempts: Attempts = current_app.extensions["attempts"]
    address = request.remote_addr or ""
    attempts.begin(username, address)
    try:
        found = accounts.authenticate(services().engine, username, password)
    except NotSignedIn:
        attempts.failed(address)
        raise
    attempts.succeeded(username)
    return found


def page(error: str = "", notice: str = "", unsent: Unsent | None = None) -> str:
    """The sign-in form. It carries on what the request carried: the text, or the way there."""
    return render_template(
        "sign_in.html",
        error=error,
        notice=notice,
        username=request.form.get("brugernavn", "") if request.path == "/log-ind" else "",
        onwards=safe_path(request.values.get("videre", "")) or "",
        unsent=unsent or of_sign_in_form(),
        oidc="oidc" in current_app.blueprints,
    )


def onwards(found: Account, unsent: Unsent | None) -> View:
    """Where signing in leads: to the text that waits, else to the page that was asked for."""
    if unsent:
        return render_template("sign_in_resumed.html", unsent=unsent, late=False)
    return redirect(safe_path(request.values.get("videre", "")) or access.home(found))
