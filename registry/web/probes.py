"""Two addresses for machines: is the process alive, and can it answer."""

from flask import Blueprint, Response
from sqlalchemy.exc import SQLAlchemyError

from registry.errors import RegistryError
from registry.web.reading import services

pages = Blueprint("probes", __name__)


@pages.get("/healthz")
def healthz() -> Response:
    return Response("ok\n", mimetype="text/plain")


@pages.get("/readyz")
def readyz() -> Response:
    """Ready when the database can be read and the index answers."""
    try:
        services().catalogue.fingerprint()
    except SQLAlchemyError:
        return _not_ready("databasen kan ikke læses")
    try:
        services().asker.check()
    except RegistryError:
        return _not_ready("søgeindekset kan ikke læses")
    return Response("ready\n", mimetype="text/plain")


def _not_ready(reason: str) -> Response:
    return Response(f"{reason}\n", 503, mimetype="text/plain")
