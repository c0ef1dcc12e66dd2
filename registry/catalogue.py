"""What the catalogue holds at a moment. Every reader asks here; nothing here writes.

A Snapshot is read whole, is immutable, and is kept while the database stands as it stood.
"""

import threading
from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Engine, text
from sqlmodel import Session, SQLModel, col, select

from registry.clock import COPENHAGEN, Moment, today
from registry.db import reading
from registry.models import (
    NOT_APPLICABLE,
    NOT_STATED,
    RECORDS,
    Agreement,
    Confirmation,
    ContactPoint,
    Continuation,
    Ending,
    HealthAgreement,
    Organisation,
    Party,
    Record,
    Rekeying,
    Relation,
    Snitflade,
    State,
    Term,
    Version,
    Word,
)
from registry.snapshot import Row, ShownAgreement, ShownVersion, Snapshot, Vocabulary
from registry.sorting import danish_key
from registry.status import (
    AgreementFacts,
    ContinuationFacts,
    Period,
    VersionFacts,
    World,
    status_on,
)
from registry.triggers import CATALOGUE_RECORDS

R = TypeVar("R", bound=Record)
T = TypeVar("T", bound=SQLModel)
KEPT_SNAPSHOTS = 16
ALL_PHASES = "alle-faser"


class Catalogue:
    """Snapshots of one database, the newest kept in memory."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._kept: OrderedDict[tuple[str, Moment], Snapshot] = OrderedDict()
        self._lock = threading.Lock()

    def fingerprint(self) -> str:
        """Changes with every act that changes what readers see."""
        with self.engine.connect() as connection:
            counted = connection.scalar(text(_FINGERPRINT))
        return f"{counted}{self._file_mark()}"

    def _file_mark(self) -> str:
        """Tells one SQLite file from another put in its place that holds as much."""
        if self.engine.dialect.name != "sqlite":
            return ""
        return f".{Path(str(self.engine.url.database)).stat().st_ino}"

    def at(self, moment: Moment) -> Snapshot:
        """What the catalogue shows at the moment."""
        key = (self.fingerprint(), moment)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        snapshot = replace(_read(self.engine, moment), fingerprint=key[0])
        with self._lock:
            self._kept[key] = snapshot
            while len(self._kept) > KEPT_SNAPSHOTS:
                self._kept.popitem(last=False)
        return snapshot

    def today(self) -> Snapshot:
        return self.at(Moment(today()))


# Table names come from a constant, never from a user.
_FINGERPRINT = "SELECT " + " || '.' || ".join(
    [
        *(
            f"(SELECT coalesce(max(id), 0) || '-' || count(*) FROM {table})"
            for table in CATALOGUE_RECORDS
        ),
        "(SELECT coalesce(max(id), 0) || '-' || count(*) || '-' || coalesce(sum(id), 0) "
        "FROM version WHERE state = 'published')",
        # Tells one database from another that holds as much: how it was begun.
        "coalesce((SELECT hash FROM audit_entry ORDER BY id LIMIT 1), '')",
    ]
)


def standing(records: Iterable[R]) -> list[R]:
    """Records less those that another corrects, and less the void ones."""
    listed = list(records)
    corrected = {record.corrects for record in listed if record.corrects}
    return [r for r in listed if r.ref not in corrected and not r.void]


def _read(engine: Engine, moment: Moment) -> Snapshot:
    with reading(engine) as session:
        health = {h.slug: h for h in _recorded(session, HealthAgreement, moment)}
        organisations = {o.slug: o for o in _recorded(session, Organisation, moment)}
        records = {kind: standing(_recorded(session, kind, moment)) for kind in RECORDS}
        versions = _read_versions(session, moment, health, organisations, records)
        return Snapshot(
            moment=moment,
            agreements=_with_status(versions, health, organisations, records, moment.pr),
            health_agreements=dict(sorted(health.items())),
            organisations=organisations,
            vocabulary=Vocabulary(_recorded(session, Word, moment)),
            terms={term.key: term for term in _terms(session, moment)},
            records=records,
            contact_points=_contact_points(session, moment),
            fingerprint="",
        )


def _recorded(session: Session, model: type[T], moment: Moment) -> list[T]:
    """All of one table recorded by the moment, oldest first."""
    recorded_at: Any = model.recorded_at  # type: ignore[attr-defined]
    query = select(model).order_by(recorded_at, model.id)  # type: ignore[attr-defined]
    if moment.vist is not None:
        query = query.where(recorded_at <= moment.vist)
    return list(session.exec(query))


def _terms(session: Session, moment: Moment) -> list[Term]:
    latest = {term.key: term for term in _recorded(session, Term, moment)}
    return sorted(latest.values(), key=lambda term: danish_key(term.term))


def _contact_points(session: Session, moment: Moment) -> list[ContactPoint]:
    """The last recorded of each organisation's functions."""
    listed = _recorded(session, ContactPoint, moment)
    return list({(point.organisation, point.function): point for point in listed}.values())


def _read_versions(
    session: Session,
    moment: Moment,
    health: Mapping[str, HealthAgreement],
    organisations: Mapping[str, Organisation],
    records: Mapping[type[Record], Sequence[Record]],
) -> dict[str, list[ShownVersion]]:
    slugs = {agreement.id: agreement.slug for agreement in session.exec(select(Agreement))}
    parties = _by_version(session, Party, Party.id)
    relations = _by_version(session, Relation, Relation.id)
    rows = _by_version(session, Snitflade, Snitflade.position)
    sectors = {w.key: w.sector for w in _recorded(session, Word, moment) if w.scheme == "actors"}
    found: dict[str, list[ShownVersion]] = defaultdict(list)
    published = select(Version).where(col(Version.state) == State.PUBLISHED)
    if moment.vist is not None:
        published = published.where(col(Version.recorded_at) <= moment.vist)
    for version in session.exec(published.order_by(col(Version.number))):
        slug = slugs[version.agreement_id]
        places = _places(parties[version.id], organisations)
        found[slug].append(
            ShownVersion(
                slug=slug,
                version=version,
                in_force_from=in_force_from(
                    version, health, unknown=version.recorded_at.astimezone(COPENHAGEN).date()
                ),
                rows=tuple(
                    _row(slug, version, s, records, sectors, places, organisations, moment.pr)
                    for s in rows[version.id]
                ),
                parties=tuple(parties[version.id]),
                relations=tuple(relations[version.id]),
            )
        )
    return found


def _by_version(session: Session, model: type[T], order: Any) -> dict[int | None, list[T]]:
    found: dict[int | None, list[T]] = defaultdict(list)
    for item in session.exec(select(model).order_by(order)):
        found[item.version_id].append(item)  # type: ignore[attr-defined]
    return found


def in_force_from(
    version: Version, health: Mapping[str, HealthAgreement], *, unknown: date
) -> date:
    """The date given; an unknown one counts from the start of the period it was made under,

    and where that is not known either, from the day given as `unknown`.
    """
    period = health.get(version.made_under or "")
    return version.in_force_from or (period.period_start if period else unknown)


def _places(
    parties: Iterable[Party], organisations: Mapping[str, Organisation]
) -> dict[str, frozenset[str]]:
    """Municipalities and planning areas in which an agreement applies, by its parties."""
    members = [organisations[p.organisation] for p in parties if p.organisation in organisations]
    return {
        "municipality": frozenset(o.slug for o in members if o.kind == "kommune"),
        "planning_area": frozenset(area for o in members for area in o.planning_areas),
    }


def _narrowed(
    applies_in: Sequence[str],
    places: Mapping[str, frozenset[str]],
    organisations: Mapping[str, Organisation],
) -> Mapping[str, frozenset[str]]:
    """The places of a row: those of the agreement, unless the row names narrower ones."""
    if not applies_in:
        return places
    named = set(applies_in)
    municipalities = {
        o.slug
        for o in organisations.values()
        if o.kind == "kommune" and (o.slug in named or named & set(o.planning_areas))
    }
    # A municipality of two areas does not spread a row from the area named to the other.
    areas = named & {area for o in organisations.values() for area in o.planning_areas}
    areas |= {
        area for slug in municipalities & named for area in organisations[slug].planning_areas
    }
    return {"municipality": frozenset(municipalities), "planning_area": frozenset(areas)}


def _row(
    slug: str,
    version: Version,
    snitflade: Snitflade,
    records: Mapping[type[Record], Sequence[Record]],
    sectors: Mapping[str, str | None],
    places: Mapping[str, frozenset[str]],
    organisations: Mapping[str, Organisation],
    on: date,
) -> Row:
    actors = frozenset(snitflade.responsible) | frozenset(snitflade.payer)
    actors |= frozenset(snitflade.authority) | frozenset(snitflade.treatment_responsible)
    return Row(
        agreement=slug,
        version=version.number or 0,
        snitflade=snitflade,
        task_key=_task_key(slug, snitflade, records[Rekeying], on),
        confirmed=snitflade.confirmed or _is_confirmed(slug, version, snitflade, records),
        facets={
            "phase": frozenset({snitflade.phase}),
            "sector": frozenset(s for a in actors if (s := sectors.get(a))),
            "actor": frozenset(actors) - {NOT_STATED, NOT_APPLICABLE},
            "target_group": frozenset(snitflade.target_groups),
            "agreement": frozenset({slug}),
            **_narrowed(snitflade.applies_in, places, organisations),
        },
    )


def _task_key(slug: str, snitflade: Snitflade, rekeyings: Sequence[Record], on: date) -> str:
    """The kind of task last set with effect on or before the date."""
    new = [
        (record.effective_on, record.id or 0, record.task_key)
        for record in rekeyings
        if isinstance(record, Rekeying)
        and (record.agreement, record.row) == (slug, snitflade.key)
        and record.effective_on <= on
    ]
    return max(new)[2] if new else snitflade.task_key


def _is_confirmed(
    slug: str,
    version: Version,
    snitflade: Snitflade,
    records: Mapping[type[Record], Sequence[Record]],
) -> bool:
    wanted = (slug, version.number, snitflade.key)
    return any(
        isinstance(r, Confirmation) and (r.agreement, r.version, r.row) == wanted
        for r in records[Confirmation]
    )


def _with_status(
    versions: Mapping[str, Sequence[ShownVersion]],
    health: Mapping[str, HealthAgreement],
    organisations: Mapping[str, Organisation],
    records: Mapping[type[Record], Sequence[Record]],
    on: date,
) -> dict[str, ShownAgreement]:
    world = World(
        agreements={slug: _facts(slug, listed, records) for slug, listed in versions.items()},
        periods={slug: Period(h.period_start, h.period_end) for slug, h in health.items()},
        ceased={o.slug: o.valid_to for o in organisations.values() if o.valid_to},
    )
    return {
        slug: ShownAgreement(slug, tuple(listed), status_on(world, slug, on))
        for slug, listed in sorted(versions.items())
    }


def _facts(
    slug: str,
    versions: Sequence[ShownVersion],
    records: Mapping[type[Record], Sequence[Record]],
) -> AgreementFacts:
    return AgreementFacts(
        versions=tuple(
            VersionFacts(
                number=v.number,
                in_force_from=v.in_force_from,
                in_force_until=v.version.in_force_until,
                made_under=v.version.made_under,
                formal_parties=frozenset(v.parties_in_role("formel-part")),
                replaces=frozenset(r.agreement for r in v.relations if r.kind == "replaces"),
            )
            for v in versions
        ),
        endings=tuple(
            r.effective_on for r in records[Ending] if isinstance(r, Ending) and r.agreement == slug
        ),
        continuations=tuple(
            ContinuationFacts(r.health_agreement, r.decision, r.effective_on, r.id or 0)
            for r in records[Continuation]
            if isinstance(r, Continuation) and r.agreement == slug
        ),
    )
