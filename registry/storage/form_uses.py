"""Which forms have been sent, and where each led: one sent twice is done once."""

from datetime import datetime, timedelta

from sqlalchemy import Engine, delete
from sqlmodel import col

from registry import clock
from registry.models import FormUse
from registry.storage.db import reading, transaction

KEPT = timedelta(days=1)


def claim(engine: Engine, mark: str) -> bool:
    """Whether this is the first to send it; then nobody else is until `release`."""
    now = clock.now()
    with transaction(engine) as session:
        session.execute(delete(FormUse).where(col(FormUse.at) < now - KEPT))
        if session.get(FormUse, mark):
            return False
        session.add(FormUse(mark=mark, at=now))
    return True


def settle(engine: Engine, mark: str, led_to: str) -> None:
    """Say where the first was led."""
    with transaction(engine) as session:
        use = session.get(FormUse, mark)
        if use:
            use.led_to = led_to
            session.add(use)


def release(engine: Engine, mark: str) -> None:
    """Nothing came of it: it may be sent again."""
    with transaction(engine) as session:
        session.execute(delete(FormUse).where(col(FormUse.mark) == mark))


def led_to(engine: Engine, mark: str) -> str | None:
    """Where the first was led: empty while it is under way, None where let go."""
    with reading(engine) as session:
        use = session.get(FormUse, mark)
    return use.led_to if use else None


def claimed_at(engine: Engine, mark: str) -> datetime | None:
    """When the first to send it did; None where it is not kept, or no longer."""
    with reading(engine) as session:
        use = session.get(FormUse, mark)
    return use.at if use else None
