"""The list of agreements, an agreement on the date, and each of its versions for good."""

from flask import Blueprint, render_template

from registry.in_words import adoption_sentences
from registry.render import contents
from registry.snapshot import ShownAgreement, ShownVersion
from registry.status import ANSWERING, Status
from registry.web import agreement_view as view
from registry.web.reading import reading
from registry.web.status_view import view_status

pages = Blueprint("agreements", __name__)

LISTS = (
    ("I kraft", ANSWERING),
    ("Kommende", frozenset({Status.COMING})),
    ("Ikke længere i kraft", frozenset({Status.REPLACED, Status.ENDED})),
)


@pages.get("/aftaler")
def listing() -> str:
    snapshot = reading().snapshot
    shown = [a for a in snapshot.sorted_agreements() if reading().concerns(a.shown)]
    lists = [
        (
            title,
            [(a, view_status(snapshot, a)) for a in shown if a.status.status in statuses],
        )
        for title, statuses in LISTS
    ]
    hidden = len(snapshot.agreements) - len(shown)
    return render_template("agreements.html", lists=lists, hidden=hidden)


@pages.get("/aftaler/<slug>")
def agreement(slug: str) -> str:
    found = reading().snapshot.agreement(slug)
    return _page(found, found.shown, fixed=False)


@pages.get("/aftaler/<slug>/udgaver/<int:number>")
def version(slug: str, number: int) -> str:
    found = reading().snapshot.agreement(slug)
    return _page(found, found.number(number), fixed=True)


def _page(found: ShownAgreement, shown: ShownVersion, *, fixed: bool) -> str:
    """The page of one version; `fixed`: the address names it, whatever the date."""
    snapshot = reading().snapshot
    rows = reading().here(shown.rows)
    return render_template(
        "agreement.html",
        slug=found.slug,
        version=shown.version,
        illustrative=shown.version.illustrative,
        fixed=fixed,
        superseded=shown is not found.shown,
        status=view_status(snapshot, found),
        validity=view.view_validity(snapshot, shown),
        three_fields=view.view_three_fields(shown.version),
        phases=view.view_phases(snapshot, rows),
        hidden=len(shown.rows) - len(rows),
        contents=contents(shown.version.body),
        parties=view.view_parties(snapshot, shown),
        adoptions=view.view_adoptions(snapshot, shown),
        progress=adoption_sentences(snapshot, shown),
        relations=view.view_relations(snapshot, shown),
        versions=view.view_versions(snapshot, found),
        continuations=view.view_continuations(snapshot, found.slug),
        notes=view.view_notes(snapshot, found.slug),
        facts=view.view_facts(snapshot, shown),
        review_due=view.view_review_due(snapshot, found, shown),
    )
