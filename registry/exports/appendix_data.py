"""The appendix as data for other programs, and as a table for spreadsheets."""

from collections.abc import Iterator
from typing import Any

from registry.exports.appendix_text import change_lines, narrowed_to, statement, told
from registry.exports.entries import ROW_COLUMNS, Entry, row_texts
from registry.exports.findings import Findings
from registry.fields import THREE_FIELDS, Kind, Scheme
from registry.in_words import field_labels, field_text
from registry.models import Continuation
from registry.snapshot import Row, ShownAgreement, Snapshot

Json = dict[str, Any]
CONTINUED, UNSETTLED, UNDECIDED = "videreføres", "afklares", "ikke besluttet"
LINE, PART, ROW = "Linje", "Afsnit", "Snitflade"
NAMED = (PART, "Navn", "Aftale", "Udgave", "Status")
SHORT_COLUMNS = (
    *(LINE, *NAMED, "Aftaletype", "Fokusområder"),
    *("I kraft fra", "Dato bekræftet", "Hvad er uafklaret", "Adresse"),
)
FULL_COLUMNS = ("Vedtagelse", "Parternes beslutninger", "Lovgrundlag")
FIELD_COLUMNS = tuple(field.label for field in THREE_FIELDS)
ROWS_COLUMNS = (ROW, *(f"{ROW}: {field.label}" for field in ROW_COLUMNS), f"{ROW}: Bekræftet")


def data_of(found: Findings) -> Json:
    """Keys in English, what people read in Danish."""
    request, health = found.request, found.health_agreement
    selection = found.selection
    return {
        "health_agreement": {
            "slug": health.slug,
            "title": health.title,
            "period_start": health.period_start.isoformat(),
            "period_end": health.period_end.isoformat(),
        },
        "as_of": request.moment.pr.isoformat(),
        "recorded_at": request.moment.vist.isoformat() if request.moment.vist else None,
        "scope": "full" if request.full else "short",
        "narrowed_to": dict(narrowed_to(found)),
        "statement": statement(found),
        "total": len(found.continued),
        "items": [_entry(found, entry) for entry in found.continued],
        "unsettled": [_entry(found, entry) for entry in found.unsettled],
        "undecided": [_named(a) for a in selection.undecided],
        "not_asked": [_named(a) for a in selection.not_asked],
        "changes": _changes(found),
        "provenance": {
            "last_recorded_at": found.changed.isoformat(),
            "fingerprint": found.fingerprint,
            "illustrative": found.is_illustrative,
            "url": found.address,
        },
    }


def table_of(found: Findings) -> list[list[str]]:
    """A line for each agreement, and where rows are asked for, one for each row under it."""
    roles = [w.label for w in found.snapshot.vocabulary.schemes[Scheme.PARTY_ROLES].values()]
    columns = [
        *SHORT_COLUMNS,
        *((*roles, *FULL_COLUMNS, *FIELD_COLUMNS) if found.request.full else ()),
        *(ROWS_COLUMNS if found.request.rows else ()),
    ]
    lines = [[line.get(column, "") for column in columns] for line in _lines(found)]
    return [columns, *lines]


def _lines(found: Findings) -> Iterator[dict[str, str]]:
    for part, entries in ((CONTINUED, found.continued), (UNSETTLED, found.unsettled)):
        for entry in entries:
            line = _line(part, entry)
            yield line
            if found.request.rows:
                known = {column: line[column] for column in NAMED}
                yield from ({**known, **_row_line(found.snapshot, row)} for row in entry.rows)
    listed = {entry.slug for entry in found.entries}
    for agreement in found.selection.undecided:
        if agreement.slug not in listed:
            yield {LINE: "aftale", PART: UNDECIDED, **_named_line(agreement)}


def _line(part: str, entry: Entry) -> dict[str, str]:
    return {
        LINE: "aftale",
        PART: part,
        "Navn": entry.slug,
        "Aftale": entry.title,
        "Aftaletype": entry.kind,
        "Fokusområder": ", ".join(entry.focus_areas),
        "Udgave": str(entry.version),
        "Status": entry.status.value,
        "I kraft fra": entry.in_force_from.isoformat(),
        "Dato bekræftet": "ja" if entry.date_confirmed else "nej",
        "Hvad er uafklaret": entry.why,
        **{role: ", ".join(names) for role, names in entry.parties},
        "Vedtagelse": entry.adoption,
        "Parternes beslutninger": "; ".join(told(decided) for decided in entry.decisions),
        "Lovgrundlag": "; ".join(entry.legal_basis),
        **{field.label: field.text or field.reason for field in entry.fields},
        "Adresse": entry.address,
    }


def _named_line(agreement: ShownAgreement) -> dict[str, str]:
    return {
        "Navn": agreement.slug,
        "Aftale": agreement.shown.version.title,
        "Udgave": str(agreement.shown.number),
        "Status": agreement.status.status.value,
    }


def _row_line(snapshot: Snapshot, row: Row) -> dict[str, str]:
    told = zip(ROW_COLUMNS, row_texts(snapshot, row), strict=True)
    return {
        LINE: "snitflade",
        ROW: row.id,
        **{f"{ROW}: {field.label}": value for field, value in told},
        f"{ROW}: Bekræftet": "ja" if row.confirmed else "nej",
    }


def _entry(found: Findings, entry: Entry) -> Json:
    short: Json = {
        "slug": entry.slug,
        "title": entry.title,
        "kind": entry.kind,
        "focus_areas": list(entry.focus_areas),
        "version": entry.version,
        "status": entry.status.value,
        "why_unsettled": entry.why,
        "in_force_from": entry.in_force_from.isoformat(),
        "date_confirmed": entry.date_confirmed,
        "illustrative": entry.illustrative,
        "continuation": _continuation(entry.continuation),
        "fingerprint": entry.fingerprint,
        "url": entry.address,
    }
    if found.request.full:
        short |= _rest(entry)
    if found.request.rows:
        short["snitflader"] = [_row(found.snapshot, row) for row in entry.rows]
    return short


def _rest(entry: Entry) -> Json:
    """What only the full appendix has."""
    return {
        "parties": [{"role": role, "organisations": list(names)} for role, names in entry.parties],
        "adoption": entry.adoption,
        "adoptions": [
            {
                "organisation": decided.organisation,
                "decision": decided.decision,
                "effective_on": decided.on.isoformat(),
                "reference": decided.reference,
            }
            for decided in entry.decisions
        ],
        "legal_basis": list(entry.legal_basis),
        **{field.name: field.text for field in entry.fields},
        "signed_reasons": {f.name: f.reason for f in entry.fields if f.reason},
    }


def _continuation(record: Continuation | None) -> Json | None:
    if record is None:
        return None
    return {
        "decision": record.decision,
        "effective_on": record.effective_on.isoformat(),
        "source": record.source,
        "confirmed": record.confirmed,
    }


def _row(snapshot: Snapshot, row: Row) -> Json:
    return {
        "id": row.id,
        **{
            field.name: field_labels(snapshot, row, field)
            if field.kind is Kind.KEYS
            else field_text(snapshot, row, field)
            for field in ROW_COLUMNS
        },
        "confirmed": row.confirmed,
    }


def _named(agreement: ShownAgreement) -> Json:
    version = agreement.shown
    return {
        "slug": agreement.slug,
        "title": version.version.title,
        "version": version.number,
        "status": agreement.status.status.value,
    }


def _changes(found: Findings) -> Json | None:
    changes = found.changes
    if changes is None or found.request.since is None:
        return None
    return {
        "since": found.request.since.isoformat(),
        "added": [_named(a) for a in changes.added],
        "removed": [_named(a) for a in changes.removed],
        "renewed": [{**_named(a), "version_before": old.number} for a, old in changes.renewed],
        "lines": change_lines(found),
    }
