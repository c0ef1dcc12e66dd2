"""A picture on paper."""

from hypothesis import given

from registry.rules.pathway.arrangement import column, grid, measured
from registry.rules.pathway.sheet import breadth, sheet, sheets, stacked
from registry.rules.pathway.story import Story
from tests.rules.pathway.samples import path, paths, task
from tests.rules.pathway.test_arrangement import check

A3 = (404, 262)
SHAPE = A3[0] / A3[1]


def many() -> Story:
    phases = ("henvisning", "indlaeggelse", "udskrivning", "alle-faser")
    return path(*(task(str(n), phases[n % 4]) for n in range(40)))


def test_the_sheet_is_used_better_than_by_a_picture_for_a_screen() -> None:
    told_of = measured(many())
    best = breadth(sheet(told_of, *A3), SHAPE)
    assert best <= breadth(grid(told_of, 7), SHAPE)
    assert best <= breadth(column(told_of, 4, abreast=True), SHAPE)


def test_stacks_are_about_as_high() -> None:
    told_of = measured(many())
    one, two = stacked(told_of, 2, stacks=1), stacked(told_of, 2, stacks=2)
    assert two.height < 0.6 * one.height


def test_two_sheets_hold_the_whole_path_between_them() -> None:
    story = many()
    first, second = sheets(story, 281, 176)
    assert {t.id for t in (*first.story.tasks, *second.story.tasks)} == {
        t.id for t in story.tasks
    }
    assert first.story.all_phases[-1] == story.all_phases[1]


def test_a_path_of_one_phase_goes_on_one_sheet() -> None:
    (only,) = sheets(path(task("a")), 281, 176)
    assert [t.id for t in only.story.tasks] == ["aftale.a"]


def test_a_path_without_tasks_takes_no_room() -> None:
    assert sheet(measured(path()), *A3).height == 0


@given(paths())
def test_on_paper_nothing_overlaps(story: Story) -> None:
    told_of = measured(story)
    check(told_of, sheet(told_of, *A3))
    check(told_of, stacked(told_of, 2, stacks=2))
