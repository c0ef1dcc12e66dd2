"""Datasette beside the catalogue: the same rows, the same analysed words and the same
facets, asked the same questions over HTTP.

It is set up in an environment of its own, by requirements-bench.txt.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, closing
from pathlib import Path
from urllib.parse import urlencode

from bench_engines import plain, wanted_of
from measuring import ROOT, Served, served_by
from setup_venv import prepare_venv, python_in

from registry.catalogue.snapshot import Row
from registry.rules.fields import FACETS
from registry.search.ask import Asker
from registry.search.index_keys import ROW
from registry.search.indexing import analysed_documents

ENVIRONMENT = ROOT / ".venv-bench"
LOCK = ROOT / "requirements-bench.txt"
# It would else leave out a facet that takes long and be quick by it, or look for facets
# that nobody asked for and be slow by it.
SETTINGS = {
    "facet_time_limit_ms": "60000",
    "sql_time_limit_ms": "60000",
    "suggest_facets": "off",
}
SHOWN, NAMES = 10, [facet.name for facet in FACETS]


def write(asker: Asker, path: Path) -> None:
    """The rows that answer today, in a database with full-text search."""
    today = asker.catalogue.today()
    tokens = {
        (found.version_id, found.ref): " ".join(
            plain(token) for field in found.index_keys.values() for token in field
        )
        for found in analysed_documents(today)
        if found.kind == ROW
    }
    lines = [
        (row.id, tokens[_version(row), row.snitflade.key], *_values(row))
        for row in today.answering_rows
    ]

    with closing(sqlite3.connect(path)) as database, database:
        database.execute(f"CREATE TABLE row (id, tokens, {', '.join(NAMES)})")
        marks = ", ".join("?" * (2 + len(NAMES)))
        insert = f"INSERT INTO row VALUES ({marks})"  # noqa: S608 (question marks)
        database.executemany(insert, lines)
        database.execute(
            "CREATE VIRTUAL TABLE row_fts USING fts5"
            "(tokens, content='row', tokenize='ascii')"
        )
        database.execute("INSERT INTO row_fts(row_fts) VALUES ('rebuild')")


def _version(row: Row) -> int:
    assert row.snitflade.version_id is not None
    return row.snitflade.version_id


def _values(row: Row) -> Iterator[str]:
    """By facet: an array, for a row may have several values of each."""
    return (json.dumps(sorted(row.facets.get(name, ()))) for name in NAMES)


def addresses(asker: Asker, asked: Sequence[str]) -> list[str]:
    """A page with the first rows and every facet, for each question that has words."""
    facets = [("_facet_array", name) for name in NAMES]
    return [
        "/rows/row?"
        + urlencode(
            [
                ("_search", " OR ".join(f'"{plain(token)}"' for token in wanted)),
                *(("_searchmode", "raw"), ("_size", str(SHOWN)), *facets),
            ]
        )
        for wanted in wanted_of(asker, asked)
        if wanted
    ]


def served(database: Path, log: Path) -> AbstractContextManager[Served]:
    """Datasette at a free port, set up where it is not yet. Raises SetupError."""
    prepare_venv(ENVIRONMENT, [LOCK])
    settings = [part for pair in SETTINGS.items() for part in ("--setting", *pair)]
    command = [str(python_in(ENVIRONMENT)), "-m", "datasette", str(database)]
    return served_by([*command, *settings], {}, log, ready="/-/versions.json")
