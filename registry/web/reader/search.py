"""The question and its answer: rows first, then the word list, then agreements."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from flask import Blueprint, current_app, render_template, request

from registry.catalogue.around import around
from registry.errors import BadInput
from registry.search.abstaining import heading_of, is_near, missing_words
from registry.search.answer import Answer, AnswerGroup, Question
from registry.search.danger import acute_pieces
from registry.services import services
from registry.web.frame.paging import ListPart, most_of_each, part_of
from registry.web.frame.readers import chosen_facets, reader
from registry.web.reader.facet_form import facet_form
from registry.web.reader.group_view import view_groups
from registry.web.reader.search_view import (
    terms_beside,
    view_agreements,
    view_cards,
    view_terms,
)
from registry.web.reader.search_within import within

pages = Blueprint("search", __name__)

# Rows of a group beside others, and of one alone; of all groups on a page.
ROWS_SHOWN, ROWS_PER_PAGE, ROWS_IN_ALL = 10, 25, 30
# Of a region's agreements, where the question asks which there are.
AGREEMENTS_PER_PAGE = 50


@pages.get("/soeg")
def ask() -> str:
    snapshot, chosen = reader().snapshot, chosen_facets()
    text = request.args.get("q", "").strip()
    if not text:
        return render_template(
            "reader/search_empty.html", within=within(snapshot, chosen)
        )

    answer = services().ask(Question(text, reader().moment, chosen))
    narrowable = answer.groups or not answer.cards
    part, groups = _part_of(answer)

    return render_template(
        "reader/search.html",
        answer=answer,
        abstention=heading_of(answer),
        near=is_near(answer),
        missing=missing_words(answer),
        knowledge=view_cards(answer.cards),
        part=part,
        groups=view_groups(snapshot, groups, answer, _most_rows(groups)),
        nearest=view_groups(
            snapshot, answer.nearest, answer, _most_rows(answer.nearest)
        ),
        agreements=view_agreements(
            snapshot, part.items if answer.listing else answer.agreements
        ),
        terms=view_terms(snapshot, terms_beside(answer)),
        around=around(snapshot, text, answer.municipality),
        acute=acute_pieces(),
        facets=facet_form(answer.facets) if narrowable else None,
        task=_task(),
    )


def _task() -> str:
    """The kind of task whose rows alone are asked for, if one is."""
    return request.args.get("opgave", "").strip()


def _most_rows(groups: Sequence[AnswerGroup]) -> int:
    """How many rows of each group are shown; of one that is asked for alone, a part."""
    if _task():
        return ROWS_PER_PAGE
    counts = [len(group.hits) for group in groups]
    return most_of_each(counts, ROWS_SHOWN, ROWS_IN_ALL)


def _part_of(answer: Answer) -> tuple[ListPart[Any], Sequence[AnswerGroup]]:
    """The groups on this page; or the one that is asked for alone, with a part of its
    rows; or, of the agreements that are asked for, a part and no group. Raises BadInput
    where the answer has no such kind of task or part.
    """
    if answer.listing and not _task():
        return part_of(answer.agreements, AGREEMENTS_PER_PAGE), []
    if not _task():
        part = part_of(answer.groups, current_app.config["ANSWERS_PER_PAGE"])
        return part, part.items

    for group in answer.groups:
        if group.task_key == _task():
            rows = part_of(group.hits, ROWS_PER_PAGE)
            return rows, [replace(group, hits=rows.items)]
    raise BadInput("opgave: svaret har ingen sådan opgavetype.", "opgave")
