"""Amounts of money, with the year whose prices they are in."""

from decimal import Decimal

import pytest

from registry.language.amounts import Amount, amounts, has_amount


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1.976 kr. pr. sengedag (2016)", [("1976", 2016)]),
        ("Regionen overfører 1,2 mio. kr. om året (prisår 2025).", [("1200000", 2025)]),
        (
            "3.959 kr. (2019-priser) og 4.165 kr. (2022)",
            [("3959", 2019), ("4165", 2022)],
        ),
        ("10 kr. og 20 kr., prisniveau 2024", [("10", 2024), ("20", 2024)]),
        ("2,5 mia. kroner", [("2500000000", None)]),
        ("Beløb er ikke oplyst. Fra 1. januar 2027, § 238", []),
        ("", []),
    ],
)
def test_amounts_are_read_with_their_price_year(
    text: str, found: list[tuple[str, int | None]]
) -> None:
    assert list(amounts(text)) == [Amount(Decimal(n), year) for n, year in found]


@pytest.mark.parametrize(
    ("text", "kroner"),
    [
        ("1 000 kr.", "1000"),
        ("10 500 kr. om året", "10500"),
        ("1\u00a0000 kr.", "1000"),
        ("1\u202f250\u202f000 kr.", "1250000"),
        ("1.976,50 kr.", "1976.50"),
        ("2½ mio. kr.", "2500000"),
        ("3 1/2 mio. kr.", "3500000"),
        ("½ mia. kr.", "500000000"),
        ("halvanden million kroner", "1500000"),
        ("kr. 1.000", "1000"),
        ("DKK 500", "500"),
        ("1.000,- kr.", "1000"),
        ("kr. 1.000,-", "1000"),
        ("1.000 kr pr. døgn", "1000"),
        ("100 t.kr.", "100000"),
        ("tusind kroner", "1000"),
        ("tre hundrede kr.", "300"),
        ("2016 – 3.952 kr.", "3952"),
        ("i 2025 100 kr.", "100"),
        ("fem og tyve kroner", "25"),
        ("tre hundrede og fem og tyve kr.", "325"),
        ("1 mio. og 500.000 kr.", "1500000"),
        ("1 mio. 500.000 kr.", "1500000"),
        ("to millioner og 200 tusind kr.", "2200000"),
        ("1 mia. og 2,5 mio. kr.", "1002500000"),
        ("kr. 1 mio. og 50.000", "1050000"),
        ("1 kr. 50 øre", "1.5"),
        ("2 kr. og 5 øre", "2.05"),
    ],
)
def test_an_amount_is_read_as_danes_write_it(text: str, kroner: str) -> None:
    assert list(amounts(text)) == [Amount(Decimal(kroner), None)]


@pytest.mark.parametrize(
    "text",
    [
        *("nogle og tyve kroner", "et par og tredive kr.", "et par hundrede kroner"),
        *("halv to kr.", "2 gange 500 kr.", "flere tusind kr.", "1.5 mio. kr."),
    ],
)
def test_what_leaves_open_how_much_is_no_amount(text: str) -> None:
    assert not list(amounts(text))


def test_two_amounts_in_millions_are_two() -> None:
    for text in ("2 mio. og 3 mio. kr.", "2 mio. kr. og 3 mio. kr."):
        assert [amount.kroner for amount in amounts(text)] == [2_000_000, 3_000_000]


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("500-600 kr.", "500", "600"),
        ("1.000–2.000 kr.", "1000", "2000"),
        ("mellem 500 og 600 kr.", "500", "600"),
        ("500 kr. til 600 kr.", "500", "600"),
        ("1,5-2 mio. kr.", "1500000", "2000000"),
        ("900 t.kr. - 1,2 mio. kr.", "900000", "1200000"),
        ("kr. 500-600", "500", "600"),
    ],
)
def test_a_span_of_kroner_is_none_of_its_ends(text: str, least: str, most: str) -> None:
    assert list(amounts(text)) == [Amount(Decimal(least), None, Decimal(most))]


@pytest.mark.parametrize(
    "text", ["1 kram", "500 kram", "krav 500", "kr. pr. dag", "§ 238", "8 hverdage"]
)
def test_what_is_no_money_is_not_read_as_it(text: str) -> None:
    assert list(amounts(text)) == []


@pytest.mark.parametrize(
    "text",
    ["500 kr. om dagen", "500 KR", "DKK 500", "kr 500", "1 mio. kroner", "500,- Kr."],
)
def test_an_amount_is_found_however_kroner_are_written(text: str) -> None:
    assert has_amount(text)
    assert list(amounts(text))


@pytest.mark.parametrize("text", ["500 om dagen", "kræver 500 kræfter", "kr.", ""])
def test_without_kroner_and_a_number_there_is_none(text: str) -> None:
    assert not has_amount(text)
    assert not list(amounts(text))
