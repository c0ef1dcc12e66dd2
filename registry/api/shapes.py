"""The catalogue's things as JSON: labels in Danish, names in English."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from registry.api.card_shapes import card_json
from registry.api.contact_shapes import (
    around_json,
    number_json,
    parties_json,
    reach_json,
)
from registry.api.known_days import beginning, decided_on, status_since
from registry.api.original_shapes import original_json
from registry.catalogue import addresses
from registry.catalogue.adoption_progress import progress_of
from registry.catalogue.contacts import contacts_of, reaches
from registry.catalogue.facets import FacetCount
from registry.catalogue.findings import contradicted_in
from registry.catalogue.snapshot import Row, ShownAgreement, ShownVersion, Snapshot
from registry.catalogue.stays import ANYWHERE, Stay, stay_in
from registry.catalogue.told import told, told_each
from registry.models import Continuation, Organisation, Term
from registry.rules.fields import (
    ROW_FIELDS,
    VERSION_FIELDS,
    VERSION_FIELDS_BY_NAME,
    Field,
    Kind,
)
from registry.search.abstaining import heading_of
from registry.search.answer import (
    AgreementHit,
    Answer,
    AnswerGroup,
    Marked,
    TermHit,
)
from registry.search.first_line import first_line_of

Json = dict[str, Any]
KIND = VERSION_FIELDS_BY_NAME["kind"]
IN_ROW = tuple(field for field in ROW_FIELDS if not field.apart)


def search_json(answer: Answer, snapshot: Snapshot, limit: int | None = None) -> Json:
    """The whole answer. A limit cuts rows and agreements, but never what is said beside
    them.
    """
    place, stay = answer.municipality, stay_in(snapshot, answer.question.text)

    return {
        "query": answer.question.text,
        "as_of": plain(snapshot.moment.pr),
        "recorded_at": plain(snapshot.moment.vist),
        "abstained": answer.abstained,
        "abstention": heading_of(answer) if answer.abstained else "",
        "not_found": list(answer.not_found),
        "total": answer.total,
        "cards": [card_json(card) for card in answer.cards],
        "first_lines": [first_line_json(snapshot, g, answer) for g in answer.groups],
        "answers": rows_of_groups(snapshot, answer.groups, place, stay)[:limit],
        "nearest": rows_of_groups(snapshot, answer.nearest, place, stay)[:limit]
        if answer.abstained
        else [],
        **around_json(snapshot, place, answer.question.text),
        "agreements": [
            agreement_hit_json(snapshot, hit) for hit in answer.agreements[:limit]
        ],
        "terms": [term_hit_json(snapshot, hit) for hit in answer.terms],
        "facets": facets_json(answer.facets),
        "did_you_mean": answer.did_you_mean,
        "remarks": [{"text": r.text, "as_of": plain(r.pr)} for r in answer.remarks],
    }


def row_json(
    snapshot: Snapshot,
    row: Row,
    agreement: ShownAgreement,
    municipality: str | None = None,
    stay: Stay = ANYWHERE,
) -> Json:
    """A row: its own fields, of its agreement so much that it can be cited, and whom to
    ring about it in a municipality, and where the patient is (`stay`).
    """
    return {
        "id": row.id,
        "group": row.task_key,
        **{field.name: _field(snapshot, row, field) for field in IN_ROW},
        "confirmed": row.confirmed,
        "contradicted_in": contradicted_in(snapshot, row),
        "contacts": [reach_json(r) for r in reaches(snapshot, row, municipality, stay)],
        "agreement": agreement_reference(agreement, row.version),
        "url": addresses.row(snapshot, row.id),
    }


def rows_of_groups(
    snapshot: Snapshot, groups: Iterable[AnswerGroup], place: str | None, stay: Stay
) -> list[Json]:
    """The rows group by group; `group` says which stand together."""
    return [
        {
            **row_json(snapshot, hit.row, hit.agreement, place, stay),
            "highlights": {n: marked_json(p) for n, p in hit.highlights.items()},
        }
        for group in groups
        for hit in group.hits
    ]


def first_line_json(snapshot: Snapshot, group: AnswerGroup, answer: Answer) -> Json:
    """What a group of rows answers in one line, and the row field that it tells."""
    line = first_line_of(snapshot, group, answer)
    return {"group": group.task_key, "field": line.field, "text": str(line)}


def agreement_reference(agreement: ShownAgreement, number: int) -> Json:
    """Which version is meant, with the agreement's status on the date asked about."""
    return {
        "slug": agreement.slug,
        "title": agreement.number(number).version.title,
        "version": number,
        "status": agreement.status.status.value,
    }


def agreement_hit_json(snapshot: Snapshot, hit: AgreementHit) -> Json:
    return {
        **agreement_reference(hit.agreement, hit.agreement.shown.number),
        "section": hit.section,
        "snippet": "".join(text for text, _ in hit.snippet),
        "highlights": {"snippet": marked_json(hit.snippet)},
        "url": addresses.agreement(snapshot, hit.agreement.slug, hit.anchor),
    }


def term_hit_json(snapshot: Snapshot, hit: TermHit) -> Json:
    return {
        "term": hit.term,
        "meaning": hit.meaning,
        "same_as": list(hit.same_as),
        "not_same_as": list(hit.not_same_as),
        "note": hit.note,
        "url": addresses.term(snapshot, hit.key),
    }


def facets_json(counts: Mapping[str, Sequence[FacetCount]]) -> Json:
    return {
        name: [{"value": c.value, "label": c.label, "count": c.count} for c in listed]
        for name, listed in counts.items()
    }


def agreement_json(snapshot: Snapshot, agreement: ShownAgreement) -> Json:
    """An agreement in a list: the version shown on the date, and the status then."""
    status = agreement.status

    return {
        "slug": agreement.slug,
        "title": agreement.shown.version.title,
        "summary": agreement.shown.version.summary,
        "kind": told(snapshot, KIND, agreement.shown.version.kind),
        "version": agreement.shown.number,
        "status": status.status.value,
        "status_cause": status.cause.value,
        **status_since(snapshot, agreement),
        "status_by": status.by,
        "answers": agreement.answers,
        **beginning(agreement.shown),
        "date_confirmed": agreement.shown.version.date_confirmed,
        "made_under": agreement.shown.version.made_under,
        "illustrative": agreement.shown.version.illustrative,
        "url": addresses.agreement(snapshot, agreement.slug),
    }


def whole_agreement_json(snapshot: Snapshot, agreement: ShownAgreement) -> Json:
    """An agreement with all its versions, and the whole of the one that is shown."""
    return {
        **agreement_json(snapshot, agreement),
        "versions": [
            {
                "number": version.number,
                "title": version.version.title,
                **beginning(version),
                "recorded_at": plain(version.version.recorded_at),
                "change_note": version.version.change_note,
                "url": addresses.version(snapshot, agreement.slug, version.number),
            }
            for version in agreement.versions
        ],
        "continuations": [
            {
                "health_agreement": r.health_agreement,
                "decision": r.decision,
                **decided_on(snapshot, r),
                "source": r.source,
                "confirmed": r.confirmed,
            }
            for r in snapshot.records_of(Continuation, agreement.slug)
        ],
        "shown": version_json(snapshot, agreement, agreement.shown),
    }


def version_json(
    snapshot: Snapshot, agreement: ShownAgreement, version: ShownVersion
) -> Json:
    """A version with everything in it; keys of vocabularies stay keys."""
    stored = {f.name: plain(getattr(version.version, f.name)) for f in VERSION_FIELDS}

    return {
        "slug": agreement.slug,
        "version": version.number,
        **stored,
        **beginning(version),
        "recorded_at": plain(version.version.recorded_at),
        "body": version.version.body,
        "original": original_json(snapshot, version),
        "parties": [
            {"organisation": p.organisation, "role": p.role} for p in version.parties
        ],
        "relations": [
            {"kind": r.kind, "agreement": r.agreement} for r in version.relations
        ],
        "adoptions": [
            {
                "organisation": r.organisation,
                "decision": r.decision,
                "effective_on": plain(r.effective_on),
                "reference": r.reference,
            }
            for r in progress_of(snapshot, version).decisions
        ],
        **parties_json(snapshot, version),
        "snitflader": [row_json(snapshot, row, agreement) for row in version.rows],
        "url": addresses.version(snapshot, agreement.slug, version.number),
    }


def organisation_json(snapshot: Snapshot, organisation: Organisation) -> Json:
    names = (
        *("slug", "name", "kind", "sector", "parent", "planning_areas"),
        *("area_hospital", "psychiatric_centres", "health_cluster", "health_council"),
        *("valid_from", "valid_to", "note", "source", "confirmed"),
    )
    shown = {name: plain(getattr(organisation, name)) for name in names}
    contacts = [number_json(one) for one in contacts_of(snapshot, organisation.slug)]
    url = addresses.organisation(snapshot, organisation.slug)

    return {**shown, "contacts": contacts, "url": url}


def term_json(snapshot: Snapshot, term: Term) -> Json:
    return {
        "key": term.key,
        "term": term.term,
        "meaning": term.meaning,
        "same_as": [*term.same, *term.abbreviations, *term.everyday],
        "foreign": list(term.foreign),
        "narrower": list(term.narrower),
        "not_same_as": list(term.confusable),
        "note": term.confusable_note,
        "source": term.source,
        "confirmed": term.confirmed,
        "url": addresses.term(snapshot, term.key),
    }


def marked_json(pieces: Marked) -> list[Json]:
    return [{"text": text, "marked": marked} for text, marked in pieces]


def plain(value: Any) -> Any:
    """Dates as ISO 8601; lists as lists; the rest as it is."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    return list(value) if isinstance(value, list | tuple) else value


def _field(snapshot: Snapshot, row: Row, field: Field) -> Any:
    """Labels for keys, since people read the rows; else what is stored."""
    value = getattr(row.snitflade, field.name)
    if field.kind is Kind.KEYS:
        return told_each(snapshot, field, value)
    return told(snapshot, field, value) if field.kind is Kind.KEY else plain(value)
