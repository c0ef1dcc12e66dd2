"""Snitfladekataloget: who does what, when, under whose medical responsibility, and who pays."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from flask import Flask


def create_app(**settings: Any) -> "Flask":
    """The web application, wired. Raises BadSetting."""
    # Imported here so that the rules, the models and the commands load without the web.
    from flask import Flask

    from registry import api, web
    from registry.catalogue import Catalogue
    from registry.db import connect
    from registry.search.ask import Asker
    from registry.secret_key import secret_key
    from registry.services import Services
    from registry.settings import load_settings

    app = Flask(__name__)
    app.config.update(load_settings(**settings))
    app.secret_key = secret_key(app.config["SECRET_KEY"], app.config["DATABASE_URL"])
    catalogue = Catalogue(connect(app.config["DATABASE_URL"]))
    longest = app.config["MAX_QUESTION_LENGTH"]
    asker = Asker(catalogue, Path(app.config["INDEX_DIR"]), longest=longest)
    app.extensions["registry"] = Services(catalogue.engine, catalogue, asker)
    web.attach(app)
    api.attach(app)
    return app
