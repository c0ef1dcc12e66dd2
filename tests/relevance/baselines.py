"""Two engines off the shelf over the same rows: Whoosh's Danish analyser, and SQLite's
FTS5.
"""

import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path

from whoosh import index
from whoosh.analysis import LanguageAnalyzer
from whoosh.fields import ID, TEXT, Schema
from whoosh.qparser import AndGroup, OrGroup, QueryParser

from tests.relevance.measure import Asked, Shown
from tests.relevance.variants import WORD

Baseline = Callable[[Mapping[str, str], Path], Asked]
MOST = 10


def whoosh_with(group: type, name: str) -> Baseline:
    """Plain Whoosh, all words or any word."""

    def build(texts: Mapping[str, str], folder: Path) -> Asked:
        directory = folder / f"baseline-{name}"
        directory.mkdir()
        schema = Schema(id=ID(stored=True), text=TEXT(analyzer=LanguageAnalyzer("da")))
        built = index.create_in(directory, schema)
        writer = built.writer()
        for row_id, text in texts.items():
            writer.add_document(id=row_id, text=text)
        writer.commit()
        searcher = built.searcher()
        parser = QueryParser("text", schema, group=group)

        def ask(query: str) -> Shown:
            hits = searcher.search(parser.parse(_plain(query)), limit=MOST)
            return Shown(groups=[[hit["id"]] for hit in hits])

        return ask

    return build


def fts5_with(operator: str) -> Baseline:
    """Plain SQLite FTS5, all words or any word."""

    def build(texts: Mapping[str, str], folder: Path) -> Asked:
        connection = sqlite3.connect(":memory:")
        connection.execute("CREATE VIRTUAL TABLE row USING fts5(id UNINDEXED, text)")
        connection.executemany("INSERT INTO row VALUES (?, ?)", texts.items())

        def ask(query: str) -> Shown:
            words = operator.join(f'"{word}"' for word in _plain(query).split())
            if not words:
                return Shown()
            hits = connection.execute(
                "SELECT id FROM row WHERE row MATCH ? ORDER BY rank LIMIT ?",
                (words, MOST),
            )
            return Shown(groups=[[row_id] for (row_id,) in hits])

        return ask

    return build


def _plain(query: str) -> str:
    return " ".join(WORD.findall(query))


BASELINES: Mapping[str, Baseline] = {
    "Whoosh, alle ord": whoosh_with(AndGroup, "all"),
    "Whoosh, et af ordene": whoosh_with(OrGroup, "any"),
    "SQLite FTS5, alle ord": fts5_with(" "),
    "SQLite FTS5, et af ordene": fts5_with(" OR "),
}
