"""Which accounts are one pair of eyes: whoever made an account what it is could also
have signed in with it.

Pure: the events on accounts, in the trail's own order, and the life of what is decided.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

# Who has the command line has the machine, and a provider vouches for its own people:
# neither is a person who could sign in as another. No account may be called so.
COMMAND_LINE = "kommandolinje"
PROVIDER = "oidc"
MACHINES = frozenset({COMMAND_LINE, PROVIDER})


class AccountEvent(NamedTuple):
    """One event by which `by` could come to sign in as `account`.

    `place`: its number in the trail, which no clock sets back. `key`: of the event.
    `confirmed_by`: the administrators who said that it was as it should be. `lasting`:
    the two are one for good, as where a person joined their accounts.
    """

    place: int
    by: str
    account: str
    key: str = ""
    confirmed_by: frozenset[str] = frozenset()
    lasting: bool = False


class Life(NamedTuple):
    """From the first entry about what is decided, to the entry of the decision (None:
    to now).
    """

    begins: int
    ends: int | None = None

    def holds(self, event: AccountEvent) -> bool:
        """Whether the event counts in this life."""
        before_end = self.ends is None or event.place < self.ends
        return before_end and (event.lasting or event.place >= self.begins)


class Eyes:
    """Accounts in groups, each group one pair of eyes (union-find)."""

    def __init__(self, binding: Iterable[AccountEvent]) -> None:
        self.binding = tuple(binding)
        self._parents: dict[str, str] = {}
        for event in self.binding:
            self._parents[self._root(event.by)] = self._root(event.account)

    def are_one(self, one: str, other: str) -> bool:
        """Whether the two accounts are the same pair of eyes."""
        return self._root(one) == self._root(other)

    def between(self, one: str, others: Iterable[str]) -> list[AccountEvent]:
        """The fewest events by which an account is one with any of the others, in the
        trail's order; none where it is not.
        """
        wanted, reached = frozenset(others), {one: list[AccountEvent]()}
        waiting = deque([one])
        while waiting:
            here = waiting.popleft()
            if here in wanted:
                return sorted(reached[here])
            for event, there in self._beside(here):
                if there not in reached:
                    reached[there] = [*reached[here], event]
                    waiting.append(there)

        return []

    def _beside(self, account: str) -> list[tuple[AccountEvent, str]]:
        return [
            (event, event.account if event.by == account else event.by)
            for event in self.binding
            if account in (event.by, event.account)
        ]

    def _root(self, account: str) -> str:
        parent = self._parents.setdefault(account, account)
        while parent != account:
            self._parents[account] = self._parents[parent]
            account, parent = parent, self._parents[parent]
        return account


class Makers:
    """Who could have signed in as each account, whenever that came about: who made it
    what it is, who made theirs, and so on.
    """

    def __init__(self, events: Iterable[AccountEvent]) -> None:
        self._by: dict[str, set[str]] = defaultdict(set)
        for event in events:
            self._by[event.account].add(event.by)
            if event.lasting:
                self._by[event.by].add(event.account)
        self._known: dict[str, frozenset[str]] = {}

    def of(self, account: str) -> frozenset[str]:
        """The account itself and those that could have signed in as it."""
        if account not in self._known:
            makers, waiting = {account}, [account]
            while waiting:
                for maker in self._by.get(waiting.pop(), set()) - makers:
                    makers.add(maker)
                    waiting.append(maker)
            self._known[account] = frozenset(makers)
        return self._known[account]

    def are_apart(self, one: str, other: str) -> bool:
        """Whether nobody could have signed in as both."""
        return not self.of(one) & self.of(other)


def makers_in(events: Iterable[AccountEvent], ends: int | None = None) -> Makers:
    """Who made which accounts, by all events before the entry of that number.

    Of what is confirmed by one whom the same person did not make, the maker is none.
    """
    return _makers(
        tuple(
            event
            for event in events
            if not _by_machine(event) and (ends is None or event.place < ends)
        )
    )


@lru_cache(maxsize=16)
def _makers(events: tuple[AccountEvent, ...]) -> Makers:
    left = events
    while True:
        makers = Makers(left)
        still = tuple(event for event in left if not _is_confirmed(event, makers))
        if len(still) == len(left):
            return makers
        left = still


def eyes_in(events: Iterable[AccountEvent], life: Life) -> Eyes:
    """The pairs of eyes for what lives so long.

    An event that a second administrator has confirmed binds nobody; but one who is
    joined to the two by other events is no second. So every event is taken for binding
    first, and those with a confirmation from outside of their group fall away, until
    none does: accounts that one person made never free each other. Nor is one a second
    whose own account the first could have signed in to, however long ago it was made:
    else who made an administrator in time had the second pair of eyes for ever.
    """
    events = list(events)
    makers = makers_in(events, life.ends)
    binding = [
        event for event in events if life.holds(event) and not _by_machine(event)
    ]

    while True:
        eyes = Eyes(binding)
        left = [event for event in binding if not _is_confirmed(event, makers, eyes)]
        if len(left) == len(binding):
            return eyes
        binding = left


def with_used_links(
    events: Iterable[AccountEvent], link: str, used: str
) -> list[AccountEvent]:
    """The events, where each use of a one-time link counts as an event by the one who
    issued it: a link made before a draft was begun may be used after.

    `link`, `used`: the keys of the two. What was confirmed of the link is of its use.
    """
    issued: dict[str, AccountEvent] = {}
    counted = []
    for event in sorted(events):
        if event.key == link:
            issued[event.account] = event
        if event.key != used:
            counted.append(event)
        elif event.account in issued:
            counted.append(issued[event.account]._replace(place=event.place))

    return counted


def in_a_sentence(
    events: Iterable[AccountEvent], names: Mapping[str, str], called: Mapping[str, str]
) -> str:
    """The events as a list in a sentence. `names`: what each event is called; `called`:
    what each person is, by username; another stands as it is.
    """
    named = [
        (called.get(a.by, a.by), names[a.key], called.get(a.account, a.account))
        for a in events
    ]
    return ", ".join(f"{who} {what} ({whom})" for who, what, whom in named)


def _by_machine(event: AccountEvent) -> bool:
    return event.by in MACHINES


def _is_confirmed(
    event: AccountEvent, makers: Makers, eyes: Eyes | None = None
) -> bool:
    return not event.lasting and any(
        makers.are_apart(who, event.by)
        and (eyes is None or not eyes.are_one(who, event.by))
        for who in event.confirmed_by - MACHINES
    )
