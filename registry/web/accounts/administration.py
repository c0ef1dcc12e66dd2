"""The accounts: who there is, with which roles; new ones, links, closing."""

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for

from registry import addresses
from registry.accounts import accounts
from registry.errors import BadInput, Conflict, RegistryError
from registry.models import ROLE_LABELS, Account, Role
from registry.web import access
from registry.web.accounts.sign_in import View
from registry.web.reading import services

pages = Blueprint("administration", __name__, url_prefix="/redaktion/konti")


@pages.before_request
def administrators_only() -> None:
    access.require(Role.ADMINISTRATOR)


@pages.get("")
def listing() -> View:
    return _page()


@pages.post("")
def add() -> View:
    form = request.form
    try:
        account = accounts.add(
            services().engine,
            form.get("brugernavn", ""),
            form.get("navn", ""),
            form.getlist("roller"),
            actor=_actor(),
        )
    except (BadInput, Conflict) as error:
        return _refused(error)
    return _with_link(account.username)


@pages.post("/<username>/link")
def new_link(username: str) -> View:
    try:
        return _with_link(username)
    except Conflict as error:
        return _refused(error)


@pages.post("/<username>/roller")
def set_roles(username: str) -> View:
    wanted = request.form.getlist("roller")
    try:
        account = accounts.set_roles(services().engine, username, wanted, actor=_actor())
    except (BadInput, Conflict) as error:
        return _refused(error)
    return _done(f"{account.name} har nu: {', '.join(account.role_labels) or 'ingen roller'}.")


@pages.post("/<username>/luk")
def close(username: str) -> View:
    try:
        account = accounts.close(services().engine, username, actor=_actor())
    except Conflict as error:
        return _refused(error)
    return _done(f"Kontoen for {account.name} er lukket.")


@pages.post("/<username>/genaabn")
def reopen(username: str) -> View:
    account = accounts.reopen(services().engine, username, actor=_actor())
    return _done(f"Kontoen for {account.name} er åben igen.")


def _actor() -> str:
    return access.account().username


def _with_link(username: str) -> View:
    """The page with a new one-time link. It is never shown again, nor kept in a cookie."""
    key = accounts.issue_link(services().engine, username, actor=_actor())
    return _page(
        one_time=(username, addresses.one_time_link(current_app.config["PUBLIC_URL"], key))
    )


def _done(text: str) -> View:
    flash(text)
    return redirect(url_for("administration.listing"))


def _refused(error: RegistryError) -> View:
    return _page(error=error), 400 if isinstance(error, BadInput) else 409


def _page(one_time: tuple[str, str] | None = None, error: RegistryError | None = None) -> str:
    return render_template(
        "account_list.html",
        accounts=[(a, _way_in(a)) for a in accounts.listing(services().engine)],
        roles=ROLE_LABELS,
        one_time=one_time,
        error=error,
        form=request.form,
    )


def _way_in(account: Account) -> str:
    """How the person signs in."""
    if account.issuer:
        return "organisationens konto"
    return "adgangskode" if account.password_hash else "mangler adgangskode"
