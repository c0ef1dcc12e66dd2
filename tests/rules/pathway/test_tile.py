"""What stands on a tile, and how high it is."""

from hypothesis import given

from registry.documents.lettering import width_of
from registry.rules.pathway.story import NOT_STATED, Task, ToldField
from registry.rules.pathway.tile import (
    CLOSE,
    ON_PAPER,
    ON_SCREEN,
    PADDING,
    tile_of,
    tiles_of,
)
from tests.rules.pathway.samples import path, task, tasks


def words(of: Task) -> dict[str, str]:
    tile = tile_of(of, "kommune", of.id)
    return {p.name: " ".join(p.lines) for p in tile.paragraphs}


def test_a_tile_says_what_who_and_when() -> None:
    facts = (
        ToldField("responsible", "Udføres af", "Kommune"),
        ToldField("deadline", "Frist", "Straks"),
        ToldField("situation", "Situation", "Borgeren er indlagt"),
    )
    assert words(task("a", facts=facts)) == {
        "task": "Gøre a",
        "responsible": "Kommune",
        "deadline": "Frist: Straks",
        "situation": "Borgeren er indlagt",
        "ask": "Spørg",
    }


def test_a_long_situation_stands_whole() -> None:
    long = "Borgeren er indlagt og har behov for støtte, men det er ikke kommunen " * 3
    told = words(task("a", facts=(ToldField("situation", "Situation", long),)))
    assert told["situation"] == long.strip()


def test_on_paper_a_tile_is_lower_and_its_lines_are_the_same() -> None:
    facts = (ToldField("situation", "Situation", "Borgeren er indlagt " * 9),)
    screen = tile_of(task("a", facts=facts), "kommune", "a")
    paper = tile_of(task("a", facts=facts), "kommune", "a", ON_PAPER)
    assert paper.height < screen.height
    assert [p.lines for p in paper.paragraphs] == [
        p.lines for p in screen.paragraphs if p.name != "ask"
    ]


FACTS = (
    ToldField("responsible", "Udføres af", "Region, Kommune"),
    ToldField("deadline", "Frist", "Straks"),
    ToldField(
        "situation", "Situation", "Borgeren er indlagt, men ikke til observation"
    ),
    ToldField("confirmed", "", "ikke bekræftet", NOT_STATED),
)


def test_set_closer_the_facts_run_on_and_none_is_left_out() -> None:
    paper = tile_of(task("a", facts=FACTS), "kommune", "a", ON_PAPER)
    close = tile_of(task("a", facts=FACTS), "kommune", "a", CLOSE)
    assert close.height * close.width < paper.height * paper.width
    assert [" ".join(p.lines) for p in close.paragraphs] == [
        "Gøre a",
        "Region, Kommune · Frist: Straks",
        "Borgeren er indlagt, men ikke til observation · ikke bekræftet",
    ]


def test_set_closer_a_task_of_two_lanes_tells_its_condition_in_the_first() -> None:
    story = path(task("a", lanes=("region", "kommune"), facts=FACTS))
    (first,), (second,) = tiles_of(story, CLOSE).values()
    assert "observation" in " ".join(first.paragraphs[-1].lines)
    assert " ".join(second.paragraphs[-1].lines) == (
        "ikke bekræftet · resten står hos: Region"
    )
    assert second.paragraphs[:2] == first.paragraphs[:2]


def test_a_task_of_two_lanes_with_nothing_long_is_told_whole_in_both() -> None:
    story = path(task("a", lanes=("region", "kommune"), facts=FACTS[:2]))
    (first,), (second,) = tiles_of(story, CLOSE).values()
    assert first.paragraphs == second.paragraphs


def test_an_unstated_responsibility_is_a_mark_and_no_text() -> None:
    fact = ToldField("treatment_responsible", "Ansvar", "ikke oplyst", NOT_STATED)
    tile = tile_of(task("a", facts=(fact,)), "kommune", "a")
    assert tile.unsaid == fact
    assert "treatment_responsible" not in words(tile.task)


def test_a_stated_responsibility_is_text() -> None:
    fact = ToldField("treatment_responsible", "Ansvar", "Hospital")
    tile = tile_of(task("a", facts=(fact,)), "kommune", "a")
    assert tile.unsaid is None
    assert words(tile.task)["treatment_responsible"] == "Ansvar: Hospital"


def test_that_it_is_not_confirmed_stands_on_the_last_line() -> None:
    fact = ToldField("confirmed", "", "ikke bekræftet", NOT_STATED)
    ask, confirmed = tile_of(task("a", facts=(fact,)), "kommune", "a").paragraphs[-2:]
    assert (ask.name, confirmed.name) == ("ask", "confirmed")
    assert ask.top == confirmed.top
    assert ask.left < confirmed.left


@given(tasks(1))
def test_lines_fit_and_no_paragraph_reaches_into_the_next(one: Task) -> None:
    tile = tile_of(one, "kommune", one.id)
    for paragraph in tile.paragraphs:
        for line in paragraph.lines:
            kind = paragraph.type
            assert width_of(line, kind.size, bold=kind.bold) <= ON_SCREEN.inner
    tops = [p.top for p in tile.paragraphs]
    bottoms = [p.bottom for p in tile.paragraphs]
    assert all(b < t for b, t in zip(bottoms, tops[1:], strict=False))
    assert tile.height == bottoms[-1] + PADDING
