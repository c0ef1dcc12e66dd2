"""Whether what a sentence says is what its text lays down: what is done away with says
nothing, and what is quoted, told as an example, half struck out or perhaps done away
with is never sure.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from itertools import zip_longest

from registry.language.months import MONTHS
from registry.suggest.sentences import Sentence

_GONE = (
    r"(?:ophævet|ophævede|ophæves|bortfaldet|bortfaldne|bortfalder|udgået|udgåede|udgår"
    r"|slettet|slettes|forældet|forældede|afløst|erstattet"
    r"|(?:gælder )?ikke (?:længere|mere)(?! end\b)(?: gældende)?)(?!\w)"
)
_LAID_DOWN = (
    r"(?:aftale\w*|ordning\w*|udgave\w*|version\w*|regel|regler\w*|praksis"
    r"|bestemmelse\w*|tekst\w*|formulering\w*|retningslinje\w*)"
)
_FORMER = (
    r"(?:(?:de |den |det )?(?:tidligere|hidtidige?|forrige|gamle?)"
    rf"(?: gældende)? {_LAID_DOWN}|tidligere|historik|historie)(?!\w)"
)
# A date, or a year. One day of any month is none: «slettes den 1. i hver måned».
_MONTH = rf"(?:{'|'.join(MONTHS)})"
_DATE = (
    r"(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\s?\d{1,2}(?:[./-]\s?\d{2,4})?"
    rf"|\d{{1,2}}\.?\s?{_MONTH}(?:\s\d{{4}})?|(?:{_MONTH}\s)?(?:19|20)\d{{2}})(?!\w)"
)
_WHEN = rf"(?:[\s,]+(?:(?:pr|d)\.?\s?|(?:fra|den|siden|i|med|og|virkning)\s)*{_DATE})?"
# What goes on a day may still be in force.
_NO_DAY_TO_GO = r"(?!(?:ophæves|bortfalder|udgår|slettes)[^()\[\]\n]*\d)"
_ALL_GONE = rf"{_NO_DAY_TO_GO}(?:{_GONE}(?: {_LAID_DOWN})?|{_FORMER}){_WHEN}[\s.,!]*"
# Before a heading's first word: its number, and what it numbers.
_NUMBER = r"[\W\d_]*(?:(?:kapitel|afsnit|punkt|pkt|bilag|stk)\b[\W\d_]*)?"
_GONE_HEADING = re.compile(
    rf"{_NUMBER}{_ALL_GONE}\W*|.*[(\[–—:]\s*{_NO_DAY_TO_GO}{_GONE}{_WHEN}\W*",
    re.IGNORECASE,
)
_GONE_BRACKET = rf"[(\[]\s*{_ALL_GONE}[)\]]"
_GONE_LABEL = re.compile(rf"{_GONE_BRACKET}|(?:{_GONE}|{_FORMER})\s*:", re.IGNORECASE)
# Behind a sentence «(historik)» and «(tidligere)» may be of its last word alone.
_GONE_AFTER = re.compile(
    rf"[(\[]\s*{_NO_DAY_TO_GO}{_GONE}{_WHEN}[\s.,!]*[)\]]\W*$", re.IGNORECASE
)

# The same words with more behind them: what is done away with may be something else.
_MAYBE_HEADING = re.compile(
    rf"{_NUMBER}{_GONE}.*|.*[(\[–—:]\s*{_GONE}.*", re.IGNORECASE
)
_MAYBE_BRACKET = rf"[(\[]\s*(?:{_GONE}|{_FORMER}(?<!tidligere))[^()\[\]]*[)\]]"
_MAYBE_LABEL = re.compile(_MAYBE_BRACKET, re.IGNORECASE)
_MAYBE_AFTER = re.compile(rf"{_MAYBE_BRACKET}\W*$", re.IGNORECASE)

_BRACKET = re.compile(r"[(\[][^()\[\]]*[)\]]\W*")

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
    QUOTED = "quoted"  # never sure: an example, half struck out, perhaps gone
    GONE = "gone"  # done away with: nobody's duty


def standings(
    listed: Sequence[Sentence], over: Callable[[int], tuple[str, ...]]
) -> Iterator[tuple[Sentence, Standing]]:
    """Each sentence with how it stands; `over` gives the headings over its own."""
    label, part = Standing.OWN, -1

    for one, following in zip_longest(listed, listed[1:]):
        is_first = one.part != part or one.opens
        if is_first:
            label, part = Standing.OWN, one.part
        if is_first or not _BRACKET.fullmatch(one.text):
            label = _label_of(one, label)
        headings = (one.section, *over(one.start))
        after = [one.text]
        if following is not None and following.part == part:
            # A bracket on its own says it of the sentence before, not of the next.
            after += [following.text] if _BRACKET.fullmatch(following.text) else []

        is_gone = any(map(_GONE_HEADING.fullmatch, headings))
        if is_gone or any(map(_GONE_AFTER.search, after)):
            yield one, Standing.GONE
        elif label is Standing.OWN and _is_unsure(one, headings, after):
            yield one, Standing.QUOTED
        else:
            yield one, label


def _label_of(one: Sentence, before: Standing) -> Standing:
    """What a sentence's first words say of it and of those behind it in its point."""
    if _GONE_LABEL.match(one.text) or before is Standing.GONE:
        return Standing.GONE
    labels = (_MAYBE_LABEL, _EXAMPLE_LABEL)
    if any(label.match(one.text) for label in labels) or _EXAMPLE_LABEL.match(one.lead):
        return Standing.QUOTED
    return before


def _is_unsure(one: Sentence, headings: Sequence[str], after: Sequence[str]) -> bool:
    unsure = (_EXAMPLE_HEADING.match, _MAYBE_HEADING.fullmatch)
    return (
        not one.is_own
        or any(is_such(title) for title in headings for is_such in unsure)
        or any(map(_MAYBE_AFTER.search, after))
    )
