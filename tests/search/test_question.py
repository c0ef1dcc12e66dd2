"""From a question to what it asks: concepts, the field it stresses, and what is
refused.

Also covers registry/search/phrases.py and registry/search/readwords.py.

Also covers registry/search/concepts.py.
"""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from registry.errors import BadInput, PersonalData
from registry.language.personal_shapes import ELSE_BEFORE
from registry.search.concepts import ParsedQuestion, Role
from registry.search.lexicon import Lexicon
from registry.search.question import check_text, parse
from tests.search.samples import lexicon, term, word

CORPUS = """
    støtte koordinator udskrivningskoordinator kommune behandling ansvar varsling
    dialyse §112 hjælpemiddel kompressionsstrømper plan indlæggelse lægen
"""


@pytest.fixture(scope="module")
def words() -> Lexicon:
    made = lexicon(
        CORPUS,
        terms=(
            term("varsling", same=["varsel"], confusable=["orientering"]),
            term("orientering", confusable=["varsling"]),
            term(
                "koordinationsplan",
                abbreviations=["KIP"],
                misspellings=["kordinatonsplan"],
            ),
            term("egen læge", same=["praktiserende læge"], narrower=["øjenlæge"]),
        ),
        words=(
            word("phases", "udskrivning", "Udskrivning"),
            word("target-groups", "boern", "Børn og unge", "børn", "barn"),
            word("actors", "hospital", "Hospital"),
        ),
    )
    made.add_place("municipality", "nordby", "Nordby Kommune")
    return made


def roles(parsed: ParsedQuestion) -> dict[str, str]:
    return {concept.text: concept.role.value for concept in parsed.concepts}


def required(parsed: ParsedQuestion) -> list[str]:
    return [concept.text for concept in parsed.of(Role.REQUIRED)]


# What is refused


@pytest.mark.parametrize(
    "number",
    [
        "010190-1234",
        "0101901234",
        "010190 1234",
        "01 01 90 1234",
        "01 01 90-1234",
        "01.01.90-1234",
        "01-01-90-1234",
        "010190–1234",
        "010190 - 1234",
        "010190 – 1234",
        "010190- 1234",
        "010190\u00a01234",
        "010190\u20111234",
        "010190—1234",
        "010190/1234",
        "01/01/90-1234",
        "010190  1234",
        "010190\n1234",
        "311299-9999",
        "610190-1234",
    ],
)
def test_a_cpr_number_is_refused_in_every_writing_and_never_repeated(
    number: str,
) -> None:
    for around in ("{}", "hvad gælder for {}?", "cpr:{}.", "({})", "CPR{}"):
        with pytest.raises(PersonalData) as refused:
            check_text(around.format(number), 200)

        assert refused.value.field == "q"
        assert not any(char.isdigit() for char in refused.value.message)


def test_a_cpr_number_is_refused_in_a_question_that_is_too_long_too() -> None:
    with pytest.raises(PersonalData):
        check_text("ord " * 100 + "010190-1234", 200)


@pytest.mark.parametrize(
    "text",
    [
        "38 64 00 00",
        "3864 0000",
        "§§ 203-205",
        "3.959 kr. (2019)",
        "fra 01-01-2027",
        "2024-01-01",
        "13. 14. og 15. november 2026",
        "XDIS18",
        "1.976 kr. og 3.952 kr.",
        "bekendtgørelse 9097 af 2013",
    ],
)
def test_other_numbers_are_no_cpr_number(text: str) -> None:
    assert check_text(text, 200) == text


def test_a_question_is_trimmed() -> None:
    assert check_text("  hvem \n varsler\t ", 200) == "hvem varsler"


def test_the_longest_question_is_asked_and_a_longer_refused() -> None:
    assert check_text("a" * 200, 200) == "a" * 200
    with pytest.raises(BadInput, match=r"201 tegn\. Skriv højst 200 tegn") as refused:
        check_text("a" * 201, 200)
    assert refused.value.field == "q"


def test_a_question_is_counted_as_it_is_trimmed() -> None:
    assert len(check_text("a " * 100, 199)) == 199


@given(
    st.dates(),
    st.integers(0, 9999),
    st.sampled_from(["", "-", " "]),
    st.text(max_size=20),
)
def test_no_cpr_number_gets_through(
    day: object, serial: int, between: str, before: str
) -> None:
    number = f"{day:%d%m%y}{between}{serial:04}"
    # «Konto 0101001234» is an account by its name.
    assume(
        not any(
            re.search(named, f"{before} ".lower()) and re.fullmatch(itself, number)
            for named, itself in ELSE_BEFORE
        )
    )

    with pytest.raises(PersonalData):
        check_text(f"{before} {number}", 999)


# What the question asks


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("hvem støtter med en plan", "responsible"),
        ("hvem betaler dialyse", "payer"),
        ("hvornår kommer en plan", "deadline"),
        ("hvad er fristen for varsling", "deadline"),
        ("hvem har ansvaret for dialyse", "responsible"),
        ("hvilken myndighed giver dialyse", "authority"),
        ("hvad koster dialyse", "payer"),
        ("dialyse", None),
        ("må vi give dialyse", None),
    ],
)
def test_a_question_word_stresses_the_field_it_asks_for(
    text: str, field: str | None, words: Lexicon
) -> None:
    assert parse(text, words).stressed == field


def test_a_question_word_is_not_searched_for(words: Lexicon) -> None:
    parsed = parse("hvem betaler, og hvornår får borgeren dialyse", words)

    assert required(parsed) == ["dialyse"]
    assert {roles(parsed)[text] for text in ("hvem", "betaler", "hvornår")} == {"light"}


def test_a_phase_a_group_or_an_actor_is_favoured_beside_a_subject(
    words: Lexicon,
) -> None:
    parsed = parse("varsling af barn ved udskrivning fra hospital", words)

    assert required(parsed) == ["varsling"]
    assert [concept.text for concept in parsed.of(Role.FAVOURED)] == [
        "barn",
        "udskrivning",
        "hospital",
    ]


def test_what_is_favoured_is_required_where_nothing_else_is_asked(
    words: Lexicon,
) -> None:
    assert required(parse("udskrivning", words)) == ["udskrivning"]
    assert required(parse("hvem har ansvar for barn", words)) == ["barn"]


def test_light_words_are_required_where_nothing_else_is_asked(words: Lexicon) -> None:
    assert "hjælp" in required(parse("hvem giver hjælp", words))


@pytest.mark.parametrize("verb", ["sendes", "afleveres", "indgives", "lægges"])
def test_a_verb_of_handing_over_is_no_subject(verb: str, words: Lexicon) -> None:
    parsed = parse(f"hvor skal barnet {verb} hen", words)

    assert required(parsed) == ["barnet"]
    assert not parsed.of(Role.UNKNOWN)


@pytest.mark.parametrize("word", ["ribbensbrud", "væltede", "håndledsbruddet"])
def test_a_complaint_or_a_past_that_nothing_knows_refuses_nothing(
    word: str, words: Lexicon
) -> None:
    parsed = parse(f"dialyse {word}", words)

    assert required(parsed) == ["dialyse"]
    assert not parsed.of(Role.UNKNOWN)


def test_what_is_said_of_somebody_is_not_what_the_task_is_for(words: Lexicon) -> None:
    assert not parse("dialyse til vietnamesisk kvinde", words).of(Role.UNKNOWN)
    assert parse("dialyse til flamingoer", words).of(Role.UNKNOWN)[0].is_purpose


@pytest.mark.parametrize(
    "text",
    [
        "varsling 3 eller 5 dage",
        "gælder 24 eller 48 timer for varsling",
        "er det to eller tre uger til varsling",
        "skal varsling ske 1 eller 2 måneder før",
    ],
)
def test_of_two_lengths_that_are_offered_none_need_be_covered(
    text: str, words: Lexicon
) -> None:
    parsed = parse(text, words)

    assert required(parsed) == ["varsling"]
    assert not any(c.alternative for c in parsed.concepts)


def test_two_lengths_alone_are_no_subject(words: Lexicon) -> None:
    assert not required(parse("7 eller 14 dage", words))


def test_a_word_that_nothing_knows_is_unknown(words: Lexicon) -> None:
    parsed = parse("kattehotel til borgeren", words)

    assert [concept.text for concept in parsed.of(Role.UNKNOWN)] == ["kattehotel"]


def test_a_term_is_named_by_any_of_its_names(words: Lexicon) -> None:
    for text in ("varsel", "varsling", "varslingen"):
        (concept,) = parse(text, words).of(Role.REQUIRED)
        assert concept.terms == ("varsling",)
    (doctor,) = parse("den praktiserende læge", words).of(Role.REQUIRED)
    assert doctor.terms == ("egen",)


def test_a_narrower_name_is_less_sure(words: Lexicon) -> None:
    (concept,) = parse("øjenlæge", words).of(Role.REQUIRED)

    assert concept.terms == ("egen",)
    assert concept.likelihood < 1


def test_a_confusable_is_never_the_other(words: Lexicon) -> None:
    (concept,) = parse("orientering", words).of(Role.REQUIRED)

    assert concept.terms == ("orientering",)


def test_the_same_word_twice_is_asked_once(words: Lexicon) -> None:
    assert required(parse("dialyse dialyse varsel varsling", words)) == [
        "dialyse",
        "varsel",
    ]


def test_a_compound_written_apart_is_one_concept(words: Lexicon) -> None:
    assert required(parse("udskrivnings koordinator", words)) == [
        "udskrivnings koordinator"
    ]


def test_a_paragraph_of_the_catalogue_is_found_by_its_bare_number(
    words: Lexicon,
) -> None:
    assert "112" in required(parse("dialyse 112", words))
    assert "999" not in required(parse("dialyse 999", words))


def test_a_year_is_asked_for(words: Lexicon) -> None:
    assert required(parse("dialyse 2027", words)) == ["dialyse", "2027"]


# Slips


def test_a_slip_is_corrected_and_the_question_is_shown_as_understood(
    words: Lexicon,
) -> None:
    parsed = parse("hvem giver dialsye?", words)

    assert parsed.respelt == "hvem giver dialyse?"
    assert parsed.of(Role.REQUIRED)[0].likelihood < 1


def test_a_listed_misspelling_is_its_term_without_remark(words: Lexicon) -> None:
    parsed = parse("kordinatonsplan", words)

    assert parsed.of(Role.REQUIRED)[0].terms == ("koordinationsplan",)
    assert parsed.respelt is None


@pytest.mark.parametrize(
    "text", ["kompressionsstromper", "kompressionsstroemper", "stotte"]
)
def test_missing_danish_letters_are_no_slip(text: str, words: Lexicon) -> None:
    parsed = parse(text, words)

    assert parsed.of(Role.REQUIRED)
    assert parsed.respelt is None


def test_a_slip_is_likelier_than_three_words_in_one() -> None:
    words = lexicon("rehabilitering rehab lite ring plan")

    assert required(parse("rehablitering", words)) == ["rehablitering"]
    assert parse("rehablitering", words).respelt == "rehabilitering"
    assert parse("rehabplan", words).respelt is None


def test_a_long_word_that_only_people_use_may_be_meant_by_a_slip() -> None:
    asked = word("questions", "r1", "", "penicillin", "insulin")
    known = lexicon("penicillin insulin", words=(asked,))

    assert parse("pencillinen", known).respelt == "penicillin"
    assert parse("insullin", known).respelt is None


def test_a_right_question_is_not_respelt(words: Lexicon) -> None:
    assert parse("hvem giver dialyse?", words).respelt is None


# Kinds of question


def test_either_or_sets_its_neighbours_beside_each_other(words: Lexicon) -> None:
    parsed = parse("dialyse eller støtte i en plan", words)

    assert [c.text for c in parsed.concepts if c.alternative] == ["dialyse", "støtte"]


def test_a_question_for_the_difference_sets_all_it_names_beside_each_other(
    words: Lexicon,
) -> None:
    parsed = parse("hvad er forskellen på varsling og orientering", words)

    assert [c.text for c in parsed.concepts if c.alternative] == [
        "varsling",
        "orientering",
    ]


def test_one_thing_alone_is_no_alternative(words: Lexicon) -> None:
    assert not any(c.alternative for c in parse("dialyse eller hvad", words).concepts)


def test_a_phrase_is_more_than_a_word_of_a_pair(words: Lexicon) -> None:
    assert parse("dialyse kattehotel", words).is_pair()
    assert not parse("egen læge kattehotel", words).is_pair()


@pytest.mark.parametrize(
    "text",
    [
        "hvor mange dage før varsling",
        "hvor længe gives dialyse",
        "hvor tit gives dialyse",
        "hvor hyppigt gives dialyse",
        "hvor tidligt varsles der",
    ],
)
def test_how_many_and_how_long_ask_for_a_figure(text: str, words: Lexicon) -> None:
    assert parse(text, words).figure
    assert not parse("hvem giver dialyse", words).figure


def test_a_question_for_the_agreements_of_a_place_asks_for_a_list(
    words: Lexicon,
) -> None:
    parsed = parse("hvilke aftaler har Nordby Kommune", words)

    assert parsed.listing
    assert parsed.places() == {"municipality": "nordby"}


def test_a_question_about_a_subject_asks_for_no_list(words: Lexicon) -> None:
    assert not parse("hvilke aftaler er der om dialyse i Nordby", words).listing
    assert not parse("dialyse i Nordby", words).listing


@pytest.mark.parametrize("text", ["", "?", "   ", "…!", "og", "1"])
def test_a_question_without_words_asks_nothing_in_particular(
    text: str, words: Lexicon
) -> None:
    parsed = parse(text, words)

    assert not parsed.of(Role.UNKNOWN)
    assert parsed.respelt is None


@given(st.text(max_size=60))
def test_any_question_is_understood_somehow(text: str) -> None:
    parsed = parse(text, _WORDS)

    for concept in parsed.concepts:
        assert concept.text
        assert 0 < concept.likelihood <= 1


@given(
    st.lists(
        st.sampled_from(
            "hvem betaler varsel eller dialsye barn ved udskrivning Nordby 112 § 13 a "
            "3 døgn hvor mange forskel på egen læge udskrivnings koordinator aftaler "
            "kattehotel".split()
        ),
        max_size=9,
    ).map(" ".join)
)
def test_any_words_of_the_catalogue_are_understood(text: str) -> None:
    parsed = parse(text, _WORDS)

    assert len(parsed.concepts) <= len(text.split())
    assert all(concept.text for concept in parsed.concepts)


_WORDS = lexicon(
    CORPUS, terms=(term("varsling", same=["varsel"], confusable=["orientering"]),)
)


def test_a_name_that_nothing_knows_says_only_who_asks(words: Lexicon) -> None:
    told = parse("min bror fra Brazilien skal have dialyse", words)
    asked = parse("min bror skal have xyzqwk og dialyse", words)

    assert told.of(Role.UNKNOWN) == []
    assert [concept.text for concept in asked.of(Role.UNKNOWN)] == ["xyzqwk"]


def test_a_capital_that_begins_a_sentence_makes_no_name(words: Lexicon) -> None:
    parsed = parse("Xyzqwkab ved dialyse. Xyzqwkav også", words)

    assert len(parsed.of(Role.UNKNOWN)) == 2


def test_two_words_and_no_more_are_a_pair(words: Lexicon) -> None:
    assert parse("kompressionsstrømper dialyse", words).is_pair()
    assert not parse("kompressionsstrømper ved dialyse og plan", words).is_pair()


def test_the_stops_of_a_question_are_counted(words: Lexicon) -> None:
    assert parse("dialyse", words).stops == 0
    assert parse("Han er hjemme. Han får dialyse, hvem betaler?", words).stops == 2
