"""Terms that must not be used for each other, found where a text uses both for the
same.

A text that names both in one sentence tells them apart itself, and one that uses each
in connections of its own uses each rightly: only a connection that both stand in (the
words beside them) says that one may stand for the other.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from registry.language.danish import tokenize
from registry.language.readability import sentences
from registry.language.word_lists import FUNCTION_WORDS, LIGHT_WORDS, MODAL_WORDS

Forms = tuple[str, ...]

# A term in the definite, the plural or the genitive is the same term: varsling,
# varslingens.
_ENDING = r"(?:e|n|en|t|et|r|er|ne|ene|rne|erne)?s?"
_SHORTEST_INFLECTED = 4
# So many words of weight on either side are a term's connection.
NEAR = 2
_WITHOUT_WEIGHT = FUNCTION_WORDS | LIGHT_WORDS | MODAL_WORDS


def confused(
    text: str, pairs: Iterable[tuple[Forms, Forms]]
) -> Iterator[tuple[str, str]]:
    """Each pair that the text may confuse, in the two forms that it uses first: it uses
    both in the same connection, and in no sentence both.
    """
    for pair in pairs:
        for pair_held in side_by_side(text, [pair]):
            if not _used_rightly(text, *pair):
                yield pair_held


def _used_rightly(text: str, one: Forms, other: Forms) -> bool:
    near: tuple[set[str], set[str]] = (set(), set())
    for sentence in sentences(text.replace(";", ".\n")):
        ones, others = _spans(sentence, one), _spans(sentence, other)
        used, others_used = _outside(ones, others), _outside(others, ones)
        if used and others_used:
            return True
        near[0].update(_beside(sentence, used))
        near[1].update(_beside(sentence, others_used))

    return not near[0] & near[1]


def _beside(sentence: str, spans: Iterable[tuple[int, int]]) -> Iterator[str]:
    """The stems of the words of weight next to the spans."""
    weighty = [
        token
        for token in tokenize(sentence)
        if token.exact not in _WITHOUT_WEIGHT and not token.exact[:1].isdigit()
    ]
    for start, end in spans:
        before = [token.stem for token in weighty if token.end <= start]
        after = [token.stem for token in weighty if token.start >= end]
        yield from (*before[-NEAR:], *after[:NEAR])


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
