"""Headings read by their parts: «Fordeling af ansvar og opgaver» names what is shared
out and that it is, whatever the order and the other words.

Every word must be one of the field's own or one that says nothing of it, and together
they must say enough.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import NamedTuple

from registry.language.danish import stems_in

NEUTRAL = (
    "og samt eller af for i om ved på til med mellem den det de en et aftale aftalens "
    "aftalen part parterne parter parternes region regionen regionens regioner kommune "
    "kommunen kommuner kommunerne kommunens hospital hospitaler hospitalet sygehus "
    "sygehuse almen praksis praktiserende læge læger sektor sektorer sektorerne "
    "sundhedsvæsenet generelt generel overordnet overordnede beskrivelse "
    "øvrige samlet fælles har forløb forløbet forløbene udskrivning udskrivelse "
    "indlæggelse"
)
SHARED = "fordeling fordelingen deling delingen placering placeringen"
BEARS = "ansvar ansvaret ansvars ansvarsområder ansvarsområde"
DOES = "opgave opgaver opgaven opgaverne rolle roller rollerne arbejde arbejds"
ABLE = "kompetence kompetencer beføjelser"
BOTH_IN_ONE = (
    "ansvarsfordeling ansvarsfordelingen opgavefordeling opgavefordelingen "
    "arbejdsdeling arbejdsfordeling rollefordeling kompetencefordeling ansvarsdeling "
    "opgavedeling"
)
PAYS = (
    "økonomi økonomien økonomisk økonomiske finansiering finansieringen betaling "
    "afregning udgift udgifter udgifterne finansieringsansvar betalingsansvar "
    "udgiftsfordeling takster takst"
)
OF_MONEY = (
    "forhold rammer fordeling placering vilkår principper konsekvenser aktivitet "
    "hjælpemidler"
)
ASKS = "hvem hvad"
TREATS = "behandlingsansvar behandlingsansvaret"
OF_DOCTORS = "lægefaglig lægefaglige lægefagligt behandling klinisk kliniske"
OF_TREATMENT = f"{BEARS} {SHARED} delt overgang overdragelse"
# Of doctors' matters, which the stem of a word cannot tell from the doctors themselves.
MEDICAL = re.compile(r"\blægelige?t?\b", re.IGNORECASE)


class Parts(NamedTuple):
    """The words of a field's headings. `enough`: whether those that stand there say
    that it is this field.
    """

    words: str
    enough: Callable[["Says"], bool]


class Says:
    """Which groups of words a heading has one of."""

    def __init__(self, stems: Iterable[str]) -> None:
        self._stems = frozenset(stems)

    def __call__(self, words: str) -> bool:
        return bool(self._stems & _stems(words))


def _shares_out(says: Says) -> bool:
    named = sum(map(says, (BEARS, DOES, ABLE)))
    is_shared = says(SHARED) or all(map(says, ASKS.split()))
    return says(BOTH_IN_ONE) or (is_shared and named > 0) or named > 1


def _pays(says: Says) -> bool:
    return says(PAYS)


def _treats(says: Says) -> bool:
    return says(TREATS) or (says(BEARS) and says(OF_DOCTORS))


BY_PARTS: Mapping[str, Parts] = {
    "treatment_responsibility": Parts(f"{TREATS} {OF_DOCTORS} {OF_TREATMENT}", _treats),
    "division_of_responsibility": Parts(
        f"{SHARED} {BEARS} {DOES} {ABLE} {BOTH_IN_ONE} {ASKS}", _shares_out
    ),
    "economics": Parts(f"{PAYS} {OF_MONEY}", _pays),
}


def with_medical(text: str) -> str:
    """A heading in which what is of doctors' matters is told from the doctors."""
    return MEDICAL.sub("lægefaglig", text)


def by_parts(form: Iterable[str]) -> str:
    """The field that a heading of these stems means by its parts; empty where it means
    none, or more than one.
    """
    stems = frozenset(form)
    own = stems - _stems(NEUTRAL)
    meant = [
        name
        for name, parts in BY_PARTS.items()
        if own and own <= _stems(parts.words) and parts.enough(Says(own))
    ]
    return meant[0] if len(meant) == 1 else ""


@cache
def _stems(words: str) -> frozenset[str]:
    return frozenset(stems_in(words))
