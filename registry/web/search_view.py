"""Agreements and terms that a question finds, as the search page shows them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from registry.models import Term
from registry.search.answer import AgreementHit, Marked, TermHit
from registry.snapshot import Snapshot
from registry.web.links import link
from registry.web.status_view import StatusView, view_status


@dataclass(frozen=True)
class AgreementView:
    """An agreement that was found, with its best section."""

    title: str
    href: str
    section: str
    section_href: str
    snippet: Marked
    status: StatusView


@dataclass(frozen=True)
class Named:
    """A term's name; `href` where the word list has it."""

    text: str
    href: str | None


@dataclass(frozen=True)
class TermView:
    """A term that the question names."""

    term: str
    href: str
    meaning: str
    same_as: list[str]
    not_same_as: list[Named]
    note: str


def view_agreements(snapshot: Snapshot, hits: Iterable[AgreementHit]) -> list[AgreementView]:
    return [
        AgreementView(
            title=hit.agreement.shown.version.title,
            href=link("agreements.agreement", slug=hit.agreement.slug),
            section=hit.section,
            section_href=link(
                "agreements.agreement", slug=hit.agreement.slug, _anchor=hit.anchor or None
            ),
            snippet=hit.snippet,
            status=view_status(snapshot, hit.agreement),
        )
        for hit in hits
    ]


def view_terms(snapshot: Snapshot, hits: Iterable[TermHit]) -> list[TermView]:
    return [
        TermView(
            term=hit.term,
            href=term_link(hit.key),
            meaning=hit.meaning,
            same_as=list(hit.same_as),
            not_same_as=[name_term(snapshot, name) for name in hit.not_same_as],
            note=hit.note,
        )
        for hit in hits
    ]


def term_link(key: str) -> str:
    return link("words.listing", _anchor=key)


def name_term(snapshot: Snapshot, name: str) -> Named:
    """A term named by its key or by its word, with its place in the word list."""
    found = snapshot.terms.get(name) or _by_word(snapshot).get(name.casefold())
    return Named(found.term, term_link(found.key)) if found else Named(name, None)


@lru_cache(maxsize=4)
def _by_word(snapshot: Snapshot) -> dict[str, Term]:
    return {term.term.casefold(): term for term in snapshot.terms.values()}
