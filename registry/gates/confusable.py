"""Terms that must not be used for each other, found where a text uses both."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

Forms = tuple[str, ...]

# A term in the definite, the plural or the genitive is the same term: varsling,
# varslingens.
_ENDING = r"(?:e|n|en|t|et|r|er|ne|ene|rne|erne)?s?"
_SHORTEST_INFLECTED = 4


def side_by_side(
    text: str, pairs: Iterable[tuple[Forms, Forms]]
) -> Iterator[tuple[str, str]]:
    """Each pair of which the text holds both, in the two forms that it uses first.

    Whole words, any case; abbreviations in capitals only as such (PC is not pc). A form
    that only stands inside one of the other term's ("læge" in "patientansvarlig læge")
    is not used.
    """
    lower = text.lower()
    for one, other in pairs:
        if _may_hold(lower, one) and _may_hold(lower, other):
            ones, others = _spans(text, one), _spans(text, other)
            used, others_used = _outside(ones, others), _outside(others, ones)
            if used and others_used:
                yield text[slice(*used[0])], text[slice(*others_used[0])]


def _may_hold(lower: str, forms: Forms) -> bool:
    # Most pairs end here; searching long texts for whole words takes far longer.
    return any(word.lower() in lower for form in forms for word in form.split()[:1])


def _spans(text: str, forms: Forms) -> list[tuple[int, int]]:
    return [match.span() for match in _whole_words(forms).finditer(text)]


def _outside(
    spans: Sequence[tuple[int, int]], others: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    return [
        (start, end)
        for start, end in spans
        if not any(first <= start and end <= last for first, last in others)
    ]


@lru_cache(maxsize=4096)
def _whole_words(forms: Forms) -> re.Pattern[str]:
    longest_first = sorted(filter(str.strip, forms), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_pattern, longest_first))})(?!\w)")


def _pattern(form: str) -> str:
    if form.isupper():
        return re.escape(form)
    # In the definite, the words before the last end in -e: den ansvarlige læge.
    spelled = r"e?\s+".join(re.escape(word) for word in form.split())
    inflected = len(form) >= _SHORTEST_INFLECTED and form[-1].isalpha()
    return f"(?i:{spelled}{_ENDING if inflected else ''})"
