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
    made = making(events, life)
    left = [
        event for event in events if in_life(event, life) and event.by not in MACHINES
    ]
    while True:
        free = [event for event in left if falls_away(event, left, made)]
        if not free:
            return left
        left.remove(free[-1])


def making(events: Collection[AccountEvent], life: Life) -> list[AccountEvent]:
    """The events of any age by which one could have signed in as another, less those
    that one confirmed whom nobody could have signed in as who could as the first.
    """
    left = [
        event
        for event in events
        if event.by not in MACHINES and (life.ends is None or event.place < life.ends)
    ]
    while True:
        free = [
            event
            for event in left
            if not event.lasting
            and any(apart(who, event.by, left) for who in seconds(event))
        ]
        if not free:
            return left
        left.remove(free[-1])


def seconds(event: AccountEvent) -> set[str]:
    return set(event.confirmed_by) - set(MACHINES)


def apart(one: str, other: str, made: Collection[AccountEvent]) -> bool:
    return not makers(made, one) & makers(made, other)


def makers(made: Collection[AccountEvent], one: str) -> set[str]:
    """Every account that a walk comes to from the one made to the one who made it."""
    accounts = {one}
    for _ in range(len(made)):
        for event in made:
            if event.account in accounts:
                accounts.add(event.by)
            if event.lasting and event.by in accounts:
                accounts.add(event.account)
    return accounts


def in_life(event: AccountEvent, life: Life) -> bool:
    if life.ends is not None and event.place >= life.ends:
        return False
    return event.lasting or life.begins <= event.place


def falls_away(
    event: AccountEvent,
    events: Collection[AccountEvent],
    made: Collection[AccountEvent],
) -> bool:
    outside = seconds(event) - reached(events, event.by)
    return not event.lasting and any(apart(who, event.by, made) for who in outside)


def reached(events: Collection[AccountEvent], one: str) -> set[str]:
    """Every account that a walk over the events comes to, to and fro."""
    accounts = {one}
    for _ in range(len(events)):
        for event in events:
            if accounts & {event.by, event.account}:
                accounts |= {event.by, event.account}
    return accounts
