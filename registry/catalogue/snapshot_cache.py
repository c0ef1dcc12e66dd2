"""What is made from a snapshot is kept with it, and forgotten with it."""

from collections.abc import Callable, Hashable
from functools import partial, wraps
from typing import Any, TypeVar

from registry.catalogue.snapshot import Snapshot

F = TypeVar("F", bound=Callable[..., Any])

# The index that readers are answered from, and the one that takes its place.
MOST_INDEXES = 2


def kept_with_snapshot(make: F, *, most: int | None = None) -> F:
    """Remember what a function of a snapshot, and of a few other things, makes of them;
    the latest so many, where it is large and there is no end to the other things.

    A cache of its own would keep the rows of every date that somebody asked about. What
    is made must not hold the snapshot itself.
    """

    @wraps(make)
    def made(snapshot: Snapshot, *rest: Hashable) -> Any:
        kept = snapshot.kept.setdefault(make, {})
        if rest in kept:
            return kept[rest]

        new = make(snapshot, *rest)
        kept[rest] = new
        for oldest in list(kept)[:-most] if most else ():
            kept.pop(oldest, None)
        return new

    return made  # type: ignore[return-value]


# For what is made of the words of an index too.
kept_with_snapshot_and_index = partial(kept_with_snapshot, most=MOST_INDEXES)
