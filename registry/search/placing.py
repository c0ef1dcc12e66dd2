"""The municipality that a question names beside what it asks: it chooses whose answer
is shown, and is no word that a row must hold. Pure.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import permutations
from typing import NamedTuple

from registry.language.danish import tokenize
from registry.search.concepts import Concept, ParsedQuestion, Role
from registry.search.lexicon import Lexicon
from registry.search.question import parse
from registry.search.row_hits import Ranked

_WHERE = r"(?:(?:inde |her |ude |oppe |nede )?(?:i|på|for|hos|ved) )?"
# Who comes from one place and is in another.
_FROM, _IN = r"(?:fra|hjemmehørende i) ", r"(?:i|på|ved) "
# Where somebody is at home, of two places that a question names.
_HOME = r"(?:fra|hjemmehørende i|bor i|bopæl i|adresse i|borger i) "
# What stands before the town in the name of a house, or of where somebody lies.
_HOUSE = (
    r"pc|psyk\w* center|hospital\w* i|sygehus\w* i|psyk\w* (?:i|på)|"
    r"(?:ligger|lå|indlagt|inde|overflyttet|opereret) (?:\w+ )?(?:på|til)"
)
_ELSEWHERE = "i en anden kommune"
# What a hospital or a centre has after the name of its town is another name.
_HOUSES = r"hospital|hospitalet|sygehus|psykiatrisk|center"
_OF_A_PLACE = rf"(?!\s+(?:og|{_HOUSES})\b|-)"
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
    if len(named) == 2 and not parsed.listing:
        return _in_another(text, parsed, named, lexicon)
    if len(named) != 1 or parsed.listing:
        return Placed(text, parsed)

    place = named[0]
    without = _without(text, place, _WHERE)
    if without == text or _asks_of_taking_part(without):
        return Placed(text, parsed)

    left = parse(without, lexicon)
    if not any(concept.role is not Role.LIGHT for concept in left.concepts):
        return Placed(text, parsed)

    return Placed(without, left, _municipality(place))


def whose_place(
    text: str, parsed: ParsedQuestion, chosen: Mapping[str, str]
) -> str | None:
    """The municipality whose numbers are meant: the one that the question names, before
    the one that is chosen. A town that only stands in the name of a house, or where
    somebody lies, is none; of two none is, unless one is chosen or somebody's home.
    """
    concepts = {m: c for c in parsed.concepts if (m := _municipality(c))}
    named = [m for m, c in concepts.items() if not _is_of_a_house(text, c)]
    homes = [m for m in named if _without(text, concepts[m], _HOME) != text]
    known = homes if len(homes) == 1 else named

    own = chosen.get("municipality") or None
    if len(known) == 1:
        return known[0]
    return own if own in known or not known else None


def of_the_place_first(ranked: Sequence[Ranked], place: str) -> list[Ranked]:
    """The rows in their order, but that those which are for a place alone, and cover as
    much of the question as the first, stand before those for all places.
    """
    if not place or not ranked:
        return list(ranked)

    def is_of_place(item: Ranked) -> bool:
        is_narrow = bool(item.row.snitflade.applies_in)
        is_there = place in item.row.facets.get("municipality", frozenset())
        covers = item.judged.covered >= ranked[0].judged.covered
        return is_narrow and is_there and covers

    return sorted(ranked, key=lambda item: not is_of_place(item))


def _in_another(
    text: str, parsed: ParsedQuestion, named: Sequence[Concept], lexicon: Lexicon
) -> Placed:
    """A question of who comes from one municipality and is in another, as of «en anden
    kommune»: which two they are decides nothing.
    """
    for home, stay in permutations(named):
        away = _without(text, home, _FROM)
        bare = _without(away, stay, _IN)
        if text != away != bare and not _asks_of_taking_part(bare):
            elsewhere = f"{bare} {_ELSEWHERE}"
            return Placed(elsewhere, parse(elsewhere, lexicon))
    return Placed(text, parsed)


def _without(text: str, place: Concept, before: str) -> str:
    """The text without the place, and what stands before it; as it is where it does not
    stand so.
    """
    # «Skal kommunen … i Herlev» is read as Herlev Kommune.
    name = re.escape(_KOMMUNE.sub("", place.text).strip())
    # «Fra Tårnby og nu i Herlev» names two places.
    after = rf"(?!\s+(?:{_HOUSES})\b|-)" if before == _FROM else _OF_A_PLACE
    cut = re.compile(rf"\b{before}{name}{after}{_KIND}", re.IGNORECASE)
    return " ".join(cut.sub(" ", text, count=1).split())


def _is_of_a_house(text: str, place: Concept) -> bool:
    """Whether a house is meant wherever the text names the place."""
    name = re.escape(_KOMMUNE.sub("", place.text).strip())
    houses = re.compile(
        rf"(?:\b(?:{_HOUSE}) (?:\w+ og )?{name}s?\b"
        rf"|\b{name}s?(?: og \w+)? (?:{_HOUSES})\b)",
        re.IGNORECASE,
    )
    left = houses.sub(" ", text)
    return left != text and not re.search(rf"\b{name}", left, re.IGNORECASE)


def _municipality(concept: Concept) -> str | None:
    return dict(concept.facets).get("municipality")


def _asks_of_taking_part(text: str) -> bool:
    return any(
        token.stem in _OF_TAKING_PART or token.exact in _OTHERS
        for token in tokenize(text)
    )
