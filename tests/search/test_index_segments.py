"""Words and stems of an index in several segments, each looked through once."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from registry.search import index_segments
from registry.search.engine import Candidate
from registry.search.index_keys import EXACT, STEM
from registry.search.whoosh_engine import WhooshEngine


def candidate(ref: str, words: str) -> Candidate:
    both = [[EXACT + word, STEM + word[:4]] for word in words.split()]
    return Candidate("row", 1, ref, {"task": frozenset(k for two in both for k in two)})


@pytest.fixture
def looked_through(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Any]]:
    """The segments that have been."""
    seen: list[Any] = []
    counted = index_segments._counted

    def watched(reader: Any) -> index_segments.Counted:
        seen.append(reader.segment().segment_id())
        return counted(reader)

    monkeypatch.setattr(index_segments, "_counted", watched)
    yield seen


def test_what_stands_in_several_segments_is_counted_together(tmp_path: Path) -> None:
    engine = WhooshEngine(tmp_path / "index")
    engine.rebuild([candidate("a", "medicin barn"), candidate("b", "medicin")], "1")
    engine.add([candidate("c", "medicin dialyse")], "2", "1")

    assert engine.words() == {"medicin": 3, "barn": 1, "dialyse": 1}
    assert engine.stems() == {"medi", "barn", "dial"}


def test_a_segment_is_looked_through_once(
    tmp_path: Path, looked_through: list[Any]
) -> None:
    engine = WhooshEngine(tmp_path / "index")
    # So many that Whoosh leaves them as they are when more are added.
    engine.rebuild([candidate(f"r{at}", "medicin barn") for at in range(300)], "1")
    engine.words()
    engine.stems()
    engine.add([candidate("c", "dialyse")], "2", "1")

    engine.words()

    assert engine.words()["dialyse"] == 1
    assert len(looked_through) == len(set(looked_through)) == 2


def test_an_index_without_documents_has_no_words(tmp_path: Path) -> None:
    engine = WhooshEngine(tmp_path / "index")
    engine.rebuild([], "1")

    assert (engine.words(), engine.stems()) == ({}, frozenset())
