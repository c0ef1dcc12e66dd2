"""An agreement as its page shows it: dates, parties, versions, relations and
records.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from registry.catalogue.adoption_progress import progress_of
from registry.catalogue.agreement_words import (
    begins,
    decided_since,
    decision_in_words,
    signed_dates,
)
from registry.catalogue.snapshot import Row, ShownAgreement, ShownVersion, Snapshot
from registry.catalogue.snapshot_cache import kept_with_snapshot
from registry.catalogue.told import told_each
from registry.models import Continuation, EditorNote, Review
from registry.publishing.desk import review_due
from registry.rules.fields import RELATION_LABELS, VERSION_FIELDS, Scheme
from registry.web.frame.dates import danish_date, last_day, local_day
from registry.web.frame.links import link
from registry.web.reader.row_view import RowView, view_rows

INCOMING_LABELS = {
    "replaces": "Afløst af",
    "supplements": "Suppleres af",
    "annex-of": "Har som bilag",
    "see-also": "Nævnt i",
}
DECISIONS = {
    "viderefoeres": "videreføres",
    "ophoerer": "ophører",
    "afklares": "afklares",
}


@dataclass(frozen=True)
class Link:
    """Something with a page of its own, and a remark beside it."""

    text: str
    href: str
    note: str = ""


@dataclass(frozen=True)
class Listed:
    """Links under one heading."""

    label: str
    links: list[Link]


@dataclass(frozen=True)
class Validity:
    """When a version is in force, in words, and what is uncertain about it; `signed`:
    why dates that look wrong were approved.
    """

    begins: str
    ends: str
    confirmed: bool
    published: str
    signed: Sequence[str] = ()


@dataclass(frozen=True)
class PhaseRows:
    """The rows of one phase."""

    label: str
    rows: list[RowView]


@dataclass(frozen=True)
class VersionLine:
    """A version in the list of versions. `shown`: the one in force on the date.

    `differences` leads to what it changed in the version before; the first changed
    nothing.
    """

    number: int
    href: str
    validity: Validity
    change_note: str
    shown: bool
    differences: Link | None


@dataclass(frozen=True)
class RecordLine:
    """A record beside the agreement, in one sentence."""

    text: str
    source: str
    confirmed: bool


def view_validity(snapshot: Snapshot, version: ShownVersion) -> Validity:
    """Periods are half-open; readers are shown the last day."""
    published = local_day(version.version.recorded_at)
    return Validity(
        begins=begins(snapshot, version),
        ends=_ends(snapshot, version),
        confirmed=version.version.date_confirmed,
        published=danish_date(published) if published > version.in_force_from else "",
        signed=signed_dates(version.version),
    )


def view_phases(snapshot: Snapshot, rows: Iterable[Row]) -> list[PhaseRows]:
    """The rows by phase, in the vocabulary's order."""
    views = view_rows(snapshot, rows)
    labels = [choice.label for choice in snapshot.vocabulary.schemes["phases"].values()]
    known = [*labels, *sorted({view.phase for view in views} - set(labels))]
    phases = [
        PhaseRows(label, [v for v in views if v.phase == label]) for label in known
    ]
    return [phase for phase in phases if phase.rows]


def view_parties(snapshot: Snapshot, version: ShownVersion) -> list[Listed]:
    roles = snapshot.vocabulary.schemes["party-roles"]

    return [
        Listed(
            choice.label,
            [
                Link(
                    snapshot.organisation_name(slug),
                    link("organisations.one", slug=slug),
                )
                for slug in version.parties_in_role(role)
            ],
        )
        for role, choice in roles.items()
        if version.parties_in_role(role)
    ]


def view_relations(snapshot: Snapshot, version: ShownVersion) -> list[Listed]:
    """Relations from this version, and those of other agreements' shown versions
    to it.
    """
    outgoing = [(RELATION_LABELS[r.kind], r.agreement) for r in version.relations]
    incoming = [
        (INCOMING_LABELS[kind], other)
        for kind, other in _relations_to(snapshot).get(version.slug, ())
    ]

    labels = dict.fromkeys(label for label, _ in [*outgoing, *incoming])
    return [
        Listed(
            label,
            [
                _agreement_link(snapshot, s)
                for at, s in outgoing + incoming
                if at == label
            ],
        )
        for label in labels
    ]


@kept_with_snapshot
def _relations_to(snapshot: Snapshot) -> Mapping[str, Sequence[tuple[str, str]]]:
    """By agreement, how the shown versions of others relate to it, and which."""
    relations = defaultdict[str, list[tuple[str, str]]](list)
    for other in snapshot.sorted_agreements():
        for relation in other.shown.relations:
            relations[relation.agreement].append((relation.kind, other.slug))
    return relations


def view_versions(snapshot: Snapshot, agreement: ShownAgreement) -> list[VersionLine]:
    """All versions, newest first."""
    pairs = list(zip((None, *agreement.versions), agreement.versions, strict=False))

    return [
        VersionLine(
            number=version.number,
            href=link("agreements.version", slug=agreement.slug, number=version.number),
            validity=view_validity(snapshot, version),
            change_note=version.version.change_note,
            shown=version.number == agreement.status.version,
            differences=_differences_link(agreement, before, version),
        )
        for before, version in reversed(pairs)
    ]


def view_continuations(snapshot: Snapshot, slug: str) -> list[RecordLine]:
    return [
        RecordLine(
            f"{snapshot.label(Scheme.HEALTH_AGREEMENTS, r.health_agreement)}: "
            f"{DECISIONS.get(r.decision, r.decision)} fra "
            f"{decided_since(snapshot, r)}",
            r.source,
            r.confirmed,
        )
        for r in snapshot.records_of(Continuation, slug)
    ]


def view_adoptions(snapshot: Snapshot, version: ShownVersion) -> list[RecordLine]:
    return [
        RecordLine(
            decision_in_words(
                snapshot.organisation_name(r.organisation),
                r.decision,
                r.effective_on,
                r.reference,
            ),
            r.source,
            r.confirmed,
        )
        for r in progress_of(snapshot, version).decisions
    ]


def view_notes(snapshot: Snapshot, slug: str) -> list[RecordLine]:
    """Editorial remarks, and reviews that left the agreement as it was."""
    notes = [
        (r.effective_on, RecordLine(r.text, r.source, r.confirmed))
        for r in snapshot.records_of(EditorNote, slug)
    ]
    reviews = [
        (r.effective_on, RecordLine(_reviewed(r), r.source, r.confirmed))
        for r in snapshot.records_of(Review, slug)
    ]

    return [line for _, line in sorted([*notes, *reviews], key=lambda pair: pair[0])]


def view_facts(
    snapshot: Snapshot, version: ShownVersion
) -> list[tuple[str, list[str]]]:
    """The version's short fields with their labels, less those that have no value."""
    facts = [
        (f.label, told_each(snapshot, f, getattr(version.version, f.name)))
        for f in VERSION_FIELDS
        if f.page
    ]
    return [(label, values) for label, values in facts if values]


def view_review_due(
    snapshot: Snapshot, agreement: ShownAgreement, version: ShownVersion
) -> str:
    """The day by which the agreement is to be gone through; empty where none is set.

    A version that is not the one shown on the date says what it said itself.
    """
    is_shown = version is agreement.shown
    due = review_due(snapshot, agreement) if is_shown else version.version.review_on
    return danish_date(due) if due else ""


def _reviewed(review: Review) -> str:
    return f"Gennemgået {danish_date(review.effective_on)}, uændret"


def _differences_link(
    agreement: ShownAgreement, before: ShownVersion | None, version: ShownVersion
) -> Link | None:
    if before is None:
        return None
    fra, til = before.number, version.number
    href = link("differences.page", slug=agreement.slug, fra=fra, til=til)
    return Link(f"Forskelle fra udgave {fra}", href)


def _agreement_link(snapshot: Snapshot, slug: str) -> Link:
    return Link(snapshot.label(None, slug), link("agreements.agreement", slug=slug))


def _ends(snapshot: Snapshot, version: ShownVersion) -> str:
    stored = version.version
    if end := stored.in_force_until:
        return f"til og med {last_day(end)}"
    period = snapshot.health_agreements.get(stored.made_under or "")
    if period is None:
        return ""
    return f"til og med {last_day(period.period_end, period.date_precision)}"
