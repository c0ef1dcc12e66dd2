"""Abbreviations: where a sentence goes on after their full stop."""

import pytest

from registry.language.abbreviations import goes_on, may_be_last


@pytest.mark.parametrize(
    "before",
    ["ca.", "jf.", "efter nr.", "bl.a.", "bl. a.", "f.eks.", "(evt.", "kl.", "hhv."],
)
@pytest.mark.parametrize("after", [" 14", " Regionen", " den", ""])
def test_after_these_it_always_goes_on(before: str, after: str) -> None:
    assert goes_on(before, after)


@pytest.mark.parametrize(
    "before", ["70 pct.", "500 kr.", "§ 3, stk.", "m.v.", "1. jan."]
)
def test_after_these_it_ends_before_a_capital(before: str) -> None:
    assert may_be_last(before)
    assert goes_on(before, " af dem") and goes_on(before, " 7")
    assert not goes_on(before, " Regionen")
    assert not goes_on(before, "")


@pytest.mark.parametrize(
    "before", ["Regionen betaler.", "de deltager i.", "vand.", "3."]
)
def test_after_a_word_it_ends(before: str) -> None:
    assert not goes_on(before, " Kommunen")
