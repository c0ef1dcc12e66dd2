"""Two terms on one card: how they differ in one sentence, and then what each means.
Pure.
"""

from registry.language.danish import lowered
from registry.search.cards.card import EVIDENCE, Card, CardDocument, CardLine
from registry.search.shortening import sentences

MEANING, REMARK, DIFFERENCE = "Betyder", "Bemærk", "Forskellen"
# It says so before what it tells, and comes after everything of today.
OLDER = "Gælder måske ikke i dag"


def difference(first: CardDocument, second: CardDocument) -> Card:
    """Two terms side by side: what each means first of all, in one sentence made from
    the two definitions; then what else they say, and what sets the terms apart.
    """
    pair = (first.card, second.card)

    return Card(
        kind="difference",
        title=f"Forskellen på «{pair[0].title}» og «{pair[1].title}»",
        facts=(
            CardLine(DIFFERENCE, "; ".join(map(_in_short, pair)) + "."),
            *(CardLine(card.title, rest) for card in pair if (rest := _rest(card))),
            *(
                CardLine(f"{fact.label} om {card.title}", fact.value)
                for card in pair
                for fact in card.facts
                if fact.label in (REMARK, EVIDENCE)
            ),
            *(
                CardLine(f"{OLDER}, om {card.title}", older)
                for card in pair
                if (older := _said(card, OLDER))
            ),
        ),
        source="; ".join(dict.fromkeys(card.source for card in pair)),
        url=first.card.url,
    )


def _in_short(card: Card) -> str:
    """The term and the first sentence of its definition."""
    meaning = sentences(_said(card, MEANING)) or [""]
    return f"{card.title} er {lowered(meaning[0])}"


def _rest(card: Card) -> str:
    """What a definition says after its first sentence."""
    meaning = sentences(_said(card, MEANING))
    return " ".join(f"{sentence}." for sentence in meaning[1:])


def _said(card: Card, label: str) -> str:
    return next((fact.value for fact in card.facts if fact.label == label), "")
