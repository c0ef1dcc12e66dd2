"""Signing in and out, passwords, accounts, and the audit trail's page."""

from flask import Flask

from registry.web.accounts import oidc
from registry.web.accounts.administration import pages as administration_pages
from registry.web.accounts.passwords import pages as password_pages
from registry.web.accounts.refusals import attach as attach_refusals
from registry.web.accounts.sides import pages as sides_pages
from registry.web.accounts.sign_in import pages as sign_in_pages
from registry.web.accounts.trail import pages as trail_pages

FLOOR = 2

BLUEPRINTS = (
    sign_in_pages,
    sides_pages,
    password_pages,
    administration_pages,
    trail_pages,
)


def attach(app: Flask) -> None:
    """Register the pages, and the answers to those who are not signed in."""
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    attach_refusals(app)
    oidc.attach(app)
