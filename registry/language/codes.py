"""Codes of capitals and a number, as forms have them: «LÆ 121/125, LÆ 141». Pure."""

import re

from registry.language.danish import fold

_NUMBER = r"\d{2,3}(?!\d)"
_CODES = re.compile(
    r"\b(?P<letters>[A-ZÆØÅ]{1,3}) ?"
    rf"(?P<numbers>{_NUMBER}(?:(?:/|, | og ){_NUMBER})*)"
)


def codes(text: str) -> list[str]:
    """Each code folded and in one, the letters given to every number: «LÆ 121/125» is
    lae121 and lae125.
    """
    return [
        fold(match["letters"]) + number
        for match in _CODES.finditer(text)
        for number in re.findall(r"\d+", match["numbers"])
    ]
