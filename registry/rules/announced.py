"""What a row says is announced, and no source confirms the day of. Pure.

A rule that is said to come may be in force already: who reads today's reads that
beside it, in the row's own words.
"""

import re
from collections.abc import Iterable

from registry.language.readability import sentences

_ANNOUNCED = re.compile(r"\b(?:meldt ud|udmeldte?)\b", re.IGNORECASE)
_NOT_SURE = re.compile(r"\bikke (?:bekræftet|set|oplyst)\b", re.IGNORECASE)


def is_announced(sentence: str) -> bool:
    """Whether a sentence tells of a rule as one that is announced."""
    return bool(_ANNOUNCED.search(sentence))


def announced_in(texts: Iterable[str]) -> str:
    """The first sentence of some texts that tells of what is announced, with the one
    after it where that tells what is not sure of it; empty where there is none.
    """
    for text in texts:
        listed = sentences(text)
        at = next((n for n, one in enumerate(listed) if is_announced(one)), None)
        if at is not None:
            after = [one for one in listed[at + 1 : at + 2] if _NOT_SURE.search(one)]
            return " ".join([listed[at], *after])
    return ""


def without_announced(listed: Iterable[str]) -> list[str]:
    """The sentences that tell of what holds, not of what is announced."""
    return [sentence for sentence in listed if not is_announced(sentence)]
