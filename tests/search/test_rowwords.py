"""How the plain words of a question stand to the rows."""

import pytest

from registry.catalogue.snapshot import Snapshot
from registry.clock import Moment
from registry.language.danish import tokenize
from registry.rules.fields import Scheme
from registry.search.ask import Asker
from registry.search.lexicon import Lexicon
from registry.search.lexicons import lexicon_of
from registry.search.memory_engine import MemoryEngine
from registry.search.rowwords import Heard, RowWords
from tests.search.samples import TODAY

# An engine that keeps nothing of what rows say, so that it is counted.
NO_INDEX = MemoryEngine([], {}, 0)


@pytest.fixture
def snapshot(asker: Asker) -> Snapshot:
    return asker.catalogue.at(Moment(TODAY))


@pytest.fixture
def words(snapshot: Snapshot) -> Lexicon:
    return lexicon_of(snapshot, {})


def hear(snapshot: Snapshot, words: Lexicon, text: str) -> Heard:
    return RowWords(snapshot, words, NO_INDEX).hear(tokenize(text))


def test_a_row_holds_the_words_of_its_own_task_most(
    snapshot: Snapshot, words: Lexicon
) -> None:
    for row in snapshot.asked_rows:
        heard = hear(snapshot, words, row.snitflade.task)

        assert heard.of(row) >= 0.8 * max(heard.rows.values())


def test_a_word_that_stands_nowhere_weighs_all_the_same(
    snapshot: Snapshot, words: Lexicon
) -> None:
    heard = hear(snapshot, words, "kattehotel")

    assert heard.rows == {}
    assert heard.possible > 0
    assert heard.foremost(5) == []


def test_a_word_that_says_little_and_stands_nowhere_weighs_nothing(
    snapshot: Snapshot, words: Lexicon
) -> None:
    assert hear(snapshot, words, "hvordan altid").possible == 0


def test_the_foremost_hold_most_and_come_first(
    snapshot: Snapshot, words: Lexicon
) -> None:
    heard = hear(snapshot, words, snapshot.asked_rows[0].snitflade.task)
    foremost = heard.foremost(3)

    weights = [heard.rows[row_id] for row_id in foremost]
    assert weights == sorted(heard.rows.values(), reverse=True)[:3]


def test_the_name_of_a_kind_of_task_is_known_as_that_kind(
    snapshot: Snapshot, words: Lexicon
) -> None:
    tasks = snapshot.vocabulary.schemes[Scheme.TASKS]
    key = snapshot.asked_rows[0].task_key
    rows = RowWords(snapshot, words, NO_INDEX)

    assert key in rows.kinds_named(tokenize(tasks[key].label.lower()))
    assert all(
        key in rows.kinds_named(tokenize(name.upper())) for name in tasks[key].also
    )
    assert not rows.kinds_named(tokenize(f"{tasks[key].label} på et kattehotel"))


def test_rows_that_hold_as_much_stand_in_the_order_of_their_names() -> None:
    heard = Heard({"c": 1.0, "b": 2.0, "d": 2.0, "a": 1.0, "e": 0.5})

    assert [heard.foremost(most) for most in (0, 1, 3, 9)] == [
        *([], ["b"], ["b", "d", "a"]),
        ["b", "d", "a", "c", "e"],
    ]
