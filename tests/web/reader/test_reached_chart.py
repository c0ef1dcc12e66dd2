"""The bars of implementation: every municipality is in one part of them."""

import pytest

from registry.catalogue import follow_up
from registry.catalogue.queries import Catalogue
from registry.web.reader.reached_chart import WIDTH, bars_of
from tests.records.follow_up import PERIOD, STAGE
from tests.records.samples import two

pytestmark = pytest.mark.usefixtures("stopped_clock")


def test_the_parts_are_all_the_municipalities(catalogue: Catalogue) -> None:
    snapshot = catalogue.today()
    reached = follow_up.reached_in(snapshot, PERIOD)
    (bar,) = bars_of(snapshot, reached, follow_up.municipalities_of(snapshot, PERIOD))

    assert bar.name == "Psykisk sygdom"
    assert bar.in_words == "1 begyndt, 1 ikke oplyst (af 2)"
    assert sum(part.width for part in bar.parts) == WIDTH - 2


def test_an_agreement_has_a_bar_of_its_own_after_the_focus_areas(
    catalogue: Catalogue,
) -> None:
    agreement = {**STAGE, "focus_area": "", "agreement": "proeve-udskrivning"}
    two(catalogue, "implementation", agreement)
    snapshot = catalogue.today()
    bars = bars_of(snapshot, follow_up.reached_in(snapshot, PERIOD), ["nordby"])

    assert bars[0].name == "Psykisk sygdom"
    assert bars[1].in_words == "1 planlagt, 1 ikke oplyst (af 2)"
