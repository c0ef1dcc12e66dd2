"""The style sheet that moves the tiles."""

import re

import pytest

from registry.catalogue.queries import Catalogue
from registry.exports.pathway.look import LAYOUTS, laid_out
from registry.exports.pathway.placement import style_sheet
from registry.rules.pathway.arrangement import Measured
from tests.exports.pathway.samples import path_of


@pytest.fixture(scope="module")
def adults(shipped: Catalogue) -> Measured:
    return path_of(shipped)


@pytest.fixture(scope="module")
def sheet(adults: Measured) -> str:
    return style_sheet(adults, laid_out(adults))


def test_every_tile_is_placed_in_every_arrangement(
    adults: Measured, sheet: str
) -> None:
    parts = sheet.split("@media")[1:]
    assert len(parts) == len(LAYOUTS)
    for part in parts:
        assert len(re.findall(r"\.pathway-k\d+\{", part)) == len(adults.tiles)


def test_exactly_one_arrangement_is_shown_at_any_width(sheet: str) -> None:
    least = [int(n) for n in re.findall(r"min-width: (\d+)px", sheet)]
    most = [float(n) for n in re.findall(r"max-width: ([\d.]+)px", sheet)]
    assert least == [layout.least for layout in LAYOUTS]
    assert all(0 < b - a < 0.1 for a, b in zip(most, least[1:], strict=True))


def test_a_tile_stands_where_its_arrangement_says(adults: Measured, sheet: str) -> None:
    spot = laid_out(adults)["narrow"].spots[adults.tiles[3].anchor]
    narrow = sheet.split("@media")[2]
    assert (
        f".pathway-k3{{transform:translate({spot.x:.2f}px,{spot.y:.2f}px)}}" in narrow
    )
