"""The public pages: Danish, without JavaScript, without cookies."""

from flask import Flask

from registry.web import (
    agreements,
    errors,
    front,
    health_agreements,
    layout,
    organisations,
    probes,
    rows,
    search,
    security,
    words,
)

BLUEPRINTS = (
    front.pages,
    search.pages,
    agreements.pages,
    rows.pages,
    words.pages,
    organisations.pages,
    health_agreements.pages,
    probes.pages,
)


def attach(app: Flask) -> None:
    """Register the pages, what stands on every one of them, and the answers to errors."""
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    layout.attach(app)
    errors.attach(app)
    security.attach(app)
