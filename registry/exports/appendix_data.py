"""The appendix as data for other programs, and as a table for spreadsheets."""

from collections.abc import Iterator
from typing import Any

from registry.catalogue.snapshot import Row, ShownAgreement, Snapshot
from registry.catalogue.told import told, told_each, told_in
from registry.documents.csv_text import NARROWED
from registry.exports.appendix_agreements import (
    APPENDIX_ROW_FIELDS,
    FOCUS_AREAS,
    KIND,
    AppendixAgreement,
    row_texts,
)
from registry.exports.appendix_content import AppendixContent
from registry.exports.appendix_sentences import (
    change_lines,
    decided_in_words,
    narrowed_to,
    statement,
)
from registry.exports.request import OWN_WORDS
from registry.language.dates import iso_date, iso_end
from registry.rules.fields import (
    DATE_PRECISIONS,
    ROW_FIELDS_BY_NAME,
    THREE_FIELDS,
    VERSION_FIELDS_BY_NAME,
    Kind,
    Scheme,
)

Json = dict[str, Any]
CONTINUED, UNSETTLED, UNDECIDED = "videreføres", "afklares", "ikke besluttet"
LINE, PART, ROW = "Linje", "Afsnit", "Snitflade"
WHY, DECISION = "Hvad er uafklaret", "Beslutning"
NAMED = (PART, "Navn", "Aftale", "Udgave", "Status")
BEGINS = VERSION_FIELDS_BY_NAME["in_force_from"]
PRECISION = VERSION_FIELDS_BY_NAME["date_precision"]
DATE_CONFIRMED = VERSION_FIELDS_BY_NAME["date_confirmed"]
BASIS = VERSION_FIELDS_BY_NAME["legal_basis"]
CONFIRMED = ROW_FIELDS_BY_NAME["confirmed"]
SHORT_COLUMNS = (
    *(LINE, *NAMED, KIND.label, FOCUS_AREAS.label),
    *(BEGINS.label, PRECISION.label, DATE_CONFIRMED.label),
    *(WHY, DECISION, "Adresse"),
)
FULL_COLUMNS = ("Vedtagelse", "Parternes beslutninger", BASIS.label)
FIELD_COLUMNS = tuple(field.label for field in THREE_FIELDS)
ROW_COLUMNS = (
    ROW,
    *(f"{ROW}: {field.label}" for field in APPENDIX_ROW_FIELDS),
    f"{ROW}: {CONFIRMED.label}",
)


def data_of(appendix: AppendixContent) -> Json:
    """Keys in English, what people read in Danish."""
    request, health = appendix.request, appendix.health_agreement
    selection = appendix.selection

    return {
        "health_agreement": {
            "slug": health.slug,
            "title": health.title,
            "period_start": iso_date(health.period_start, health.date_precision),
            "date_precision": dict(DATE_PRECISIONS)[health.date_precision],
            "period_end": iso_end(health.period_end, health.date_precision),
        },
        "as_of": request.moment.pr.isoformat(),
        "recorded_at": request.moment.vist.isoformat() if request.moment.vist else None,
        "scope": "full" if request.full else "short",
        **{p.name: getattr(request, p.name) for p in OWN_WORDS},
        "narrowed_to": dict(narrowed_to(appendix)),
        "statement": statement(appendix),
        "total": len(appendix.continued),
        "items": [_agreement(appendix, agreement) for agreement in appendix.continued],
        "unsettled": [
            _agreement(appendix, agreement) for agreement in appendix.unsettled
        ],
        "undecided": [_named(a) for a in selection.undecided],
        "not_asked": [_named(a) for a in selection.not_asked],
        "changes": _changes(appendix),
        "provenance": {
            "last_recorded_at": appendix.changed.isoformat(),
            "fingerprint": appendix.fingerprint,
            "illustrative": appendix.is_illustrative,
            "url": appendix.address,
        },
    }


def table_of(appendix: AppendixContent) -> list[list[str]]:
    """A line for each agreement, and where rows are asked for, one for each row under
    it. What the list is narrowed to stands in each line.
    """
    roles = [
        choice.label
        for choice in appendix.snapshot.vocabulary.schemes[Scheme.PARTY_ROLES].values()
    ]
    narrowed = "; ".join(f"{at}: {to}" for at, to in narrowed_to(appendix))
    columns = [
        *SHORT_COLUMNS,
        *([NARROWED] if narrowed else []),
        *((*roles, *FULL_COLUMNS, *FIELD_COLUMNS) if appendix.request.full else ()),
        *(ROW_COLUMNS if appendix.request.rows else ()),
    ]

    said = {NARROWED: narrowed}
    lines = [
        [{**said, **line}.get(column, "") for column in columns]
        for line in _lines(appendix)
    ]
    return [columns, *lines]


def _lines(appendix: AppendixContent) -> Iterator[dict[str, str]]:
    for part, agreements in (
        (CONTINUED, appendix.continued),
        (UNSETTLED, appendix.unsettled),
    ):
        for agreement in agreements:
            line = _line(appendix.snapshot, part, agreement)
            yield line
            if appendix.request.rows:
                known = {column: line[column] for column in NAMED}
                yield from (
                    {**known, **_row_line(appendix.snapshot, row)}
                    for row in agreement.rows
                )

    for undecided in appendix.undecided_alone:
        yield {LINE: "aftale", PART: UNDECIDED, **_named_line(undecided)}


def _line(
    snapshot: Snapshot, part: str, agreement: AppendixAgreement
) -> dict[str, str]:
    return {
        LINE: "aftale",
        PART: part,
        "Navn": agreement.slug,
        "Aftale": agreement.title,
        KIND.label: agreement.kind,
        FOCUS_AREAS.label: ", ".join(agreement.focus_areas),
        "Udgave": str(agreement.version),
        "Status": agreement.status.value,
        BEGINS.label: agreement.in_force_from,
        PRECISION.label: agreement.date_precision,
        DATE_CONFIRMED.label: told(snapshot, DATE_CONFIRMED, agreement.date_confirmed),
        WHY: agreement.why,
        DECISION: agreement.decided,
        **{role: ", ".join(names) for role, names in agreement.parties},
        "Vedtagelse": agreement.adoption,
        "Parternes beslutninger": "; ".join(
            decided_in_words(decided) for decided in agreement.decisions
        ),
        BASIS.label: "; ".join(agreement.legal_basis),
        **{field.label: field.text or field.reason for field in agreement.fields},
        "Adresse": agreement.address,
    }


def _named_line(agreement: ShownAgreement) -> dict[str, str]:
    return {
        "Navn": agreement.slug,
        "Aftale": agreement.shown.version.title,
        "Udgave": str(agreement.shown.number),
        "Status": agreement.status.status.value,
    }


def _row_line(snapshot: Snapshot, row: Row) -> dict[str, str]:
    words = zip(APPENDIX_ROW_FIELDS, row_texts(snapshot, row), strict=True)
    return {
        LINE: "snitflade",
        ROW: row.id,
        **{f"{ROW}: {field.label}": value for field, value in words},
        f"{ROW}: {CONFIRMED.label}": told_in(snapshot, row, CONFIRMED),
    }


def _agreement(appendix: AppendixContent, agreement: AppendixAgreement) -> Json:
    short: Json = {
        "slug": agreement.slug,
        "title": agreement.title,
        "kind": agreement.kind,
        "focus_areas": list(agreement.focus_areas),
        "version": agreement.version,
        "status": agreement.status.value,
        "why_unsettled": agreement.why,
        "in_force_from": agreement.in_force_from or None,
        "date_precision": agreement.date_precision,
        "date_confirmed": agreement.date_confirmed,
        "illustrative": agreement.illustrative,
        "continuation": _continuation(agreement),
        "fingerprint": agreement.fingerprint,
        "url": agreement.address,
    }

    if appendix.request.full:
        short |= _rest(agreement)
    if appendix.request.rows:
        short["snitflader"] = [_row(appendix.snapshot, row) for row in agreement.rows]
    return short


def _rest(agreement: AppendixAgreement) -> Json:
    """What only the full appendix has."""
    return {
        "parties": [
            {"role": role, "organisations": list(names)}
            for role, names in agreement.parties
        ],
        "adoption": agreement.adoption,
        "adoptions": [
            {
                "organisation": decided.organisation,
                "decision": decided.decision,
                "effective_on": decided.on.isoformat(),
                "reference": decided.reference,
            }
            for decided in agreement.decisions
        ],
        "legal_basis": list(agreement.legal_basis),
        **{field.name: field.text for field in agreement.fields},
        "signed_reasons": {f.name: f.reason for f in agreement.fields if f.reason},
    }


def _continuation(agreement: AppendixAgreement) -> Json | None:
    record = agreement.continuation
    if record is None:
        return None

    return {
        "decision": record.decision,
        "effective_on": iso_date(record.effective_on, agreement.decided_exactly),
        "date_precision": dict(DATE_PRECISIONS)[agreement.decided_exactly],
        "source": record.source,
        "confirmed": record.confirmed,
    }


def _row(snapshot: Snapshot, row: Row) -> Json:
    return {
        "id": row.id,
        **{
            field.name: told_each(snapshot, field, getattr(row.snitflade, field.name))
            if field.kind is Kind.KEYS
            else told_in(snapshot, row, field)
            for field in APPENDIX_ROW_FIELDS
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


def _changes(appendix: AppendixContent) -> Json | None:
    changes = appendix.changes
    if changes is None or appendix.request.since is None:
        return None

    return {
        "since": appendix.request.since.isoformat(),
        "added": [_named(a) for a in changes.added],
        "removed": [_named(a) for a in changes.removed],
        "renewed": [
            {**_named(a), "version_before": old.number} for a, old in changes.renewed
        ],
        "lines": change_lines(appendix),
    }
