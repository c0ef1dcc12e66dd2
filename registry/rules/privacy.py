"""No CPR number is kept: where values hold one, values without it, and its refusal.
Pure.
"""

from collections.abc import Iterator, Mapping
from math import ceil
from typing import Any, NamedTuple

from registry.errors import BadInput
from registry.language.personal_numbers import find, has_number, lines_of

# Shorter than any number, so that a text without its numbers is always the shorter.
MARK = "[fjernet]"
# A number as it may be dressed. What is longer, as one whose parts stand on both sides
# of a link's address, leaves a mark for each such length.
LONGEST_NUMBER = 200
REFUSED = (
    "Der står et CPR-nummer. Skriv det uden: CPR-numre må ikke stå i kataloget, heller "
    "ikke i bemærkninger."
)


class Held(NamedTuple):
    """Where values hold numbers: the field's name, and the line of each, from 1."""

    field: str
    lines: tuple[int, ...]


def held_in(values: Mapping[str, Any]) -> list[Held]:
    """The fields with numbers in them; of lists, the lines are counted through."""
    held = []
    for name, value in values.items():
        text = "\n".join(texts_in(value))
        lines = tuple(lines_of(text, find(text)))
        held += [Held(name, lines)] if lines else []
    return held


def holds_number(value: Any) -> bool:
    """Whether any text in a value, however deep, holds a number."""
    return any(has_number(text) for text in texts_in(value))


def texts_in(value: Any) -> Iterator[str]:
    """Every text in a value, those of a mapping with its keys."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for name, item in value.items():
            yield from (name, *texts_in(item))
    elif isinstance(value, list | tuple):
        for item in value:
            yield from texts_in(item)


def without_numbers(value: Any) -> Any:
    """The same value with MARK for each number in its texts, for a long one several."""
    if isinstance(value, str):
        return _cut(value)
    if isinstance(value, Mapping):
        return {name: without_numbers(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(without_numbers(item) for item in value)
    return value


def refuse_numbers(field: str, *texts: str, label: str = "") -> None:
    """Raises BadInput naming the field where one of the texts holds a number."""
    if any(map(has_number, texts)):
        raise BadInput(f"{label}: {REFUSED}" if label else REFUSED, field)


def _cut(text: str) -> str:
    end, parts = 0, []
    for span in find(text):
        marks = ceil((span.end - span.start) / LONGEST_NUMBER)
        parts += [text[end : span.start], " ".join([MARK] * marks)]
        end = span.end
    return "".join([*parts, text[end:]])
