"""Other regions by a part of their name, and what a citizen is to pay, of the shipped
catalogue.
"""

from collections.abc import Callable
from typing import Any

import pytest


@pytest.mark.parametrize(
    "question",
    [
        "varsling region midts",
        "varsling region midt",
        "varsling region midtjyllands aftale",
        "varsling i midtjyllands region",
        "varsling region nords",
        "varsling region nordjyllands",
        "varsling region syd",
        "hvor mange dage før skal vi varsle efter region syddanmarks aftale",
    ],
)
def test_another_region_is_not_answered_for(
    asked: Callable[..., Any], question: str
) -> None:
    assert asked(question)["abstained"]


@pytest.mark.parametrize(
    "question",
    [
        "skal jeg selv betale for kompressionsstrømper",
        "skal man selv betale for genoptræning",
        "koster det borgeren noget at være på en midlertidig plads",
        "hvad skal borgeren selv betale for mad og ophold på en midlertidig plads",
        "er der egenbetaling på en midlertidig plads",
        "skal jeg selv betale for kateter",
        "skal borgeren selv betale for kørsel til sygehus",
    ],
)
def test_which_authority_pays_is_not_what_a_citizen_does(
    asked: Callable[..., Any], question: str
) -> None:
    assert asked(question)["abstained"]


@pytest.mark.parametrize(
    ("question", "row"),
    [
        ("skal patienten selv betale tolken", "lovbestemt-tolkebistand.anden-tolk"),
        ("egenbetaling for næringsdrikke", "ernaering.ernaeringspraeparater-hjemme"),
        ("hvem betaler en midlertidig plads", "akutsygepleje.midlertidig-plads"),
        (
            "hvem betaler for kompressionsstrømper",
            "snitfladekatalog-hjaelpemidler.kompressionsstroemper-behandling",
        ),
    ],
)
def test_a_row_that_tells_what_they_pay_answers(
    asked: Callable[..., Any], question: str, row: str
) -> None:
    assert asked(question)["answers"][0]["id"] == row


@pytest.mark.parametrize(
    "question",
    [
        "hvad koster ernæringspræparat på grøn recept",
        "hvad koster ernæringsdrik hjemme os",
        "prisen på proteindrik til mor derhjemme",
        "hvor stor en del betaler patienten selv for proteindrik på grøn recept",
    ],
)
def test_a_share_that_somebody_pays_is_a_price(
    asked: Callable[..., Any], question: str
) -> None:
    lines = asked(question)["first_lines"]
    assert any("40 pct" in line["text"] for line in lines)


@pytest.mark.parametrize(
    "question",
    [
        "hvad koster et pas til min datter",
        "pas til barn pris",
        "hvad koster et skab til et barn",
        "hvad koster regn til børn",
    ],
)
def test_an_everyday_noun_is_no_form_of_an_ordinary_word(
    asked: Callable[..., Any], question: str
) -> None:
    assert asked(question)["abstained"]
