"""The copy for bad days as one HTML file that asks nobody for anything."""

import hashlib
import json
from base64 import b64encode
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from registry.danish_dates import danish_date
from registry.exports.offline import offline_copy
from registry.snapshot import Snapshot

FOLDER = Path(__file__).resolve().parents[1] / "offline"
# One script in the file, in this order: each part stands on those before it.
SCRIPTS = ("danish", "snowball", "lexicon", "words", "question", "ranking", "page")
KEPT = 2
# In JSON these may stand as escapes; in HTML they could end the element that holds it.
ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


@lru_cache(maxsize=KEPT)
def offline_html(snapshot: Snapshot) -> str:
    """The file's text. The same catalogue and date give the same."""
    copy = offline_copy(snapshot)
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
    return environment.get_template("offline.html").render(
        copy=copy,
        policy=_policy(script, style),
        script=Markup(script),  # noqa: S704 (our own file)
        style=Markup(style),  # noqa: S704 (our own file)
        search=Markup(_json(copy.search)),  # noqa: S704 (escaped by _json)
    )


def file_name(snapshot: Snapshot) -> str:
    return f"noedkopi-{snapshot.moment.pr.isoformat()}.html"


def _read(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def _policy(script: str, style: str) -> str:
    """Only this script and this style, and nothing from anywhere."""
    return (
        f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _json(data: Any) -> str:
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return "".join(ESCAPES.get(character, character) for character in text)
