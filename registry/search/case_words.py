"""Words that nothing knows, and that by their form only tell how the case stands. Pure.

What somebody has hurt, and what happened, stands in no agreement; who reports, trains
or writes is the same.
"""

import re

from registry.language.danish import Token, fold
from registry.language.word_lists import COMPLAINT_HEADS

_HEADS = "|".join(map(fold, sorted(COMPLAINT_HEADS)))
_COMPLAINT = re.compile(rf"\w{{3,}}(?:{_HEADS})(?:n|en|d?et|d?ene|r|er|rne|erne|s)?")
# The weak past of a verb: «væltede», «kollapsede».
_PAST = re.compile(r"\w{3,}[^aeiouy\W]ede")


def tells_the_case(token: Token) -> bool:
    """Whether a word that nothing knows is a complaint, or a verb in the past."""
    return bool(_COMPLAINT.fullmatch(token.exact) or _PAST.fullmatch(token.exact))
