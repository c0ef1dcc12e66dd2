"""Whom to ring, as JSON."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from registry.catalogue.contacts import (
    Number,
    Reach,
    asks_of_parties,
    numbers_around,
    numbers_of_parties,
)
from registry.catalogue.functions import asked_first
from registry.catalogue.snapshot import ShownVersion, Snapshot
from registry.catalogue.stays import ANYWHERE, Stay
from registry.catalogue.whereabouts import where_to_ask_around
from registry.rules.reaching import Ask

Json = dict[str, Any]


def reach_json(reach: Reach) -> Json:
    """Whom to ring; without a number, where to ask."""
    return {
        "actor": reach.actor,
        "roles": list(reach.roles),
        "numbers": [number_json(number) for number in reach.numbers],
        "only_if": reach.only_if,
        "ask": "" if reach.numbers else str(reach.ask),
    }


def around_json(
    snapshot: Snapshot,
    municipality: str | None,
    text: str = "",
    stay: Stay = ANYWHERE,
) -> Json:
    """Whom to ring where no row is meant; first whom a question's text names."""
    return _listed(
        asked_first(numbers_around(snapshot, municipality), text),
        where_to_ask_around(snapshot, municipality, stay),
    )


def parties_json(snapshot: Snapshot, version: ShownVersion) -> Json:
    """Whom to ring about a version."""
    return _listed(
        numbers_of_parties(snapshot, version, None),
        asks_of_parties(snapshot, version, None),
    )


def _listed(numbers: Iterable[Number], asks: Iterable[Ask]) -> Json:
    return {
        "numbers": [number_json(number) for number in numbers],
        "asks": [str(ask) for ask in asks],
    }


def number_json(number: Number) -> Json:
    return asdict(number)
