"""All the cards of a catalogue at a moment, by the kind of what they tell of."""

from collections.abc import Callable, Mapping

from registry.catalogue.snapshot import Snapshot
from registry.catalogue.snapshot_cache import kept_with_snapshot_and_index
from registry.search.cards.agreements import agreement_documents
from registry.search.cards.card import CardDocument
from registry.search.cards.contacts import contact_documents
from registry.search.cards.health_agreements import (
    goal_documents,
    health_agreement_documents,
)
from registry.search.cards.kinds import CardTable
from registry.search.cards.organisations import organisation_documents
from registry.search.cards.terms import term_documents
from registry.search.lexicon import Lexicon

SHELVES: Mapping[str, Callable[[Snapshot], list[CardDocument]]] = {
    "term": term_documents,
    "goal": goal_documents,
    "health-agreement": health_agreement_documents,
    "agreement": agreement_documents,
    "contact": contact_documents,
    "organisation": organisation_documents,
}


def card_documents(snapshot: Snapshot) -> dict[str, list[CardDocument]]:
    """The documents of every shelf."""
    return {name: make(snapshot) for name, make in SHELVES.items()}


@kept_with_snapshot_and_index
def card_table(snapshot: Snapshot, lexicon: Lexicon) -> CardTable:
    """The cards of a snapshot, asked for by a lexicon's words."""
    return CardTable(card_documents(snapshot), lexicon)
