"""A number with a full stop that says which one, as in a date: it begins no list,
wherever the line was broken. Pure.
"""

import re

_MONTH = (
    r"(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november"
    r"|december|(?:jan|feb|mar|apr|jun|jul|aug|sep|sept|okt|nov|dec)\.?(?=\s\d))"
)
_WHICH = re.compile(
    r"\d?\d\.\s?\d?\d\.\s?(?:\d\d){1,2}(?!\d)"
    rf"|\d?\d\.\s+(?:{_MONTH}(?![\w-])|(?:kvartal|halvår|semester)(?!\w))",
    re.IGNORECASE,
)


def says_which(line: str) -> bool:
    """Whether the line begins with a date or a part of a year: «1. januar 2027»,
    «2. kvartal».
    """
    return bool(_WHICH.match(line))
