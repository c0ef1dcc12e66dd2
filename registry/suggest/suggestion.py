"""A suggestion: one row as a sentence of a text tells it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from registry.language.deadlines import within
from registry.rules.fields import FOUR_ANSWERS


@dataclass(frozen=True)
class Suggestion:
    """A row as a sentence tells it. `sentence` stands in the text at `start`; `asked`
    are the words that name somebody whom the vocabulary does not tell. `denied`: it is
    not to be done.
    """

    sentence: str
    start: int
    section: str
    task: str
    situation: str = ""
    phase: str = ""
    responsible: tuple[str, ...] = ()
    contributes: tuple[str, ...] = ()
    informed: tuple[str, ...] = ()
    authority: tuple[str, ...] = ()
    payer: tuple[str, ...] = ()
    treatment_responsible: tuple[str, ...] = ()
    deadline: str = ""
    deadline_data: Mapping[str, Any] | None = None
    does_not_apply_to: str = ""
    sure: bool = False
    asked: str = ""
    action_kind: str = field(default="duty", compare=False)
    denied: bool = field(default=False, compare=False)

    @property
    def title(self) -> str:
        """The task as a row's heading: what is denied says so."""
        return f"{self.full_task[:1].upper()}{self.full_task[1:]}"

    @property
    def full_task(self) -> str:
        """The task, with «ikke» where it is not to be done."""
        return f"ikke {self.task}" if self.denied else self.task

    @property
    def named(self) -> tuple[str, ...]:
        """The keys of those whom it names first: who does it, else who decides, pays
        or carries the responsibility.
        """
        named: tuple[tuple[str, ...], ...] = tuple(
            getattr(self, name) for name in FOUR_ANSWERS
        )
        return next(filter(None, named), ())


# What is said of a suggestion to who asks for a list of them: not its place, nor how it
# was read.
SAID = tuple(
    one.name
    for one in fields(Suggestion)
    if one.name not in ("start", "action_kind", "denied")
)


def data_of(deadline: str) -> Mapping[str, Any] | None:
    """A deadline as the one reader of deadlines reads it, for a row's fields."""
    data = within(deadline) if deadline else None
    if data is None:
        return None

    return {
        "amount": data.amount,
        "unit": data.unit,
        "relation": data.relation,
        "event": data.event,
    }


class Phases:
    """The vocabulary's phases by the words that name them."""

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        keys = {name.lower(): key for key, all_ in names.items() for name in all_}
        longest = sorted(keys, key=lambda name: (-len(name), name))
        either = "|".join(map(re.escape, longest))
        self._keys = keys
        self._named = re.compile(rf"(?<!\w)({either})(?:en|et|s|ens)?(?!\w)")

    def phase_of(self, one: Suggestion, over: Iterable[str] = ()) -> str:
        """The phase that the situation, the deadline, the heading or one of those
        `over` it names, the nearest first; else empty.
        """
        for said in (one.situation, one.deadline, one.section, *over):
            names = self._named.findall(said.lower())
            if named := [name for name in names if name]:
                return self._keys[max(named, key=len)]
        return ""
