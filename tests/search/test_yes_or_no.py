"""Yes or no, only where a row says so; that it depends is never an answer."""

import pytest

from registry.search.conditions import Case
from registry.search.yes_or_no import NO, YES, opener_of, verdict_on

MAY = Case("Kommune", task="Kan henvise barnet til BUC")
DENIES = Case("BUC", task="Varsle", denied="Psykiatrien", denies_only_that=True)


@pytest.mark.parametrize(
    "question",
    [
        "gælder 72 timer psykiatrien",
        "Må vi udskrive uden varsling?",
        "skal kommunen have besked",
        "er almen praksis part",
        "og kan egen læge henvise",
        "Hej, har vi ansvaret om natten",
    ],
)
def test_a_question_that_begins_with_its_verb_asks_for_yes_or_no(question: str) -> None:
    assert opener_of(question)


@pytest.mark.parametrize(
    "question",
    [
        "varsling",
        "hvem betaler",
        "skal vi eller kommunen varsle",
        "skal kommunen vide hvornår han udskrives",
        "betaling for tolk",
        "",
    ],
)
def test_other_questions_do_not(question: str) -> None:
    assert not opener_of(question)
    assert verdict_on(question, [DENIES]) == ""


def test_a_row_that_only_denies_it_says_no() -> None:
    assert verdict_on("gælder varsling psykiatrien", [DENIES]) == NO


@pytest.mark.parametrize(
    "cases",
    [
        [DENIES, Case("Hospital")],
        [DENIES._replace(denies_only_that=False)],
        [DENIES._replace(denied="Psykiatrien, men ikke om natten")],
        [DENIES._replace(confirmed=False)],
    ],
)
def test_no_is_not_said_where_more_is_said_than_no(cases: list[Case]) -> None:
    assert verdict_on("gælder varsling psykiatrien", cases) == ""


def test_no_is_not_said_of_two_things_at_once() -> None:
    question = "gælder varsling psykiatrien eller kun somatik"
    assert verdict_on(question, [DENIES]) == ""


def test_no_is_only_said_of_what_applies() -> None:
    assert verdict_on("skal psykiatrien varsle", [DENIES]) == ""


def test_a_row_that_lets_the_one_named_do_it_says_yes() -> None:
    question = "kan kommunen henvise et barn til BUC"
    assert verdict_on(question, [MAY], names_actor=True) == YES


@pytest.mark.parametrize(
    ("question", "cases", "names_actor"),
    [
        ("kan lægen henvise et barn", [MAY], False),
        ("kan kommunen ikke henvise et barn", [MAY], True),
        ("skal kommunen henvise et barn", [MAY], True),
        ("kan kommunen henvise", [MAY, Case("Læge", task="Kan henvise")], True),
        ("kan kommunen henvise", [MAY._replace(confirmed=False)], True),
        ("kan kommunen henvise", [MAY._replace(task="Kan kun henvise børn")], True),
        ("kan kommunen henvise", [MAY._replace(task="Henvise barnet")], True),
        ("kan kommunen henvise", [], True),
    ],
)
def test_yes_is_not_said_where_the_row_does_not_say_it(
    question: str, cases: list[Case], names_actor: bool
) -> None:
    assert verdict_on(question, cases, names_actor=names_actor) == ""
