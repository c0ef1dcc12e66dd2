"""What questions are answered from at one state of the catalogue.

Also covers registry/search/lexicons.py, registry/search/said.py and
registry/search/said_table.py.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from registry.catalogue.queries import Catalogue
from registry.clock import Moment
from registry.language.danish import tokenize
from registry.search import rowwords, said
from registry.search.ask import Asker
from registry.search.engine import Place
from registry.search.lexicons import lexicon_of, words_of_rows
from registry.search.memory_engine import MemoryEngine
from registry.search.profile import PROFILE
from registry.search.rowwords import RowWords
from registry.search.said import Said
from registry.search.state import Lexicons, with_words

MOMENT = Moment(date(2026, 11, 22))


def test_a_lexicon_with_other_words_is_as_one_made_of_them(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    snapshot = catalogue.at(MOMENT)
    asker = Asker(catalogue, tmp_path / "index")
    asker.rebuild()
    index = asker.engine.opened()
    made = lexicon_of(snapshot, index.words(), index.stems())

    base = Lexicons(PROFILE).without_words(snapshot, "m")
    assert base.known != made.known
    given = with_words(base, index.words(), index.stems())

    assert given.known == made.known
    assert given.stems == made.stems
    assert given.spelling.spelt("kompresionsstrømper") == made.spelling.spelt(
        "kompresionsstrømper"
    )


def test_the_lexicon_of_a_vocabulary_is_made_once(catalogue: Catalogue) -> None:
    lexicons, snapshot = Lexicons(PROFILE), catalogue.at(MOMENT)

    first = lexicons.without_words(snapshot, "m")

    assert lexicons.without_words(snapshot, "m") is first
    assert lexicons.without_words(snapshot, "et andet") is not first


def test_what_a_row_says_is_counted_when_it_is_indexed_and_no_more(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asker = Asker(catalogue, tmp_path / "index")
    asker.rebuild()
    snapshot, texts = catalogue.today(), list[str]()
    monkeypatch.setattr(said, "tokenize", lambda t: texts.append(t) or tokenize(t))
    rowwords._counted_names.cache_clear()

    state = asker._state_of(snapshot)
    state.warm(PROFILE)

    rows = {row.snitflade.task for row in snapshot.asked_rows}
    assert rows and not rows & set(texts)


def test_words_counted_at_indexing_are_those_that_are_counted_on_the_spot(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    asker = Asker(catalogue, tmp_path / "index")
    asker.rebuild()
    snapshot = catalogue.today()
    lexicon = asker._state_of(snapshot).lexicon.base

    kept = RowWords(snapshot, lexicon, asker.engine.opened())
    lexicon.said = None
    counted = RowWords(snapshot, lexicon, MemoryEngine([], {}, 0))

    assert kept.words == counted.words == words_of_rows(snapshot)
    for row in snapshot.asked_rows:
        asked = tokenize(f"{row.snitflade.task} {row.snitflade.situation}")
        assert kept.hear(asked).rows == pytest.approx(counted.hear(asked).rows)


def test_the_words_of_one_row_more_are_counted_beside_those_of_the_index(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    """Rows that the index does not hold are counted, never passed over."""
    asker = Asker(catalogue, tmp_path / "index")
    snapshot = catalogue.today()
    lexicon = asker._state_of(snapshot).lexicon.base
    index = asker.engine.opened()
    first, *rest = snapshot.asked_rows
    known = {(row.snitflade.version_id, row.snitflade.key) for row in rest}

    class Behind(MemoryEngine):
        def said(self, named: Collection[Place]) -> Iterator[tuple[Place, Said]]:
            return ((at, it) for at, it in index.said(named) if at in known)

    lexicon.said = None
    made = RowWords(snapshot, lexicon, Behind([], {}, 0))

    whole = RowWords(snapshot, lexicon, index)
    asked = tokenize(first.snitflade.task)
    assert whole.hear(asked).of(first) > 0
    assert made.hear(asked).rows == pytest.approx(whole.hear(asked).rows)


def test_the_table_takes_new_rows_beside_those_it_has(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    asker = Asker(catalogue, tmp_path / "index")
    snapshot = catalogue.today()
    lexicon, index = asker._state_of(snapshot).lexicon.base, asker.engine.opened()
    table = lexicon.said
    assert table is not None
    asked = list[frozenset[Place]]()

    class Watched(MemoryEngine):
        def said(self, named: Collection[Place]) -> Iterator[tuple[Place, Said]]:
            asked.append(frozenset(named))
            return index.said(named)

    again = RowWords(snapshot, lexicon, Watched([], {}, 0))

    assert asked == [frozenset()]
    assert lexicon.said is table
    assert len(table) == len(snapshot.answering_rows)
    assert again.words == words_of_rows(snapshot)


def test_a_table_of_rows_that_have_left_is_made_anew(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    snapshot = catalogue.today()
    lexicon = Asker(catalogue, tmp_path / "index")._state_of(snapshot).lexicon.base
    table = lexicon.said
    assert table is not None
    table.words.extend([()] * (2 * len(snapshot.answering_rows)))

    RowWords(snapshot, lexicon, MemoryEngine([], {}, 0))

    assert lexicon.said is not table
    assert lexicon.said is not None
    assert len(lexicon.said) == len(snapshot.answering_rows)


def test_other_weights_count_in_a_table_of_their_own(catalogue: Catalogue) -> None:
    snapshot = catalogue.at(MOMENT)
    lexicon, nothing = lexicon_of(snapshot, {}), MemoryEngine([], {}, 0)
    heavier = replace(PROFILE.word_weights, task=PROFILE.word_weights.task * 2)
    task = tokenize(snapshot.asked_rows[0].snitflade.task)

    usual = RowWords(snapshot, lexicon, nothing).hear(task)
    other = replace(PROFILE, word_weights=heavier)
    weighed = RowWords(snapshot, lexicon, nothing, other).hear(task)

    fresh = RowWords(snapshot, lexicon_of(snapshot, {}), nothing, other).hear(task)
    assert weighed.rows == pytest.approx(fresh.rows)
    assert weighed.rows != pytest.approx(usual.rows)


def test_a_word_that_no_row_says_is_not_kept(catalogue: Catalogue) -> None:
    snapshot = catalogue.at(MOMENT)
    rows = RowWords(snapshot, lexicon_of(snapshot, {}), MemoryEngine([], {}, 0))

    for number in range(50):
        rows.hear(tokenize(f"kattehotel{number}"))

    assert not rows._weighed


def test_a_prepared_state_answers_from_what_was_made_ready(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    asker = Asker(catalogue, tmp_path / "index")

    asker.prepare(catalogue.today())

    state = asker._state_of(catalogue.today())
    assert state.index is asker.engine.opened()
    assert state.current is catalogue.today()
