"""Documents written by blocks are found as those that Whoosh writes by itself."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from whoosh.analysis import IDTokenizer
from whoosh.fields import ID, STORED, Schema
from whoosh.filedb.filestore import FileStorage, RamStorage
from whoosh.index import Index
from whoosh.query import Term

from registry.search.whoosh_writing import Writer

SCHEMA = Schema(index_keys=ID(analyzer=IDTokenizer()), candidate=STORED)
DOCUMENTS = st.lists(st.frozensets(st.sampled_from("abcdæ§"), min_size=1), min_size=1)


def fill(opened: Index, documents: list[frozenset[str]], *, merged: bool) -> None:
    writer = Writer(opened)
    for document in documents:
        writer.add_candidate({"index_keys": document}, {"candidate": sorted(document)})
    writer.commit(optimize=merged, merge=merged)


def held(opened: Index) -> list[tuple[str, bytes, list[int]]]:
    with opened.searcher() as searcher:
        reader = searcher.reader()
        return [
            (name, token, list(reader.postings(name, token).all_ids()))
            for name, token in reader.all_terms()
        ]


def stored(opened: Index) -> list[object]:
    with opened.searcher() as searcher:
        return [fields["candidate"] for _, fields in searcher.reader().iter_docs()]


def by_whoosh(documents: list[frozenset[str]]) -> Index:
    opened = RamStorage().create_index(SCHEMA)
    writer = opened.writer()
    for document in documents:
        writer.add_document(index_keys=list(document), candidate=sorted(document))
    writer.commit(optimize=True)
    return opened


@given(DOCUMENTS)
def test_every_token_finds_the_documents_that_whoosh_itself_finds(
    documents: list[frozenset[str]],
) -> None:
    opened = RamStorage().create_index(SCHEMA)
    fill(opened, documents, merged=False)

    expected = by_whoosh(documents)
    assert held(opened) == held(expected)
    assert stored(opened) == stored(expected)


@given(DOCUMENTS, DOCUMENTS)
def test_merged_segments_are_as_if_written_at_once(
    first: list[frozenset[str]], second: list[frozenset[str]]
) -> None:
    opened = RamStorage().create_index(SCHEMA)
    fill(opened, first, merged=False)
    fill(opened, second, merged=True)

    # Those that are written come before those that were there.
    expected = by_whoosh([*second, *first])
    assert held(opened) == held(expected)
    assert stored(opened) == stored(expected)


@pytest.mark.parametrize("count", [127, 128, 129, 400])
def test_a_token_of_many_documents_fills_several_blocks(
    tmp_path: Path, count: int
) -> None:
    opened = FileStorage(str(tmp_path)).create_index(SCHEMA)
    fill(opened, [frozenset("a")] * count, merged=False)

    with opened.searcher() as searcher:
        found = list(searcher.docs_for_query(Term("index_keys", "a")))
    assert found == list(range(count))
