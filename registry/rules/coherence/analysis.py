"""The whole analysis: every finding of every kind. The order of what goes in is
irrelevant.
"""

from collections.abc import Iterable
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
    listed: list[Finding] = [
        *overlaps(now, yardstick),
        *gaps(now, yardstick),
        *non_parties(now, yardstick),
        *orphans(now, yardstick),
    ]

    if later is not None:
        listed += moves(now, _in_order(later), yardstick)
    return listed


def findings_within(
    everywhere: Iterable[Finding],
    on: Answering,
    yardstick: Yardstick,
    municipality: str,
) -> list[Finding]:
    """The findings of one municipality, of those found everywhere on the same day.

    What one row or two say, they say there too, where they hold; only what is missing
    is asked anew. The same as `findings(on.within(municipality), yardstick)`, in a
    fraction of the time once everywhere has been looked through.
    """
    kept = list(everywhere)
    there = _in_order(on.within(municipality))

    return [
        *(o for o in kept if isinstance(o, Overlap) and _holds(o, municipality)),
        *gaps(there, yardstick),
        *(n for n in kept if isinstance(n, NonParty) and n.row.holds_in(municipality)),
        *(
            one._replace(rows=rows)
            for one in kept
            if isinstance(one, Orphan)
            and (rows := tuple(r for r in one.rows if r.holds_in(municipality)))
        ),
    ]


def _holds(overlap: Overlap, municipality: str) -> bool:
    return all(row.holds_in(municipality) for row in (overlap.one, overlap.other))


def _in_order(answering: Answering) -> Answering:
    rows = sorted(answering.rows, key=lambda row: row.id)
    return replace(answering, rows=tuple(rows))
