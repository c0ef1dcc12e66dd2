"""What a citizen is told of an agreement's standing: no more than its row rests on."""

from datetime import date

import pytest

from registry.catalogue.citizen import telling_of
from registry.catalogue.citizen_standing import briefly_standing, is_open, standing
from registry.catalogue.queries import Catalogue
from registry.clock import Moment

DAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (
            "lovbestemt-alkohol-og-stofbehandling.alkoholbehandling",
            "Følger af loven",
        ),
        (
            "lovbestemt-gravide.kontrakt-om-behandling",
            "Vores kilde siger, at det følger af loven",
        ),
        ("lovbestemt-gravide.konsultationer-hos-jordemoder", ""),
        ("lovbestemt-epikriser.markere-epikrise", ""),
        (
            "kol.egen-laege-hovedansvar",
            "Videreførelsen er ikke besluttet. Det siger ikke, at din hjælp stopper",
        ),
        (
            "psykiatri-voksne.varsling",
            "Videreført i Sundhedsaftale 2024-2027, men det er ikke bekræftet af en "
            "kilde",
        ),
    ],
)
def test_a_citizen_is_told_no_more_law_than_the_row_rests_on(
    shipped: Catalogue, row: str, said: str
) -> None:
    snapshot = shipped.at(Moment(DAY))
    (found,) = [r for r in snapshot.holding_rows if r.id == row]
    assert standing(snapshot, telling_of(snapshot, found)) == said


@pytest.mark.parametrize(
    ("row", "mark", "says_so_once"),
    [
        ("kol.egen-laege-hovedansvar", "Videreførelsen er ikke besluttet", True),
        (
            "psykiatri-voksne.varsling",
            "Videreført i Sundhedsaftale 2024-2027 (ikke bekræftet)",
            True,
        ),
        (
            "lovbestemt-alkohol-og-stofbehandling.alkoholbehandling",
            "Følger af loven",
            False,
        ),
    ],
)
def test_a_rule_has_a_mark_where_its_page_says_once_what_it_means(
    shipped: Catalogue, row: str, mark: str, says_so_once: bool
) -> None:
    snapshot = shipped.at(Moment(DAY))
    (found,) = [r for r in snapshot.holding_rows if r.id == row]
    telling = telling_of(snapshot, found)
    assert briefly_standing(snapshot, telling) == mark
    assert is_open(snapshot, telling) is says_so_once
