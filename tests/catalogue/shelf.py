"""A catalogue to put things on, a version or a record at a time."""

from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from sqlalchemy import Engine
from sqlmodel import SQLModel, select

from registry.catalogue.queries import Catalogue
from registry.catalogue.snapshot import Snapshot
from registry.clock import Moment
from registry.models import (
    Agreement,
    HealthAgreement,
    Organisation,
    Record,
    Snitflade,
    Version,
)
from tests.storage.immutable_rows import publish, version_of
from tests.storage.unwatched import transaction

EARLY = datetime(2026, 1, 10, tzinfo=UTC)
LATE = datetime(2026, 6, 10, tzinfo=UTC)
BETWEEN = datetime(2026, 3, 1, tzinfo=UTC)
TODAY = date(2026, 12, 1)
numbers = count(1)


class Shelf:
    """A catalogue, and short ways to put things into it."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.catalogue = Catalogue(engine)

    def add(self, *rows: SQLModel) -> None:
        with transaction(self.engine) as session:
            session.add_all(rows)

    def draft(
        self, slug: str, *children: dict[str, Any] | SQLModel, **fields: Any
    ) -> int:
        """A draft of the agreement; dicts are its rows, other children are taken as
        they are.
        """
        with transaction(self.engine) as session:
            agreement = session.exec(
                select(Agreement).where(Agreement.slug == slug)
            ).first()
            if agreement is None:
                agreement = Agreement(slug=slug)
                session.add(agreement)
                session.flush()
            number = (
                len(
                    session.exec(
                        select(Version.id).where(Version.agreement_id == agreement.id)
                    ).all()
                )
                + 1
            )
            begins = {"in_force_from": date(2020, 1, 1), "recorded_at": EARLY}
            version = version_of(agreement.id, **{"number": number, **begins, **fields})
            session.add(version)
            session.flush()
            for position, child in enumerate(children):
                row = row_of(position, **child) if isinstance(child, dict) else child
                row.version_id = version.id
                session.add(row)
            session.flush()
            return version.id

    def publish(
        self, slug: str, *children: dict[str, Any] | SQLModel, **fields: Any
    ) -> int:
        """A published version of the agreement, numbered after those before it."""
        version_id = self.draft(slug, *children, **fields)
        with transaction(self.engine) as session:
            publish(session, version_id)
        return version_id

    def at(self, pr: date = TODAY, vist: datetime | None = None) -> Snapshot:
        return self.catalogue.at(Moment(pr, vist))


def row_of(position: int, key: str, **fields: Any) -> Snitflade:
    given = {"task_key": "opgave", "task": "Opgave", "phase": "akut", **fields}
    return Snitflade(position=position, key=key, **given)


def record(kind: type[Record], **fields: Any) -> Record:
    """A record in effect from 1 January 2026, recorded early, with a name of its
    own.
    """
    shape = {
        "ref": f"r{next(numbers)}",
        "effective_on": date(2026, 1, 1),
        "recorded_at": EARLY,
    }
    return kind(**{**shape, **fields})


def health(
    slug: str, start: date, end: date, recorded_at: datetime = EARLY
) -> HealthAgreement:
    return HealthAgreement(
        slug=slug,
        title=slug,
        period_start=start,
        period_end=end,
        recorded_at=recorded_at,
    )


def municipality(slug: str, *areas: str, **fields: Any) -> Organisation:
    fields = {"kind": "kommune", "recorded_at": EARLY, **fields}
    return Organisation(
        slug=slug, name=f"{slug} Kommune", planning_areas=list(areas), **fields
    )
