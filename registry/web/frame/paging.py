"""Lists that can grow: a part at a time, each part at an address of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from flask import request

from registry.errors import BadInput

T = TypeVar("T")
PARAM, WHICH = "side", "vis"


@dataclass(frozen=True)
class ListPart(Generic[T]):
    """What is shown of a list: the part of that number, from 1. `name`: which list of
    its page it is; `chosen`: the address asks for it.
    """

    items: Sequence[T]
    number: int
    last: int
    total: int
    first_item: int
    name: str = ""
    chosen: bool = True

    @property
    def last_item(self) -> int:
        return self.first_item + len(self.items) - 1


def part_of(things: Sequence[T], most: int, place: int = 0) -> ListPart[T]:
    """The part that the address asks for, of at most so many; otherwise the one in
    which `place` lies. Raises BadInput where the list has no such part.
    """
    return _part(things, most, _number(_last(things, most), place // most + 1))


def parts_of(
    lists: Mapping[str, Sequence[Any]], few: int, most: int
) -> dict[str, ListPart[Any]]:
    """Of a page with several lists, the first few things of each; of the one that the
    address names, a part of at most so many. Raises BadInput.
    """
    wanted = request.args.get(WHICH, "").strip()
    if wanted and wanted not in lists:
        raise BadInput(f"{WHICH}: vælg en af {', '.join(lists)}.", WHICH)

    return {
        name: (
            _part(things, most, _number(_last(things, most)), name)
            if name == wanted
            else _part(things, few, 1, name, chosen=False)
        )
        for name, things in lists.items()
    }


def most_of_each(counts: Sequence[int], each: int, in_all: int) -> int:
    """How many things each of some lists may show, at most `each`, so that together
    they show no more than `in_all`; one always.
    """
    return next(
        (
            most
            for most in range(each, 1, -1)
            if sum(min(most, count) for count in counts) <= in_all
        ),
        1,
    )


def _last(things: Sequence[T], most: int) -> int:
    return max(1, -(-len(things) // most))


def _part(
    things: Sequence[T], most: int, number: int, name: str = "", *, chosen: bool = True
) -> ListPart[T]:
    start = (number - 1) * most
    shown, last = things[start : start + most], _last(things, most)
    return ListPart(shown, number, last, len(things), start + 1, name, chosen)


def _number(last: int, otherwise: int = 1) -> int:
    text = request.args.get(PARAM, "").strip() or str(otherwise)
    is_number = text.isascii() and text.isdigit() and len(text) <= 9
    if not is_number or not 1 <= int(text) <= last:
        sides = "én side" if last == 1 else f"{last} sider"
        raise BadInput(f"{PARAM}: listen har {sides}. Skriv et tal fra 1.", PARAM)
    return int(text)
