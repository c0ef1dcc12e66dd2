"""The accounts: who there is, with which roles; new ones, links, closing."""

from collections.abc import Sequence

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
from registry.errors import BadInput, Conflict, NotFound, RegistryError
from registry.models import ROLE_LABELS, Account, Role
from registry.publishing import handing_over
from registry.services import services
from registry.storage.db import reading
from registry.web.accounts.sign_in import View
from registry.web.frame import access, once

SHOWN = 12
LINK_GONE = (
    "Linket er brugt, udløbet eller afløst af et nyere. Lav et nyt på siden Konti."
)
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


@pages.get("/sendt/link/<mark>")
def link_again(mark: str) -> View:
    """The same page for the one whose form was sent twice, while the link works."""
    key = once.secret_of(mark, _actor())
    try:
        username = credentials.by_link(services().engine, key).username
    except NotFound as error:
        raise NotFound(LINK_GONE) from error
    return _showing(username, key)


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
    held = " Overdrag kladderne til en anden." if _held(account.username) else ""
    return _done(f"Kontoen for {account.name} er lukket.{held}")


@pages.post("/<username>/genaabn")
def reopen(username: str) -> View:
    account = accounts.reopen(services().engine, username, actor=_actor())
    return _done(f"Kontoen for {account.name} er åben igen.")


@pages.get("/<username>/kladder")
def drafts(username: str) -> View:
    return _drafts_page(username)


@pages.post("/<username>/kladder")
def hand_over(username: str) -> View:
    """Let another editor go on with the drafts that are chosen."""
    chosen = [int(id) for id in request.form.getlist("kladde") if id.isdecimal()]
    receiver = request.form.get("modtager", "")
    try:
        count = handing_over.hand_over(
            services().catalogue, chosen, username, receiver, access.account()
        )
    except (BadInput, Conflict) as error:
        status = 400 if isinstance(error, BadInput) else 409
        return _drafts_page(username, error), status

    return _done(f"{'Kladden' if count == 1 else f'{count} kladder'} er overdraget.")


def _drafts_page(username: str, error: RegistryError | None = None) -> str:
    catalogue = services().catalogue
    with reading(catalogue.engine) as session:
        person = accounts.named(session, username)

    return render_template(
        "accounts/account_drafts.html",
        person=person,
        drafts=_held(person.username),
        receivers=handing_over.receivers(catalogue, person.username),
        error=error,
    )


def _held(username: str) -> Sequence[handing_over.HeldDraft]:
    return handing_over.held_drafts(services().catalogue).get(username, ())


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
    """The page with a new one-time link. It is kept nowhere, nor in a cookie: of a form
    that is sent once more, it is made again.
    """
    mark, by = once.mark_of_this(), _actor()
    key = credentials.issue_link(
        services().engine,
        username,
        actor=by,
        key=once.secret_of(mark, by) if mark else "",
    )

    if mark:
        once.show_at(url_for(".link_again", mark=mark))
    return _showing(username, key)


def _showing(username: str, key: str) -> str:
    link = addresses.one_time_link(current_app.config["PUBLIC_URL"], key)
    return _page(one_time=(username, link))


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
        held=handing_over.held_drafts(services().catalogue),
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
