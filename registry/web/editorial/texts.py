"""What the text editor asks on the way: what a copied text is as Markdown, and what of
the catalogue a link may lead to.
"""

from flask import Blueprint, jsonify, request
from werkzeug.wrappers import Response

from registry.errors import BadInput
from registry.intake import copied
from registry.models import Role
from registry.web.frame.access import requires

pages = Blueprint("texts", __name__, url_prefix="/redaktion/tekster")


@pages.post("/indsat")
@requires(Role.EDITOR)
def paste() -> Response | tuple[Response, int]:
    """Copied HTML as Markdown, and what could not be kept."""
    html = request.form.get("html", "")
    try:
        read = copied.read(html, request.host_url.rstrip("/"))
    except BadInput as error:
        return jsonify(message=error.message), 400

    return jsonify(text=read.text, inline=read.inline, told=read.told)
