"""Marking what was found, without changing a letter of the text."""

from collections.abc import Set as AbstractSet

from hypothesis import given
from hypothesis import strategies as st

from registry.language.danish import tokenize
from registry.search.answer import Marked
from registry.search.highlight import mark, snippet
from registry.search.index_keys import EXACT, PART, STEM
from registry.search.profile import PROFILE

LONG = " ".join(f"ord{at} fylder teksten" for at in range(60))


def wanted(text: str) -> AbstractSet[str]:
    """The index keys of the words of a question."""
    return {
        t for token in tokenize(text) for t in (EXACT + token.exact, STEM + token.stem)
    }


def marked(pieces: Marked) -> list[str]:
    return [piece for piece, wanted in pieces if wanted]


def whole(pieces: Marked) -> str:
    return "".join(piece for piece, _ in pieces)


def test_a_word_asked_for_is_marked_in_any_form() -> None:
    pieces = mark("Kommunen varsler, og kommunerne svarer.", wanted("kommune"))

    assert pieces == [
        ("Kommunen", True),
        (" varsler, og ", False),
        ("kommunerne", True),
        (" svarer.", False),
    ]


def test_a_paragraph_and_a_duration_are_marked_as_they_are_written() -> None:
    assert marked(mark("efter § 13 a inden 72 timer", wanted("13a, 3 døgn"))) == [
        "§ 13 a",
        "72 timer",
    ]


def test_paragraphs_in_a_range_are_marked_once() -> None:
    pieces = mark("efter §§ 13 a-c", wanted("13b"))

    assert marked(pieces) == ["§§ 13 a-c"]
    assert whole(pieces) == "efter §§ 13 a-c"


def test_a_part_of_a_compound_alone_marks_nothing() -> None:
    assert marked(mark("behandlingsansvar", {PART + "ansvar"})) == []


def test_a_text_without_the_words_is_left_in_one_piece() -> None:
    assert mark("Intet her.", wanted("kommune")) == [("Intet her.", False)]
    assert mark("", wanted("kommune")) == []
    assert mark("Intet her.", set()) == [("Intet her.", False)]


def test_markup_in_a_text_stays_text() -> None:
    assert (
        whole(mark("<b>kommune</b> & co", wanted("kommune"))) == "<b>kommune</b> & co"
    )


def test_a_snippet_is_about_the_first_word_found() -> None:
    pieces = snippet(f"{LONG} her varsler kommunen straks. {LONG}", wanted("varsle"))

    assert marked(pieces) == ["varsler"]
    assert whole(pieces).startswith("… ")
    assert whole(pieces).endswith(" …")


def test_a_snippet_is_short_and_cut_between_words() -> None:
    text = f"{LONG} her varsler kommunen straks. {LONG}"
    shown = whole(snippet(text, wanted("varsle"))).strip("… ")

    assert len(shown) <= PROFILE.shown.snippet
    assert set(shown.split()) <= set(text.split())


def test_a_short_text_is_its_own_snippet() -> None:
    assert snippet("Kommunen  kører\nborgeren.", wanted("køre")) == [
        ("Kommunen ", False),
        ("kører", True),
        (" borgeren.", False),
    ]


def test_a_snippet_without_the_words_is_the_beginning() -> None:
    assert whole(snippet(LONG, wanted("kommune"))).startswith("ord0 fylder teksten")


def test_a_text_of_one_endless_word_is_cut_somehow() -> None:
    assert whole(snippet("a" * 900, set()))


_texts = st.one_of(
    st.text(max_size=300),
    st.lists(
        st.sampled_from("kommunen varsler § 13 a-c 72 timer, og – <b> ord".split(" ")),
        max_size=90,
    ).map(" ".join),
)


@given(_texts, st.sampled_from(["kommune", "varsle 13b", "72 timer ord", ""]))
def test_marking_changes_no_letter(text: str, question: str) -> None:
    pieces = mark(text, wanted(question))

    assert whole(pieces) == text
    assert all(piece for piece, _ in pieces)


@given(_texts, st.sampled_from(["kommune", "varsle 13b", "72 timer ord", ""]))
def test_a_snippet_is_a_stretch_of_the_text(text: str, question: str) -> None:
    shown = whole(snippet(text, wanted(question)))

    assert shown.removeprefix("… ").removesuffix(" …") in " ".join(text.split())
