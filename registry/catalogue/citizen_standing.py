"""How a citizen is told the standing of an agreement, beside one of its rows. Pure."""

from registry.catalogue.agreement_words import UNCONFIRMED, status_words
from registry.catalogue.citizen_telling import Telling
from registry.catalogue.snapshot import Snapshot
from registry.rules.citizens import is_law
from registry.rules.status import Cause, Status

FROM_LAW = "Følger af loven"
PERHAPS_FROM_LAW = "Vores kilde siger, at det følger af loven"
# A reader takes an agreement that nobody has continued for help that ends.
GOES_ON = "Det siger ikke, at din hjælp stopper"


def briefly_standing(snapshot: Snapshot, telling: Telling) -> str:
    """The same as a mark, on a page that says once that no help ends by it."""
    said = standing(snapshot, telling).removesuffix(f". {GOES_ON}")
    return said.replace(UNCONFIRMED, " (ikke bekræftet)")


def is_open(snapshot: Snapshot, telling: Telling) -> bool:
    """Whether it is not decided, or not confirmed, that its agreement goes on."""
    return standing(snapshot, telling).endswith((GOES_ON, UNCONFIRMED))


def standing(snapshot: Snapshot, telling: Telling) -> str:
    """In short; that it is the law only of a row that rests on one, and only surely
    where the row is sure.
    """
    agreement = snapshot.agreement(telling.row.agreement)
    status = agreement.status
    if status.cause is Cause.LAW:
        if not is_law(telling.row.snitflade.legal_basis):
            return ""
        return FROM_LAW if telling.confirmed else PERHAPS_FROM_LAW

    short, _ = status_words(snapshot, agreement)
    return f"{short}. {GOES_ON}" if status.status is Status.UNSETTLED else short
