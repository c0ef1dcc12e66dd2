"""Faults of ours in the log: where in the program, and on which kind of page; never
what a reader asked for.
"""

import logging
import traceback
from collections.abc import Iterable
from types import TracebackType
from typing import TYPE_CHECKING, Any

from flask import Flask, request

from registry.storage.connection_pool import kept_open

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

log = logging.getLogger(__name__)
PLAIN = [("Content-Type", "text/plain; charset=utf-8"), ("Cache-Control", "no-store")]


class Application(Flask):
    """Flask, which would write the path, and with the error's words the question."""

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """The answer; also to a fault beside the pages, which the server would tell
        with the path.
        """
        try:
            with kept_open():
                return super().__call__(environ, start_response)
        except Exception as error:
            log.error("A fault beside the pages\n%s", traced(error))
            start_response("500 Internal Server Error", PLAIN)
            return ["Der skete en fejl hos os. Prøv igen om lidt.\n".encode()]

    def log_exception(
        self,
        exc_info: tuple[type, BaseException, TracebackType] | tuple[None, None, None],
    ) -> None:
        log.error("A fault on %s [%s]\n%s", page(), request.method, traced(exc_info[1]))


def page() -> str:
    """The pattern of the page asked for, as /aftaler/<slug>."""
    rule: Any = request.url_rule
    return str(rule.rule) if rule is not None else "no page"


def traced(error: BaseException | None) -> str:
    """An error and those that led to it: the places in the program and the kinds.

    Its words are left out, for they may be a reader's.
    """
    lines: list[str] = []
    while error is not None:
        places = traceback.format_list(traceback.extract_tb(error.__traceback__))
        lines[:0] = [*places, f"{type(error).__module__}.{type(error).__qualname__}\n"]
        error = error.__cause__ or error.__context__
    return "".join(lines)
