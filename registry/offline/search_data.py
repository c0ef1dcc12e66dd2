"""What the copy for bad days answers by: the catalogue of the day as JSON values.

`reader.py` makes it a catalogue again, in the reader's browser.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from registry.catalogue.snapshot import Row, ShownAgreement, Snapshot
from registry.clock import today
from registry.language.word_lists import NAMED_FIELDS, QUESTION_WORDS
from registry.markup.markdown_html import sections
from registry.models import Choice, ContactPoint, Organisation, Term
from registry.rules.fields import ROW_FIELDS
from registry.search.cards.card import CardDocument
from registry.search.cards.documents import card_documents
from registry.search.engine import Candidate
from registry.search.indexing import analysed_documents
from registry.settings import LONGEST_QUESTION

# Fields that a question may ask for, by a question word or by their name.
ASKED_FOR = tuple(
    sorted({*filter(None, QUESTION_WORDS.values()), *NAMED_FIELDS.values()})
)
# What is read of a row itself, beside the keys of its document: to rank it, to say
# the first line, and whom to ring.
ROW_VALUES = tuple(field.name for field in ROW_FIELDS if field.answers)
CHOICE_VALUES = ("scheme", "key", "position", "label", "also", "sector")
TERM_VALUES = (
    *("key", "term", "meaning", "same", "abbreviations", "everyday", "foreign"),
    *("misspellings", "narrower", "confusable", "confusable_note", "link"),
)
CARD_VALUES = ("key", "names", "sort", "about", "besides")
ORGANISATION_VALUES = (
    *("slug", "name", "kind", "parent", "area_hospital", "psychiatric_centres"),
    "valid_to",
)
CONTACT_VALUES = ("organisation", "function", "phone", "hours")


def search_data(snapshot: Snapshot) -> dict[str, Any]:
    """Everything the copy answers by; the same catalogue gives the same.

    `keys`: each index key with the number of documents that it stands in. Documents
    name keys by their place there, and agreements by theirs among those that answer:
    no number of the database comes along. `asked_on`: the day that «next year» is seen
    from, in a copy of a day to come too.
    """
    candidates = analysed_documents(snapshot)
    counted = Counter(
        t for e in candidates for t in frozenset[str]().union(*e.index_keys.values())
    )
    keys = sorted(counted)
    shown = [
        agreement for agreement in snapshot.agreements.values() if agreement.answers
    ]

    return {
        "day": snapshot.moment.pr.isoformat(),
        "asked_on": min(today(), snapshot.moment.pr).isoformat(),
        "longest": LONGEST_QUESTION,
        "size": len(candidates),
        "index_keys": [[key, counted[key]] for key in keys],
        "documents": list(_documents(candidates, keys, shown)),
        "agreements": [_agreement(agreement, snapshot) for agreement in shown],
        "choices": _values(snapshot.vocabulary.asked, CHOICE_VALUES),
        "terms": _values(snapshot.terms.values(), TERM_VALUES),
        "organisations": _values(snapshot.organisations.values(), ORGANISATION_VALUES),
        "successors": {slug: list(s) for slug, s in snapshot.successors.items()},
        "contacts": _values(snapshot.contact_points, CONTACT_VALUES),
        "cards": {
            shelf: [_card(document) for document in documents]
            for shelf, documents in card_documents(snapshot).items()
        },
    }


def _card(document: CardDocument) -> dict[str, Any]:
    """Without its address, which leads out of the copy."""
    card = document.card
    return {
        **{name: getattr(document, name) for name in CARD_VALUES},
        "years": sorted(document.years),
        "kind": card.kind,
        "title": card.title,
        "facts": [[fact.label, fact.value] for fact in card.facts],
        "source": card.source,
    }


def _documents(
    candidates: Iterable[Candidate],
    keys: Iterable[str],
    shown: Iterable[ShownAgreement],
) -> Iterable[list[Any]]:
    """The documents of the versions that answer, in the order of the index."""
    places = {key: at for at, key in enumerate(keys)}
    agreements = {agreement.shown.version.id: at for at, agreement in enumerate(shown)}

    for candidate in candidates:
        if candidate.version_id in agreements:
            fields = {
                name: sorted(places[key] for key in present)
                for name, present in sorted(candidate.index_keys.items())
            }
            yield [
                candidate.kind,
                agreements[candidate.version_id],
                candidate.ref,
                fields,
            ]


def _agreement(agreement: ShownAgreement, snapshot: Snapshot) -> dict[str, Any]:
    version, slug = agreement.shown.version, agreement.slug

    return {
        "slug": slug,
        "number": agreement.shown.number,
        "in_force_from": agreement.shown.in_force_from.isoformat(),
        "status": agreement.status.status.value,
        "cause": agreement.status.cause.value,
        "title": version.title,
        "summary": version.summary,
        "sections": [section.anchor for section in sections(version.body)],
        "rows": [_row(row) for row in snapshot.asked_rows if row.agreement == slug],
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "task_key": row.task_key,
        "confirmed": row.confirmed,
        "facets": {name: sorted(some) for name, some in sorted(row.facets.items())},
        **{name: getattr(row.snitflade, name) for name in ROW_VALUES},
    }


def _values(
    items: Iterable[Choice | ContactPoint | Organisation | Term], names: Iterable[str]
) -> list[dict[str, Any]]:
    named = tuple(names)
    return [{name: _plain(getattr(item, name)) for name in named} for item in items]


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
