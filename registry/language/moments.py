"""Moments as Danes write them, by the clocks of Copenhagen. Apart from dates, which the
copy for bad days tells in browsers that know no time zones.
"""

from datetime import date, datetime

from registry.clock import COPENHAGEN
from registry.language.dates import danish_date


def local_day(moment: datetime) -> date:
    """The day on which a moment, of any time zone, falls in Copenhagen."""
    return moment.astimezone(COPENHAGEN).date()


def danish_moment(moment: datetime) -> str:
    """1. februar 2022 kl. 14.05, by the clocks of Copenhagen."""
    local = moment.astimezone(COPENHAGEN)
    return f"{danish_date(local.date())} kl. {local:%H.%M}"
