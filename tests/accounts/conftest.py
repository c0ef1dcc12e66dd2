"""An account to try things on, and its trail."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from sqlalchemy import Engine

from registry.accounts import accounts, passwords
from registry.models import Account
from tests.accounts.samples import PASSWORD


@pytest.fixture
def quick_hash(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """How passwords are hashed is shown elsewhere; here it would only take time."""
    monkeypatch.setattr(passwords, "hashed", lambda password: f"hash af {password}")
    monkeypatch.setattr(
        passwords, "matches", lambda password, kept: kept == f"hash af {password}"
    )
    yield


@pytest.fixture
def rita(engine: Engine, stopped_clock: datetime, quick_hash: None) -> Account:
    return accounts.add(
        engine,
        "Rita",
        " Rita  Redaktør ",
        ["redaktoer"],
        actor="ada",
        password=PASSWORD,
    )
