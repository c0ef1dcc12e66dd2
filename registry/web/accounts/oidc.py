"""Signing in through the organisation's own provider (OpenID Connect), where one is set
up.
"""

import logging
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from flask import Blueprint, Flask, current_app, redirect, request, session, url_for

from registry.accounts import federation
from registry.accounts.federation import Vouched
from registry.errors import BadSetting, NotSignedIn
from registry.models import Role
from registry.services import services
from registry.web.accounts import joining
from registry.web.accounts.resume import safe_path
from registry.web.accounts.sign_in import View, page, welcome
from registry.web.frame import access

log = logging.getLogger(__name__)
pages = Blueprint("oidc", __name__, url_prefix="/log-ind/oidc")

NEEDED = ("OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_ROLES")
DISCOVERY = "/.well-known/openid-configuration"
ONWARDS = "videre"
JOINS = "sammen"
LONGEST_SUBJECT = 255
NAMELESS = (
    "Din organisation har ikke sagt, hvem du er: Dens svar mangler det faste navn for "
    "dig («sub»). Du er ikke logget ind. Sig det til den, der driver organisationens "
    "login."
)
FAILED = "Din organisation kunne ikke bekræfte, hvem du er. Prøv igen."
UNREACHABLE = "Din organisations login kan ikke nås lige nu. Prøv igen om lidt."


def attach(app: Flask) -> None:
    """Register the pages where the settings name a provider.

    Raises BadSetting for half a set of them, for roles that are none, and without the
    extra.
    """
    missing = [name for name in NEEDED if not app.config[name]]
    if len(missing) == len(NEEDED):
        return
    if missing:
        raise BadSetting(
            f"OIDC er kun delvist sat op. Der mangler: {', '.join(missing)}."
        )

    _require_https(app.config["OIDC_ISSUER"])
    app.extensions["oidc_roles"] = _role_map(app.config["OIDC_ROLES"])
    app.extensions["oidc_client"] = _register(app)
    app.register_blueprint(pages)
    app.register_blueprint(joining.pages)


@pages.get("")
def begin() -> Any:
    """Send the person to the provider. A link leads here, so no form leaves the
    catalogue.
    """
    session[JOINS] = "sammen" in request.args
    session[ONWARDS] = safe_path(request.args.get("videre", "")) or ""
    back = current_app.config["PUBLIC_URL"].rstrip("/") + url_for("oidc.back")
    try:
        return _client().authorize_redirect(back)
    except _failures() as error:
        log.warning("the provider could not be reached: %s", type(error).__name__)
        return page(error=UNREACHABLE), 503


@pages.get("/retur")
def back() -> View:
    """The provider sends the person back here. Raises Refused, Conflict."""
    onwards, joins = session.get(ONWARDS, ""), session.pop(JOINS, False)
    try:
        person = _person(_claims())
        if joins and access.signed_in():
            return joining.ask(person)
        account = federation.sign_in(services().engine, person)
    except NotSignedIn as error:
        return page(error=error.message), 401
    welcome(account)

    return redirect(safe_path(onwards) or access.home(account))


def _claims() -> Mapping[str, Any]:
    """What the provider says of the person, its signature, nonce and issuer
    verified.
    """
    client, config = _client(), current_app.config

    try:
        granted = client.authorize_access_token()
        claims = dict(granted.get("userinfo") or {})
        if config["OIDC_GROUPS_CLAIM"] not in claims and claims:
            more = client.userinfo(token=granted)
            # Only of the same person: that answer is not signed.
            claims = (
                {**more, **claims} if more.get("sub") == claims.get("sub") else claims
            )
    except _failures() as error:
        log.warning("the provider did not confirm a person: %s", type(error).__name__)
        raise NotSignedIn(FAILED) from error

    if _text(claims, "iss").rstrip("/") != config["OIDC_ISSUER"].rstrip("/"):
        raise NotSignedIn(FAILED)
    return claims


def _text(claims: Mapping[str, Any], name: str) -> str:
    """A claim, less the space around it; empty where it is none, or no text."""
    said = claims.get(name)
    return said.strip() if isinstance(said, str) else ""


def _person(claims: Mapping[str, Any]) -> Vouched:
    """Raises NotSignedIn where the provider gives no lasting name (OpenID Connect Core
    1.0, 2: «sub», never empty, at most 255 signs): two without would be one.
    """
    # As it stands: it is compared sign for sign.
    config, subject = current_app.config, claims.get("sub")
    if not isinstance(subject, str) or not 0 < len(subject.strip()) <= LONGEST_SUBJECT:
        raise NotSignedIn(NAMELESS)
    roles: dict[str, str] = current_app.extensions["oidc_roles"]
    groups = _groups(claims.get(config["OIDC_GROUPS_CLAIM"]))

    username = _text(claims, "preferred_username") or _text(claims, "email") or subject
    return Vouched(
        issuer=config["OIDC_ISSUER"],
        subject=subject,
        username=username,
        name=_text(claims, "name") or username,
        roles=tuple({roles[group] for group in groups if group in roles}),
    )


def _groups(said: Any) -> list[str]:
    """A list of names, or names with space between; what is neither names none."""
    if isinstance(said, str):
        return said.split()
    listed = said if isinstance(said, list) else []
    return [group for group in listed if isinstance(group, str)]


def _require_https(issuer: str) -> None:
    """Who can change the provider's answers on their way can sign in as anyone."""
    address = urlsplit(issuer)
    if address.scheme != "https" and address.hostname not in ("127.0.0.1", "localhost"):
        raise BadSetting(f"OIDC_ISSUER: {issuer!r} skal være en https-adresse.")


def _role_map(text: str) -> dict[str, str]:
    """«group=role,group=role» as a table. Raises BadSetting."""
    pairs = [pair.strip().rpartition("=") for pair in text.split(",") if pair.strip()]
    wrong = [role for group, _, role in pairs if not group or role not in set(Role)]
    if wrong or not pairs:
        raise BadSetting(
            f"OIDC_ROLES: {text!r} kan ikke bruges. Skriv fx kat-redaktion=redaktoer; "
            f"rollerne er {', '.join(Role)}."
        )
    return {group.strip(): role for group, _, role in pairs}


def _register(app: Flask) -> Any:
    """The client of the provider; what the provider can, it is asked for at the first
    sign-in.
    """
    try:
        from authlib.integrations.flask_client import OAuth
    except ImportError as error:
        raise BadSetting(
            'OIDC kræver tilvalget oidc: pip install "snitfladekataloget[oidc]".'
        ) from error

    return OAuth(app).register(
        "provider",
        client_id=app.config["OIDC_CLIENT_ID"],
        client_secret=app.config["OIDC_CLIENT_SECRET"],
        server_metadata_url=app.config["OIDC_ISSUER"].rstrip("/") + DISCOVERY,
        client_kwargs={
            "scope": "openid profile email",
            "code_challenge_method": "S256",
        },
    )


def _client() -> Any:
    return current_app.extensions["oidc_client"]


def _failures() -> tuple[type[Exception], ...]:
    """What talking to the provider may raise. Imported late: the extra may not be
    there.
    """
    from authlib.common.errors import AuthlibBaseError
    from joserfc.errors import JoseError
    from requests import RequestException

    return AuthlibBaseError, JoseError, RequestException
