"""Today, and the two times a reader can ask about: `pr` (as of) and `vist` (recorded
at).
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from registry.errors import BadInput

COPENHAGEN = ZoneInfo("Europe/Copenhagen")


@dataclass(frozen=True)
class Moment:
    """`pr`: the date whose law is asked for. `vist`: what was recorded by then (None:
    all).
    """

    pr: date
    vist: datetime | None = None


def now() -> datetime:
    """The present moment, in UTC. The one place that reads the clock."""
    return datetime.now(UTC)


def today() -> date:
    """Today's date in Copenhagen."""
    return now().astimezone(COPENHAGEN).date()


def parse_date(text: str, field: str) -> date:
    """A date written as YYYY-MM-DD. Raises BadInput naming the field."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadInput(
            f"{field}: det er ikke en dato. Skriv den som år-måned-dag, fx 2027-01-01.",
            field,
        ) from error


def parse_moment(
    pr: str, vist: str, *, pr_field: str = "pr", vist_field: str = "vist"
) -> Moment:
    """The moment asked for; empty texts mean today and everything recorded.

    A `vist` without offset is Copenhagen time. Raises BadInput for a date that is none
    and for a `vist` in the future, naming the field.
    """
    as_of = parse_date(pr, pr_field) if pr else today()
    return Moment(as_of, _parse_recorded(vist, vist_field) if vist else None)


def _parse_recorded(text: str, field: str) -> datetime:
    try:
        # A plus sign in an address arrives as a space; one between date and time is a
        # space.
        moment = datetime.fromisoformat(text[:11] + text[11:].replace(" ", "+"))
    except ValueError as error:
        raise BadInput(
            f"{field}: det er ikke et tidspunkt. Skriv det fx 2026-11-22T14:30.", field
        ) from error
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=COPENHAGEN)

    try:
        moment = moment.astimezone(UTC)
    except OverflowError as error:
        raise BadInput(
            f"{field}: tidspunktet ligger uden for kalenderen.", field
        ) from error
    if moment > now():
        raise BadInput(
            f"{field}: tidspunktet ligger i fremtiden. Kataloget kan kun vise det, det "
            "har vist.",
            field,
        )

    return moment
