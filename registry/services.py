"""What the pages and the API ask: made once for each app."""

from dataclasses import dataclass

from sqlalchemy import Engine

from registry.catalogue import Catalogue
from registry.search.ask import Asker


@dataclass(frozen=True)
class Services:
    """The database, what it holds at a moment, and the answers to questions."""

    engine: Engine
    catalogue: Catalogue
    asker: Asker
