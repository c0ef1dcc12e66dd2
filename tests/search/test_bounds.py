"""The places and years that a question names and a row lies outside of."""

from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import pytest

from registry.catalogue.snapshot import Row, Snapshot
from registry.language.danish import tokenize
from registry.search.bounds import bounds_of


def one(slug: str, name: str, kind: str, parent: str = "hovedstaden") -> Any:
    return SimpleNamespace(
        slug=slug, name=name, kind=kind, parent=parent, valid_to=date(2027, 1, 1)
    )


class Known:
    """A catalogue of two regions and four of the one's places, on a day of 2026."""

    def __init__(self) -> None:
        self.moment = SimpleNamespace(pr=date(2026, 11, 26))
        self.kept: dict[object, dict[object, Any]] = {}
        self.organisations = {
            given.slug: given
            for given in (
                one("hovedstaden", "Region Hovedstaden", "region", ""),
                one("sjaelland", "Region Sjælland", "region", ""),
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


def row(situation: str, task: str = "") -> Row:
    stored: Any = SimpleNamespace(
        task=task, situation=situation, deadline="", does_not_apply_to=""
    )
    return Row("proeve", 1, stored, "varsling", True)


def holds(question: str, situation: str, task: str = "") -> bool:
    bounds = bounds_of(tokenize(question), SNAPSHOT, question)
    return bounds.hold(row(situation, task), SNAPSHOT)


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


@pytest.mark.parametrize(
    ("question", "is_held"),
    [
        ("avanceret genoptræning efter 1. januar 2027", False),
        ("genoptræning på avanceret niveau i 2027", False),
        ("genoptræning efter 1. januar 2027", True),
        ("rehabilitering efter 1. januar 2027", True),
        ("avanceret genoptræning", True),
    ],
)
def test_a_row_that_is_over_for_a_part_tells_nothing_of_it(
    question: str, is_held: bool
) -> None:
    told = (
        "For avanceret genoptræning og specialiseret rehabilitering kun til og med 31. "
        "december 2026"
    )
    assert holds(question, told) is is_held


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


@pytest.mark.parametrize(
    ("question", "is_held"),
    [
        ("varsling i Region Midtjylland", False),
        ("Region Sjælland hvor mange dage skal de varsle", False),
        ("behandlingsansvar på Regionshospitalet Viborg", False),
        ("Odense Universitetshospital varsling", False),
        ("borger fra Region Sjælland, hvem varsler", True),
        ("varsling i Region Hovedstaden", True),
        ("varsling", True),
    ],
)
def test_a_region_that_the_catalogue_has_not_is_not_answered_for(
    question: str, is_held: bool
) -> None:
    assert holds(question, "Før udskrivning") is is_held
    assert holds(
        question,
        "Region Midtjylland, Region Sjælland, regionshospitalet og "
        "Odense Universitetshospital har egne aftaler",
    )


@pytest.mark.parametrize(
    ("question", "is_held"),
    [
        ("LÆ 125 hvor mange dage", True),
        ("hvor mange dage til LÆ121", True),
        ("LÆ 225 frist", False),
        ("frist for attest", True),
    ],
)
def test_a_row_on_other_forms_tells_nothing_of_the_one_named(
    question: str, is_held: bool
) -> None:
    assert holds(question, "", "Besvare LÆ 121/125") is is_held
    assert holds(question, "", "Sende attesten")


@pytest.mark.parametrize(
    ("question", "over", "under"),
    [
        ("indlagt 60 timer, skal der laves plan", 1, -1),
        ("kun inde 30 timer, skal der laves plan", -1, 1),
        ("ophold på 48 timer", -1, 1),
        ("ophold under 48 timer", -1, 1),
        ("ophold over 48 timer", 1, -1),
        ("indlagt mindre end 24 timer", -1, 1),
        ("indlagt mere end 24 timer", 0, 0),
        ("plan inden 30 timer", 0, 0),
        ("indlagt, hvem laver plan", 0, 0),
    ],
)
def test_a_row_for_longer_or_shorter_stays_stands_lower(
    question: str, over: int, under: int
) -> None:
    bounds = bounds_of(tokenize(question), SNAPSHOT, question)

    assert bounds.fits(row("Somatisk indlæggelse over 48 timer")) == over
    assert bounds.fits(row("Borgeren var indlagt 48 timer eller mindre")) == under
    assert bounds.fits(row("Alle indlagte")) == 0
