"""Lengths of time in a text: read right, or never as another number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.language.danish import tokenize
from registry.language.deadlines import lengths_named
from registry.language.lengths import ends_of, rates
from registry.language.numbers import in_words
from tests.language.test_personal_long import PATIENCE, no_longer_than


def named(text: str) -> set[str]:
    return set(lengths_named(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("1.000 timer", "=1000t"),
        ("1 000 timer", "=1000t"),
        ("2½ timer", "=2.5t"),
        ("1½ time", "=1.5t"),
        ("3 1/2 døgn", "=84t"),
        ("tredive dage", "=720t"),
        ("enogtyve dage", "=504t"),
        ("hundrede dage", "=2400t"),
        ("to et halvt år", "=30m"),
        ("trekvart år", "=9m"),
        ("et kvart år", "=3m"),
        ("tre kvart time", "=0.75t"),
        ("en halv time", "=0.5t"),
        ("48 t.", "=48t"),
        ("3 mdr.", "=3m"),
        ("1/2 år", "=6m"),
        ("halvandet-års", "=18m"),
        ("en uges", "=168t"),
        ("en times", "=1t"),
        ("ti kalenderdage", "=240t"),
        ("14 løbende dage", "=336t"),
        ("tre hele døgn", "=72t"),
        ("et helt år", "=12m"),
        ("15 minutter", "=0.25t"),
        ("halvfems minutter", "=1.5t"),
        ("tre kvarter", "=0.75t"),
        ("45 min.", "=0.75t"),
        ("8 hverd.", "=8h"),
        ("5 hv.dage", "=5h"),
        ("8 arb.dage", "=8h"),
    ],
)
def test_a_length_is_read_in_every_writing(text: str, name: str) -> None:
    assert named(text) == {name}
    assert named(f"senest {text} før") == {name}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2-3 uger", "=336-504t"),
        ("2–3 uger", "=336-504t"),
        ("to til tre uger", "=336-504t"),
        ("mellem 2 og 3 uger", "=336-504t"),
        ("imellem 2 uger og 3 uger", "=336-504t"),
        ("2 uger - 3 uger", "=336-504t"),
        ("2 eller 3 uger", "=336-504t"),
        ("3-5 dage", "=72-120t"),
        ("½-2 timer", "=0.5-2t"),
        ("2 dage til 3 uger", "=48-504t"),
        ("5 hverdage til 2 uger", "=5h-336t"),
        ("en to-tre dage", "=48-72t"),
        ("0-17 år", "=0-204m"),
        ("2\u22123 uger", "=336-504t"),
        ("2 \u2012 3 uger", "=336-504t"),
        ("20 à 30 dage", "=480-720t"),
        ("to-tre hele dage", "=48-72t"),
    ],
)
def test_a_span_is_a_form_of_its_own(text: str, name: str) -> None:
    assert named(text) == {name}


def test_lengths_that_only_stand_side_by_side_are_each_of_them() -> None:
    assert named("72 timer – 8 hverdage") == {"=72t", "=8h"}
    assert named("3 dage eller 8 timer efter") == {"=72t", "=8t"}
    assert named("8 hverdage, dog 5 hverdage for børn") == {"=8h", "=5h"}


@pytest.mark.parametrize(
    "text",
    [
        *("1.50 timer", "1.5 timer", "1,000 timer", "11/2 time", "1 / 2 time"),
        *("24/7 døgn", "dag 1-2", "1.-2. dag", "et par uger", "flere hundrede dage"),
        *("et par tusind timer", "hvor tit", "et halvt", "tot", "i 2025 års priser"),
        *("2024-2027 års priser", "2. dag", "uge 12", "den 1/2 2025", "nogle dage"),
        *("123456789012 dage", "14.000 kr.", "fjerde uge", "hundredvis af dage"),
        *("±2 dage", "± 2 dage", "2 x 14 dage", "2x14 dage", "2 × 14 dage"),
        *("14 (fjorten) dage", "14+ dage"),
        # What stands before makes it another number.
        *("halv to timer", "halv fem dage", "3 gange 2 dage", "to gange 14 dage"),
        *("1.5-2 timer", "1.50 - 2 timer", "1.5 til 2 timer", "2.5 eller 3 uger"),
        *(
            "2/3 dage",
            "1/2 timer",
            "3/4 måneder",
            "1/2 uger",
            "3 * 2 dage",
            "2^3 timer",
        ),
        *("nogle og tyve dage", "et par og tredive timer", "mange og tyve år"),
        *(
            "1:30 timer",
            "30 min",
            "3 bankdage",
            "3.-5. dag",
            "72¹ timer",
            "halv ti uger",
        ),
    ],
)
def test_what_is_no_length_is_not_read_as_one(text: str) -> None:
    assert named(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        *("24 timer i døgnet", "3 dage i ugen", "2 timer dagligt", "5 dage om ugen"),
        *("37 timer/uge", "2 t/uge", "2 t. dgl.", "4 timer per uge", "to uger årligt"),
        *("8 timer om natten", "3 dage hver uge", "2 dage hver eneste måned"),
        *("2-3 timer i ugen", "24 timer alle ugens dage"),
        *("30 minutter to gange dagligt", "2 timer 3 gange om ugen", "5 dage pr. år"),
        *("halvanden time pr. dag", "3 måneder om året"),
    ],
)
def test_how_often_and_how_much_of_each_day_is_no_length(text: str) -> None:
    assert named(text) == set()
    assert rates(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        *(("2/3 dag", "=16t"), ("1/2 time", "=0.5t"), ("3 1/2 timer", "=3.5t")),
        *(("fem og tyve dage", "=600t"), ("3 dage i træk", "=72t")),
        *(("1,5-2 timer", "=1.5-2t"), ("2 uger i forvejen", "=336t")),
        *(("1.000-2.000 timer", "=1000-2000t"), ("en halv time", "=0.5t")),
        *(("14 dage ad gangen", "=336t"), ("2 timer á gang", "=2t")),
        *(("3 timer i døgnrytmeplanen", "=3t"), ("dagligt i 3 uger", "=504t")),
    ],
)
def test_what_only_looks_like_it_is_still_a_length(text: str, name: str) -> None:
    assert named(text) == {name}
    assert not rates(text)


def test_a_number_is_one_however_its_thousands_stand() -> None:
    for text in ("14.000 kr.", "14 000 kr.", "14000 kr.", "14\u00a0000 kr."):
        assert [token.exact for token in tokenize(text)] == ["14000", "kr"]
    assert [t.exact for t in tokenize("12 34 56 78")] == ["12", "34", "56", "78"]


@given(st.integers(1, 999))
def test_words_and_figures_name_the_same_length(number: int) -> None:
    assert named(f"{number} timer") == named(f"{in_words(number)} timer")
    assert named(f"{number} timer") == {f"={number}t"}


@given(st.integers(1, 999), st.integers(1, 999), st.sampled_from(["-", " til ", " – "]))
def test_a_span_is_never_one_of_its_ends(low: int, high: int, through: str) -> None:
    names = named(f"{low}{through}{high} hverdage")

    assert names == ({f"={low}h"} if low == high else {f"={low}-{high}h"})


@pytest.mark.parametrize(
    ("name", "ends"),
    [
        ("=72-96t", ("=72t", "=96t")),
        ("=3-5h", ("=3h", "=5h")),
        ("=1.5t-2m", ("=1.5t", "=2m")),
    ],
)
def test_a_span_has_the_lengths_at_its_ends(name: str, ends: tuple[str, str]) -> None:
    assert ends_of(name) == ends


@pytest.mark.parametrize("between", [" ", "\t", "- ", " -"])
def test_a_number_and_thousands_of_blanks_are_read_to_their_end(between: str) -> None:
    """Each way to part the blanks was tried before, which went on for minutes."""
    text = f"Senest 1{between * 5000}og så"
    with no_longer_than(PATIENCE):
        assert not lengths_named(text)
        assert rates(text) == []
        assert lengths_named(f"Senest 1{' ' * 5000}dag") == {"=24t"}
