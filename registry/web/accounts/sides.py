"""Choosing between accounts and texts, where an account has had both."""

from flask import Blueprint, render_template, request

from registry.accounts import accounts
from registry.accounts.roles import side_of
from registry.errors import Conflict
from registry.models import ROLE_LABELS, Account
from registry.services import services
from registry.web.accounts.resume import Unsent, of_sign_in_form, safe_path
from registry.web.accounts.sign_in import View, onwards, welcome
from registry.web.frame import access

pages = Blueprint("sides", __name__, url_prefix="/redaktion/rolle")

ACCOUNTS = "konti"
SIDES = (ACCOUNTS, "tekster")


@pages.get("")
@access.requires()
def form() -> View:
    account = access.account()
    return page() if account.must_choose else onwards(account, None)


@pages.post("")
@access.requires()
def choose() -> View:
    account, side = access.account(), request.form.get("side", "")
    if not account.must_choose:
        return onwards(account, None)
    if side not in SIDES:
        return page(error="Vælg det ene."), 400

    try:
        chosen = accounts.choose_side(
            services().engine, account.username, administrator=side == ACCOUNTS
        )
    except Conflict as error:
        return page(error=error.message), 409

    welcome(chosen)
    return onwards(chosen, of_sign_in_form())


def page(error: str = "", unsent: Unsent | None = None) -> str:
    """The page that asks. It carries on what the request carried: the text, or the way
    there.
    """
    account = access.signed_in()
    assert account is not None

    return render_template(
        "accounts/sides.html",
        sides=[(side, _labels(account, side)) for side in SIDES],
        error=error,
        onwards=safe_path(request.values.get("videre", "")) or "",
        unsent=unsent or of_sign_in_form(),
    )


def _labels(account: Account, side: str) -> str:
    roles = side_of(account.roles, administrator=side == ACCOUNTS)
    labels = [label for role, label in ROLE_LABELS.items() if role in roles]
    return " og ".join([labels[0], *(label.lower() for label in labels[1:])])
