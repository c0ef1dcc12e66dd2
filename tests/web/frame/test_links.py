"""Addresses on pages: each carries the reader's date, moment and municipality."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import pytest
from flask import Flask

from registry.web.frame.links import (
    carry,
    here,
    link,
    own_parameters,
    row_link,
    with_statutes,
)
from registry.web.frame.readers import reader

CARRIED = "pr=2026-12-24&kommune=nordby"

pytestmark = pytest.mark.usefixtures("stopped_clock")


@contextmanager
def reading_at(app: Flask, address: str) -> Iterator[None]:
    """As on the page of that address, which has been read."""
    with app.test_request_context(address):
        reader()
        yield


def test_a_link_carries_what_the_reader_chose(app: Flask) -> None:
    with reading_at(app, f"/aftaler?{CARRIED}"):
        assert link("agreements.agreement", slug="a") == f"/aftaler/a?{CARRIED}"
        assert row_link("a.r") == f"/snitflader/a.r?{CARRIED}"
        assert link("words.listing", _anchor="x") == f"/ordliste?{CARRIED}#x"


def test_a_link_may_choose_otherwise(app: Flask) -> None:
    with reading_at(app, f"/aftaler?{CARRIED}"):
        assert link("search.ask", kommune=None, pr="2027-01-01") == (
            "/soeg?pr=2027-01-01"
        )


def test_the_same_link_is_written_for_each_reader_anew(app: Flask) -> None:
    with reading_at(app, f"/aftaler?{CARRIED}"):
        link("search.ask", q="x")
    with reading_at(app, "/aftaler"):
        assert link("search.ask", q="x") == "/soeg?q=x"
    with app.test_request_context("/aftaler", base_url="http://localhost/under"):
        assert link("search.ask", q="x") == "/under/soeg?q=x"


def test_today_and_everywhere_there_is_nothing_to_carry(app: Flask) -> None:
    with reading_at(app, "/aftaler?pr=&kommune="):
        assert link("search.ask", q="a b") == "/soeg?q=a+b"


def test_where_nothing_was_read_a_link_carries_nothing(
    app: Flask, stopped_clock: datetime
) -> None:
    with app.test_request_context(f"/aftaler?{CARRIED}"):
        assert link("agreements.listing") == "/aftaler"


def test_this_page_keeps_its_own_choices_less_those_that_change(app: Flask) -> None:
    with reading_at(app, f"/soeg?q=varsling&fase=akut&{CARRIED}"):
        assert here() == f"/soeg?{CARRIED}&q=varsling&fase=akut"
        assert here(fase=None) == f"/soeg?{CARRIED}&q=varsling"
        assert here(pr=None, kommune=None) == "/soeg?q=varsling&fase=akut"


def test_this_page_keeps_what_its_path_names(app: Flask) -> None:
    with reading_at(app, "/aftaler/proeve-lokal/udgaver/1"):
        assert here(pr="2027-01-01") == "/aftaler/proeve-lokal/udgaver/1?pr=2027-01-01"


def test_what_no_page_asks_for_is_dropped(app: Flask) -> None:
    with reading_at(app, "/soeg?q= varsling &ukendt=1&fase=&niveau=2"):
        assert own_parameters() == {"q": "varsling", "niveau": "2"}


@pytest.mark.parametrize(
    "page", ["/", "/aftaler", "/snitflader", "/overblik", "/ordliste", "/borger"]
)
@pytest.mark.parametrize("number", ["241265-1234", "24 12 65 1234"])
def test_a_personal_number_is_handed_on_by_no_page(
    app: Flask, page: str, number: str
) -> None:
    answer = app.test_client().get(page, query_string={"q": number, "siden": number})

    assert number not in answer.text
    assert number.replace(" ", "+") not in answer.text
    assert number.replace(" ", "%20") not in answer.text


def test_an_act_with_number_and_year_leads_to_itself() -> None:
    assert str(with_statutes("Ny § 9 (lov nr. 7 af 1. maj 2023) <b>")) == (
        'Ny § 9 (<a href="https://www.retsinformation.dk/eli/lta/2023/7">'
        "lov nr. 7 af 1. maj 2023</a>) &lt;b&gt;"
    )


def test_a_law_without_number_leads_nowhere() -> None:
    assert str(with_statutes("Sundhedsloven § 140")) == "Sundhedsloven § 140"


def test_an_address_of_the_catalogue_carries_what_the_reader_does(app: Flask) -> None:
    with reading_at(app, f"/soeg?q=x&{CARRIED}"):
        assert carry("/ordliste?pr=2026-12-24#ord") == f"/ordliste?{CARRIED}#ord"
