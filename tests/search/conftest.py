"""What the tests of the search share: an asker on the invented catalogue, and the
shipped one asked through the API.
"""

import shutil
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from registry import create_app
from registry.clock import Moment
from registry.search.answer import Answer, Question
from registry.search.ask import Asker
from tests.search.samples import TODAY, Ask

# Some of the shipped rows hold from the 25th.
ON = {"as_of": "2026-11-26"}


@pytest.fixture
def ask(asker: Asker) -> Ask:
    def answer(
        text: str, *, pr: date = TODAY, vist: datetime | None = None, **filters: str
    ) -> Answer:
        return asker.ask(Question(text, Moment(pr, vist), filters))

    return answer


@pytest.fixture(scope="session")
def shipped_app(indexed_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """The app on the shipped catalogue. Tests only read from it."""
    folder = tmp_path_factory.mktemp("shipped-app") / "own"
    url = f"sqlite:///{shutil.copytree(indexed_once, folder) / 'registry.sqlite'}"
    return create_app(DATABASE_URL=url, INDEX_DIR=str(folder / "index"))


@pytest.fixture
def asked(shipped_app: Flask, stopped_clock: object) -> Callable[..., Any]:
    """What the API answers of the shipped catalogue as of 26 November 2026."""
    client = shipped_app.test_client()

    def answer(text: str, **parameters: str) -> Any:
        response = client.get(
            "/api/v1/search", query_string={"q": text, **ON, **parameters}
        )
        assert response.status_code == 200
        return response.get_json()

    return answer
