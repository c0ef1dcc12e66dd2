"""What is told of the search's numbers, asked of the shipped catalogue."""

from pathlib import Path

import pytest

from registry.search.ask import Asker
from tests.relevance import decided

# The catalogue changes more often than what is told of a number.
LEAST_TRUE = 0.8


@pytest.mark.slow
def test_nearly_every_question_named_is_still_decided_by_its_number(
    asker: Asker, tmp_path: Path
) -> None:
    verdicts = [
        (str(number), text, bool(differing))
        for number, _, text, differing in decided.asked(asker, tmp_path)
    ]

    decides_no_more = [
        (number, text) for number, text, differs in verdicts if not differs
    ]
    assert len(decides_no_more) <= (1 - LEAST_TRUE) * len(verdicts), decides_no_more
