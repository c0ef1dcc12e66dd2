"""Who carries the medical responsibility, and where it changes hands."""

from registry.rules.pathway.ribbon import (
    HandOver,
    change_in_words,
    ribbon_of,
    strand_in_words,
)
from registry.rules.pathway.story import NOT_ASKED, NOT_STATED, STATED, Story
from tests.rules.pathway.samples import path, silent, task

HOSPITAL, DOCTOR = ("Hospital",), ("Praktiserende læge",)


def hand_overs(story: Story) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [(h.phase, h.givers, h.takers) for h in ribbon_of(story).hand_overs]


def test_the_ribbon_says_who_carries_it_and_when() -> None:
    story = path(task("a", carriers=HOSPITAL, deadline="I 72 timer"))
    strand = ribbon_of(story).strands["henvisning"][0]
    assert (strand.state, strand_in_words(strand)) == (
        STATED,
        ("Hospital", "I 72 timer"),
    )


def test_without_a_deadline_it_says_what_for() -> None:
    story = path(task("a", carriers=HOSPITAL))
    strand = ribbon_of(story).strands["henvisning"][0]
    assert strand_in_words(strand) == ("Hospital", "Gøre a")


def test_tasks_of_the_same_carrier_are_one_piece() -> None:
    story = path(task("a", carriers=HOSPITAL), task("b", carriers=HOSPITAL))
    (strand,) = ribbon_of(story).strands["henvisning"]
    assert len(strand.tasks) == 2


def test_what_is_not_stated_breaks_the_ribbon() -> None:
    story = path(task("a", carriers=HOSPITAL), silent("b"), silent("c"))
    whole, broken = ribbon_of(story).strands["henvisning"]
    assert (whole.state, broken.state) == (STATED, NOT_STATED)
    assert strand_in_words(broken) == ("Ikke oplyst", "i 2 opgaver")


def test_not_relevant_to_a_task_is_not_said_of_the_phase() -> None:
    (strand,) = ribbon_of(path(task("a"))).strands["henvisning"]
    assert strand.state == NOT_ASKED
    assert strand_in_words(strand) == (
        "Siges ikke",
        "ingen opgave her rejser spørgsmålet",
    )


def test_a_phase_without_tasks_says_so() -> None:
    story = path(task("a", "forebyggelse"), task("b", "indlaeggelse"))
    (strand,) = ribbon_of(story).strands["henvisning"]
    assert strand_in_words(strand)[0] == "Ingen opgaver"


def test_it_changes_hands_between_two_phases_with_one_answer_each() -> None:
    story = path(
        task("a", "henvisning", carriers=DOCTOR),
        task("b", "indlaeggelse", carriers=HOSPITAL),
    )
    assert hand_overs(story) == [("indlaeggelse", DOCTOR, HOSPITAL)]


def test_it_changes_hands_within_a_phase_as_its_agreement_tells() -> None:
    story = path(
        task("a", "efter-udskrivning", carriers=HOSPITAL),
        task("b", "efter-udskrivning", carriers=DOCTOR),
    )
    assert hand_overs(story) == [("efter-udskrivning", HOSPITAL, DOCTOR)]


def test_two_agreements_of_one_phase_speak_of_two_cases() -> None:
    story = path(
        task("a", carriers=HOSPITAL), task("b", carriers=DOCTOR, agreement="anden")
    )
    assert hand_overs(story) == []


def test_a_break_hides_whether_it_changed_hands() -> None:
    story = path(
        task("a", "henvisning", carriers=DOCTOR),
        silent("b", "henvisning"),
        task("c", "indlaeggelse", carriers=HOSPITAL),
    )
    assert hand_overs(story) == []


def test_the_same_carrier_goes_on() -> None:
    story = path(
        task("a", "henvisning", carriers=DOCTOR),
        task("b", "indlaeggelse", carriers=DOCTOR),
    )
    assert hand_overs(story) == []


def test_phases_without_an_order_follow_on_nothing() -> None:
    story = path(
        task("a", "henvisning", carriers=DOCTOR),
        task("b", "alle-faser", carriers=HOSPITAL),
    )
    assert hand_overs(story) == []


def test_a_task_that_takes_it_over_is_a_point_by_itself() -> None:
    story = path(task("a", carriers=HOSPITAL, takes_over=True))
    assert hand_overs(story) == [("henvisning", (), HOSPITAL)]


def test_a_hand_over_without_a_receiver_is_a_point_too() -> None:
    story = path(silent("a", takes_over=True))
    (found,) = ribbon_of(story).hand_overs
    assert change_in_words(found) == "Ansvaret overtages af nogen, der ikke er oplyst"


def test_a_hand_over_says_from_whom_to_whom() -> None:
    found = HandOver("henvisning", 0, HOSPITAL, DOCTOR, task("a"))
    assert change_in_words(found) == "Ansvaret går fra Hospital til Praktiserende læge"
