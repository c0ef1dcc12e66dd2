"""The files that every page asks for, each kind sent as one: a first visit waits for
two of them instead of five.
"""

import hashlib
import re
from functools import lru_cache
from pathlib import Path
from posixpath import dirname, normpath

from flask import Blueprint, Response

from registry.settings import ROOT

pages = Blueprint("bundles", __name__)

STATIC = ROOT / "registry/static"
DESIGN_SYSTEM = "vendor/dkfds/css/dkfds.min.css"
BUNDLES = {
    "pages.css": (DESIGN_SYSTEM, "registry.css"),
    "pages.js": ("registry.js", "places.js", "reader.js", "suggest.js"),
}
MIMETYPES = {".css": "text/css", ".js": "text/javascript"}
# A relative address in a stylesheet; those that say what they are stay as they are.
_ADDRESS = re.compile(r"url\(([\"']?)(?![\"']|#|/|[a-z]+:)([^\"')]+)\1\)")


@pages.get(f"/static/<any{tuple(BUNDLES)}:filename>")
def bundle(filename: str) -> Response:
    """The files as one."""
    return Response(bundled(filename), mimetype=MIMETYPES[Path(filename).suffix])


def bundled(filename: str) -> str:
    """The files in order; the design system is left out where it was not fetched."""
    names = (n for n in BUNDLES[filename] if n != DESIGN_SYSTEM or has_design_system())
    files = [STATIC / name for name in names]
    return _joined(tuple((file, file.stat().st_mtime_ns) for file in files))


def has_design_system() -> bool:
    """Whether Det Fælles Designsystem was fetched; the pages also work without it."""
    return (STATIC / DESIGN_SYSTEM).is_file()


def digest(filename: str) -> str:
    """Changes with what is in the bundle."""
    return hashlib.sha256(bundled(filename).encode()).hexdigest()[:10]


@lru_cache(maxsize=8)
def _joined(written: tuple[tuple[Path, int], ...]) -> str:
    texts = (_with_addresses(file) for file, _ in written)
    return "\n".join(text.removeprefix("\ufeff") for text in texts)


def _with_addresses(file: Path) -> str:
    """The text, with its relative addresses reckoned from where the bundle stands."""
    text = file.read_text(encoding="utf-8")
    folder = dirname(file.relative_to(STATIC).as_posix())
    if file.suffix != ".css" or not folder:
        return text
    return _ADDRESS.sub(
        lambda m: f"url({m[1]}{normpath(f'{folder}/{m[2]}')}{m[1]})", text
    )
