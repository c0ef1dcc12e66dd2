"""A book of who could have signed in as whom, kept beside the trail and not from it."""

from dataclasses import dataclass, field
from typing import NamedTuple

from registry.rules.linked_accounts import AccountEvent


class Link(NamedTuple):
    """A one-time link: where it was issued in the trail, and its key."""

    place: int
    key: str


@dataclass
class AccountBook:
    """Acts by their places, who confirmed each, and where a link was used.

    `joins`: the places where two accounts became one for good. `way_in`: whose account
    the way in of each of the organisation's people has become.
    """

    events: dict[int, tuple[str, str]] = field(default_factory=dict)
    confirmed: dict[int, set[str]] = field(default_factory=dict)
    links: dict[str, Link] = field(default_factory=dict)
    uses: dict[int, int] = field(default_factory=dict)
    joins: set[int] = field(default_factory=set)
    way_in: dict[str, str] = field(default_factory=dict)

    def note(self, place: int, by: str, account: str) -> None:
        self.events[place] = (by, account)
        self.confirmed[place] = set()

    def joined(self, place: int, by: str, account: str, *, by_way_of: str) -> None:
        self.note(place, by, account)
        self.joins.add(place)
        self.way_in[by_way_of] = by

    def issued(self, place: int, by: str, account: str, key: str) -> None:
        self.note(place, by, account)
        self.links[account] = Link(place, key)

    def used(self, place: int, account: str) -> None:
        self.uses[place] = self.links.pop(account).place

    def as_events(self) -> list[AccountEvent]:
        """All of it, a link's use as one more event by who issued it."""
        made = {**{place: place for place in self.events}, **self.uses}
        return [
            AccountEvent(
                place,
                *self.events[of],
                confirmed_by=frozenset(self.confirmed[of]),
                lasting=of in self.joins,
            )
            for place, of in made.items()
        ]
