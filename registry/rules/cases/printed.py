"""Findings as the command prints them: with the file's own names of kinds, fields and
values.
"""

from collections.abc import Callable
from typing import Any

from registry.rules.cases.vocabulary import OUTSIDE
from registry.rules.coherence.analysis import Finding
from registry.rules.coherence.duty import NonParty, Orphan
from registry.rules.coherence.gap import FIELD, RECEIVER, Gap
from registry.rules.coherence.overlap import Overlap
from registry.rules.coherence.transfer import Transfer

Printed = dict[str, Any]


def printed(finding: Finding) -> Printed:
    """A finding as one JSON object."""
    kind, put = _KINDS[type(finding)]
    return {"type": kind, **put(finding)}


def _overlap(found: Overlap) -> Printed:
    return {
        "rows": [found.one.id, found.other.id],
        "fields": [_outside(name) for name in found.fields],
    }


def _gap(found: Gap) -> Printed:
    missing: Printed = dict(found.missing)
    if FIELD in missing:
        missing[FIELD] = _outside(missing[FIELD])
    if RECEIVER in missing:
        missing[RECEIVER] = True

    rows = {"rows": [found.row.id]} if found.row else {}
    return {**rows, "missing": missing}


def _transfer(found: Transfer) -> Printed:
    return {
        "rows": [found.before.id, found.after.id],
        "fields": [_outside(name) for name in found.fields],
        "from": ", ".join(sorted(found.left)),
        "to": ", ".join(sorted(found.taken)),
        "economics": "stated" if found.economics else "missing",
    }


def _non_party(found: NonParty) -> Printed:
    whom = {"party": found.party} if found.party else {"actor": found.actor}
    return {"rows": [found.row.id], **whom}


def _orphan(found: Orphan) -> Printed:
    return {
        "rows": [row.id for row in found.rows],
        "agreement": found.agreement,
        "party": found.party,
    }


def _outside(name: str) -> str:
    return OUTSIDE.get(name, name)


_KINDS: dict[type, tuple[str, Callable[[Any], Printed]]] = {
    Overlap: ("overlap", _overlap),
    Gap: ("gap", _gap),
    Transfer: ("transfer", _transfer),
    NonParty: ("non_party", _non_party),
    Orphan: ("orphan", _orphan),
}
