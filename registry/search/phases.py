"""Which phase of a stay a question tells, and the rows that are for the other. Pure.

Who is admitted has what the hospital gives; who is at home has another rule of the same
thing, often with a payment of her own. The one must never stand for the other.
"""

import re

from registry.catalogue.snapshot import Row
from registry.language.danish import fold, tokenize
from registry.language.idioms import in_plain_words

INSIDE, HOME = "under-indlaeggelse", "efter-udskrivning"
_STILL = r"(?: (?:stadig|stadigvaek|fortsat|nu|endnu|her|lige|jo|ikke))*"
_ONE = r"(?:han|hun|de|barnet|[^ ]*patienten|borgeren|(?:min|vores) [^ ]+|[^ ]+)"
# Who was or is to be admitted tells of another day, and a length of a stay of its rule.
_INSIDE = re.compile(
    rf" (?:ligger{_STILL} (?:inde|paa|til|indlagt)|er{_STILL} indlagt"
    rf"|mens {_ONE}{_STILL} (?:er |ligger )?(?:indlagt|inde|paa)"
    r"|under (?:selve )?(?:indlaeggelse\w*|opholdet paa)|indlagte?) "
)
_HOME = re.compile(
    rf" (?:er{_STILL} (?:hjemme|udskrevet)|er{_STILL} kommet hjem"
    r"|(?:bor|ligger|sidder) hjemme|efter (?:udskriv\w*|hjemkomst\w*)"
    r"|derhjemme|i (?:eget|sit|mit) hjem) "
)
# Either of the two is not all that the question tells of, where one of these stands.
_OF_BOTH = re.compile(
    r" (?:\w*udskr\w*|hjem|hjemme|hjemmefra|hjemmet|derhjemme|hjemkomst\w*|bagefter"
    r"|efter|siden|orlov|var|vaeret|blev|bliver|skal indlaegges"
    r"|=[\d.]+\w) "
)
_OF_HOME = re.compile(
    r" (?:\w*indl\w*|ligger (?:inde|paa)|hospital\w*|sygehus\w*|afdeling\w*|orlov) "
)
# What a row's task itself says of where it is done; its phase alone may be too narrow.
_AT_HOME = re.compile(
    r"\bi (?:eget )?hjem(?:met)?\b|\bhjemme\b|efter udskrivning\b"
    r"|\b(?:ny)?udskrev(?:et|ne)\b"
)
_AT_HOSPITAL = re.compile(r"\bmens .*\bindlagt\b|under (?:en )?indlaeggelse")


def phase_in(text: str) -> str:
    """The phase that a question tells, where it is only the one; empty where it tells
    none, or of both.
    """
    said = " ".join(word.exact for word in in_plain_words(text, tokenize(text)))
    said = f" {said} "
    if _INSIDE.search(said):
        return "" if _OF_BOTH.search(said) else INSIDE
    return HOME if _HOME.search(said) and not _OF_HOME.search(said) else ""


def is_of_other_phase(row: Row, phase: str) -> bool:
    """Whether a row's own phase and task both say that it is for the other phase."""
    if not phase:
        return False
    task = fold(row.snitflade.task)
    own = row.facets.get("phase", frozenset())
    if phase == INSIDE:
        return own == {HOME} and bool(_AT_HOME.search(task))
    return phase == HOME and own == {INSIDE} and bool(_AT_HOSPITAL.search(task))
