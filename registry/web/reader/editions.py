"""Issued appendices: each at its own address, for good."""

from flask import Blueprint, Response, current_app, render_template

from registry.catalogue import addresses
from registry.services import services
from registry.storage import editions
from registry.web.frame.readers import reader
from registry.web.frame.together import File
from registry.web.frame.waiting import attachment

pages = Blueprint("issued", __name__, url_prefix="/appendiks/udstedt")


@pages.get("/<int:number>")
def one(number: int) -> str:
    reader()  # for the frame: the links of the page keep the reader's date
    issued = editions.issued(services().engine, number)
    return render_template(
        "reader/edition.html",
        edition=issued.edition,
        files=issued.files,
        address=addresses.edition(current_app.config["PUBLIC_URL"], number),
    )


@pages.get("/<int:number>/<name>")
def file(number: int, name: str) -> Response:
    edition_file = editions.file_of(services().engine, number, name)
    return attachment(
        File(edition_file.content, edition_file.media_type, edition_file.name)
    )
