"""The routes of the API. Each loads, asks, and answers in the shapes of `shapes`."""

from collections.abc import Callable, Sequence
from time import perf_counter
from typing import TypeVar

from flask import Blueprint, Response, current_app, jsonify, request

from registry.api import parameters
from registry.api.coherence_shapes import finding_json
from registry.api.completion_shapes import completion_json
from registry.api.follow_up_shapes import (
    FOLLOW_UP,
    FollowUp,
    followed_json,
    health_agreement_json,
    record_json,
)
from registry.api.openapi import document
from registry.api.shapes import (
    Json,
    agreement_json,
    organisation_json,
    row_json,
    search_json,
    term_json,
    version_json,
    whole_agreement_json,
)
from registry.api.telling_shapes import telling_json
from registry.catalogue import facets
from registry.catalogue.citizen import telling_of
from registry.catalogue.findings import findings_in
from registry.exports.appendix_content import appendix_content
from registry.exports.appendix_data import data_of
from registry.exports.request import parse
from registry.language.sorting import danish_key
from registry.search.answer import Question
from registry.search.completions import completions
from registry.services import services

T = TypeVar("T")

api = Blueprint("api", __name__, url_prefix="/api/v1")


@api.get("/search")
def search() -> Response:
    began = perf_counter()
    text, page = parameters.question(), parameters.page()
    snapshot = parameters.snapshot()
    question = Question(text, snapshot.moment, parameters.filters(snapshot))
    answer = services().ask(question)
    body = search_json(answer, snapshot, page.limit)
    return jsonify({**body, "took_ms": round((perf_counter() - began) * 1000, 1)})


@api.get("/suggest")
def suggest() -> Response:
    typed, snapshot = parameters.question(), parameters.snapshot()

    offered = completions(snapshot).begun_by(typed)

    response = jsonify(items=[completion_json(item) for item in offered])
    # What somebody typed half of stays in no cache either.
    response.headers["Cache-Control"] = "no-store"
    return response


@api.get("/agreements")
def agreements() -> Response:
    snapshot = parameters.snapshot()
    return _list(snapshot.sorted_agreements(), lambda a: agreement_json(snapshot, a))


@api.get("/agreements/<slug>")
def agreement(slug: str) -> Response:
    snapshot = parameters.snapshot()
    return jsonify(whole_agreement_json(snapshot, snapshot.agreement(slug)))


@api.get("/agreements/<slug>/versions/<int:number>")
def version(slug: str, number: int) -> Response:
    snapshot = parameters.snapshot()
    agreement = snapshot.agreement(slug)
    return jsonify(version_json(snapshot, agreement, agreement.number(number)))


@api.get("/snitflader")
def snitflader() -> Response:
    snapshot = parameters.snapshot()
    chosen = parameters.filters(snapshot)
    rows, place = (
        facets.narrow(snapshot, snapshot.answering_rows, chosen),
        chosen.get("municipality"),
    )

    return _list(
        rows, lambda r: row_json(snapshot, r, snapshot.agreement(r.agreement), place)
    )


@api.get("/told")
def tellings() -> Response:
    """The rows that hold on the day, in a citizen's words."""
    snapshot = parameters.snapshot()
    chosen = parameters.filters(snapshot)
    rows = facets.narrow(snapshot, snapshot.holding_rows, chosen)
    return _list(rows, lambda r: telling_json(snapshot, telling_of(snapshot, r)))


@api.get("/coherence")
def coherence() -> Response:
    snapshot, wanted = parameters.snapshot(), parameters.kinds()
    chosen = parameters.filters(snapshot)
    findings = findings_in(snapshot, chosen.get("municipality", ""))
    listed = [item for item in findings if item.kind in wanted]
    return _list(facets.narrow(snapshot, listed, chosen), finding_json)


@api.get("/health-agreements")
def health_agreements() -> Response:
    snapshot = parameters.snapshot()
    newest_first = sorted(
        snapshot.health_agreements.values(), key=lambda h: h.period_start, reverse=True
    )
    return _list(newest_first, lambda h: health_agreement_json(snapshot, h))


@api.get("/health-agreements/<slug>")
def health_agreement(slug: str) -> Response:
    return jsonify(followed_json(parameters.snapshot(), slug))


@api.get("/organisations")
def organisations() -> Response:
    snapshot = parameters.snapshot()
    by_name = sorted(snapshot.organisations.values(), key=lambda o: danish_key(o.name))
    return _list(by_name, lambda o: organisation_json(snapshot, o))


@api.get("/terms")
def terms() -> Response:
    snapshot = parameters.snapshot()
    return _list(list(snapshot.terms.values()), lambda t: term_json(snapshot, t))


@api.get("/appendix")
def appendix() -> Response:
    wanted = parse(parameters.snapshot(), request.args, "name")
    return jsonify(
        data_of(
            appendix_content(
                services().catalogue, wanted, current_app.config["PUBLIC_URL"]
            )
        )
    )


@api.get("/openapi.json")
def openapi() -> Response:
    return jsonify(document(current_app.config["MAX_QUESTION_LENGTH"]))


def _list(things: Sequence[T], shape: Callable[[T], Json]) -> Response:
    """One page of a list. Only what is on it is put into shape."""
    page = parameters.page()
    shown = things[page.offset : page.offset + page.limit]
    return jsonify(
        total=len(things),
        limit=page.limit,
        offset=page.offset,
        items=[shape(item) for item in shown],
    )


def _follow_up(kind: FollowUp) -> Callable[[str], Response]:
    """The list of one kind of what a health agreement is followed by."""

    def listed(slug: str) -> Response:
        records = kind.records(parameters.snapshot(), slug)
        return _list(records, lambda record: record_json(kind, record))

    return listed


for _kind in FOLLOW_UP:
    _rule = _kind.path.format(slug="<slug>")
    api.add_url_rule(_rule, _kind.name, _follow_up(_kind))
