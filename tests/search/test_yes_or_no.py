"""Yes or no, only where a row says so; that it depends is never an answer."""

import pytest

from registry.search.conditions import Case
from registry.search.yes_or_no import NO, NO_UNSURE, YES, opener_of, verdict_on

MAY = Case("Kommune", task="Kan henvise barnet til BUC")
DENIES = Case("BUC", task="Varsle", denied="Psykiatrien", denies_only_that=True)
FORBIDS = Case("Region", task="Tage imod uden at afvise på grund af misbrug")
MAY_REFUSE = "må psykiatrien afvise fordi han drikker"


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


@pytest.mark.parametrize(
    "question", [MAY_REFUSE, "kan vi afvise ham", "må borgeren afvises i psykiatrien"]
)
def test_a_row_that_leaves_the_deed_undone_says_no(question: str) -> None:
    assert verdict_on(question, [FORBIDS], binds=True) == NO


def test_a_thing_that_may_not_be_done_says_no_by_whomever() -> None:
    denied = "Noget, der haster, må ikke sendes som brev"
    case = Case("Alle", task="Sende brev", denied=denied)
    assert verdict_on("må jeg sende noget der haster som brev", [case]) == NO


@pytest.mark.parametrize(
    "case",
    [
        FORBIDS._replace(confirmed=False),
        FORBIDS._replace(older="fra en ældre ordning"),
    ],
)
def test_a_no_that_is_not_sure_says_so_in_the_same_breath(case: Case) -> None:
    assert verdict_on(MAY_REFUSE, [case], binds=True) == NO_UNSURE


@pytest.mark.parametrize(
    ("question", "cases", "binds"),
    [
        (MAY_REFUSE, [FORBIDS], False),
        (MAY_REFUSE, [FORBIDS, Case("Kommune", task="Henvise")], True),
        (MAY_REFUSE, [FORBIDS._replace(changing="en ordning er meldt ud")], True),
        (MAY_REFUSE, [FORBIDS._replace(task="Tage imod borgeren")], True),
        (MAY_REFUSE, [FORBIDS._replace(task="Ikke afvise uden at spørge")], True),
        (MAY_REFUSE, [FORBIDS._replace(task=f"{FORBIDS.task}, dog om natten")], True),
        ("må psykiatrien ikke afvise ham", [FORBIDS], True),
        ("må psykiatrien tage imod uden at afvise", [FORBIDS], True),
        ("må psykiatrien afvise eller henvise ham", [FORBIDS], True),
        ("skal psykiatrien afvise ham", [FORBIDS], True),
        ("må psykiatrien henvise ham", [FORBIDS], True),
        ("hvem må afvise ham", [FORBIDS], True),
    ],
)
def test_no_is_not_said_where_the_row_does_not_forbid_it(
    question: str, cases: list[Case], binds: bool
) -> None:
    assert verdict_on(question, cases, binds=binds) == ""


def test_what_is_announced_to_change_decides_nothing() -> None:
    case = DENIES._replace(changing="96 timer er meldt ud")
    assert verdict_on("gælder varsling psykiatrien", [case]) == ""


URGENT = Case(
    "Alle parter",
    task="Skrive med korrespondancemeddelelse",
    denied="Det akutte: noget, der haster, må ikke sendes som korrespondancemeddelelse",
    confirmed=False,
)
BEFORE = Case("Kommune", task="Begynde at vurdere", deadline="Under indlæggelsen")
DUTY = Case("Region", task="Give råd", situation="En forpligtelse for regionerne")


def test_a_thing_that_may_not_be_used_so_is_denied_whatever_the_verb() -> None:
    question = "må jeg bruge korrespondance hvis det haster"
    assert verdict_on(question, [URGENT]) == NO_UNSURE
    assert verdict_on("må jeg bruge telefon hvis det haster", [URGENT]) == ""


def test_no_is_sure_where_only_the_day_of_a_change_is_not() -> None:
    question = "må vi bruge korrespondance når det er akut"
    day = URGENT._replace(unsure_of="hvornår den afløser XDIS91")
    assert verdict_on(question, [day]) == NO
    assert verdict_on(question, [day._replace(older="ældre")]) == NO_UNSURE


@pytest.mark.parametrize(
    "doubt",
    [
        "at den også gælder efter 2024",
        "hvornår den gælder fra",
        "hvornår den er taget i brug",
        "hvornår forbuddet begynder",
        "hvornår det må sendes, før det afløses",
    ],
)
def test_no_is_unsure_where_it_may_not_hold_today(doubt: str) -> None:
    question = "må vi bruge korrespondance når det er akut"
    case = URGENT._replace(unsure_of=doubt)
    assert verdict_on(question, [case]) == NO_UNSURE


@pytest.mark.parametrize(
    "question",
    [
        "skal kommunen først i gang når han er ude igen",
        "bliver det først gjort efter udskrivning",
        "skal vi først vurdere når borgeren er udskrevet",
    ],
)
def test_what_is_done_before_the_discharge_is_not_first_done_after_it(
    question: str,
) -> None:
    late = Case("Kommune", task="Følge op", deadline="Efter udskrivning")
    assert verdict_on(question, [BEFORE, Case("Kommune")]) == NO
    assert verdict_on(question, [BEFORE._replace(older="ældre")]) == NO_UNSURE
    assert verdict_on(question, [BEFORE, late]) == ""
    assert verdict_on("skal kommunen i gang", [BEFORE]) == ""


def test_a_row_that_says_it_is_a_duty_answers_who_asks_for_one() -> None:
    question = "er regionen forpligtet til at give råd"
    assert verdict_on(question, [DUTY], owes=True) == YES
    assert verdict_on(question, [DUTY], names_actor=True) == ""
    assert verdict_on(question, [DUTY._replace(confirmed=False)], owes=True) == ""
    assert verdict_on(question, [DUTY._replace(older="ældre")], owes=True) == ""
    assert verdict_on(question, [DUTY._replace(denied="nogen")], owes=True) == ""


def test_hvis_before_a_condition_asks_of_nobodys() -> None:
    assert opener_of("må jeg skrive hvis det haster")
    assert not opener_of("er det hvis ansvar")
