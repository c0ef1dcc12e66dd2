"""The paper by which a committee is told how far a health agreement has come: aims and
figures, the agreements behind them, implementation, and what is decided to continue.
"""

from collections.abc import Iterator
from datetime import datetime

from registry.catalogue import addresses, follow_up
from registry.catalogue.agreement_words import ILLUSTRATIVE
from registry.catalogue.health_standing import health_standing
from registry.catalogue.health_turns import coming_turn
from registry.catalogue.snapshot import Snapshot
from registry.documents.blocks import (
    Block,
    Document,
    Heading,
    Span,
    fact,
    facts,
    in_order,
    paragraph,
)
from registry.documents.richtext import blocks_of
from registry.exports import status_parts
from registry.exports.publication import Publication
from registry.language.dates import danish_date, whole_period
from registry.language.moments import danish_moment
from registry.models import HealthAgreement, StatusReport
from registry.records.kinds import DECISION_LABELS
from registry.rules.fields import Scheme
from registry.rules.follow_up import OCCASIONS


def status_paper(
    snapshot: Snapshot, slug: str, occasion: str, public_url: str
) -> Publication:
    """The paper as it stands at the snapshot's moment, with the text of the last report
    of that kind. Without `public_url` it names no address. Raises NotFound for a health
    agreement that is not there.
    """
    health = follow_up.health_agreement(snapshot, slug)
    title = f"{dict(OCCASIONS)[occasion]}: {health.title}"
    reports = follow_up.reports_of(snapshot, slug)
    report = next((r for r in reports if r.occasion == occasion), None)

    blocks = [
        Heading(1, title, "status"),
        *_opening(snapshot, health, report),
        *_status_text(report),
        *status_parts.aims(snapshot, health),
        *status_parts.figures(snapshot, slug),
        *status_parts.implementation(snapshot, slug),
        *status_parts.served(snapshot, health),
        *status_parts.decisions(snapshot, slug),
        *status_parts.municipalities(snapshot, slug),
        *_provenance(snapshot, health, occasion, public_url),
    ]

    on = snapshot.moment.pr
    return Publication(
        name=f"{slug}-{occasion}-{on.isoformat()}",
        document=Document(
            title=title,
            subject=f"Som det står pr. {danish_date(on)}",
            changed=_changed(snapshot, health),
            blocks=in_order(blocks),
            footer=ILLUSTRATIVE if health.illustrative else "",
        ),
    )


def _opening(
    snapshot: Snapshot, health: HealthAgreement, report: StatusReport | None
) -> Iterator[Block]:
    if health.illustrative:
        yield paragraph(ILLUSTRATIVE, note=True)

    listed = [
        one
        for some in follow_up.followed_by(snapshot, health.slug).values()
        for one in some
    ]
    with_figures = sum(bool(one.series) for one in listed)
    coverage = f"{with_figures} af {len(listed)}" if listed else "ingen er oplyst"
    decided = follow_up.decisions_under(snapshot, health.slug)
    labels = dict(DECISION_LABELS)
    counted = (
        f"{sum(r.decision == key for _, r in decided)} {label}"
        for key, label in labels.items()
        if any(r.decision == key for _, r in decided)
    )

    yield facts(
        (
            fact("Til", _receiver(snapshot, report)),
            fact("Status pr.", danish_date(snapshot.moment.pr)),
            fact(
                "Periode",
                whole_period(
                    health.period_start, health.period_end, health.date_precision
                ),
            ),
            fact("På datoen", _standing(snapshot, health)),
            fact("Ændrer sig", _turn(snapshot, health)),
            fact("Fokusområder", _focus_areas(snapshot, health)),
            fact("Indikatorer med tal", coverage),
            fact("Aftaler", ", ".join(counted) or "ingen beslutninger registreret"),
        )
    )


def _standing(snapshot: Snapshot, health: HealthAgreement) -> str:
    """How the health agreement stands, and why where that is not its period."""
    standing = health_standing(snapshot, health)
    return f"{standing.word}. {standing.why}" if standing.why else standing.word


def _turn(snapshot: Snapshot, health: HealthAgreement) -> str:
    """How it will stand otherwise, within the notice; empty where it will not."""
    coming = coming_turn(snapshot, health.slug)
    if coming is None:
        return ""
    after = coming.turn.after
    said = f"fra {danish_date(coming.day)} {after.word}"
    return f"{said}. {after.why}" if after.why else said


def _receiver(snapshot: Snapshot, report: StatusReport | None) -> str:
    return snapshot.organisation_name(report.received_by) if report else ""


def _focus_areas(snapshot: Snapshot, health: HealthAgreement) -> str:
    labels = snapshot.vocabulary.labels(Scheme.FOCUS_AREAS, health.focus_areas)
    return "; ".join(labels) or "ikke oplyst"


def _status_text(report: StatusReport | None) -> Iterator[Block]:
    yield Heading(2, "Status", "tekst")
    if report is None:
        yield paragraph("Kataloget har ingen tekst til denne status.")
        return

    yield from blocks_of(report.text, level=3, anchor="tekst")
    unconfirmed = "" if report.confirmed else status_parts.UNCONFIRMED
    source = f" Belæg: {report.source}." if report.source else ""
    day = danish_date(report.effective_on)
    yield paragraph(f"Dateret {day}{unconfirmed}.{source}", note=True)


def _provenance(
    snapshot: Snapshot, health: HealthAgreement, occasion: str, public_url: str
) -> Iterator[Block]:
    moment = snapshot.moment
    address = ""
    if public_url:
        address = addresses.status_paper(public_url, health.slug, occasion, moment)

    yield Heading(2, "Om dette papir", "om")
    yield facts(
        (
            fact("Status pr.", danish_date(moment.pr)),
            fact("Vist", danish_moment(moment.vist) if moment.vist else ""),
            fact("Senest registreret", danish_moment(_changed(snapshot, health))),
            fact("Adresse", Span(address, href=address)),
        )
    )


def _changed(snapshot: Snapshot, health: HealthAgreement) -> datetime:
    """When the last of what the paper says was recorded."""
    slug = health.slug
    records = [
        *follow_up.aims_of(snapshot, slug),
        *follow_up.figures_of(snapshot, slug),
        *follow_up.reports_of(snapshot, slug),
        *follow_up.implementations_of(snapshot, slug),
        *(record for _, record in follow_up.decisions_under(snapshot, slug)),
    ]

    return max([health.recorded_at, *(record.recorded_at for record in records)])
