"""Who is signed in, and what they may: the one place that knows Flask-Login."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from flask import Flask, g, request, session
from flask_login import LoginManager, current_user, login_user
from flask_wtf.csrf import CSRFProtect

from registry.accounts import credentials
from registry.accounts.attempts import Attempts
from registry.errors import NotSignedIn, Refused, RolesToChoose
from registry.intake.limits import LARGEST_FORM, LARGEST_UPLOAD
from registry.language.numbers import in_words
from registry.models import ROLE_LABELS, Account, Role
from registry.services import services, shared_folder
from registry.web.frame import sessions
from registry.web.frame.links import link
from registry.web.frame.menus import EDITORIAL_NAVIGATION

P = ParamSpec("P")
R = TypeVar("R")

LIMITS = {
    "MAX_CONTENT_LENGTH": LARGEST_FORM,
    "MAX_FORM_MEMORY_SIZE": LARGEST_FORM,
    "MAX_FORM_PARTS": 5000,
    # A form's secret lives as long as its session: nobody loses a text to a clock that
    # they cannot see.
    "WTF_CSRF_TIME_LIMIT": None,
    # Our own Referrer-Policy keeps the header that this would look for from being sent.
    "WTF_CSRF_SSL_STRICT": False,
}


# What an account may do that has both sides' roles, before it has chosen one.
BEFORE_CHOOSING = ("sides.form", "sides.choose", "sign_in.sign_out")
UPLOADS = {"intake.take_in": LARGEST_UPLOAD}


class SignedIn:
    """An account as Flask-Login wants it. Only open accounts are ever made one."""

    is_authenticated = is_active = True
    is_anonymous = False

    def __init__(self, account: Account) -> None:
        self.account = account

    def get_id(self) -> str:
        return credentials.session_id(self.account)


def attach(app: Flask) -> None:
    """Sessions, signing in, and a secret against forged requests on every form."""
    app.config.update(LIMITS)
    sessions.attach(app)

    manager = LoginManager()
    # A new secret of the account ends them; telling devices apart by address would end
    # them at each change of net.
    manager.session_protection = None
    manager.user_loader(_load)
    # Not by init_app: its hooks read the session for every answer, readers' included.
    app.login_manager = manager  # type: ignore[attr-defined]

    app.extensions["attempts"] = _attempts(app)
    app.context_processor(_frame)

    # Before the secret is looked for, which reads what was sent.
    app.before_request(_allow_uploads)
    CSRFProtect(app)


def _attempts(app: Flask) -> Attempts:
    shared = shared_folder(app)
    if shared is None:
        return Attempts()
    # Each process compares one password at a time, and they share the cores.
    return Attempts(file=shared / "attempts.sqlite", at_once=1)


def requires(*roles: Role) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Let only those through who have one of the roles; without roles, all who are
    signed in.

    Stands below the route: `@pages.get(…)`, then `@requires(Role.EDITOR)`.
    """

    def guard(view: Callable[P, R]) -> Callable[P, R]:
        @wraps(view)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
            require(*roles)
            return view(*args, **kwargs)

        return guarded

    return guard


def require(*roles: Role) -> Account:
    """The account signed in, if it has one of the roles. Raises NotSignedIn,
    Refused.
    """
    person = account()
    if roles and not person.has(*roles):
        wanted = " eller ".join(ROLE_LABELS[role].lower() for role in roles)
        raise Refused(f"Det kræver rollen {wanted}. En administrator kan give dig den.")
    return person


def account() -> Account:
    """The account signed in. Raises NotSignedIn, RolesToChoose."""
    person = signed_in()
    if person is None:
        raise NotSignedIn("Log ind for at komme til siden.")
    if person.must_choose and request.endpoint not in BEFORE_CHOOSING:
        raise RolesToChoose("Vælg først, hvad din konto skal bruges til.")
    return person


def signed_in() -> Account | None:
    """The account signed in, or None."""
    return getattr(current_user, "account", None)


def begin_session(account: Account) -> None:
    """Sign the account in, in a session that holds nothing of the one before."""
    session.clear()
    login_user(SignedIn(account))


def end_session() -> None:
    """Forget the session in this browser; `credentials.sign_out` ends all of the
    account's.
    """
    session.clear()
    g.pop("_login_user", None)


def home(account: Account) -> str:
    """Where the account begins: the first item of its menu."""
    return _menu(account)[0]["href"]


def _allow_uploads() -> None:
    if request.endpoint in UPLOADS:
        request.max_content_length = UPLOADS[request.endpoint]


def _load(session_id: str) -> SignedIn | None:
    account = credentials.by_session_id(services().engine, session_id)
    return SignedIn(account) if account else None


def _frame() -> dict[str, Any]:
    """The values of editorial.html. It looks nobody up: what it frames may be an
    error.
    """
    account = getattr(g.get("_login_user"), "account", None)
    return {
        "editor": account,
        "editorial_navigation": _menu(account) if account else [],
        "idle_hours": in_words(sessions.IDLE // timedelta(hours=1)),
    }


def _menu(account: Account) -> list[dict[str, str]]:
    return [
        {"endpoint": endpoint, "text": text, "href": link(endpoint)}
        for endpoint, text, roles in EDITORIAL_NAVIGATION
        if not roles or account.has(*roles)
    ]
