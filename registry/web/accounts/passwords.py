"""Setting a password: by a one-time link, or with the one that one has."""

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for

from registry.accounts import accounts
from registry.accounts.attempts import Attempts
from registry.errors import BadInput
from registry.models import Account
from registry.web import access
from registry.web.accounts.sign_in import View, onwards
from registry.web.reading import services

pages = Blueprint("passwords", __name__)

CHANGED = "Din adgangskode er ændret. Er du logget ind andre steder, er du logget ud dér."
WITHOUT = "Du logger ind gennem din organisation og har ingen adgangskode her."


@pages.get("/log-ind/engangslink/<key>")
def link(key: str) -> View:
    found = accounts.by_link(services().engine, key)
    return _form(found, url_for("passwords.accept", key=key))


@pages.post("/log-ind/engangslink/<key>")
def accept(key: str) -> View:
    found = accounts.by_link(services().engine, key)
    try:
        found = accounts.accept_link(services().engine, key, _typed_twice())
    except BadInput as error:
        return _form(found, url_for("passwords.accept", key=key), error), 400
    access.begin_session(found)
    return onwards(found, None)


@pages.get("/redaktion/adgangskode")
@access.requires()
def own() -> View:
    return _own(access.account())


@pages.post("/redaktion/adgangskode")
@access.requires()
def change() -> View:
    found = access.account()
    try:
        changed = _change(found.username)
    except BadInput as error:
        return _own(found, error), 400
    access.begin_session(changed)
    flash(CHANGED)
    return redirect(url_for("passwords.own"))


def _change(username: str) -> Account:
    """Guessing at the present password is limited as signing in is. Raises TooManyAttempts."""
    attempts: Attempts = current_app.extensions["attempts"]
    address = request.remote_addr or ""
    new = _typed_twice()
    attempts.begin(username, address)
    try:
        current = request.form.get("nuvaerende", "")
        changed = accounts.change_password(services().engine, username, current, new)
    except BadInput as error:
        if error.field == "nuvaerende":
            attempts.failed(address)
        else:
            attempts.succeeded(username)
        raise
    attempts.succeeded(username)
    return changed


def _typed_twice() -> str:
    password = request.form.get("adgangskode", "")
    if password != request.form.get("gentag", ""):
        raise BadInput("De to adgangskoder er ikke ens.", "gentag")
    return password


def _form(found: Account, action: str, error: BadInput | None = None) -> str:
    return render_template("account_link.html", account=found, action=action, error=error)


def _own(found: Account, error: BadInput | None = None) -> str:
    without = "" if found.password_hash else WITHOUT
    return render_template("account_password.html", account=found, error=error, without=without)
