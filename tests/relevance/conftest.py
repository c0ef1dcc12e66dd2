"""What is measured is the product on the shipped content."""

import pytest

from registry.search.ask import Asker


@pytest.fixture(scope="session")
def asker(shipped_asker: Asker) -> Asker:
    return shipped_asker
