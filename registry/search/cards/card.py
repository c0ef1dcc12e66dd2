"""What a card shows, and what a question is held against to find it. Pure."""

from dataclasses import dataclass

EVIDENCE = "Bekræftet"
# The sort of a planning area's document.
AREA = "planomraade"
BETWEEN = "; "  # the names in what may be said besides of a term


@dataclass(frozen=True)
class CardLine:
    """One line of a card."""

    label: str
    value: str


@dataclass(frozen=True)
class Card:
    """An answer that no row carries. `url` is the page that tells the rest, `source`
    its evidence; `absent`: it tells that there is none.
    """

    kind: str
    title: str
    facts: tuple[CardLine, ...]
    source: str
    url: str
    absent: bool = False


@dataclass(frozen=True)
class CardDocument:
    """A card with the names that it goes by.

    `sort` tells documents of one kind apart (kommune, hospital), `about` is what it is
    recognised by where no name is used, and `besides` what may be said of it besides;
    `years` are those that it held in.
    """

    key: str
    card: Card
    names: tuple[str, ...]
    sort: str = ""
    about: str = ""
    besides: str = ""
    years: frozenset[str] = frozenset()


def facts(*listed: tuple[str, str]) -> tuple[CardLine, ...]:
    """The lines that say something."""
    return tuple(CardLine(label, value) for label, value in listed if value)


def evidence(confirmed: bool) -> tuple[str, str]:
    """The line that says that no source confirms the card; none where one does."""
    return (EVIDENCE, "" if confirmed else "nej, ikke af en kilde")
