"""An appendix' files have names that tell one from another."""

from datetime import date

import pytest

from tests.exports.conftest import Make
from tests.exports.samples import SHIPPED


@pytest.mark.parametrize(
    ("chosen", "ending"),
    [
        ({}, "fuldt"),
        ({"full": False}, "kort"),
        ({"rows": True}, "fuldt-med-snitflader"),
        ({"full": False, "municipality": "ballerup"}, "kort-ballerup"),
        ({"focus_area": "psykisk-sygdom"}, "fuldt-psykisk-sygdom"),
        ({"kind": "samarbejdsaftale"}, "fuldt-samarbejdsaftale"),
        ({"since": date(2025, 1, 1)}, "fuldt-siden-2025-01-01"),
    ],
)
def test_a_name_tells_what_was_chosen(
    make: Make, chosen: dict[str, object], ending: str
) -> None:
    assert make(**chosen).name == f"appendiks-{SHIPPED}-2026-11-22-{ending}"
