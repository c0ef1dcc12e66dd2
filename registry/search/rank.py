"""The order of candidates, ours and the same on any engine. Pure.

A candidate is judged by what it covers of the question, by how surely and where: an
exact word over a term over a stem over a part of a compound, the task over the
situation over the rest.
"""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from registry.search.concepts import Concept, Role
from registry.search.engine import IndexKeys
from registry.search.index_keys import NEGATIVE, QUESTIONS, TASK_LABEL, Common
from registry.search.of_facets import Facets, distinguishing, favour, stands_for
from registry.search.profile import PROFILE, Profile
from registry.search.profile_order import Order
from registry.search.question import YEAR

# A key of a paragraph, of a length of time, and of a code holds one of these.
_CITING = frozenset("§=0123456789")
# What the name of a kind of task has is no single row's («LÆ 125»).
_CODE = re.compile(r"[a-z]+\d+")
# What the rows of one kind of task have in common.
_SHARED = (TASK_LABEL,)
_NONE = frozenset[str]()

# What of a question a document holds, by field; no field without any.
Held = Sequence[tuple[str, frozenset[str]]]


@dataclass(frozen=True)
class Weighed:
    """A question's concept with its weight: the rarer, the heavier."""

    concept: Concept
    weight: float


class Judged(NamedTuple):
    """How a candidate stands to a question."""

    covered: float  # share of the required weight, 0-1
    score: float
    missing: tuple[str, ...]  # the required words it does not cover
    concepts: int  # how many required concepts it covers
    positive: bool  # whether anything stands outside «gælder ikke for»
    unknown: bool  # whether a missing word is one without which nothing answers
    asked: float = 0.0  # the weight that only people's questions cover
    required: float = 0.0  # all the required weight
    lacks_known: float = 0.0  # the weight of the words it lacks that the catalogue has
    lacks_unknown: float = 0.0  # and of those that the catalogue does not have
    cites: bool = False  # whether it covers a paragraph, a length of time or a code
    chooses: bool = False  # whether it covers all that is set beside each other

    @property
    def order(self) -> tuple[float, float]:
        """Smaller is better."""
        return (-round(self.score, 6), -round(self.covered, 6))


def weight(documents: int, frequency: int, *, profile: Profile = PROFILE) -> float:
    """The weight of a concept that stands in `frequency` of `documents`."""
    return math.log(1 + (documents + 1) / (frequency + profile.order.unseen))


class Judge:
    """Says how documents stand to one question. What a field gives each concept, and
    how a document with just these keys and facets stands, is reckoned once: of a
    question most candidates hold the same few words.
    """

    def __init__(
        self,
        weighed: Sequence[Weighed],
        sectors: Mapping[str, str | None],
        *,
        profile: Profile = PROFILE,
    ) -> None:
        self._weighed = weighed
        self._concepts = [item.concept for item in weighed]
        self._pieces = _pieces(self._concepts)
        self._sectors = sectors
        self._profile = profile
        self._wanted = frozenset[str]().union(
            *(item.concept.wanted for item in weighed)
        )

        # The words of all concepts in a line, and where those of each begin.
        self._needed = [
            keys for i in weighed for keys in (i.concept.index_keys, *i.concept.words)
        ]
        self._distinguishing = distinguishing(
            [item.concept for item in weighed], sectors
        )

        self._common = Common(self._wanted)
        self._levels: dict[tuple[str, frozenset[str]], tuple[float, ...]] = {}
        self._judged: dict[object, Judged] = {}

    def of(self, keys: IndexKeys, facets: Facets) -> Judged:
        """How a document with these keys and facets stands to the question."""
        # Of a document's keys a question wants few; the others need not be met again.
        cut = self._common
        held = tuple([(n, common) for n, k in keys.items() if (common := cut[k])])
        own = tuple(
            (n, facets.get(n, _NONE) & v) for n, v in self._distinguishing.items()
        )

        judged = self._judged.get((held, own))
        if judged is None:
            judged = self._judged[held, own] = self._made(held, dict(own))
        return judged

    def _made(self, held: Held, facets: Facets) -> Judged:
        tally = _Tally()

        for item, level in zip(self._weighed, self._levels_of(held), strict=True):
            if item.concept.role in (Role.REQUIRED, Role.UNKNOWN):
                fields = _fields_of(item.concept, held)
                is_for = stands_for(item.concept, facets)
                positive = is_for or any(name != NEGATIVE for name in fields)
                asked = fields == [QUESTIONS]
                tally.require(item, level, positive=positive, asked=asked)
            else:
                tally.score += self._further(item, level, facets)

        return tally.judged()

    def _levels_of(self, held: Held) -> Iterator[float]:
        """How well each concept stands in a document. Of a word that nothing knows what
        it ends with is not enough: «dødsattest» is no other attest.
        """
        every, own = self._best(held), self._best(_own(held))
        order, levels, at = self._profile.order, [], 0

        for concept in self._concepts:
            end = at + 1 + len(concept.words)
            best = own if _CODE.fullmatch(concept.word) else every
            levels.append(_level(concept, best[at:end], own[at:end], order))
            at = end

        levels_of = list(zip(self._pieces, levels, strict=True))
        lacking = {
            one.word for one, level in levels_of if one.tells_apart and not level
        }
        for piece, level in levels_of:
            yield 0.0 if piece.word in lacking else level

    def _further(self, item: Weighed, level: float, facets: Facets) -> float:
        """What a concept that need not be covered adds to the score."""
        concept, order = item.concept, self._profile.order
        if concept.role is Role.FAVOURED:
            favoured = favour(concept, level, facets, self._sectors, order=order)
            return max(item.weight, order.least_favoured) * order.favour * favoured
        if len(concept.text) >= order.shortest_light:
            return item.weight * order.light * level
        return 0.0

    def _best(self, held: Held) -> Sequence[float]:
        """What the best of the fields gives each of the needed words."""
        nothing = (0.0,) * len(self._needed)
        return list(map(max, nothing, nothing, *map(self._levels_in, held)))

    def _levels_in(self, of_field: tuple[str, frozenset[str]]) -> tuple[float, ...]:
        """What a field gives each of them."""
        if of_field in self._levels:
            return self._levels[of_field]

        name, present = of_field
        share, level_of = self._profile.share_of[name], self._profile.level_of
        levels = self._levels[of_field] = tuple(
            max((level_of[key[:2]] for key in keys & present), default=0.0) * share
            for keys in self._needed
        )
        return levels


@dataclass
class _Tally:
    """The count of what a candidate covers."""

    score: float = 0.0
    covered: float = 0.0
    required: float = 0.0
    concepts: int = 0
    positive: bool = False
    asked: float = 0.0
    cites: bool = False
    chooses: bool = False
    missing: list[Weighed] = field(default_factory=list)
    alternatives: list[tuple[Weighed, float]] = field(default_factory=list)

    def require(
        self, item: Weighed, level: float, *, positive: bool, asked: bool = False
    ) -> None:
        """Count a required concept. `positive`: it stands outside what the row does not
        apply to; `asked`: only in what people ask.
        """
        self.positive |= positive
        if item.concept.alternative:
            self.alternatives.append((item, level))
            return

        self.required += item.weight
        self.score += item.weight * level
        if level:
            self.covered += item.weight
            self.asked += item.weight if asked else 0.0
            self.cites |= any(letter in _CITING for letter in item.concept.word)
            self.concepts += 1
        else:
            self.missing.append(item)

    def judged(self) -> Judged:
        if self.alternatives:
            # Alternatives weigh the same: the question is as much about the one as the
            # other.
            self.chooses = all(level for _, level in self.alternatives)
            weight = max(item.weight for item, _ in self.alternatives)
            item, level = max(self.alternatives, key=lambda pair: pair[1])
            chosen = Weighed(replace(item.concept, alternative=False), weight)
            self.require(chosen, level, positive=False)
            self.alternatives.clear()

        return Judged(
            covered=self.covered / self.required if self.required else 0.0,
            score=self.score,
            missing=tuple(dict.fromkeys(item.concept.text for item in self.missing)),
            concepts=self.concepts,
            positive=self.positive,
            unknown=any(_blocks(item.concept) for item in self.missing),
            asked=self.asked,
            required=self.required,
            lacks_known=self._lacking(Role.REQUIRED),
            lacks_unknown=self._lacking(Role.UNKNOWN),
            cites=self.cites,
            chooses=self.chooses,
        )

    def _lacking(self, role: Role) -> float:
        return sum(item.weight for item in self.missing if item.concept.role is role)


class _Piece(NamedTuple):
    """What a concept is of a word that was taken apart: `word`, "" where it is of
    none. All but the last tell it apart from others that end alike.
    """

    word: str = ""
    tells_apart: bool = False


def _pieces(concepts: Sequence[Concept]) -> list[_Piece]:
    words = [c.text if c.part and c.role is Role.REQUIRED else "" for c in concepts]
    return [
        _Piece(word, tells_apart=bool(word) and word in words[at + 1 :])
        for at, word in enumerate(words)
    ]


def _fields_of(concept: Concept, held: Held) -> list[str]:
    """The fields of the document in which the concept stands."""
    return [name for name, some in held if not concept.wanted.isdisjoint(some)]


def _own(held: Held) -> Held:
    """The fields that are the row's alone."""
    return [(name, some) for name, some in held if name not in _SHARED]


def _blocks(concept: Concept) -> bool:
    """Whether nothing answers without it: a year, or what nobody knows and the task is
    for.
    """
    return concept.is_purpose or bool(YEAR.fullmatch(concept.word))


def _level(
    concept: Concept, every: Sequence[float], own: Sequence[float], order: Order
) -> float:
    """How well a concept stands in a document: the best of its fields, 0 where it does
    not. Each is of the concept as a whole, and then of each of its words: in any field,
    and in those that are the row's alone.

    A phrase also stands where each of its words does, in whatever fields. The row's own
    words break the tie between rows of one task.
    """
    (best, *words), (bonus, *own_words) = every, own
    if words:
        best = max(best, order.word_by_word * min(words))
        bonus = max(bonus, sum(own_words) / len(own_words))

    return (best + order.own_words * bonus) * concept.likelihood if best else 0.0
