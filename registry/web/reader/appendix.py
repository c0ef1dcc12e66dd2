"""The appendix: the page on which one chooses what is to be in it, and its files."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from flask import Blueprint, Response, current_app, render_template, request

from registry.exports import html
from registry.exports.appendix import publication_of
from registry.exports.appendix_content import AppendixContent, appendix_content
from registry.exports.formats import EXPORTS, Export, export_named
from registry.exports.publication import Publication
from registry.exports.rendering import rendered
from registry.exports.request import LEVELS, AppendixRequest, health_agreements, parse
from registry.language.sorting import danish_key
from registry.rules.fields import Scheme
from registry.services import services
from registry.storage import editions
from registry.web.frame import waiting
from registry.web.frame.links import link
from registry.web.frame.readers import reader
from registry.web.frame.together import File

pages = Blueprint("appendix", __name__)

ON_PAGE = "html"


@dataclass(frozen=True)
class FormOptions:
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
    wanted = parse(reader().snapshot, request.args)
    key = request.args.get("format", "").strip()
    content = appendix_content(
        services().catalogue, wanted, current_app.config["PUBLIC_URL"]
    )

    if not key:
        return _choose(content)

    export = export_named(key)
    if key == ON_PAGE:
        return _page(content, publication_of(content))
    return file_of(export, ("appendix", wanted), lambda: publication_of(content))


def file_of(
    export: Export, what: Hashable, publish: Callable[[], Publication]
) -> Response:
    """The file for download, or the page that waits for it. `what` names it at this
    moment.
    """
    key = (export.key, what, reader().snapshot.fingerprint)
    return waiting.file(key, lambda: _rendered(export, publish()))


def _rendered(export: Export, publication: Publication) -> File:
    return File(
        rendered(export, publication), export.media_type, export.filename(publication)
    )


def offered(content: AppendixContent) -> FormOptions:
    """What there is to choose among at the moment of the appendix."""
    snapshot = content.snapshot
    return FormOptions(
        health_agreements=[(h.slug, h.title) for h in health_agreements(snapshot)],
        municipalities=[(o.slug, o.name) for o in snapshot.municipalities()],
        focus_areas=_options(content, Scheme.FOCUS_AREAS),
        kinds=_options(content, Scheme.KINDS),
        levels=LEVELS,
    )


def _choose(content: AppendixContent) -> str:
    return render_template(
        "reader/appendix.html",
        appendix=content,
        offered=offered(content),
        given_pr=reader().carried.get("pr", ""),
        files=_files(content.request),
        editions=editions.listing(services().engine, content.health_agreement.slug),
    )


def _page(content: AppendixContent, publication: Publication) -> str:
    return render_template(
        "reader/appendix_shown.html",
        appendix=content,
        document=publication.document,
        content=html.fragment(publication.document),
        files=_files(content.request),
        choose=_link(content.request),
    )


def _files(wanted: AppendixRequest) -> list[FileLink]:
    return [FileLink(export, _link(wanted, export.key)) for export in EXPORTS]


def _link(wanted: AppendixRequest, key: str | None = None) -> str:
    """The address as the reader came by it: without a date it stays that of the day."""
    own = {k: v for k, v in wanted.parameters().items() if k not in ("pr", "vist")}
    return link("appendix.appendix", **own, format=key)


def _options(content: AppendixContent, scheme: Scheme) -> list[tuple[str, str]]:
    choices = content.snapshot.vocabulary.schemes[scheme].values()
    return sorted(
        ((c.key, c.label) for c in choices), key=lambda pair: danish_key(pair[1])
    )
