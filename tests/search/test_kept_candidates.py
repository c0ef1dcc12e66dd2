"""Documents that stay in memory: `registry/search/kept_candidates.py`."""

from collections.abc import Callable

from registry.search.engine import Candidate, IndexKeys
from registry.search.kept_candidates import (
    CANDIDATE_BYTES,
    KeptCandidates,
    Written,
    written,
)

TITLE = frozenset({"x:aftale", "p:aftale om træning"})


def reading(
    number: int, keys: IndexKeys, read: list[int]
) -> Callable[[], tuple[int, Written]]:
    """What gives a document back as it is stored, and notes that it was asked."""

    def stored() -> tuple[int, Written]:
        read.append(number)
        return 7, ("row", f"række-{number}", written(keys))

    return stored


def test_a_document_comes_back_as_it_was_stored() -> None:
    keys = {"agreement": TITLE, "applies_in": frozenset[str]()}

    candidate = KeptCandidates().candidate(1, reading(1, keys, []))

    assert candidate == Candidate("row", 7, "række-1", keys)


def test_a_document_is_read_once() -> None:
    kept, read = KeptCandidates(), list[int]()

    first, again = (kept.candidate(1, reading(1, {"a": TITLE}, read)) for _ in range(2))

    assert first is again
    assert read == [1]


def test_what_two_documents_say_alike_is_held_once() -> None:
    kept = KeptCandidates()

    one = kept.candidate(1, reading(1, {"agreement": TITLE}, []))
    other = kept.candidate(2, reading(2, {"agreement": TITLE}, []))

    assert one.index_keys["agreement"] is other.index_keys["agreement"]


def test_a_document_without_room_is_read_each_time_and_just_as_right() -> None:
    kept, read = KeptCandidates(most=CANDIDATE_BYTES), list[int]()

    first, again = (kept.candidate(1, reading(1, {"a": TITLE}, read)) for _ in range(2))

    assert first == again == Candidate("row", 7, "række-1", {"a": TITLE})
    assert read == [1, 1]
