"""What questions are answered from at one state of the catalogue.

Also covers registry/search/lexicons.py.
"""

from datetime import date
from pathlib import Path

from registry.catalogue.queries import Catalogue
from registry.clock import Moment
from registry.search.ask import Asker
from registry.search.lexicons import lexicon_of
from registry.search.profile import PROFILE
from registry.search.rowwords import row_words
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


def test_what_a_row_says_is_counted_once_and_counts_the_same(
    catalogue: Catalogue,
) -> None:
    snapshot = catalogue.at(MOMENT)
    lexicon = lexicon_of(snapshot, {})
    row_words(snapshot, lexicon)
    assert set(lexicon.said) == set(snapshot.asked_rows)

    again = row_words.__wrapped__(snapshot, lexicon)

    fresh = row_words.__wrapped__(snapshot, lexicon_of(snapshot, {}))
    assert again._holders == fresh._holders


def test_a_prepared_state_answers_from_what_was_made_ready(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    asker = Asker(catalogue, tmp_path / "index")

    asker.prepare(catalogue.today())

    state = asker._state_of(catalogue.today())
    assert state.index is asker.engine.opened()
    assert state.current is catalogue.today()
