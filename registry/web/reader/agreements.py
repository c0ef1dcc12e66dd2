"""The list of agreements, an agreement on the date, and each of its versions for
good.
"""

from itertools import groupby
from operator import itemgetter

from flask import Blueprint, Response, current_app, render_template, request

from registry.catalogue.agreement_words import adoption_sentences, is_no_law
from registry.catalogue.contacts import asks_of_parties, numbers_of_parties
from registry.catalogue.shown_originals import file_of, original_of
from registry.catalogue.snapshot import ShownAgreement, ShownVersion
from registry.catalogue.transition import coming_changes
from registry.errors import BadInput, NotFound
from registry.exports.agreement import agreement as published
from registry.exports.formats import EXPORTS, Export, export_named
from registry.markup.markdown_html import contents
from registry.rules.kinds import is_statutory
from registry.rules.status import ANSWERING, Status
from registry.services import services
from registry.web.frame.paging import part_of
from registry.web.frame.readers import read_newest, reader
from registry.web.frame.together import File
from registry.web.frame.waiting import attachment
from registry.web.reader import agreement_view as view
from registry.web.reader.appendix import file_of as made_file
from registry.web.reader.pathway_view import paths_of
from registry.web.reader.status_view import view_status
from registry.web.reader.three_fields import view_three_fields

pages = Blueprint("agreements", __name__)

LISTS = (
    ("I kraft", ANSWERING),
    ("Kommende", frozenset({Status.COMING})),
    ("Ikke længere i kraft", frozenset({Status.REPLACED, Status.ENDED})),
)
PAGE, MOST_LISTED = "html", 200
EVIDENCE, WITHOUT_IT = "belaeg", "nej"
FILES = tuple(export for export in EXPORTS if export.is_document and export.key != PAGE)


@pages.get("/aftaler")
def listing() -> str:
    snapshot = reader().snapshot
    shown = [a for a in snapshot.sorted_agreements() if reader().concerns(a.shown)]

    lists = {
        title: [a for a in shown if a.status.status in statuses]
        for title, statuses in LISTS
    }

    part = part_of(
        [(title, a) for title, listed in lists.items() for a in listed], MOST_LISTED
    )

    return render_template(
        "reader/agreements.html",
        part=part,
        lists=[
            (
                title,
                len(lists[title]),
                [(a, view_status(snapshot, a)) for _, a in listed],
            )
            for title, listed in groupby(part.items, key=itemgetter(0))
        ],
        hidden=len(snapshot.agreements) - len(shown),
    )


@pages.get("/aftaler/<slug>")
def agreement(slug: str) -> str | Response:
    agreement = _found(slug)
    return _page(agreement, agreement.shown, fixed=False)


@pages.get("/aftaler/<slug>/udgaver/<int:number>")
def version(slug: str, number: int) -> str | Response:
    agreement = _found(slug, number)
    return _page(agreement, agreement.number(number), fixed=True)


@pages.get("/aftaler/<slug>/udgaver/<int:number>/original")
def original(slug: str, number: int) -> Response:
    """The Word file as it was taken in, where the secretariat so decided."""
    shown = _found(slug, number).number(number)
    intake = file_of(services().engine, reader().snapshot, shown)
    return attachment(File(intake.content, intake.media_type, intake.name))


def _found(slug: str, number: int | None = None) -> ShownAgreement:
    """The agreement, with the version of the number if one is asked for. Only the
    newest state of the catalogue says that there is none. Raises NotFound.
    """
    try:
        agreement = reader().snapshot.agreement(slug)
        if number is not None:
            agreement.number(number)
    except NotFound:
        agreement = read_newest().snapshot.agreement(slug)
    return agreement


def _page(
    agreement: ShownAgreement, shown: ShownVersion, *, fixed: bool
) -> str | Response:
    """One version, as a page or a file; `fixed`: the address names it, whatever the
    date.
    """
    snapshot = reader().snapshot
    key = request.args.get("format", "").strip()
    if key not in ("", PAGE):
        return _file(key, agreement, shown)

    rows = reader().here(shown.rows)
    asks = asks_of_parties(snapshot, shown, reader().kommune)

    return render_template(
        "reader/agreement.html",
        slug=agreement.slug,
        version=shown.version,
        illustrative=shown.version.illustrative,
        statutory=is_statutory(shown.version.kind),
        has_advice=any(map(is_no_law, shown.rows)),
        fixed=fixed,
        superseded=shown is not agreement.shown,
        status=view_status(snapshot, agreement),
        coming=None if fixed else coming_changes(snapshot).get(agreement.slug),
        validity=view.view_validity(snapshot, shown),
        three_fields=view_three_fields(shown.version),
        phases=view.view_phases(snapshot, rows),
        hidden=len(shown.rows) - len(rows),
        contents=contents(shown.version.body),
        parties=view.view_parties(snapshot, shown),
        numbers=numbers_of_parties(snapshot, shown, reader().kommune),
        asks=asks,
        owner=snapshot.organisation_name(shown.version.owner or ""),
        adoptions=view.view_adoptions(snapshot, shown),
        progress=adoption_sentences(snapshot, shown),
        relations=view.view_relations(snapshot, shown),
        versions=view.view_versions(snapshot, agreement),
        continuations=view.view_continuations(snapshot, agreement.slug),
        notes=view.view_notes(snapshot, agreement.slug),
        original=original_of(snapshot, shown),
        facts=view.view_facts(snapshot, shown),
        files=FILES,
        paths=[] if fixed else paths_of(snapshot, agreement),
        review_due=view.view_review_due(snapshot, agreement, shown),
    )


def _file(key: str, agreement: ShownAgreement, shown: ShownVersion) -> Response:
    """One version as a file. Raises BadInput naming the format, or what is said of its
    evidence.
    """
    snapshot, public_url = reader().snapshot, current_app.config["PUBLIC_URL"]
    evidence = _with_evidence()

    return made_file(
        _file_format(key),
        (agreement.slug, shown.number, snapshot.moment, evidence),
        lambda: published(snapshot, agreement, shown, public_url, evidence=evidence),
    )


def _with_evidence() -> bool:
    """Whether a file ends with what it rests on: unless it is asked to be without."""
    said = request.args.get(EVIDENCE, "").strip()
    if said not in ("", WITHOUT_IT):
        raise BadInput(f"{EVIDENCE}: skriv {WITHOUT_IT}, eller udelad det.", EVIDENCE)
    return not said


def _file_format(key: str) -> Export:
    """Raises BadInput naming the format: an agreement has those that hold a text."""
    export = export_named(key)
    if export not in FILES:
        keys = ", ".join(file.key for file in FILES)
        raise BadInput(f"format: en aftale findes som {keys}.", "format")
    return export
