"""Words of the word list found in a text."""

import pytest

from registry.catalogue.explained import Piece, explained
from registry.models import Term
from tests.catalogue.shelf import EARLY, Shelf


def term(key: str, **fields: object) -> Term:
    values = {"term": key, "meaning": f"Hvad {key} er.", **fields}
    return Term(key=key, position=0, recorded_at=EARLY, **values)


@pytest.fixture
def words(shelf: Shelf) -> Shelf:
    shelf.add(
        term("herberg"),
        term("demens"),
        term("buc", term="Børne- og Ungdomspsykiatrisk Center", abbreviations=["BUC"]),
        term("plan", term="plan", same=["plan for genoptræning"]),
        term("tom", term="tomhed", meaning=""),
        term("kommune"),
        term("psykiatri", term="kommunal psykiatri"),
    )
    return shelf


def found(shelf: Shelf, text: str, seen: set[str] | None = None) -> list[str]:
    pieces = explained(shelf.at(), text, set() if seen is None else seen)
    assert "".join(piece.text for piece in pieces) == text
    return [piece.text for piece in pieces if piece.term]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Du kan bo på et herberg.", ["herberg"]),
        ("På herberget er der plads.", ["herberget"]),
        ("Barnet er i BUC nu.", ["BUC"]),
        ("Det er en buc.", []),
        ("En plan for genoptræning er en plan.", ["plan for genoptræning"]),
    ],
)
def test_a_term_is_found_by_each_of_its_names(
    words: Shelf, text: str, expected: list[str]
) -> None:
    assert found(words, text) == expected


def test_a_term_is_explained_where_it_first_stands(words: Shelf) -> None:
    seen: set[str] = set()
    assert found(words, "Et herberg og et herberg.", seen) == ["herberg"]
    assert found(words, "Et herberg til.", seen) == []


def test_a_word_of_the_same_stem_is_another_word(words: Shelf) -> None:
    assert found(words, "En af dem skal gøre det.") == []


def test_a_comma_parts_what_would_be_one_name(words: Shelf) -> None:
    assert found(words, "De er kommunen, psykiatrien og dig.") == []


def test_what_everybody_knows_or_has_no_meaning_is_left_alone(words: Shelf) -> None:
    assert found(words, "Kommunen kender en tomhed.") == []


def test_a_text_without_terms_is_one_piece(words: Shelf) -> None:
    assert explained(words.at(), "Intet her", set()) == [Piece("Intet her")]
