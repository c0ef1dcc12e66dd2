"""Two addresses for machines: is the process alive, and can it answer."""

from flask import Blueprint, Response
from sqlalchemy.exc import SQLAlchemyError

from registry.errors import IndexBehind, IndexUnusable
from registry.services import services
from registry.storage.troubles import trouble_of

pages = Blueprint("probes", __name__)


@pages.get("/healthz")
def healthz() -> Response:
    """Whether the process answers at all; nothing is asked of database or index."""
    return Response("ok\n", mimetype="text/plain")


@pages.get("/readyz")
def readyz() -> Response:
    """Ready when what is asked is answered right: the database can be read, and the
    index too. One that is behind is caught up by the next question.
    """
    asker = services().asker
    try:
        asker.check()
    except IndexBehind:
        return Response("ready, søgeindekset er bagud\n", mimetype="text/plain")
    except IndexUnusable:
        answer = _not_ready("søgeindekset kan ikke læses; det bliver bygget igen")
        # Nobody asks a node that is turned away, so it mends itself.
        answer.call_on_close(asker.mend)
        return answer
    except SQLAlchemyError as error:
        trouble = trouble_of(error)
        return _not_ready(trouble.message if trouble else "databasen kan ikke læses")

    return Response("ready\n", mimetype="text/plain")


def _not_ready(reason: str) -> Response:
    return Response(f"{reason}\n", 503, mimetype="text/plain")
