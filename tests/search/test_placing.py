"""A municipality in a question chooses whose answer is shown, and is no word that a
row must hold; of the shipped catalogue.
"""

from collections.abc import Callable
from typing import Any

import pytest

from registry.clock import Moment, today
from registry.search.answer import Question
from registry.search.ask import Asker


@pytest.mark.parametrize(
    ("question", "place", "municipality"),
    [
        ("hvem bestiller hjemmehjælp", "i Gentofte", "gentofte"),
        ("hvem bestiller hjemmehjælp", "i Hvidovre", "hvidovre"),
        ("hvem bestiller hjemmehjælp", "i Københavns Kommune", "koebenhavn"),
        ("hvem bestiller hjemmehjælp", "på Bornholm", "bornholm"),
        ("hvem bestiller hjemmehjælp", "i lyngby-taarbæk", "lyngby-taarbaek"),
        ("hvem færdigmelder patienten", "i Gentofte", "gentofte"),
        ("varsling", "i Herlev", "herlev"),
        ("voksne", "i Herlev", "herlev"),
        ("genoptræning hvornår", "Gribskov", "gribskov"),
        ("skal kommunen betale tolk", "i Herlev", "herlev"),
    ],
)
def test_a_place_chooses_as_a_chosen_municipality_does(
    asked: Callable[..., Any], question: str, place: str, municipality: str
) -> None:
    alone = asked(question, municipality=municipality)
    named = asked(f"{question} {place}")

    assert alone["answers"]
    assert [row["id"] for row in named["answers"]] == [
        row["id"] for row in alone["answers"]
    ]


def test_a_place_within_the_question_does_too(asked: Callable[..., Any]) -> None:
    named = asked("genoptræning i Ballerup hvornår")["answers"]
    assert named == asked("genoptræning hvornår", municipality="ballerup")["answers"]


@pytest.mark.parametrize(
    "question",
    [
        "vejret i Hillerød",
        "åbningstider genbrugspladsen Herlev",
        "byggetilladelse i Ballerup",
        "borgmester i Herlev",
        "hvem bestiller hjemmehjælp i Roskilde",
        "hvad er forskellen på Gentofte og Herlev",
    ],
)
def test_a_place_makes_no_answer(asked: Callable[..., Any], question: str) -> None:
    assert asked(question)["abstained"]


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Gentofte", "organisation"),
        ("hvilket planområde hører Gentofte til", "organisation"),
        ("er Gentofte med i aftalen om faste læger", "agreement"),
    ],
)
def test_what_is_asked_of_the_place_itself_is_told_of_it(
    asked: Callable[..., Any], question: str, kind: str
) -> None:
    answer = asked(question)

    assert answer["cards"][0]["kind"] == kind
    assert answer["answers"] == []


@pytest.mark.parametrize(
    "question",
    [
        "borger fra Gentofte er indlagt i Glostrup, hvem er handlekommune",
        "mand fra Hvidovre på forsorgshjem i Ballerup hvem betaler",
        "hun er fra Tårnby og på herberg i Rødovre, hvem er handlekommune",
        "fra Frederikssund, bor på herberg i kbh, hvem betaler",
    ],
)
def test_who_is_of_one_municipality_and_in_another_is_in_another(
    asked: Callable[..., Any], question: str
) -> None:
    answers = asked(question)["answers"]
    assert answers[0]["id"] == "lovbestemt-handlekommune.ophold-i-anden-kommune"


@pytest.mark.parametrize(
    "question",
    [
        "tog fra Hillerød til Tårnby i morgen",
        "hvor langt er der fra Gentofte til Herlev",
        "cykelsti fra Ballerup ind i Herlev",
        "aftale mellem Herlev og Gentofte om svømning",
    ],
)
def test_two_places_alone_make_no_answer(
    asked: Callable[..., Any], question: str
) -> None:
    assert asked(question)["abstained"]


@pytest.mark.parametrize(
    ("place", "is_there"),
    [
        ("Frederikssund", True),
        ("Fredensborg", True),
        ("Gribskov", True),
        ("Hørsholm", True),
        ("Ballerup", False),
        ("Hvidovre", False),
    ],
)
def test_a_row_of_the_place_stands_before_those_of_all_places(
    asked: Callable[..., Any], place: str, *, is_there: bool
) -> None:
    answers = asked(f"hvem driver akutsygeplejen i {place}", as_of="2027-01-01")
    first = answers["answers"][0]["id"]
    own = "horisontale-samarbejdsaftaler.indstilling-nordsjaelland-region"
    assert (first == own) is is_there


@pytest.mark.parametrize(
    ("question", "municipality"),
    [
        ("borger fra Rudersdal mangler en seng", "rudersdal"),
        ("er Rudersdal i nord eller midt", "rudersdal"),
        ("indlagt på PC Ballerup, bor i Gribskov", "gribskov"),
        ("borger fra Gribskov på Herlev Hospital", "gribskov"),
        ("bor i Rødovre, men er på botilbud i Hvidovre", "roedovre"),
        ("ligger på Herlev, hvem sender advis", "hilleroed"),
        ("psykiatrisk center Ballerup vil udskrive", "hilleroed"),
        ("hvem betaler for Rødovre og Hvidovre", None),
    ],
)
def test_whose_numbers_are_meant_is_the_questions_own_place_before_the_chosen(
    shipped_asker: Asker, question: str, municipality: str | None
) -> None:
    chosen = {"municipality": "hilleroed"}
    answer = shipped_asker.ask(Question(question, Moment(today()), chosen))
    assert answer.municipality == municipality
