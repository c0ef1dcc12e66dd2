"""What is in the word list is answered where it is all that is typed."""

from datetime import date

import pytest

from registry.clock import Moment
from registry.rules.fields import Scheme
from registry.search.answer import Question
from registry.search.ask import Asker
from tests.relevance.runs import TODAY

EVERY, MOST_WORDS = 19, 2
# Some kinds have no row that answers yet, and some names are of other things too.
LEAST_ANSWERED, LEAST_OF_KIND, LEAST_ASKED = 0.9, 0.85, 0.75


def names(asker: Asker, on: date) -> list[tuple[str, str]]:
    """Some of the short names of the kinds of tasks that have a row today."""
    snapshot = asker.catalogue.at(Moment(on))
    answering = {row.task_key for row in snapshot.answering_rows}
    tasks = snapshot.vocabulary.schemes[Scheme.TASKS]
    short = [
        (key, name)
        for key, task in tasks.items()
        for name in task.also
        if key in answering and len(name.split()) <= MOST_WORDS
    ]
    return short[::EVERY]


@pytest.mark.slow
def test_a_name_of_a_kind_of_task_is_answered_by_its_rows(asker: Asker) -> None:
    asked = names(asker, TODAY)

    answered = {
        (key, name): [
            group.task_key for group in asker.ask(Question(name, Moment(TODAY))).groups
        ]
        for key, name in asked
    }

    refused = [name for (_, name), kinds in answered.items() if not kinds]
    of_kind = [name for (key, name), kinds in answered.items() if key in kinds]
    assert len(asked) > 150
    assert len(refused) <= (1 - LEAST_ANSWERED) * len(asked), refused
    assert len(of_kind) >= LEAST_OF_KIND * len(asked)


@pytest.mark.slow
@pytest.mark.parametrize("asking", ["hvem betaler {}", "{} hvem", "hvem står for {}"])
def test_a_name_is_answered_also_where_someone_is_asked_for(
    asking: str, asker: Asker
) -> None:
    asked = [(key, asking.format(name)) for key, name in names(asker, TODAY)[::3]]

    refused = [
        text for _, text in asked if not asker.ask(Question(text, Moment(TODAY))).groups
    ]

    assert len(refused) <= (1 - LEAST_ASKED) * len(asked), refused
