"""Two terms on one card: what each is today before what an older edition said.

Also covers registry/search/cards/terms.py.
"""

from registry.search.cards.card import Card, CardDocument, CardLine
from registry.search.cards.side_by_side import MEANING, OLDER, REMARK, difference


def term(title: str, *facts: tuple[str, str]) -> CardDocument:
    told = tuple(CardLine(label, value) for label, value in facts)
    return CardDocument(title, Card("term", title, told, "kilde", ""), (title,))


def test_an_older_editions_value_comes_last_and_says_so_first() -> None:
    card = difference(
        term("varsling", (MEANING, "Besked før."), (OLDER, "Senest 8 hverdage før.")),
        term("færdigmelding", (MEANING, "Melding bagefter."), (REMARK, "Koster.")),
    )
    assert [(fact.label, fact.value) for fact in card.facts] == [
        (
            "Forskellen",
            "varsling er besked før; færdigmelding er melding bagefter.",
        ),
        ("Bemærk om færdigmelding", "Koster."),
        ("Gælder måske ikke i dag, om varsling", "Senest 8 hverdage før."),
    ]
