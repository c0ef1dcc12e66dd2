"""Errors as answers: one table of statuses, a Danish page or the API's JSON."""

from contextlib import suppress
from typing import Any

from flask import Flask, Response, g, jsonify, render_template, request
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.exceptions import HTTPException

from registry.errors import (
    BadInput,
    Conflict,
    IndexUnusable,
    NotFound,
    NotSignedIn,
    Refused,
    RegistryError,
    TooManyAttempts,
)
from registry.web.reading import reading

# The first that fits decides; what is not named here is a fault of ours.
STATUSES: tuple[tuple[type[RegistryError], int], ...] = (
    (BadInput, 400),
    (NotSignedIn, 401),
    (Refused, 403),
    (NotFound, 404),
    (Conflict, 409),
    (TooManyAttempts, 429),
    (IndexUnusable, 503),
)
CODES = {
    400: "bad_request",
    401: "not_signed_in",
    403: "forbidden",
    404: "not_found",
    405: "method_not_allowed",
    409: "conflict",
    413: "too_large",
    429: "too_many_attempts",
    503: "unavailable",
}
HEADINGS = {
    400: "Det kan kataloget ikke bruge",
    401: "Log ind først",
    403: "Det har du ikke adgang til",
    404: "Siden findes ikke",
    405: "Det kan man ikke her",
    409: "Nogen kom først",
    413: "Det er for stort",
    429: "For mange forsøg",
    503: "Søgningen er ikke klar",
}
MESSAGES = {
    404: "Adressen fører ikke til noget i kataloget. Måske er den skrevet forkert.",
    405: "Siden kan kun læses.",
    413: (
        "Kataloget tager højst imod 4 MB tekst ad gangen og en fil på 10 MB. Gå tilbage i "
        "browseren; din tekst står der endnu. Del den i to, eller gør filen mindre."
    ),
    500: "Fejlen er skrevet i programmets log. Prøv igen om lidt.",
}
API = "/api/"
FAULT = "Der skete en fejl hos os"


def attach(app: Flask) -> None:
    app.register_error_handler(RegistryError, refuse)
    app.register_error_handler(HTTPException, answer_http)
    app.register_error_handler(500, fail)


def refuse(error: RegistryError) -> tuple[Any, int] | tuple[Any, int, dict[str, str]]:
    status = next((code for kind, code in STATUSES if isinstance(error, kind)), 500)
    if status == 500:
        return fail(error)
    wait = {"Retry-After": str(error.seconds)} if isinstance(error, TooManyAttempts) else {}
    return _answer(status, error.message, error.field), status, wait


def answer_http(error: HTTPException) -> Any:
    status = error.code or 500
    if status < 400:
        return error
    if not request.path.startswith(API):
        _try_to_read()
    message = MESSAGES.get(status, "Forespørgslen kunne ikke besvares.")
    allowed = getattr(error, "valid_methods", None)
    headers = {"Allow": ", ".join(allowed)} if allowed else {}
    return _answer(status, message, None), status, headers


def fail(_error: Exception) -> tuple[Any, int]:
    """The page of our own faults. It reads nothing, since reading may be what failed."""
    g.pop("reading", None)
    return _answer(500, MESSAGES[500], None), 500


def _try_to_read() -> None:
    """Let the links of an error page keep the reader's date, where it can be read."""
    with suppress(RegistryError, SQLAlchemyError):
        reading()


def _answer(status: int, message: str, field: str | None) -> str | Response:
    """What was sent is never shown again: it may hold what nobody should see."""
    if request.path.startswith(API):
        code = CODES.get(status, "error" if status < 500 else "internal_error")
        return jsonify(error={"code": code, "message": message, "field": field})
    heading = HEADINGS.get(status, FAULT if status >= 500 else HEADINGS[400])
    # No chooser: its form would hand on the parameters that were refused.
    return render_template(
        "error.html", heading=heading, message=message, field=field, chooser=None
    )
