"""From Danish text to tokens: paragraphs, durations, codes, inflections, spellings.

Also covers registry/language/word_lists.py.
"""

import re
from collections.abc import Container
from itertools import pairwise
from pathlib import Path

import pytest
import Stemmer
from hypothesis import example, given
from hypothesis import strategies as st
from snowballstemmer.danish_stemmer import DanishStemmer

from registry.language.danish import (
    fold,
    skeleton,
    stem,
    stems_in,
    stems_of,
    stems_of_weight,
    tokenize,
)

CONTENT = Path(__file__).resolve().parents[2] / "content"
# What numbers, paragraphs, durations, dates and the clock are made of.
PIECES = (
    "§ §§ 13 a b c - – og , 203 ½ 1/2 et halvt år 3 tre døgn kl 02:00 1.1.2027 maj "
    "XDIS18"
).split()


def exact(text: str) -> list[str]:
    return [token.exact for token in tokenize(text)]


# Paragraphs


@pytest.mark.parametrize(
    "text",
    [
        "§ 13 a",
        "§13a",
        "§ 13a",
        "§13 a",
        "13a",
        "13 a",
        "paragraf 13a",
        "Paragraf 13 a",
        "13 A",
    ],
)
def test_a_paragraph_is_one_in_every_writing(text: str) -> None:
    assert exact(text) == ["§13a"]


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("§§ 13 a-c", ["§13a", "§13b", "§13c"]),
        ("§§ 13 a – c", ["§13a", "§13b", "§13c"]),
        ("§§ 13 a og 13 b", ["§13a", "§13b"]),
        ("§§ 13 a, b og c", ["§13a", "§13b", "§13c"]),
        ("§§ 203-205", ["§203", "§204", "§205"]),
        ("§§ 203–205", ["§203", "§204", "§205"]),
        ("§§ 141 og 142", ["§141", "§142"]),
        ("§§ 85, 99, 107", ["§85", "§99", "§107"]),
        ("§ 238", ["§238"]),
        ("§ 82 c", ["§82c"]),
    ],
)
def test_paragraphs_together_are_each_of_them(text: str, paragraphs: list[str]) -> None:
    assert exact(text) == paragraphs


def test_a_number_before_a_word_is_no_paragraph() -> None:
    assert exact("13 aftaler") == ["13", "aftaler"]
    assert exact("100 borgere") == ["100", "borgere"]


def test_a_paragraph_stands_where_it_is_written() -> None:
    text = "efter psykiatrilovens § 13 a skal"
    token = tokenize(text)[2]

    assert text[token.start : token.end] == "§ 13 a"


def test_a_range_the_wrong_way_round_or_too_long_is_its_ends() -> None:
    assert exact("§§ 205-203") == ["§205", "§203"]
    assert exact("§§ 1-900") == ["§1", "§900"]


# Durations


@pytest.mark.parametrize(
    "texts",
    [
        (
            "72 timer",
            "3 døgn",
            "tre døgn",
            "3 dage",
            "tre dage",
            "72-timer",
            "72 t",
            "3 doegn",
        ),
        (
            "½ år",
            "6 måneder",
            "seks måneder",
            "et halvt år",
            "0,5 år",
            "1/2 år",
            "6 mdr",
        ),
        ("1 uge", "7 dage", "en uge", "168 timer", "syv døgn"),
        ("8 hverdage", "otte hverdage", "8 arbejdsdage"),
        ("1 måned", "en måned", "1 md"),
        ("1,5 time", "halvanden time"),
        ("1,5 år", "halvandet år", "18 måneder"),
    ],
    ids=lambda texts: texts[0],
)
def test_a_duration_is_one_in_every_writing(texts: tuple[str, ...]) -> None:
    assert len({tuple(exact(text)) for text in texts}) == 1, [
        exact(text) for text in texts
    ]
    assert exact(texts[0])[0].startswith("=")


def test_working_days_are_not_days_and_months_are_not_weeks() -> None:
    assert exact("8 hverdage") != exact("8 dage")
    assert exact("1 måned") != exact("4 uger")


def test_the_72_hour_rule_is_found_by_its_hyphenated_name() -> None:
    assert exact("72-timers-reglen")[0] == exact("3 døgn")[0]


@pytest.mark.parametrize(
    ("text", "plain"),
    [("3 tımer", "3 timer"), ("3 TİMER", "3 timer"), ("tı dage", "ti dage")],
)
def test_an_i_that_has_another_dot_is_an_i_in_a_length(text: str, plain: str) -> None:
    assert exact(text) == exact(plain)


# Numbers, codes, dates and the clock


def test_a_number_is_one_with_and_without_its_points() -> None:
    assert exact("1.976 kr") == exact("1976 kr")


def test_a_code_is_one_word() -> None:
    assert exact("XDIS18 og xdis19") == ["xdis18", "og", "xdis19"]


@pytest.mark.parametrize(
    "text", ["1. januar 2027", "1.1.2027", "01-01-2027", "1/1/2027"]
)
def test_a_date_is_its_year(text: str) -> None:
    assert exact(text)[-1] == "2027"
    assert len(exact(text)) == 1


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("kl 03", ["nat"]),
        ("kl. 3.30", ["nat"]),
        ("02:00", ["nat"]),
        ("kl. 23", ["nat"]),
        ("kl 19.30", ["aften"]),
        ("kl. 14", []),
        ("08:00", []),
    ],
)
def test_the_clock_tells_the_part_of_the_day(text: str, part: list[str]) -> None:
    assert exact(f"vagten {text}") == ["vagten", *part]


@pytest.mark.parametrize(
    ("word", "small"),
    [("demens", "dem"), ("sommer", "som"), ("lægger", "læge"), ("indsats", "indsat")],
)
def test_a_word_is_not_made_one_with_a_smaller_one(word: str, small: str) -> None:
    assert exact(word) != exact(small)
    assert stem(word) != stem(small)


# Words


@pytest.mark.parametrize(
    "forms",
    [
        ("barn", "barnet", "børn", "børnene", "børns"),
        ("aftale", "aftalen", "aftaler", "aftalerne"),
        (
            "udskrive",
            "udskrivning",
            "udskrivningen",
            "udskrives",
            "udskrevet",
            "udskrivelse",
        ),
        ("indlægge", "indlæggelse", "indlæggelsen", "indlægges", "indlagt"),
        ("varsle", "varsler", "varsling", "varslingen", "varsel"),
        ("vurdere", "vurdering", "vurderingen", "vurderes"),
        ("henvise", "henvisning", "henvist", "henvises"),
        ("hjælpemiddel", "hjælpemidlet", "hjælpemidler", "hjælpemidlerne"),
        ("læge", "lægen", "læger", "lægerne"),
        ("psykiatri", "psykiatrien", "psykiatrisk", "psykiatriske"),
        ("seng", "sengen", "senge", "sengene"),
        ("kommunal", "kommunale", "kommunalt"),
        ("betale", "betaler", "betales", "betaling", "betalt"),
        ("møde", "mødet", "møder", "møderne"),
        ("center", "centret", "centre", "centrene"),
        ("strømpe", "strømper", "strømperne"),
    ],
    ids=lambda forms: forms[0],
)
def test_the_forms_of_a_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert {form: stem(form) for form in forms} == dict.fromkeys(forms, stem(forms[0]))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("varsling", "færdigmelding"),
        ("varsling", "orientering"),
        ("kommune", "region"),
        ("barn", "borger"),
        ("indlæggelse", "udskrivning"),
        ("hospital", "hospice"),
        ("læge", "ligge"),
    ],
)
def test_different_words_have_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_a_word_is_stemmed_before_its_letters_are_folded() -> None:
    for inflected, plain in (
        ("børnene", "børn"),
        ("ændringerne", "ændring"),
        ("måden", "måde"),
    ):
        assert stem(inflected) == stem(plain)
        assert stem(inflected).isascii()


IN_C, IN_PYTHON = Stemmer.Stemmer("danish"), DanishStemmer()


def test_the_catalogues_words_have_the_same_stems_without_c() -> None:
    """As in the browser, which has none of it."""
    texts = [p.read_text(encoding="utf-8").lower() for p in CONTENT.rglob("*.*")]
    words = {word for text in texts for word in re.findall(r"[^\W\d_]+", text)}

    assert len(words) > 3000
    assert [w for w in words if IN_PYTHON.stemWord(w) != IN_C.stemWord(w)] == []


@given(st.text("abcdefghijklmnopqrstuvwxyzæøåéü", min_size=1, max_size=25))
def test_any_word_has_the_same_stem_without_c(word: str) -> None:
    assert IN_PYTHON.stemWord(word) == IN_C.stemWord(word)


def test_danish_letters_are_folded_and_case_and_accents_do_not_count() -> None:
    assert fold("Ærø Å ødelægge") == "aeroe aa oedelaegge"
    assert fold("Idé É café") == "ide e cafe"
    assert fold("a\u030a") == "aa"  # å of two characters


def test_a_spelling_without_danish_letters_has_the_same_skeleton() -> None:
    for written in ("færdigmelding", "faerdigmelding", "fardigmelding"):
        assert skeleton(fold(written)) == "fardigmelding"
    for written in ("hjemløs", "hjemloes", "hjemlos"):
        assert skeleton(fold(written)) == "hjemlos"


def test_a_token_knows_where_it_stands() -> None:
    text = "Hvem varsler, når et barn udskrives?"

    words = [text[token.start : token.end] for token in tokenize(text)]

    assert words == ["Hvem", "varsler", "når", "et", "barn", "udskrives"]


def test_a_text_without_words_has_no_tokens() -> None:
    assert not tokenize("")
    assert not tokenize(" ?! – … ")


@given(
    st.one_of(
        st.text(max_size=80),
        st.text(alphabet="§ 0123456789abch-–,.½/:og kldøårdmt", max_size=60),
        st.lists(
            st.sampled_from(
                "§ §§ 13 a b c - – og , 203 ½ år 3 døgn kl 02:00 1.1.2027 "
                "XDIS18".split()
            ),
            max_size=14,
        ).map(" ".join),
    )
)
@example("1/2 år")
@example("3 døgnſ")
def test_tokens_of_any_text_lie_in_it_and_in_order(text: str) -> None:
    tokens = tokenize(text)

    for token in tokens:
        assert 0 <= token.start < token.end <= len(text)
        assert token.exact
        assert token.stem
        assert " " not in token.exact + token.stem
    starts = [(token.start, token.end) for token in tokens]
    assert starts == sorted(starts)
    for before, after in pairwise(starts):
        # Only the paragraphs of one range share their place.
        assert after == before or after[0] >= before[1]


@given(st.text(max_size=60))
def test_the_tokens_of_a_text_do_not_depend_on_case(text: str) -> None:
    if (
        len(text.lower()) == len(text) == len(text.upper())
        and text.upper().lower() == text.lower()
    ):
        assert exact(text.upper()) == exact(text.lower())


@given(st.text(max_size=30))
def test_folding_a_folded_word_changes_nothing(word: str) -> None:
    assert fold(fold(word)) == fold(word)


@pytest.mark.parametrize(
    ("text", "but", "stems"),
    [
        ("Kommunens hjemmesygepleje", (), ("kommun", "hjemmesygeplej")),
        ("Hjemmesygepleje i kommunen", {"i"}, ("hjemmesygeplej", "kommun")),
        ("", (), ()),
    ],
)
def test_a_text_has_the_stems_of_its_words_in_order(
    text: str, but: Container[str], stems: tuple[str, ...]
) -> None:
    assert stems_in(text, but=but) == stems
    assert stems_of(t for t in tokenize(text) if t.exact not in but) == stems


def test_what_carries_no_subject_is_not_of_weight() -> None:
    assert stems_of_weight("Er det kommunens sygepleje?") == {"kommun", "sygeplej"}
