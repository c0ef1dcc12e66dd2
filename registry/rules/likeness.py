"""How alike two rows are, from 0 to 1: whether one is what became of the other. It only
proposes; whether it is so is for a person to say.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from heapq import nlargest
from typing import Any

from registry.language.danish import stems_in
from registry.rules.version_content import RowValues

# What each tells of whether a row is the same.
TASK, SITUATION, ACTORS, KIND = 0.6, 0.15, 0.15, 0.1
LEAST_TASK = 0.34  # rows whose tasks share less are not the same, whoever does them
LIKELY = 0.55  # taken for the same, and asked about
POSSIBLE = 0.4  # not taken, but worth asking

MOST_COMPARED, MOST_OF_A_WORD = 8, 200  # rows that one row is held against


def likeness(one: RowValues, other: RowValues) -> float:
    """How alike two rows are by their task, situation, kind, and who does it."""
    task = words_alike(one["task"], other["task"])
    if task < LEAST_TASK:
        return 0.0

    same_kind = bool(one["task_key"]) and one["task_key"] == other["task_key"]
    return (
        TASK * task
        + SITUATION * words_alike(one["situation"], other["situation"])
        + ACTORS * _shared(one["responsible"], other["responsible"])
        + KIND * same_kind
    )


def words_alike(one: str, other: str) -> float:
    """How much two texts say the same: by their words, and by their letters."""
    if not one.strip() and not other.strip():
        return 1.0
    shared = _shared(_stems(one), _stems(other))
    letters = SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False)
    # Of rows by the hundred nearly all pairs have nothing in common.
    most = letters.quick_ratio()
    return (shared + (letters.ratio() if shared + most > LEAST_TASK else most)) / 2


@lru_cache(maxsize=4096)
def _stems(text: str) -> frozenset[str]:
    return frozenset(stems_in(text.lower()))


def pairs_by_likeness(
    rows: Sequence[RowValues], others: Sequence[RowValues], least: float
) -> dict[int, int]:
    """The places of the rows that are most alike, the most alike first; none twice."""
    scored = sorted(
        (-score, at, of)
        for at, nearest in enumerate(_nearest(rows, others))
        for of in nearest
        if (score := likeness(rows[at], others[of])) >= least
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, at, of in scored:
        if at not in pairs and of not in taken:
            pairs[at] = of
            taken.add(of)

    return pairs


def _nearest(
    rows: Sequence[RowValues], others: Sequence[RowValues]
) -> Iterator[list[int]]:
    """For each row the places of those that share most words of its task, rare words
    before common ones: of thousands of rows not every one is held against every other.
    """
    having: dict[str, list[int]] = {}
    for of, other in enumerate(others):
        for stem in _stems(other["task"]):
            having.setdefault(stem, []).append(of)

    for row in rows:
        weights: defaultdict[int, float] = defaultdict(float)
        for stem in _stems(row["task"]):
            sharing = having.get(stem, [])
            for of in sharing[:MOST_OF_A_WORD]:
                weights[of] += 1 / len(sharing)
        yield nlargest(MOST_COMPARED, weights, key=lambda of: (weights[of], -of))


def _shared(one: Any, other: Any) -> float:
    """Of two sets, what both have of what they have together; alike where both are
    empty.
    """
    first, second = set(one), set(other)
    total = len(first) + len(second)
    return 2 * len(first & second) / total if total else 1.0
