"""Two duties where the verb is told once."""

import pytest

from tests.suggest.samples import fields_of

WHO = ("responsible", "task", "deadline")


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Hospitalet ringer samme dag, kommunen dagen efter.",
            [("hospital", "ringe", "samme dag"), ("kommune", "ringe", "dagen efter")],
        ),
        (
            "Hospitalet ringer straks, men kommunen først dagen efter.",
            [
                ("hospital", "ringe", "straks"),
                ("kommune", "ringe", "først dagen efter"),
            ],
        ),
        (
            "Regionen sender en status hvert forår, kommunen hvert efterår.",
            [
                ("region", "sende en status", "hvert forår"),
                ("kommune", "sende en status", "hvert efterår"),
            ],
        ),
        (
            "Ved fødslen ringer egen læge på andendagen, kommunen på femtedagen.",
            [
                ("praktiserende-laege", "ringe", "på andendagen"),
                ("kommune", "ringe", "på femtedagen"),
            ],
        ),
        (
            "Hospitalet skal svare inden for to dage, kommunen inden for en uge og "
            "apoteket straks.",
            [
                ("hospital", "svare", "inden for to dage"),
                ("kommune", "svare", "inden for en uge"),
                ("apotek", "svare", "straks"),
            ],
        ),
    ],
)
def test_each_has_its_own_time(text: str, rows: list[tuple[str, str, str]]) -> None:
    found = [(" ".join(who), task, time) for who, task, time in fields_of(text, *WHO)]

    assert found == rows


def test_it_is_what_the_row_before_tells() -> None:
    text = (
        "Egen læge skal ajourføre kortet straks. Hospitalet gør det ved hvert besøg, "
        "kommunen ved hver årskontrol."
    )

    assert fields_of(text, *WHO, "sure")[1:] == [
        (("hospital",), "ajourføre kortet", "ved hvert besøg", False),
        (("kommune",), "ajourføre kortet", "ved hver årskontrol", False),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Kommunen orienterer regionen samme dag, egen læge dagen efter.",
        "Kommunen sender brevet til regionen samme dag, egen læge dagen efter.",
        "Kommunen besøger borgeren samme dag, pårørende dagen efter.",
        "Kommunen orienterer borgeren, egen læge og hospitalet samme dag.",
        "Kommunen ringer inden to dage, ved feber dog inden to timer.",
    ],
)
def test_to_whom_it_may_be_done_is_never_told_as_who_does_it(text: str) -> None:
    assert fields_of(text, "responsible") == [("kommune",)]
