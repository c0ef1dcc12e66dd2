"""The word list: what the words mean, and which are not the same."""

from flask import Blueprint, current_app, render_template, request

from registry.search.question import check_text
from registry.web.reading import reading
from registry.web.term_view import by_letter, entries, matching

pages = Blueprint("words", __name__)


@pages.get("/ordliste")
def listing() -> str:
    snapshot = reading().snapshot
    wanted = check_text(request.args.get("q", ""), current_app.config["MAX_QUESTION_LENGTH"])
    found = matching(snapshot, wanted)
    return render_template(
        "words.html",
        wanted=wanted,
        letters=by_letter(entries(snapshot, found)),
        count=len(found),
        total=len(snapshot.terms),
    )
