"""Cards as JSON."""

from typing import Any

from registry.search.cards.card import Card

Json = dict[str, Any]


def card_json(card: Card) -> Json:
    """What no row carries: a few labelled facts with their evidence and their page."""
    return {
        "kind": card.kind,
        "title": card.title,
        "facts": [{"label": fact.label, "value": fact.value} for fact in card.facts],
        "source": card.source,
        "url": card.url,
    }
