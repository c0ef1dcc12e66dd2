"""Which years of a question a row need not name."""

from datetime import date
from types import SimpleNamespace
from typing import cast

import pytest

from registry.catalogue.snapshot import Snapshot
from registry.search.bounds import Bounds
from registry.search.concepts import Concept, Role
from registry.search.years import but_its_year

SNAPSHOT = cast(Snapshot, SimpleNamespace(moment=SimpleNamespace(pr=date(2026, 5, 10))))


def light_in(*words: str, since: date | None = None) -> list[str]:
    concepts = [Concept(word, Role.REQUIRED, word=word) for word in words]
    read = but_its_year(concepts, Bounds(since=since), SNAPSHOT)
    return [concept.word for concept in read if concept.role is Role.LIGHT]


def test_a_year_to_come_that_is_answered_for_need_not_be_named() -> None:
    assert light_in("akutsygepleje", "2027", since=date(2027, 1, 1)) == ["2027"]
    assert light_in("akutsygepleje", "2026", since=date(2026, 1, 1)) == []


@pytest.mark.parametrize("month", ["januar", "maj", "december"])
def test_the_year_answered_for_need_not_be_named_after_a_month(month: str) -> None:
    assert light_in("ansvar", month, "2026") == ["2026"]


def test_a_year_that_is_asked_about_must_be_named() -> None:
    assert light_in("takst", "2026") == []
    assert light_in("takst", "maj", "2019") == []
