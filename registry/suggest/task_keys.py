"""Which kinds of task a task may be, by its words: the nearest come first, for a person
to choose among. Pure.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from math import log, sqrt

from registry.language.danish import stems_of_weight
from registry.suggest.words import words_of

Stems = frozenset[str]
PROPOSED = 3
# Two texts that have less in common than this, of the weight of their words, are not
# said to be alike.
LEAST = 0.35
# One word in common tells what is done only where the kind has no other name, and the
# task says little else.
LEAST_BY_ONE = 0.27
# What is less like the task than this part of the best is not proposed beside it.
BESIDE = 0.6
# That something is said, sent or talked over tells how, and not about what.
_INFORMING = """kontakte orientere informere underrette meddele oplyse ringe sende give
    skrive tale drøfte holde afholde aftale indkalde inddrage spørge bede møde samtale
    besked oplysning information orientering underretning svar"""


class TaskKeys:
    """The kinds of task, each known by its names and by the tasks that are of it."""

    def __init__(
        self, named: Iterable[tuple[str, str]], actors: Iterable[str] = ()
    ) -> None:
        """`named`: task keys, each as often as it has a text, with that text. `actors`:
        the names of those who do, whose words do not tell what is done.
        """
        self._who = frozenset(stem for name in actors for stem in stems_of_weight(name))
        self._informing = stems_of_weight(_INFORMING)
        self._texts = [
            (key, stems)
            for key, text in named
            if (stems := stems_of_weight(text)) and not _is_verb_alone(text, stems)
        ]

        self._with: dict[str, list[int]] = defaultdict(list)
        for at, (_, stems) in enumerate(self._texts):
            for stem in stems:
                self._with[stem].append(at)
        self._weights = self._weighed()

    def nearest(self, task: str) -> list[str]:
        """The keys whose texts are most like the task, the best first: at most three,
        and none that has little in common with it.
        """
        wanted = stems_of_weight(task)
        shared: dict[int, set[str]] = defaultdict(set)
        for stem in wanted:
            for at in self._with.get(stem, ()):
                shared[at].add(stem)

        best: dict[str, float] = {}
        for at, stems in shared.items():
            key, text = self._texts[at]
            if self._tells(stems - self._who, text, wanted):
                alike = self._alike(stems, text, wanted)
                best[key] = max(best.get(key, 0), alike)
        least = max([LEAST, *(BESIDE * alike for alike in best.values())])
        ordered = sorted(best, key=lambda key: (-best[key], key))
        return [key for key in ordered if best[key] >= least][:PROPOSED]

    def _tells(self, stems: AbstractSet[str], text: Stems, wanted: Stems) -> bool:
        """Whether what two texts have in common besides actors tells what is done."""
        if len(stems) != 1:
            named = not (text - self._who) - stems
            return bool(stems) and (named or bool(stems - self._informing))
        if stems <= self._informing:
            return False
        is_all = not (text - self._who) - stems
        return is_all and self._alike(stems, wanted, wanted) >= LEAST_BY_ONE

    def _alike(self, stems: AbstractSet[str], one: Stems, other: Stems) -> float:
        weight = sum(self._weight(stem) ** 2 for stem in stems)
        return weight / (self._length(one) * self._length(other))

    def _weighed(self) -> Mapping[str, float]:
        """A word that few kinds of task have tells more."""
        many = len({key for key, _ in self._texts})
        kinds = {
            stem: len({self._texts[at][0] for at in places})
            for stem, places in self._with.items()
        }
        return {stem: log(1 + many / count) for stem, count in kinds.items()}

    def _weight(self, stem: str) -> float:
        return self._weights.get(stem, log(1 + len(self._texts)))

    def _length(self, stems: Stems) -> float:
        return sqrt(sum(self._weight(stem) ** 2 for stem in stems))


def _is_verb_alone(text: str, stems: Stems) -> bool:
    """Whether a text is no more than a verb: «vejes» is no kind's name."""
    if len(stems) != 1:
        return False
    verbs = [word for word in words_of(text) if stems_of_weight(word.text)]
    return all(word.is_finite and not word.is_doubtful for word in verbs)
