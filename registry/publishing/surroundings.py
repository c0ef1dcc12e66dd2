"""What the gates need to know beside the text: vocabulary, parties, and the version
before.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any

from registry.catalogue.destinations import anchors_of, page_at, pointing_at
from registry.catalogue.findings import FINDING_KINDS, GAP, OVERLAP, ShownFinding
from registry.catalogue.headings import headings_of
from registry.catalogue.impact import Impact
from registry.catalogue.queries import Catalogue
from registry.catalogue.snapshot import ShownAgreement, ShownVersion, Snapshot
from registry.catalogue.suggested import suggested
from registry.clock import today
from registry.gates.gate import Foreseen, PointedAt, Surroundings
from registry.gates.relations import REPLACES
from registry.models import ADOPTED, Adoption, Term
from registry.rules.fields import Scheme
from registry.rules.status import Period, Status
from registry.rules.version_content import VersionContent, content_of


def surroundings_of(
    catalogue: Catalogue,
    slug: str,
    content: VersionContent,
    fingerprint: str,
    *,
    kept_numbers: tuple[str, ...] = (),
    impact: Impact | None = None,
    refused: frozenset[str] = frozenset(),
    accepted: frozenset[str] = frozenset(),
    sentences_lost: frozenset[str] = frozenset(),
) -> Surroundings:
    """The catalogue of today around one draft of an agreement.

    `kept_numbers`: what is kept beside its text and holds a CPR number. `impact`: what
    it would change in the findings, where that is asked. `refused`,
    `accepted` and `sentences_lost`: what was decided on the rows suggested from it.
    """
    snapshot = catalogue.today()
    periods = _periods(snapshot)
    previous = _previous(snapshot, slug, content, periods)

    return Surroundings(
        slug=slug,
        on=today(),
        headings=headings_of(content.values),
        previous=published_content(previous) if previous else None,
        labels=snapshot.label,
        known=snapshot.known_keys,
        **_sectors(snapshot),
        replaces=_replaced_by_others(snapshot, slug),
        confusable_pairs=tuple(_confusable(snapshot.terms.values())),
        adopted=adopted_by(snapshot, slug, fingerprint),
        kept_numbers=kept_numbers,
        created=_foreseen(slug, impact.created) if impact else (),
        closed=_foreseen(slug, impact.closed) if impact else (),
        reopened=_foreseen(slug, impact.reopened) if impact else (),
        suggested=partial(suggested, snapshot),
        refused=refused,
        accepted=accepted,
        sentences_lost=sentences_lost,
        anchors=anchors_of(content.values["body"], ()),
        page_at=partial(page_at, snapshot),
        pointed_at=tuple(_pointed_at(snapshot, slug)),
        periods=periods,
        **_days_around(snapshot, slug),
    )


def _periods(snapshot: Snapshot) -> dict[str, Period]:
    listed = snapshot.health_agreements.values()
    return {h.slug: Period(h.period_start, h.period_end) for h in listed}


def _previous(
    snapshot: Snapshot,
    slug: str,
    content: VersionContent,
    periods: Mapping[str, Period],
) -> ShownVersion | None:
    """The version that the draft will stand in the place of, if there is any."""
    agreement = snapshot.agreements.get(slug)
    period = periods.get(content.values["made_under"])
    begins = content.values["in_force_from"] or (period.start if period else today())
    return version_before(agreement, begins) if agreement else None


def _sectors(snapshot: Snapshot) -> dict[str, Any]:
    """Which sector each actor and each organisation belongs to."""
    actors = snapshot.vocabulary.schemes[Scheme.ACTORS]
    return {
        "actor_sectors": {key: a.sector or "" for key, a in actors.items()},
        "organisation_sectors": {
            o.slug: o.sector or "" for o in snapshot.organisations.values()
        },
    }


def _pointed_at(snapshot: Snapshot, slug: str) -> Iterable[PointedAt]:
    agreement = snapshot.agreements.get(slug)
    rows = {row.snitflade.key for row in agreement.shown.rows} if agreement else set()
    for placed, place in pointing_at(snapshot, slug):
        yield PointedAt(placed.title, placed.link.words, place, place in rows)


def _days_around(snapshot: Snapshot, slug: str) -> dict[str, Any]:
    """What the gates of dates must know of the agreement and its parties."""
    agreement = snapshot.agreements.get(slug)
    organisations = snapshot.organisations.values()
    known = {
        "ceased": {o.slug: o.valid_to for o in organisations if o.valid_to},
        "replaced_by": tuple(_replacing(snapshot, slug)),
    }

    if agreement is None:
        return known
    return {
        **known,
        "published": in_force_some_day(agreement),
        "is_continued": agreement.status.status is Status.CONTINUED,
    }


def version_before(agreement: ShownAgreement, begins: date) -> ShownVersion:
    """The published version in whose place one that begins on that day will stand: the
    one shown then, or today if that is later. Before any is in force, the newest.
    """
    on = max(begins, today())
    begun = [v for v in agreement.versions if v.in_force_from <= on]
    return max(begun or agreement.versions, key=lambda version: version.number)


def in_force_some_day(agreement: ShownAgreement) -> tuple[tuple[int, date], ...]:
    """The versions that no other of the agreement passes over, by number and first
    day.
    """
    return tuple(
        (one.number, one.in_force_from)
        for one in sorted(agreement.versions, key=lambda version: version.number)
        if not any(
            other.number > one.number and other.in_force_from <= one.in_force_from
            for other in agreement.versions
        )
    )


def _replacing(snapshot: Snapshot, slug: str) -> Iterator[tuple[str, date]]:
    """The agreements that replace it, now or on a day to come, by the version that is
    then in force.
    """
    for other in snapshot.agreements.values():
        if other.slug == slug:
            continue
        to_come = [no for no, day in in_force_some_day(other) if day > today()]
        current = version_before(other, today())
        days = [
            version.in_force_from
            for version in (current, *map(other.number, to_come))
            if any((r.kind, r.agreement) == (REPLACES, slug) for r in version.relations)
        ]
        if days:
            yield other.slug, min(days)


def _replaced_by_others(snapshot: Snapshot, slug: str) -> dict[str, frozenset[str]]:
    return {
        other.slug: frozenset(
            r.agreement for r in other.shown.relations if r.kind == REPLACES
        )
        for other in snapshot.agreements.values()
        if other.slug != slug
    }


def _foreseen(slug: str, listed: Iterable[ShownFinding]) -> tuple[Foreseen, ...]:
    """The overlaps and gaps. Of duties on non-parties another gate speaks."""
    own = f"{slug}."
    return tuple(
        Foreseen(
            FINDING_KINDS[finding.kind].label,
            finding.text,
            tuple(r.removeprefix(own) for r in finding.rows if r.startswith(own)),
        )
        for finding in listed
        if finding.kind in (OVERLAP, GAP)
    )


def published_content(version: ShownVersion) -> VersionContent:
    """The content of a published version, as recorded."""
    rows = [row.snitflade for row in version.rows]
    return content_of(version.version, rows, version.parties, version.relations)


def adopted_by(snapshot: Snapshot, slug: str, fingerprint: str) -> frozenset[str]:
    """The organisations whose standing decision on this very text is that they adopt
    it.
    """
    return frozenset(
        record.organisation
        for record in snapshot.records_of(Adoption, slug)
        if record.fingerprint == fingerprint and record.decision == ADOPTED
    )


def _confusable(
    terms: Iterable[Term],
) -> Iterable[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Each pair of terms not to be used for each other, once, in all the forms they
    have.
    """
    listed = list(terms)
    forms = {form.lower(): term for term in listed for form in _forms(term)}

    seen: set[frozenset[str]] = set()
    for term in listed:
        for name in term.confusable:
            other = forms.get(name.lower())
            pair = frozenset({term.key, other.key if other else name.lower()})
            if pair not in seen and len(pair) == 2:
                seen.add(pair)
                yield _forms(term), _forms(other) if other else (name,)


def _forms(term: Term) -> tuple[str, ...]:
    return (term.term, *term.same, *term.abbreviations)
