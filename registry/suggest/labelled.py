"""Rows that a text tells as labels with their values: «Opgave: … Udføres af: …»."""

import re
from collections.abc import Iterator

from registry.rules.fields import ROW_FIELDS
from registry.suggest.struck import without_struck

# What a label says of a row, by the names that agreements have for it.
FIELD_OF = {name: field.name for field in ROW_FIELDS for name in field.running_names}
_NAMES = "|".join(sorted(FIELD_OF, key=len, reverse=True))
_LABEL = re.compile(
    rf"(?:(?<=^)|(?<=[.;,|\n])|(?<=[.;,|]\s))\s*({_NAMES})\s*:\s*", re.IGNORECASE
)
# A row has a task and one thing more.
FEWEST = 2


def row_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where in a stretch of a text each labelled row stands; none where it has none."""
    labels = _labels(text[start:end])
    tasks = [at for field, at, _ in labels if field == "task"]
    if len(labels) < FEWEST or not tasks or labels[0][0] != "task":
        return

    for begin, stop in zip(tasks, [*tasks[1:], end - start], strict=True):
        if sum(begin <= at < stop for _, at, _ in labels) >= FEWEST:
            yield start + begin, start + stop


def values(text: str) -> dict[str, str]:
    """What each label of a labelled row says."""
    text = without_struck(text)
    labels = _labels(text)
    by_field: dict[str, str] = {}
    for number, (field, _, begin) in enumerate(labels):
        stop = labels[number + 1][1] if number + 1 < len(labels) else len(text)
        by_field.setdefault(field, " ".join(text[begin:stop].split()).rstrip(" .;,|"))
    return by_field


def _labels(text: str) -> list[tuple[str, int, int]]:
    """Each label: its field, where it begins and where its value does."""
    return [
        (FIELD_OF[match[1].lower()], match.start(1), match.end())
        for match in _LABEL.finditer(text)
    ]
