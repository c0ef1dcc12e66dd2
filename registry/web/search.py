"""The question and its answer: rows first, then the word list, then agreements."""

from flask import Blueprint, current_app, render_template, request

from registry.search.answer import Question
from registry.web.facet_form import facet_form
from registry.web.reading import chosen_facets, reading, services
from registry.web.row_view import view_groups
from registry.web.search_view import view_agreements, view_terms

pages = Blueprint("search", __name__)


@pages.get("/soeg")
def ask() -> str:
    snapshot, chosen = reading().snapshot, chosen_facets()
    text = request.args.get("q", "").strip()
    if not text:
        return render_template("search_empty.html")
    answer = services().ask(Question(text, reading().moment, chosen))
    return render_template(
        "search.html",
        answer=answer,
        groups=view_groups(snapshot, answer.groups, answer.stressed),
        nearest=view_groups(snapshot, answer.nearest, answer.stressed),
        agreements=view_agreements(snapshot, answer.agreements),
        terms=view_terms(snapshot, answer.terms),
        facets=facet_form(answer.facets),
        first=current_app.config["ANSWERS_PER_PAGE"],
    )
