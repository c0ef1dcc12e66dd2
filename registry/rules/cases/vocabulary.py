"""The vocabulary of cases: what their rows are held against, and where places lie."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any

from registry.rules.cases.written import Written, written
from registry.rules.coherence.rows import COMPARED, NOBODY, Names, Yardstick

# What a file calls our fields, where it has another name for them.
OUTSIDE = {"treatment_responsible": "treatment_responsibility"}
OURS = {outside: name for name, outside in OUTSIDE.items()}


@dataclass(frozen=True)
class CaseVocabulary:
    """The words of cases. `areas`: the municipalities of each planning area, which
    together are the region; `others`: those outside it.
    """

    yardstick: Yardstick
    areas: Mapping[str, Names]
    others: Names = NOBODY

    @cached_property
    def by_name(self) -> Names:
        """All municipalities, as they are named as parties."""
        return as_parties(self.others.union(*self.areas.values()))

    def municipalities_of(self, names: Iterable[str]) -> Names:
        """The municipalities that names of areas and municipalities stand for."""
        return frozenset(
            chain.from_iterable(self.areas.get(name, (name,)) for name in names)
        )


def read_vocabulary(document: Any) -> CaseVocabulary:
    """The vocabulary of a file. Raises BadInput."""
    file = written(document, "Ordforrådet")
    tasks = _listed(file, "tasks")
    groups = _listed(file, "target_groups")
    areas = file.within("planning_areas")

    return CaseVocabulary(
        Yardstick(
            sectors=file.within("actors").all_texts(),
            needs={key: _fields(task) for key, task in tasks.items()},
            concerns={k: frozenset(t.texts("concerns")) for k, t in tasks.items()},
            kinds={key: group.text("kind") for key, group in groups.items()},
            broader={
                key: above
                for key, group in groups.items()
                if (above := group.text_or_none("broader"))
            },
            phases=file.texts("phases"),
        ),
        {name: frozenset(areas.texts(name)) for name in areas.values},
        frozenset(file.texts("other_municipalities")),
    )


def as_parties(municipalities: Iterable[str]) -> Names:
    """Municipalities as they are named as parties."""
    return frozenset(f"{name} Kommune" for name in municipalities)


def _listed(file: Written, name: str) -> dict[str, Written]:
    listed = file.within(name)
    return {key: listed.within(key) for key in listed.values}


def _fields(task: Written) -> tuple[str, ...]:
    """Our names of the fields that a task needs."""
    needed = tuple(OURS.get(name, name) for name in task.texts("needs"))
    for name in needed:
        if name not in COMPARED:
            task.refuse("needs", f"«{name}» er ikke et felt, en række kan mangle")
    return needed
