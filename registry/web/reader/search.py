"""The question and its answer: rows first, then the word list, then agreements."""

from flask import Blueprint, current_app, render_template, request

from registry.catalogue.contacts import numbers_around
from registry.catalogue.whereabouts import where_to_ask_around
from registry.search.answer import Question
from registry.services import services
from registry.web.frame.readers import chosen_facets, reader
from registry.web.reader.facet_form import facet_form
from registry.web.reader.group_view import view_groups
from registry.web.reader.search_view import (
    terms_beside,
    view_agreements,
    view_cards,
    view_terms,
)

pages = Blueprint("search", __name__)


@pages.get("/soeg")
def ask() -> str:
    snapshot, chosen = reader().snapshot, chosen_facets()
    text = request.args.get("q", "").strip()
    if not text:
        return render_template("reader/search_empty.html")

    answer = services().ask(Question(text, reader().moment, chosen))
    narrowable = answer.groups or not answer.cards

    return render_template(
        "reader/search.html",
        answer=answer,
        knowledge=view_cards(answer.cards),
        groups=view_groups(snapshot, answer.groups, answer),
        nearest=view_groups(snapshot, answer.nearest, answer),
        agreements=view_agreements(snapshot, answer.agreements),
        terms=view_terms(snapshot, terms_beside(answer)),
        numbers=numbers_around(snapshot, answer.municipality),
        asks=where_to_ask_around(snapshot, answer.municipality),
        facets=facet_form(answer.facets) if narrowable else None,
        first=current_app.config["ANSWERS_PER_PAGE"],
    )
