"""The appendix: the page on which one chooses what is to be in it, and its files."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from flask import Blueprint, Response, current_app, render_template, request

from registry import editions
from registry.exports import html
from registry.exports.appendix import publication_of
from registry.exports.findings import Findings, find
from registry.exports.formats import EXPORTS, Export, export_named
from registry.exports.publication import Publication
from registry.exports.rendering import rendered
from registry.exports.request import LEVELS, AppendixRequest, health_agreements, parse
from registry.fields import Scheme
from registry.sorting import danish_key
from registry.web import waiting
from registry.web.links import link
from registry.web.reading import reading, services

pages = Blueprint("appendix", __name__)

ON_PAGE = "html"


@dataclass(frozen=True)
class Choices:
    """What the form offers: values with their labels."""

    health_agreements: Sequence[tuple[str, str]]
    municipalities: Sequence[tuple[str, str]]
    focus_areas: Sequence[tuple[str, str]]
    kinds: Sequence[tuple[str, str]]
    levels: Sequence[int]


@dataclass(frozen=True)
class FileLink:
    """A format and where this very appendix lies in it."""

    export: Export
    href: str


@pages.get("/appendiks")
def appendix() -> str | Response:
    """The form with its count; with `format` the appendix itself."""
    wanted = parse(reading().snapshot, request.args)
    key = request.args.get("format", "").strip()
    found = find(services().catalogue, wanted, current_app.config["PUBLIC_URL"])
    if not key:
        return _choose(found)
    export = export_named(key)
    if key == ON_PAGE:
        return _page(found, publication_of(found))
    return file_of(export, ("appendix", wanted), lambda: publication_of(found))


def file_of(export: Export, what: Hashable, publish: Callable[[], Publication]) -> Response:
    """The file for download, or the page that waits for it. `what` names it at this moment."""
    key = (export.key, what, reading().snapshot.fingerprint)
    return waiting.file(key, lambda: _rendered(export, publish()))


def _rendered(export: Export, publication: Publication) -> waiting.File:
    return waiting.File(
        rendered(export, publication), export.media_type, export.filename(publication)
    )


def choices_of(found: Findings) -> Choices:
    """What there is to choose at the moment of the findings."""
    snapshot = found.snapshot
    return Choices(
        health_agreements=[(h.slug, h.title) for h in health_agreements(snapshot)],
        municipalities=[(o.slug, o.name) for o in snapshot.municipalities()],
        focus_areas=_words(found, Scheme.FOCUS_AREAS),
        kinds=_words(found, Scheme.KINDS),
        levels=LEVELS,
    )


def _choose(found: Findings) -> str:
    return render_template(
        "appendix.html",
        found=found,
        choices=choices_of(found),
        given_pr=reading().carried.get("pr", ""),
        files=_files(found.request),
        editions=editions.listing(services().engine, found.health_agreement.slug),
    )


def _page(found: Findings, publication: Publication) -> str:
    return render_template(
        "appendix_shown.html",
        found=found,
        document=publication.document,
        content=html.fragment(publication.document),
        files=_files(found.request),
        choose=_link(found.request),
    )


def _files(wanted: AppendixRequest) -> list[FileLink]:
    return [FileLink(export, _link(wanted, export.key)) for export in EXPORTS]


def _link(wanted: AppendixRequest, key: str | None = None) -> str:
    """The address as the reader came by it: without a date it stays that of the day."""
    own = {k: v for k, v in wanted.parameters().items() if k not in ("pr", "vist")}
    return link("appendix.appendix", **own, format=key)


def _words(found: Findings, scheme: Scheme) -> list[tuple[str, str]]:
    words = found.snapshot.vocabulary.schemes[scheme].values()
    return sorted(((w.key, w.label) for w in words), key=lambda pair: danish_key(pair[1]))
