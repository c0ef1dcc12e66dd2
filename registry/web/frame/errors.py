"""Errors as answers: one table of statuses, a Danish page or the API's JSON."""

import logging
from contextlib import suppress
from typing import Any

from flask import Flask, Response, g, jsonify, render_template, request
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.exceptions import HTTPException

from registry.errors import (
    AlteredOutside,
    BadInput,
    ClockSetBack,
    Conflict,
    IndexUnusable,
    NotFound,
    NotSignedIn,
    Refused,
    RegistryError,
    TooManyAttempts,
)
from registry.intake.limits import LARGEST_FILE, LARGEST_FORM, MEGABYTE
from registry.storage.troubles import Trouble, trouble_of
from registry.web.frame.faults import page
from registry.web.frame.readers import reader

log = logging.getLogger(__name__)

# The first that fits decides; what is not named here is a fault of ours.
STATUSES: tuple[tuple[type[RegistryError], int], ...] = (
    (BadInput, 400),
    (NotSignedIn, 401),
    (Refused, 403),
    (NotFound, 404),
    (Conflict, 409),
    (TooManyAttempts, 429),
    (AlteredOutside, 503),
    (ClockSetBack, 503),
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
        f"Kataloget tager højst imod {LARGEST_FORM // MEGABYTE} MB tekst ad gangen og "
        f"en fil på {LARGEST_FILE // MEGABYTE} MB. Gå tilbage i browseren; din tekst "
        "står der endnu. Del den i to, eller gør filen mindre."
    ),
    500: "Fejlen er skrevet i programmets log. Prøv igen om lidt.",
}
KEPT = "Intet er gemt. Gå tilbage i browseren; det, du skrev, står der endnu."
DATABASE = "Kataloget kan ikke svare lige nu"
UNKEPT = "Det kan ikke gemmes nu"
SOON, LATER = 5, 60  # seconds until it is worth asking again
API = "/api/"
FAULT = "Der skete en fejl hos os"


def attach(app: Flask) -> None:
    app.register_error_handler(RegistryError, refuse)
    app.register_error_handler(SQLAlchemyError, wait_for_database)
    app.register_error_handler(HTTPException, answer_http)
    app.register_error_handler(500, fail)


def refuse(error: RegistryError) -> tuple[Any, int] | tuple[Any, int, dict[str, str]]:
    """A refusal by the domain as its status and its message; one that the table does
    not have is a fault of ours.
    """
    status = next((code for kind, code in STATUSES if isinstance(error, kind)), 500)
    if status == 500:
        return fail(error)

    wait = (
        {"Retry-After": str(error.seconds)}
        if isinstance(error, TooManyAttempts)
        else {}
    )

    if isinstance(error, AlteredOutside):
        log.error("%s (%s)", error.message, page())
    heading = UNKEPT if isinstance(error, AlteredOutside | ClockSetBack) else ""
    return _answer(status, error.message, error.field, heading=heading), status, wait


def answer_http(error: HTTPException) -> Any:
    """What Flask itself refuses: no such page, too much sent, another method."""
    status = error.code or 500
    if status < 400:
        return error
    if not request.path.startswith(API):
        _try_to_read()

    message = MESSAGES.get(status, "Forespørgslen kunne ikke besvares.")
    allowed = getattr(error, "valid_methods", None)
    headers = {"Allow": ", ".join(allowed)} if allowed else {}
    return _answer(status, message, None), status, headers


def wait_for_database(error: SQLAlchemyError) -> tuple[Any, int, dict[str, str]]:
    """The page of a database in trouble. It reads nothing. Raises the error again where
    the fault is in the program.
    """
    trouble = noted_trouble(error)
    message = (
        trouble.message if request.method == "GET" else f"{trouble.message} {KEPT}"
    )
    answer = _answer(503, message, None, heading=DATABASE)
    return answer, 503, wait_header(trouble)


def noted_trouble(error: SQLAlchemyError) -> Trouble:
    """The trouble of the database, with a line in the log that says the way back.
    Raises the error again where the fault is in the program.
    """
    trouble = trouble_of(error)
    if trouble is None:
        raise error
    log.error("%s (%s)", trouble.way_back, page())
    g.pop("reader", None)
    return trouble


def wait_header(trouble: Trouble) -> dict[str, str]:
    return {"Retry-After": str(SOON if trouble.passes else LATER)}


def fail(_error: Exception) -> tuple[Any, int]:
    """The page of our own faults. It reads nothing, since reading may be what
    failed.
    """
    g.pop("reader", None)
    return _answer(500, MESSAGES[500], None), 500


def _try_to_read() -> None:
    """Let the links of an error page keep the reader's date, where it can be read."""
    with suppress(RegistryError, SQLAlchemyError):
        reader()


def _answer(
    status: int, message: str, field: str | None, *, heading: str = ""
) -> str | Response:
    """What was sent is never shown again: it may hold what nobody should see."""
    if request.path.startswith(API):
        code = CODES.get(status, "error" if status < 500 else "internal_error")
        return jsonify(error={"code": code, "message": message, "field": field})
    heading = heading or HEADINGS.get(status, FAULT if status >= 500 else HEADINGS[400])
    # No chooser: its form would hand on the parameters that were refused.
    return render_template(
        "shared/error.html", heading=heading, message=message, field=field, chooser=None
    )
