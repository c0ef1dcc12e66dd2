"""The lists of a pasted text: by their marks, nested by how far in they begin."""

from collections.abc import Iterable

import pytest

from registry.documents.blocks import Block, Items
from registry.intake.pasted.reader import read
from tests.intake.pasted.samples import markdown


@pytest.mark.parametrize("mark", ["•", "–", "-", "o", "\uf0b7", "▪", "*"])
def test_bullets_are_a_list(mark: str) -> None:
    text = (
        f"Kommunen skal:\n{mark} visitere borgeren\n{mark} betale for plejen\n\nDet "
        "gælder altid."
    )

    assert markdown(text) == (
        "Kommunen skal:\n\n- visitere borgeren\n- betale for plejen\n\nDet gælder "
        "altid."
    )


def test_lists_are_nested_by_indentation_and_where_it_is_lost_by_their_marks() -> None:
    nested = "- visitere\n    - straks\n    - senest næste dag\n- betale"

    indented = markdown("- visitere\n   - straks\n   - senest næste dag\n- betale\n")
    flat = markdown("• visitere\no straks\no senest næste dag\n• betale\n")
    assert indented == flat == nested


def test_a_numbered_list_keeps_its_numbers() -> None:
    (block,) = read("1. Kommunen visiterer.\n2. Regionen\nbehandler.\n3) x\n").blocks[
        :1
    ]

    assert isinstance(block, Items)
    assert block.ordered and len(block.items) == 3 - 1
    assert "2. Regionen behandler." in markdown(
        "1. Kommunen visiterer.\n2. Regionen\nbehandler."
    )


def test_letters_and_numbers_that_begin_later_stand_as_they_stood() -> None:
    assert markdown("a) visitere\nb) betale\n") == "- a) visitere\n- b) betale"
    assert "3\\. Regionen betaler." in markdown(
        "3. Regionen betaler.\n4. Kommunen betaler.\n"
    )


def test_lists_go_no_deeper_than_a_document_can_show() -> None:
    text = "".join(f"{' ' * depth}- trin {depth}\n" for depth in range(0, 400, 2))

    assert depth_of(read(text).blocks) == 5


def depth_of(blocks: Iterable[Block]) -> int:
    lists = [block for block in blocks if isinstance(block, Items)]
    return max(
        (1 + depth_of(item) for items in lists for item in items.items), default=0
    )
