"""Words that only tell how the case stands, by their form."""

import pytest

from registry.language.danish import tokenize
from registry.search.case_words import tells_the_case


@pytest.mark.parametrize(
    "word", ["armskade", "ribbensbruddet", "tandsmerter", "kollapsede", "væltede"]
)
def test_a_complaint_and_a_past_tell_the_case(word: str) -> None:
    assert tells_the_case(tokenize(word)[0])


@pytest.mark.parametrize("word", ["skade", "flamingoer", "kattehotel", "hede", "glæde"])
def test_other_words_do_not(word: str) -> None:
    assert not tells_the_case(tokenize(word)[0])
