"""Whom to ring, as JSON."""

from collections.abc import Iterable
from dataclasses import asdict
from itertools import chain
from typing import Any

from registry.catalogue.around import around
from registry.catalogue.contacts import (
    Number,
    Reach,
    asks_of_parties,
    numbers_of_parties,
)
from registry.catalogue.ringing import PlaceToRing
from registry.catalogue.snapshot import ShownVersion, Snapshot
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


def around_json(snapshot: Snapshot, municipality: str | None, text: str) -> Json:
    """Whom to ring about a question where no row is meant, each with its case."""
    ringing = around(snapshot, text, municipality)
    return _listed(chain.from_iterable(ringing.numbers), ringing.places)


def parties_json(snapshot: Snapshot, version: ShownVersion) -> Json:
    """Whom to ring about a version."""
    return _listed(
        numbers_of_parties(snapshot, version, None),
        asks_of_parties(snapshot, version, None),
    )


def _listed(numbers: Iterable[Number], asks: Iterable[Ask | PlaceToRing]) -> Json:
    return {
        "numbers": [number_json(number) for number in numbers],
        "asks": [str(ask) for ask in asks],
    }


def number_json(number: Number) -> Json:
    return asdict(number)
