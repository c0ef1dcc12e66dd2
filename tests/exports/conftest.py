"""Appendices of the shipped catalogue."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from registry.catalogue.queries import Catalogue
from registry.clock import Moment
from registry.exports.appendix import appendix
from registry.exports.publication import Publication
from registry.exports.request import AppendixRequest
from tests.exports.samples import ON, PUBLIC_URL, SHIPPED


@pytest.fixture(scope="session")
def whole(shipped: Catalogue) -> Publication:
    """The fullest appendix of the shipped catalogue."""
    request = AppendixRequest(SHIPPED, Moment(ON), rows=True, since=date(2022, 6, 1))
    return appendix(shipped, request, PUBLIC_URL)


Make = Callable[..., Publication]


@pytest.fixture
def make(shipped: Catalogue) -> Make:
    """An appendix of the shipped catalogue, with what the test chooses."""

    def made(on: date = ON, **chosen: Any) -> Publication:
        request = AppendixRequest(SHIPPED, Moment(on), **chosen)
        return appendix(shipped, request, PUBLIC_URL)

    return made
