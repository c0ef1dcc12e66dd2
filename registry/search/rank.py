"""The order of candidates, ours and the same on any engine. Pure.

A candidate is judged by what it covers of the question, then by how surely and where: an exact
word over a term over a stem over a part of a compound, the task over the situation over the rest.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from registry.search.engine import Tokens
from registry.search.lexicon import LEVELS
from registry.search.question import PLACES, YEAR, Concept, Role
from registry.search.weights import TASK_LABEL, WEIGHTS

FAVOUR = 0.8  # the share of a concept's weight that a favoured one gives
LIGHT = 0.3
WORD_BY_WORD = 0.75
OWN_WORDS = 0.5
FACET = 0.5
LEAST_FAVOURED = 2.5
SHORTEST_LIGHT = 5
NEGATIVE_FIELD = "does_not_apply_to"
OTHER_GROUP = -0.35  # a row for other target groups than the one asked for
SAME_SECTOR = 0.4  # a row of the sector of the actor asked for
STATED = 0.3  # the field asked for is stated
TOP_WEIGHT = max(WEIGHTS.values())


@dataclass(frozen=True)
class Weighed:
    """A question's concept with its weight: the rarer, the heavier."""

    concept: Concept
    weight: float


@dataclass(frozen=True)
class Judged:
    """How a candidate stands to a question."""

    covered: float  # share of the required weight, 0-1
    score: float
    missing: tuple[str, ...]  # the required words it does not cover
    concepts: int  # how many required concepts it covers
    positive: bool  # whether anything stands outside «gælder ikke for»
    unknown: bool  # whether a missing word is one without which nothing answers

    @property
    def order(self) -> tuple[float, float]:
        """Smaller is better."""
        return (-round(self.covered, 6), -round(self.score, 6))


def weight(documents: int, frequency: int) -> float:
    """The weight of a concept that stands in `frequency` of `documents`."""
    return math.log(1 + (documents + 1) / (frequency + 0.5))


def judge(
    weighed: Sequence[Weighed],
    tokens: Tokens,
    facets: Mapping[str, frozenset[str]],
    sectors: Mapping[str, str | None],
) -> Judged:
    """How a document with these tokens and facets stands to the question."""
    tally = _Tally()
    present = frozenset[str]().union(*tokens.values())
    for item in weighed:
        # Most concepts stand nowhere in most documents, and that is soon seen.
        somewhere = not item.concept.wanted.isdisjoint(present)
        level = match(item.concept, tokens) if somewhere else 0.0
        if item.concept.role in (Role.REQUIRED, Role.UNKNOWN):
            level = level or FACET * _stands_for(item.concept, facets)
            tally.require(item, level, positive=_is_positive(item.concept, tokens, facets))
        elif item.concept.role is Role.FAVOURED:
            favour = _favour(item.concept, level, facets, sectors)
            tally.score += max(item.weight, LEAST_FAVOURED) * FAVOUR * favour
        elif len(item.concept.text) >= SHORTEST_LIGHT:
            tally.score += item.weight * LIGHT * level
    return tally.judged()


@dataclass
class _Tally:
    """The count of what a candidate covers."""

    score: float = 0.0
    covered: float = 0.0
    required: float = 0.0
    concepts: int = 0
    positive: bool = False
    missing: list[Concept] = field(default_factory=list)
    alternatives: list[tuple[Weighed, float]] = field(default_factory=list)

    def require(self, item: Weighed, level: float, *, positive: bool) -> None:
        self.positive |= positive
        if item.concept.alternative:
            self.alternatives.append((item, level))
            return
        self.required += item.weight
        self.score += item.weight * level
        if level:
            self.covered += item.weight
            self.concepts += 1
        else:
            self.missing.append(item.concept)

    def judged(self) -> Judged:
        if self.alternatives:
            # Alternatives weigh the same: the question is as much about the one as the other.
            weight = max(item.weight for item, _ in self.alternatives)
            item, level = max(self.alternatives, key=lambda pair: pair[1])
            chosen = Weighed(replace(item.concept, alternative=False), weight)
            self.require(chosen, level, positive=False)
            self.alternatives.clear()
        return Judged(
            covered=self.covered / self.required if self.required else 0.0,
            score=self.score,
            missing=tuple(concept.text for concept in self.missing),
            concepts=self.concepts,
            positive=self.positive,
            unknown=any(_blocks(concept) for concept in self.missing),
        )


def _is_positive(concept: Concept, tokens: Tokens, facets: Mapping[str, frozenset[str]]) -> bool:
    """Whether the concept stands outside what the row does not apply to."""
    return _stands_for(concept, facets) or any(
        not concept.wanted.isdisjoint(present)
        for name, present in tokens.items()
        if name != NEGATIVE_FIELD
    )


def _blocks(concept: Concept) -> bool:
    """Whether nothing answers without it: a word known nowhere, or a year."""
    return concept.role is Role.UNKNOWN or bool(YEAR.fullmatch(concept.word))


def match(concept: Concept, tokens: Tokens) -> float:
    """How well a concept stands in a document: the best of its fields, 0 where it does not.

    A phrase also stands where each of its words does, in whatever fields. The row's own words
    break the tie between rows of one task.
    """
    best = _best(concept.tokens, tokens)
    own = {name: present for name, present in tokens.items() if name != TASK_LABEL}
    if concept.words:
        by_words = [_best(word, own) for word in concept.words]
        best = max(best, WORD_BY_WORD * min(_best(word, tokens) for word in concept.words))
        bonus = max(_best(concept.tokens, own), sum(by_words) / len(by_words))
    else:
        bonus = _best(concept.tokens, own)
    return (best + OWN_WORDS * bonus) * concept.sureness if best else 0.0


def _best(wanted: frozenset[str], tokens: Tokens) -> float:
    best = 0.0
    for name, present in tokens.items():
        common = wanted & present
        if common:
            level = max(LEVELS[token[:2]] for token in common)
            best = max(best, level * (0.5 + 0.5 * WEIGHTS[name] / TOP_WEIGHT))
    return best


def _stands_for(concept: Concept, facets: Mapping[str, frozenset[str]]) -> bool:
    """Whether a row's facets cover the concept. A place alone never does: rows are for them all."""
    return _in_facets(concept, facets) and not any(name in PLACES for name, _ in concept.facets)


def _in_facets(concept: Concept, facets: Mapping[str, frozenset[str]]) -> bool:
    return any(value in facets.get(facet, ()) for facet, value in concept.facets)


def _favour(
    concept: Concept,
    level: float,
    facets: Mapping[str, frozenset[str]],
    sectors: Mapping[str, str | None],
) -> float:
    if _in_facets(concept, facets):
        return max(level, 1.0)
    if level:
        return level
    if any(facet == "target_group" for facet, _ in concept.facets):
        return OTHER_GROUP
    same_sector = any(
        facet == "actor" and sectors.get(value) in facets.get("sector", ())
        for facet, value in concept.facets
    )
    return SAME_SECTOR if same_sector else 0.0
