"""A form that is sent twice is done once, and the second is led to what came of the
first: by a mark that each form carries, made when its page was shown.

A form sent back changed, as by the browser's way back, is another, and is done: no text
is ever taken for one that was sent before.
"""

import hashlib
import hmac
import json
import logging
import secrets
import time
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from typing import Any

from flask import (
    Flask,
    Response,
    after_this_request,
    current_app,
    flash,
    g,
    redirect,
    request,
)
from sqlalchemy.exc import SQLAlchemyError

from registry.errors import Conflict
from registry.services import services
from registry.storage import form_uses
from registry.storage.hashes import sha256
from registry.web.frame import access

log = logging.getLogger(__name__)

FORM_USE = "formular"
LOOK_AGAIN = 0.05
LONGEST_WAIT = 8.0
SENT = "Formularen blev sendt to gange, men er kun gjort én gang. Her er resultatet."
UNDER_WAY = (
    "Formularen er allerede sendt, og den er ikke færdig endnu. Vent lidt, og se, om "
    "det er gjort, før du sender den igen."
)


def attach(app: Flask) -> None:
    """Look at every form that carries a mark. After access: what is forged claims
    nothing.
    """
    app.before_request(_claim)
    app.teardown_request(_release)
    app.jinja_env.globals["form_use"] = lambda: secrets.token_urlsafe(16)


def _claim() -> Any:
    """Nothing for the first; for another, the way to where the first was led."""
    # Looked for in this order: a reader's request is asked for no session.
    if request.method != "POST" or not request.form.get(FORM_USE):
        return None
    person = access.signed_in()
    if person is None:
        return None

    mark = _mark(person.username)
    if form_uses.claim(services().engine, mark):
        _hold(mark)
        return None
    return _after_the_first(mark)


def _after_the_first(mark: str) -> Any:
    """Where the first was led, when it is done; a claim of one's own where nothing came
    of it. Raises Conflict where it takes too long.
    """
    engine, until = services().engine, time.monotonic() + LONGEST_WAIT
    while time.monotonic() < until:
        led_to = form_uses.led_to(engine, mark)
        if led_to:
            flash(SENT)
            return redirect(led_to, 303)
        if led_to is None and form_uses.claim(engine, mark):
            _hold(mark)
            return None
        time.sleep(LOOK_AGAIN)

    raise Conflict(UNDER_WAY)


def _hold(mark: str) -> None:
    g.form_mark = mark
    # Before all that is waited for after a request: another may be waiting for this.
    after_this_request(_settle)


def _settle(response: Response) -> Response:
    """A form that was done leads somewhere; one that was refused may be sent again."""
    mark = g.get("form_mark")
    led_to = response.location if response.status_code in (302, 303) else shown_at()
    if mark and response.status_code < 400 and led_to:
        form_uses.settle(services().engine, mark, led_to)
        g.pop("form_mark")
    return response


def _release(_error: BaseException | None) -> None:
    mark = g.pop("form_mark", None)
    if mark:
        try:
            form_uses.release(services().engine, mark)
        except SQLAlchemyError as error:
            # Whoever sends it again waits a while, and is told.
            log.warning("a form could not be released (%s)", type(error).__name__)


def show_at(address: str) -> None:
    """Say where what this form's answer shows, itself no address to be led to, is shown
    to the one who sends it once more.
    """
    g.form_shown_at = address


def shown_at() -> str:
    """What was said so; empty for nothing."""
    return str(g.get("form_shown_at", ""))


def mark_of_this() -> str:
    """The mark of the form that is being done; empty for one without a key."""
    return str(g.get("form_mark", ""))


def secret_of(mark: str, person: str) -> str:
    """What nobody can guess and no one keeps: the same each time that it is asked for,
    of the same form of the same person; empty once the form is kept no longer. Sent
    again after that, it has another, so that what was used comes to no new life.
    """
    at = form_uses.claimed_at(services().engine, mark)
    if at is None:
        return ""

    said = f"form {person} {mark} {at.isoformat()}".encode()
    key = str(current_app.secret_key).encode()
    return urlsafe_b64encode(hmac.digest(key, said, "sha256")).decode().rstrip("=")


def _mark(username: str) -> str:
    said = [username, request.full_path, *_fields()]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def _fields() -> Iterator[list[str]]:
    for name, value in request.form.items(multi=True):
        # Another tab may have signed in anew; the form says the same.
        if name != "csrf_token":
            yield [name, value]
    for name, file in request.files.items(multi=True):
        yield [name, file.filename or "", sha256(file.stream.read())]
        file.stream.seek(0)
