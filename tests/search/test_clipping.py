"""Words clipped as on a phone, asked of the shipped catalogue."""

from collections.abc import Callable
from typing import Any

import pytest

from registry.language.danish import tokenize
from registry.search.clipping import unclipped
from tests.search.samples import lexicon, term

PLAN = term("genoptræningsplan")


@pytest.mark.parametrize(
    ("question", "row"),
    [
        ("psykl. § 13 c", "psykiatri-voksne.deling-af-oplysninger"),
        ("psyklov § 13 c stk??", "psykiatri-voksne.deling-af-oplysninger"),
        ("udskrkoord hvad gør", "psykiatri-voksne.udskrivningskoordinator"),
        ("plejeforlplan hvornår", "kommunikationsaftale.plejeforloebsplan"),
        ("genoptrplan sendes hvornår", "genoptraening.sende-genoptraeningsplan"),
        ("koordinationspl hvem laver", "psykiatri-voksne.koordinationsplan"),
        (
            "udskrivningsaft hvem laver",
            "psykiatri-voksne.udskrivningsaftale-kendt-stoette",
        ),
        ("sygehusadv hvem sender", "kommunikationsaftale.sygehusadvis"),
        ("utilsigt hændelse hvem rapporterer", "utilsigtede-haendelser.rapportere"),
        (
            "tolkebist hvem betaler",
            "lovbestemt-tolkebistand.stille-tolk-til-raadighed",
        ),
    ],
)
def test_a_clipped_word_is_the_one_that_it_begins(
    asked: Callable[..., Any], question: str, row: str
) -> None:
    assert asked(question)["answers"][0]["id"] == row


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("fokusomr i sundhedsaftalen", "Sundhedsaftale 2024-2027"),
        ("fokusomr sundhedsaft", "Sundhedsaftale 2024-2027"),
        ("kommunikationsaft gælder den endnu", "Kommunikationsaftale"),
        ("hvem er parter i kommunikationsaft", "Kommunikationsaftale"),
        ("måles bæltefix i de nationale mål", "Nationalt mål 4"),
        ("hvilket hospital hører frb til", "Frederiksberg"),
    ],
)
def test_a_card_is_asked_for_by_a_clipped_word(
    asked: Callable[..., Any], question: str, title: str
) -> None:
    assert asked(question)["cards"][0]["title"].startswith(title)


def test_a_whole_word_is_no_clipping(asked: Callable[..., Any]) -> None:
    assert asked("mit barn er sygt, første sygedag, hvem melder jeg det til")[
        "abstained"
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("genoptrplan", "genoptraeningsplan"),
        ("genoptræningplan", "genoptraeningsplan"),
        ("genplan", None),
        ("genoptrplade", None),
    ],
)
def test_both_halves_are_begun(written: str, meant: str | None) -> None:
    (token,) = tokenize(written)
    found = unclipped(token, lexicon("", (PLAN,)))
    assert (found and found.exact) == meant


def test_of_two_that_it_may_be_a_word_is_neither() -> None:
    (token,) = tokenize("udskrplan")
    terms = (term("udskrivningsplan"), term("udskrivelsesplan"))
    assert unclipped(token, lexicon("", terms[:1])) is not None
    assert unclipped(token, lexicon("", terms)) is None
