"""The whole analysis: every finding of every kind. The order of what goes in is
irrelevant.
"""

from dataclasses import replace

from registry.rules.coherence.duty import NonParty, Orphan, non_parties, orphans
from registry.rules.coherence.gap import Gap, gaps
from registry.rules.coherence.overlap import Overlap, overlaps
from registry.rules.coherence.rows import Answering, Yardstick
from registry.rules.coherence.transfer import Transfer, moves

Finding = Overlap | Gap | Transfer | NonParty | Orphan


def findings(
    on: Answering, yardstick: Yardstick, later: Answering | None = None
) -> list[Finding]:
    """All that is found on a date; transfers from it to a later one, if it is given.

    By kind, and within each in an order that the rows' ids decide, which are to be
    unlike.
    """
    now = _in_order(on)
    found: list[Finding] = [
        *overlaps(now, yardstick),
        *gaps(now, yardstick),
        *non_parties(now, yardstick),
        *orphans(now, yardstick),
    ]

    if later is not None:
        found += moves(now, _in_order(later), yardstick)
    return found


def _in_order(answering: Answering) -> Answering:
    rows = sorted(answering.rows, key=lambda row: row.id)
    return replace(answering, rows=tuple(rows))
