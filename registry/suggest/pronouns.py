"""Whom a pronoun takes up. Never guessed: of several who may be meant none is.

It reaches back within its own sentence, and else into the one before in the same
paragraph or list. «Denne» takes up the last one named there, which is not who did what
was told; «den», «det» and «de» the subject, where nothing else there may be meant.
"""

from collections.abc import Sequence
from itertools import chain

from registry.suggest.names import NO_OWNERS, PERSONS, PRONOUNS
from registry.suggest.who import ANY, Context, Mention, Who

LAST = frozenset({"denne", "dette"})
# What alone means someone who is told of.
ALONE = frozenset(PRONOUNS) | PERSONS
# These take up what has happened as often as someone.
OFTEN_A_THING = frozenset({"dette"})


def taken_up(low: str, context: Context) -> Who:
    """Whom a pronoun alone means; asked about where nobody, or several, may be."""
    open_ = Who(asked=low, sure=False)
    if low in PERSONS:
        return open_

    here = [*chain.from_iterable(context.clauses), *context.condition]
    for mentions in (here, context.before):
        if fit := _fitting(low, mentions, context.doing):
            meant = _last(fit, is_here=mentions is here) if low in LAST else _only(fit)
            if meant is None or not meant.keys:
                return open_
            unsure = low in OFTEN_A_THING or PRONOUNS[low] == "p"
            return Who(meant.keys, sure=meant.sure and not unsure)

    return open_


def _fitting(
    low: str, mentions: Sequence[Mention], doing: tuple[str, ...]
) -> list[Mention]:
    """Those and that which a pronoun may mean by its gender."""
    gender = PRONOUNS[low]
    genders = (gender, ANY) if gender == "p" else (gender, ANY, "")
    fit = [one for one in mentions if one.gender in genders]
    fit = [one for one in fit if not one.keys or one.keys != doing]
    if low in ("den", "det"):  # A person is «denne», or «vedkommende».
        fit = [one for one in fit if not one.keys or not _is_person(one)]
    return [one for one in fit if one.is_someone or one.gender]


def _is_person(one: Mention) -> bool:
    return set(one.keys) <= NO_OWNERS


def _last(fit: Sequence[Mention], *, is_here: bool) -> Who | None:
    """The last one named who is not the subject; sure unless a thing comes later.
    `is_here`: in the pronoun's own sentence.
    """
    main = [one for one in fit if not one.is_aside]
    people = [one for one in main if one.is_someone and not one.is_subject]
    asides = [one for one in fit if one.is_aside and one.is_someone]
    if not main:
        return None

    last = people[-1] if people else main[0]
    aside = {one.keys for one in asides if not one.keys or not _is_person(one)}
    if len({one.keys for one in people} | aside | {last.keys}) > 1:
        return None
    if not people:
        # Of the sentence before, «denne» seldom is the subject: that the others have
        # another gender is little to hold it by.
        is_one = len({one.keys for one in main}) == 1
        known = is_here and bool(last.gender) and last.sure
        return Who(last.keys, sure=known) if is_one else None

    # A citizen is told of and seldom does what an agreement tells.
    others = [one for one in main if one.is_subject and one.keys != last.keys]
    if others and _is_person(last):
        return None
    is_last = last is [one for one in fit if not one.is_subject][-1]
    return Who(last.keys, sure=bool(last.gender) and last.sure and is_last)


def _only(fit: Sequence[Mention]) -> Who | None:
    """The one actor that is the subject, or nobody where another may be meant."""
    doers = [one for one in fit if one.is_someone and one.is_subject]
    if not doers or {one.keys for one in fit} != {doers[0].keys}:
        return None
    known = all(one.gender and one.sure for one in fit)
    main = any(not one.is_aside for one in doers)
    return Who(doers[0].keys, sure=known) if main else None
