"""What pages and API ask: answers as asked for, and unanswered questions remembered."""

from datetime import date

import pytest
from flask import Flask
from sqlalchemy import Engine
from sqlmodel import select

from registry.catalogue.queries import Catalogue
from registry.clock import Moment
from registry.errors import BadInput, PersonalData
from registry.models import UnansweredQuestion
from registry.search import answered_tasks, unanswered
from registry.search.answer import Question
from registry.search.answered_tasks import AnsweredTasks, most_answered
from registry.search.ask import Asker
from registry.search.unanswered import UnansweredQuestions
from registry.services import Services, services
from registry.storage.db import reading
from registry.storage.witness import Signer

ON = Moment(date(2026, 11, 22))
NOT_THERE = "kvantefysik"

pytestmark = pytest.mark.usefixtures("stopped_clock")


@pytest.fixture
def served(catalogue: Catalogue, asker: Asker) -> Services:
    """Answers of the shared asker; what is remembered lies in a database of its own."""
    engine = catalogue.engine
    signer = Signer("", str(engine.url), "http://test")
    return Services(
        engine,
        catalogue,
        asker,
        AnsweredTasks(engine),
        UnansweredQuestions(engine),
        signer,
    )


def remembered(engine: Engine) -> list[tuple[str, int]]:
    with reading(engine) as session:
        return [(q.text, q.times) for q in session.exec(select(UnansweredQuestion))]


def test_a_question_is_answered_as_the_search_answers_it(served: Services) -> None:
    question = Question("varsling", ON)

    found = served.ask(question)

    assert not found.abstained
    assert [group.task_key for group in found.groups] == [
        group.task_key for group in served.asker.ask(question).groups
    ]
    served.write_down()
    assert remembered(served.engine) == []


def test_the_task_that_stands_first_in_an_answer_is_counted(served: Services) -> None:
    for _ in range(3):
        served.ask(Question("varsling", ON))
    assert most_answered(served.engine) == []

    served.answered.write()

    assert served.most_answered() == ["varsling"]


def test_an_answer_writes_nothing_itself(
    served: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[Engine] = []
    for module in (answered_tasks, unanswered):
        monkeypatch.setattr(module, "transaction", begun.append)

    assert served.ask(Question("varsling", ON)).groups
    assert served.ask(Question(NOT_THERE, ON)).abstained
    assert begun == []


def test_a_question_without_answer_is_remembered(served: Services) -> None:
    assert served.ask(Question(NOT_THERE, ON)).abstained
    served.ask(Question(NOT_THERE.upper(), ON))
    served.write_down()

    assert remembered(served.engine) == [(NOT_THERE, 2)]


@pytest.mark.parametrize(
    ("text", "refusal"), [("010190-1234", PersonalData), ("ord " * 500, BadInput)]
)
def test_what_is_refused_is_not_remembered(
    served: Services, text: str, refusal: type[BadInput]
) -> None:
    with pytest.raises(refusal):
        served.ask(Question(text, ON))
    served.write_down()

    assert remembered(served.engine) == []


def test_the_services_are_those_of_the_running_app(app: Flask) -> None:
    with app.app_context():
        assert services() is app.extensions["registry"]
        assert services().catalogue.engine is services().engine
