"""The copy for bad days as one HTML file that asks nobody for anything."""

import hashlib
import json
from base64 import b64encode
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from registry.catalogue.ringing import REPORTED_TO, REPORTS_ONESELF
from registry.catalogue.snapshot import Snapshot
from registry.language.dates import danish_date
from registry.offline.copy import offline_copy
from registry.offline.modules import modules
from registry.offline.runtime import Runtime, packed, packed_json
from registry.offline.search_data import search_data
from registry.rules.fields import LABELS
from registry.rules.older import today_first

FOLDER = Path(__file__).parent
# One script in the file, in this order: each part stands on those before it.
SCRIPTS = ("start", "page")
KEPT = 2
# In JSON these may stand as escapes; in HTML they could end the element that holds it.
ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


@lru_cache(maxsize=KEPT)
def offline_html(snapshot: Snapshot, python: Runtime | None = None) -> str:
    """The file's text; without Python for the browser it can be read, not searched. The
    same catalogue, date and Python give the same.
    """
    copy = offline_copy(snapshot, searches=python is not None)
    script = "".join(_read(f"{name}.js") for name in SCRIPTS)
    style = _read("offline.css")
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    environment.filters["date"] = danish_date
    environment.filters["today_first"] = today_first
    environment.globals.update(
        field_labels=LABELS,
        reported_label=REPORTED_TO,
        reports_oneself=REPORTS_ONESELF,
    )

    return environment.get_template("offline.html").render(
        copy=copy,
        policy=_policy(script, style, searches=copy.searches),
        script=Markup(script),  # noqa: S704 (our own file)
        style=Markup(style),  # noqa: S704 (our own file)
        page=Markup(_json(copy.script)),  # noqa: S704 (escaped by _json)
        packed=_packed(snapshot, python) if python else (),
    )


def _packed(snapshot: Snapshot, python: Runtime) -> list[tuple[str, str]]:
    """What the search is started from, by the name that the script knows it by."""
    worker = python.script + _read("worker.js")
    search = {"modules": modules(), "data": search_data(snapshot)}
    return [
        ("worker", packed(worker.encode())),
        ("machine", python.machine),
        ("library", python.library),
        ("search", packed_json(search)),
    ]


def file_name(snapshot: Snapshot) -> str:
    """The name under which the copy of the day is saved."""
    return f"noedkopi-{snapshot.moment.pr.isoformat()}.html"


def _read(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def _policy(script: str, style: str, *, searches: bool) -> str:
    """Only this script and this style, and nothing from anywhere. The search runs what
    the script unpacked out of the file itself, and that is all it may.
    """
    runs = " 'wasm-unsafe-eval'; worker-src blob:; connect-src blob:"
    return (
        f"default-src 'none'; script-src {_hash(script)}{runs if searches else ''}; "
        f"style-src {_hash(style)}; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _json(data: Any) -> str:
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return "".join(ESCAPES.get(character, character) for character in text)
