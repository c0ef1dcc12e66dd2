"""What a row leaves undone says no only to those whom it binds, and of its own ground.

Also covers registry/search/binding.py as the first line uses it.
"""

import pytest

from registry.clock import Moment
from registry.search.answer import Question
from registry.search.ask import Asker
from registry.search.first_line import first_line_of
from registry.search.yes_or_no import NO_UNSURE
from tests.relevance.runs import TODAY

TASK = "ingen-afvisning"


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
