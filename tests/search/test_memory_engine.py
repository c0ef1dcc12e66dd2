"""Candidates without an index are those of the index, in the same order."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from registry.search.engine import Candidate
from registry.search.index_keys import EXACT
from registry.search.memory_engine import MemoryEngine
from registry.search.profile import Limits
from registry.search.whoosh_engine import WhooshEngine

# Whoosh leaves files that it cannot read to the garbage collector.
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")

WORDS = "abcdefgh"
SHOWN = frozenset({0, 1})
LIMITS = Limits(enough=4, most=9, most_combined=3)


def keys(words: str) -> frozenset[str]:
    return frozenset(EXACT + word for word in words)


# Thirty documents of three versions, each with the words of its number.
CANDIDATES = [
    Candidate(
        "row",
        at % 3,
        f"r{at}",
        {
            "task": keys(w for i, w in enumerate(WORDS) if at >> i % 5 & 1),
            "situation": keys(WORDS[at % 8]),
        },
    )
    for at in range(30)
]


def counts() -> dict[str, int]:
    present = [
        frozenset().union(*candidate.index_keys.values()) for candidate in CANDIDATES
    ]
    return {t: sum(t in some for some in present) for t in keys(WORDS)}


MEMORY = MemoryEngine(
    [candidate for candidate in CANDIDATES if candidate.version_id in SHOWN],
    counts(),
    len(CANDIDATES),
    LIMITS,
)


@pytest.fixture(scope="module")
def whoosh(tmp_path_factory: pytest.TempPathFactory) -> WhooshEngine:
    engine = WhooshEngine(tmp_path_factory.mktemp("index"), LIMITS)
    engine.rebuild(CANDIDATES, "stamp")
    return engine


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    concepts=st.lists(
        st.frozensets(st.sampled_from(sorted(keys(WORDS + "x"))), max_size=3),
        max_size=5,
    ),
    enough=st.integers(1, 9),
)
def test_it_finds_what_the_index_finds(
    whoosh: WhooshEngine, concepts: list[frozenset[str]], enough: int
) -> None:
    held = MEMORY.candidates(concepts, SHOWN, enough=enough)
    indexed = whoosh.candidates(concepts, SHOWN, enough=enough)

    assert [candidate.ref for candidate in held] == [
        candidate.ref for candidate in indexed
    ]


@given(st.frozensets(st.sampled_from(sorted(keys(WORDS + "x")))))
def test_it_counts_as_the_index_does(
    whoosh: WhooshEngine, wanted: frozenset[str]
) -> None:
    assert MEMORY.frequency(wanted) == whoosh.frequency(wanted)
    assert MEMORY.size() == whoosh.size()


def test_it_gives_only_the_versions_that_are_asked_for() -> None:
    everything = MEMORY.candidates([keys(WORDS)], {1}, enough=40)

    assert {candidate.version_id for candidate in everything} == {1}


def test_without_a_concept_there_is_no_candidate(tmp_path: Path) -> None:
    assert MEMORY.candidates([], SHOWN, enough=4) == []
