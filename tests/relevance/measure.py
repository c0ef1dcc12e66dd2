"""Measures answers against judgements. Run as a program it prints everything it
measures.
"""

import math
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from tests.relevance.questions import Judged

Asked = Callable[[str], "Shown"]
Z = 1.96  # 95 %


@dataclass(frozen=True)
class Shown:
    """What was shown for a question: groups of row ids (none: abstained), and listed
    agreements.
    """

    groups: Sequence[Sequence[str]] = ()
    nearest: int = 0
    listed: frozenset[str] = frozenset()

    @property
    def rows(self) -> list[str]:
        return [row_id for group in self.groups for row_id in group]


@dataclass(frozen=True)
class Rate:
    """A share with its count and its Wilson interval (95 %)."""

    hits: int
    of: int

    @property
    def share(self) -> float:
        return self.hits / self.of if self.of else 0.0

    def interval(self) -> tuple[float, float]:
        if not self.of:
            return (0.0, 1.0)
        centre = self.share + Z * Z / (2 * self.of)
        spread = Z * math.sqrt(
            self.share * (1 - self.share) / self.of + Z * Z / (4 * self.of * self.of)
        )
        scale = 1 + Z * Z / self.of
        return ((centre - spread) / scale, (centre + spread) / scale)

    def __str__(self) -> str:
        low, high = self.interval()
        return f"{self.share:.3f} ({self.hits}/{self.of}; {low:.2f}-{high:.2f})"


@dataclass
class Measured:
    """The rates over a set of questions, and the questions that went wrong."""

    top1: Rate
    top3: Rate
    ndcg: float
    zero_hits: Rate
    wrong: Rate
    abstained_near: Rate
    abstained_far: Rate
    abstained_elsewhere: Rate
    abstained_answerable: Rate
    faults: list[str] = field(default_factory=list)

    @property
    def abstained_unanswerable(self) -> Rate:
        near, far = self.abstained_near, self.abstained_far
        return Rate(near.hits + far.hits, near.of + far.of)


def measure(questions: Iterable[Judged], ask: Asked) -> Measured:
    """Ask every question and judge what is shown.

    Top-1: the first row shown is a right one. Top-3: a right one stands in the first
    three groups. Wrong: the first row shown as an answer is none, over all questions.
    """
    shown = [(question, ask(question.query)) for question in questions]
    answerable = [(q, s) for q, s in shown if q.verdict in ("answer", "list")]
    rest = [(q, s) for q, s in shown if q.verdict == "abstain"]
    return Measured(
        top1=_rate(_first_is_right(q, s) for q, s in answerable),
        top3=_rate(_in_first_three(q, s) for q, s in answerable),
        ndcg=sum(_ndcg(q, s) for q, s in answerable) / max(1, len(answerable)),
        zero_hits=_rate(not _shows_anything(s) for _, s in answerable),
        wrong=_rate(_is_wrong(q, s) for q, s in shown),
        abstained_near=_rate(not s.rows for q, s in rest if q.kind == "near"),
        abstained_far=_rate(not s.rows for q, s in rest if q.kind == "far"),
        abstained_elsewhere=_rate(
            not s.rows for q, s in rest if q.kind == "answerable"
        ),
        abstained_answerable=_rate(not s.rows and not s.listed for _, s in answerable),
        faults=[_fault(q, s) for q, s in shown if _is_fault(q, s)],
    )


def report(name: str, measured: Measured) -> str:
    """The rates as lines of text."""
    lines = (
        ("top-1", measured.top1),
        ("top-3", measured.top3),
        ("nDCG@10", f"{measured.ndcg:.3f}"),
        ("intet vist", measured.zero_hits),
        ("forkert række som svar", measured.wrong),
        ("afstår, ubesvarlige", measured.abstained_unanswerable),
        ("  nær fagområdet", measured.abstained_near),
        ("  fjernt fra det", measured.abstained_far),
        ("  besvares af anden side", measured.abstained_elsewhere),
        ("afstår, besvarlige", measured.abstained_answerable),
    )
    return "\n".join([name, *(f"  {label:26} {value}" for label, value in lines)])


def _rate(hits: Iterable[bool]) -> Rate:
    listed = list(hits)
    return Rate(sum(listed), len(listed))


def _first_is_right(question: Judged, shown: Shown) -> bool:
    if question.verdict == "list":
        return question.best <= shown.listed
    return bool(shown.rows) and shown.rows[0] in question.right


def _in_first_three(question: Judged, shown: Shown) -> bool:
    if question.verdict == "list":
        return question.best <= shown.listed
    return any(row in question.right for group in shown.groups[:3] for row in group)


def _ndcg(question: Judged, shown: Shown) -> float:
    if question.verdict == "list":
        return float(question.best <= shown.listed)
    ideal = sorted((question.gain(row) for row in question.right), reverse=True)[:10]
    best = _dcg(ideal)
    return _dcg([question.gain(row) for row in shown.rows[:10]]) / best if best else 0.0


def _dcg(gains: Sequence[int]) -> float:
    return sum(gain / math.log2(at + 2) for at, gain in enumerate(gains))


def _shows_anything(shown: Shown) -> bool:
    return bool(shown.rows or shown.listed or shown.nearest)


def _is_wrong(question: Judged, shown: Shown) -> bool:
    return bool(shown.rows) and not _first_is_right(question, shown)


def _is_fault(question: Judged, shown: Shown) -> bool:
    if question.verdict == "abstain":
        return bool(shown.rows)
    return not _first_is_right(question, shown)


def _fault(question: Judged, shown: Shown) -> str:
    return (
        f"{question.id} {question.kind} «{question.query}»: "
        f"{shown.rows[:2] or 'afstår'}"
    )


def main() -> None:
    """Print every measurement; `--faults` names the questions that went wrong."""
    from tests.relevance.runs import print_all

    print_all(faults="--faults" in sys.argv)


if __name__ == "__main__":
    main()
