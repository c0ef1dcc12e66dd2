"""The JSON API, version 1."""

from flask import Flask

from registry.api.routes import api

FLOOR = 11


def attach(app: Flask) -> None:
    """Register the routes. Answers are in the order and the letters in which they are
    written.
    """
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    app.register_blueprint(api)
