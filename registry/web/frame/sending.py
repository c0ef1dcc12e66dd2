"""What is sent, and what need not be: pages that have not changed, files that never do,
and everything in fewer bytes.

Only readers' pages are compressed: they hold nothing secret, whose length beside what a
stranger put into the address would tell of it.
"""

import gzip
import hashlib
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import brotli
from flask import Flask, Response, request
from werkzeug.http import quote_etag

from registry.clock import today
from registry.services import services
from registry.settings import ROOT
from registry.web.frame import bundles
from registry.web.frame.sessions import is_editorial

# Pages that are made of the catalogue and the address alone.
OF_CATALOGUE = frozenset(
    {
        *("agreements", "differences", "moves", "organisations", "overview"),
        *("pathway", "rows", "search", "transition", "words"),
    }
)
COMPRESSED = ("text/", "application/json", "application/javascript", "image/svg+xml")
FEWEST_BYTES = 600
PROGRAM = ("*.py", "templates/**/*.html", "static/*", "language/words/*")


class Coding(NamedTuple):
    """A way to make an answer smaller: quickly for a page, thoroughly for a file."""

    page: Callable[[bytes], bytes]
    file: Callable[[bytes], bytes]


# By the names of RFC 9110 and RFC 7932; of two that the reader likes equally well, the
# first is taken.
CODINGS: Mapping[str, Coding] = {
    "br": Coding(
        lambda body: brotli.compress(body, quality=4),
        lambda body: brotli.compress(body, quality=11),
    ),
    "gzip": Coding(
        lambda body: gzip.compress(body, 5, mtime=0),
        lambda body: gzip.compress(body, 9, mtime=0),
    ),
}
FOR_EVER = "public, max-age=31536000, immutable"


def attach(app: Flask) -> None:
    app.before_request(unchanged)
    app.after_request(tagged)
    app.after_request(compressed)
    app.url_defaults(with_digest)


def unchanged() -> Response | None:
    """Not modified, where the reader has the page as it would be made again."""
    tag = _tag()
    if tag and request.if_none_match.contains_weak(tag):
        return Response(status=304)
    return None


def tagged(response: Response) -> Response:
    """Every page of the catalogue is asked for again, and told by its tag."""
    if request.endpoint in FILES:
        if response.status_code == 200 and "v" in request.args:
            response.headers["Cache-Control"] = FOR_EVER
        return response

    tag = _tag() if response.status_code in (200, 304) else ""
    if tag:
        response.headers["ETag"] = quote_etag(tag, weak=True)
        response.headers.setdefault("Cache-Control", "private, no-cache")
    return response


def compressed(response: Response) -> Response:
    """The answer in fewer bytes, for those who take it so."""
    if is_editorial(request.path) or not str(response.mimetype).startswith(COMPRESSED):
        return response
    response.vary.add("Accept-Encoding")
    is_file = request.endpoint in FILES
    if response.status_code != 200 or (response.is_streamed and not is_file):
        return response
    name = max(CODINGS, key=lambda name: request.accept_encodings[name])
    if not request.accept_encodings[name] or "Content-Encoding" in response.headers:
        return response

    response.direct_passthrough = False
    body = response.get_data()
    if len(body) >= FEWEST_BYTES:
        small = _small_file(body, name) if is_file else CODINGS[name].page(body)
        response.set_data(small)
        response.headers["Content-Encoding"] = name
    return response


def with_digest(endpoint: str, values: dict[str, Any]) -> None:
    """The address of a file names what is in it, so that it can be kept for ever."""
    if endpoint in FILES and "v" not in values:
        values["v"] = FILES[endpoint](values["filename"])


def _tag() -> str:
    """What the page is made of: the state that readers are shown, the day, the address
    and the program. Nothing where it is made of more.
    """
    part = (request.endpoint or "").partition(".")[0]
    if part not in OF_CATALOGUE or request.method not in ("GET", "HEAD"):
        return ""
    shown = services().catalogue.shown()
    made_of = (shown, today().isoformat(), request.url, release())
    return hashlib.sha256("\n".join(made_of).encode()).hexdigest()[:32]


@cache
def release() -> str:
    """Changes with every file that the program is made of."""
    files = sorted(f for p in PROGRAM for f in (ROOT / "registry").rglob(p))
    read = hashlib.sha256()
    for file in files:
        if file.is_file():
            status = file.stat()
            read.update(f"{file}{status.st_size}{status.st_mtime_ns}".encode())
    return read.hexdigest()[:12]


def _digest(name: str) -> str | None:
    path = ROOT / "registry/static" / name
    if not path.is_file():
        return None
    return _digest_of(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=256)
def _digest_of(path: Path, _written: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:10]


@lru_cache(maxsize=64)
def _small_file(body: bytes, coding: str) -> bytes:
    return CODINGS[coding].file(body)


# What tells the contents of a file, by the endpoint that sends it as it is.
FILES: Mapping[str, Callable[[str], str | None]] = {
    "static": _digest,
    "bundles.bundle": bundles.digest,
}
