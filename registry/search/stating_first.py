"""Rows that tell what was asked before rows that do not, where they stand as high or
nearly so. Pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from registry.search.stated import gives_price, prices_in, states

if TYPE_CHECKING:
    from registry.search.concepts import ParsedQuestion
    from registry.search.profile import Profile
    from registry.search.row_hits import Ranked


def asked_first(ranked: Sequence[Ranked], parsed: ParsedQuestion) -> list[Ranked]:
    """In their order, but that of rows of one kind of task those which state the field
    that is asked for come before a first that does not, where they cover as much.
    """
    first = ranked[0] if ranked else None
    if first is None or parsed.asked is None or states(first.row, parsed.asked):
        return list(ranked)

    def comes_first(item: Ranked) -> bool:
        return (
            item.row.task_key == first.row.task_key
            and item.judged.covered >= first.judged.covered
            and states(item.row, parsed.asked)
        )

    return sorted(ranked, key=lambda item: not comes_first(item))


def price_first(able: Sequence[Ranked], profile: Profile) -> list[Ranked]:
    """In their order, but that where no row of the first's kind of task tells a price,
    those that do and stand nearly as high come before it.
    """
    first = able[0]
    if any(r.row.task_key == first.row.task_key and gives_price(r.row) for r in able):
        return list(able)

    least = profile.sureness.beside * first.held
    return sorted(able, key=lambda r: not (r.held >= least and prices_in(r.row)))
