"""Whom to ring, as JSON."""

from dataclasses import asdict
from typing import Any

from registry.catalogue.contacts import Number, Reach

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


def number_json(number: Number) -> Json:
    return asdict(number)
