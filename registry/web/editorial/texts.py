"""What the text editor asks on the way: how a text will look, what a copied text is as
Markdown, and what of the catalogue a link may lead to. And the links that lead nowhere.
"""

from flask import Blueprint, current_app, jsonify, render_template, request
from werkzeug.wrappers import Response

from registry.catalogue.destinations import dead_links
from registry.catalogue.references import references
from registry.errors import BadInput
from registry.intake import copied
from registry.language.normal import normal
from registry.markup.markdown_html import to_plain_html
from registry.markup.remarks import too_large
from registry.models import Role
from registry.publishing.drafts import read_draft
from registry.rules.link_targets import Wrong
from registry.services import services
from registry.web.editorial.form import remarked
from registry.web.frame.access import requires

pages = Blueprint("texts", __name__, url_prefix="/redaktion/tekster")
WRONG_IN_WORDS = {
    Wrong.NO_PAGE: "Siden findes ikke.",
    Wrong.NO_PLACE: "Siden findes, men ikke det afsnit eller den snitflade, der står "
    "efter #.",
}


@pages.post("/forhaandsvis")
@requires(Role.EDITOR)
def preview() -> str:
    """A Markdown text as it will look, under what is to be said of it."""
    text = normal(request.form.get("tekst", ""))
    return render_template(
        "editorial/_preview.html",
        remarks=[too_large(text)] if too_large(text) else remarked(text),
        html="" if too_large(text) else to_plain_html(text),
    )


@pages.post("/indsat")
@requires(Role.EDITOR)
def paste() -> Response | tuple[Response, int]:
    """Copied HTML as Markdown, and what could not be kept."""
    html = request.form.get("html", "")
    try:
        read = copied.read(html, request.host_url.rstrip("/"))
    except BadInput as error:
        return jsonify(message=error.message), 400

    return jsonify(text=read.text, inline=read.inline, remarks=read.remarks)


@pages.get("/<int:version_id>/henvisninger")
@requires(Role.EDITOR)
def find_references(version_id: int) -> Response:
    """What a link in the draft's text may lead to, by some words of its name."""
    catalogue = services().catalogue
    words = request.args.get("q", "")[: current_app.config["MAX_QUESTION_LENGTH"]]
    content = read_draft(catalogue, version_id).content
    places = references(catalogue.today(), content, words)

    return jsonify(results=[one._asdict() for one in places])


@pages.get("/links")
@requires(Role.EDITOR, Role.APPROVER)
def dead() -> str:
    """The links of published texts that lead nowhere."""
    listed = dead_links(services().catalogue.today())
    return render_template(
        "editorial/dead_links.html", listed=listed, wrong_in_words=WRONG_IN_WORDS
    )
