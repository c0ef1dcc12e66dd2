"""Measured numbers keep all their digits."""

import pytest

from registry.language.figures import in_danish, written_out


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (0.0, "0"),
        (1234567.5, "1.234.567,5"),
        (-12.25, "-12,25"),
        (1e-7, "0,0000001"),
        (1e15, "1.000.000.000.000.000"),
    ],
)
def test_a_number_is_told_as_danes_write_it(number: float, told: str) -> None:
    assert in_danish(number) == told


def test_it_is_kept_without_an_exponent() -> None:
    assert written_out(1e-7) == "0.0000001"
