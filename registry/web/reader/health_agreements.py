"""The health agreements: periods, focus areas, goals, and what was agreed under
each.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from flask import Blueprint, Response, current_app, render_template, request

from registry.catalogue import follow_up
from registry.catalogue.health_standing import health_standing
from registry.catalogue.health_turns import coming_turn
from registry.catalogue.snapshot import Snapshot
from registry.errors import BadInput
from registry.exports import html
from registry.exports.formats import EXPORTS, Export, export_named
from registry.exports.status_paper import status_paper
from registry.language.dates import whole_period
from registry.models import HealthAgreement, Record
from registry.records.cells import columns_of, written
from registry.records.kinds import kind_of
from registry.records.standing import stored_values
from registry.rules.fields import Scheme
from registry.rules.follow_up import MIDWAY, OCCASIONS
from registry.rules.health_words import UNSETTLED
from registry.web.frame.files import csv_file
from registry.web.frame.links import link
from registry.web.frame.readers import reader
from registry.web.reader import follow_up_view as view
from registry.web.reader.agreement_view import Link
from registry.web.reader.appendix import ON_PAGE, file_of
from registry.web.reader.generations_chart import timeline_of
from registry.web.reader.reached_chart import bars_of

pages = Blueprint("health_agreements", __name__)

PAPERS = tuple(e for e in EXPORTS if e.is_document and e.key != ON_PAGE)


class DataFile(NamedTuple):
    """A file: its words on the page, the kind of record in it, and those of a health
    agreement.
    """

    label: str
    kind: str
    records_of: Callable[[Snapshot, str], Sequence[Record]]


# By its name in the address, in the order of the page.
FILES: Mapping[str, DataFile] = {
    "maal": DataFile("mål", "aim", follow_up.aims_of),
    "maalinger": DataFile("målinger", "measurement", follow_up.figures_of),
    "implementering": DataFile(
        "implementering", "implementation", follow_up.implementations_of
    ),
    "status": DataFile("status", "status-report", follow_up.reports_of),
}


@pages.get("/sundhedsaftaler")
def listing() -> str:
    snapshot = reader().snapshot
    newest_first = sorted(
        snapshot.health_agreements.values(), key=lambda h: h.period_start, reverse=True
    )

    return render_template(
        "reader/health_agreements.html",
        generations=[
            (h, health_standing(snapshot, h), _labels(h), _made_under(h))
            for h in newest_first
        ],
        goals=list(snapshot.vocabulary.schemes[Scheme.GOALS].values()),
    )


@pages.get("/sundhedsaftaler/<slug>")
def one(slug: str) -> str:
    """How it goes with one health agreement: everything by which it is followed."""
    snapshot, place = reader().snapshot, reader().kommune
    h = follow_up.health_agreement(snapshot, slug)
    reached = follow_up.reached_in(snapshot, slug)
    municipalities = follow_up.municipalities_of(snapshot, slug)

    return render_template(
        "reader/health_agreement.html",
        h=h,
        period=whole_period(h.period_start, h.period_end, h.date_precision),
        standing=health_standing(snapshot, h),
        coming=coming_turn(snapshot, slug),
        focus_areas=view.focus_areas_of(snapshot, slug),
        goals=view.goals_of(snapshot, slug, place),
        served=view.served_of(snapshot, slug),
        bars=bars_of(snapshot, reached, municipalities),
        stages=view.stages_of(snapshot, slug, place),
        reports=view.reports_of(snapshot, slug),
        decisions=view.decisions_of(snapshot, slug),
        occasions=OCCASIONS,
        files=FILES,
        timeline=timeline_of(
            snapshot.health_agreements.values(),
            snapshot.moment.pr,
            slug,
            _unsettled(snapshot),
        ),
    )


@pages.get(f"/sundhedsaftaler/<slug>/<any({','.join(FILES)}):name>.csv")
def table(slug: str, name: str) -> Response:
    """One kind of what it is followed by, as a file that can be sent back changed."""
    snapshot, data = reader().snapshot, FILES[name]
    kind = kind_of(data.kind)
    lines = [
        written(snapshot, kind, stored_values(kind, record))
        for record in data.records_of(snapshot, slug)
    ]
    head = [field.label for field in columns_of(kind)]
    file = f"{slug}-{name}-{snapshot.moment.pr.isoformat()}.csv"

    return csv_file(file, [head, *lines])


@pages.get("/sundhedsaftaler/<slug>/statuspapir")
def paper(slug: str) -> str | Response:
    """The status paper as a page, or as a file of the format asked for."""
    snapshot, occasion = reader().snapshot, _occasion()
    follow_up.health_agreement(snapshot, slug)
    key = request.args.get("format", "").strip()
    public_url = current_app.config["PUBLIC_URL"]
    if key not in ("", ON_PAGE):
        what = ("status-paper", slug, occasion, snapshot.moment)
        return file_of(
            _file_format(key),
            what,
            lambda: status_paper(snapshot, slug, occasion, public_url),
        )

    document = status_paper(snapshot, slug, occasion, public_url).document
    return render_template(
        "reader/status_paper.html",
        h=snapshot.health_agreements[slug],
        document=document,
        content=html.fragment(document),
        occasion=occasion,
        papers=PAPERS,
    )


def _occasion() -> str:
    """Which kind of status; without a word the midway one. Raises BadInput."""
    chosen = request.args.get("slags", "").strip() or MIDWAY
    if chosen not in dict(OCCASIONS):
        keys = ", ".join(key for key, _ in OCCASIONS)
        raise BadInput(f"slags: vælg en af {keys}.", "slags")
    return chosen


def _file_format(key: str) -> Export:
    """Raises BadInput naming the format: a paper has those that hold a text."""
    export = export_named(key)
    if export not in PAPERS:
        keys = ", ".join(paper.key for paper in PAPERS)
        raise BadInput(f"format: et statuspapir findes som {keys}.", "format")
    return export


def _unsettled(snapshot: Snapshot) -> frozenset[str]:
    return frozenset(
        slug
        for slug, h in snapshot.health_agreements.items()
        if health_standing(snapshot, h).word == UNSETTLED
    )


def _labels(h: HealthAgreement) -> dict[str, list[str]]:
    snapshot = reader().snapshot

    return {
        "Parter": [snapshot.organisation_name(slug) for slug in h.parties],
        "Om parterne": [h.parties_note] if h.parties_note else [],
        "Om perioden": [h.period_note] if h.period_note else [],
        "Fokusområder": [
            snapshot.label(Scheme.FOCUS_AREAS, key) for key in h.focus_areas
        ],
        "Nationale mål": [snapshot.label(Scheme.GOALS, key) for key in h.goals],
        "Lovgrundlag": list(h.legal_basis),
        "Godkendt af": [h.approved_by] if h.approved_by else [],
        "Belæg": list(h.source),
    }


def _made_under(h: HealthAgreement) -> list[Link]:
    """The agreements whose version shown was made under it."""
    return [
        Link(
            a.shown.version.title,
            link("agreements.agreement", slug=a.slug),
            a.status.status.value,
        )
        for a in reader().snapshot.sorted_agreements()
        if a.shown.version.made_under == h.slug
    ]
