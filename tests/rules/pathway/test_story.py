"""What a path tells."""

from registry.rules.pathway.story import anchors_of, lanes_of
from tests.rules.pathway.samples import path, task


def keys(named: object) -> list[str]:
    return [one.key for one in named]  # type: ignore[attr-defined]


def test_phases_stand_in_their_order_whatever_that_of_the_tasks() -> None:
    told = path(task("a", "udskrivning"), task("b", "henvisning"))
    assert keys(told.phases) == ["henvisning", "indlaeggelse", "udskrivning"]


def test_a_phase_between_two_others_is_seen_to_be_empty() -> None:
    told = path(task("a", "forebyggelse"), task("b", "indlaeggelse"))
    assert "henvisning" in keys(told.phases)
    assert told.of("henvisning") == ()


def test_phases_without_an_order_stand_by_themselves() -> None:
    told = path(task("a"), task("b", "alle-faser"))
    assert keys(told.phases) == ["henvisning"]
    assert keys(told.anytime) == ["alle-faser"]


def test_only_lanes_with_tasks_are_shown() -> None:
    told = path(task("a"), task("b", lanes=("region", "kommune")))
    assert keys(told.lanes) == ["region", "kommune"]


def test_a_task_of_two_sectors_stands_in_both_lanes() -> None:
    shared = task("b", lanes=("region", "kommune"))
    told = path(shared)
    assert told.cells["henvisning", "region"].tasks == (shared,)
    assert told.cells["henvisning", "kommune"].tasks == (shared,)


def test_each_tile_has_an_address_of_its_own_and_the_first_is_the_rows() -> None:
    anchors = anchors_of(path(task("b", lanes=("region", "kommune"))))
    assert anchors["aftale.b", "region"] == "aftale.b"
    assert anchors["aftale.b", "kommune"] == "aftale.b--kommune"


def test_whoever_has_a_lane_is_not_also_among_the_others() -> None:
    assert lanes_of(["privat", "kommune", None]) == ("kommune",)


def test_without_a_lane_of_their_own_they_stand_among_the_others() -> None:
    assert lanes_of(["privat"]) == ("andre",)
    assert lanes_of([None]) == ("andre",)
    assert lanes_of([]) == ("andre",)


def test_a_path_without_tasks_has_no_phases() -> None:
    told = path()
    assert (told.phases, told.anytime, told.lanes, told.cells) == ((), (), (), {})


def test_a_part_of_a_path_is_a_path() -> None:
    told = path(task("a", "henvisning"), task("b", "udskrivning"), task("c", "akut"))
    part = told.within(["udskrivning", "akut"])
    assert keys(part.all_phases) == ["udskrivning", "akut"]
    assert [one.id for one in part.tasks] == ["aftale.b", "aftale.c"]
