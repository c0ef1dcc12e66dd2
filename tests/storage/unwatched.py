"""Writing as the tests do it to set something up: in one transaction, and behind the
trail's back.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine
from sqlmodel import Session


@contextmanager
def transaction(engine: Engine) -> Iterator[Session]:
    """As db.transaction, but for the seals."""
    writing = engine.execution_options(writes=True)
    with Session(writing, expire_on_commit=False) as session, session.begin():
        yield session
