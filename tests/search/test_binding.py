"""What a row leaves undone says no only to those whom it binds, and of its own ground.

Also covers registry/search/binding.py as the first line uses it.
"""

from dataclasses import replace

import pytest

from registry.clock import Moment
from registry.models import Snitflade
from registry.search.answer import Question
from registry.search.ask import Asker
from registry.search.binding import owes
from registry.search.first_line import first_line_of
from registry.search.yes_or_no import NO_UNSURE
from tests.relevance.runs import TODAY

TASK = "ingen-afvisning"
ADVICE = "laegefaglig-raadgivning"


def verdict(asker: Asker, question: str) -> str:
    """What the row that forbids to refuse says to a question."""
    moment = Moment(TODAY)
    answer = asker.ask(Question(question, moment))
    snapshot = asker.catalogue.at(moment)
    (group,) = [one for one in answer.groups if one.task_key == TASK]
    return first_line_of(snapshot, group, answer).verdict


@pytest.mark.parametrize(
    "question",
    [
        "må psykiatrien afvise fordi han drikker",
        "må psykiatrien afvise fordi patienten drikker",
        "må kommunen afvise en misbruger med psykisk sygdom",
        "må misbrugscentret afvise fordi hun er psykisk syg",
    ],
)
def test_those_who_have_the_task_are_told_no(
    shipped_asker: Asker, question: str
) -> None:
    assert verdict(shipped_asker, question) == NO_UNSURE


@pytest.mark.parametrize(
    "question",
    [
        "må psykiatrien afvise ham",
        "må psykiatrien afvise fordi sengene er fulde",
        "må egen læge afvise en misbruger",
        "må psykiatrien eller egen læge afvise en misbruger",
        "skal psykiatrien afvise fordi han drikker",
    ],
)
def test_of_another_ground_or_of_others_it_says_nothing(
    shipped_asker: Asker, question: str
) -> None:
    assert verdict(shipped_asker, question) == ""


def verdict_of_duty(asker: Asker, question: str, key: str, **fields: object) -> bool:
    """Whether a row says that it is a duty to do its task; `fields` differ from it."""
    moment = Moment(TODAY)
    snapshot = asker.catalogue.at(moment)
    row = next(r for r in snapshot.answering_rows if r.snitflade.key == key)
    stored = Snitflade(**{**row.snitflade.model_dump(), **fields})
    answer = asker.ask(Question(question, moment))
    return owes(snapshot, replace(row, snitflade=stored), question, answer.terms)


@pytest.mark.parametrize(
    "question",
    [
        "har regionen pligt til at give lægefaglig rådgivning",
        "er regionen forpligtet til at give plejepersonale lægefaglig rådgivning",
        "er det en pligt for regionen at give lægefaglig rådgivning",
    ],
)
def test_a_duty_is_one_of_what_the_row_says_it_of(
    shipped_asker: Asker, question: str
) -> None:
    assert verdict_of_duty(shipped_asker, question, ADVICE)


@pytest.mark.parametrize(
    "question",
    [
        "har regionen pligt til at oplyse telefonnummer til lægefaglig rådgivning",
        "har regionen pligt til at betale lægefaglig rådgivning",
        "har regionen pligt til at give lægefaglig rådgivning om natten",
        "har regionen altid pligt til at give lægefaglig rådgivning",
        "har kun regionen pligt til at give lægefaglig rådgivning",
        "har kommunen pligt til at give lægefaglig rådgivning",
        "har kommunen pligt til at give regionen lægefaglig rådgivning",
        "har regionen ikke pligt til at give lægefaglig rådgivning",
        "har regionen pligt til at modtage lægefaglig rådgivning",
        "har regionen pligt til at give lægefaglig rådgivning inden for en time",
        "giver regionen lægefaglig rådgivning",
        "har regionen pligt",
    ],
)
def test_a_duty_is_none_of_more_or_of_others(
    shipped_asker: Asker, question: str
) -> None:
    assert not verdict_of_duty(shipped_asker, question, ADVICE)


@pytest.mark.parametrize(
    "situation",
    [
        "Det er ikke en forpligtelse",
        "Forpligtelsen er begrænset til dagtid",
        "Regionen er forpligtet til at samarbejde",
        "Pligten er kommunens",
        "Regionen har pligten. Kommunen har en anden pligt",
        "Personalet har brug for rådgivning",
    ],
)
def test_a_duty_denied_limited_or_anothers_says_no_yes(
    shipped_asker: Asker, situation: str
) -> None:
    question = "har regionen pligt til at give lægefaglig rådgivning"
    assert not verdict_of_duty(shipped_asker, question, ADVICE, situation=situation)
