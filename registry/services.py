"""What the pages and the API ask: made once for each app."""

import logging
from dataclasses import dataclass

from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from registry.catalogue import Catalogue
from registry.search import unanswered
from registry.search.answer import Answer, Question
from registry.search.ask import Asker

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Services:
    """The database, what it holds at a moment, and the answers to questions."""

    engine: Engine
    catalogue: Catalogue
    asker: Asker

    def ask(self, question: Question) -> Answer:
        """The answer to a reader's question; one without answer is remembered.

        Raises PersonalData, or BadInput naming the field. A database that cannot be written
        costs the memory of the question, never the answer.
        """
        answer = self.asker.ask(question)
        if answer.abstained:
            try:
                unanswered.remember(self.engine, question.text)
            except OperationalError:
                log.warning("an unanswered question could not be kept")
        return answer
