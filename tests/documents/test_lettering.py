"""Lines of text, measured without a browser."""

from hypothesis import given
from hypothesis import strategies as st

from registry.documents.lettering import lines_of, parts_of, width_of

WORDS = st.lists(
    st.text("abcdefghijklmnopqrstuvwxyzæøåÆØÅ§0123456789-.", min_size=1, max_size=40),
    min_size=1,
    max_size=12,
)


def bare(text: str) -> str:
    return "".join(c for c in text if c not in "- ")


def test_a_text_goes_on_as_few_lines_as_its_words_allow() -> None:
    assert lines_of("Spørge borgeren om kommunal støtte", 140, 13, bold=True) == (
        "Spørge borgeren om",
        "kommunal støtte",
    )


def test_a_word_too_long_for_a_line_is_divided_as_danish_divides_it() -> None:
    assert lines_of("udskrivningskoordinator", 90, 13) == (
        "udskrivnings-",
        "koordinator",
    )


def test_a_word_that_fits_is_not_divided() -> None:
    assert "-" not in "".join(lines_of("en udskrivningskoordinator", 170, 13))


def test_the_parts_of_a_word_hold_no_hyphen_and_have_room_for_one() -> None:
    word = "udskrivningskoordinationsmøderne"
    parts = parts_of(word, 90, 13)
    assert "".join(parts) == word
    assert len(parts) > 1
    assert all(width_of(f"{part}-", 13) <= 90 for part in parts[:-1])
    assert parts_of("kort", 90, 13) == ("kort",)
    assert "".join(parts_of("x" * 60, 90, 13)) == "x" * 60


def test_what_cannot_be_divided_is_cut() -> None:
    lines = lines_of("x" * 60, 100, 12)
    assert "".join(lines).replace("-", "") == "x" * 60
    assert len(lines) > 1


def test_a_no_break_space_keeps_words_together() -> None:
    lines = lines_of("det er et\N{NO-BREAK SPACE}…", 40, 12)
    assert lines[-1] == "et\N{NO-BREAK SPACE}…"


def test_nothing_has_no_lines() -> None:
    assert lines_of("  ", 100, 12) == ()


def test_semi_bold_letters_are_wider() -> None:
    text = "Kontakte kommunen"
    assert width_of(text, 12, bold=True) > width_of(text, 12)


@given(WORDS, st.integers(40, 400), st.booleans())
def test_no_line_is_wider_and_nothing_is_lost(
    words: list[str], width: int, bold: bool
) -> None:
    text = " ".join(words)
    lines = lines_of(text, width, 12, bold=bold)
    assert all(width_of(line, 12, bold=bold) <= width for line in lines)
    assert bare("".join(lines)) == bare(text)
