"""The session cookie: only where people sign in and work, and gone after eight idle
hours.
"""

from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from flask import Flask, Request, Response, request
from flask.sessions import (
    SecureCookieSession,
    SecureCookieSessionInterface,
    SessionMixin,
)

from registry import clock

# Everywhere else the session is neither read nor written: readers get no cookie, and
# the pages of a person who has signed in can be kept by a cache like anyone's.
PATHS = ("/redaktion", "/log-ind", "/log-ud")
COOKIE = "redaktion"
IDLE = timedelta(hours=8)
LAST_USED = "brugt"


def attach(app: Flask) -> None:
    app.config.update(
        SESSION_COOKIE_NAME=COOKIE,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        PERMANENT_SESSION_LIFETIME=IDLE,
    )
    app.session_interface = EditorialSessions()


def is_editorial(path: str) -> bool:
    """Whether the path is one of those where people sign in and work."""
    return any(path == start or path.startswith(f"{start}/") for start in PATHS)


class EditorialSessions(SecureCookieSessionInterface):
    """Flask's signed cookie, kept to the editorial paths and to eight idle hours."""

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        if not is_editorial(request.path):
            return self.session_class()
        session = super().open_session(app, request)
        return (
            session if session is None or _is_fresh(session) else self.session_class()
        )

    def save_session(
        self, app: Flask, session: SessionMixin, response: Response
    ) -> None:
        if not is_editorial(request.path):
            return
        if session:
            session[LAST_USED] = int(clock.now().timestamp())
            session.permanent = True
        super().save_session(app, session, response)

    def get_cookie_secure(self, app: Flask) -> bool:
        """Secure wherever the catalogue is reached by https.

        Not always: over plain http, as on one's own machine, some clients would not
        send the cookie back, and nobody could sign in.
        """
        return request.is_secure or urlsplit(app.config["PUBLIC_URL"]).scheme == "https"


def _is_fresh(session: SecureCookieSession) -> bool:
    """Whether it was used within the idle hours, by our own clock."""
    last: Any = session.get(LAST_USED)
    now = clock.now().timestamp()
    return not session or (isinstance(last, int) and now - last < IDLE.total_seconds())
