"""The places and years that a question names and a row lies outside of."""

from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import pytest

from registry.catalogue.snapshot import Row, Snapshot
from registry.language.danish import tokenize
from registry.search.bounds import bounds_of


def one(slug: str, name: str, kind: str) -> Any:
    return SimpleNamespace(slug=slug, name=name, kind=kind)


class Known:
    """A catalogue of four places, on a day of 2026."""

    def __init__(self) -> None:
        self.moment = SimpleNamespace(pr=date(2026, 11, 26))
        self.organisations = {
            given.slug: given
            for given in (
                one("noh", "Nordsjællands Hospital", "hospital"),
                one("bfh", "Bispebjerg og Frederiksberg Hospital", "hospital"),
                one("gladsaxe", "Gladsaxe Kommune", "kommune"),
                one("patienter", "Danske Patienter", "forening"),
            )
        }


SNAPSHOT = cast(Snapshot, Known())
OF_BISPEBJERG = (
    "Bispebjerg og Frederiksberg Hospital: når to af fem kendetegn er opfyldt"
)
UNTIL_2027 = "Til og med 31. december 2026. Akut behov"
AND_THEN = f"{UNTIL_2027}. Den 1. januar 2027 flytter opgaven til regionen"


def row(situation: str) -> Row:
    return cast(Row, SimpleNamespace(snitflade=SimpleNamespace(situation=situation)))


def holds(question: str, situation: str) -> bool:
    return bounds_of(tokenize(question), SNAPSHOT).hold(row(situation), SNAPSHOT)


@pytest.mark.parametrize(
    ("question", "is_held"),
    [
        ("hjemfølgning fra bispebjerg", True),
        ("hjemfølgning BFH", True),
        ("hjemfølgning", True),
        ("borger fra Gladsaxe, hjemfølgning", True),
        ("NOH hjemfølgning", False),
        ("hjemfølgning fra nordsjælland", False),
        ("Nordsjællands Hospital eller Bispebjerg", True),
    ],
)
def test_a_row_of_one_place_is_not_of_another(question: str, is_held: bool) -> None:
    assert holds(question, OF_BISPEBJERG) is is_held


def test_a_row_that_only_mentions_a_place_is_for_all() -> None:
    assert holds("NOH genoptræningsplan", "Sendes efter aftale, fx på Bispebjerg")


@pytest.mark.parametrize(
    ("question", "is_held"),
    [
        ("akutsygepleje", True),
        ("akutsygepleje 2026", True),
        ("akutsygepleje 2027", False),
        ("akutsygepleje efter nytår", False),
        ("akutsygepleje næste år", False),
    ],
)
def test_a_row_that_ends_says_nothing_of_the_years_after(
    question: str, is_held: bool
) -> None:
    assert holds(question, UNTIL_2027) is is_held
    assert holds(question, AND_THEN)


def test_a_row_tells_of_the_years_after_where_it_says_what_comes() -> None:
    after = bounds_of(tokenize("akutsygepleje 2027"), SNAPSHOT)
    now = bounds_of(tokenize("akutsygepleje"), SNAPSHOT)

    assert after.tells(row(AND_THEN))
    assert not after.tells(row(UNTIL_2027))
    assert not now.tells(row(AND_THEN))
