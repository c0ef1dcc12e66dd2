"""Which accounts are one pair of eyes: whoever made an account what it is could also
have signed in with it.

Pure: the events on accounts, in the trail's own order, and the life of what is decided.
"""

from collections import deque
from collections.abc import Iterable, Mapping
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


def eyes_in(events: Iterable[AccountEvent], life: Life) -> Eyes:
    """The pairs of eyes for what lives so long.

    An event that a second administrator has confirmed binds nobody; but one who is
    joined to the two by other events is no second. So every event is taken for binding
    first, and those with a confirmation from outside of their group fall away, until
    none does: accounts that one person made never free each other.
    """
    binding = [
        event for event in events if life.holds(event) and not _by_machine(event)
    ]
    while True:
        eyes = Eyes(binding)
        left = [event for event in binding if not _is_confirmed(event, eyes)]
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
    told = [
        (called.get(a.by, a.by), names[a.key], called.get(a.account, a.account))
        for a in events
    ]
    return ", ".join(f"{who} {what} ({whom})" for who, what, whom in told)


def _by_machine(event: AccountEvent) -> bool:
    return event.by in MACHINES


def _is_confirmed(event: AccountEvent, eyes: Eyes) -> bool:
    return not event.lasting and any(
        not eyes.are_one(who, event.by) for who in event.confirmed_by - MACHINES
    )
