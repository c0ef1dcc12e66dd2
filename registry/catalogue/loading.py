"""Reading the database into a snapshot. What is published and recorded is never
changed, so that loading takes over the versions of the one before and reads the new.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlalchemy import Engine
from sqlmodel import Session, SQLModel, col, select

from registry.catalogue.in_drafts import in_drafts
from registry.catalogue.shown_versions import Beside, shown_version, with_status
from registry.catalogue.snapshot import ShownVersion, Snapshot
from registry.catalogue.stored_rows import rows_by_version
from registry.catalogue.vocabulary import Vocabulary
from registry.clock import Moment
from registry.language.sorting import danish_key
from registry.models import (
    RECORDS,
    Agreement,
    Choice,
    ContactPoint,
    HealthAgreement,
    Organisation,
    Party,
    Record,
    Relation,
    State,
    Term,
    Version,
)
from registry.rules.fields import Scheme
from registry.storage.db import reading

R = TypeVar("R", bound=Record)
T = TypeVar("T", bound=SQLModel)
# So many versions are asked for by their ids at a time; of more, everything is read.
AT_ONCE = 500


@dataclass(frozen=True)
class LoadedSnapshot:
    """A snapshot, and what the next loading may take over from it.

    `database`: which one was read. `basis`: what the rows were made with beside
    themselves. `versions`: by their ids.
    """

    snapshot: Snapshot
    database: str = ""
    basis: object = None
    versions: Mapping[int, ShownVersion] = field(default_factory=dict)


def standing(records: Iterable[R]) -> list[R]:
    """Records less those that another corrects, and less the void ones."""
    listed = list(records)
    corrected = {record.corrects for record in listed if record.corrects}
    return [r for r in listed if r.ref not in corrected and not r.void]


def load_snapshot(
    engine: Engine,
    moment: Moment,
    *,
    fingerprint: str,
    database: str,
    before: LoadedSnapshot | None = None,
) -> LoadedSnapshot:
    """What the catalogue shows at the moment. `before`: an earlier one; one of
    another database is not used.
    """
    with reading(engine) as session:
        choices = _recorded(session, Choice, moment)
        beside = Beside(
            on=moment.pr,
            health={h.slug: h for h in _recorded(session, HealthAgreement, moment)},
            organisations={o.slug: o for o in _recorded(session, Organisation, moment)},
            records={
                kind: standing(_recorded(session, kind, moment)) for kind in RECORDS
            },
            sectors={c.key: c.sector for c in choices if c.scheme == Scheme.ACTORS},
        )
        basis = _basis(beside)

        usable = before and (before.database, before.basis) == (database, basis)
        known = before.versions if before and usable else {}
        versions = _read_versions(session, moment, beside, known)

        snapshot = Snapshot(
            moment=moment,
            agreements=with_status(versions, beside),
            health_agreements=dict(sorted(beside.health.items())),
            organisations=beside.organisations,
            vocabulary=Vocabulary(choices),
            terms={term.key: term for term in _terms(session, moment)},
            records=beside.records,
            contact_points=_contact_points(session, moment),
            fingerprint=fingerprint,
            in_drafts=in_drafts(session, moment),
        )

    listed = (version for of in versions.values() for version in of)
    by_id = {version.version.id or 0: version for version in listed}
    return LoadedSnapshot(snapshot, database, basis, by_id)


def _basis(beside: Beside) -> object:
    """All that a shown version is made with beside what is stored of it."""
    return (
        {o.id for o in beside.organisations.values()},
        {h.id for h in beside.health.values()},
        beside.sectors,
        beside.rekeyed,
        beside.confirmed,
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
    return list(
        {(point.organisation, point.function): point for point in listed}.values()
    )


def _read_versions(
    session: Session,
    moment: Moment,
    beside: Beside,
    known: Mapping[int, ShownVersion],
) -> dict[str, list[ShownVersion]]:
    published = select(Version.id, Version.agreement_id, Version.number).where(
        col(Version.state) == State.PUBLISHED
    )
    if moment.vist is not None:
        published = published.where(col(Version.recorded_at) <= moment.vist)
    listed = list(session.exec(published.order_by(col(Version.number))))
    slugs = {a.id: a.slug for a in session.exec(select(Agreement))}

    missing = {i: slugs[of] for i, of, _ in listed if i is not None and i not in known}
    new = _new_versions(session, missing, beside)
    versions: dict[str, list[ShownVersion]] = defaultdict(list)
    for version_id, agreement_id, _ in listed:
        if version_id is not None:
            shown = known.get(version_id) or new[version_id]
            versions[slugs[agreement_id]].append(shown)

    return versions


def _new_versions(
    session: Session, slugs: Mapping[int, str], beside: Beside
) -> dict[int, ShownVersion]:
    """The versions of these ids, with what hangs on them, each under its agreement's
    name.
    """
    if not slugs:
        return {}
    rows = rows_by_version(session, slugs, AT_ONCE)
    parties = _by_version(session, Party, Party.id, slugs)
    relations = _by_version(session, Relation, Relation.id, slugs)

    made = {}
    for version in _of_ids(session, Version, Version.id, Version.id, slugs):
        own = version.id or 0
        of_version = (rows.get(own, ()), parties[own], relations[own])
        made[own] = shown_version(slugs[own], version, *of_version, beside)
    return made


def _by_version(
    session: Session, model: type[T], order: Any, ids: Collection[int]
) -> dict[int, list[T]]:
    by_version: dict[int, list[T]] = defaultdict(list)
    owner: Any = model.version_id  # type: ignore[attr-defined]
    for item in _of_ids(session, model, owner, order, ids):
        by_version[item.version_id].append(item)  # type: ignore[attr-defined]
    return by_version


def _of_ids(
    session: Session, model: type[T], column: Any, order: Any, ids: Collection[int]
) -> Iterator[T]:
    """What has one of the ids in the column; of very many, everything is read, and what
    is not asked for passed over.
    """
    query = select(model).order_by(order)
    if len(ids) <= AT_ONCE:
        query = query.where(column.in_(sorted(ids)))
    yield from (i for i in session.exec(query) if getattr(i, column.key) in ids)
