"""The accounts: who there is, with which roles; new ones, links, closing."""

from flask import (
    Blueprint,
    current_app,
    flash,
    redirect,
    render_template,
    request,
    url_for,
)

from registry.accounts import accounts, credentials, oversight
from registry.catalogue import addresses
from registry.errors import BadInput, Conflict, RegistryError
from registry.models import ROLE_LABELS, Account, Role
from registry.services import services
from registry.web.accounts.sign_in import View
from registry.web.frame import access

SHOWN = 12
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
        account = accounts.set_roles(
            services().engine, username, wanted, actor=_actor()
        )
    except (BadInput, Conflict) as error:
        return _refused(error)

    return _done(
        f"{account.name} har nu: {', '.join(account.role_labels) or 'ingen roller'}."
    )


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


@pages.post("/bekraeft")
def confirm() -> View:
    named = request.form.getlist("post")
    places = [int(text) for text in named if text.isdecimal() and len(text) < 10]
    try:
        oversight.confirm(services().engine, places, access.account())
    except (BadInput, Conflict) as error:
        return _refused(error)
    return _done("Du har bekræftet det. Det står i historikken med dit navn.")


def _actor() -> str:
    return access.account().username


def _with_link(username: str) -> View:
    """The page with a new one-time link. It is never shown again, nor kept in a
    cookie.
    """
    key = credentials.issue_link(services().engine, username, actor=_actor())
    return _page(
        one_time=(
            username,
            addresses.one_time_link(current_app.config["PUBLIC_URL"], key),
        )
    )


def _done(text: str) -> View:
    flash(text)
    return redirect(url_for("administration.listing"))


def _refused(error: RegistryError) -> View:
    return _page(error=error), 400 if isinstance(error, BadInput) else 409


def _page(
    one_time: tuple[str, str] | None = None, error: RegistryError | None = None
) -> str:
    engine = services().engine
    news = oversight.news_for(engine, _actor())
    # What waits is never out of sight, however much is done to put it there.
    shown = max(SHOWN, sum(bool(line.unconfirmed) for line in news))

    return render_template(
        "accounts/account_list.html",
        news=news[:shown],
        earlier_news=news[shown:],
        accounts=[(a, _way_in(a)) for a in accounts.listing(engine)],
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
