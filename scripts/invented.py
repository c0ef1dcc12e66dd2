"""A larger catalogue to measure: the shipped content, and invented agreements in the
words of the questions.
"""

import shutil
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from measuring import CONTENT, questions

from registry.clock import now, today
from registry.content.files import read_yaml, write_markdown
from registry.models import NOT_APPLICABLE, NOT_STATED

ROWS_EACH = 10


def enlarged(folder: Path, agreements: int) -> Path:
    """The shipped content; where more is asked for, a copy of it with invented
    agreements.
    """
    if not agreements:
        return CONTENT
    shutil.copytree(CONTENT, folder)
    vocabulary = _vocabulary(folder)
    words = " ".join(questions()).split()

    for number in range(1, agreements + 1):
        path = folder / "agreements" / f"maaling-{number:05}" / "1.md"
        write_markdown(
            path, _agreement(number, words, vocabulary), "## Udskrivning\n\nOpdigtet."
        )
    return folder


def _vocabulary(folder: Path) -> dict[str, list[str]]:
    names = ("phases", "actors", "target-groups", "tasks")
    files = {
        name: read_yaml(folder / "vocabulary" / f"{name}.yaml", folder)
        for name in names
    }
    found = {
        name: [str(entry["key"]) for entry in files[name]["entries"]] for name in names
    }

    found["actors"] = [
        k for k in found["actors"] if k not in (NOT_STATED, NOT_APPLICABLE)
    ]
    return found


def _agreement(
    number: int, words: list[str], vocabulary: dict[str, list[str]]
) -> dict[str, Any]:
    """The front matter of an invented agreement, in words that the questions use."""
    spoken = cycle(words[number * 7 % len(words) :] + words[: number * 7 % len(words)])

    return {
        "state": "published",
        "kind": "samarbejdsaftale",
        "title": f"Måling {number}: {' '.join(islice(spoken, 5))}",
        "summary": "Opdigtet aftale til måling.",
        "in_force_from": today(),
        "target_groups": [_pick(vocabulary["target-groups"], number)],
        "evidence": ["opdigtet"],
        "treatment_responsibility": "Opdigtet.",
        "division_of_responsibility": "Opdigtet.",
        "economics": "Opdigtet.",
        "recorded_at": now(),
        "parties": {"formel-part": ["region-oestdanmark"]},
        "rows": [
            _row(number * ROWS_EACH + at, spoken, vocabulary) for at in range(ROWS_EACH)
        ],
    }


def _row(
    number: int, spoken: Iterator[str], vocabulary: dict[str, list[str]]
) -> dict[str, Any]:
    return {
        "key": f"raekke-{number}",
        "task_key": _pick(vocabulary["tasks"], number),
        "task": " ".join(islice(spoken, 6)),
        "situation": " ".join(islice(spoken, 9)),
        "phase": _pick(vocabulary["phases"], number),
        "target_groups": [_pick(vocabulary["target-groups"], number)],
        "responsible": [_pick(vocabulary["actors"], number)],
        "authority": [_pick(vocabulary["actors"], number + 1)],
        "payer": [NOT_STATED],
        "treatment_responsible": [NOT_APPLICABLE],
        "section": "Udskrivning",
        "source": "opdigtet",
        "fact": f"maaling:{number}",
        "confirmed": False,
    }


def _pick(keys: list[str], number: int) -> str:
    return keys[number % len(keys)]
