"""The front page with the question box, and the pages about the catalogue."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from registry.web.reader import front
from registry.web.reader.front import EXAMPLES

MOST_ANSWERED = "Oftest besvaret"


def page(client: FlaskClient, address: str) -> str:
    return " ".join(client.get(address).text.split())


def words(client: FlaskClient, address: str) -> str:
    """The page's text, blanks made one."""
    return " ".join(re.sub(r"<[^>]+>", " ", client.get(address).text).split())


def test_the_front_page_is_the_question_box_with_examples(client: FlaskClient) -> None:
    html = page(client, "/")
    assert 'name="q" type="search"' in html
    assert "Skriv ikke personoplysninger." in html
    assert html.count('href="/soeg?q=') >= 4


def test_every_example_can_be_asked(client: FlaskClient) -> None:
    for example in EXAMPLES:
        assert client.get("/soeg", query_string={"q": example}).status_code == 200


def test_it_counts_what_answers_here_and_today(client: FlaskClient) -> None:
    assert "4 snitflader fra 2 aftaler" in words(client, "/")
    assert "3 snitflader fra 1 aftale" in words(client, "/?kommune=sydby")


def test_every_phase_is_a_way_into_the_table(client: FlaskClient) -> None:
    assert "/snitflader?fase=efter-udskrivning" in page(client, "/")


def test_the_pages_about_the_catalogue_are_there_on_any_date(
    client: FlaskClient,
) -> None:
    assert "<h1>Om" in page(client, "/om?pr=2027-01-01")
    assert "<h1>Tilgængelighed" in page(client, "/tilgaengelighed?pr=2027-01-01")


def test_nothing_is_said_of_what_is_answered_before_anything_is(
    people: Flask,
) -> None:
    assert MOST_ANSWERED not in words(people.test_client(), "/")


def test_the_tasks_most_often_answered_can_be_asked_for(people: Flask) -> None:
    client = people.test_client()
    for _ in range(3):
        client.get("/soeg?q=varsling+barn")
    people.extensions["registry"].answered.write()

    assert MOST_ANSWERED in words(client, "/")
    asked = "/soeg?q=Varsle+kommunen+f%C3%B8r+udskrivning"
    assert f'href="{asked}"' in page(client, "/")
    assert client.get(asked).status_code == 200


def test_a_task_without_a_row_on_the_date_is_not_shown(people: Flask) -> None:
    client = people.test_client()
    for _ in range(3):
        people.extensions["registry"].answered.count("varsling")
    people.extensions["registry"].answered.write()

    assert MOST_ANSWERED in words(client, "/")
    assert MOST_ANSWERED not in words(client, "/?pr=1990-01-01")


def test_only_a_few_tasks_are_shown(
    people: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(front, "MOST_TASKS", 1)
    for task, times in (("varsling", 3), ("stroemper", 4)):
        for _ in range(times):
            people.extensions["registry"].answered.count(task)
    people.extensions["registry"].answered.write()

    html = page(people.test_client(), "/")
    assert "q=Kompressionsstr" in html
    assert "q=Varsle" not in html


def test_the_reader_is_told_what_is_counted(client: FlaskClient) -> None:
    told = words(client, "/om")
    assert "tallene bliver slettet efter 30 dage" in told
    assert "bliver hverken gemt eller skrevet i en log" in told
