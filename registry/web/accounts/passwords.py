"""Setting a password: by a one-time link, or with the one that one has."""

from flask import (
    Blueprint,
    current_app,
    flash,
    redirect,
    render_template,
    request,
    url_for,
)

from registry.accounts import credentials, oversight
from registry.accounts.attempts import Attempts
from registry.errors import BadInput
from registry.models import Account
from registry.services import services
from registry.web.accounts.sign_in import View, onwards, welcome
from registry.web.frame import access

pages = Blueprint("passwords", __name__)

SHOWN = 12
CHANGED = (
    "Din adgangskode er ændret. Er du logget ind andre steder, er du logget ud dér."
)
WITHOUT = "Du logger ind gennem din organisation og har ingen adgangskode her."


@pages.get("/log-ind/engangslink/<key>")
def link(key: str) -> View:
    account = credentials.by_link(services().engine, key)
    return _form(account, url_for("passwords.accept", key=key))


@pages.post("/log-ind/engangslink/<key>")
def accept(key: str) -> View:
    account = credentials.by_link(services().engine, key)
    try:
        account = credentials.accept_link(services().engine, key, _typed_twice())
    except BadInput as error:
        return _form(account, url_for("passwords.accept", key=key), error), 400
    welcome(account)
    return onwards(account, None)


@pages.get("/redaktion/adgangskode")
@access.requires()
def own() -> View:
    return _own(access.account())


@pages.post("/redaktion/adgangskode")
@access.requires()
def change() -> View:
    account = access.account()
    try:
        changed = _change(account.username)
    except BadInput as error:
        return _own(account, error), 400

    access.begin_session(changed)
    flash(CHANGED)
    return redirect(url_for("passwords.own"))


def _change(username: str) -> Account:
    """Guessing at the present password is limited as signing in is. Raises
    TooManyAttempts.
    """
    attempts: Attempts = current_app.extensions["attempts"]
    address = request.remote_addr or ""
    new = _typed_twice()
    turn = attempts.turn(username, address)

    try:
        current = request.form.get("nuvaerende", "")
        changed = credentials.change_password(
            services().engine, username, current, new, turn
        )
    except BadInput as error:
        if error.field != "nuvaerende":
            attempts.succeeded(username, address)
        raise

    attempts.succeeded(username, address)
    return changed


def _typed_twice() -> str:
    password = request.form.get("adgangskode", "")
    if password != request.form.get("gentag", ""):
        raise BadInput("De to adgangskoder er ikke ens.", "gentag")
    return password


def _form(account: Account, action: str, error: BadInput | None = None) -> str:
    return render_template(
        "accounts/account_link.html", account=account, action=action, error=error
    )


def _own(account: Account, error: BadInput | None = None) -> str:
    without = "" if account.password_hash else WITHOUT

    return render_template(
        "accounts/account_password.html",
        account=account,
        error=error,
        without=without,
        events=oversight.news_for_owner(services().engine, account.username)[:SHOWN],
        may_join="oidc" in current_app.blueprints and not account.issuer,
    )
