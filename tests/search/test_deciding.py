"""The sentence of a row that decides a question of yes or no, on the shipped catalogue;
and what the word list sets apart, which no row of another kind answers.

Also covers registry/search/set_apart.py.
"""

from collections.abc import Callable
from typing import Any

import pytest

FREE = "det er frivilligt for beboeren"
FAR = "mere end 50 km"


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Skal beboerne på bostedet skifte til vores faste læge?", FREE),
        ("Skal en beboer på bostedet skifte til den faste læge?", FREE),
        ("mand 58, GOP, 12 km til genoptræning. skal vi køre ham?", FAR),
        ("skal vi køre en borger til genoptræning når der er 60 km", FAR),
        (
            "Datter på 12 er ked af det og tør ikke gå i skole. Skal vi have en "
            "henvisning fra lægen før kommunen vil hjælpe?",
            "der kræves ingen henvisning",
        ),
    ],
)
def test_a_question_of_yes_or_no_is_met_with_what_decides_it(
    asked: Callable[..., Any], question: str, sentence: str
) -> None:
    assert sentence in asked(question)["first_lines"][0]["text"]


def test_what_nobody_knows_decides_nothing(asked: Callable[..., Any]) -> None:
    line = asked("skal vi køre en borger til genoptræning i 2027")["first_lines"][0]

    assert "ikke oplyst" not in line["text"]


@pytest.mark.parametrize(
    "question",
    [
        "hvem tager på de forebyggende hjemmebesøg hos folk over 75",
        "forebyggende hjemmebesøg hvem gør det",
        "hvem har kontrollen af type 1-diabetes",
        "type 1-diabetes egen læge",
    ],
)
def test_what_is_set_apart_is_not_answered_by_another_kind(
    asked: Callable[..., Any], question: str
) -> None:
    assert asked(question)["answers"] == []


@pytest.mark.parametrize(
    ("question", "row"),
    [
        (
            "hvem laver vederlagsfri fysioterapi",
            "genoptraening.vederlagsfri-fysioterapi",
        ),
        (
            "sundhedstjek på botilbud hvem laver det",
            "overenskomst-almen-praksis.sundhedstjek-paa-botilbud",
        ),
    ],
)
def test_a_row_of_that_very_name_answers(
    asked: Callable[..., Any], question: str, row: str
) -> None:
    assert asked(question)["answers"][0]["id"] == row
