"""Differences by words: what was added and removed, in texts that can be put together
again.
"""

from itertools import pairwise
from time import thread_time

from hypothesis import given
from hypothesis import strategies as st

from registry.rules.worddiff import Piece, Side, pieces

TEXTS = st.lists(
    st.sampled_from(
        ["Kommunen ", "betaler", "  ", ". ", "\n", "\n\n", "region", "regionen\n", " "]
    )
).map("".join)


def shown(before: str, after: str) -> str:
    marks = {Side.SAME: "{}", Side.ADDED: "+{}+", Side.REMOVED: "-{}-"}
    return "".join(
        marks[piece.part].format(piece.text) for piece in pieces(before, after)
    )


def without(part: Side, diff: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in diff if piece.part is not part)


def test_a_changed_word_stands_beside_the_one_it_replaced() -> None:
    assert shown("Kommunen betaler alt", "Regionen betaler alt") == (
        "-Kommunen -+Regionen +betaler alt"
    )


def test_equal_texts_are_one_piece() -> None:
    assert pieces("Alt er godt.", "Alt er godt.") == (Piece("Alt er godt.", Side.SAME),)
    assert pieces("", "") == ()


def test_a_text_against_none_is_all_added_or_all_removed() -> None:
    assert pieces("", "Ny tekst") == (Piece("Ny tekst", Side.ADDED),)
    assert pieces("Gammel tekst", "") == (Piece("Gammel tekst", Side.REMOVED),)


def test_words_at_the_end_do_not_run_together() -> None:
    assert shown("Region", "Region og kommune") == "Region +og kommune+"
    assert shown("Region og kommune", "Region") == "Region- og kommune-"
    assert (
        shown("betalt af region", "betalt af kommune nu")
        == "betalt af -region -+kommune nu+"
    )


def test_only_the_changed_paragraph_is_taken_apart() -> None:
    before = "Første afsnit.\n\nAndet afsnit om kommunen.\n\nTredje afsnit.\n"
    after = "Første afsnit.\n\nAndet afsnit om regionen.\n\nTredje afsnit.\n"

    assert shown(before, after) == (
        "Første afsnit.\n\nAndet afsnit om -kommunen.\n\n-+regionen.\n\n+Tredje "
        "afsnit.\n"
    )


def test_an_added_paragraph_is_added_whole() -> None:
    assert shown("Et.\n\nTre.\n", "Et.\n\nTo.\n\nTre.\n") == "Et.\n\n+To.\n\n+Tre.\n"


def test_white_space_alone_is_no_difference_of_words() -> None:
    assert pieces("Et\nto  tre", "Et to tre") == (Piece("Et to tre", Side.SAME),)


@given(TEXTS, TEXTS)
def test_the_pieces_make_up_both_texts(before: str, after: str) -> None:
    diff = pieces(before, after)

    assert without(Side.REMOVED, diff) == after
    assert without(Side.ADDED, diff).split() == before.split()


@given(TEXTS)
def test_a_text_against_itself_is_all_the_same(text: str) -> None:
    assert {piece.part for piece in pieces(text, text)} <= {Side.SAME}


@given(TEXTS, TEXTS)
def test_neighbours_are_never_of_one_part(before: str, after: str) -> None:
    parts = [piece.part for piece in pieces(before, after)]

    assert all(one is not next_ for one, next_ in pairwise(parts))


def test_a_long_text_is_compared_within_a_second() -> None:
    words = [f"ord{at % 997} " if at % 15 else "slut. " for at in range(20_000)]
    paragraphs = [word + "\n\n" * (at % 100 == 99) for at, word in enumerate(words)]
    changed = [
        "ændret " if at % 17 == 3 else word for at, word in enumerate(paragraphs)
    ]
    began = thread_time()
    diff = pieces("".join(paragraphs), "".join(changed))

    assert thread_time() - began < 1
    assert without(Side.REMOVED, diff) == "".join(changed)


def test_two_long_texts_with_nothing_in_common_are_put_beside_each_other() -> None:
    before, after = "gammel " * 1500, "ny " * 1500

    assert pieces(before, after) == (
        Piece(before, Side.REMOVED),
        Piece(after, Side.ADDED),
    )
