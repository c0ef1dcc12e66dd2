"""Points of a list with their lead-in."""

import pytest

from tests.suggest.samples import actions, fields_of, only


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Kommunen skal:\n- ringe", ("kommune", "ringe")),
        ("Kommunen:\n- ringer", ("kommune", "ringe")),
        ("Kommunen har ansvaret for:\n- at ringe", ("kommune", "ringe")),
        (
            "Kommunen har ansvaret for:\n- vagten",
            ("kommune", "have ansvaret for vagten"),
        ),
        ("Kommunen har følgende opgaver:\n- at ringe", ("kommune", "ringe")),
        ("Kommunen har følgende opgaver:\n- ringe", ("kommune", "ringe")),
        ("Regionens opgaver er følgende:\n- Måle", ("region", "måle")),
        ("Ved fravær skal:\n- hospitalet ringe", ("hospital", "ringe")),
        ("Ved fravær:\n- Hospitalet ringer.", ("hospital", "ringe")),
        ("Den enkelte kommune\n\n- ringer", ("kommune", "ringe")),
        ("Kommunen skal\n- ringe", ("kommune", "ringe")),
    ],
)
def test_a_point_goes_on_where_its_lead_in_stopped(
    text: str, action: tuple[str, str]
) -> None:
    assert actions(text) == [action]


def test_a_lead_in_that_ends_with_at_goes_on_whoever_is_named_in_the_point() -> None:
    text = (
        "Kommunen sørger for, at\n\n- borgeren får en kontaktperson, og\n- hjemmet ses."
    )

    assert [who for who, _ in actions(text)] == ["kommune", "kommune"]


def test_a_whole_sentence_over_a_list_is_no_lead_in_of_it() -> None:
    text = "Kommunen ringer.\n\n- Regionen skriver."

    assert actions(text) == [("kommune", "ringe"), ("region", "skrive")]


def test_points_that_are_actors_all_do_what_the_lead_in_says() -> None:
    text = "I mødet deltager:\n- hospitalet\n- egen læge."

    assert actions(text) == [
        ("hospital", "deltage"),
        ("praktiserende-laege", "deltage"),
    ]


def test_points_that_are_things_are_what_is_paid_for() -> None:
    text = "Følgende betales af regionen:\n- medicin"

    assert fields_of(text, "task", "payer") == [("betale medicin", ("region",))]


def test_a_lead_in_that_is_a_sentence_of_its_own_is_the_row() -> None:
    text = "Hospitalet ringer, når et af disse tegn ses:\n- feber\n- smerter"

    assert actions(text) == [("hospital", "ringe")]


def test_a_point_that_begins_with_a_verb_takes_nobody_from_after_it() -> None:
    assert actions("- orienterer kommunen") == [
        ("", "orientere kommunen")
    ] or not actions("- orienterer kommunen")


def test_a_task_may_stand_by_its_noun_under_whose_it_is() -> None:
    text = "## 2. Regionens opgaver\n\n- Drift af den fælles platform\n- Vedtægter\n"
    assert actions(text) == [
        ("region", "have ansvaret for drift af den fælles platform")
    ]


@pytest.mark.parametrize("before", ["(Alle voksne)", "[Gælder kun voksne]"])
def test_words_in_a_bracket_before_a_sentence_make_it_unsure(before: str) -> None:
    one = only(f"{before} Kommunen leverer kosten.")
    assert (one.responsible, one.task, one.sure) == (
        ("kommune",),
        "levere kosten",
        False,
    )


@pytest.mark.parametrize("before", ["(2)", "(b)"])
def test_a_number_in_brackets_before_a_sentence_is_its_own(before: str) -> None:
    assert only(f"{before} Kommunen leverer kosten.").sure
