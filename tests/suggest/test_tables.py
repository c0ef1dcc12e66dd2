"""Tables that stand as lines of text.

Also covers registry/suggest/labelled_rows.py.
"""

import pytest

from registry.suggest.tables import columns_of
from tests.suggest.samples import fields_of

WHO = ("responsible", "task", "deadline")


@pytest.mark.parametrize("between", [" – ", " | ", "\t", " - "])
def test_each_line_is_a_row_by_the_columns_of_the_first(between: str) -> None:
    lines = (
        ("Hvem", "Hvad", "Hvornår"),
        ("Hospitalet", "anlægger kateter", "før hjemsendelse"),
        ("Apoteket", "Levere væsker", "senest kl. 16 dagen før brug"),
    )
    text = "\n".join(between.join(line) for line in lines)

    assert fields_of(text, *WHO, "sure") == [
        (("hospital",), "anlægge kateter", "før hjemsendelse", True),
        (("apotek",), "levere væsker", "senest kl. 16 dagen før brug", True),
    ]


def test_a_column_may_say_what_is_done_with_the_first() -> None:
    text = (
        "Hjælpemiddel | Leveres af | Betales af | Frist\n"
        "Seng i hjemmet | Kommunen | Regionen | Senest på udskrivningsdagen\n"
    )

    assert fields_of(text, *WHO, "payer") == [
        (
            ("kommune",),
            "levere seng i hjemmet",
            "Senest på udskrivningsdagen",
            ("region",),
        )
    ]


def test_sentences_stand_before_a_table_and_after_it() -> None:
    text = (
        "Hospitalet ringer til kommunen.\n"
        "Opgave | Ansvarlig | Frist\nKøre borgeren | Kommunen | Samme dag\n"
        "Egen læge skriver brevet straks.\n"
    )

    assert fields_of(text, "responsible") == [
        ("hospital",),
        ("kommune",),
        ("praktiserende-laege",),
    ]


@pytest.mark.parametrize(
    ("line", "asked"), [("Væver | vejer | straks", "Væver"), ("Kommunen – kører", "")]
)
def test_whom_a_line_does_not_tell_is_asked_about(line: str, asked: str) -> None:
    text = f"Hvem | Hvad | Hvornår\n{line}"

    assert fields_of(text, "asked") == ([asked] if asked else [])


@pytest.mark.parametrize(
    "line",
    ["Kommunen | ingen opgaver | -", "- | kører | straks", "Kommunen | | straks"],
)
def test_a_line_without_a_task_or_an_actor_is_no_row(line: str) -> None:
    assert fields_of(f"Hvem | Hvad | Hvornår\n{line}", "task") == []


@pytest.mark.parametrize(
    "head",
    [
        "Kommunen – som altid – ringer.",
        "Frist – betales af",
        "Hjælpemiddel | Ansvarlig | Frist",
        "Hvem",
        "",
    ],
)
def test_a_line_that_names_no_task_or_nobody_is_no_head(head: str) -> None:
    assert columns_of(head) == ()
