"""Fits the weights by which the search decides whether its first row answers
(`registry/search/sureness.py`), and shows what they give on questions left out:

    python -m scripts.fit_search

Each set of judged questions is left out in turn, the weights are fitted on the others,
and only the set that was left out is counted. Last, the weights of all sets are printed
as they stand in the profile.
"""

import math
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from registry.clock import Moment
from registry.search.answer import Question
from registry.search.ask import Asker
from registry.search.profile import PROFILE
from tests.relevance import questions, runs
from tests.relevance.questions import Judged

THRESHOLDS = (0.4, 0.42, 0.44, 0.46, 0.48, 0.5, 0.55, 0.6)
STEPS = 20
# Keeps a weight small that few questions speak for.
RESTRAINT = 3.0
# Questions of other hands are those that are still to come: each counts for so many.
OTHER_HANDS = 2.0
MARKS = tuple(PROFILE.sureness.weight_of)


@dataclass(frozen=True)
class Example:
    """A question, the marks of its first row, and whether that row is a right one."""

    question: Judged
    marks: tuple[float, ...] | None
    right: bool
    counts: float = 1.0


@dataclass(frozen=True)
class Fitted:
    """A constant and a weight for each mark."""

    constant: float
    weights: tuple[float, ...]

    def sureness(self, marks: Sequence[float]) -> float:
        total = self.constant + float(np.dot(self.weights, marks))
        return 1 / (1 + math.exp(-total))


def main() -> int:
    """Fits, and prints what came of it."""
    with tempfile.TemporaryDirectory() as folder, runs.shipped(Path(folder)) as asker:
        asker.longest = 400
        sets = {
            name: [_example(asker, asked, counts) for asked in questions.read((name,))]
            for names, counts in (
                (questions.SETS, 1.0),
                (questions.OTHER_HANDS, OTHER_HANDS),
            )
            for name in names
        }

    left_out = {}
    for name, examples in sets.items():
        others = [e for other, listed in sets.items() if other != name for e in listed]
        fitted = fit(others)
        left_out[name] = [(e, _sure(fitted, e)) for e in examples]

    for name, judged in left_out.items():
        _print_rates(name, judged)
    for group in (questions.SETS, questions.OTHER_HANDS):
        _print_rates(
            ", ".join(group), [item for name in group for item in left_out[name]]
        )
    _print_weights(fit([e for examples in sets.values() for e in examples]))
    return 0


def fit(examples: Iterable[Example]) -> Fitted:
    """The weights that make what was judged likeliest, restrained, by Newton's method.

    The marks are measured in their own spread, so that one restraint fits them all.
    """
    known = [example for example in examples if example.marks is not None]
    marks = np.array([example.marks for example in known])
    right = np.array([float(example.right) for example in known])
    counts = np.array([example.counts for example in known])
    means, spreads = marks.mean(axis=0), marks.std(axis=0)
    spreads[spreads == 0] = 1.0

    measured = np.column_stack([np.ones(len(known)), (marks - means) / spreads])
    restraint = np.diag([0.0] + [RESTRAINT] * len(MARKS))
    weights = np.zeros(len(MARKS) + 1)
    for _ in range(STEPS):
        sure = 1 / (1 + np.exp(-measured @ weights))
        slope = measured.T @ (counts * (sure - right)) + restraint @ weights
        bend = (measured.T * (counts * sure * (1 - sure))) @ measured + restraint
        weights -= np.linalg.solve(bend, slope)

    plain = weights[1:] / spreads
    return Fitted(float(weights[0] - plain @ means), tuple(map(float, plain)))


def _example(asker: Asker, asked: Judged, counts: float) -> Example:
    answer = asker.ask(Question(asked.query, Moment(runs.TODAY)))
    if not answer.marks or answer.listing:
        return Example(asked, None, False)

    groups = answer.groups or answer.nearest
    if not groups:
        return Example(asked, None, False)

    first = groups[0].hits[0].row.id
    marks = tuple(answer.marks[name] for name in MARKS)
    return Example(asked, marks, first in asked.right, counts)


def _sure(fitted: Fitted, example: Example) -> float:
    return fitted.sureness(example.marks) if example.marks else 0.0


def _print_rates(name: str, judged: Sequence[tuple[Example, float]]) -> None:
    answerable = [item for item in judged if item[0].question.verdict == "answer"]
    rest = [item for item in judged if item[0].question.verdict == "abstain"]

    print(f"{name} ({len(judged)})")
    for least in THRESHOLDS:
        right = _mean(sure >= least and e.right for e, sure in answerable)
        refused = _mean(sure < least for _, sure in answerable)
        abstained = _mean(sure < least for _, sure in rest)
        wrong = _mean(sure >= least and not e.right for e, sure in judged)
        print(
            f"  {least:.2f}  top-1 {right:.3f}  forkert {wrong:.3f}  "
            f"afstår: ubesvarlige {abstained:.3f}, besvarlige {refused:.3f}"
        )


def _print_weights(fitted: Fitted) -> None:
    print(f"    constant: float = {fitted.constant:.2f}")
    for name, weight in zip(MARKS, fitted.weights, strict=True):
        print(f"    {name}: float = {weight:.2f}")


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return sum(listed) / len(listed) if listed else 0.0


if __name__ == "__main__":
    sys.exit(main())
