"""What the tests of the search share: an asker on the invented catalogue."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from registry import content
from registry.catalogue import Catalogue
from registry.clock import Moment
from registry.db import connect, migrate
from registry.search.answer import Answer, Question
from registry.search.ask import Asker
from tests.search.samples import TODAY, Ask


@pytest.fixture(scope="session")
def asker(tmp_path_factory: pytest.TempPathFactory, catalogue_dir: Path) -> Iterator[Asker]:
    """An asker on the invented catalogue. Tests only ask it."""
    folder = tmp_path_factory.mktemp("asked")
    engine = connect(f"sqlite:///{folder / 'registry.sqlite'}")
    migrate(engine)
    content.load(engine, catalogue_dir)
    yield Asker(Catalogue(engine), folder / "index")
    engine.dispose()


@pytest.fixture
def ask(asker: Asker) -> Ask:
    def answer(
        text: str, *, pr: date = TODAY, vist: datetime | None = None, **filters: str
    ) -> Answer:
        return asker.ask(Question(text, Moment(pr, vist), filters))

    return answer
