"""The numbers that headings and lines begin with."""

import re

# A whole outline number before a heading: 3.2 or 3. or 3), and 3 where the headings
# count on. A small letter after it makes it a date or an amount.
OUTLINE = re.compile(
    r"(\d{1,2}(?:\.\d{1,2}){1,4}[.)]?\s*(?=[^\W\d])|\d{1,2}[.)]\s*(?=[A-ZÆØÅÄÖÜÉ]))"
)
BARE = re.compile(r"(\d{1,2})\s+(?=[A-ZÆØÅÄÖÜÉ])")


def depth_of(text: str) -> int:
    """How many numbers stand before a heading."""
    outline = OUTLINE.match(text)
    return len(re.findall(r"\d+", outline[0])) if outline else 0
