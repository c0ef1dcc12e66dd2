"""The pairs of eyes, reckoned the slow way: every set of acts that could stand is tried
by walking from account to account.
"""

from collections.abc import Collection

from registry.rules.linked_accounts import MACHINES, AccountAct, Life


def one_pair(acts: Collection[AccountAct], life: Life, one: str, other: str) -> bool:
    """Whether the two are one in that life."""
    return other in reached(standing(acts, life), one)


def standing(acts: Collection[AccountAct], life: Life) -> list[AccountAct]:
    """The acts that make bonds: one at a time falls away, the last that may."""
    left = [act for act in acts if in_life(act, life) and act.by not in MACHINES]
    while True:
        free = [act for act in left if falls_away(act, left)]
        if not free:
            return left
        left.remove(free[-1])


def in_life(act: AccountAct, life: Life) -> bool:
    if life.ends is not None and act.place >= life.ends:
        return False
    return act.lasting or life.begins <= act.place


def falls_away(act: AccountAct, acts: Collection[AccountAct]) -> bool:
    persons = set(act.confirmed_by) - set(MACHINES)
    return not act.lasting and bool(persons - reached(acts, act.by))


def reached(acts: Collection[AccountAct], one: str) -> set[str]:
    """Every account that a walk over the acts comes to, to and fro."""
    accounts = {one}
    for _ in range(len(acts)):
        for act in acts:
            if accounts & {act.by, act.account}:
                accounts |= {act.by, act.account}
    return accounts
