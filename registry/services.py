"""What the pages and the API ask: made once for each app."""

import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from flask import Flask, current_app
from sqlalchemy import Engine

from registry.catalogue.findings import contradicted
from registry.catalogue.process_states import ProcessStates
from registry.catalogue.queries import Catalogue
from registry.clock import Moment, today
from registry.search.answer import Answer, Question
from registry.search.answered_tasks import AnsweredTasks, most_answered
from registry.search.ask import Asker
from registry.search.unanswered import UnansweredQuestions
from registry.storage.witness import Heads, Signer

# How long after a change readers may be shown the last whole state, in seconds.
LAG = 2.0
# Where the processes of one server tell which state they show.
SHOWN = "shown"


@dataclass(frozen=True)
class Services:
    """The database, what it holds at a moment, the answers to questions, and the signed
    head of the trail.
    """

    engine: Engine
    catalogue: Catalogue
    asker: Asker
    answered: AnsweredTasks
    unanswered: UnansweredQuestions
    signer: Signer
    heads: Heads = field(default_factory=Heads)
    # Where several processes serve: how far the others are.
    process_states: ProcessStates | None = None

    def ask(self, question: Question) -> Answer:
        """The answer to a reader's question. One without answer is remembered; of an
        answer, the task that stands first is counted.

        Raises PersonalData, or BadInput naming the field. Neither is written here: a
        database that cannot be written costs the memory of the question, never the
        answer.
        """
        answer = self.asker.ask(question)
        if answer.abstained:
            self.unanswered.remember(question.text)
        elif answer.groups:
            self.answered.count(answer.groups[0].task_key)
        return answer

    def serve_readers(self) -> None:
        """Make ready what readers are shown, and from now on make each new state beside
        the old. Raises IndexUnusable where the index can be neither read nor made.
        """
        self.asker.refresh()
        self.catalogue.make_ready(self.asker.prepare)
        self.catalogue.make_ready(contradicted)
        self.catalogue.lag(LAG)
        self.catalogue.lately(Moment(today()))
        if self.process_states:
            self.process_states.begin()

    def catch_up(self) -> None:
        """Wait until readers are shown what has been written, by every process, as long
        as they may be kept from it.
        """
        until = time.monotonic() + LAG
        self.catalogue.catch_up()
        if self.process_states:
            self.process_states.wait(until)

    def write_down(self) -> None:
        """Write what was counted and is not yet written."""
        self.answered.write()
        self.unanswered.write()

    def most_answered(self) -> list[str]:
        """The keys of the tasks most often answered lately."""
        return most_answered(self.engine)


def shared_folder(app: Flask) -> Path | None:
    """Where the processes of one server keep what they share; None where there is but
    one.
    """
    return cast(Path | None, app.extensions["shared"])


def services() -> Services:
    """Those of the running app."""
    return cast(Services, current_app.extensions["registry"])
