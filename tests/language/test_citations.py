"""Citations of law, as questions, rows and the word list write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.language.citations import LAWS, citations, law_of, statutes
from registry.language.danish import fold
from registry.language.units import DEADLINE_UNITS

SUL, SEL, PSL = "sundhedsloven", "serviceloven", "psykiatriloven"


def cited(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.law, one.paragraphs) for one in citations(text)]


@pytest.mark.parametrize(
    ("text", "law", "paragraphs"),
    [
        ("sundhedslovens § 140, stk. 1", SUL, "§140"),
        ("§ 140 stk. 1", "", "§140"),
        ("SEL § 112, stk. 1, nr. 2", SEL, "§112"),
        ("§§ 112-113", "", "§112 §113"),
        ("§§ 139-141", "", "§139 §140 §141"),
        ("paragrafferne 139 til 141", "", "§139 §140 §141"),
        ("Sundhedsloven §§ 74, 138 og 140", SUL, "§74 §138 §140"),
        ("psykiatriloven §§ 13 a-c", PSL, "§13a §13b §13c"),
        ("Psykiatriloven §§ 13 a-13 c", PSL, "§13a §13b §13c"),
        ("servicelovens § 107 og § 108", SEL, "§107 §108"),
        ("§ 82 c i sundhedsloven", SUL, "§82c"),
        ("sundhedslovens paragraf 140", SUL, "§140"),
        ("sundheds loven §238", SUL, "§238"),
        ("SEL 112", SEL, "§112"),
        ("serviceloven 112", SEL, "§112"),
        ("lab §6", "beskaeftigelsesindsatsloven", "§6"),
        ("barnets lov § 5 a", "barnets lov", "§5a"),
        ("ældrelovens § 9", "aeldreloven", "§9"),
    ],
)
def test_a_citation_is_read_in_any_dress(text: str, law: str, paragraphs: str) -> None:
    assert cited(text) == [(law, tuple(paragraphs.split()))]


def test_a_citation_ends_where_its_number_does() -> None:
    text = "Følger af SEL § 112, stk. 1, nr. 2 og gælder"
    one = citations(text)[0]
    assert text[one.start : one.end] == "SEL § 112, stk. 1, nr. 2"


def test_the_law_named_last_is_carried_to_the_next_paragraph() -> None:
    text = "retssikkerhedslovens § 9; afvisning efter §§ 9 b og 9 c"
    assert cited(text) == [
        ("retssikkerhedsloven", ("§9",)),
        ("retssikkerhedsloven", ("§9b", "§9c")),
    ]


def test_no_law_is_carried_past_another_source() -> None:
    text = "sundhedslovens § 138; overenskomst om almen praksis § 2"
    assert cited(text) == [(SUL, ("§138",)), ("", ("§2",))]


@pytest.mark.parametrize(
    "text",
    ["sundhedsloven 2024", "72 timer", "lab 6", "sundhedsloven", "§", "112 personer"],
)
def test_what_cites_no_paragraph_is_no_citation(text: str) -> None:
    assert cited(text) == []


@given(
    st.sampled_from([name for law, short in LAWS.items() for name in (law, *short)]),
    st.integers(min_value=1, max_value=290),
)
def test_every_name_of_a_law_is_the_law(name: str, number: int) -> None:
    law = next(law for law, short in LAWS.items() if name in (law, *short))
    assert cited(f"efter {name} § {number}.") == [(law_of(law), (f"§{number}",))]


@given(st.integers(1, 200), st.integers(1, 25))
def test_a_range_holds_its_ends_and_all_between(first: int, more: int) -> None:
    between = tuple(f"§{number}" for number in range(first, first + more + 1))
    for text in (
        f"§§ {first}-{first + more}",
        f"paragrafferne {first} til {first + more}",
    ):
        assert cited(text) == [("", between)]


@given(st.text(max_size=80))
def test_any_text_is_read_without_fault(text: str) -> None:
    for one in citations(text):
        assert 0 <= one.start < one.end <= len(text)
        assert one.paragraphs


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("lov nr. 754 af 13. juni 2023", "lta/2023/754"),
        ("Vejledning nr. 10036 af 30. november 2018", "retsinfo/2018/10036"),
        ("bekendtgørelse nr. 12 af 3. maj 2020", "lta/2020/12"),
    ],
)
def test_a_statute_with_number_and_year_has_its_address(
    text: str, address: str
) -> None:
    assert [statute.address for statute in statutes(f"Følger af {text} om noget")] == [
        f"https://www.retsinformation.dk/eli/{address}"
    ]


@pytest.mark.parametrize(
    "text",
    ["sundhedslovens § 140", "Afgrænsningscirkulæret af 22. februar 2013", "lov nr. 7"],
)
def test_no_address_is_made_up(text: str) -> None:
    assert statutes(text) == []


@pytest.mark.parametrize("unit", [*DEADLINE_UNITS, "døgn", "hverdag", "år"])
def test_a_number_of_any_unit_of_time_is_no_paragraph(unit: str) -> None:
    assert cited(f"sundhedslovens § 83 og 14 {unit}") == [(SUL, ("§83",))]


def test_what_only_begins_like_a_unit_counts_nothing() -> None:
    assert cited("sundhedslovens § 83 og 86 årligt") == [(SUL, ("§83", "§86"))]


@pytest.mark.parametrize(
    ("text", "law"),
    [
        ("sundehdsloven § 238", "sundhedsloven"),
        ("psykkiatriloven § 13 c", "psykiatriloven"),
        ("rettsplejelovens § 114", "retsplejeloven"),
        ("forvaltingsloven § 19", "forvaltningsloven"),
        ("strafeloven § 68", "straffeloven"),
    ],
)
def test_a_slip_in_a_long_name_of_a_law_is_that_law(text: str, law: str) -> None:
    (cited,) = citations(text)

    assert cited.law == fold(law)


@pytest.mark.parametrize("law", ["aktieloven", "ældreloven", "servitutloven"])
def test_another_law_is_not_taken_for_one_with_a_slip(law: str) -> None:
    (cited,) = citations(f"{law} § 2")

    assert cited.law == fold(law)
