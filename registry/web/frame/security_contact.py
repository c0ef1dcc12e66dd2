"""Whom to tell of a weakness, where machines and people look for it (RFC 9116)."""

from datetime import timedelta

from flask import Blueprint, Flask, Response, current_app

from registry.clock import today
from registry.errors import BadSetting

pages = Blueprint("security_contact", __name__)

# The file is to be doubted when it is older; it is written anew for each who asks.
HOLDS = timedelta(days=180)
PROTOCOLS = ("mailto:", "https:", "tel:")


def attach(app: Flask) -> None:
    """Register the address. Raises BadSetting where the contact is no address."""
    contact = app.config["SECURITY_CONTACT"]
    if contact and not contact.startswith(PROTOCOLS):
        wanted = " eller ".join(PROTOCOLS)
        raise BadSetting(f"SECURITY_CONTACT: skal begynde med {wanted}")
    app.register_blueprint(pages)


@pages.get("/.well-known/security.txt")
def security() -> Response:
    """Without a contact, the page that says whose catalogue it is."""
    public = current_app.config["PUBLIC_URL"].rstrip("/")
    contact = current_app.config["SECURITY_CONTACT"] or f"{public}/om"
    lines = (
        f"Contact: {contact}",
        f"Expires: {today() + HOLDS}T00:00:00Z",
        "Preferred-Languages: da, en",
        f"Canonical: {public}/.well-known/security.txt",
    )

    return Response("\n".join(lines) + "\n", mimetype="text/plain")
