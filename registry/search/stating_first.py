"""Rows that tell what was asked before rows that do not, where they stand as high or
nearly so. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from registry.catalogue.told import worded
from registry.language.danish import fold
from registry.language.word_lists import ASKER_WORDS, KIN_WORDS
from registry.search.stated import gives_price, prices_in, states

if TYPE_CHECKING:
    from registry.catalogue.snapshot import Row
    from registry.search.concepts import ParsedQuestion
    from registry.search.profile import Profile
    from registry.search.row_hits import Ranked


KIN = "paaroerende"
_ASKING = "|".join(sorted(ASKER_WORDS))
_OF_KIN = ("forælder", "ægtefælle", "søster", "bror", "pårørende", "værge")
_KIN = rf"(?:{'|'.join(sorted(map(fold, (*KIN_WORDS, *_OF_KIN))))})"
# What a question says by the way, and what a row that is about just that has: the one
# who does it, or a word of its task.
_AS_KIN = re.compile(rf" (?:{_ASKING}) (?:\w+ )?som {_KIN} ")
_SENT_WHERE = re.compile(r" (?:hvorhen|til hvem|hvor (?:\w+ )+?send\w+ (?:\w+ )*?hen) ")
_BY_ITSELF = re.compile(r" (?:automatisk|af sig selv) ")
_RECEIVED = re.compile(r"\btil\b (?=[A-ZÆØÅ]|region|kommun|hospital)")
_AUTOMATIC = re.compile(r"\bautomatisk", re.IGNORECASE)


def decided_first(ranked: Sequence[Ranked], parsed: ParsedQuestion) -> list[Ranked]:
    """In their order, but that of one agreement's rows the one that has what the
    question says of who asks, where a thing is sent, or that it goes by itself, comes
    before a first that has not, where it covers as much.
    """
    first = ranked[0] if ranked else None
    said = f" {' '.join(word.exact for word in parsed.words)} "
    asks = [has for pattern, has in _DECIDING if pattern.search(said)]
    if first is None or not asks or any(has(first.row) for has in asks):
        return list(ranked)

    def comes_first(item: Ranked) -> bool:
        is_near = item.row.agreement == first.row.agreement
        covers = item.judged.concepts >= first.judged.concepts
        return is_near and covers and any(has(item.row) for has in asks)

    best = next((item for item in ranked if comes_first(item)), None)
    return sorted(ranked, key=lambda item: item is not best) if best else list(ranked)


def _is_kins(row: Row) -> bool:
    return KIN in row.snitflade.responsible


def _is_sent_to(row: Row) -> bool:
    return bool(_RECEIVED.search(row.snitflade.task))


def _is_automatic(row: Row) -> bool:
    return bool(_AUTOMATIC.search(" · ".join(worded(row))))


_DECIDING = (
    (_AS_KIN, _is_kins),
    (_SENT_WHERE, _is_sent_to),
    (_BY_ITSELF, _is_automatic),
)


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
