"""What a text tells by the catalogue's own words."""

import pytest

from registry.catalogue.snapshot import Snapshot
from registry.catalogue.suggested import names, suggested
from registry.clock import Moment
from registry.rules.fields import Scheme
from registry.search.ask import Asker
from registry.unsaid import NOT_STATED
from tests.search.samples import TODAY


@pytest.fixture(scope="module")
def snapshot(asker: Asker) -> Snapshot:
    return asker.catalogue.at(Moment(TODAY))


def test_actors_are_those_of_the_vocabulary(snapshot: Snapshot) -> None:
    (one,) = suggested(snapshot, "Kommunen ringer til borgeren.")

    assert one.responsible == ("kommune",)


def test_the_choice_that_names_nobody_is_no_name(snapshot: Snapshot) -> None:
    assert NOT_STATED not in names(snapshot, Scheme.ACTORS)
