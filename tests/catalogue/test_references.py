"""What a text may lead to, by some words of its name."""

import pytest

from registry.catalogue.queries import Catalogue
from registry.catalogue.references import MOST, references
from tests.publishing.samples import content

pytestmark = pytest.mark.usefixtures("stopped_clock")
NOTHING = content(body="", rows=())


def found(catalogue: Catalogue, words: str) -> list[tuple[str, str]]:
    listed = references(catalogue.today(), NOTHING, words)
    return [(one.title, one.address) for one in listed]


def test_agreements_rows_and_terms_are_found_by_their_words(
    catalogue: Catalogue,
) -> None:
    addresses = [address for _, address in found(catalogue, "varsl")]

    assert "/snitflader/proeve-udskrivning.varsel-boern" in addresses
    assert "/ordliste#varsling" in addresses
    assert found(catalogue, "PRØVE udskrivning")[0][1] == "/aftaler/proeve-udskrivning"


def test_the_texts_own_sections_and_rows_stand_first(catalogue: Catalogue) -> None:
    listed = references(catalogue.today(), content(), "u")

    assert listed[0].address == "#afsnit-udskrivning"
    assert len(listed) <= MOST


@pytest.mark.parametrize("words", ["", "  ", "findes aldrig nogen steder"])
def test_without_words_of_a_name_nothing_is_found(
    catalogue: Catalogue, words: str
) -> None:
    assert found(catalogue, words) == []
