"""The rows of one kind of task in the order in which they are understood: the rule
before its exceptions. Pure.

A row is an exception by its own words, because it holds where two have agreed on it, or
because the citizen alone pays or does what is otherwise a hospital's, a municipality's
or a doctor's. Who asks of the exception by its words gets it where it stood.
"""

import re
from collections.abc import Collection, Sequence

from registry.catalogue.snapshot import Row
from registry.language.danish import tokenize
from registry.rules.citizens import CITIZEN_ACTORS

# A task that says what is not done, or what is done with another thing than the usual.
_EXCEPTING = re.compile(
    r"\bikke\b|\bikke-|\bu(?:markere|benytte)\w*|\b(?:ande[nt]|andre)\b[^,.;]*\bend\b"
    r"|\bundtage[nt]\b|\bundtagelse",
    re.IGNORECASE,
)
# A condition that begins with what two may agree: without it the rule holds.
_BY_AGREEMENT = re.compile(
    r"(?:hvis )?(?:regionen|kommunen|hospitalet|egen læge|parterne)\b[^.;:]{0,40}"
    r"\bhar aftalt\b",
    re.IGNORECASE,
)
# Who asks in these words asks for the exception.
_OF_EXCEPTIONS = frozenset(
    token.stem
    for token in tokenize(
        "ikke anden andet andre uden undtagelse undtaget umarkeret selv jeg mig man "
        "borger patient pårørende egenbetaling gebyr gratis drive driver aftalt"
    )
)


def exceptions(rows: Sequence[Row], asked: Collection[str]) -> frozenset[str]:
    """The ids of the rows that are exceptions to another of them; none where a question
    of these stems asks for one, or all are.
    """
    if not _OF_EXCEPTIONS.isdisjoint(asked):
        return frozenset()

    excepted = frozenset(
        row.id
        for row in rows
        if _EXCEPTING.search(row.snitflade.task)
        or _BY_AGREEMENT.match(row.snitflade.situation)
        or _is_citizens(row)
    )
    return excepted if len(excepted) < len(rows) else frozenset()


def _is_citizens(row: Row) -> bool:
    """Whether the citizen alone does it, or pays for it."""
    stored = row.snitflade
    return any(
        some and {*some} <= CITIZEN_ACTORS
        for some in (stored.responsible, stored.payer)
    )
