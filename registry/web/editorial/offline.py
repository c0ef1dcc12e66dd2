"""The copy for bad days: what it is, and the file."""

from flask import Blueprint, Response, render_template

from registry.catalogue.snapshot import Snapshot
from registry.offline.copy import DAYS_FRESH
from registry.offline.page_file import file_name, offline_html
from registry.offline.runtime import is_installed, runtime
from registry.services import services
from registry.web.frame import waiting
from registry.web.frame.access import requires
from registry.web.frame.together import File

pages = Blueprint("offline", __name__, url_prefix="/redaktion")


@pages.get("/noedkopi")
@requires()
def about() -> str:
    snapshot = services().catalogue.today()
    return render_template(
        "editorial/offline_copy.html",
        day=snapshot.moment.pr,
        agreements=sum(agreement.answers for agreement in snapshot.agreements.values()),
        rows=len(snapshot.answering_rows),
        days_fresh=DAYS_FRESH,
        searches=is_installed(),
    )


@pages.get("/noedkopi/fil")
@requires()
def file() -> Response:
    """Today's copy, to be saved: opened from here it would meet this site's own
    rules.
    """
    snapshot = services().catalogue.today()
    key = ("offline", snapshot.moment, snapshot.fingerprint)
    return waiting.file(key, lambda: _copy(snapshot))


def _copy(snapshot: Snapshot) -> File:
    data = offline_html(snapshot, runtime()).encode()
    return File(data, "text/html; charset=utf-8", file_name(snapshot))
