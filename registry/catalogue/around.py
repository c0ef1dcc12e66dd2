"""Whom to ring where no row answers: few who may be the right one, by where the patient
is, on which side the asker is, and what is asked about. Pure; where a question leaves
it open, two choices, each with the case in which it is the one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from registry.catalogue.contacts import Number, numbers_of
from registry.catalogue.functions import asked_first
from registry.catalogue.ringing import PlaceToRing
from registry.catalogue.snapshot import Snapshot
from registry.catalogue.stays import Stay, stay_in
from registry.catalogue.whereabouts import (
    above,
    organisations_of,
    where_it_lies,
    where_to_ask,
)
from registry.language.danish import folded_words
from registry.rules.around import (
    ASKERS,
    CHILDRENS_PSYCHIATRY,
    GP,
    IF_ADMITTED,
    IF_AT_HOME,
    OF_AGREEMENTS,
    OF_CHILDREN,
    OF_PSYCHIATRY,
    OF_SOMATICS,
    OF_SOMEBODY,
)
from registry.rules.reaching import (
    AT_HOME,
    BY_TASK,
    FOR_CHILDREN,
    IN_HOSPITAL,
    ITSELF,
    REGION,
    SECRETARIAT,
    Ask,
)

_HOUSES = ("hospital", "psykiatrisk-center")  # in `SERVED_BY`
_SIDES = {REGION: REGION, GP: "almen-praksis", ITSELF: ITSELF}


class Around(NamedTuple):
    """Whom to ring. `known_side`: the asker's own is left out; else the reader is told
    to ring the other one. `of_agreements`: nobody who treats or decides is meant.
    """

    places: Sequence[PlaceToRing]
    numbers: Sequence[Sequence[Number]]
    known_side: bool = False
    of_agreements: bool = False

    @property
    def is_other_side(self) -> bool:
        """Whether the reader may be one of them, and rings the other."""
        return not (self.known_side or self.of_agreements)

    @property
    def has_numbers(self) -> bool:
        """Whether the catalogue has any of theirs."""
        return any(self.numbers)


class _Asked(NamedTuple):
    """What a question says of the case."""

    said: str
    stay: Stay

    @property
    def of_agreements(self) -> bool:
        is_somebodys = self.stay != Stay() or OF_SOMEBODY.search(self.said)
        return bool(OF_AGREEMENTS.search(self.said)) and not is_somebodys

    @property
    def own_side(self) -> str:
        return next((s for s, said in ASKERS.items() if said.search(self.said)), "")

    @property
    def is_in_hospital(self) -> bool:
        if self.stay.function == BY_TASK:
            return False
        return self.stay != Stay() or bool(IN_HOSPITAL.search(self.said))

    @property
    def is_at_home(self) -> bool:
        return self.stay.function == BY_TASK or (
            bool(AT_HOME.search(self.said)) and not self.is_in_hospital
        )

    @property
    def is_psychiatric(self) -> bool:
        return bool(OF_PSYCHIATRY.search(self.said))

    @property
    def kinds(self) -> Sequence[str]:
        """The kinds of houses that the question speaks of; both where of neither."""
        is_somatic = bool(OF_SOMATICS.search(self.said))
        if is_somatic == self.is_psychiatric:
            return _HOUSES
        return _HOUSES[:1] if is_somatic else _HOUSES[1:]

    @property
    def actors(self) -> list[str]:
        """Whom it may concern, the likeliest first, but the asker's own side."""
        likely = [GP, ITSELF, REGION] if self.is_at_home else [REGION, ITSELF, GP]
        others = [actor for actor in likely if _SIDES[actor] != self.own_side]
        return others[:2]

    def case_of(self, actor: str) -> str:
        """In which case it is that one, where the question does not say."""
        if self.is_at_home or self.is_in_hospital:
            return IF_ADMITTED if actor == REGION and self.is_at_home else ""
        return IF_ADMITTED if actor == REGION else IF_AT_HOME


def around(snapshot: Snapshot, text: str, municipality: str | None) -> Around:
    """Whom to ring about a question that nothing answers, in a municipality or without:
    of agreements and organisations the secretariats, else two of the sides that may
    have the patient or the citizen.
    """
    asked = _Asked(f" {folded_words(text)} ", stay_in(snapshot, text))
    if asked.of_agreements:
        placed = [_secretariat(snapshot, a, municipality) for a in (REGION, ITSELF)]
    else:
        placed = [_place(snapshot, a, municipality, asked) for a in asked.actors]

    numbers = [
        asked_first(_numbers_at(snapshot, slugs, asked), text) for _, slugs in placed
    ]
    return Around(
        [place for place, _ in placed],
        numbers,
        known_side=bool(asked.own_side),
        of_agreements=asked.of_agreements,
    )


def _place(
    snapshot: Snapshot, actor: str, municipality: str | None, asked: _Asked
) -> tuple[PlaceToRing, Sequence[str]]:
    """One side, with the organisations that it is."""
    is_childs = bool(OF_CHILDREN.search(asked.said))
    if actor == REGION:
        slugs = _houses(snapshot, municipality, asked, is_childs=is_childs)
    else:
        slugs = organisations_of(snapshot, actor, municipality)

    # A ward has a patient; whoever is at home has none yet.
    stay = Stay() if asked.stay.function == BY_TASK else asked.stay
    function = FOR_CHILDREN if is_childs and actor == ITSELF else ""
    whose = asked.kinds[0] if actor == REGION else actor
    ask = where_to_ask(snapshot, whose, slugs, function, stay)
    return PlaceToRing(ask, case=asked.case_of(actor)), slugs


def _houses(
    snapshot: Snapshot, municipality: str | None, asked: _Asked, *, is_childs: bool
) -> list[str]:
    """The hospital and the centres that may have the patient: those named, else the
    municipality's, of the one kind that the question speaks of; of children the one
    that has them.
    """
    named = where_it_lies(REGION, asked.stay)
    if named:
        return named
    kinds = (
        [CHILDRENS_PSYCHIATRY] if is_childs and asked.is_psychiatric else asked.kinds
    )
    served = [organisations_of(snapshot, kind, municipality) for kind in kinds]
    return list(dict.fromkeys(slug for slugs in served for slug in slugs))


def _secretariat(
    snapshot: Snapshot, actor: str, municipality: str | None
) -> tuple[PlaceToRing, Sequence[str]]:
    slugs = organisations_of(snapshot, actor, municipality)
    names = " eller ".join(snapshot.organisation_name(slug) for slug in slugs)
    place = names or {REGION: "regionen", ITSELF: "kommunen"}[actor]
    return PlaceToRing(Ask(place, SECRETARIAT)), slugs


def _numbers_at(
    snapshot: Snapshot, slugs: Sequence[str], asked: _Asked
) -> list[Number]:
    """Their numbers; of a secretariat only its own."""
    listed = numbers_of(snapshot, slugs) or numbers_of(snapshot, above(snapshot, slugs))
    if asked.of_agreements:
        return [one for one in listed if SECRETARIAT[:-2] in one.function.casefold()]
    return listed
