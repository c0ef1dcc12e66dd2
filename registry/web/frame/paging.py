"""Lists that can grow: a part at a time, each part at an address of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from flask import request

from registry.errors import BadInput

T = TypeVar("T")
PARAM = "side"


@dataclass(frozen=True)
class Part(Generic[T]):
    """What is shown of a list: the part of that number, from 1."""

    items: Sequence[T]
    number: int
    last: int
    total: int
    first_item: int

    @property
    def last_item(self) -> int:
        return self.first_item + len(self.items) - 1


def part_of(things: Sequence[T], most: int) -> Part[T]:
    """The part that the address asks for, of at most so many. Raises BadInput where the
    list has no such part.
    """
    last = max(1, -(-len(things) // most))
    number = _number(last)
    start = (number - 1) * most
    return Part(things[start : start + most], number, last, len(things), start + 1)


def _number(last: int) -> int:
    text = request.args.get(PARAM, "").strip() or "1"
    is_number = text.isascii() and text.isdigit() and len(text) <= 9
    if not is_number or not 1 <= int(text) <= last:
        sides = "én side" if last == 1 else f"{last} sider"
        raise BadInput(f"{PARAM}: listen har {sides}. Skriv et tal fra 1.", PARAM)
    return int(text)
