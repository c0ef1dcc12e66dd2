"""What the catalogue holds at a moment. Every reader asks here; nothing here writes.

A Snapshot is read whole, is immutable, and is kept while the database stands as it
stood.
"""

import threading
from collections import OrderedDict, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Engine, text
from sqlmodel import Session, SQLModel, col, select

from registry.catalogue.in_drafts import in_drafts
from registry.catalogue.shown import Beside, shown_version, with_status
from registry.catalogue.snapshot import ShownVersion, Snapshot
from registry.catalogue.vocabulary import Vocabulary
from registry.clock import Moment, today
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
    Snitflade,
    State,
    Term,
    Version,
)
from registry.rules.fields import Scheme
from registry.storage.db import reading
from registry.storage.triggers import CATALOGUE_RECORDS

R = TypeVar("R", bound=Record)
T = TypeVar("T", bound=SQLModel)
# The newest snapshots stay in memory, never more rows than these: one row with all that
# hangs on it takes some 14 kB, so they are about 90 MB together.
KEPT_SNAPSHOTS, KEPT_ROWS = 16, 6500
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
            self._forget()

        return snapshot

    def _forget(self) -> None:
        """Let the oldest go. The newest stays, however large."""
        rows = sum(snapshot.size for snapshot in self._kept.values())
        while len(self._kept) > 1 and (
            len(self._kept) > KEPT_SNAPSHOTS or rows > KEPT_ROWS
        ):
            rows -= self._kept.popitem(last=False)[1].size

    def today(self) -> Snapshot:
        return self.at(Moment(today()))


# Table names come from a constant, never from a user.
_FINGERPRINT = "SELECT " + " || '.' || ".join(
    [
        *(
            f"(SELECT coalesce(max(id), 0) || '-' || count(*) FROM {table})"
            for table in CATALOGUE_RECORDS
        ),
        "(SELECT coalesce(max(id), 0) || '-' || count(*) || '-' || coalesce(sum(id), "
        "0) FROM version WHERE state = 'published')",
        # The findings of a draft that is withdrawn wait again.
        "(SELECT count(*) FROM finding_draft f JOIN version v ON v.id = f.version_id "
        "WHERE v.state = 'withdrawn')",
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
        versions = _read_versions(session, moment, beside)
        return Snapshot(
            moment=moment,
            agreements=with_status(versions, beside),
            health_agreements=dict(sorted(beside.health.items())),
            organisations=beside.organisations,
            vocabulary=Vocabulary(choices),
            terms={term.key: term for term in _terms(session, moment)},
            records=beside.records,
            contact_points=_contact_points(session, moment),
            fingerprint="",
            in_drafts=in_drafts(session, moment),
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
    session: Session, moment: Moment, beside: Beside
) -> dict[str, list[ShownVersion]]:
    slugs = {
        agreement.id: agreement.slug for agreement in session.exec(select(Agreement))
    }

    parties = _by_version(session, Party, Party.id)
    relations = _by_version(session, Relation, Relation.id)
    rows = _by_version(session, Snitflade, Snitflade.position)

    published = select(Version).where(col(Version.state) == State.PUBLISHED)
    if moment.vist is not None:
        published = published.where(col(Version.recorded_at) <= moment.vist)

    versions: dict[str, list[ShownVersion]] = defaultdict(list)
    for version in session.exec(published.order_by(col(Version.number))):
        slug = slugs[version.agreement_id]
        of_version = (rows[version.id], parties[version.id], relations[version.id])
        versions[slug].append(shown_version(slug, version, *of_version, beside))

    return versions


def _by_version(
    session: Session, model: type[T], order: Any
) -> dict[int | None, list[T]]:
    by_version: dict[int | None, list[T]] = defaultdict(list)
    for item in session.exec(select(model).order_by(order)):
        by_version[item.version_id].append(item)  # type: ignore[attr-defined]
    return by_version
