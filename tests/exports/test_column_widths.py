"""How columns share the breadth."""

from hypothesis import given
from hypothesis import strategies as st

from registry.documents.blocks import Span, Table, text
from registry.exports.column_widths import (
    AROUND,
    BREADTH,
    KEPT,
    PIECE,
    SIZE,
    fitting,
    needed,
    shared,
)

SIZES = st.lists(
    st.tuples(st.floats(1, 500), st.floats(0, 300)), min_size=1, max_size=12
)


def test_a_column_gets_what_its_longest_word_takes() -> None:
    assert shared([100, 20], [40, 50]) == [70, 50]


def test_where_there_is_too_little_each_gets_its_share() -> None:
    assert shared([50, 50], [80, 80]) == [50, 50]
    first, *rest = shared([100, 10, 10], [10, 60, 110])
    assert first == 100 * KEPT
    assert rest == [30, 30]


def test_who_lacks_little_gets_all_of_it() -> None:
    assert shared([100, 10, 10], [70, 15, 110]) == [70, 15, 35]


def test_what_has_room_stays_as_it_is() -> None:
    assert shared([30, 70], [30, 10]) == [30, 70]


def test_heads_count_and_addresses_do_not() -> None:
    row = (text("a"), text(Span("https://katalog.example/et-langt-navn", bold=True)))
    first, second = needed(Table("", ("Behandlingsansvar", "b"), (row,)), 10)
    assert first > 80
    assert second < 10


@given(SIZES)
def test_the_breadth_is_the_same_and_no_column_disappears(
    sizes: list[tuple[float, float]],
) -> None:
    widths, needs = [w for w, _ in sizes], [n for _, n in sizes]
    made = shared(widths, needs)
    assert abs(sum(made) - sum(widths)) < 1e-6 * sum(widths)
    for width, need, now in zip(widths, needs, made, strict=True):
        assert now >= min(width, max(need, KEPT * width)) - 1e-6


LONG = "Et meget langt svar, som fylder mange linjer, hvor der er lidt plads. " * 4


def test_breadth_goes_where_it_saves_lines() -> None:
    rows = [(text("Nr. 1"), text(LONG), text("–"))] * 3
    number, long, nothing = fitting(("Nr.", "Hvad", "Frist"), rows)
    assert long > 5 * number
    assert long > 5 * nothing


def test_two_columns_that_say_as_much_get_as_much() -> None:
    first, second = fitting(("a", "b"), [(text(LONG), text(LONG))] * 4)
    assert abs(first - second) < 0.2 * first


def test_a_table_without_rows_has_columns_all_the_same() -> None:
    assert all(width > 0 for width in fitting(("Opgave", "Frist"), []))


@given(
    st.lists(
        st.tuples(st.text("ab \n", max_size=300), st.text("ab ", max_size=60)),
        max_size=60,
    )
)
def test_every_column_has_room_for_its_longest_word_where_the_breadth_allows_it(
    cells: list[tuple[str, str]],
) -> None:
    head = ("Opgave", "Frist")
    rows = tuple((text(first), text(second)) for first, second in cells)
    needs = [need + AROUND for need in needed(Table("", head, rows), SIZE)]

    widths = fitting(head, rows)

    if sum(needs) <= BREADTH:
        assert all(w >= n - 1 for w, n in zip(widths, needs, strict=True))
        assert BREADTH - PIECE - 2 <= sum(widths) <= BREADTH + 2
    assert fitting(head, rows) == widths
