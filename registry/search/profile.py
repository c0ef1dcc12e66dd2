"""Every number of the search that decides which answer comes, in one frozen profile.

Under each number stand what it does, what it is of and between what it may lie, and a
question that it decides on the shipped catalogue: what comes of it at another value.
`python -m tests.relevance.decided` asks them all. How words are read stands in
`profile_matching.py`, what they weigh in `profile_weights.py`, and what orders rows in
`profile_order.py`.

Elsewhere stand the weights of a row's own fields (`ROW_FIELDS`), the lengths that are
true of Danish whatever is searched (`registry/language`), and the sizes of caches,
which decide nothing.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property

from registry.rules.fields import ROW_FIELDS
from registry.search.index_keys import CONCEPT, EXACT, LAW, NARROWER, PART, STEM, TASK
from registry.search.profile_matching import Analysis, Matching
from registry.search.profile_order import Choosing, Coverage, Order
from registry.search.profile_weights import FieldWeights, Levels, WordWeights

# What of `Sureness` weighs no mark.
NOT_WEIGHTS = frozenset(
    {"enough", "beside", "beside_others", "spread", "far_ahead", "constant"}
)


@dataclass(frozen=True)
class Sureness:
    """How surely the first row answers: a logistic sum of its marks (`sureness.py`).
    The weights are fitted together by `scripts/fit_search.py` and mean nothing alone;
    `docs/decisions/0038-sureness.md` shows what the fitting gave on sets left out.
    """

    enough: float = 0.45
    """A question is answered where the first row is so sure to answer it (share, 0 to
    1). At 0.95 «hvem holder øje med at 13a aftalen bliver overholdt bagefter» has no
    answer.
    """

    beside: float = 0.75
    """A row is shown beside the first where its score is so large a share of the
    first's (share, 0 to 1). At 1 «kompressionsstrømper varigt» has one row.
    """

    beside_others: float = 0.8
    """A row of another kind of task than the first's is shown beside it where its score
    is so large a share of the first's (share, 0 to 1). At 0.75 «min bror på bosted får
    at vide at der kommer en fast læge. er han nødt til at droppe sin egen?» is
    answered with bandages beside it.
    """

    spread: float = 0.28
    """How much less of the plain words another kind of task holds before it is less
    likely, as a share of the weight of a word that stands nowhere (share, 0.05 to 2).
    At 2 «faldt på aflastning i nat brækket hofte, uth hvor sender jeg den hen» has no
    answer.
    """

    far_ahead: float = 0.4
    """A row so far before the next, as a share of its score, stands alone, and farther
    says no more (share, 0 to 1). At 0.05 «15 årig kan tage hjem fra BUC uden hjælp
    skal der varsles» has no answer.
    """

    constant: float = -5.58
    """What a row without any mark has; below none, such a row is no answer."""

    cites: float = 1.25
    """The row holds a paragraph, a length of time or a code that is named."""

    asked: float = -1.79
    """The share of the required words that it holds only in what people ask."""

    lacks_known: float = -1.11
    """The weight of the words it lacks that the catalogue has, by that of a word that
    stands nowhere.
    """

    lacks_unknown: float = -1.43
    """The same of the words it lacks that the catalogue does not have."""

    unheard: float = 6.73
    """It holds none of the plain words, so that its facets and the name of its task
    must do.
    """

    held: float = 1.87
    """The share of all the plain words that it holds."""

    heard_apart: float = 2.87
    """How far its plain words set its kind of task apart from every other (share)."""

    ahead: float = 3.23
    """How far it stands before the next row, as a share of its score."""

    parts: float = 1.49
    """The logarithm of how many stops part the question: a story lacks more words."""

    words: float = 0.65
    """The logarithm of how many words the question has: a long one lacks more."""

    no_figure: float = -3.02
    """A figure is asked for, and no row of its kind of task gives one."""

    not_stated: float = -1.20
    """It does not state the field that is asked for."""

    @property
    def weight_of(self) -> Mapping[str, float]:
        """The weights of the marks by their names, as they are fitted."""
        return {k: v for k, v in asdict(self).items() if k not in NOT_WEIGHTS}


@dataclass(frozen=True)
class Limits:
    """How far the engine looks for candidates: of all words, of all but one, and
    so on.
    """

    enough: int = 20
    """With so many it looks no further (documents, 1 to 400). At 1 «retslig
    foranstaltning kommunens vurdering senest hvornår» has fewer rows.
    """

    most: int = 400
    """It takes no more, so that a common word takes no longer than a rare one
    (documents, 15 to 4000). At 15 «børn med psykisk mistrivsel» has no answer.
    """

    heaviest: int = 4
    """It looks for the heaviest words of a question, so many of them (words, 1 to 12).
    At 1 «egen læge vil ha barn t buc men kom siger nej - må han alligevel» names fewer
    agreements.
    """

    most_combined: int = 64
    """It tries no more ways to leave words out of a question; a long one has millions
    (ways, 1 to 500). At 1 «forskel på bopælskommune handlekommune og opholdskommune»
    has no answer.
    """


@dataclass(frozen=True)
class Shown:
    """How much of what was found is shown."""

    nearest_groups: int = 3
    """Where nothing answers, so many kinds of tasks are shown as the nearest (groups, 0
    to 10). At 1 «bpa timer» has one.
    """

    agreements: int = 6
    """So many agreements are named beside the rows (agreements, 0 to 20). At 1
    «udskrivning» names fewer.
    """

    cards: int = 3
    """So many cards of one kind are shown (cards, 1 to 10). At 1 «nationale mål
    liggetid» has one.
    """

    snippet: int = 220
    """A stretch of a section has no more letters, but for the dots about it (letters,
    80 to 1000). At 80 «udskrivning» shows half a sentence of each.
    """


@dataclass(frozen=True)
class Profile:
    """One set of all the numbers, and the tables that follow from them."""

    analysis: Analysis = field(default=Analysis())
    matching: Matching = field(default=Matching())
    levels: Levels = field(default=Levels())
    field_weights: FieldWeights = field(default=FieldWeights())
    order: Order = field(default=Order())
    word_weights: WordWeights = field(default=WordWeights())
    coverage: Coverage = field(default=Coverage())
    choosing: Choosing = field(default=Choosing())
    sureness: Sureness = Sureness()
    limits: Limits = Limits()
    shown: Shown = Shown()

    def changed(self, numbers: Mapping[str, Mapping[str, float]]) -> "Profile":
        """This profile with other numbers, by section and name, as `asdict` has them.

        Raises TypeError or AttributeError for one that there is not.
        """
        sections = {
            section: replace(getattr(self, section), **others)
            for section, others in numbers.items()
        }
        return replace(self, **sections)

    @cached_property
    def level_of(self) -> Mapping[str, float]:
        """How surely a word is meant, by the prefix of the token that it stands as."""
        levels = self.levels

        return {
            EXACT: levels.exact,
            LAW: levels.exact,
            TASK: levels.task,
            CONCEPT: levels.concept,
            STEM: levels.stem,
            NARROWER: levels.narrower,
            PART: levels.part,
        }

    @cached_property
    def weight_of(self) -> Mapping[str, float]:
        """The weight of each searched field: a row's own, and the others."""
        row = {field.name: field.weight for field in ROW_FIELDS if field.weight}
        return {**row, **asdict(self.field_weights)}

    @cached_property
    def share_of(self) -> Mapping[str, float]:
        """What a word counts for by its field, as a share of the weightiest field's."""
        least, top = self.order.least_field, max(self.weight_of.values())
        return {
            name: least + (1 - least) * weight / top
            for name, weight in self.weight_of.items()
        }


PROFILE = Profile()
