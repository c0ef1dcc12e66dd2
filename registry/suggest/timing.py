"""Where a sentence says by when. What the time says as data is read by the one reader
of deadlines.
"""

import re
from collections.abc import Sequence

from registry.language.numbers import NUMBER_WORDS
from registry.suggest.lexicon import PREPOSITIONS
from registry.suggest.names import base_of, is_someone
from registry.suggest.nouns import phrase_end
from registry.suggest.time_words import HEDGE, LENGTH, TIME
from registry.suggest.words import Word

Words = Sequence[Word]
Span = tuple[int, int]

_TIME = re.compile(TIME, re.IGNORECASE)
_ONLY_LENGTH = re.compile(LENGTH, re.IGNORECASE)
_HEDGE = re.compile(HEDGE, re.IGNORECASE)
# After these an event is named.
_OPEN = re.compile(r"(?:senest|inden|før|efter|forud for|fra|ved|på|med|for)$")
# «Dagen efter» may have an event, or be said of what was told before.
_DAYS = ("dagen", "ugen", "aftenen", "morgenen", "samme", "næste", "følgende")
# After these one may be.
_AT_ONCE = frozenset({"umiddelbart", "i god tid", "straks"})
_FROM = frozenset({"før", "efter", "inden", "ved"})
_HEADLESS = frozenset({"den", "dem", "de"})
# Without an event these say nothing by themselves.
_NEEDS_EVENT = frozenset({"inden", "før", "forud for", "senest"})


def times(words: Words, start: int, stop: int) -> list[Span]:
    """Where a stretch of a sentence says by when or how often, in order."""
    if start >= stop:
        return []
    text = " " * words[start].start + _joined(words, start, stop)
    spans: list[Span] = []

    for match in _TIME.finditer(text):
        first = _at(words, match.start(), start, stop)
        last = _at(words, match.end() - 1, start, stop) + 1
        if spans and first < spans[-1][1]:
            continue
        end = _with_event(words, first, last, stop, match[0].lower())
        if end is None:
            continue
        if spans and first - spans[-1][1] <= 0:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((first, end))

    return spans


def _joined(words: Words, start: int, stop: int) -> str:
    """The words as they stood, each at its place."""
    text = ""
    for word in words[start:stop]:
        text += " " * (word.start - words[start].start - len(text)) + word.text
    return text


def _at(words: Words, place: int, start: int, stop: int) -> int:
    for at in range(start, stop):
        if place < words[at].end:
            return at
    return stop - 1


def _with_event(
    words: Words, first: int, last: int, stop: int, said: str
) -> int | None:
    """Where the time ends, its event with it; None where it is no time limit."""
    said = " ".join(said.split())
    if _lasts(words, first, said):
        return None
    if said in _AT_ONCE:
        if last >= stop or words[last].low not in _FROM:
            return last
        last += 1
    elif not _OPEN.search(said):
        return last

    end = phrase_end(words, last, stop)
    if end == last:
        ends_here = said not in _NEEDS_EVENT or (
            said == "senest" and _ends(words, last, stop)
        )
        return last if ends_here else None
    named = is_someone(words[end - 1].low)
    if named and said.startswith((*_DAYS, "samtidig")):
        # At the same time as somebody is who is told too.
        return last if said.startswith(_DAYS) else None
    return _with_more(words, end, stop)


def _ends(words: Words, at: int, stop: int) -> bool:
    """Whether the stretch ends here, before a clause or the sentence's own end."""
    return at >= stop or (at + 1 == stop and words[at].is_sign)


def _lasts(words: Words, first: int, said: str) -> bool:
    """Whether it is how long: a length alone, or one after a preposition."""
    before = words[first - 1].low if first else ""
    bare = _HEDGE.sub("", said)
    measured = bare[:1].isdigit() or bare.startswith(("hver", "de "))
    measured = measured or bare.split(maxsplit=1)[0] in NUMBER_WORDS
    return bool(_ONLY_LENGTH.fullmatch(bare)) or (measured and before in PREPOSITIONS)


def _is_agent(words: Words, at: int, end: int) -> bool:
    """Whether «af» names who does it, and not whom or what the event is of."""
    head = words[end - 1].low
    if head in _HEADLESS:  # af den, der …
        return True
    does = is_someone(head) and base_of(head) not in ("borger", "familie")
    return words[at].low == "af" and does


def _with_more(words: Words, end: int, stop: int) -> int:
    """Past «af» and «fra» with their phrases: modtagelsen af henvisningen."""
    while end + 1 < stop and words[end].low in ("af", "fra"):
        more = phrase_end(words, end + 1, stop)
        if more == end + 1 or _is_agent(words, end, more):
            break
        end = more
    return end
