"""The word list: what the words mean, and which are not the same."""

from flask import Blueprint, current_app, render_template, request

from registry.search.question import check_text
from registry.web.frame.readers import reader
from registry.web.reader.term_view import by_letter, listed_terms, matching

pages = Blueprint("words", __name__)


@pages.get("/ordliste")
def listing() -> str:
    snapshot = reader().snapshot
    wanted = check_text(
        request.args.get("q", ""), current_app.config["MAX_QUESTION_LENGTH"]
    )
    terms = matching(snapshot, wanted)

    return render_template(
        "reader/words.html",
        wanted=wanted,
        letters=by_letter(listed_terms(snapshot, terms)),
        count=len(terms),
        total=len(snapshot.terms),
    )
