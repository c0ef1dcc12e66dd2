"""The routes of the API. Each loads, asks, and answers in the shapes of `shapes`."""

from collections.abc import Callable, Sequence
from time import perf_counter
from typing import TypeVar

from flask import Blueprint, Response, current_app, jsonify, request

from registry.api import parameters
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
from registry.exports.appendix_data import data_of
from registry.exports.findings import find
from registry.exports.request import parse
from registry.search import facets
from registry.search.answer import Question
from registry.sorting import danish_key
from registry.web.reading import services

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
    found = snapshot.agreement(slug)
    return jsonify(version_json(snapshot, found, found.number(number)))


@api.get("/snitflader")
def snitflader() -> Response:
    snapshot = parameters.snapshot()
    rows = facets.narrow(snapshot, snapshot.answering_rows, parameters.filters(snapshot))
    return _list(rows, lambda r: row_json(snapshot, r, snapshot.agreement(r.agreement)))


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
    return jsonify(data_of(find(services().catalogue, wanted, current_app.config["PUBLIC_URL"])))


@api.get("/openapi.json")
def openapi() -> Response:
    return jsonify(document())


def _list(found: Sequence[T], shape: Callable[[T], Json]) -> Response:
    """One page of a list. Only what is on it is put into shape."""
    page = parameters.page()
    shown = found[page.offset : page.offset + page.limit]
    return jsonify(
        total=len(found),
        limit=page.limit,
        offset=page.offset,
        items=[shape(item) for item in shown],
    )
