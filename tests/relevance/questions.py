"""The questions and their judgements, as the TSV files beside this one hold them."""

import csv
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
SETS = ("queries", "questions", "colloquial", "unseen", "last")
# Questions of other hands, who saw neither code nor rows: a doctor between two
# patients, a case worker with a case, a secretariat, a nurse at night, relatives
# and staff from other countries, a hospital's ward, long stories and telegrams, a
# practice with a municipality, a clinic's staff, citizens with a case worker, all of
# them mixed, a ward with relatives, a municipality with practice and secretariat, and
# all of these with an asker from abroad, and again with shorthand and other languages,
# and all of the hands in turn; by night and by day, in short words.
OTHER_HANDS = (
    "gp",
    "case",
    "secretariat",
    "night",
    "relatives",
    "ward",
    "stories",
    "practice",
    "clinic",
    "citizen",
    "mixed",
    "bedside",
    "neighbours",
    "nights",
    "visitators",
    "voices",
    "telegrams",
    "rounds",
    "shifts",
)


@dataclass(frozen=True)
class Judged:
    """A question with the row ids that answer it: best first choices, and acceptable
    ones.
    """

    id: str
    query: str
    kind: str  # answerable, near, far: what the facts say
    verdict: str  # answer, abstain, list: what the catalogue's rows allow
    best: frozenset[str]
    acceptable: frozenset[str]

    @property
    def right(self) -> frozenset[str]:
        return self.best | self.acceptable

    def gain(self, row_id: str) -> int:
        return 2 if row_id in self.best else int(row_id in self.acceptable)


def read(
    names: tuple[str, ...], judgements: tuple[str, ...] = ("judgements",)
) -> list[Judged]:
    """The questions of the named files; a later file of judgements overrides an
    earlier.
    """
    verdicts = {row["id"]: row for name in judgements for row in _rows(name)}
    return [_judged(row, verdicts[row["id"]]) for name in names for row in _rows(name)]


def today() -> list[Judged]:
    return read(SETS, ("judgements",))


def in_2027() -> list[Judged]:
    return read((*SETS, "queries-2027"), ("judgements", "judgements-2027"))


def _judged(question: dict[str, str], verdict: dict[str, str]) -> Judged:
    return Judged(
        id=question["id"],
        query=question["query"],
        kind=question["kind"],
        verdict=verdict["verdict"],
        best=frozenset(verdict["best"].split()),
        acceptable=frozenset((verdict["acceptable"] or "").split()),
    )


def _rows(name: str) -> list[dict[str, str]]:
    with (HERE / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))
