"""What the tests of the search share: an asker on the invented catalogue."""

from datetime import date, datetime

import pytest

from registry.clock import Moment
from registry.search.answer import Answer, Question
from registry.search.ask import Asker
from tests.search.samples import TODAY, Ask


@pytest.fixture
def ask(asker: Asker) -> Ask:
    def answer(
        text: str, *, pr: date = TODAY, vist: datetime | None = None, **filters: str
    ) -> Answer:
        return asker.ask(Question(text, Moment(pr, vist), filters))

    return answer
