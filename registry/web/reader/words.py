"""The word list: what its terms mean, and which are not the same."""

from collections.abc import Sequence

from flask import Blueprint, current_app, render_template, request

from registry.errors import BadInput
from registry.models import Term
from registry.search.question import check_text
from registry.web.frame.paging import part_of
from registry.web.frame.readers import reader
from registry.web.reader.term_view import (
    by_letter,
    letter_of,
    listed_terms,
    matching,
)

pages = Blueprint("words", __name__)

MOST_LISTED = 80


@pages.get("/ordliste")
def listing() -> str:
    snapshot = reader().snapshot
    wanted = check_text(
        request.args.get("q", ""), current_app.config["MAX_QUESTION_LENGTH"]
    )
    terms = matching(snapshot, wanted)
    part = part_of(terms, MOST_LISTED, _place(terms))

    return render_template(
        "reader/words.html",
        wanted=wanted,
        part=part,
        letters=by_letter(listed_terms(snapshot, part.items)),
        elsewhere=_first_parts(terms),
        count=len(terms),
        total=len(snapshot.terms),
    )


def _place(terms: Sequence[Term]) -> int:
    """The place of the word that the address names, so that its part is shown. Raises
    BadInput.
    """
    key = request.args.get("ord", "").strip()
    if not key:
        return 0
    for at, term in enumerate(terms):
        if term.key == key:
            return at
    raise BadInput("ord: ordet står ikke i ordlisten.", "ord")


def _first_parts(terms: Sequence[Term]) -> dict[str, int]:
    """The part in which each letter begins."""
    parts: dict[str, int] = {}
    for at, term in enumerate(terms):
        parts.setdefault(letter_of(term.term), at // MOST_LISTED + 1)
    return parts
