"""What is known only of an older edition, and says so itself. Pure.

A superseded rule says that it is one in its own words: «Ældre ordning», «set i den
ældre udgave». Whoever reads a value of it reads those words before the value.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from registry.language.readability import sentences

if TYPE_CHECKING:
    from registry.models import Snitflade

_OLDER = re.compile(
    r"\bældre (?:udgave|ordning|regel|regler|fordeling|ordlyd)\w*", re.IGNORECASE
)
ONLY_OLDER = "kun set i en ældre udgave"
FROM_OLDER = "fra en ældre ordning"


def speaks_of_older(text: str) -> bool:
    """Whether a text names an older edition or rule as what it tells."""
    return bool(_OLDER.search(text))


def older_basis(row: Snitflade, *, confirmed: bool) -> str:
    """The words to say before a row's values where they are an older edition's; empty
    where they are today's.

    What a source confirms is today's though it also tells how it was, unless the row
    begins by saying that it is the older rule.
    """
    if confirmed:
        return FROM_OLDER if _OLDER.match(row.situation.strip()) else ""
    is_older = speaks_of_older(row.situation) or speaks_of_older(row.source)
    return ONLY_OLDER if is_older else ""


def today_and_older(text: str) -> tuple[str, str]:
    """What a text tells of today, and the sentences that tell of an older edition. A
    text that tells nothing else is left as it is: it is what there is to say.
    """
    listed = sentences(text)
    older = [sentence for sentence in listed if speaks_of_older(sentence)]
    today = [sentence for sentence in listed if not speaks_of_older(sentence)]

    return (" ".join(today), " ".join(older)) if older and today else (text, "")


def today_first(text: str) -> str:
    """The same sentences, those of an older edition after those of today."""
    return " ".join(filter(None, today_and_older(text)))
