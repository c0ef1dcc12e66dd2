"""Rows that a text tells as labels with their values: «Opgave: … Udføres af: …»."""

import re
from collections.abc import Iterator, Mapping

# What a label says of a row, by the names that agreements have for it.
LABELS: Mapping[str, tuple[str, ...]] = {
    "task": ("opgave", "opgaven", "indsats", "aktivitet", "ydelse", "handling", "hvad"),
    "responsible": (
        *("udføres af", "udfører", "udførende", "ansvarlig", "ansvar", "hvem"),
        *("ansvarlig part", "varetages af", "opgaven udføres af", "hvem gør det"),
    ),
    "payer": ("betales af", "betaler", "finansieres af", "finansiering", "økonomi"),
    "authority": ("myndighed", "myndighedsansvar", "afgøres af", "bevilges af"),
    "treatment_responsible": (
        *("behandlingsansvar", "lægeligt behandlingsansvar", "behandlingsansvarlig"),
    ),
    "contributes": ("medvirker", "medvirkende", "bidrager", "inddrages", "deltager"),
    "informed": ("orienteres", "informeres", "underrettes", "modtager", "sendes til"),
    "deadline": ("frist", "tidsfrist", "hvornår", "tid", "tidspunkt", "senest"),
    "situation": ("situation", "når", "betingelse", "forudsætning", "gælder når"),
    "does_not_apply_to": ("gælder ikke for", "gælder ikke", "undtagelse", "undtaget"),
}
ACTORS_OF: tuple[str, ...] = (
    "responsible",
    "payer",
    "authority",
    "treatment_responsible",
)
ACTORS_OF += ("contributes", "informed")
FIELD_OF = {name: field for field, names in LABELS.items() for name in names}
_NAMES = "|".join(sorted(FIELD_OF, key=len, reverse=True))
_LABEL = re.compile(
    rf"(?:(?<=^)|(?<=[.;,|\n])|(?<=[.;,|]\s))\s*({_NAMES})\s*:\s*", re.IGNORECASE
)
# A row has a task and one thing more.
FEWEST = 2


def records(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
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
    labels = _labels(text)
    found: dict[str, str] = {}
    for number, (field, _, begin) in enumerate(labels):
        stop = labels[number + 1][1] if number + 1 < len(labels) else len(text)
        found.setdefault(field, " ".join(text[begin:stop].split()).rstrip(" .;,|"))
    return found


def _labels(text: str) -> list[tuple[str, int, int]]:
    """Each label: its field, where it begins and where its value does."""
    return [
        (FIELD_OF[match[1].lower()], match.start(1), match.end())
        for match in _LABEL.finditer(text)
    ]
