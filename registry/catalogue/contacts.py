"""Whom to ring about a row: the contact points of those who do it, are told of it or
decide in doubt; where the row says no such one, of whoever else it names. Where no
number is known, where to ask. Pure; never an invented number.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from registry.catalogue.actor_names import actors_named
from registry.catalogue.asked_for import asked_for
from registry.catalogue.functions import not_of_another, of_subject
from registry.catalogue.snapshot import Row, ShownVersion, Snapshot
from registry.catalogue.stays import ANYWHERE, Stay
from registry.catalogue.whereabouts import (
    above,
    organisations_of,
    other_sides,
    sector_of,
    treated_at,
    where_it_lies,
    where_to_ask,
    where_to_ask_around,
)
from registry.rules.fields import Scheme
from registry.rules.reaching import (
    BY_TASK,
    BY_THEIR_PART,
    EVERYBODY,
    ITSELF,
    NOT_RUNG,
    ONESELF,
    REGION,
    SERVED_BY,
    Ask,
)
from registry.unsaid import NOT_APPLICABLE, NOT_STATED, Saying, saying_of

if TYPE_CHECKING:
    from registry.models import ContactPoint

RESPONSIBLE, INFORMED, IN_DOUBT = "responsible", "informed", "in_doubt"
NAMED = "named"
# Where a row may name somebody to ring when it does not say who does it.
NAMING = ("treatment_responsible", "authority", "contributes", "payer")


@dataclass(frozen=True)
class Number:
    """One contact point, with its organisation's name."""

    organisation: str
    name: str
    function: str
    phone: str
    hours: str

    @property
    def dialled(self) -> str:
        """The number as a telephone takes it: its digits, and a plus before them."""
        plus = "+" if self.phone.strip().startswith("+") else ""
        return plus + "".join(sign for sign in self.phone if sign.isdigit())


@dataclass(frozen=True)
class Reach:
    """How to reach one actor of a row.

    `roles`: what it is to the row, of RESPONSIBLE, INFORMED and IN_DOUBT, or NAMED
    where the row does not say who does it. `only_if`: the part that the municipality
    must have for the numbers to be the right ones.
    `ask`: where to ask, for who is not at hand; `is_by_place`: there may be numbers,
    for a municipality that is not chosen yet. `side`: the sector it belongs to.
    """

    roles: tuple[str, ...]
    actor: str
    numbers: tuple[Number, ...]
    only_if: str
    ask: Ask
    is_by_place: bool = False
    side: str = ""


def reaches(
    snapshot: Snapshot, row: Row, municipality: str | None, stay: Stay = ANYWHERE
) -> list[Reach]:
    """Everybody to ring about a row, each once, who does it before who is told; never
    nobody. A row that holds in one municipality only is that municipality's. `stay`:
    where the patient is, as far as a question says.
    """
    stored = row.snitflade
    places = row.facets.get("municipality", frozenset())
    municipality = municipality or (next(iter(places)) if len(places) == 1 else None)
    roles: dict[str, list[str]] = {}
    for role, actors in (
        (RESPONSIBLE, stored.responsible),
        (INFORMED, stored.informed),
        (IN_DOUBT, actors_named(snapshot, stored.in_doubt)),
    ):
        for actor in _rung(snapshot, actors):
            roles.setdefault(actor, []).append(role)

    if not any(RESPONSIBLE in named for named in roles.values()):
        named = _others_named(snapshot, row)
        is_open = not roles and saying_of(stored.responsible) is not Saying.STATED
        is_open = is_open or not EVERYBODY.isdisjoint(stored.responsible)
        others = other_sides(snapshot, named) if is_open or not named else []
        for actor in [*named, *([] if roles else others)]:
            roles.setdefault(actor, []).append(NAMED)

    return [
        _reach(snapshot, actor, tuple(named), row, municipality, stay)
        for actor, named in roles.items()
    ]


def numbers_around(snapshot: Snapshot, municipality: str | None) -> list[Number]:
    """Every number of a municipality and of those who serve its citizens; none where
    no municipality is meant.
    """
    home = snapshot.organisations.get(municipality or "")
    if home is None:
        return []
    served = [home.slug, home.area_hospital or "", *home.psychiatric_centres]
    return numbers_of(snapshot, [*served, *above(snapshot, served)])


def numbers_of_parties(
    snapshot: Snapshot, version: ShownVersion, municipality: str | None
) -> list[Number]:
    """The numbers of a version's parties and its committee, and of those around a
    municipality; other municipalities' are no use to its reader.
    """
    named = [version.version.owner or "", *(p.organisation for p in version.parties)]
    shared = [slug for slug in named if not snapshot.is_municipality(slug)]
    return list(
        dict.fromkeys(
            [*numbers_around(snapshot, municipality), *numbers_of(snapshot, shared)]
        )
    )


def asks_of_parties(
    snapshot: Snapshot, version: ShownVersion, municipality: str | None
) -> list[Ask]:
    """Where to ring about a version without numbers: its regional parties and the
    municipality; where it has neither, as the law has not, whoever is around.
    """
    parties = [party.organisation for party in version.parties]
    others = [s for s in parties if not snapshot.is_municipality(s)]
    shared = [s for s in others if s in snapshot.organisations]
    home = [ITSELF] if len(others) < len(parties) else []

    asked = [
        *(Ask(snapshot.organisation_name(slug), BY_TASK) for slug in shared),
        *(
            where_to_ask(snapshot, a, organisations_of(snapshot, a, municipality))
            for a in home
        ),
    ]

    return asked or where_to_ask_around(snapshot, municipality)


def numbers_of(snapshot: Snapshot, organisations: Iterable[str]) -> list[Number]:
    """The numbers of some organisations, in their order."""
    return [
        contact
        for slug in dict.fromkeys(organisations)
        for contact in contacts_of(snapshot, slug)
        if contact.phone
    ]


def contacts_of(snapshot: Snapshot, organisation: str) -> list[Number]:
    """The functions of an organisation, also those whose number is not known."""
    return [_number(snapshot, point) for point in snapshot.contacts(organisation)]


def _rung(snapshot: Snapshot, actors: Iterable[str]) -> list[str]:
    """Those of some actors whom one rings."""
    return [
        actor
        for actor in actors
        if actor not in (NOT_STATED, NOT_APPLICABLE, *ONESELF, *EVERYBODY)
        and sector_of(snapshot, actor) not in NOT_RUNG
    ]


def _others_named(snapshot: Snapshot, row: Row) -> list[str]:
    """The first field that names somebody else to ring, else the first one that the
    text does.
    """
    stored = row.snitflade
    fields = (_rung(snapshot, getattr(stored, name)) for name in NAMING)
    in_text = _rung(
        snapshot, actors_named(snapshot, f"{stored.task}. {stored.situation}")
    )
    return next((named for named in fields if named), in_text[:1])


def _reach(
    snapshot: Snapshot,
    actor: str,
    roles: tuple[str, ...],
    row: Row,
    municipality: str | None,
    stay: Stay,
) -> Reach:
    label = snapshot.label(Scheme.ACTORS, actor)
    places = (
        where_it_lies(actor, stay)
        or organisations_of(snapshot, actor, municipality)
        or treated_at(snapshot, actor, row, municipality)
    )
    numbers = numbers_of(snapshot, places) or numbers_of(
        snapshot, above(snapshot, places)
    )

    return Reach(
        roles=roles,
        actor=label,
        numbers=(fit := _for_actor(snapshot, actor, row, numbers)),
        only_if=label.lower() if fit and actor in BY_THEIR_PART else "",
        ask=where_to_ask(
            snapshot, actor, places, asked_for(snapshot, actor, row), stay
        ),
        is_by_place=municipality is None
        and bool(snapshot.contact_points)
        and not places
        and _is_by_place(snapshot, actor),
        side=sector_of(snapshot, actor) or "",
    )


def _is_by_place(snapshot: Snapshot, actor: str) -> bool:
    """Whether the actor has a number in some municipality."""
    if actor not in {*SERVED_BY, REGION} and sector_of(snapshot, actor) != ITSELF:
        return False
    return any(
        numbers_of(snapshot, [*places, *above(snapshot, places)])
        for home in snapshot.municipalities()
        if (places := organisations_of(snapshot, actor, home.slug))
    )


def _for_actor(
    snapshot: Snapshot, actor: str, row: Row, numbers: Sequence[Number]
) -> tuple[Number, ...]:
    """Those whose function is the row's subject, where there are any; else those whose
    function names the actor; else those that are for everything.
    """
    named = [n for n in numbers if actor in actors_named(snapshot, n.function)]
    return tuple(
        of_subject(snapshot, row, numbers) or named or not_of_another(snapshot, numbers)
    )


def _number(snapshot: Snapshot, point: ContactPoint) -> Number:
    slug = point.organisation
    name = snapshot.organisation_name(slug)
    return Number(slug, name, point.function, point.phone, point.hours)
