"""A picture on paper.

Also covers registry/rules/pathway/columns.py and registry/rules/pathway/joining.py.
"""

import pytest
from hypothesis import given

from registry.rules.pathway.arrangement import (
    Arrangement,
    column,
    grid,
    measured,
)
from registry.rules.pathway.joining import below
from registry.rules.pathway.sheet import (
    LEGIBLE,
    READABLE,
    SheetPart,
    _in_columns,
    breadth,
    points,
    sheet,
    sheets,
    stacked,
)
from registry.rules.pathway.story import Story, ToldField
from registry.rules.pathway.tile import CLOSE, ON_PAPER
from tests.rules.pathway.samples import path, paths, task
from tests.rules.pathway.test_arrangement import check

A3 = (404, 262)
A4 = (281, 179)
SHAPE = A3[0] / A3[1]


def many() -> Story:
    phases = ("henvisning", "indlaeggelse", "udskrivning", "alle-faser")
    return path(*(task(str(n), phases[n % 4]) for n in range(40)))


def long(count: int) -> Story:
    """Tasks about as wordy as those of the catalogue."""
    phases = ("henvisning", "indlaeggelse", "udskrivning", "efter-udskrivning")
    lanes = ("almen-praksis", "region", "kommune")
    facts = (
        ToldField("responsible", "Udføres af", "Psykiatrisk center, kommune"),
        ToldField("deadline", "Frist", "Straks når udskrivningsdatoen kendes"),
        ToldField("situation", "", "Borgeren har psykisk sygdom og bor på et bosted"),
    )
    return path(
        *(
            task(
                str(n),
                phases[n * len(phases) // count],
                task=f"Orientere kommunen om den kommende udskrivning {n}",
                lanes=(lanes[n % 3],),
                facts=facts,
            )
            for n in range(count)
        )
    )


def test_the_sheet_is_used_better_than_by_a_picture_for_a_screen() -> None:
    sized = measured(many())
    best = breadth(sheet(sized, *A3), SHAPE)
    assert best <= breadth(grid(sized, 7), SHAPE)
    assert best <= breadth(column(sized, 4, abreast=True), SHAPE)


def test_stacks_are_about_as_high() -> None:
    sized = measured(many())
    one, two = (
        stacked(sized, 2, stacks=1),
        stacked(sized, 2, stacks=2),
    )
    assert two.height < 0.6 * one.height


def placed(parts: list[SheetPart]) -> list[str]:
    return sorted(anchor for part in parts for anchor in part.made.spots)


@pytest.mark.parametrize("least", [1, 2])
def test_the_sheets_hold_the_whole_path_between_them(least: int) -> None:
    sized = measured(many())
    parts = sheets(sized.story, *A4, least)
    assert placed(parts) == sorted(tile.anchor for tile in sized.tiles)


def test_two_sheets_are_parted_between_phases_where_that_is_readable() -> None:
    story = path(
        *(
            task(str(n), f"{'henvisning indlaeggelse'.split()[n % 2]}")
            for n in range(10)
        )
    )
    first, second = sheets(story, *A4, 2)
    assert [phase.key for phase in first.sized.story.all_phases] == ["henvisning"]
    assert [phase.key for phase in second.sized.story.all_phases] == ["indlaeggelse"]


def test_a_path_of_one_phase_goes_on_one_sheet() -> None:
    (only,) = sheets(path(task("a")), *A4, 2)
    assert [t.id for t in only.sized.story.tasks] == ["aftale.a"]


@pytest.mark.parametrize("count", [1, 30, 60, 90, 200, 400])
def test_the_letters_of_a_path_of_any_length_can_be_read(count: int) -> None:
    story = long(count)
    for size, most in ((A3, 1), (A4, 2)):
        parts = sheets(story, *size, most)
        assert min(points(part.made, *size) for part in parts) >= LEGIBLE
        assert len({part.made.width for part in parts[1:]}) <= 1


@pytest.mark.parametrize(("size", "most"), [(A3, 1), (A4, 2)])
def test_one_sheet_of_a3_or_two_of_a4_hold_a_hundred_and_thirty_tiles(
    size: tuple[int, int], most: int
) -> None:
    assert len(sheets(long(130), *size, most)) == most


def test_a_path_that_can_be_read_with_large_letters_is_not_set_closer() -> None:
    (part,) = sheets(long(20), *A3, 1)
    assert part.sized.setting == ON_PAPER
    assert points(part.made, *A3) >= READABLE


def test_no_more_sheets_are_taken_than_are_needed() -> None:
    parts = sheets(long(400), *A3, 1)
    assert all(part.made.spots for part in parts)
    fewer = _in_columns(parts[0].sized, SHAPE, len(parts) - 1)
    assert points(fewer[0].made, *A3) < LEGIBLE


def test_a_tile_higher_than_a_sheet_is_set_all_the_same() -> None:
    story = path(task("a", task="meget lange ord " * 300), task("b"))
    assert len(placed(sheets(story, *A4, 1))) == 2


def test_a_path_without_tasks_takes_no_room() -> None:
    assert sheet(measured(path()), *A3).height == 0


@given(paths())
def test_on_paper_nothing_overlaps(story: Story) -> None:
    sized = measured(story)
    check(sized, sheet(sized, *A3))
    check(sized, stacked(sized, 2, stacks=2))


@given(paths())
def test_on_several_sheets_nothing_overlaps_and_nothing_is_left_out(
    story: Story,
) -> None:
    sized = measured(story, CLOSE)
    if not sized.tiles:
        return
    whole = Arrangement(0)
    for part in _in_columns(sized, SHAPE, 2):
        below(whole, part.made, whole.height + 1)
    check(sized, whole)
