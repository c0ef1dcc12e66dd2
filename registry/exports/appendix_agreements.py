"""What an appendix says of one agreement: gathered once, then written as text, data and
table.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from registry.catalogue import addresses, facets
from registry.catalogue.adoption_progress import progress_of
from registry.catalogue.agreement_words import (
    adoption_sentences,
    exactly,
    known_date,
    known_from,
    precision_of,
    signed_reason,
    since,
    status_sentences,
)
from registry.catalogue.snapshot import Row, ShownAgreement, ShownVersion, Snapshot
from registry.catalogue.told import told, told_each, told_in
from registry.exports.request import NARROWING, AppendixRequest
from registry.exports.selection import Selection
from registry.language.dates import danish_date
from registry.language.sorting import danish_key
from registry.models import Adoption, Confirmation, Continuation, Decision, Record
from registry.records.kinds import DECISION_LABELS
from registry.rules.fields import (
    ROW_FIELDS,
    THREE_FIELDS,
    VERSION_FIELDS_BY_NAME,
    Scheme,
)
from registry.rules.row_listing import UNCONFIRMED
from registry.rules.status import Status
from registry.rules.version_content import digest

WITHOUT_FOCUS = "Uden fokusområde"
UNCONFIRMED_ROW = UNCONFIRMED
# A row's fields in an appendix; what is not named is in the catalogue.
APPENDIX_ROW_FIELDS = tuple(f for f in ROW_FIELDS if f.column and not f.apart)
KIND = VERSION_FIELDS_BY_NAME["kind"]
FOCUS_AREAS = VERSION_FIELDS_BY_NAME["focus_areas"]
MADE_UNDER = VERSION_FIELDS_BY_NAME["made_under"]
NOT_IN_FINGERPRINT = frozenset({"id", "recorded_by"})


@dataclass(frozen=True)
class AppendixField:
    """One of the three fields. `reason`: signed by the approver, where it has no
    answer.
    """

    name: str
    label: str
    text: str
    reason: str


class PartyDecision(NamedTuple):
    """One party's decision on the version."""

    organisation: str
    decision: str
    on: date
    reference: str


@dataclass(frozen=True)
class AppendixAgreement:
    """One agreement as the appendix has it, every key in Danish.

    `in_force_from`: as far as it is known, 2022-02-01, 2022-02 or 2022; else empty.
    `date_precision` says how exactly that is, `since` the same in words. `why`: for one
    that is unsettled, what is open; else empty. `counted_from`: the day that an unknown
    one is counted from, the first of the period of `made_under`; else None. `parties`:
    role and names. `decided_exactly`: how exactly the day of `continuation` is known.
    `changed`: when the last of what it rests on was recorded.
    """

    slug: str
    title: str
    kind: str
    focus_areas: tuple[str, ...]
    version: int
    status: Status
    why: str
    in_force_from: str
    date_precision: str
    since: str
    counted_from: date | None
    made_under: str
    date_confirmed: bool
    parties: tuple[tuple[str, tuple[str, ...]], ...]
    adoption: str
    decisions: tuple[PartyDecision, ...]
    fields: tuple[AppendixField, ...]
    legal_basis: tuple[str, ...]
    address: str
    rows: tuple[Row, ...]
    continuation: Continuation | None
    decided_exactly: str
    illustrative: bool
    changed: datetime
    fingerprint: str
    records: tuple[Record, ...]

    @property
    def focus(self) -> str:
        """The focus area it stands under: the first of those it has."""
        return self.focus_areas[0] if self.focus_areas else WITHOUT_FOCUS

    @property
    def is_decided(self) -> bool:
        """Whether it is decided what becomes of it."""
        record = self.continuation
        return record is not None and record.decision != Decision.UNSETTLED

    @property
    def decided(self) -> str:
        """What is decided of it under the health agreement, from when, and whether a
        source confirms it.
        """
        record = self.continuation
        if record is None:
            return "Ikke besluttet"
        label = dict(DECISION_LABELS)[record.decision].capitalize()
        mark = "" if record.confirmed else f" ({UNCONFIRMED_ROW})"
        since = danish_date(record.effective_on, self.decided_exactly)
        return f"{label} fra {since}{mark}"


def agreements_of(
    selection: Selection,
    agreements: Iterable[ShownAgreement],
    request: AppendixRequest,
    public_url: str,
) -> list[AppendixAgreement]:
    """What it says of each, in the order of an appendix: kind, focus area, title."""
    gathered = [
        _gathered(selection, agreement, request, public_url) for agreement in agreements
    ]
    return sorted(gathered, key=_place)


def row_texts(snapshot: Snapshot, row: Row) -> list[str]:
    """A row's APPENDIX_ROW_FIELDS as text."""
    return [told_in(snapshot, row, field) for field in APPENDIX_ROW_FIELDS]


def fingerprint(
    request: AppendixRequest, agreements: Sequence[AppendixAgreement]
) -> str:
    """SHA-256 over the versions and records of the agreements, as 64 hex digits.

    It does not depend on how much of them is shown, or in what format. A list that is
    narrowed has one of its own, also where it holds the same agreements: its rows are
    fewer. That of a whole list is what it was before narrowed ones had their own.
    """
    narrowed = {
        p.name: value for p, _ in NARROWING if (value := getattr(request, p.name))
    }

    return digest(
        {
            **({"narrowed_to": narrowed} if narrowed else {}),
            "health_agreement": request.health_agreement,
            "pr": request.moment.pr,
            "versions": sorted(
                [e.slug, str(e.version), e.fingerprint] for e in agreements
            ),
            "records": sorted(
                digest(record.model_dump(exclude=set(NOT_IN_FINGERPRINT)))
                for agreement in agreements
                for record in agreement.records
            ),
        }
    )


def parties_of(
    snapshot: Snapshot, shown: ShownVersion
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The parties' names by role, in the vocabulary's order of roles."""
    roles = snapshot.vocabulary.schemes[Scheme.PARTY_ROLES]
    return tuple(
        (choice.label, tuple(snapshot.organisation_name(slug) for slug in slugs))
        for role, choice in roles.items()
        if (slugs := shown.parties_in_role(role))
    )


def decided_of(snapshot: Snapshot, record: Adoption) -> PartyDecision:
    """A party's decision, its name in words."""
    name = snapshot.organisation_name(record.organisation)
    return PartyDecision(name, record.decision, record.effective_on, record.reference)


def _gathered(
    selection: Selection,
    agreement: ShownAgreement,
    request: AppendixRequest,
    public_url: str,
) -> AppendixAgreement:
    snapshot, shown = selection.snapshot, agreement.shown
    version = shown.version
    continuation = selection.decision(agreement.slug)
    adoptions = progress_of(snapshot, shown).decisions
    records = _records(snapshot, shown, continuation, adoptions)
    place = {"municipality": request.municipality}

    return AppendixAgreement(
        slug=agreement.slug,
        title=version.title,
        kind=told(snapshot, KIND, version.kind),
        focus_areas=tuple(told_each(snapshot, FOCUS_AREAS, version.focus_areas)),
        version=shown.number,
        status=agreement.status.status,
        why=_why(snapshot, agreement, continuation),
        in_force_from=known_date(version),
        date_precision=precision_of(version),
        since=since(snapshot, shown),
        counted_from=_counted_from(shown),
        made_under=told(snapshot, MADE_UNDER, version.made_under),
        date_confirmed=version.date_confirmed,
        parties=parties_of(snapshot, shown),
        adoption=" ".join(adoption_sentences(snapshot, shown)),
        decisions=tuple(decided_of(snapshot, record) for record in adoptions),
        fields=fields_of(shown),
        legal_basis=tuple(version.legal_basis),
        address=addresses.lasting_version(public_url, agreement.slug, shown.number),
        rows=tuple(facets.narrow(snapshot, shown.rows, place)),
        continuation=continuation,
        decided_exactly=exactly(snapshot, continuation) if continuation else "",
        illustrative=version.illustrative,
        changed=max([version.recorded_at, *(record.recorded_at for record in records)]),
        fingerprint=version.fingerprint,
        records=records,
    )


def fields_of(shown: ShownVersion) -> tuple[AppendixField, ...]:
    """The three fields with the reasons signed for them."""
    version = shown.version
    return tuple(
        AppendixField(
            f.name, f.label, getattr(version, f.name), signed_reason(version, f.name)
        )
        for f in THREE_FIELDS
    )


def _counted_from(shown: ShownVersion) -> date | None:
    is_counted = known_from(shown.version) is None and shown.version.made_under
    return shown.in_force_from if is_counted else None


def _why(
    snapshot: Snapshot, agreement: ShownAgreement, continuation: Continuation | None
) -> str:
    """Why it is unsettled: by its status, and by the decision's own reason."""
    said = []
    if agreement.status.status is Status.UNSETTLED:
        said += [status_sentences(snapshot, agreement)]
    if continuation is not None and continuation.decision == Decision.UNSETTLED:
        said += [continuation.reason]
    return " ".join(part for part in said if part)


def _records(
    snapshot: Snapshot,
    shown: ShownVersion,
    continuation: Continuation | None,
    adoptions: Sequence[Adoption],
) -> tuple[Record, ...]:
    """The records that the agreement rests on."""
    confirmed = [
        record
        for record in snapshot.records_of(Confirmation, shown.slug)
        if record.version == shown.number
    ]
    return (*([continuation] if continuation else ()), *adoptions, *confirmed)


def _place(agreement: AppendixAgreement) -> tuple[Any, ...]:
    """By kind and focus area in Danish order, those without focus area last."""
    focus = (not agreement.focus_areas, danish_key(agreement.focus))
    return (
        danish_key(agreement.kind),
        *focus,
        danish_key(agreement.title),
        agreement.slug,
    )
