"""Pairing: which rows of two moments are one task, before and after."""

from collections.abc import Iterable, Sequence
from itertools import chain, product

from registry.rules.coherence.rows import Row, Yardstick, by_task, meet

Pair = tuple[Row, Row]
# In what two rows agree, the weightiest first.
_Likeness = tuple[bool, ...]
AT_SITUATION = 1


def paired(
    before: Sequence[Row], after: Sequence[Row], yardstick: Yardstick
) -> list[Pair]:
    """The rows that are one task, before and after.

    Rows with the same key in the same agreement are. Of those that went away and those
    that came, each belongs to the ones of its task key that are most like it: so a task
    neither hides behind a new key, nor behind two rows in place of one, nor in another
    agreement. Target groups and places must meet. Situations part rows only where
    others fit better, for a reworded one says nothing of whether the task is another.
    An agreement that was not there before takes its tasks from somewhere: its rows may
    share with others the one that they come from.
    """
    known = {row.agreement for row in before}
    kept = _by_key(before, after)
    gone = _without(before, (old for old, _ in kept))
    come = _without(after, (new for _, new in kept))

    olds, news = by_task(gone), by_task(come)
    return kept + [
        pair
        for task in sorted(olds.keys() & news.keys())
        for pair in _most_alike(olds[task], news[task], known, yardstick)
    ]


def _by_key(before: Iterable[Row], after: Iterable[Row]) -> list[Pair]:
    """Where a draft has a key twice, the first goes first."""
    waiting: dict[tuple[str, str], list[Row]] = {}
    for row in before:
        waiting.setdefault((row.agreement, row.key), []).append(row)
    return [
        (olds.pop(0), row)
        for row in after
        if (olds := waiting.get((row.agreement, row.key)))
    ]


def _without(rows: Iterable[Row], taken: Iterable[Row]) -> list[Row]:
    away = set(taken)
    return [row for row in rows if row not in away]


def _most_alike(
    olds: Sequence[Row], news: Sequence[Row], known: set[str], yardstick: Yardstick
) -> list[Pair]:
    """The pairs than which neither side has a better one; and those than which only one
    side has, unless they are for different situations. `known`: the agreements that
    were there before.
    """
    likeness = _in_one_agreement(olds, news, yardstick)
    # Where both have one in their own agreement, none in another is more alike.
    left = _without(olds, (old for old, _ in likeness))
    new_left = _without(news, (new for _, new in likeness))
    further = chain(product(left, news), product(olds, new_left))
    likeness |= _alike(further, yardstick)

    best: dict[Row, _Likeness] = {}
    for pair, alike in likeness.items():
        for row in pair:
            best[row] = max(best.get(row, ()), alike)

    return [
        (old, new)
        for (old, new), alike in likeness.items()
        if alike == best[old] == best[new]
        or (
            alike in (best[old], best[new])
            and (
                _in_one_situation(old, new)
                or (new.agreement not in known and not _agree(best[old], best[new]))
            )
        )
    ]


def _in_one_agreement(
    olds: Iterable[Row], news: Iterable[Row], yardstick: Yardstick
) -> dict[Pair, _Likeness]:
    of: dict[str, list[Row]] = {}
    for old in olds:
        of.setdefault(old.agreement, []).append(old)
    pairs = ((old, new) for new in news for old in of.get(new.agreement, ()))
    return _alike(pairs, yardstick)


def _alike(pairs: Iterable[Pair], yardstick: Yardstick) -> dict[Pair, _Likeness]:
    """The pairs that may be one task, each with its likeness."""
    return {
        (old, new): _likeness(old, new)
        for old, new in pairs
        if _may_be_one(old, new, yardstick)
    }


def _likeness(old: Row, new: Row) -> _Likeness:
    return (
        old.agreement == new.agreement,
        old.situation == new.situation,
        old.target_groups == new.target_groups,
        old.phase == new.phase,
        old.places == new.places,
    )


def _may_be_one(old: Row, new: Row, yardstick: Yardstick) -> bool:
    return meet(old.places, new.places) and yardstick.may_be_one(
        old.target_groups, new.target_groups
    )


def _agree(*best: _Likeness) -> bool:
    """Whether any of them is of one situation."""
    return any(alike[AT_SITUATION] for alike in best)


def _in_one_situation(old: Row, new: Row) -> bool:
    return () in (old.situation, new.situation) or old.situation == new.situation
