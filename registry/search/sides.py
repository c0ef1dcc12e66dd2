"""The sides of a case that a question and a row may be on: psychiatric or bodily, a
child or an adult, urgent or not. Pure.

A row that does not hold for one side says so in its own words, which are seldom the
question's: «hjem fra psyk» is asked, «Psykiatrien» is excepted.
"""

import re

from registry.language.danish import fold, folded_words

PSYCHIATRIC, BODILY, CHILD, ADULT, URGENT = (
    "psychiatric",
    "bodily",
    "child",
    "adult",
    "urgent",
)
# Mentally ill one may be on a bodily ward too: only the place counts.
_WORDS = {
    PSYCHIATRIC: r"psyk|psykiatri\w*|\w*psykiatrisk\w*|\w*psykiatrien|lukket afdeling",
    BODILY: r"somatik\w*|somatisk\w*",
    CHILD: r"barn\w*|boern\w*|unge?|teenager\w*|mindreaarig\w*",
    ADULT: r"voksne?|voksen\w*",
    URGENT: r"akut|akutte|haster?|hastende|straks|omgaaende",
}
_SAID = {side: re.compile(rf" (?:{words}) ") for side, words in _WORDS.items()}
# The target group of those on a side.
GROUP_OF = {
    PSYCHIATRIC: "psykisk-sygdom",
    BODILY: "somatik",
    CHILD: "boern-og-unge",
    ADULT: "voksne",
}
# Not urgent is no side: «det er ikke akut».
_NOT_URGENT = re.compile(r" ikke (?:saa )?(?:akut|haster?) ")


def sides_in(text: str) -> frozenset[str]:
    """The sides that a text names."""
    said = f" {folded_words(fold(text))} "
    if _NOT_URGENT.search(said):
        said = _NOT_URGENT.sub(" ", said)
    return frozenset(side for side, words in _SAID.items() if words.search(said))
