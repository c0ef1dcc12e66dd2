"""Where an actor is found: which organisations it is on the date and for a
municipality, and whom to ask where they have no number. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from registry.catalogue.snapshot import Row, Snapshot
from registry.catalogue.stays import ANYWHERE, Stay
from registry.language.danish import lowered
from registry.rules.fields import Scheme
from registry.rules.organisations import HOSPITAL, PSYCHIATRIC_CENTRE
from registry.rules.reaching import (
    AROUND,
    CHILDREN,
    ELSEWHERE,
    ITSELF,
    OF_ADULTS,
    OF_CHILDREN,
    REGION,
    SERVED_BY,
    TREATED_AT,
    WARD,
    WHEREABOUTS,
    WHEREABOUTS_OF,
    WORKING_WITH,
    Ask,
)

if TYPE_CHECKING:
    from registry.models import Choice, Organisation


def organisations_of(
    snapshot: Snapshot, actor: str, municipality: str | None
) -> list[str]:
    """The organisations that an actor is, on the date and for a municipality: one of
    its own name, else the one that serves the municipality; none where it is not known
    which.
    """
    if actor in snapshot.organisations:
        return [actor]
    home = snapshot.organisations.get(municipality or "")
    if home is None:
        return []
    if actor in SERVED_BY:
        return _as_list(getattr(home, SERVED_BY[actor]))

    sector = sector_of(snapshot, actor)
    if sector == ITSELF:
        return [home.slug]
    return _region_of(snapshot, home) if actor == REGION else []


def treated_at(
    snapshot: Snapshot, actor: str, row: Row, municipality: str | None
) -> list[str]:
    """Where one who works with the patient is: who treats the row's target group for
    the municipality; none where the row is for several, or for children.
    """
    home = snapshot.organisations.get(municipality or "")
    groups = set(row.snitflade.target_groups)
    served = [field for group, field in TREATED_AT.items() if group in groups]
    if home is None or actor not in WORKING_WITH or len(served) != 1:
        return []
    return [] if groups & CHILDREN else _as_list(getattr(home, served[0]))


def where_it_lies(actor: str, stay: Stay) -> list[str]:
    """The hospitals or centres that a question names, where the actor is one, or the
    region that has them; of two any may be the patient's.
    """
    if actor == REGION:
        return list(next(iter(stay.houses.values()), ()))
    kind = PSYCHIATRIC_CENTRE if "psykiatrisk" in actor else HOSPITAL
    named = stay.houses.get(kind, ()) if actor in SERVED_BY else ()
    return [slug for slug in named if actor != OF_ADULTS or slug not in OF_CHILDREN]


def where_to_ask(
    snapshot: Snapshot,
    actor: str,
    places: Sequence[str],
    function: str = "",
    stay: Stay = ANYWHERE,
) -> Ask:
    """The organisation that the actor is, else the actor as one asks for it;
    `function`: the one inside it that the row names, if any. Nobody asks for the ward
    of a patient who has none (`stay`).
    """
    where = WHEREABOUTS_OF.get(actor) or WHEREABOUTS.get(
        sector_of(snapshot, actor) or "", ELSEWHERE
    )
    names = " eller ".join(snapshot.organisation_name(slug) for slug in places)
    name = snapshot.label(Scheme.ACTORS, actor)
    of_whom = where.of_whom.format(actor=lowered(name), name=name)
    own = stay.function if where.function == WARD else ""
    said = function or own or where.function.format(actor=lowered(name))

    return Ask(names, said) if names else Ask(of_whom, said if where.is_place else "")


def where_to_ask_around(snapshot: Snapshot, municipality: str | None) -> list[Ask]:
    """Whom to ask where nothing is known but the municipality, if that: the hospital
    and the psychiatric centres that serve it, and the municipality itself.
    """
    actors = [*SERVED_BY, ITSELF] if municipality else AROUND
    placed = {a: organisations_of(snapshot, a, municipality) for a in actors}

    by_place: dict[str, Ask] = {}
    for actor, places in placed.items():
        if places or not municipality:
            ask = where_to_ask(snapshot, actor, places)
            by_place.setdefault(ask.place, ask)

    return list(by_place.values())


def other_sides(snapshot: Snapshot, named: Iterable[str]) -> list[str]:
    """Those who are asked on each side that none named is of: nobody who asks is to be
    left with himself.
    """
    sides = {sector_of(snapshot, actor) for actor in named}
    return [actor for actor in AROUND if actor not in sides]  # each is its sector


def above(snapshot: Snapshot, slugs: Iterable[str]) -> list[str]:
    """The organisations that some belong to, nearest first."""
    listed: list[str] = []
    for slug in slugs:
        below = snapshot.organisations.get(slug)
        while below and below.parent and below.parent not in listed:
            listed.append(below.parent)
            below = snapshot.organisations.get(below.parent)
    return [slug for slug in listed if slug in snapshot.organisations]


def sector_of(snapshot: Snapshot, actor: str) -> str | None:
    """The sector of an actor; None for what is no actor."""
    choice = actors_of(snapshot).get(actor)
    return choice.sector if choice else None


def actors_of(snapshot: Snapshot) -> dict[str, Choice]:
    """The actors by their keys."""
    return snapshot.vocabulary.schemes[Scheme.ACTORS]


def _region_of(snapshot: Snapshot, home: Organisation) -> list[str]:
    """The region of a municipality on the date: the one above its hospital, or who has
    taken its place.
    """
    served = [home.area_hospital or "", *home.psychiatric_centres]
    regions = [
        s for s in above(snapshot, served) if snapshot.organisations[s].kind == REGION
    ]
    on = snapshot.moment.pr

    return [
        after
        for slug in regions
        for after in snapshot.successors.get(slug, ())
        if (ceased := snapshot.organisations[slug].valid_to) and ceased <= on
    ] or regions


def _as_list(served: str | list[str] | None) -> list[str]:
    return list(served) if isinstance(served, list) else [served] if served else []
