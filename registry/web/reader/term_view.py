"""Terms of the word list: found, grouped by letter, and led on to rows."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from registry.catalogue.snapshot import Row, ShownAgreement, Snapshot
from registry.catalogue.snapshot_cache import kept_with_snapshot
from registry.catalogue.told import worded
from registry.models import Term
from registry.rules.older import today_first
from registry.web.frame.links import link, row_link
from registry.web.reader.search_view import Named, name_term, term_link

SHOWN_LEADS = 4


@dataclass(frozen=True)
class ListedTerm:
    """One term of the word list. `leads` are the first rows or agreements that its
    link names.
    """

    key: str
    term: str
    meaning: str
    same_as: list[str]
    foreign: list[str]
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
    """The terms under one letter."""

    letter: str
    terms: list[ListedTerm]


def listed_terms(snapshot: Snapshot, terms: Iterable[Term]) -> list[ListedTerm]:
    return [_listed_term(snapshot, term) for term in terms]


def by_letter(listed: Iterable[ListedTerm]) -> list[Letter]:
    """In the order given; what begins with no letter stands under #."""
    groups: dict[str, list[ListedTerm]] = {}
    for term in listed:
        groups.setdefault(letter_of(term.term), []).append(term)
    return [Letter(letter, group) for letter, group in groups.items()]


def letter_of(name: str) -> str:
    """The letter that it stands under."""
    first = next((c.upper() for c in name if c.isalnum()), "#")
    return first if first.isalpha() else "#"


def matching(snapshot: Snapshot, text: str) -> list[Term]:
    """The terms, in alphabetical order, in whose names or meaning all the words
    stand.
    """
    words = text.casefold().split()
    return [
        term
        for term in snapshot.terms.values()
        if all(
            word in " ".join([*names(term), term.meaning]).casefold() for word in words
        )
    ]


def terms_of(snapshot: Snapshot, row: Row) -> list[Named]:
    """The terms that a row's task is linked from, or that its text names."""
    text = " ".join(worded(row)).casefold()
    return [
        Named(term.term, term_link(term.key))
        for term, pattern in _patterns(snapshot)
        if term.link == f"task:{row.task_key}" or pattern.search(text)
    ]


def names(term: Term) -> list[str]:
    """Everything the term is called, the misspellings left out."""
    return [term.term, *_same(term), *term.foreign]


def _same(term: Term) -> list[str]:
    return [*term.same, *term.abbreviations, *term.everyday]


@kept_with_snapshot
def _patterns(snapshot: Snapshot) -> tuple[tuple[Term, re.Pattern[str]], ...]:
    """The terms, each with one pattern of all that it is called."""
    return tuple((term, _any_of(names(term))) for term in snapshot.terms.values())


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    parts = "|".join(re.escape(name.casefold()) for name in names)
    return re.compile(rf"\b(?:{parts})\b")


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


def _lead(lead: Row | ShownAgreement) -> Named:
    if isinstance(lead, Row):
        return Named(lead.snitflade.task, row_link(lead.id))
    return Named(lead.shown.version.title, link("agreements.agreement", slug=lead.slug))


def _listed_term(snapshot: Snapshot, term: Term) -> ListedTerm:
    leads = _leads(snapshot, term)

    return ListedTerm(
        key=term.key,
        term=term.term,
        meaning=today_first(term.meaning),
        same_as=_same(term),
        foreign=list(term.foreign),
        narrower=[name_term(snapshot, name) for name in term.narrower],
        broader=[name_term(snapshot, name) for name in term.broader],
        not_same_as=[name_term(snapshot, name) for name in term.confusable],
        note=term.confusable_note,
        source=term.source,
        confirmed=term.confirmed,
        leads=[_lead(lead) for lead in leads[:SHOWN_LEADS]],
        more=len(leads[SHOWN_LEADS:]),
        search_href=link("search.ask", q=term.term),
    )
