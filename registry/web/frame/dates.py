"""Dates as Danish readers write them."""

from registry import clock
from registry.clock import COPENHAGEN
from registry.language.dates import danish_date, last_day
from registry.language.moments import danish_moment, local_day

__all__ = ["danish_clock", "danish_date", "danish_moment", "last_day", "local_day"]


def danish_clock() -> str:
    """The time of day now, as 21.03."""
    return f"{clock.now().astimezone(COPENHAGEN):%H.%M}"
