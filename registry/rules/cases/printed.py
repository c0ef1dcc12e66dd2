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


def _overlap(overlap: Overlap) -> Printed:
    return {
        "rows": [overlap.one.id, overlap.other.id],
        "fields": [_outside(name) for name in overlap.fields],
    }


def _gap(gap: Gap) -> Printed:
    missing: Printed = dict(gap.missing)
    if FIELD in missing:
        missing[FIELD] = _outside(missing[FIELD])
    if RECEIVER in missing:
        missing[RECEIVER] = True

    rows = {"rows": [gap.row.id]} if gap.row else {}
    return {**rows, "missing": missing}


def _transfer(transfer: Transfer) -> Printed:
    return {
        "rows": [transfer.before.id, transfer.after.id],
        "fields": [_outside(name) for name in transfer.fields],
        "from": ", ".join(sorted(transfer.left)),
        "to": ", ".join(sorted(transfer.taken)),
        "economics": "stated" if transfer.economics else "missing",
    }


def _non_party(duty: NonParty) -> Printed:
    whom = {"party": duty.party} if duty.party else {"actor": duty.actor}
    return {"rows": [duty.row.id], **whom}


def _orphan(orphan: Orphan) -> Printed:
    return {
        "rows": [row.id for row in orphan.rows],
        "agreement": orphan.agreement,
        "party": orphan.party,
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
