"""Issued appendices: each at its own address, for good."""

from flask import Blueprint, Response, current_app, render_template

from registry import addresses, editions
from registry.web.reading import reading, services
from registry.web.waiting import File, attachment

pages = Blueprint("issued", __name__, url_prefix="/appendiks/udstedt")


@pages.get("/<int:number>")
def one(number: int) -> str:
    reading()  # for the frame: the links of the page keep the reader's date
    found = editions.issued(services().engine, number)
    return render_template(
        "edition.html",
        edition=found.edition,
        files=found.files,
        address=addresses.edition(current_app.config["PUBLIC_URL"], number),
    )


@pages.get("/<int:number>/<name>")
def file(number: int, name: str) -> Response:
    found = editions.file_of(services().engine, number, name)
    return attachment(File(found.content, found.media_type, found.name))
