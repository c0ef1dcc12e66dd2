"""The order of candidates, ours and the same on any engine. Pure.

A candidate is judged by what it covers of the question, by how surely and where: an
exact word over a term over a stem over a part of a compound, the task over the
situation over the rest.
"""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from registry.rules.phases import ALL_PHASES
from registry.search.concepts import Concept, Role
from registry.search.engine import IndexKeys
from registry.search.index_keys import NEGATIVE, QUESTIONS, TASK_LABEL
from registry.search.profile import PROFILE, Profile
from registry.search.profile_order import Order
from registry.search.question import PLACES, YEAR

# A key of a paragraph, of a length of time, and of a code holds one of these.
_CITING = frozenset("§=0123456789")
# What the name of a kind of task has is no single row's («LÆ 125»).
_CODE = re.compile(r"[a-z]+\d+")
# What the rows of one kind of task have in common.
_SHARED = (TASK_LABEL,)


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


def judge(
    weighed: Sequence[Weighed],
    keys: IndexKeys,
    facets: Mapping[str, frozenset[str]],
    sectors: Mapping[str, str | None],
    *,
    asked_for: frozenset[str] | None = None,
    profile: Profile = PROFILE,
) -> Judged:
    """How a document with these keys and facets stands to the question; `asked_for`
    are all the keys that its concepts want, where many documents are judged by it.
    """
    order = profile.order
    tally = _Tally()
    # Of a document's keys a question wants few; the others need not be met again.
    wanted = all_wanted(weighed) if asked_for is None else asked_for
    keys = {name: some & wanted for name, some in keys.items()}
    keys = {name: some for name, some in keys.items() if some}
    present = frozenset[str]().union(*keys.values())
    own = {name: some for name, some in keys.items() if name not in _SHARED}

    for item in weighed:
        # Most concepts stand nowhere in most documents, and that is soon seen.
        somewhere = not item.concept.wanted.isdisjoint(present)
        held = own if _CODE.fullmatch(item.concept.word) else keys
        level = match(item.concept, held, own, profile) if somewhere else 0.0
        if item.concept.role in (Role.REQUIRED, Role.UNKNOWN):
            fields = _fields_of(item.concept, keys)

            tally.require(
                item,
                level,
                positive=_stands_for(item.concept, facets)
                or any(name != NEGATIVE for name in fields),
                asked=fields == [QUESTIONS],
            )
        elif item.concept.role is Role.FAVOURED:
            favour = _favour(item.concept, level, facets, sectors, order=order)
            heavy = max(item.weight, order.least_favoured)
            tally.score += heavy * order.favour * favour
        elif len(item.concept.text) >= order.shortest_light:
            tally.score += item.weight * order.light * level

    return tally.judged()


def all_wanted(weighed: Sequence[Weighed]) -> frozenset[str]:
    """All the keys by which the concepts of a question may stand in a document."""
    return frozenset[str]().union(*(item.concept.wanted for item in weighed))


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
            missing=tuple(item.concept.text for item in self.missing),
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


def _fields_of(concept: Concept, keys: IndexKeys) -> list[str]:
    """The fields of the document in which the concept stands."""
    return [
        name for name, present in keys.items() if not concept.wanted.isdisjoint(present)
    ]


def _blocks(concept: Concept) -> bool:
    """Whether nothing answers without it: a year, or what nobody knows and the task is
    for.
    """
    return concept.aimed or bool(YEAR.fullmatch(concept.word))


def match(concept: Concept, keys: IndexKeys, own: IndexKeys, profile: Profile) -> float:
    """How well a concept stands in a document: the best of its fields, 0 where it does
    not. `own`: the fields that are the row's alone.

    A phrase also stands where each of its words does, in whatever fields. The row's own
    words break the tie between rows of one task.
    """
    order = profile.order
    best = _best(concept.index_keys, keys, profile)
    bonus = _best(concept.index_keys, own, profile)

    if concept.words:
        everywhere = [_best(word, keys, profile) for word in concept.words]
        in_own = [_best(word, own, profile) for word in concept.words]
        best = max(best, order.word_by_word * min(everywhere))
        bonus = max(bonus, sum(in_own) / len(in_own))

    return (best + order.own_words * bonus) * concept.sureness if best else 0.0


def _best(wanted: frozenset[str], keys: IndexKeys, profile: Profile) -> float:
    best = 0.0
    for name, present in keys.items():
        common = wanted & present
        if common:
            level = max(profile.level_of[key[:2]] for key in common)
            best = max(best, level * profile.share_of[name])
    return best


def _stands_for(concept: Concept, facets: Mapping[str, frozenset[str]]) -> bool:
    """Whether a row's facets cover the concept. A place alone never does: rows are for
    them all.
    """
    return _in_facets(concept, facets) and not any(
        name in PLACES for name, _ in concept.facets
    )


def _in_facets(concept: Concept, facets: Mapping[str, frozenset[str]]) -> bool:
    return any(value in facets.get(facet, ()) for facet, value in concept.facets)


def _is_other_phase(concept: Concept, facets: Mapping[str, frozenset[str]]) -> bool:
    """Whether a phase is told by more than a word («efter indlæggelse») and the row is
    of another: a single word, as «indlagt», may only tell where the case began.
    """
    named = any(facet == "phase" for facet, _ in concept.facets)
    of_row = facets.get("phase", frozenset())
    return named and " " in concept.text and ALL_PHASES not in of_row


def _favour(
    concept: Concept,
    level: float,
    facets: Mapping[str, frozenset[str]],
    sectors: Mapping[str, str | None],
    *,
    order: Order,
) -> float:
    if _in_facets(concept, facets):
        return max(level, order.in_facet)
    if _is_other_phase(concept, facets):
        return order.other_phase
    if level:
        return level
    if any(facet == "target_group" for facet, _ in concept.facets):
        return order.other_group

    same_sector = any(
        facet == "actor" and sectors.get(value) in facets.get("sector", ())
        for facet, value in concept.facets
    )
    return order.same_sector if same_sector else 0.0
