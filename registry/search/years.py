"""The years of a question that need not stand in a row for it to answer. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from registry.catalogue.snapshot import Snapshot
from registry.language.danish import fold
from registry.language.months import MONTHS
from registry.search.bounds import Bounds
from registry.search.concepts import Concept, Role

_MONTHS = frozenset(map(fold, MONTHS))


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
