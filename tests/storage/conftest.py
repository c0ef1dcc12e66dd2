"""What the tests of the checks share."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, text

from registry.storage import schema_checks

SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name, type"


@pytest.fixture(scope="session", autouse=True)
def schemas_compared_once() -> Iterator[None]:
    """How a SQLite schema differs from ours depends on its text alone, and takes more
    than half of the time of a check: each is compared once, an altered one anew.
    """
    compare = schema_checks._differences
    found: dict[tuple[tuple[str, ...], ...], set[str]] = {}

    def compared(connection: Connection) -> set[str]:
        if connection.dialect.name != "sqlite":
            return compare(connection)
        schema = tuple(tuple(map(str, row)) for row in connection.execute(text(SCHEMA)))
        if schema not in found:
            found[schema] = compare(connection)
        return found[schema]

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(schema_checks, "_differences", compared)
        yield
