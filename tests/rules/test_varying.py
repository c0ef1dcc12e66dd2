"""On what an answer depends, by what its rows name."""

import pytest

from registry.rules.varying import DEPENDING, depending

((_, SAID),) = DEPENDING
WITH = "Kommunen driver opgaven efter en horisontal samarbejdsaftale"
WITHOUT = "Der er ingen horisontal samarbejdsaftale om den"


def test_rows_that_all_name_it_depend_on_it() -> None:
    assert depending([WITH, WITHOUT]) == SAID


@pytest.mark.parametrize("situations", [[], [WITH], [WITH, "Akut behov"]])
def test_what_one_does_not_name_or_tells_alone_does_not_depend(
    situations: list[str],
) -> None:
    assert depending(situations) == ""
