"""Two terms on one card: their meanings side by side. Pure."""

from registry.search.cards.card import EVIDENCE, Card, CardDocument, Fact

MEANING, REMARK = "Betyder", "Bemærk"


def difference(first: CardDocument, second: CardDocument) -> Card:
    """Two terms side by side: what each means, and then what sets it apart."""
    pair = (first.card, second.card)

    return Card(
        kind="difference",
        title=f"{pair[0].title} – {pair[1].title}",
        facts=(
            *(Fact(card.title, _said(card, MEANING)) for card in pair),
            *(
                Fact(f"{fact.label}: {card.title}", fact.value)
                for card in pair
                for fact in card.facts
                if fact.label in (REMARK, EVIDENCE)
            ),
        ),
        source="; ".join(dict.fromkeys(card.source for card in pair)),
        url=first.card.url,
    )


def _said(card: Card, label: str) -> str:
    return next((fact.value for fact in card.facts if fact.label == label), "")
