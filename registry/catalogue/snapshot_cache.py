"""What is made from a snapshot is kept with it, and forgotten with it."""

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, TypeVar

from registry.catalogue.snapshot import Snapshot

F = TypeVar("F", bound=Callable[..., Any])


def kept_with_snapshot(make: F) -> F:
    """Remember what a function of a snapshot, and of a few other things, makes of them.

    A cache of its own would keep the rows of every date that somebody asked about. What
    is made must not hold the snapshot itself.
    """

    @wraps(make)
    def made(snapshot: Snapshot, *rest: Hashable) -> Any:
        kept = snapshot.kept.setdefault(make, {})
        if rest not in kept:
            kept[rest] = make(snapshot, *rest)
        return kept[rest]

    return made  # type: ignore[return-value]
