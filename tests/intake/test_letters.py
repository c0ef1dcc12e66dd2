"""Plain files in whatever letters they were saved."""

import pytest

from registry.errors import BadInput
from registry.intake.letters import NOT_TEXT, text_in
from registry.intake.read_text import Concern

TEXT = "Aftale om sårpleje\r\n\r\nÆldre får pleje. Øjne ses på én gang.\r\n"


@pytest.mark.parametrize(
    ("name", "told", "concern"),
    [
        ("utf-8", "", None),
        ("utf-8-sig", "", None),
        ("utf-16", "UTF-16, som Notesblok kalder Unicode", Concern.CHANGED),
        ("utf-16-le", "UTF-16, som Notesblok kalder Unicode", Concern.CHANGED),
        ("utf-16-be", "UTF-16, som Notesblok kalder Unicode", Concern.CHANGED),
        ("utf-32", "UTF-32", Concern.CHANGED),
        ("cp1252", "Windows' egne bogstaver (cp1252)", Concern.CHANGED),
        ("cp865", "DOS' bogstaver (cp865)", Concern.DOUBT),
        ("mac_roman", "den gamle Macs bogstaver", Concern.DOUBT),
    ],
)
def test_a_text_is_read_in_the_letters_that_its_bytes_show(
    name: str, told: str, concern: Concern | None
) -> None:
    text, remarks = text_in(TEXT.encode(name))
    assert text == TEXT
    assert [remark.concern for remark in remarks] == ([concern] if concern else [])
    assert all(told in remark.text for remark in remarks)


def test_marked_utf_16_the_other_way_round_is_read_too() -> None:
    assert text_in("\ufeffsår".encode("utf-16-be")).text == "sår"


def test_the_signs_of_windows_do_not_make_it_another_text() -> None:
    text = "§ 1. Kommunen – »hurtigt« – betaler 500 €. Prisen er 2½ kr."
    assert text_in(text.encode("cp1252")).text == text


def test_the_end_of_a_file_of_dos_is_no_sign() -> None:
    assert text_in("Sår\x1a".encode("cp865")).text == "Sår"


@pytest.mark.parametrize(
    "content",
    [b"\xff\xfe\x00", b"\x89PNG\r\n\x1a\n\x00\x00\xe6", b"\x00\x01\xff\x02"],
)
def test_what_is_no_text_is_refused_with_the_way_on(content: bytes) -> None:
    with pytest.raises(BadInput) as refused:
        text_in(content)
    assert refused.value.message == NOT_TEXT
    assert "Gem den igen som ren tekst med kodningen UTF-8" in NOT_TEXT


def test_what_came_in_as_utf_8_still_does() -> None:
    assert text_in(b"Aftale\x0c om\x00 s\xc3\xa5r").text == "Aftale\x0c om\x00 sår"
