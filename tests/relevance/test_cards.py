"""The questions that ask for a card, on the shipped content: written from the facts
before any asking word was, and asked in other spellings.
"""

import csv
import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from registry.clock import Moment
from registry.search.answer import Answer, Question
from registry.search.ask import Asker
from tests.relevance.runs import TODAY

LEAST_RIGHT = 0.95
LEAST_RIGHT_OF_VARIANTS = 0.90
NO_CARD = "-"


class Asked(NamedTuple):
    """A question, the kind of card that answers it, and what the card must hold."""

    query: str
    kind: str
    contains: str


def questions() -> list[Asked]:
    path = Path(__file__).parent / "cards.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return [Asked(row["query"], row["kind"], row["contains"]) for row in rows]


def is_right(answer: Answer, asked: Asked) -> bool:
    """Whether the card that stands first is of the kind and the cards hold it all."""
    if asked.kind == NO_CARD:
        return not answer.cards
    told = " ".join(
        f"{card.title} {' '.join(fact.value for fact in card.facts)} "
        f"{' '.join(fact.label for fact in card.facts)}"
        for card in answer.cards
    )
    holds = (
        re.search(part.strip(), told, re.IGNORECASE)
        for part in asked.contains.split("&&")
    )
    return [c.kind for c in answer.cards[:1]] == [asked.kind] and all(holds)


def wrong(asker: Asker, spelt: Callable[[str], str] = str) -> list[str]:
    return [
        asked.query
        for asked in questions()
        if not is_right(asker.ask(Question(spelt(asked.query), Moment(TODAY))), asked)
    ]


def test_the_cards_answer_what_was_asked_before_they_were(asker: Asker) -> None:
    missed = wrong(asker)
    assert 1 - len(missed) / len(questions()) >= LEAST_RIGHT, missed
