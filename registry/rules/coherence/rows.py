"""What coherence is told: rows, the agreements that answer with them, and what they are
held against. Plain values, wherever they come from.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from registry.models import NOT_APPLICABLE, NOT_STATED
from registry.rules.fields import FOUR_ANSWERS
from registry.rules.phases import ALL_PHASES

DEADLINE = "deadline"
# The fields in which rows can contradict each other, in the order they are told.
COMPARED = (*FOUR_ANSWERS, DEADLINE)
PLACE_OF = {name: at for at, name in enumerate(COMPARED)}

# The sector of citizens and relatives, who are never parties: its key, and with its
# name.
CITIZEN_SECTOR = "borger"
CITIZEN_SECTORS = frozenset({CITIZEN_SECTOR, "borger og pårørende"})
MUNICIPAL = "kommune"  # the sector of municipalities
# Medical responsibility changes hands in these tasks, so somebody must take it.
HAND_OVERS = frozenset({"overdragelse-af-behandlingsansvar"})
# The sector whose authorities are bound by law: they are never parties.
STATE = "stat"

Names = frozenset[str]
NOBODY: Names = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One row. Rows are told apart by what they are, never by what they say.

    `situation`: the stems of its words. `target_groups`: none means everybody.
    `places`: municipalities, none meaning everywhere; `named_places`: those it or its
    agreement names one by one. `answers`: one for each of COMPARED; a false one is not
    stated.
    `economics`: whether the row or its version states the economic consequences.
    `lawful`: whether the row says which law it rests on.
    """

    id: str
    agreement: str
    key: str
    task_key: str
    situation: tuple[str, ...]
    phase: str
    target_groups: Names
    places: Names
    answers: tuple[Hashable, ...]
    named_places: Names = NOBODY
    economics: bool = False
    lawful: bool = False

    def actors(self, name: str) -> Names:
        """Who stands in a field; none where it says that the question does not arise,
        and where it says nothing.
        """
        return _actors(self.answers[PLACE_OF[name]])

    def holds_in(self, municipality: str) -> bool:
        """Whether the row holds in the municipality: it names it, or none."""
        return not self.places or municipality in self.places

    @property
    def bearers(self) -> Names:
        """All on whom the row lays a duty, in whatever field."""
        return _bearers(self.answers)


def _actors(answer: Hashable) -> Names:
    if not isinstance(answer, frozenset):
        return NOBODY
    return answer - {NOT_APPLICABLE} if NOT_APPLICABLE in answer else answer


# Rows say the same few things over and over.
@lru_cache(maxsize=8192)
def _bearers(answers: tuple[Hashable, ...]) -> Names:
    return NOBODY.union(*map(_actors, answers))


@dataclass(frozen=True)
class Agreement:
    """What coherence asks of an agreement that answers on the date.

    `parents`: those it supplements. `sectors`: of its parties in any role. `parties`:
    by name. `municipalities`: the parties that are municipalities; none where they
    stand together under one name. `lost`: the formal parties, with their sectors, that
    have ceased without succession and of which nothing is decided. `statutory`: rules
    of law, which have no parties.
    """

    slug: str
    parents: Names = NOBODY
    sectors: Names = NOBODY
    parties: Names = NOBODY
    municipalities: Names = NOBODY
    lost: tuple[tuple[str, str], ...] = ()
    statutory: bool = False


@dataclass(frozen=True)
class Answering:
    """What answers on a date: the rows, and their agreements by name. `at_one_place`:
    all the rows hold in one municipality, so that their places need not be compared.
    """

    rows: tuple[Row, ...]
    agreements: Mapping[str, Agreement]
    at_one_place: bool = False

    def within(self, municipality: str) -> "Answering":
        """What answers in one municipality."""
        return Answering(
            tuple(row for row in self.rows if row.holds_in(municipality)),
            self.agreements,
            at_one_place=True,
        )


@dataclass(frozen=True)
class Yardstick:
    """What rows are held against.

    `sectors`: of each actor. `needs`: the fields that a kind of task must state.
    `concerns`: the only target groups that a kind of task is for. `kinds`, `broader`:
    of target groups. `phases`: those with an order, in it. `organisations`: names that
    are organisations and no actors. `groups`, `municipalities`: over which a task may
    be lacking; none: not asked.
    """

    sectors: Mapping[str, str] = field(default_factory=dict)
    needs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    concerns: Mapping[str, Names] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    broader: Mapping[str, str] = field(default_factory=dict)
    phases: tuple[str, ...] = ()
    organisations: Names = NOBODY
    groups: Names = NOBODY
    municipalities: Names = NOBODY

    def covers(self, groups: Names, group: str) -> bool:
        """Whether what is said for the groups holds for the group: for everybody, for
        itself, or for a broader one.
        """
        return not groups or any(one in groups for one in self.upwards(group))

    def are_one(self, groups: Names, others: Names) -> bool:
        """Whether two rows speak of one target group. Groups of one kind stand beside
        each other (adults, children), those of several narrow each other (adults with
        a mental illness): so the same kinds must be named, with one of each in common.
        Everybody is each group.
        """
        if not groups or not others:
            return True
        here, there = self._by_kind(groups), self._by_kind(others)
        return here.keys() == there.keys() and all(
            here[kind] & there[kind] for kind in here
        )

    def may_be_one(self, groups: Names, others: Names) -> bool:
        """Whether some citizen may be of both: as in `are_one`, but one may be the
        broader.
        """
        if not groups or not others:
            return True
        here, there = self._by_kind(groups), self._by_kind(others)
        if in_both := here.keys() & there.keys():
            return all(self._meet(here[kind], there[kind]) for kind in in_both)
        return self._meet(groups, others)

    def _by_kind(self, groups: Names) -> dict[str, Names]:
        by_kind: dict[str, Names] = {}
        for group in groups:
            kind = self.kinds.get(group, "")
            by_kind[kind] = by_kind.get(kind, NOBODY) | {group}
        return by_kind

    def _meet(self, groups: Names, others: Names) -> bool:
        return any(self.covers(groups, group) for group in others) or any(
            self.covers(others, group) for group in groups
        )

    def upwards(self, group: str) -> list[str]:
        """The group and those it is a part of, the narrowest first."""
        upward = [group]
        while (above := self.broader.get(upward[-1])) and above not in upward:
            upward.append(above)
        return upward


def stated_actors(names: Iterable[str]) -> Names:
    """The actors of a field; none where it is not stated."""
    return _stated(tuple(names))


# Rows say the same few things over and over.
@lru_cache(maxsize=8192)
def _stated(names: tuple[str, ...]) -> Names:
    return frozenset(names) - {NOT_STATED, ""}


def meet(one: Names, other: Names) -> bool:
    """Whether two sets share something; an empty one is all there is."""
    return not one or not other or not one.isdisjoint(other)


def same_phase(one: str, other: str) -> bool:
    """Whether two phases are one, or one of them is all phases."""
    return one == other or ALL_PHASES in (one, other)


def by_task(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """The rows of each kind of task; those without one are left out."""
    by_key: dict[str, list[Row]] = {}
    for row in rows:
        if row.task_key:
            by_key.setdefault(row.task_key, []).append(row)
    return by_key


def ancestors(agreements: Mapping[str, Agreement], slug: str) -> Names:
    """Those that an agreement supplements, and those that these do, and so on."""
    ancestors_known: set[str] = set()
    waiting = [slug]
    while waiting:
        known = agreements.get(waiting.pop())
        above = (known.parents if known else NOBODY) - ancestors_known
        ancestors_known |= above
        waiting += above
    return frozenset(ancestors_known)
