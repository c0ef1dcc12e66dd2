"""The runs that are measured: the product on two dates, its variants, and two
baselines.
"""

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from registry import content
from registry.catalogue.queries import Catalogue
from registry.clock import Moment
from registry.errors import BadInput
from registry.search.answer import Question
from registry.search.ask import Asker
from registry.search.documents import row_texts
from registry.search.index_keys import QUESTIONS
from registry.storage import db
from tests.relevance import questions
from tests.relevance.baselines import BASELINES
from tests.relevance.measure import Asked, Measured, Shown, measure, report
from tests.relevance.questions import Judged
from tests.relevance.variants import VARIANTS, WORD

CONTENT = Path(__file__).resolve().parents[2] / "content"
TODAY = date(2026, 11, 26)
REFORM = date(2027, 1, 1)


@contextmanager
def shipped(directory: Path) -> Iterator[Asker]:
    """The shipped content, loaded and indexed in a directory of its own."""
    engine = db.connect(f"sqlite:///{directory / 'relevance.sqlite'}")
    db.migrate(engine)
    content.load(engine, CONTENT)
    yield Asker(Catalogue(engine), directory / "index")
    engine.dispose()


def product(asker: Asker, on: date) -> Asked:
    """The product's answers on a date."""

    def ask(query: str) -> Shown:
        try:
            answer = asker.ask(Question(query, Moment(on)))
        except BadInput:
            return Shown()  # one too long is refused
        return Shown(
            groups=[[hit.row.id for hit in group.hits] for group in answer.groups],
            nearest=len(answer.nearest),
            listed=frozenset(
                h.agreement.slug for h in answer.agreements if answer.listing
            ),
        )

    return ask


def texts(asker: Asker, on: date) -> dict[str, str]:
    """Each answering row's id and what it says, for the baselines: not the questions
    that were written for it, which are the product's own.
    """
    snapshot = asker.catalogue.at(Moment(on))
    return {
        row.id: " ".join(
            text
            for name, text in row_texts(
                row,
                snapshot.agreements[row.agreement].shown.version.title,
                snapshot.vocabulary,
            ).items()
            if name != QUESTIONS
        )
        for row in snapshot.answering_rows
    }


def variant(name: str, asked: list[Judged], vocabulary: frozenset[str]) -> list[Judged]:
    """The questions of which that variant can be made, so changed."""
    made = [(q, VARIANTS[name](q.query, vocabulary)) for q in asked]
    return [replace(q, query=query) for q, query in made if query]


def vocabulary(asker: Asker) -> frozenset[str]:
    joined = " ".join(texts(asker, TODAY).values()).lower()
    return frozenset(word for word in WORD.findall(joined) if len(word) > 3)


def variants(asker: Asker, asked: list[Judged]) -> dict[str, tuple[Measured, Measured]]:
    """By variant: the same questions measured as they were, and changed."""
    known, ask = vocabulary(asker), product(asker, TODAY)
    by_name = {}
    for name in VARIANTS:
        changed = variant(name, asked, known)
        kept = {q.id for q in changed}
        by_name[name] = (
            measure([q for q in asked if q.id in kept], ask),
            measure(changed, ask),
        )
    return by_name


def print_all(*, faults: bool) -> None:
    with tempfile.TemporaryDirectory() as folder, shipped(Path(folder)) as asker:
        today = questions.today()
        for name in questions.SETS:
            ids = {q.id for q in questions.read((name,), ("judgements",))}
            _print(
                f"{name}, {TODAY}",
                [q for q in today if q.id in ids],
                asker,
                TODAY,
                faults,
            )
        _print(f"alle, {TODAY}", today, asker, TODAY, faults=False)
        _print(f"alle, {REFORM}", questions.in_2027(), asker, REFORM, faults)
        print("\nVarianter (før -> efter)")
        for name, (before, after) in variants(asker, today).items():
            print(
                f"  {name:18} top-1 {before.top1.share:.3f} -> {after.top1}; "
                f"forkert {before.wrong.share:.3f} -> {after.wrong}"
            )
        for name, baseline in BASELINES.items():
            ask = baseline(texts(asker, TODAY), Path(folder))
            print("\n" + report(f"Til sammenligning: {name}", measure(today, ask)))


def _print(
    name: str, asked: list[Judged], asker: Asker, on: date, faults: bool
) -> None:
    measured = measure(asked, product(asker, on))
    print("\n" + report(name, measured))
    for fault in measured.faults if faults else ():
        print("    " + re.sub(r"\s+", " ", fault))
