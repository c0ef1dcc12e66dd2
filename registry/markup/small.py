"""What stands raised or lowered, written by itself on the line, where no look can tell
it: m² is not m2, and 10⁻³ is not 10-3. Pure.
"""

import re

_TABLES: dict[str, dict[int, int]] = {
    "sup": str.maketrans("0123456789+-−–=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿ"),
    "sub": str.maketrans("0123456789+-−–=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎"),
}
PLACES = frozenset(_TABLES)
# What a number may go on with, beside figures.
_GOES_ON = ("+", "-", "−", "–", ",", ".", "/", ":")
# A dash between two figures is a span, and no minus.
_SPAN = re.compile(r"\d[-−–]\d")
# A raised sign after a whole word is that of a note; after a unit, a power.
_A_WORD = re.compile(r"[^\W\d_]{3}$(?<!meter)")


def placed(text: str, place: str) -> str:
    """The text raised (`place` sup) or lowered (sub): all of it, or nothing.

    What has no such letters, as «2,5», stands in parentheses where it would else be
    read as one number with what comes before it.
    """
    core, table = text.strip(), _TABLES[place]
    if core and all(ord(sign) in table for sign in core) and not _SPAN.search(core):
        return text.translate(table)
    if core[:1].isnumeric() or core[:1] in _GOES_ON:
        return f" ({core})"
    return f" {core}" if core.endswith(")") else text


def is_note(before: str) -> bool:
    """Whether what is raised after this text is the sign of a note."""
    return bool(_A_WORD.search(before))
