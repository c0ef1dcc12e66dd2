"""How a health agreement stands on a date.

Also covers registry/rules/health_words.py.
"""

from datetime import date

import pytest

from registry.catalogue.health_standing import HealthStanding, health_standing
from registry.models import HealthAgreement, Succession
from tests.catalogue.shelf import EARLY, Shelf, municipality, record


def with_parties(shelf: Shelf) -> None:
    shelf.add(municipality("bestaar"), municipality("ny"))
    shelf.add(municipality("gammel", valid_to=date(2026, 6, 1)))
    shelf.add(record(Succession, predecessors=["gammel"], successors=["ny"]))
    shelf.add(
        HealthAgreement(
            slug="sa",
            title="SA",
            period_start=date(2024, 1, 1),
            period_end=date(2028, 1, 1),
            parties=["bestaar", "gammel"],
            recorded_at=EARLY,
        )
    )


@pytest.mark.parametrize(
    ("on", "word"),
    [
        (date(2023, 12, 31), "kommende"),
        (date(2024, 1, 1), "gælder"),
        (date(2026, 5, 31), "gælder"),
        (date(2028, 1, 1), "afløst"),
    ],
)
def test_its_period_decides_while_its_parties_are(
    shelf: Shelf, on: date, word: str
) -> None:
    with_parties(shelf)

    snapshot = shelf.at(on)
    standing = health_standing(snapshot, snapshot.health_agreements["sa"])

    assert standing == HealthStanding(word, "")


def test_once_a_party_is_no_more_nobody_knows_and_why_is_told(shelf: Shelf) -> None:
    with_parties(shelf)

    snapshot = shelf.at(date(2026, 6, 1))
    word, why = health_standing(snapshot, snapshot.health_agreements["sa"])

    assert word == "afklares"
    assert why == (
        "gammel Kommune bestod til og med 31. maj 2026. ny Kommune træder i stedet; "
        "hvad der sker med aftalen, er ikke besluttet."
    )
