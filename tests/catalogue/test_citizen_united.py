"""Rows that a citizen reads as one rule: all of each, and what they share once."""

from typing import Any

import pytest

from registry.catalogue.citizen import guide
from registry.catalogue.citizen_united import United, by_part, united
from registry.models import Choice
from tests.catalogue.shelf import EARLY, Shelf

PLAIN = {
    "Levere puder": "leverer puder til dig",
    "Levere senge": "leverer en seng til dig",
    "Kan levere": "kan levere ting til dig",
    "Varigt": "Hvis du har et varigt behov.",
    "Hjemme": "Hvis du er hjemme.",
    "Senge": "Reglen handler ikke om madrasser.",
    "Kommune": "kommunen",
}
VARIGT = {"situation": "Varigt", "responsible": ["kommune"], "payer": ["kommune"]}
PUDER, SENGE = {"task": "Levere puder"}, {"task": "Levere senge"}


@pytest.fixture
def shelf(shelf: Shelf) -> Shelf:
    plain = [
        ("plain-words", f"alle.tekst-{number}", label, [text])
        for number, (text, label) in enumerate(PLAIN.items())
    ]
    named = [("actors", "kommune", "Kommune", []), ("phases", "akut", "Akut", [])]
    shelf.add(
        *(
            Choice(
                scheme=scheme,
                key=key,
                position=0,
                label=label,
                also=also,
                recorded_at=EARLY,
            )
            for scheme, key, label, also in [*plain, *named]
        )
    )
    return shelf


def told(shelf: Shelf, *rows: dict[str, Any], group: str = "") -> list[United]:
    sure = {"confirmed": True, "phase": "akut"}
    shelf.publish(
        "a", *({"key": f"r{at}", **sure, **row} for at, row in enumerate(rows))
    )
    (chapter,) = guide(shelf.at(), shelf.at().answering_rows, None, group).chapters
    return united(chapter.tellings)


def test_rows_of_one_condition_and_one_actor_are_one_rule(shelf: Shelf) -> None:
    (one,) = told(
        shelf,
        {**VARIGT, **PUDER},
        {**VARIGT, **SENGE, "does_not_apply_to": "Senge"},
    )
    assert one.lead == "Hvis du har et varigt behov, gør kommunen dette:"
    assert [(t.row.id, text) for t, text in one.items] == [
        ("a.r0", "leverer puder til dig."),
        ("a.r1", "leverer en seng til dig. Reglen handler ikke om madrasser."),
    ]
    assert one.rest.endswith("Kommunen betaler.")
    assert one.text.count("Kommunen betaler.") == 1


def test_rows_that_say_the_same_are_told_once_with_all_they_add(shelf: Shelf) -> None:
    (one,) = told(
        shelf,
        {**VARIGT, **PUDER},
        {**VARIGT, **PUDER, "does_not_apply_to": "Senge"},
    )
    assert (len(one.tellings), one.items) == (2, ())
    assert "Reglen handler ikke om madrasser." in one.rest


@pytest.mark.parametrize(
    "other",
    [
        {**VARIGT, **SENGE, "confirmed": False},
        {**VARIGT, **SENGE, "situation": "Hjemme"},
        {**VARIGT, **SENGE, "responsible": []},
        {**VARIGT, "task": "Kan levere"},
        {**VARIGT, **SENGE, "situation": ""},
    ],
)
def test_what_differs_in_what_limits_it_stands_by_itself(
    shelf: Shelf, other: dict[str, Any]
) -> None:
    assert [len(one.tellings) for one in told(shelf, {**VARIGT, **PUDER}, other)] == [
        1,
        1,
    ]


def test_what_stands_apart_is_gathered_where_the_first_stands(shelf: Shelf) -> None:
    lines = told(
        shelf,
        {**VARIGT, **PUDER, "task_key": "puder"},
        {**PUDER, "situation": "Hjemme", "responsible": ["kommune"]},
        {**VARIGT, **SENGE, "task_key": "senge"},
    )
    assert [[t.row.id for t in one.tellings] for one in lines] == [
        ["a.r0", "a.r2"],
        ["a.r1"],
    ]


def test_a_part_for_some_readers_is_one_section(shelf: Shelf) -> None:
    homeless = {"target_groups": ["hjemloese"]}
    lines = told(
        shelf,
        {**VARIGT, **SENGE, **homeless},
        {**VARIGT, **PUDER},
        group="psykisk-sygdom",
    )
    assert [(heading, len(some)) for heading, some in by_part(lines)] == [
        ("", 1),
        ("Er du hjemløs", 1),
    ]
