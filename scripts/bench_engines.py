"""The engines by themselves, on the same analysed documents and the same questions,
turn by turn: what the catalogue's own answer costs beside them.
"""

import sqlite3
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from datetime import date
from typing import NamedTuple

from whoosh.query import Or, Term

from registry.clock import Moment
from registry.search.answer import Question
from registry.search.ask import Asker
from registry.search.index_segments import INDEX_KEYS
from registry.search.indexing import analysed_documents
from registry.search.question import parse
from registry.search.whoosh_index import OpenIndex

HITS = 10


class Cost(NamedTuple):
    """An engine, and the CPU that an answer took it in the middle, in milliseconds."""

    name: str
    cpu: float


def costs(asker: Asker, asked: Sequence[str], on: date, rounds: int = 3) -> list[Cost]:
    """The catalogue's answer, raw Whoosh and SQLite FTS5: each in turn, some times
    over. Kept answers are forgotten before each.
    """
    wanted = wanted_of(asker, asked)
    index = asker._state_of(asker.catalogue.today()).index
    assert isinstance(index, OpenIndex)
    moment = Moment(on)

    with closing(_fts(asker)) as fts:

        def catalogue(at: int) -> None:
            asker._answers.clear()
            asker.ask(Question(asked[at], moment))

        def whoosh(at: int) -> None:
            terms = [Term(INDEX_KEYS, token) for token in sorted(wanted[at])]
            if terms:
                found = index._searcher.search(Or(terms), limit=HITS)
                [hit["version_id"] for hit in found]

        def sqlite(at: int) -> None:
            if wanted[at]:
                question = " OR ".join(f'"{plain(token)}"' for token in wanted[at])
                fts.execute(_ASK, (question,)).fetchall()

        works = {"kataloget": catalogue, "Whoosh alene": whoosh, "FTS5 alene": sqlite}
        return _in_turn(works, len(asked), rounds)


def _in_turn(
    works: Mapping[str, Callable[[int], None]], count: int, rounds: int
) -> list[Cost]:
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            began = time.process_time()
            for at in range(count):
                work(at)
            taken[name].append((time.process_time() - began) * 1000 / count)
    return [Cost(name, sorted(some)[len(some) // 2]) for name, some in taken.items()]


_ASK = (
    "SELECT rowid FROM documents WHERE documents MATCH ? "  # noqa: S608 (our own)
    f"ORDER BY rank LIMIT {HITS}"
)


def _fts(asker: Asker) -> sqlite3.Connection:
    """The analysed documents in FTS5, in memory: tokens as they are, split by space."""
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE documents USING fts5(tokens, tokenize='ascii')"
    )
    connection.executemany(
        "INSERT INTO documents VALUES (?)",
        (
            (" ".join(plain(t) for f in candidate.index_keys.values() for t in f),)
            for candidate in analysed_documents(asker.catalogue.today())
        ),
    )

    return connection


def wanted_of(asker: Asker, asked: Sequence[str]) -> list[frozenset[str]]:
    """The words that each question is looked up by."""
    words = asker._state_of(asker.catalogue.today()).lexicon
    return [
        frozenset().union(*(c.wanted for c in parse(text, words).concepts))
        for text in asked
    ]


def plain(token: str) -> str:
    """A token in the letters that FTS5 leaves whole."""
    return "".join(c if c.isalnum() and c.isascii() else f"z{ord(c)}z" for c in token)
