"""The pairs of eyes, reckoned the slow way: every set of events that could stand is
tried by walking from account to account.
"""

from collections.abc import Collection

from registry.rules.linked_accounts import MACHINES, AccountEvent, Life


def one_pair(
    events: Collection[AccountEvent], life: Life, one: str, other: str
) -> bool:
    """Whether the two are one in that life."""
    return other in reached(standing(events, life), one)


def standing(events: Collection[AccountEvent], life: Life) -> list[AccountEvent]:
    """The events that bind: one at a time falls away, the last that may."""
    left = [
        event for event in events if in_life(event, life) and event.by not in MACHINES
    ]
    while True:
        free = [event for event in left if falls_away(event, left)]
        if not free:
            return left
        left.remove(free[-1])


def in_life(event: AccountEvent, life: Life) -> bool:
    if life.ends is not None and event.place >= life.ends:
        return False
    return event.lasting or life.begins <= event.place


def falls_away(event: AccountEvent, events: Collection[AccountEvent]) -> bool:
    persons = set(event.confirmed_by) - set(MACHINES)
    return not event.lasting and bool(persons - reached(events, event.by))


def reached(events: Collection[AccountEvent], one: str) -> set[str]:
    """Every account that a walk over the events comes to, to and fro."""
    accounts = {one}
    for _ in range(len(events)):
        for event in events:
            if accounts & {event.by, event.account}:
                accounts |= {event.by, event.account}
    return accounts
