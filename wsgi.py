"""The WSGI entry: `app` for any server, on a database made ready."""

from pathlib import Path

from registry import create_app
from registry.content import startup

app = create_app()
startup.prepare_database(
    app.extensions["registry"].engine, Path(app.config["CONTENT_DIR"])
)
app.extensions["registry"].serve_readers()
