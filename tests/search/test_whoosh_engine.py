"""The Whoosh engine: candidates by tiers, and an index that is a cache and says when it
is none.

Also covers registry/search/engine.py and registry/search/whoosh_index.py.
"""

import shutil
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from registry.errors import IndexUnusable
from registry.search import whoosh_engine
from registry.search.engine import Candidate, Engine
from registry.search.index_keys import EXACT, STEM
from registry.search.whoosh_engine import WhooshEngine

# Whoosh leaves files that it cannot read to the garbage collector.
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")


def candidate(
    ref: str, words: str, version_id: int = 1, field: str = "task"
) -> Candidate:
    return Candidate("row", version_id, ref, {field: keys(words)})


def keys(words: str) -> frozenset[str]:
    return frozenset(EXACT + word for word in words.split())


CANDIDATES = (
    candidate("a", "varsling barn kommune"),
    candidate("b", "varsling voksen kommune"),
    candidate("c", "medicin barn"),
    candidate("d", "dialyse", version_id=2),
)


@pytest.fixture
def engine(tmp_path: Path) -> WhooshEngine:
    made = WhooshEngine(tmp_path / "index")
    made.rebuild(CANDIDATES, "mærke")
    return made


def refs(
    engine: Engine, *concepts: str, versions: tuple[int, ...] = (1, 2), enough: int = 99
) -> list[str]:
    candidates = engine.candidates(
        [keys(words) for words in concepts], versions, enough=enough
    )
    return [item.ref for item in candidates]


# Candidates


def test_what_is_put_in_comes_back_whole(engine: WhooshEngine) -> None:
    (candidate,) = engine.candidates([keys("dialyse")], [2], enough=9)

    assert candidate == CANDIDATES[3]


def test_the_tokens_of_each_field_come_back_apart(tmp_path: Path) -> None:
    engine = WhooshEngine(tmp_path)
    fields = {"task": frozenset({"x:a"}), "deadline": frozenset({"x:=72t", "x:§13a"})}
    engine.rebuild([Candidate("row", 7, "a", fields)], "m")

    (candidate,) = engine.candidates([["x:§13a"]], [7], enough=1)

    assert candidate.index_keys == fields


def test_those_that_hold_every_concept_come_first_then_all_but_one(
    engine: WhooshEngine,
) -> None:
    hits = refs(engine, "varsling", "barn")

    assert hits[0] == "a"
    assert set(hits[1:]) == {"b", "c"}


def test_no_lower_tier_is_asked_when_there_are_enough(engine: WhooshEngine) -> None:
    assert refs(engine, "varsling", "barn", enough=1) == ["a"]


def test_a_concept_is_held_by_any_of_its_tokens(engine: WhooshEngine) -> None:
    assert set(refs(engine, "medicin dialyse")) == {"c", "d"}


def test_no_concept_at_all_is_nothing(engine: WhooshEngine) -> None:
    assert refs(engine) == refs(engine, "") == []


def test_a_concept_that_nothing_holds_is_left_out_in_a_lower_tier(
    engine: WhooshEngine,
) -> None:
    assert refs(engine, "dialyse", "kattehotel") == ["d"]
    assert refs(engine, "kattehotel") == []


def test_only_the_versions_asked_for_are_found(engine: WhooshEngine) -> None:
    assert refs(engine, "barn", versions=(2,)) == []
    assert refs(engine, "barn dialyse", versions=(2,)) == ["d"]
    assert refs(engine, "barn", versions=()) == []


def test_each_entry_is_found_once(engine: WhooshEngine) -> None:
    hits = refs(engine, "varsling", "barn", "kommune")

    assert len(hits) == len(set(hits)) == 3


def test_a_question_of_many_concepts_is_answered_without_delay(
    engine: WhooshEngine,
) -> None:
    concepts = [f"ord{at}" for at in range(18)]
    started = time.thread_time()

    assert refs(engine, *concepts, "dialyse") == ["d"]

    assert time.thread_time() - started < 1


# Counting


def test_words_are_counted_by_documents_and_without_their_prefix(
    tmp_path: Path,
) -> None:
    engine = WhooshEngine(tmp_path)
    stems = frozenset({STEM + "bar"})
    engine.rebuild([*CANDIDATES, Candidate("row", 3, "e", {"task": stems})], "m")

    words = engine.words()

    assert words["barn"] == 2
    assert words["dialyse"] == 1
    assert "bar" not in words


def test_a_word_in_two_fields_is_one_document(tmp_path: Path) -> None:
    engine = WhooshEngine(tmp_path)
    both = Candidate("row", 1, "a", {"task": keys("plan"), "situation": keys("plan")})
    engine.rebuild([both], "m")

    assert engine.frequency(keys("plan")) == 1
    assert engine.words() == {"plan": 1}


def test_the_frequency_is_that_of_the_most_common_token(engine: WhooshEngine) -> None:
    assert engine.frequency(keys("barn dialyse")) == 2
    assert engine.frequency(keys("kattehotel")) == 0
    assert engine.frequency([]) == 0


def test_size_and_versions(engine: WhooshEngine) -> None:
    assert engine.size() == 4
    assert engine.version_ids() == {1, 2}


# Rebuilding and adding


def test_an_index_that_was_never_made_has_no_stamp(tmp_path: Path) -> None:
    assert WhooshEngine(tmp_path / "ingen").stamp() == ""


def test_a_rebuild_replaces_everything_and_the_stamp(engine: WhooshEngine) -> None:
    engine.rebuild([candidate("ny", "kørsel", version_id=9)], "nyt mærke")

    assert engine.stamp() == "nyt mærke"
    assert refs(engine, "kørsel", "barn", versions=(1, 2, 9)) == ["ny"]
    assert engine.words() == {"kørsel": 1}


def test_a_rebuild_leaves_the_readme(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("Læs mig", encoding="utf-8")
    (tmp_path / "rest.txt").write_text("gammelt", encoding="utf-8")
    (tmp_path / "mappe").mkdir()

    WhooshEngine(tmp_path).rebuild(CANDIDATES, "m")

    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "Læs mig"
    assert not (tmp_path / "rest.txt").exists()
    assert not (tmp_path / "mappe").exists()


def test_an_empty_index_holds_nothing_and_fails_at_nothing(tmp_path: Path) -> None:
    engine = WhooshEngine(tmp_path)
    engine.rebuild([], "m")

    assert (engine.size(), engine.words(), refs(engine, "barn")) == (0, {}, [])


def test_adding_keeps_what_was_there_and_is_seen_at_once(engine: WhooshEngine) -> None:
    assert refs(engine, "kørsel") == []

    engine.add([candidate("e", "kørsel barn", version_id=3)], "nyt", "mærke")

    assert engine.stamp() == "nyt"
    assert refs(engine, "kørsel", versions=(3,)) == ["e"]
    assert set(refs(engine, "barn", versions=(1, 2, 3))) == {"a", "c", "e"}
    assert engine.size() == 5


def test_what_another_process_adds_is_seen(engine: WhooshEngine) -> None:
    refs(engine, "barn")
    other = WhooshEngine(engine.directory)

    other.add([candidate("e", "kørsel", version_id=3)], "nyt", "mærke")

    assert refs(engine, "kørsel", versions=(3,)) == ["e"]


def test_what_another_process_rebuilds_is_seen(engine: WhooshEngine) -> None:
    refs(engine, "barn")

    WhooshEngine(engine.directory).rebuild([candidate("e", "kørsel")], "nyt")

    assert refs(engine, "barn") == []
    assert refs(engine, "kørsel") == ["e"]


def test_a_rebuild_whose_source_fails_leaves_the_index_that_was(
    engine: WhooshEngine,
) -> None:
    def failing() -> object:
        yield CANDIDATES[0]
        raise RuntimeError("afbrudt")

    with pytest.raises(RuntimeError, match="afbrudt"):
        engine.rebuild(failing(), "nyt")  # type: ignore[arg-type]

    assert engine.stamp() == "mærke"
    assert engine.size() == 4


def test_a_rebuild_that_fails_leaves_the_index_that_was_and_no_half_one(
    engine: WhooshEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_arguments: object) -> None:
        raise RuntimeError("afbrudt")

    with monkeypatch.context() as patched, pytest.raises(RuntimeError, match="afbrudt"):
        patched.setattr(whoosh_engine, "_fill", failing)
        engine.rebuild(CANDIDATES, "nyt")

    assert engine.stamp() == "mærke"
    assert engine.size() == 4
    assert len(list(engine.directory.glob("index-*"))) == 1


def test_an_index_that_cannot_be_written_is_kept_in_memory(
    engine: WhooshEngine, caplog: pytest.LogCaptureFixture
) -> None:
    shutil.rmtree(engine.directory)
    engine.directory.write_text("en fil, hvor mappen skulle være", encoding="utf-8")

    engine.rebuild([candidate("e", "kørsel")], "nyt")

    assert engine.stamp() == "nyt"
    assert refs(engine, "kørsel") == ["e"]
    assert engine.words() == {"kørsel": 1}
    assert "in memory alone" in caplog.text
    with pytest.raises(IndexUnusable):
        engine.add(CANDIDATES, "mere", engine.stamp())


def test_an_index_kept_in_memory_writes_nothing_anywhere(
    engine: WhooshEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = tmp_path / "midlertidigt"
    monkeypatch.setattr(tempfile, "tempdir", str(nowhere))
    shutil.rmtree(engine.directory)
    engine.directory.write_text("i vejen", encoding="utf-8")

    engine.rebuild(CANDIDATES, "i hukommelsen")

    assert engine.stamp() == "i hukommelsen"
    assert not nowhere.exists()


def test_an_index_kept_in_memory_goes_to_the_disk_when_that_can_be_written(
    engine: WhooshEngine,
) -> None:
    shutil.rmtree(engine.directory)
    engine.directory.write_text("i vejen", encoding="utf-8")
    engine.rebuild(CANDIDATES, "i hukommelsen")
    engine.directory.unlink()

    engine.rebuild(CANDIDATES, "på disken")

    assert WhooshEngine(engine.directory).stamp() == "på disken"


# Several processes


def test_what_is_open_stays_as_it_was_whatever_is_written(
    engine: WhooshEngine,
) -> None:
    held = engine.opened()

    WhooshEngine(engine.directory).rebuild([candidate("e", "kørsel")], "nyt")

    assert held.size() == 4
    assert [e.ref for e in held.candidates([keys("dialyse")], [2], enough=9)] == ["d"]
    assert engine.size() == 1


def test_what_another_has_written_since_is_not_written_once_more(
    engine: WhooshEngine,
) -> None:
    added = [candidate("e", "kørsel", version_id=3)]
    assert WhooshEngine(engine.directory).add(added, "nyt", "mærke")

    assert not engine.add(added, "nyt", "mærke")
    assert not engine.rebuild(CANDIDATES, "nyt", "mærke")

    assert engine.size() == 5
    assert refs(engine, "kørsel", versions=(3,)) == ["e"]


def test_one_writes_at_a_time_and_the_other_waits_for_its_turn(
    engine: WhooshEngine,
) -> None:
    other = WhooshEngine(engine.directory)
    with engine._writing():
        adding = threading.Thread(
            target=other.add, args=([candidate("e", "x")], "nyt", "mærke")
        )
        adding.start()
        adding.join(0.3)
        assert adding.is_alive()
    adding.join(30)

    assert engine.size() == 5


def test_an_index_that_is_rebuilt_all_the_while_is_read_whole_each_time(
    engine: WhooshEngine,
) -> None:
    ended = threading.Event()

    def rebuild() -> None:
        other = WhooshEngine(engine.directory)
        for number in range(12):
            other.rebuild(CANDIDATES, f"mærke {number}")
        ended.set()

    writing = threading.Thread(target=rebuild)
    writing.start()
    sizes = set()
    while not ended.is_set():
        sizes.add(WhooshEngine(engine.directory).size())
    writing.join()

    assert sizes == {4}


def test_small_segments_are_merged_and_a_large_one_is_left(tmp_path: Path) -> None:
    engine = WhooshEngine(tmp_path)
    engine.rebuild([candidate(f"r{n}", "varsling", n) for n in range(300)], "0")
    (folder,) = tmp_path.glob("index-*")
    (large,) = (path for path in folder.iterdir() if path.suffix == ".seg")

    for number in range(20):
        engine.add(
            [candidate(f"n{number}", "kørsel", 1000 + number)],
            f"{number + 1}",
            f"{number}",
        )

    segments = [path for path in folder.iterdir() if path.suffix == ".seg"]
    assert large in segments
    assert len(segments) < 10
    assert engine.size() == 320


# Broken and missing


def delete(index: Path) -> None:
    shutil.rmtree(index)


def delete_stamp(index: Path) -> None:
    (index / "stamp.json").unlink()


def break_stamp(index: Path) -> None:
    (index / "stamp.json").write_text('{"form', encoding="utf-8")


def other_stamp(index: Path) -> None:
    (index / "stamp.json").write_text("[1, 2]", encoding="utf-8")


def other_format(index: Path) -> None:
    (index / "stamp.json").write_text('{"format": "0", "stamp": "m"}', encoding="utf-8")


def written(index: Path) -> list[Path]:
    """The files of the index that holds."""
    return [path for path in index.glob("index-*/*") if path.is_file()]


def delete_files(index: Path) -> None:
    for path in written(index):
        path.unlink()


def empty_files(index: Path) -> None:
    for path in written(index):
        path.write_bytes(b"")


def garble_files(index: Path) -> None:
    for path in written(index):
        path.write_bytes(bytes(255 - byte for byte in path.read_bytes()))


def cut_files(index: Path) -> None:
    for path in written(index):
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


FAULTS = (
    delete,
    delete_stamp,
    break_stamp,
    other_stamp,
    other_format,
    delete_files,
    empty_files,
    garble_files,
    cut_files,
)
USES: dict[str, Callable[[Engine], object]] = {
    "candidates": lambda engine: engine.candidates([keys("barn")], [1], enough=9),
    "frequency": lambda engine: engine.frequency(keys("barn")),
    "words": lambda engine: engine.words(),
    "size": lambda engine: engine.size(),
    "version_ids": lambda engine: engine.version_ids(),
}


@pytest.mark.parametrize("use", USES)
@pytest.mark.parametrize("spoil", FAULTS, ids=lambda spoil: spoil.__name__)
def test_an_index_that_is_missing_or_broken_cannot_be_used(
    spoil: Callable[[Path], None], use: str, engine: WhooshEngine
) -> None:
    spoil(engine.directory)

    with pytest.raises(IndexUnusable):
        USES[use](WhooshEngine(engine.directory))


@pytest.mark.parametrize(
    "spoil",
    [delete, delete_files, empty_files, garble_files, cut_files],
    ids=lambda spoil: spoil.__name__,
)
def test_nothing_can_be_added_to_an_index_that_is_missing_or_broken(
    spoil: Callable[[Path], None], engine: WhooshEngine
) -> None:
    spoil(engine.directory)

    with pytest.raises(IndexUnusable):
        WhooshEngine(engine.directory).add([candidate("e", "kørsel")], "nyt", "mærke")


@pytest.mark.parametrize("spoil", FAULTS, ids=lambda spoil: spoil.__name__)
def test_an_index_is_whole_again_after_a_rebuild(
    spoil: Callable[[Path], None], engine: WhooshEngine
) -> None:
    spoil(engine.directory)

    engine.rebuild(CANDIDATES, "igen")

    assert engine.stamp() == "igen"
    assert refs(engine, "dialyse") == ["d"]


@pytest.mark.parametrize(
    "spoil", [delete, delete_stamp, break_stamp], ids=lambda s: s.__name__
)
def test_an_open_index_whose_files_vanish_is_noticed(
    spoil: Callable[[Path], None], engine: WhooshEngine
) -> None:
    assert refs(engine, "dialyse") == ["d"]
    spoil(engine.directory)

    with pytest.raises(IndexUnusable):
        refs(engine, "dialyse")
