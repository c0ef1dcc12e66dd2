"""The public pages: Danish, without JavaScript, without cookies."""

from flask import Flask

from registry.web.agreements import pages as agreements
from registry.web.errors import attach as attach_errors
from registry.web.front import pages as front
from registry.web.health_agreements import pages as health_agreements
from registry.web.layout import attach as attach_layout
from registry.web.organisations import pages as organisations
from registry.web.probes import pages as probes
from registry.web.rows import pages as rows
from registry.web.search import pages as search
from registry.web.security import attach as attach_security
from registry.web.words import pages as words

BLUEPRINTS = (
    front,
    search,
    agreements,
    rows,
    words,
    organisations,
    health_agreements,
    probes,
)


def attach(app: Flask) -> None:
    """Register the pages, what stands on every one of them, and the answers to errors."""
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    attach_layout(app)
    attach_errors(app)
    attach_security(app)
