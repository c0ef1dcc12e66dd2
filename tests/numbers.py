"""Invented telephone numbers for the invented catalogue, which knows none."""

from sqlmodel import Session

from registry.catalogue.queries import Catalogue
from registry.models import ContactPoint
from tests.conftest import NOW

VISITATION = ("nordby", "Visitationen", "11 11 11 11", "hverdage 8-15")
HOSPITAL = ("nordby-hospital", "Vagthavende", "+45 22 22 22 22", "hele døgnet")
REGION = ("proeveregion", "Omstillingen", "33 33 33 33", "")


def give_numbers(catalogue: Catalogue, *points: tuple[str, str, str, str]) -> None:
    """Record contact points: organisation, function, phone, hours."""
    with Session(catalogue.engine) as session:
        session.add_all(
            ContactPoint(
                organisation=organisation,
                function=function,
                phone=phone,
                hours=hours,
                recorded_at=NOW,
            )
            for organisation, function, phone, hours in points
        )
        session.commit()
