"""Whom a pronoun takes up. Never guessed: of several who may be meant none is.

«Denne» takes up the last one named before it, which is not who did what was told; «den»
and «det» whoever was told of, but no person. What a condition tells is near only in the
sentence that it belongs to.
"""

from collections.abc import Sequence

from registry.suggest.names import NO_OWNERS, PERSONS, PRONOUNS
from registry.suggest.who import Context, Mention, Who

LAST = frozenset({"denne", "dette"})
# What alone means someone who is told of.
ALONE = frozenset(PRONOUNS) | PERSONS
FURTHEST = 3  # clauses back


def taken_up(low: str, context: Context) -> Who:
    """Whom a pronoun alone means; asked about where nobody, or several, may be."""
    open_ = Who(asked=low, sure=False)
    if low in PERSONS:
        return open_
    gender = PRONOUNS[low]
    if gender == "p":
        return _group(context) or open_

    for clause in (context.condition, *reversed(context.clauses[-FURTHEST:])):
        fit = [one for one in clause if one.gender in (gender, "")]
        fit = [one for one in fit if not one.keys or one.keys != context.doing]
        if low in ("den", "det"):  # A person is «denne», or «vedkommende».
            fit = [one for one in fit if not one.keys or not _is_person(one)]
        if fit := [one for one in fit if one.is_someone or one.gender]:
            meant = _last(fit) if low in LAST else _only(fit)
            return meant if meant and meant.keys else open_

    return open_


def _group(context: Context) -> Who | None:
    """Those who were the last subject of several."""
    for keys, said in reversed(context.subject[-FURTHEST:]):
        if said == "p" and (keys != context.doing or not keys):
            return Who(keys, sure=False) if keys else None
    return None


def _is_person(one: Mention) -> bool:
    return set(one.keys) <= NO_OWNERS


def _last(fit: Sequence[Mention]) -> Who | None:
    """The last one named who is not the subject; sure unless a thing comes later."""
    people = [one for one in fit if one.is_someone and not one.is_subject]
    if people:
        last = people[-1]
        # A citizen is told of and seldom does what an agreement tells.
        others = [one for one in fit if one.is_subject and one.keys != last.keys]
        if others and _is_person(last):
            return None

        return Who(last.keys, sure=bool(last.gender) and last is fit[-1])
    if len(fit) > 1:
        return None
    return Who(fit[0].keys, sure=bool(fit[0].gender))


def _only(fit: Sequence[Mention]) -> Who | None:
    """The one actor told of, or nobody: a thing that is the subject may be meant."""
    able = {one.keys for one in fit if one.is_someone or one.is_subject}
    if len(able) != 1:
        return None
    doers = [one for one in fit if one.is_someone and one.is_subject]
    things = [one for one in fit if not one.is_someone]
    known = all(one.gender for one in fit if one.is_someone)
    return Who(next(iter(able)), sure=known and bool(doers or not things))
