"""What the catalogue shows at a moment: rows, versions, agreements, words. Read, never
written.

The copy for bad days makes one of its own in the reader's browser, where there are no
tables: those are named here for the types alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from registry.catalogue.vocabulary import Vocabulary
from registry.errors import NotFound
from registry.language.holding import holds_on, last_day_of
from registry.language.sorting import danish_key
from registry.rules.fields import VOCABULARIES, Scheme
from registry.rules.organisations import MUNICIPALITY
from registry.rules.status import ANSWERING, StatusOn

if TYPE_CHECKING:
    from registry.catalogue.in_drafts import InDraft
    from registry.clock import Moment
    from registry.models import (
        ContactPoint,
        HealthAgreement,
        Organisation,
        Party,
        Record,
        Relation,
        Snitflade,
        Term,
        Version,
    )

R = TypeVar("R", bound="Record")


@dataclass(frozen=True, eq=False)
class Row:
    """A snitflade as it stands in the version shown."""

    agreement: str
    version: int
    snitflade: Snitflade
    task_key: str
    confirmed: bool
    facets: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def id(self) -> str:
        """Its address: the agreement and the key that stays through its versions."""
        return f"{self.agreement}.{self.snitflade.key}"


@dataclass(frozen=True, eq=False)
class ShownVersion:
    """One published version with what hangs on it."""

    slug: str
    version: Version
    in_force_from: date
    rows: tuple[Row, ...]
    parties: tuple[Party, ...]
    relations: tuple[Relation, ...]

    @property
    def number(self) -> int:
        """Its number, from 1; 0 for a draft that has none yet."""
        return self.version.number or 0

    def parties_in_role(self, role: str) -> list[str]:
        """The organisations that are parties in the role, in their order."""
        return [party.organisation for party in self.parties if party.role == role]


@dataclass(frozen=True, eq=False)
class ShownAgreement:
    """An agreement at a moment: all its versions recorded by then, and its status on
    the date.
    """

    slug: str
    versions: tuple[ShownVersion, ...]
    status: StatusOn

    @property
    def shown(self) -> ShownVersion:
        """The version in force on the date; before any is, the first to come."""
        number = self.status.version
        if number is None:
            return min(self.versions, key=lambda v: (v.in_force_from, v.number))
        return self.number(number)

    @property
    def answers(self) -> bool:
        """Whether it answers on the date, so that its rows hold."""
        return self.status.status in ANSWERING

    def number(self, number: int) -> ShownVersion:
        """The version of that number. Raises NotFound."""
        for version in self.versions:
            if version.number == number:
                return version
        raise NotFound(f"Aftalen har ingen udgave {number}.")


@dataclass(frozen=True, eq=False)
class Snapshot:
    """Everything the catalogue shows at a moment. `in_drafts`: by the mark of the
    finding.
    """

    moment: Moment
    agreements: Mapping[str, ShownAgreement]
    health_agreements: Mapping[str, HealthAgreement]
    organisations: Mapping[str, Organisation]
    vocabulary: Vocabulary
    terms: Mapping[str, Term]
    records: Mapping[type[Record], Sequence[Record]]
    contact_points: Sequence[ContactPoint]
    fingerprint: str
    in_drafts: Mapping[str, InDraft] = field(default_factory=dict)

    @cached_property
    def kept(self) -> dict[object, dict[object, Any]]:
        """What was made from it, by what made it: see `kept_with_snapshot`."""
        return {}

    @cached_property
    def size(self) -> int:
        """How many rows it holds, of all versions: what its memory goes by."""
        versions = [v for a in self.agreements.values() for v in a.versions]
        return sum(len(version.rows) for version in versions)

    def agreement(self, slug: str) -> ShownAgreement:
        """Raises NotFound."""
        try:
            return self.agreements[slug]
        except KeyError:
            raise NotFound("Kataloget har ingen aftale med det navn.") from None

    def row(self, row_id: str) -> Row:
        """The row `<slug>.<key>` of the version shown. Raises NotFound."""
        slug, _, key = row_id.partition(".")
        for row in self.agreement(slug).shown.rows:
            if row.snitflade.key == key:
                return row
        raise NotFound("Kataloget har ingen snitflade med det navn.")

    @cached_property
    def answering_rows(self) -> tuple[Row, ...]:
        """The rows of every agreement that answers on the date."""
        return tuple(
            row
            for agreement in self.agreements.values()
            if agreement.answers
            for row in agreement.shown.rows
        )

    @cached_property
    def asked_rows(self) -> tuple[Row, ...]:
        """The answering rows but for those whose own last day has passed."""
        return tuple(
            row
            for row in self.answering_rows
            if (last := last_day_of(row.snitflade.situation)) is None
            or self.moment.pr <= last
        )

    @cached_property
    def holding_rows(self) -> tuple[Row, ...]:
        """The answering rows whose own first and last day have the date within them."""
        return tuple(
            row
            for row in self.answering_rows
            if holds_on(row.snitflade.situation, self.moment.pr)
        )

    @cached_property
    def answering_by_version(self) -> Mapping[tuple[int, str], Row]:
        """The rows that are asked, by the database id of their version and their
        key.
        """
        return {(r.snitflade.version_id, r.snitflade.key): r for r in self.asked_rows}

    @cached_property
    def answering_places(self) -> Mapping[str, tuple[int, str]]:
        """Where each row that is asked stands in `answering_by_version`, by its id."""
        return {row.id: at for at, row in self.answering_by_version.items()}

    @cached_property
    def answering_versions(self) -> frozenset[int]:
        """The database ids of the versions that answer on the date."""
        return frozenset(
            version_id
            for agreement in self.agreements.values()
            if agreement.answers
            and (version_id := agreement.shown.version.id) is not None
        )

    @cached_property
    def known_keys(self) -> Mapping[str, frozenset[str]]:
        """The keys that a text may name, by scheme."""
        known = {
            str(scheme): frozenset(self.vocabulary.schemes[scheme])
            for scheme in VOCABULARIES
        }

        known[Scheme.ORGANISATIONS] = frozenset(self.organisations)
        known[Scheme.HEALTH_AGREEMENTS] = frozenset(self.health_agreements)
        known[Scheme.AGREEMENTS] = frozenset(self.agreements)
        known[Scheme.PLACES] = (
            known[Scheme.ORGANISATIONS] | known[Scheme.PLANNING_AREAS]
        )

        return known

    def sorted_agreements(self) -> list[ShownAgreement]:
        """All agreements in Danish alphabetical order of their titles."""
        return list(self._in_order)

    @cached_property
    def _in_order(self) -> tuple[ShownAgreement, ...]:
        listed = self.agreements.values()
        return tuple(sorted(listed, key=lambda a: danish_key(a.shown.version.title)))

    def records_of(self, kind: type[R], slug: str) -> list[R]:
        """An agreement's standing records of one kind, oldest effect first."""
        records = self._records_by_agreement.get((kind, slug), ())
        return [record for record in records if isinstance(record, kind)]

    @cached_property
    def _records_by_agreement(self) -> Mapping[tuple[type[Record], str], list[Record]]:
        by_agreement: dict[tuple[type[Record], str], list[Record]] = {}
        for kind, records in self.records.items():
            for record in sorted(records, key=lambda r: (r.effective_on, r.id or 0)):
                owner = (kind, getattr(record, "agreement", ""))
                by_agreement.setdefault(owner, []).append(record)
        return by_agreement

    def organisation_name(self, slug: str) -> str:
        """The organisation's name, or what stands for it where it is not recorded."""
        organisation = self.organisations.get(slug)
        return organisation.name if organisation else slug

    def label(self, scheme: Scheme | str | None, key: str) -> str:
        """The Danish label of a key of any scheme."""
        if scheme == Scheme.HEALTH_AGREEMENTS:
            health = self.health_agreements.get(key)
            return health.title if health else key
        if scheme == Scheme.ORGANISATIONS:
            return self.organisation_name(key)

        if scheme == Scheme.PLACES:
            if key in self.organisations:
                return self.organisation_name(key)
            return self.label(Scheme.PLANNING_AREAS, key)

        if scheme is None or scheme == Scheme.AGREEMENTS:
            agreement = self.agreements.get(key)
            return agreement.shown.version.title if agreement else key

        return self.vocabulary.label(str(scheme), key)

    @cached_property
    def successors(self) -> Mapping[str, Sequence[str]]:
        """The organisations that take each one's place, by its slug."""
        taken: dict[str, list[str]] = {}
        for record in (r for some in self.records.values() for r in some):
            for slug in getattr(record, "predecessors", ()):
                taken.setdefault(slug, []).extend(getattr(record, "successors", ()))
        return taken

    def municipalities(self) -> list[Organisation]:
        """All municipalities in Danish alphabetical order."""
        listed = [o for o in self.organisations.values() if o.kind == MUNICIPALITY]
        return sorted(listed, key=lambda o: danish_key(o.name))

    def concerns(self, version: ShownVersion, municipality: str | None) -> bool:
        """Whether an agreement applies in a municipality: local ones only in those that
        take part.

        Without a municipality every agreement does.
        """
        named = {p.organisation for p in version.parties}
        local = {slug for slug in named if self.is_municipality(slug)}
        return not (municipality and local) or municipality in local

    def is_municipality(self, slug: str) -> bool:
        """Whether it is recorded as one."""
        organisation = self.organisations.get(slug)
        return organisation is not None and organisation.kind == MUNICIPALITY

    def contacts(self, slug: str) -> list[ContactPoint]:
        """Where the organisation can be reached."""
        return [point for point in self.contact_points if point.organisation == slug]
