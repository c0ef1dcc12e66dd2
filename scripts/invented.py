"""A larger catalogue to measure: the shipped content, and invented agreements in the
words of the shipped vocabulary and of the questions. The same number of rows gives the
same files, on any day and machine.

That the rows speak in the words of the questions makes every question find very many of
them: it is the hard case.
"""

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from measuring import CONTENT, questions

from registry.content.files import read_yaml, write_markdown
from registry.models import NOT_APPLICABLE, NOT_STATED

ROWS_EACH = 10
BEGAN = date(2026, 1, 1)
RECORDED = datetime(2026, 1, 1, tzinfo=UTC)
SLUG = "maaling-{:05}"


def enlarged(folder: Path, rows: int) -> Path:
    """The shipped content; where more rows are asked for than it has, a copy of it with
    invented agreements of ten rows each.
    """
    missing = rows - _shipped_rows()
    if missing <= 0:
        return CONTENT
    shutil.copytree(CONTENT, folder)
    vocabulary = _vocabulary(folder)
    words = " ".join(questions()).split()

    for number in range(1, -(-missing // ROWS_EACH) + 1):
        path = folder / "agreements" / SLUG.format(number) / "1.md"
        own = min(ROWS_EACH, missing - (number - 1) * ROWS_EACH)
        front = _agreement(number, own, words, vocabulary)
        write_markdown(path, front, "## Udskrivning\n\nOpdigtet.")
    return folder


def _shipped_rows() -> int:
    """The rows of the shipped content, of all versions and drafts."""
    files = (CONTENT / "agreements").glob("*/*.md")
    return sum(
        line.startswith("  - key: ")
        for file in files
        for line in file.read_text(encoding="utf-8").splitlines()
    )


def _vocabulary(folder: Path) -> dict[str, list[tuple[str, str]]]:
    """The keys of each scheme that a row names, with their labels."""
    names = ("phases", "actors", "target-groups", "tasks")
    files = {
        name: read_yaml(folder / "vocabulary" / f"{name}.yaml", folder)
        for name in names
    }
    unsaid = (NOT_STATED, NOT_APPLICABLE)

    return {
        name: [
            (str(item["key"]), str(item["label"]))
            for item in files[name]["entries"]
            if item["key"] not in unsaid
        ]
        for name in names
    }


def _agreement(
    number: int,
    rows: int,
    words: list[str],
    vocabulary: dict[str, list[tuple[str, str]]],
) -> dict[str, Any]:
    """The front matter of an invented agreement."""
    at = number * 7 % len(words)
    spoken = cycle(words[at:] + words[:at])

    return {
        "state": "published",
        "kind": "samarbejdsaftale",
        "title": f"Måling {number}: {' '.join(islice(spoken, 5))}",
        "summary": "Opdigtet aftale til måling.",
        "in_force_from": BEGAN,
        "target_groups": [_key(vocabulary["target-groups"], number)],
        "evidence": ["opdigtet"],
        "treatment_responsibility": "Opdigtet.",
        "division_of_responsibility": "Opdigtet.",
        "economics": "Opdigtet.",
        "recorded_at": RECORDED,
        "parties": {"formel-part": ["region-oestdanmark", "koebenhavn"]},
        "rows": [
            _row(number * ROWS_EACH + at, spoken, vocabulary) for at in range(rows)
        ],
    }


def _row(
    number: int, spoken: Iterator[str], vocabulary: dict[str, list[tuple[str, str]]]
) -> dict[str, Any]:
    task_key, label = _pick(vocabulary["tasks"], number)

    return {
        "key": f"raekke-{number}",
        "task_key": task_key,
        "task": f"{label} {' '.join(islice(spoken, 6))}",
        "situation": " ".join(islice(spoken, 9)),
        "phase": _key(vocabulary["phases"], number),
        "target_groups": [_key(vocabulary["target-groups"], number)],
        "responsible": [_key(vocabulary["actors"], number)],
        "authority": [_key(vocabulary["actors"], number + 1)],
        "payer": [NOT_STATED],
        "treatment_responsible": [NOT_APPLICABLE],
        "section": "Udskrivning",
        "source": "opdigtet",
        "fact": f"maaling:{number}",
        "confirmed": False,
    }


def _pick(pairs: list[tuple[str, str]], number: int) -> tuple[str, str]:
    return pairs[number % len(pairs)]


def _key(pairs: list[tuple[str, str]], number: int) -> str:
    return _pick(pairs, number)[0]
