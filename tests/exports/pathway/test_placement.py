"""The style sheet that moves the tiles."""

import math
import re

import pytest

from registry.catalogue.queries import Catalogue
from registry.exports.pathway.look import LAYOUTS, SHEET, laid_out
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
    assert len(parts) == len(LAYOUTS) + 1
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


def on_paper(sheet: str) -> tuple[float, float]:
    """How wide and how high the picture is on paper, in millimetres."""
    paper = sheet.rsplit("@media", maxsplit=1)[-1]
    assert "scale(" in paper
    size = re.search(r"\.pathway\{width:([\d.]+)px;height:([\d.]+)px", paper)
    assert size is not None
    return float(size[1]) * 25.4 / 96, float(size[2]) * 25.4 / 96


def test_on_paper_the_picture_is_made_to_fit_the_sheet(sheet: str) -> None:
    width, height = on_paper(sheet)
    assert width == pytest.approx(404, abs=1)
    assert height <= 281


def test_a_long_path_goes_on_below_each_sheet(shipped: Catalogue) -> None:
    everybody = path_of(shipped, ["psykisk-sygdom"])
    made = laid_out(everybody)
    width, height = on_paper(style_sheet(everybody, made))
    assert width == pytest.approx(404, abs=1)
    count = math.ceil(height / 281)
    assert count > 1

    page = 281 * made[SHEET].width / 404
    for tile in everybody.tiles:
        top = made[SHEET].spots[tile.anchor].y
        # None is cut by the edge of a sheet.
        assert top // page == (top + tile.height) // page
