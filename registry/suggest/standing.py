"""Whether what a sentence says is what its text lays down: what is done away with says
nothing, and what is quoted, told as an example or half struck out is never sure.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from itertools import zip_longest

from registry.suggest.sentences import Sentence

_GONE = (
    r"(?:ophævet|ophævede|ophæves|bortfaldet|bortfaldne|bortfalder|udgået|udgåede|udgår"
    r"|slettet|slettes|forældet|forældede|afløst|erstattet"
    r"|(?:gælder )?ikke (?:længere|mere)(?: gældende)?)"
)
_FORMER = (
    r"(?:(?:de |den |det )?(?:tidligere|hidtidige?|forrige|gamle?)"
    r"(?: gældende)? (?:aftale\w*|ordning\w*|udgave\w*|version\w*|regel|regler\w*"
    r"|praksis|bestemmelse\w*|tekst\w*|formulering\w*|retningslinje\w*)"
    r"|tidligere|historik|historie)"
)
# Before a heading's first word: its number, and what it numbers.
_NUMBER = r"[\W\d_]*(?:(?:kapitel|afsnit|punkt|pkt|bilag|stk)\b[\W\d_]*)?"
_GONE_HEADING = re.compile(
    rf"{_NUMBER}(?:{_GONE}(?!\w).*|{_FORMER}\W*\d*)"
    rf"|.*[(\[–—:]\s*{_GONE}(?!\w)[^)\]]*[)\]]?",
    re.IGNORECASE,
)
_GONE_LABEL = re.compile(
    rf"[(\[]\s*(?:{_GONE}|tidligere)[^)\]]*[)\]]|(?:{_GONE}|{_FORMER})\s*:",
    re.IGNORECASE,
)
_GONE_AFTER = re.compile(rf"[(\[]\s*{_GONE}(?!\w)[^()\[\]]*[)\]]\W*$", re.IGNORECASE)
_GONE_ALONE = re.compile(rf"[(\[]\s*{_GONE}(?!\w)[^()\[\]]*[)\]]\W*", re.IGNORECASE)

_EXAMPLE = (
    r"(?:et |en )?(?:tænkt |konkret )?(?:eksempe?l\w*|f\.?\s?eks\.?|for eksempel|fx"
    r"|case\w*|vignet\w*|citat\w*|kommentar(?:er)?|bemærkning(?:er)?|note(?:r)?"
    r"|(?:patient|borger)historie\w*)(?!\w)"
)
_EXAMPLE_HEADING = re.compile(rf"{_NUMBER}{_EXAMPLE}", re.IGNORECASE)
_EXAMPLE_LABEL = re.compile(rf"{_EXAMPLE}[^:.]{{0,40}}:", re.IGNORECASE)


class Standing(Enum):
    """How a sentence stands in its text."""

    OWN = "own"
    QUOTED = "quoted"  # quoted, an example, or with words struck out: never sure
    GONE = "gone"  # done away with: nobody's duty


def standings(
    listed: Sequence[Sentence], over: Callable[[int], tuple[str, ...]]
) -> Iterator[tuple[Sentence, Standing]]:
    """Each sentence with how it stands; `over` gives the headings over its own."""
    label, part = Standing.OWN, -1

    for one, following in zip_longest(listed, listed[1:]):
        if one.part != part or one.opens:
            label, part = Standing.OWN, one.part
        headings = (one.section, *over(one.start))
        if _GONE_LABEL.match(one.text) or label is Standing.GONE:
            label = Standing.GONE
        elif _EXAMPLE_LABEL.match(one.text) or _EXAMPLE_LABEL.match(one.lead):
            label = Standing.QUOTED

        is_gone = any(_GONE_HEADING.fullmatch(title) for title in headings)
        is_gone = is_gone or bool(_GONE_AFTER.search(one.text))
        is_next = following is not None and following.part == part
        is_gone = is_gone or bool(is_next and _GONE_ALONE.fullmatch(following.text))
        is_quoted = not one.is_own or any(map(_EXAMPLE_HEADING.match, headings))

        yield (
            one,
            Standing.GONE if is_gone else Standing.QUOTED if is_quoted else label,
        )
