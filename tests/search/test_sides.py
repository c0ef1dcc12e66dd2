"""Which side of a case a question or a row is on."""

import pytest

from registry.search.sides import (
    ADULT,
    BODILY,
    CHILD,
    PSYCHIATRIC,
    URGENT,
    sides_in,
)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("kom hjem fra psyk i går", {PSYCHIATRIC}),
        ("Psykiatrien i version 2.0", {PSYCHIATRIC}),
        ("fra en psykiatrisk afdeling", {PSYCHIATRIC}),
        ("psykisk syg på medicinsk afdeling", set()),
        ("efter somatisk hospital", {BODILY}),
        ("når barnet er indlagt", {CHILD}),
        ("voksen psykiatri", {ADULT, PSYCHIATRIC}),
        ("Det akutte: noget, der haster", {URGENT}),
        ("det er ikke akut", set()),
        ("hvem varsler kommunen", set()),
    ],
)
def test_a_text_is_on_the_sides_that_it_names(text: str, sides: set[str]) -> None:
    assert sides_in(text) == sides
