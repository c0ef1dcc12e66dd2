"""Where the patient of a question is: at a hospital that it names, at home or on a care
home, or just discharged. It decides whom to ask for: who lives on a care home has no
ward. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from registry.catalogue.snapshot import Snapshot
from registry.catalogue.snapshot_cache import kept_with_snapshot
from registry.language.danish import folded_words
from registry.rules.organisations import HOSPITAL, PSYCHIATRIC_CENTRE
from registry.rules.reaching import (
    AT_HOME,
    BY_TASK,
    DISCHARGED,
    DISCHARGING,
    IN_HOSPITAL,
    LYING,
    NICKNAMES,
)

_SAINT = re.compile(r"\b(?:sct|skt|sankt)\b")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_HOUSES = {HOSPITAL: "hospital", PSYCHIATRIC_CENTRE: "psykiatrisk center"}


class Stay(NamedTuple):
    """Where the patient is. `houses`: the hospitals and centres that are named, by
    their kind, in the order of the question; `function`: whom to ask for in place of
    the ward, where there is none.
    """

    houses: Mapping[str, Sequence[str]] = {}
    function: str = ""


ANYWHERE = Stay()


def stay_in(snapshot: Snapshot, text: str) -> Stay:
    """Where the patient of a question is, as far as it says."""
    said = f" {folded_words(text)} "
    places = [
        (match.start(), kind, slug)
        for kind, names in _names(snapshot).items()
        for name, slug in names.items()
        for match in re.finditer(name, said)
    ]
    houses: dict[str, list[str]] = {}
    for _, kind, slug in sorted(places):
        named = houses.setdefault(kind, [])
        named += [slug] if slug not in named else []

    if DISCHARGED.search(said):
        return Stay(houses, DISCHARGING)
    is_home = bool(AT_HOME.search(said)) and not IN_HOSPITAL.search(said)
    return Stay(houses, BY_TASK if is_home and not houses else "")


@kept_with_snapshot
def _names(snapshot: Snapshot) -> Mapping[str, Mapping[str, str]]:
    """The organisations by the patterns of their names, those of each kind. A town
    alone («ligger på Herlev») is a hospital's after a word for lying there.
    """
    by_kind: dict[str, dict[str, str]] = {kind: {} for kind in _HOUSES}

    for one in snapshot.organisations.values():
        house = _HOUSES.get(one.kind)
        if house is None:
            continue

        name, short = (
            folded_words(one.name),
            folded_words(_IN_BRACKETS.sub("", one.name)),
        )
        nicknames = NICKNAMES.get(one.slug, ())
        if house not in name and not nicknames:
            continue  # the psychiatry of a whole region is no place where one lies

        patterns = [re.escape(said) for said in (name, short, *nicknames)]
        if house in name.split() or name.startswith(house):
            towns = name.replace(house, " ").split(" og ")
            patterns += [_of_town(one.kind, house, town.strip()) for town in towns]

        for pattern in patterns:
            by_kind[one.kind][rf" (?:{_spelt(pattern)})s?(?= )"] = one.slug

    return by_kind


def _spelt(pattern: str) -> str:
    """With each way to write the saint of a name."""
    return _SAINT.sub("(?:sct|skt|sankt)", pattern)


def _of_town(kind: str, house: str, town: str) -> str:
    """«Herlev Hospital», «PC Amager», «ligger på Herlev»."""
    town = re.escape(town)
    if kind == PSYCHIATRIC_CENTRE:
        return rf"{house} {town}|pc {town}|psyk\w* (?:i|paa) {town}"
    return rf"{town} (?:{house}(?:et)?|sygehus(?:et)?)|{LYING} {town}"
