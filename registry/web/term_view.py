"""Terms of the word list: found, grouped by letter, and led on to rows."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from registry.models import Term
from registry.snapshot import Row, ShownAgreement, Snapshot
from registry.web.links import link, row_link
from registry.web.search_view import Named, name_term, term_link

SHOWN_LEADS = 4


@dataclass(frozen=True)
class Entry:
    """One entry of the word list. `leads` are the first rows or agreements that its link names."""

    key: str
    term: str
    meaning: str
    same_as: list[str]
    narrower: list[Named]
    broader: list[Named]
    not_same_as: list[Named]
    note: str
    source: str
    confirmed: bool
    leads: list[Named]
    more: int
    search_href: str


@dataclass(frozen=True)
class Letter:
    """The entries under one letter."""

    letter: str
    entries: list[Entry]


def entries(snapshot: Snapshot, terms: Iterable[Term]) -> list[Entry]:
    return [_entry(snapshot, term) for term in terms]


def by_letter(listed: Iterable[Entry]) -> list[Letter]:
    """In the order given; what begins with no letter stands under #."""
    found: dict[str, list[Entry]] = {}
    for entry in listed:
        first = next((c.upper() for c in entry.term if c.isalnum()), "#")
        found.setdefault(first if first.isalpha() else "#", []).append(entry)
    return [Letter(letter, group) for letter, group in found.items()]


def matching(snapshot: Snapshot, text: str) -> list[Term]:
    """The terms, in alphabetical order, in whose names or meaning all the words stand."""
    words = text.casefold().split()
    return [
        term
        for term in snapshot.terms.values()
        if all(word in " ".join([*names(term), term.meaning]).casefold() for word in words)
    ]


def terms_of(snapshot: Snapshot, row: Row) -> list[Named]:
    """The terms that a row's task is linked from, or that its text names."""
    s = row.snitflade
    text = f"{s.task} {s.situation} {s.deadline}".casefold()
    return [
        Named(term.term, term_link(term.key))
        for term in snapshot.terms.values()
        if term.link == f"task:{row.task_key}" or any(_stands_in(n, text) for n in names(term))
    ]


def names(term: Term) -> list[str]:
    """Everything the term is called, the misspellings left out."""
    return [term.term, *term.same, *term.abbreviations, *term.everyday]


def _stands_in(name: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(name.casefold())}\b", text) is not None


def _leads(snapshot: Snapshot, term: Term) -> list[Row] | list[ShownAgreement]:
    """What the term's link names, as kind:key: agreements of a kind, or rows."""
    kind, _, key = (term.link or "").partition(":")
    if kind == "kind":
        return [
            agreement
            for agreement in snapshot.agreements.values()
            if agreement.answers and agreement.shown.version.kind == key
        ]
    return [
        row
        for row in snapshot.answering_rows
        if (row.task_key == key if kind == "task" else key in row.facets.get(kind, ()))
    ]


def _lead(found: Row | ShownAgreement) -> Named:
    if isinstance(found, Row):
        return Named(found.snitflade.task, row_link(found.id))
    return Named(found.shown.version.title, link("agreements.agreement", slug=found.slug))


def _entry(snapshot: Snapshot, term: Term) -> Entry:
    leads = _leads(snapshot, term)
    return Entry(
        key=term.key,
        term=term.term,
        meaning=term.meaning,
        same_as=names(term)[1:],
        narrower=[name_term(snapshot, name) for name in term.narrower],
        broader=[name_term(snapshot, name) for name in term.broader],
        not_same_as=[name_term(snapshot, name) for name in term.confusable],
        note=term.confusable_note,
        source=term.source,
        confirmed=term.confirmed,
        leads=[_lead(found) for found in leads[:SHOWN_LEADS]],
        more=len(leads[SHOWN_LEADS:]),
        search_href=link("search.ask", q=term.term),
    )
