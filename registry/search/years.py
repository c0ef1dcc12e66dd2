"""The years, and the length of a stay, that need not stand in a row for it to answer.
Pure.
"""

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from registry.catalogue.snapshot import Snapshot
from registry.catalogue.snapshot_cache import kept_with_snapshot
from registry.language.danish import fold
from registry.language.months import MONTHS
from registry.search.bounds import Bounds, stays_in
from registry.search.concepts import Concept, Role

LENGTH = "="  # what the word of a length begins with
_MONTHS = frozenset(map(fold, MONTHS))


def asked_about(
    concepts: Sequence[Concept], bounds: Bounds, snapshot: Snapshot
) -> list[Concept]:
    """The concepts, but that what only tells when, or how long, is no subject."""
    return but_its_stay(but_its_year(concepts, bounds, snapshot), bounds, snapshot)


def tells_only_length(concept: Concept) -> bool:
    """Whether a concept is a length that is no subject."""
    return concept.role is Role.LIGHT and concept.word.startswith(LENGTH)


def but_its_year(
    concepts: Sequence[Concept], bounds: Bounds, snapshot: Snapshot
) -> list[Concept]:
    """The concepts, but that a year to come is asked about and need not be named: what
    the answer holds for is told beside it. Nor the year that is answered for, where it
    only tells a day («i maj 2023»).
    """
    since, pr = bounds.since, snapshot.moment.pr
    to_come = str(since.year) if since and since > pr else ""
    own = {
        one.word
        for before, one in pairwise(concepts)
        if before.word in _MONTHS and one.word == str(pr.year)
    }

    return [
        replace(one, role=Role.LIGHT) if one.word in {to_come, *own} else one
        for one in concepts
    ]


def but_its_stay(
    concepts: Sequence[Concept], bounds: Bounds, snapshot: Snapshot
) -> list[Concept]:
    """The concepts, but that a stay in hospital longer than any that rows tell apart is
    no subject beside another that the question names.
    """
    others = [
        one
        for one in concepts
        if one.role is Role.REQUIRED and not one.word.startswith(LENGTH)
    ]
    is_long = bounds.stay is not None and bounds.stay[0] > _longest_stated(snapshot)
    if not is_long or not others:
        return list(concepts)

    return [
        replace(one, role=Role.LIGHT) if one.word.startswith(LENGTH) else one
        for one in concepts
    ]


@kept_with_snapshot
def _longest_stated(snapshot: Snapshot) -> float:
    """The most hours in hospital by which a row tells stays apart."""
    stays = (stays_in(row.snitflade.situation) for row in snapshot.answering_rows)
    return max(
        (hours for one in stays if one for hours in one if hours < math.inf),
        default=0.0,
    )
