"""Duties: what rows lay on those who are no party, and on those who are no more."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from registry.rules.coherence.rows import (
    CITIZEN_SECTORS,
    MUNICIPAL,
    NOBODY,
    STATE,
    Agreement,
    Answering,
    Names,
    Row,
    Yardstick,
)


class NonParty(NamedTuple):
    """A row that lays a duty on an actor, or on a named organisation, which has no part
    in the agreement.
    """

    row: Row
    actor: str = ""
    party: str = ""


class Orphan(NamedTuple):
    """The rows of an agreement that lay duties on a party that has ceased."""

    rows: tuple[Row, ...]
    agreement: str
    party: str


def non_parties(answering: Answering, yardstick: Yardstick) -> Iterator[NonParty]:
    """What is laid on an actor whose sector has no party in any role, on an
    organisation that is no party, and on a municipality that is named and no party
    where others are.

    Any role will do: general practice signs nothing and is bound by statute.
    Actors without a sector, and citizens, are left out, and so are rules of law, and
    an authority of the state where the row says which law it acts on.
    """
    known: dict[tuple[str, Names, bool], list[tuple[str, str]]] = {}
    for row in answering.rows:
        agreement = answering.agreements[row.agreement]
        if agreement.statutory:
            continue

        said = agreement.slug, row.bearers, row.lawful
        unbound = known.get(said)
        if unbound is None:
            unbound = _unbound(row, agreement, yardstick)
            known[said] = unbound
        for actor, party in unbound:
            yield NonParty(row, actor, party)

        if agreement.municipalities and MUNICIPAL in _sectors(row.bearers, yardstick):
            for place in sorted(row.named_places - agreement.municipalities):
                yield NonParty(row, party=place)


def orphans(answering: Answering, yardstick: Yardstick) -> Iterator[Orphan]:
    """For each formal party that is lost, the rows with a duty of its sector."""
    lost = {slug: a.lost for slug, a in answering.agreements.items() if a.lost}
    rows = defaultdict(list)
    for row in answering.rows:
        for party, sector in lost.get(row.agreement, ()):
            if sector in _sectors(row.bearers, yardstick):
                rows[row.agreement, party].append(row)

    for (slug, party), bearing in sorted(rows.items()):
        yield Orphan(tuple(bearing), slug, party)


def lost_parties(
    formal: Iterable[str],
    ceased: Mapping[str, date],
    successors: Mapping[str, Iterable[str]],
    on: date,
) -> set[str]:
    """The formal parties that have ceased by the date and whose place nobody has taken
    who is there.
    """
    return {party for party in formal if not _is_there(party, ceased, successors, on)}


def _is_there(
    party: str,
    ceased: Mapping[str, date],
    successors: Mapping[str, Iterable[str]],
    on: date,
) -> bool:
    waiting, seen = [party], set()
    while waiting:
        name = waiting.pop()
        if name not in ceased or ceased[name] > on:
            return True
        seen.add(name)
        waiting += [heir for heir in successors.get(name, ()) if heir not in seen]
    return False


def _sectors(actors: Iterable[str], yardstick: Yardstick) -> set[str]:
    return {yardstick.sectors.get(actor, "") for actor in actors}


def _unbound(
    row: Row, agreement: Agreement, yardstick: Yardstick
) -> list[tuple[str, str]]:
    """Who is no party, as an actor or as an organisation."""
    bound = agreement.sectors | CITIZEN_SECTORS | ({STATE} if row.lawful else NOBODY)
    strangers = yardstick.organisations - agreement.parties
    unbound = []
    for actor in sorted(row.bearers):
        sector = yardstick.sectors.get(actor)
        if sector is None and actor in strangers:
            unbound.append(("", actor))
        elif sector is not None and sector not in bound:
            unbound.append((actor, ""))

    return unbound
