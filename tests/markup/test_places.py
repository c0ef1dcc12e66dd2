"""Lines whose place may say to what they belong are told; others are not."""

import pytest

from registry.markup.remarks import remarks


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("- a\n - b\n - c", 2),
        (" - a\n- b", 2),
        ("- a\n - b\n  - c", 2),
        ("- x\n  - a\n   - b", 3),
        ("1. a\n 2. b", 2),
        ("> - A\n>  - b", 2),
        ("* a\n * b", 2),
    ],
)
def test_one_space_is_no_step_and_is_told(text: str, line: int) -> None:
    told = [remark for remark in remarks(text) if "ét mellemrum" in remark.text]
    assert [remark.line for remark in told] == [line]


@pytest.mark.parametrize(
    "text",
    [
        "aftalt for\n1. sal\n2. sal",
        "kommer til\n1. behandling\n2. behandling",
        "Tekst\n\nder hører til\n1. del\n2. del",
        "- x\n  for\n  1. del\n  2. del",
        "> Aftalt for\n> 1. sal\n> 2. sal",
    ],
)
def test_a_number_that_may_go_on_with_the_line_above_is_told(text: str) -> None:
    (told,) = remarks(text)
    assert "første punkt i en liste" in told.text


@pytest.mark.parametrize(
    "text",
    [
        "- a\n  - b\n  - c",
        " 9. x\n10. y",
        "Kommunen skal:\n1. varsle\n2. møde",
        "Kommunen skal\n\n1. varsle\n2. møde",
        "Kommunen skal\n1. Varsle\n2. Møde",
        "Kommunen\n  1. varsler\n  2. møder",
        "- kommunen\n  1. varsler\n  2. møder",
        "gælder fra\n1. januar 2027 og\n2. februar 2028",
    ],
)
def test_a_list_that_stands_as_one_is_not_told(text: str) -> None:
    assert not [r for r in remarks(text) if "trin" in r.text or "første" in r.text]
