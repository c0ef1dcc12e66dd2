"""A text sent by someone whose session had ended: carried past the sign-in, and sent
again.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from flask import request

PREFIX = "genoptag:"
PATH_FIELD = "genoptag-sti"
EDITORIAL = "/redaktion"
# The secrets are dead, and a password is never written into a page.
LEFT_OUT = frozenset({"csrf_token", "formular", "adgangskode", "gentag", "nuvaerende"})
UNSAFE = re.compile(r"[\\\x00-\x1f\x7f]|//|/\.\.?(/|$)")


@dataclass(frozen=True)
class Unsent:
    """The fields of a form that was not accepted, in order, and where it was to go."""

    path: str
    fields: tuple[tuple[str, str], ...]

    @property
    def hidden(self) -> tuple[tuple[str, str], ...]:
        """The fields under the names that carry them through the sign-in form."""
        return (
            (PATH_FIELD, self.path),
            *((f"{PREFIX}{name}", value) for name, value in self.fields),
        )


def of_refused_form() -> Unsent | None:
    """What the present request wanted to send, if it is worth carrying.

    A browser says when another site's page sent the form: that is nobody's lost text.
    """
    path = safe_path(request.full_path.removesuffix("?"))
    if _is_from_elsewhere() or path is None:
        return None
    return _unsent(path, request.form.items(multi=True))


def of_sign_in_form() -> Unsent | None:
    """What the sign-in form carries along: again nothing that another site's page put
    there.
    """
    if _is_from_elsewhere():
        return None

    path = safe_path(request.form.get(PATH_FIELD, ""))
    carried = (
        (name.removeprefix(PREFIX), value)
        for name, value in request.form.items(multi=True)
        if name.startswith(PREFIX)
    )

    return _unsent(path, carried) if path else None


def safe_path(text: str) -> str | None:
    """The address, if it is one of ours under /redaktion; else None: no leading
    elsewhere.
    """
    path = text.partition("?")[0]
    inside = path == EDITORIAL or path.startswith(f"{EDITORIAL}/")
    return text if inside and not UNSAFE.search(path) and "\n" not in text else None


def _is_from_elsewhere() -> bool:
    return request.headers.get("Sec-Fetch-Site", "none") not in ("same-origin", "none")


def _unsent(path: str, fields: Iterable[tuple[str, str]]) -> Unsent | None:
    kept = tuple((name, value) for name, value in fields if name not in LEFT_OUT)
    return Unsent(path, kept) if kept else None
