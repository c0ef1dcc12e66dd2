"""What the tests of the checks share."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from registry.storage import db, schema_checks


@pytest.fixture(scope="session", autouse=True)
def migrations_run_once() -> Iterator[None]:
    """What the migrations make of an empty database depends on them alone, and takes
    more than half of the time of a check: each set of them is run once.
    """
    make = schema_checks._made_anew

    @cache
    def made(_folder: Path, *_revisions: str) -> schema_checks.Definitions:
        return make()

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(
            schema_checks,
            "_made_anew",
            lambda: made(db.MIGRATIONS, *db.schema_revisions()),
        )
        yield
