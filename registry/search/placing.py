"""The municipality that a question names beside what it asks: it chooses whose answer
is shown, and is no word that a row must hold. Pure.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from registry.language.danish import tokenize
from registry.search.concepts import Concept, ParsedQuestion, Role
from registry.search.lexicon import Lexicon
from registry.search.question import parse

_WHERE = r"(?:(?:inde |her |ude |oppe |nede )?(?:i|på|for|hos|ved) )?"
# What a hospital or a centre has after the name of its town is another name.
_OF_A_PLACE = r"(?!\s+(?:og|hospital|hospitalet|sygehus|psykiatrisk|center)\b|-)"
_KIND = r"(?:s?\s+(?:regions)?kommune|s)?(?!\w)"
_KOMMUNE = re.compile(r"\b(?:regions)?kommun\w*", re.IGNORECASE)
# Who asks of these asks whose agreement it is: only some may take part in it.
_OF_TAKING_PART = frozenset(
    token.stem
    for token in tokenize(
        "aftale aftaler aftalen samarbejdsaftale tillægsaftale tillæg deltager "
        "deltage tiltrådt tiltræder tilsluttet parter medlem omfattet dækket"
    )
)
_OTHERS = frozenset({"kommuner", "kommunerne", "nabokommune", "nabokommuner"})


class Placed(NamedTuple):
    """A question without the municipality that it names (`text`, `parsed`), and the
    municipality; the question as it is, and None, where it is about the place itself.
    """

    text: str
    parsed: ParsedQuestion
    municipality: str | None = None

    def chosen(self, filters: Mapping[str, str]) -> dict[str, str]:
        """The filters with the municipality, unless another one is chosen."""
        return {"municipality": self.municipality or "", **filters}


def placed(text: str, parsed: ParsedQuestion, lexicon: Lexicon) -> Placed:
    """What a question asks, apart from the one municipality that it is asked of."""
    named = [concept for concept in parsed.concepts if _municipality(concept)]
    if len(named) != 1 or parsed.listing:
        return Placed(text, parsed)

    place = named[0]
    # «Skal kommunen … i Herlev» is read as Herlev Kommune.
    name = re.escape(_KOMMUNE.sub("", place.text).strip())
    cut = re.compile(rf"\b{_WHERE}{name}{_OF_A_PLACE}{_KIND}", re.IGNORECASE)
    without = " ".join(cut.sub(" ", text, count=1).split())
    if without == text or _asks_of_taking_part(without):
        return Placed(text, parsed)

    left = parse(without, lexicon)
    if not any(concept.role is not Role.LIGHT for concept in left.concepts):
        return Placed(text, parsed)

    return Placed(without, left, _municipality(place))


def _municipality(concept: Concept) -> str | None:
    return dict(concept.facets).get("municipality")


def _asks_of_taking_part(text: str) -> bool:
    return any(
        token.stem in _OF_TAKING_PART or token.exact in _OTHERS
        for token in tokenize(text)
    )
