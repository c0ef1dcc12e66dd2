"""Snitfladekataloget: who does what, when, under whose medical responsibility, and who
pays.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from flask import Flask


def create_app(
    *, host: str = "", shared: Path | None = None, **settings: Any
) -> "Flask":
    """The web application, wired; `host` is the name it listens at, if one was given,
    `shared` a folder of the server's own, where several processes serve.
    Raises BadSetting.
    """
    # Imported here so that the rules, the models and the commands load without the web.
    from registry import api, web
    from registry.accounts.secret_key import secret_key
    from registry.catalogue.process_states import ProcessStates
    from registry.catalogue.queries import Catalogue
    from registry.search.answered_tasks import AnsweredTasks
    from registry.search.ask import Asker
    from registry.search.unanswered import UnansweredQuestions
    from registry.services import SHOWN, Services
    from registry.settings import load_settings
    from registry.storage.db import connect
    from registry.storage.witness import Signer
    from registry.web.frame.faults import Application

    app = Application(__name__)
    app.config.update(load_settings(**settings))
    app.secret_key = secret_key(app.config["SECRET_KEY"], app.config["DATABASE_URL"])
    catalogue = Catalogue(connect(app.config["DATABASE_URL"]))
    longest = app.config["MAX_QUESTION_LENGTH"]
    asker = Asker(catalogue, Path(app.config["INDEX_DIR"]), longest=longest)
    engine = catalogue.engine
    signer = Signer(
        app.config["WITNESS_KEY_FILE"],
        app.config["DATABASE_URL"],
        app.config["PUBLIC_URL"],
    )

    app.extensions["shared"] = shared
    app.extensions["registry"] = Services(
        engine,
        catalogue,
        asker,
        AnsweredTasks(engine),
        UnansweredQuestions(engine),
        signer,
        process_states=ProcessStates(catalogue, shared / SHOWN) if shared else None,
    )
    web.attach(app, host)
    api.attach(app)
    return app
