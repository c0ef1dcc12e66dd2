"""The WSGI entry: `app` for any server."""

from registry import create_app

app = create_app()
