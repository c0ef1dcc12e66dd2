"""What the first line of an answer tells: the one thing that its question asks for."""

from collections.abc import Callable
from typing import Any

import pytest

from registry.search.line_subject import asks_price

Ask = Callable[..., Any]


def first(asked: Ask, text: str) -> tuple[str, str]:
    """The field that the first line tells, and what it says."""
    line = asked(text)["first_lines"][0]
    return line["field"], line["text"]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("hvad er honoraret for 4250", "985,08 kr."),
        ("sengedagstakst for en færdigmeldt patient", "1.976 kr."),
        ("proteindrik på grøn recept, hvor stor en del skal far selv af med", "40 pct"),
        ("hvor meget giver regionen til proteindrik på grøn recept", "60 pct."),
    ],
)
def test_a_price_is_told_in_the_rows_words(
    asked: Ask, question: str, told: str
) -> None:
    assert told in first(asked, question)[1]


@pytest.mark.parametrize(
    ("words", "is_price"),
    [
        ("hvad koster en plads", True),
        ("døgntaksten for pladsen", True),
        ("hvad skal hun betale", True),
        ("hvor stor en del skal hun selv af med", True),
        ("hvem betaler for pladsen", False),
        ("hvem giver tilskud til prisen", False),
        ("hvad skal vi sende", False),
    ],
)
def test_a_price_is_asked_for_by_its_own_words(words: str, is_price: bool) -> None:
    assert asks_price(f" {words} ", words.replace("ø", "oe").split()) is is_price


@pytest.mark.parametrize(
    "question",
    [
        "hvor ofte er der demenskontrol hos egen læge",
        "hvor mange gange om året er der årskontrol ved demens",
        "demens årskontrol, hvor hyppigt",
        "hvor tit skal min mand med demens til kontrol hos lægen",
    ],
)
def test_how_often_is_told_by_the_deadline(asked: Ask, question: str) -> None:
    field, told = first(asked, question)
    assert (field, told.startswith("Én gang om året")) == ("deadline", True)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("indlagt 30 timer, hvad skal hospitalet sende", "sende udskrivningsrapport"),
        ("hvad gør følge-hjem-teamet", "følge"),
        ("gravid med alkoholmisbrug, hvad skal kommunen tilbyde", "kontrakt"),
        ("hvor mange konsultationer hos jordemoder", "5-6 konsultationer"),
    ],
)
def test_what_is_told_by_the_task(asked: Ask, question: str, told: str) -> None:
    field, text = first(asked, question)
    assert (field, told in text.lower()) == ("task", True)


@pytest.mark.parametrize(
    "question",
    [
        "hvor henviser man en voksen patient til psykiatrien, planlagt behandling",
        "hvor skal henvisningen til voksenpsykiatri sendes hen",
        "planlagt henvisning af voksne til psykiatrien, sendes hvorhen",
        "til hvem sender lægen henvisningen til voksenpsykiatri",
    ],
)
def test_where_it_goes_is_told_before_who_sends_it(asked: Ask, question: str) -> None:
    lines = asked(question)["first_lines"]
    told = next(
        line["text"] for line in lines if line["group"] == "henvisning-til-psykiatri"
    )
    assert "Center for Visitation og Diagnostik" in told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("psykiatrien afviser ham på grund af misbruget", "uden at afvise"),
        ("kommunen kan ikke tilbyde genoptræning til tiden", "Vælge et andet"),
        ("bostedet har ingen plads til den færdigmeldte", "anden støtte"),
        ("beboeren på plejehjem kan ikke komme ud til tandlægen", "omsorgstandpleje"),
    ],
)
def test_who_tells_of_a_trouble_is_told_the_rule(
    asked: Ask, question: str, told: str
) -> None:
    field, text = first(asked, question)
    assert (field, told in text) == ("task", True)


def test_who_decides_is_told_where_no_row_states_who_does_it(asked: Ask) -> None:
    line = asked("avanceret genoptræning hvem", as_of="2027-01-01")["first_lines"][0]
    assert line["field"] == "authority"
    assert line["text"].startswith("Region – myndighedsansvar")


def test_who_is_told_where_the_question_asks_who(asked: Ask) -> None:
    assert first(asked, "hvem sender udskrivningsrapport")[0] == "responsible"
    assert first(asked, "hvilket hospital leverer dialysevægt")[0] == "responsible"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "udskrivningskoordinator, også efter korte ophold?",
            "også efter korte ophold",
        ),
        ("gælder udskrivningskoordinator også de korte ophold", "også efter korte"),
        ("kan PPR henvise et barn til BUC", "henviser gennem PPR eller sagsbehandler"),
        ("kan sagsbehandleren henvise den unge til BUC", "PPR eller sagsbehandler"),
    ],
)
def test_the_condition_that_answers_stands_in_the_line(
    asked: Ask, question: str, told: str
) -> None:
    field, text = first(asked, question)
    assert (field, told in text) == ("task", True)


@pytest.mark.parametrize(
    ("question", "field", "value"),
    [
        ("støttestrømper for livet, hvem bevilger", "responsible", "Kommune"),
        ("kørestol varigt behov, hvem bevilger", "responsible", "Kommune"),
        ("vederlagsfri fys hvem bevilger", "authority", "Kommune"),
    ],
)
def test_who_grants_is_who_provides_where_no_authority_is_stated(
    asked: Ask, question: str, field: str, value: str
) -> None:
    line = first(asked, question)

    assert (line[0], line[1].split(" ")[0]) == (field, value)
