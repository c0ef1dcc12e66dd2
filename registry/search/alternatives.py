"""How the concepts of a question stand to each other: what it sets beside what, and
what the task is for. Pure.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from registry.language.word_lists import (
    AIM_WORDS,
    DIFFERENCE_WORDS,
    EITHER_WORDS,
    SELF_WORDS,
)
from registry.search.concepts import Concept, Role


def related(concepts: Sequence[Concept]) -> tuple[Concept, ...]:
    """The concepts, told what they are to each other."""
    return _aimed(_alternatives(_beside_asker(concepts)))


def _alternatives(concepts: Sequence[Concept]) -> tuple[Concept, ...]:
    """Mark what the question sets beside each other: the neighbours of «eller», or,
    where it asks for a difference, everything it names.
    """
    subjects = [
        at for at, c in enumerate(concepts) if c.role in (Role.REQUIRED, Role.FAVOURED)
    ]
    chosen: set[int] = set()
    for at, concept in enumerate(concepts):
        if concept.word in EITHER_WORDS:
            chosen.update([s for s in subjects if s < at][-1:])
            chosen.update([s for s in subjects if s > at][:1])
        elif concept.word in DIFFERENCE_WORDS:
            chosen.update(subjects)

    if len(chosen) < 2:
        return tuple(concepts)

    return tuple(
        replace(c, role=Role.REQUIRED, alternative=True) if at in chosen else c
        for at, c in enumerate(concepts)
    )


def _beside_asker(concepts: Sequence[Concept]) -> Sequence[Concept]:
    """What is set beside the asker («os eller kommunen») is a possible answer, and need
    not stand in it.
    """
    changed = list(concepts)
    for at, concept in enumerate(concepts[1:-1], start=1):
        before, after = at - 1, at + 1
        if concept.word not in EITHER_WORDS:
            continue

        for self_at, other in ((before, after), (after, before)):
            if concepts[self_at].word in SELF_WORDS:
                changed[at] = replace(concept, word="", role=Role.LIGHT)
                if concepts[other].role is Role.REQUIRED:
                    changed[other] = replace(concepts[other], role=Role.FAVOURED)

    return changed


def _aimed(concepts: Sequence[Concept]) -> tuple[Concept, ...]:
    """Mark what nothing knows and the task is for: «strømper til flamingoer»."""
    marked = [
        replace(after, aimed=True)
        if after.role is Role.UNKNOWN and before.word in AIM_WORDS
        else after
        for before, after in pairwise(concepts)
    ]
    return (*concepts[:1], *marked)
