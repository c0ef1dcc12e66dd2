"""How the concepts of a question stand to each other: what it sets beside what, and
what the task is for. Pure.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from registry.language.danish import Token, fold, stem
from registry.language.lengths import ends_of, is_span
from registry.language.word_lists import (
    DIFFERENCE_WORDS,
    EITHER_WORDS,
    GIVING_WORDS,
    MODAL_WORDS,
    PURPOSE_WORDS,
    SELF_WORDS,
    SOMEBODY_WORDS,
)
from registry.search.concepts import Concept, Role
from registry.search.index_keys import STEM
from registry.search.phrases import Phrase

_SOMEBODY = frozenset(STEM + stem(word) for word in SOMEBODY_WORDS)
_ADJECTIVE = re.compile(r"\w{3,}(?:sk|ig|loes|som|bar|end|svag)[et]?")
_LENGTH = re.compile(r"=[\d.]+[a-z]")
_EITHER_OR = re.compile(
    rf" (?:{'|'.join(map(fold, sorted(MODAL_WORDS)))})(?: [^ ]+){{1,3}}?"
    rf" (?:{'|'.join(map(fold, sorted(GIVING_WORDS)))})(?: [^ ]+){{1,3}}? eller "
)
_OR = re.compile(r"\beller\b", re.IGNORECASE)


def lengths_apart(text: str, tokens: Sequence[Token]) -> list[Token]:
    """The tokens, but that two lengths which a question offers («72 eller 96 timer»)
    stand apart, with «eller» between them: which of them holds is asked.
    """
    return [
        piece
        for token in tokens
        for piece in (token.exact[:1] == "=" and _offered(text, token)) or [token]
    ]


def is_either_or(words: Sequence[str], *, asks: bool) -> bool:
    """Whether the folded words ask which of two things a patient is to have; never
    where they ask for a field of a row.
    """
    return not asks and bool(_EITHER_OR.search(f" {' '.join(words)} "))


def _offered(text: str, token: Token) -> list[Token]:
    """The two lengths of a span that says «eller», and that word between them."""
    match = _OR.search(text, token.start, token.end)
    if match is None or not is_span(token.exact):
        return []

    low, high = ends_of(token.exact)
    word = match[0].lower()
    return [
        Token(token.start, match.start() - 1, low, low),
        Token(*match.span(), word, word, word),
        Token(match.end() + 1, token.end, high, high),
    ]


def without_offered(concepts: Sequence[Concept]) -> list[Concept]:
    """The concepts, but that a length which is offered beside another need not be
    covered, unless it names a term: the row that answers says which holds, or neither.
    """
    changed = list(concepts)
    for at, concept in enumerate(concepts[1:-1], start=1):
        offered = [o for o in (at - 1, at + 1) if _is_length(concepts[o])]
        if concept.word in EITHER_WORDS and offered:
            changed[at] = replace(concept, word="", role=Role.LIGHT)
            for one in offered:
                changed[one] = replace(concepts[one], word="", role=Role.LIGHT)

    return changed


def _is_length(concept: Concept) -> bool:
    return bool(_LENGTH.fullmatch(concept.word)) and not concept.terms


def related(concepts: Sequence[Concept]) -> tuple[Concept, ...]:
    """The concepts, told what they are to each other."""
    return _purposes(_alternatives(_beside_asker(_said_of_somebody(concepts))))


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

    if len(chosen) < 2 or _are_sides(concepts, chosen):
        return tuple(concepts)

    return tuple(
        replace(c, role=Role.REQUIRED, alternative=True) if at in chosen else c
        for at, c in enumerate(concepts)
    )


def sides_set_apart(words: Sequence[str], phrases: Iterable[Phrase]) -> set[int]:
    """Where those stand that «eller» offers as the one who does it: neither is a part
    of a phrase with words elsewhere («akut …, er det kommunen eller regionen»).
    """
    actors = [
        range(phrase.first, phrase.last)
        for phrase in phrases
        if {name for name, _ in phrase.meaning.facets} == {"actor"}
    ]
    beside = {n + d for n, w in enumerate(words) if w in EITHER_WORDS for d in (-1, 1)}
    both = [places for places in actors if beside & {*places}]
    return {at for places in both for at in places} if len(both) > 1 else set()


def _are_sides(concepts: Sequence[Concept], chosen: set[int]) -> bool:
    """Whether «eller» stands between those who may do it alone («kommunen eller
    regionen»): which of them it is, the row tells, and need not have both in its text.
    """
    return all(
        concepts[at].facets and {name for name, _ in concepts[at].facets} == {"actor"}
        for at in chosen
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


def _said_of_somebody(concepts: Sequence[Concept]) -> Sequence[Concept]:
    """What is said of somebody («til vietnamesisk kvinde») is no subject, though
    nothing knows it.
    """
    said = [
        replace(one, role=Role.LIGHT)
        if one.role is Role.UNKNOWN
        and _ADJECTIVE.fullmatch(one.word)
        and not _SOMEBODY.isdisjoint(after.index_keys)
        else one
        for one, after in pairwise(concepts)
    ]
    return [*said, *concepts[-1:]]


def _purposes(concepts: Sequence[Concept]) -> tuple[Concept, ...]:
    """Mark what nothing knows and the task is for: «strømper til flamingoer»."""
    marked = [
        replace(after, is_purpose=True)
        if after.role is Role.UNKNOWN and before.word in PURPOSE_WORDS
        else after
        for before, after in pairwise(concepts)
    ]
    return (*concepts[:1], *marked)
