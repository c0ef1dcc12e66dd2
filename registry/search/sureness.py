"""How surely the best of the ranked rows answers a question, by marks that can be read.
Pure.

The marks say what the row holds of the question, what it lacks, how far it stands
before the next row and before every other kind of task, and how long the question is.
`profile.sureness` weighs them: its numbers are fitted together on judged questions by
`scripts/fit_search.py`, none by hand.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from registry.search.profile import Profile
from registry.search.stated import gives_figure, states

if TYPE_CHECKING:
    from registry.search.row_hits import Ranked, WeighedQuestion


def marks_of(
    ranked: Sequence[Ranked], asked: WeighedQuestion, *, rarest: float, profile: Profile
) -> dict[str, float]:
    """The marks of the first row, by the names that the profile weighs them by.

    None of no rows. `rarest` is the weight of a word that stands
    nowhere: weights are measured by it, since they grow with the catalogue.
    """
    if not ranked:
        return {}

    best = ranked[0]
    judged = best.judged
    of_task = [r.row for r in ranked if r.row.task_key == best.row.task_key]
    parsed, heard = asked.parsed, asked.heard
    spread = profile.sureness.spread * rarest
    held = best.heard / heard.possible if heard.possible else 0.0

    return {
        "cites": float(judged.cites),
        "asked": judged.asked / judged.required if judged.required else 0.0,
        "lacks_known": judged.lacks_known / rarest,
        "lacks_unknown": judged.lacks_unknown / rarest,
        "unheard": float(not best.heard),
        "held": held,
        "heard_apart": _apart(ranked, spread),
        "ahead": _ahead(
            ranked,
            is_either_or=any(c.alternative for c in parsed.concepts),
            most=profile.sureness.far_ahead,
        ),
        "parts": math.log1p(parsed.stops),
        "words": math.log1p(len(parsed.words)),
        "no_figure": float(parsed.figure and not any(map(gives_figure, of_task))),
        "not_stated": float(
            parsed.stressed is not None and not states(best.row, parsed.stressed)
        ),
    }


def sureness(marks: Mapping[str, float], *, profile: Profile) -> float:
    """The fitted share, 0-1, of questions with such marks whose first row answers."""
    weights = profile.sureness.weight_of
    total = profile.sureness.constant
    total += sum(weights[name] * value for name, value in marks.items())
    return 1 / (1 + math.exp(-total))


def _ahead(ranked: Sequence[Ranked], *, is_either_or: bool, most: float) -> float:
    """How far the first row stands before the next, as a share of its score; of things
    set beside each other, before the first row that covers less: each is an answer. No
    more than `most`.
    """
    best = ranked[0].judged
    after = (item.judged for item in ranked[1:])
    following = (
        other.score
        for other in after
        if not is_either_or or other.covered < best.covered
    )

    behind = next(following, 0.0)
    share = (best.score - behind) / best.score if best.score > 0 else most
    return min(most, share)


def _apart(ranked: Sequence[Ranked], spread: float) -> float:
    """How much of all the likelihood is the first row's kind of task's, where what it
    holds of the plain words is a logarithm of it: near 1 where no other kind comes
    near, under a half where another is before it.
    """
    held: dict[str, float] = {}
    for one in ranked:
        held[one.row.task_key] = max(one.heard, held.get(one.row.task_key, 0.0))
    top = max(held.values())
    likely = {key: math.exp((some - top) / spread) for key, some in held.items()}
    return likely[ranked[0].row.task_key] / sum(likely.values())
