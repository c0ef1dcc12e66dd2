"""What the catalogue shows at a moment: rows, versions, agreements, words. Read, never written."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar

from registry.clock import Moment
from registry.errors import NotFound
from registry.fields import VOCABULARIES, Scheme
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
    Word,
)
from registry.sorting import danish_key
from registry.status import ANSWERING, StatusOn

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, eq=False)
class Row:
    """A snitflade as it stands in the version shown."""

    agreement: str
    version: int
    snitflade: Snitflade
    task_key: str
    confirmed: bool
    facets: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def id(self) -> str:
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
        return self.version.number or 0

    def parties_in_role(self, role: str) -> list[str]:
        return [party.organisation for party in self.parties if party.role == role]


@dataclass(frozen=True, eq=False)
class ShownAgreement:
    """An agreement at a moment: all its versions recorded by then, and its status on the date."""

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
        return self.status.status in ANSWERING

    def number(self, number: int) -> ShownVersion:
        """The version of that number. Raises NotFound."""
        for version in self.versions:
            if version.number == number:
                return version
        raise NotFound(f"Aftalen har ingen udgave {number}.")


class Vocabulary:
    """The words of every scheme, as last recorded by a moment."""

    def __init__(self, words: Iterable[Word]) -> None:
        latest = {(word.scheme, word.key): word for word in words}
        self.schemes: dict[str, dict[str, Word]] = {scheme.value: {} for scheme in VOCABULARIES}
        for word in sorted(latest.values(), key=lambda w: (w.position, w.key)):
            self.schemes.setdefault(word.scheme, {})[word.key] = word

    def label(self, scheme: str, key: str) -> str:
        """The word's label, or its key where the word was not yet recorded."""
        word = self.schemes.get(scheme, {}).get(key)
        return word.label if word else key

    def labels(self, scheme: str, keys: Iterable[str]) -> list[str]:
        return [self.label(scheme, key) for key in keys]

    def has(self, scheme: str, key: str) -> bool:
        return key in self.schemes.get(scheme, {})


@dataclass(frozen=True, eq=False)
class Snapshot:
    """Everything the catalogue shows at a moment."""

    moment: Moment
    agreements: Mapping[str, ShownAgreement]
    health_agreements: Mapping[str, HealthAgreement]
    organisations: Mapping[str, Organisation]
    vocabulary: Vocabulary
    terms: Mapping[str, Term]
    records: Mapping[type[Record], Sequence[Record]]
    contact_points: Sequence[ContactPoint]
    fingerprint: str

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
    def answering_by_version(self) -> Mapping[tuple[int, str], Row]:
        """The answering rows by the database id of their version, and their key."""
        return {(r.snitflade.version_id, r.snitflade.key): r for r in self.answering_rows}

    @cached_property
    def answering_versions(self) -> frozenset[int]:
        """The database ids of the versions that answer on the date."""
        return frozenset(
            version_id
            for agreement in self.agreements.values()
            if agreement.answers and (version_id := agreement.shown.version.id) is not None
        )

    @cached_property
    def known_keys(self) -> Mapping[str, frozenset[str]]:
        """The keys that a text may name, by scheme."""
        known = {str(scheme): frozenset(self.vocabulary.schemes[scheme]) for scheme in VOCABULARIES}
        known[Scheme.ORGANISATIONS] = frozenset(self.organisations)
        known[Scheme.HEALTH_AGREEMENTS] = frozenset(self.health_agreements)
        known[Scheme.AGREEMENTS] = frozenset(self.agreements)
        known[Scheme.PLACES] = known[Scheme.ORGANISATIONS] | known[Scheme.PLANNING_AREAS]
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
        found = self._records_by_agreement.get((kind, slug), ())
        return [record for record in found if isinstance(record, kind)]

    @cached_property
    def _records_by_agreement(self) -> Mapping[tuple[type[Record], str], Sequence[Record]]:
        found: dict[tuple[type[Record], str], list[Record]] = {}
        for kind, records in self.records.items():
            for record in sorted(records, key=lambda r: (r.effective_on, r.id or 0)):
                found.setdefault((kind, getattr(record, "agreement", "")), []).append(record)
        return found

    def organisation_name(self, slug: str) -> str:
        organisation = self.organisations.get(slug)
        return organisation.name if organisation else slug

    def label(self, scheme: Scheme | str | None, key: str) -> str:
        """The Danish label of a key of any scheme."""
        if scheme == Scheme.HEALTH_AGREEMENTS:
            found = self.health_agreements.get(key)
            return found.title if found else key
        if scheme == Scheme.ORGANISATIONS:
            return self.organisation_name(key)
        if scheme == Scheme.PLACES:
            place = Scheme.PLANNING_AREAS if key not in self.organisations else None
            return self.organisation_name(key) if place is None else self.label(place, key)
        if scheme is None or scheme == Scheme.AGREEMENTS:
            agreement = self.agreements.get(key)
            return agreement.shown.version.title if agreement else key
        return self.vocabulary.label(str(scheme), key)

    def municipalities(self) -> list[Organisation]:
        found = [o for o in self.organisations.values() if o.kind == "kommune"]
        return sorted(found, key=lambda o: danish_key(o.name))

    def concerns(self, version: ShownVersion, municipality: str | None) -> bool:
        """Whether an agreement applies in a municipality: local ones only in those that take part.

        Without a municipality every agreement does.
        """
        named = {p.organisation for p in version.parties}
        local = {slug for slug in named if self._is_municipality(slug)}
        return not (municipality and local) or municipality in local

    def _is_municipality(self, slug: str) -> bool:
        return slug in self.organisations and self.organisations[slug].kind == "kommune"

    def contacts(self, slug: str) -> list[ContactPoint]:
        return [point for point in self.contact_points if point.organisation == slug]
