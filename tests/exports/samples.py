"""What the tests of exports share: names, dates, and decisions to record."""

from datetime import UTC, date, datetime
from itertools import count

from registry.catalogue.queries import Catalogue
from registry.clock import Moment
from registry.exports.appendix_content import AppendixContent, appendix_content
from registry.exports.request import AppendixRequest
from registry.models import Continuation
from tests.storage.unwatched import transaction

PUBLIC_URL = "https://katalog.example"
SHIPPED = INVENTED = "sundhedsaftale-2024-2027"
ON = date(2026, 11, 22)
START = date(2024, 1, 1)
RECORDED = datetime(2026, 6, 1, tzinfo=UTC)
_NUMBERS = count(1)


def decide(
    catalogue: Catalogue,
    agreement: str,
    decision: str,
    on: date = START,
    reason: str = "",
    at: datetime = RECORDED,
) -> None:
    """Record what becomes of an agreement under INVENTED."""
    with transaction(catalogue.engine) as session:
        session.add(
            Continuation(
                ref=f"proeve-{next(_NUMBERS)}",
                effective_on=on,
                recorded_at=at,
                agreement=agreement,
                health_agreement=INVENTED,
                decision=decision,
                reason=reason,
            )
        )


def appendix_of(
    catalogue: Catalogue, on: date = ON, **chosen: object
) -> AppendixContent:
    moment = chosen.pop("moment", Moment(on))
    request = AppendixRequest(INVENTED, moment, **chosen)  # type: ignore[arg-type]
    return appendix_content(catalogue, request, PUBLIC_URL)


def slugs(listed: object) -> list[str]:
    return [item.slug for item in listed]  # type: ignore[attr-defined]
