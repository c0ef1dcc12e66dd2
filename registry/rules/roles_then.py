"""Which roles each account had when: read from the events on accounts, in the trail's
own order.

Pure: what the trail says of an account, not what the account says of itself today.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple


class RolesSet(NamedTuple):
    """From the entry at `place` on, the account has these roles."""

    place: int
    account: str
    roles: frozenset[str]


class RolesThen:
    """What each account was allowed, by place in the trail."""

    def __init__(self, settings: Iterable[RolesSet]) -> None:
        self._of_account: dict[str, list[RolesSet]] = defaultdict(list)
        for one in sorted(settings, key=lambda one: one.place):
            self._of_account[one.account].append(one)

    def of(self, account: str, place: int) -> frozenset[str]:
        """The roles of the account just before the entry at `place`; none where it was
        not made yet.
        """
        before = [one for one in self._of_account.get(account, ()) if one.place < place]
        return before[-1].roles if before else frozenset()


def roles_in(detail: str) -> frozenset[str]:
    """The roles that an entry's detail says an account has from then on: all of them,
    or those it has left and those it has got ("redaktoer -> ingen").
    """
    after = detail.rpartition("->")[2]
    return frozenset(name.strip() for name in after.split(","))
