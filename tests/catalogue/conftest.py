"""An empty shelf for each test."""

import pytest
from sqlalchemy import Engine

from tests.catalogue.shelf import Shelf


@pytest.fixture
def shelf(engine: Engine) -> Shelf:
    return Shelf(engine)
