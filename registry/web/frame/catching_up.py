"""One who writes is answered when readers are shown it, so that what has just been
published stands there when one looks.
"""

from flask import Flask, Response, request

from registry.services import services
from registry.web.frame.sessions import is_editorial


def attach(app: Flask) -> None:
    app.after_request(catch_up)


def catch_up(response: Response) -> Response:
    is_done = response.status_code < 400
    if request.method == "POST" and is_done and is_editorial(request.path):
        services().catch_up()
    return response
