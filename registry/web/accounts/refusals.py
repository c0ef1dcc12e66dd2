"""The answers to those who are not signed in, or whose form has grown too old."""

from typing import Any

from flask import Flask, jsonify, redirect, render_template, request, url_for
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import SQLAlchemyError

from registry.errors import NotSignedIn, RolesToChoose
from registry.web.accounts import sides, sign_in
from registry.web.accounts.resume import EDITORIAL, of_refused_form, of_sign_in_form
from registry.web.frame import access
from registry.web.frame.errors import noted_trouble, wait_for_database, wait_header

LOGGED_OUT = "Du er blevet logget ud. Log ind igen"
KEPT = f"{LOGGED_OUT}, så fortsætter du med din tekst."
NOT_KEPT = f"{LOGGED_OUT}, og prøv en gang til."
AUTOSAVED = "Ikke gemt automatisk. Din tekst er her endnu."
STALE = "Siden har stået åben for længe. Prøv igen."


def attach(app: Flask) -> None:
    app.register_error_handler(NotSignedIn, ask_to_sign_in)
    app.register_error_handler(RolesToChoose, ask_to_choose)
    app.register_error_handler(CSRFError, refuse_stale_form)
    app.register_error_handler(SQLAlchemyError, keep_the_text)


def ask_to_sign_in(_error: NotSignedIn) -> Any:
    """A page: by way of signing in. A form: with its text, which would otherwise be
    lost.
    """
    if request.method in ("GET", "HEAD"):
        return redirect(
            url_for("sign_in.form", videre=request.full_path.removesuffix("?"))
        )
    unsent = of_refused_form()
    return sign_in.page(error=KEPT if unsent else NOT_KEPT, unsent=unsent), 401


def ask_to_choose(_error: RolesToChoose) -> Any:
    """A page: by way of the page that asks. A form: with its text, sent after it."""
    if request.method in ("GET", "HEAD"):
        return redirect(
            url_for("sides.form", videre=request.full_path.removesuffix("?"))
        )
    return sides.page(unsent=of_refused_form()), 403


def keep_the_text(error: SQLAlchemyError) -> Any:
    """A form that the database could not take now, with its text, to be sent again."""
    unsent = of_refused_form() if request.method == "POST" else None
    if unsent is None:
        return wait_for_database(error)

    trouble = noted_trouble(error)
    refusal = f"{trouble.message} Der er ikke gemt noget endnu."
    headers = wait_header(trouble)
    if request.accept_mimetypes.best == "application/json":
        return jsonify(message=f"{trouble.message} {AUTOSAVED}"), 503, headers
    shown = render_template(
        "accounts/sign_in_resumed.html", unsent=unsent, refusal=refusal
    )
    return shown, 503, headers


def refuse_stale_form(_error: CSRFError) -> Any:
    """The secret is missing, or belongs to a session that has ended."""
    if request.path == url_for("sign_in.sign_out") and not access.signed_in():
        return redirect(url_for("sign_in.form", ud=1))
    if request.path == url_for("sign_in.form"):
        return sign_in.page(error=STALE, unsent=of_sign_in_form()), 400
    if _is_under_editorial() and not access.signed_in():
        return ask_to_sign_in(NotSignedIn(LOGGED_OUT))

    unsent = of_refused_form() if _is_under_editorial() else None
    return render_template(
        "accounts/sign_in_resumed.html", unsent=unsent, late=True
    ), 400


def _is_under_editorial() -> bool:
    return request.path == EDITORIAL or request.path.startswith(f"{EDITORIAL}/")
