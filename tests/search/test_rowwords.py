"""How the plain words of a question stand to the rows."""

import pytest

from registry.catalogue.snapshot import Snapshot
from registry.clock import Moment
from registry.language.danish import tokenize
from registry.search.ask import Asker
from registry.search.lexicon import Lexicon, lexicon_of
from registry.search.rowwords import Heard, RowWords
from tests.search.samples import TODAY


@pytest.fixture
def snapshot(asker: Asker) -> Snapshot:
    return asker.catalogue.at(Moment(TODAY))


@pytest.fixture
def words(snapshot: Snapshot) -> Lexicon:
    return lexicon_of(snapshot, {})


def hear(snapshot: Snapshot, words: Lexicon, text: str) -> Heard:
    return RowWords(snapshot, words).hear(tokenize(text))


def test_a_row_holds_the_words_of_its_own_task_most(
    snapshot: Snapshot, words: Lexicon
) -> None:
    for row in snapshot.asked_rows:
        heard = hear(snapshot, words, row.snitflade.task)

        assert heard.of(row) >= 0.8 * max(heard.rows.values())


def test_a_word_that_stands_nowhere_is_strange(
    snapshot: Snapshot, words: Lexicon
) -> None:
    heard = hear(snapshot, words, "kattehotel")

    assert heard.rows == {}
    assert heard.strange == heard.possible > 0
    assert heard.foremost(5) == []


def test_a_word_that_says_little_is_not_strange(
    snapshot: Snapshot, words: Lexicon
) -> None:
    assert hear(snapshot, words, "hvordan altid").strange == 0


def test_the_foremost_hold_most_and_come_first(
    snapshot: Snapshot, words: Lexicon
) -> None:
    heard = hear(snapshot, words, snapshot.asked_rows[0].snitflade.task)
    foremost = heard.foremost(3)

    weights = [heard.rows[row_id] for row_id in foremost]
    assert weights == sorted(heard.rows.values(), reverse=True)[:3]
