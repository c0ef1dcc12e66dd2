"""Signing in and out."""

from flask import (
    Blueprint,
    current_app,
    flash,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.wrappers import Response as Answer

from registry.accounts import credentials, oversight
from registry.accounts.attempts import Attempts
from registry.errors import NotSignedIn, TooManyAttempts
from registry.models import Account
from registry.services import services
from registry.storage.account_events import AccountEntry
from registry.web.accounts.resume import Unsent, of_sign_in_form, safe_path
from registry.web.frame import access
from registry.web.frame.dates import danish_moment
from registry.web.frame.people import name_of

pages = Blueprint("sign_in", __name__)

MOST_NEWS = 3
UNKNOWN = (
    "Kender du ikke til det, så sig det straks til en anden administrator. Se det hele "
    "under Din adgangskode."
)
GOODBYE = "Du er logget ud."
View = str | Answer | tuple[str, int] | tuple[str, int, dict[str, str]]


@pages.get("/log-ind")
def form() -> View:
    account = access.signed_in()
    if account:
        return redirect(
            safe_path(request.args.get("videre", "")) or access.home(account)
        )
    return page(notice=GOODBYE if "ud" in request.args else "")


@pages.post("/log-ind")
def sign_in() -> View:
    username = request.form.get("brugernavn", "")
    try:
        account = check(username, request.form.get("adgangskode", ""))
    except TooManyAttempts as error:
        return page(error=error.message), 429, {"Retry-After": str(error.seconds)}
    except NotSignedIn as error:
        return page(error=error.message), 401

    welcome(account)
    return onwards(account, of_sign_in_form())


@pages.post("/log-ud")
@access.requires()
def sign_out() -> View:
    username = access.account().username
    # This browser forgets, whether or not the rest can be written.
    access.end_session()
    credentials.sign_out(services().engine, username)
    return redirect(url_for("sign_in.form", ud=1))


def check(username: str, password: str) -> Account:
    """The account, within the limits on attempts. Raises NotSignedIn,
    TooManyAttempts.
    """
    attempts: Attempts = current_app.extensions["attempts"]
    address = request.remote_addr or ""
    turn = attempts.turn(username, address)

    account = credentials.authenticate(services().engine, username, password, turn)

    attempts.succeeded(username, address)
    return account


def welcome(account: Account) -> None:
    """Begin the session, and tell what others have done to the account meanwhile."""
    access.begin_session(account)
    events = oversight.news_of(services().engine, account.username)
    if events:
        listed = "; ".join(_in_words(event) for event in events[:MOST_NEWS])
        more = f" Og {len(events) - MOST_NEWS} til." if len(events) > MOST_NEWS else ""
        flash(f"Om din konto: {listed}.{more} {UNKNOWN}")


def _in_words(event: AccountEntry) -> str:
    return f"{name_of(event.entry.actor)} {event.text}, {danish_moment(event.entry.at)}"


def page(error: str = "", notice: str = "", unsent: Unsent | None = None) -> str:
    """The sign-in form. It carries on what the request carried: the text, or the way
    there.
    """
    return render_template(
        "accounts/sign_in.html",
        error=error,
        notice=notice,
        username=request.form.get("brugernavn", "")
        if request.path == "/log-ind"
        else "",
        onwards=safe_path(request.values.get("videre", "")) or "",
        unsent=unsent or of_sign_in_form(),
        oidc="oidc" in current_app.blueprints,
    )


def onwards(account: Account, unsent: Unsent | None) -> View:
    """Where signing in leads: to the text that waits, else to the page that was asked
    for.
    """
    if unsent:
        return render_template(
            "accounts/sign_in_resumed.html", unsent=unsent, late=False
        )
    return redirect(safe_path(request.values.get("videre", "")) or access.home(account))
