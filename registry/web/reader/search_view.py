"""Agreements and terms that a question finds, as the search page shows them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from registry.catalogue.explained import explained
from registry.catalogue.snapshot import Snapshot
from registry.catalogue.snapshot_cache import kept_with_snapshot
from registry.models import Term
from registry.rules.older import today_first
from registry.rules.unsure import facts_in_doubt, without_doubts
from registry.search.answer import AgreementHit, Answer, Marked, TermHit
from registry.search.cards.card import EVIDENCE, Card, CardLine
from registry.search.cards.kinds import KIND_LABELS
from registry.search.line import FirstLine
from registry.web.frame.links import carry, link
from registry.web.reader.status_view import StatusView, view_status

# A difference is not told by less than what sets both terms apart.
FIRST_FACTS = {"difference": 3}


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
class CardView:
    """What no row carries, and the page that tells the rest. `first`: the facts that
    are seen where rows answer too.
    """

    kind: str
    card: Card
    href: str

    @property
    def facts(self) -> Sequence[CardLine]:
        """Those that a badge does not say: of one fact it is not said beside it too."""
        facts = [
            replace(fact, value=without_doubts(fact.value, self.unsure))
            for fact in self.card.facts
            if fact.label != EVIDENCE
        ]
        return [fact for fact in facts if fact.value]

    @property
    def first(self) -> Sequence[CardLine]:
        return self.facts[: FIRST_FACTS.get(self.card.kind, 2)]

    @property
    def confirmed(self) -> bool:
        return not any(fact.label.startswith(EVIDENCE) for fact in self.card.facts)

    @property
    def unsure(self) -> frozenset[str]:
        """The facts that alone are not confirmed, by what the card itself says of it;
        none where it does not say which.
        """
        facts = [fact for fact in self.card.facts if fact.label != EVIDENCE]
        labels = {fact.label for fact in facts}
        return facts_in_doubt((fact.value for fact in facts), labels)


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


def view_agreements(
    snapshot: Snapshot, hits: Iterable[AgreementHit]
) -> list[AgreementView]:
    return [
        AgreementView(
            title=hit.agreement.shown.version.title,
            href=link("agreements.agreement", slug=hit.agreement.slug),
            section=hit.section,
            section_href=link(
                "agreements.agreement",
                slug=hit.agreement.slug,
                _anchor=hit.anchor or None,
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
            meaning=today_first(hit.meaning),
            same_as=list(hit.same_as),
            not_same_as=[name_term(snapshot, name) for name in hit.not_same_as],
            note=hit.note,
        )
        for hit in hits
    ]


def view_cards(cards: Iterable[Card]) -> list[CardView]:
    """The cards, each with its page as the reader sees the catalogue now."""
    return [CardView(KIND_LABELS[card.kind], card, carry(card.url)) for card in cards]


def terms_beside(answer: Answer) -> Sequence[TermHit]:
    """The terms of the question, unless a card tells them already."""
    is_carded = any(card.kind in ("term", "difference") for card in answer.cards)
    return () if is_carded else answer.terms


def term_link(key: str) -> str:
    return link("words.listing", ord=key, _anchor=key)


def name_term(snapshot: Snapshot, name: str) -> Named:
    """A term named by its key or as it is written, with its place in the word list."""
    term = snapshot.terms.get(name) or _by_name(snapshot).get(name.casefold())
    return Named(term.term, term_link(term.key)) if term else Named(name, None)


@kept_with_snapshot
def _by_name(snapshot: Snapshot) -> dict[str, Term]:
    return {term.term.casefold(): term for term in snapshot.terms.values()}


def explained_words(snapshot: Snapshot, line: FirstLine) -> dict[str, str]:
    """Where the word list tells what an answer is, by the answer's name; what everybody
    knows is not explained.
    """
    by_name = {part.name: explained(snapshot, part.name, set()) for part in line.parts}
    whole = {
        name: pieces[0].term for name, pieces in by_name.items() if len(pieces) == 1
    }
    return {name: term_link(term.key) for name, term in whole.items() if term}
