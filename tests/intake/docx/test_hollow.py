"""A file without text is refused by what it holds instead."""

import pytest

from registry.errors import BadInput
from registry.intake.docx.refusals import Refusal
from tests.intake.docx_files import p, read


def refusal(*body: str) -> str:
    with pytest.raises(BadInput) as caught:
        read(*body)
    return caught.value.message


def test_a_template_of_prompts_is_not_called_scanned() -> None:
    prompt = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        f"{p('Klik her for at skrive')}</w:sdtContent></w:sdt>"
    )
    said = refusal(prompt, p())
    assert said == Refusal.PROMPTS.format("«Klik her for at skrive»")
    assert "indscannet" not in said


def test_a_template_of_the_older_kind_of_prompts_is_known_too() -> None:
    code = "<w:r><w:instrText>MACROBUTTON NoMacro [Skriv navn]</w:instrText></w:r>"
    assert refusal(p(code)) == Refusal.PROMPTS.format("«[Skriv navn]»")


def test_a_file_of_nothing_but_pictures_is_scanned() -> None:
    assert refusal(p("<w:r><w:drawing><pic:pic/></w:drawing></w:r>")) == Refusal.SCANNED


def test_an_empty_file_is_just_empty() -> None:
    assert refusal(p()) == Refusal.NO_TEXT
