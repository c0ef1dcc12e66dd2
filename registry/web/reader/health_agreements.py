"""The health agreements: periods, focus areas, goals, and what was agreed under
each.
"""

from flask import Blueprint, render_template

from registry.models import HealthAgreement
from registry.rules.fields import Scheme
from registry.web.frame.links import link
from registry.web.frame.readers import reader
from registry.web.reader.agreement_view import Link

pages = Blueprint("health_agreements", __name__)


@pages.get("/sundhedsaftaler")
def listing() -> str:
    snapshot = reader().snapshot
    newest_first = sorted(
        snapshot.health_agreements.values(), key=lambda h: h.period_start, reverse=True
    )

    return render_template(
        "reader/health_agreements.html",
        generations=[(h, _holds(h), _labels(h), _made_under(h)) for h in newest_first],
        goals=list(snapshot.vocabulary.schemes[Scheme.GOALS].values()),
    )


def _holds(h: HealthAgreement) -> bool:
    return h.period_start <= reader().moment.pr < h.period_end


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
