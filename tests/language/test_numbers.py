"""Numbers as Danes write them: read right, or said to be unsure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.language.numbers import Doubt, in_words, read, with_comma, written


def value(text: str) -> float | None:
    number = read(text)
    assert number is not None
    assert number.doubt is None, number
    return number.value


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("8", 8),
        ("to og halvfjerds", 72),
        ("en og tyve", 21),
        ("otte-og-fyrre", 48),
        ("et hundrede og fem og tyve", 125),
        ("halvandet hundrede", 150),
        ("tolv hundrede", 1200),
        ("nittenhundrede og fem", 1905),
        ("tyve hundrede", 2000),
        ("et halvt hundrede", 50),
        ("halvandet tusind", 1500),
        ("et halvt tusind", 500),
        ("007", 7),
        ("1.000", 1000),
        ("1 000", 1000),
        ("1\u00a0000", 1000),
        ("12.345.678", 12345678),
        ("1.000,5", 1000.5),
        ("2,5", 2.5),
        ("2,125", 2.125),
        ("0,500", 0.5),
        ("2½", 2.5),
        ("2 ½", 2.5),
        ("½", 0.5),
        ("1/2", 0.5),
        ("3 1/2", 3.5),
        ("¾", 0.75),
        ("-5", -5),
        ("\uff12\uff14", 24),
        ("halvanden", 1.5),
        ("et halvt", 0.5),
        ("to et halvt", 2.5),
        ("to og en halv", 2.5),
        ("trekvart", 0.75),
        ("enogtyve", 21),
        ("nioghalvfems", 99),
        ("femoghalvfjerdsindstyve", 75),
        ("hundrede", 100),
        ("et hundrede og en", 101),
        ("tohundredefemogtyve", 225),
        ("tusind", 1000),
        ("to tusind tre hundrede", 2300),
        ("  Tredive ", 30),
    ],
)
def test_a_number_is_read_in_every_writing(text: str, number: float) -> None:
    assert value(text) == number


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("1.50", Doubt.POINT),
        ("1.5", Doubt.POINT),
        ("1.0000", Doubt.POINT),
        ("1,000", Doubt.COMMA),
        ("12,500", Doubt.COMMA),
        ("1,000.50", Doubt.COMMA),
        ("2-3", Doubt.SPAN),
        ("2 – 3", Doubt.SPAN),
        ("to til tre", Doubt.SPAN),
        ("fra 2 til 3", Doubt.SPAN),
        ("mellem to og tyve", Doubt.SPAN),
        ("mellem 2 og 3", Doubt.SPAN),
        ("½-2", Doubt.SPAN),
        ("2 eller 3", Doubt.SPAN),
        ("24/7", Doubt.FORM),
        ("11/2", Doubt.FORM),
        ("8 stk.", Doubt.FORM),
        ("1e5", Doubt.FORM),
        ("1_000", Doubt.FORM),
        ("10²", Doubt.FORM),
        ("nr. 5", Doubt.FORM),
        ("1 00", Doubt.FORM),
    ],
)
def test_what_is_not_one_number_is_asked_about(text: str, doubt: Doubt) -> None:
    number = read(text)

    assert number is not None
    assert number.doubt == doubt
    assert number.value is None


@pytest.mark.parametrize(
    "text", ["", "mange", "et par", "nan", "inf", "-", "enogfirs."]
)
def test_a_text_without_a_number_has_none(text: str) -> None:
    assert read(text) is None


@given(st.text(alphabet="abcdfghijklmpqrxzæøå .,-/"))
def test_letters_and_marks_alone_are_no_number(text: str) -> None:
    assert read(text) is None


@given(st.integers(0, 999))
def test_a_number_in_words_reads_back(number: int) -> None:
    words = in_words(number)

    assert value(words) == number
    assert value(words.upper()) == number
    assert value(words.replace(" ", "")) == number


@given(st.integers(0, 999_999_999), st.sampled_from([".", " ", "\u00a0", "\u202f", ""]))
def test_a_number_in_figures_reads_back(number: int, gap: str) -> None:
    assert value(f"{number:,}".replace(",", gap)) == number


@given(st.integers(0, 999), st.sampled_from([(0.5, "½"), (0.5, " 1/2"), (0.25, "¼")]))
def test_a_number_with_a_part_reads_back(number: int, part: tuple[float, str]) -> None:
    assert value(f"{number}{part[1]}") == number + part[0]
    if number > 1:  # «en ½» is a half
        assert value(f"{in_words(number)} {part[1].strip()}") == number + part[0]


@given(st.integers(0, 10**9).map(lambda n: n / 1000))
def test_decimals_read_back_as_they_are_written(number: float) -> None:
    assert value(written(number).replace(".", ",")) == number


@given(st.text(max_size=20))
def test_any_text_is_read_without_failing(text: str) -> None:
    number = read(text)

    assert number is None or (number.value is None) == (number.doubt is not None)


@pytest.mark.parametrize(
    ("number", "told"),
    [(2.0, "2"), (2.5, "2,5"), (0.1 + 0.2, "0,3"), (1234567.0, "1234567")],
)
def test_a_number_is_told_with_a_comma_and_all_its_digits(
    number: float, told: str
) -> None:
    assert with_comma(number) == told
