"""How columns share the breadth."""

from hypothesis import given
from hypothesis import strategies as st

from registry.documents.blocks import Span, Table, text
from registry.exports.column_widths import KEPT, needed, shared

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
