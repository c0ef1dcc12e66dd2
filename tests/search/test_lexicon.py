"""What the search knows of words: compounds, spellings, slips, and the terms of the
word list.

Also covers registry/search/compounds.py, registry/search/spelling.py and
registry/search/index_keys.py.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.language.danish import Token, fold, stem, tokenize
from registry.search.index_keys import CONCEPT, EXACT, NARROWER, PART, STEM
from registry.search.lexicon import Lexicon
from tests.search.samples import lexicon, term, word

CORPUS = """
    udskrivning koordinator udskrivningskoordinator behandling ansvar kommune
    støtte kontakt person færdigmelding kompressionsstrømper barn hjælp plan plejehjem
    sygepleje varsling ble
"""


def token(text: str) -> Token:
    (only,) = tokenize(text)
    return only


@pytest.fixture(scope="module")
def words() -> Lexicon:
    return lexicon(
        CORPUS,
        terms=(
            term(
                "varsling", same=["varsel"], confusable=["orientering", "færdigmelding"]
            ),
            term("færdigmelding", confusable=["varsling"]),
            term(
                "koordinationsplan",
                abbreviations=["KIP"],
                misspellings=["kordinationsplan"],
            ),
            term("egen læge", same=["praktiserende læge"], narrower=["lægevagt"]),
            term("barn"),
            term("plejehjem"),
        ),
        words=(word("phases", "udskrivning", "Udskrivning"),),
    )


# Compounds


@pytest.mark.parametrize(
    ("compound", "parts"),
    [
        ("behandlingsansvar", ("behandling", "ansvar")),
        ("udskrivningskoordinator", ("udskrivning", "koordinator")),
        ("støttehjælp", ("støtte", "hjælp")),
        ("barneplan", ("barn", "plan")),
        ("plejehjemsplads", ("plejehjem", "plads")),
        ("xdis18", ("xdis",)),
    ],
)
def test_a_compound_is_its_parts_without_the_linking_letter(
    compound: str, parts: tuple[str, ...], words: Lexicon
) -> None:
    assert [stem(part) for part in words.parts(fold(compound))] == [
        stem(fold(part)) for part in parts
    ]


@pytest.mark.parametrize(
    "whole", ["varsling", "orientering", "færdigmelding", "færdigmeldingen"]
)
def test_a_term_of_a_confusable_pair_is_never_split(whole: str, words: Lexicon) -> None:
    assert words.parts(fold(whole)) == ()


@pytest.mark.parametrize("word_", ["ble", "plan", "barn", "13"])
def test_a_short_word_has_no_parts(word_: str, words: Lexicon) -> None:
    assert words.parts(word_) == ()


def test_a_word_without_known_parts_stays_whole(words: Lexicon) -> None:
    assert words.parts("abrakadabra") == ()


def test_a_part_is_found_by_a_word_of_its_own_in_any_form(words: Lexicon) -> None:
    indexed = words.index_keys_of("Det lægelige behandlingsansvar")

    assert PART + token("ansvar").stem in indexed
    assert PART + token("ansvaret").stem in indexed
    assert PART + token("behandlinger").stem in indexed
    assert EXACT + "ansvar" not in indexed


# Words written apart, together, or otherwise


def test_a_compound_written_apart_is_joined(words: Lexicon) -> None:
    for text in ("udskrivnings koordinator", "udskrivning koordinator"):
        first, second = tokenize(text)
        joined = words.joined(first, second)

        assert joined is not None
        assert joined.exact == "udskrivningskoordinator"
        assert text[joined.start : joined.end] == text


def test_two_words_that_make_no_known_word_stay_apart(words: Lexicon) -> None:
    first, second = tokenize("kommune støtte")

    assert words.joined(first, second) is None


def test_a_confusable_term_written_apart_is_joined_too(words: Lexicon) -> None:
    first, second = tokenize("færdig melding")
    joined = words.joined(first, second)

    assert joined is not None
    assert joined.exact == fold("færdigmelding")


@pytest.mark.parametrize(
    ("compound", "parts"),
    [
        ("støtteperson", ["støtte", "person"]),
        ("støttekontaktperson", ["støtte", "kontakt", "person"]),
        ("behandlingsplan", ["behandling", "plan"]),
        ("plejehjemskontakt", ["plejehjem", "kontakt"]),
    ],
)
def test_an_unknown_compound_is_taken_apart_into_known_words(
    compound: str, parts: list[str], words: Lexicon
) -> None:
    apart = words.taken_apart(token(compound))

    assert [part.exact for part in apart] == [fold(part) for part in parts]
    assert {(part.start, part.end) for part in apart} == {(0, len(compound))}


@pytest.mark.parametrize("unknown", ["kattehotel", "støttekat", "xyzperson"])
def test_a_compound_with_an_unknown_part_is_not_taken_apart(
    unknown: str, words: Lexicon
) -> None:
    assert words.taken_apart(token(unknown)) == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("faerdigmelding", "færdigmelding"),
        ("fardigmelding", "færdigmelding"),
        ("stoette", "støtte"),
        ("stotte", "støtte"),
        ("kompressionsstromper", "kompressionsstrømper"),
        ("hjalp", "hjælp"),
    ],
)
def test_a_word_without_danish_letters_is_respelt(
    written: str, meant: str, words: Lexicon
) -> None:
    respelt = words.spelling.respelt(token(written))

    assert respelt is not None
    assert respelt.stem == token(meant).stem


def test_a_word_that_nothing_resembles_is_not_respelt(words: Lexicon) -> None:
    assert words.spelling.respelt(token("kattehotel")) is None


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("koordinatr", "koordinator"),
        ("koordiantor", "koordinator"),
        ("koordinattor", "koordinator"),
        ("koordinetor", "koordinator"),
        ("kommnue", "kommune"),
        ("kommunne", "kommune"),
        ("færdgmelding", "færdigmelding"),
        ("behanding", "behandling"),
        # Letters doubled otherwise, however many.
        ("komunne", "kommune"),
        ("kordinattor", "koordinator"),
    ],
)
def test_one_slip_of_the_finger_is_corrected(
    slip: str, meant: str, words: Lexicon
) -> None:
    corrected = words.spelling.corrected(token(slip))

    assert corrected is not None
    assert corrected.exact == fold(meant)


@pytest.mark.parametrize(
    "unknown", ["koordinatxx", "kattehotel", "barm", "xommune", "blee"]
)
def test_a_word_with_more_than_a_slip_or_too_short_for_one_is_not_corrected(
    unknown: str, words: Lexicon
) -> None:
    assert words.spelling.corrected(token(unknown)) is None


def test_a_known_word_is_known_in_every_form(words: Lexicon) -> None:
    assert all(
        words.knows(token(form)) for form in ("plan", "planer", "planerne", "kommunens")
    )
    assert not words.knows(token("kattehotel"))


# Terms


def test_other_names_of_a_term_are_indexed_as_the_term(words: Lexicon) -> None:
    for text in ("en koordinationsplan", "en KIP"):
        assert CONCEPT + "koordinationsplan" in words.index_keys_of(text)
    for text in ("egen læge", "praktiserende læge", "den praktiserende læge"):
        assert CONCEPT + "egen" in words.index_keys_of(text)


def test_a_narrower_name_is_indexed_as_such(words: Lexicon) -> None:
    indexed = words.index_keys_of("lægevagten")

    assert NARROWER + "egen" in indexed
    assert CONCEPT + "egen" not in indexed


def test_a_confusable_is_never_indexed_as_the_other(words: Lexicon) -> None:
    indexed = words.index_keys_of("orientering og færdigmelding")

    assert CONCEPT + "varsling" not in indexed
    assert NARROWER + "varsling" not in indexed
    assert CONCEPT + "færdigmelding" in indexed


def test_a_misspelling_stands_in_for_its_term_only_in_questions(words: Lexicon) -> None:
    (phrase,) = words.misspelt.find([token("kordinationsplan").stem])

    assert phrase.meaning.terms == ("koordinationsplan",)
    assert CONCEPT + "koordinationsplan" not in words.index_keys_of("kordinationsplan")


def test_a_misspelling_is_read_as_the_word_of_its_term_that_it_is_a_slip_of(
    words: Lexicon,
) -> None:
    """Rows that say the word are found by it, as when it is spelt right."""
    typed = token("kordinationsplan")
    (phrase,) = words.misspelt.find([typed.stem])
    right = words.spelt_right(typed, phrase)

    assert right is not None and right.exact == "koordinationsplan"
    (other,) = words.question_phrases.find([token("varsling").stem])
    assert words.spelt_right(typed, other) is None


def test_the_longest_phrase_is_found_first() -> None:
    words = lexicon(terms=(term("plan"), term("læge plan i kommunen")))
    stems = [written.stem for written in tokenize("en læge plan i kommunen og en plan")]

    phrases = words.question_phrases.find(stems)

    assert [phrase.meaning.terms for phrase in phrases] == [("læge",), ("plan",)]
    assert [(phrase.first, phrase.last) for phrase in phrases] == [(1, 5), (7, 8)]


def test_a_place_is_named_with_and_without_the_word_for_what_it_is() -> None:
    words = lexicon()
    words.add_place("municipality", "koebenhavn", "Københavns Kommune")

    for text in ("København", "Københavns Kommune", "koebenhavn"):
        (phrase,) = words.question_phrases.find([t.stem for t in tokenize(text)])
        assert phrase.meaning.facets == (("municipality", "koebenhavn"),)


def test_a_word_of_a_vocabulary_is_its_facet(words: Lexicon) -> None:
    (phrase,) = words.question_phrases.find([token("udskrivningen").stem])

    assert ("phase", "udskrivning") in phrase.meaning.facets


def test_what_is_not_stated_is_no_actor_to_ask_for() -> None:
    words = lexicon(words=(word("actors", "ikke-oplyst", "Ikke oplyst"),))

    assert words.question_phrases.find([t.stem for t in tokenize("ikke oplyst")]) == []


@given(st.text(max_size=60))
def test_any_text_is_indexed_by_its_words(text: str) -> None:
    words = lexicon(CORPUS)

    indexed = words.index_keys_of(text)

    for written in tokenize(text):
        assert {EXACT + written.exact, STEM + written.stem} <= indexed


@given(st.text(alphabet="abdeghiklmnoprstuvyæøå", min_size=1, max_size=25))
def test_any_word_is_read_without_failing(text: str) -> None:
    words = lexicon(CORPUS, terms=(term("varsling", confusable=["orientering"]),))
    for written in tokenize(text):
        assert all(words.parts(written.exact))
        for read in (
            words.spelling.respelt(written),
            words.spelling.corrected(written),
            *words.taken_apart(written),
        ):
            assert read is None or (read.start, read.end) == (
                written.start,
                written.end,
            )
