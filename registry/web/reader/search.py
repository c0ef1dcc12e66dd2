"""The question and its answer: rows first, then the word list, then agreements."""

from flask import Blueprint, current_app, render_template, request

from registry.catalogue import facets
from registry.catalogue.contacts import numbers_around
from registry.catalogue.facets import Filters
from registry.catalogue.snapshot import Snapshot
from registry.catalogue.whereabouts import where_to_ask_around
from registry.rules.fields import FACETS
from registry.search.answer import Question
from registry.services import services
from registry.web.frame.readers import CARRIED, chosen_facets, reader
from registry.web.reader.facet_form import facet_form
from registry.web.reader.group_view import view_groups
from registry.web.reader.search_view import (
    terms_beside,
    view_agreements,
    view_cards,
    view_terms,
)

pages = Blueprint("search", __name__)

# So many tasks are offered where one asks within some facets.
MOST_TASKS = 20


@pages.get("/soeg")
def ask() -> str:
    snapshot, chosen = reader().snapshot, chosen_facets()
    text = request.args.get("q", "").strip()
    if not text:
        return _box(snapshot, chosen)

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


def _box(snapshot: Snapshot, chosen: Filters) -> str:
    """The box to ask in, and what there is to ask about within the facets chosen."""
    within = [f for f in FACETS if f.name in chosen and f.param not in CARRIED]
    rows = facets.narrow(snapshot, snapshot.answering_rows, chosen) if within else []
    tasks = list(dict.fromkeys(row.snitflade.task for row in rows))

    return render_template(
        "reader/search_empty.html",
        within={facet.param: chosen[facet.name] for facet in within},
        told=[facets.label(snapshot, f, chosen[f.name]) for f in within],
        tasks=tasks[:MOST_TASKS],
        more=max(0, len(tasks) - MOST_TASKS),
    )
