"""Transfers, told from the words of the issue by looking at every pair of rows. Slow on
purpose.

It shares nothing with registry.rules.coherence.versions. The readings:
- Two rows are one task when they have the same key. Of the others, two with the same
  task key are, unless they are for different target groups, or each has another that
  is more like it; where only one has, they must not be for different situations.
- A task changes sector when those who do it come from other sectors than before; it
changes
  authority or payer when others are named.
- Where the version before said "ikke oplyst", or nothing, no one can tell that anything
moved.
"""

from collections.abc import Mapping, Sequence
from itertools import product

from registry.rules.version_content import RowValues


def partners(
    before: Sequence[RowValues], after: Sequence[RowValues]
) -> set[tuple[int, int]]:
    """The places of the rows that are one task; each key stands once on each side."""
    pairs = {
        (old, new)
        for old, new in product(range(len(before)), range(len(after)))
        if before[old]["key"] == after[new]["key"]
    }
    lone_old = [at for at in range(len(before)) if at not in {old for old, _ in pairs}]
    lone_new = [at for at in range(len(after)) if at not in {new for _, new in pairs}]
    maybe = {
        (old, new): _alike(before[old], after[new])
        for old, new in product(lone_old, lone_new)
        if before[old]["task_key"] == after[new]["task_key"] != ""
        and _for_the_same(before[old], after[new])
    }
    for (old, new), alike in maybe.items():
        old_has_better = any(a > alike for (o, _), a in maybe.items() if o == old)
        new_has_better = any(a > alike for (_, n), a in maybe.items() if n == new)
        situations = {before[old]["situation"], after[new]["situation"]} - {""}
        if not (old_has_better and new_has_better) and (
            not (old_has_better or new_has_better) or len(situations) < 2
        ):
            pairs.add((old, new))
    return pairs


def _alike(old: RowValues, new: RowValues) -> list[bool]:
    return [
        old["situation"] == new["situation"],
        sorted(set(old["target_groups"])) == sorted(set(new["target_groups"])),
        old["phase"] == new["phase"],
    ]


def moved(
    before: Sequence[RowValues],
    after: Sequence[RowValues],
    sector_of: Mapping[str, str],
) -> set[tuple[str, str, str]]:
    """The key before, the key after, and what changed: "sector", "authority" or
    "payer".
    """
    transfers = set()
    for old, new in partners(before, after):
        was, now = before[old], after[new]
        keys = was["key"], now["key"]
        if _known(was, "responsible") and _sectors(was, sector_of) != _sectors(
            now, sector_of
        ):
            transfers.add((*keys, "sector"))
        for answer in ("authority", "payer"):
            if _known(was, answer) and _known(was, answer) != _known(now, answer):
                transfers.add((*keys, answer))
    return transfers


def _for_the_same(old: RowValues, new: RowValues) -> bool:
    if not old["target_groups"] or not new["target_groups"]:
        return True
    return any(group in new["target_groups"] for group in old["target_groups"])


def _known(row: RowValues, answer: str) -> list[str]:
    return sorted(actor for actor in set(row[answer]) if actor != "ikke-oplyst")


def _sectors(row: RowValues, sector_of: Mapping[str, str]) -> list[str]:
    return sorted({sector_of.get(actor, "") for actor in _known(row, "responsible")})
