"""Dates as Danish readers write them, on pages."""

from datetime import UTC, datetime

import pytest

from registry import clock
from registry.web.frame.dates import danish_clock


@pytest.mark.parametrize(
    ("moment", "time"),
    [
        (datetime(2026, 11, 22, 12, 5, tzinfo=UTC), "13.05"),
        (datetime(2026, 7, 1, 22, 30, tzinfo=UTC), "00.30"),
    ],
)
def test_the_time_of_day_is_that_of_copenhagen(
    monkeypatch: pytest.MonkeyPatch, moment: datetime, time: str
) -> None:
    monkeypatch.setattr(clock, "now", lambda: moment)

    assert danish_clock() == time
