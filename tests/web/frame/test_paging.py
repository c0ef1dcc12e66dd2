"""Long lists, a part at a time."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from registry.errors import BadInput
from registry.web.frame.paging import ListPart, most_of_each, parts_of
from registry.web.reader import agreements, rows, search, words


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages of two rows; the invented catalogue has four in force."""
    monkeypatch.setattr(rows, "ROWS_PER_PAGE", 2)


def shown(html: str) -> list[str]:
    return re.findall(r'<th scope="row">\s*<a href="/snitflader/([^"]+)"', html)


def next_of(html: str) -> str:
    (address,) = re.findall(r'<a href="([^"]+)"\s+rel="next"', html)
    return str(address).replace("&amp;", "&")


@pytest.mark.usefixtures("short")
def test_every_row_stands_on_one_part_and_the_next_is_a_link(
    client: FlaskClient,
) -> None:
    first = client.get("/snitflader").text
    second = client.get(next_of(first)).text

    assert len(shown(first)) == 2
    assert len(shown(second)) == 2
    assert not {*shown(first)} & {*shown(second)}
    assert "Side 1 af 2" in first
    assert 'rel="prev"' not in first
    assert "Side 2 af 2" in second
    assert 'rel="next"' not in second


@pytest.mark.usefixtures("short")
def test_the_next_part_is_of_what_was_chosen(client: FlaskClient) -> None:
    address = next_of(client.get("/snitflader?fase=udskrivning&pr=2026-11-22").text)
    assert "fase=udskrivning" in address
    assert "pr=2026-11-22" in address


@pytest.mark.usefixtures("short")
def test_a_form_of_the_second_part_begins_at_the_first_again(
    client: FlaskClient,
) -> None:
    assert 'name="side"' not in client.get("/snitflader?side=2").text


@pytest.mark.parametrize("text", ["0", "3", "-1", "to", "1.5", "²", "9" * 30])
@pytest.mark.usefixtures("short")
def test_a_part_that_there_is_not_is_refused_by_name(
    client: FlaskClient, text: str
) -> None:
    response = client.get("/snitflader", query_string={"side": text})

    assert response.status_code == 400
    assert "side: listen har 2 sider" in response.text


@pytest.mark.usefixtures("short")
def test_a_list_of_one_part_names_none(client: FlaskClient) -> None:
    html = client.get("/snitflader?fase=efter-udskrivning").text
    assert 'class="paging"' not in html


@pytest.mark.usefixtures("short")
def test_the_file_holds_all_parts(client: FlaskClient) -> None:
    assert client.get("/snitflader?format=csv").text.count("\r\n") == 5


def test_of_a_large_group_some_rows_are_shown_and_all_have_an_address(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "ROWS_SHOWN", 1)
    html = client.get("/soeg?q=varsling").text
    (address,) = re.findall(r'<a href="(/soeg[^"]*opgave=[^"]*)"', html)

    whole = client.get(address.replace("&amp;", "&")).text

    assert "#varsel-voksne" not in html.partition("opgave=")[0]
    for key in ("varsel-boern", "varsel-voksne"):
        assert f"/snitflader/proeve-udskrivning.{key}" in whole
    assert "Vis hele svaret" in whole


def test_a_kind_of_task_that_the_answer_has_not_is_refused_by_name(
    client: FlaskClient,
) -> None:
    response = client.get("/soeg?q=varsling&opgave=findes-ikke")

    assert response.status_code == 400
    assert "opgave: svaret har ingen sådan opgavetype" in response.text


@pytest.mark.parametrize(
    ("counts", "most"),
    [([3, 2], 4), ([9, 9, 1], 4), ([9, 9, 9, 9], 2), ([9] * 20, 1), ([], 4)],
)
def test_lists_that_share_a_page_show_alike_many(counts: list[int], most: int) -> None:
    assert most_of_each(counts, 4, 10) == most


# Several lists on one page


def named(app: Flask, query: str) -> dict[str, ListPart[int]]:
    with app.test_request_context(f"/?{query}"):
        return parts_of({"a": range(7), "b": range(2)}, few=3, most=5)


def test_each_list_shows_its_first_things_and_the_one_asked_for_a_part(
    app: Flask,
) -> None:
    whole, asked = named(app, ""), named(app, "vis=a&side=2")

    assert [list(part.items) for part in whole.values()] == [[0, 1, 2], [0, 1]]
    assert [(part.total, part.last > 1) for part in whole.values()] == [
        (7, True),
        (2, False),
    ]
    assert [list(part.items) for part in asked.values()] == [[5, 6], [0, 1]]
    assert (asked["a"].number, asked["a"].last) == (2, 2)


@pytest.mark.parametrize("query", ["vis=c", "vis=a&side=3", "vis=a&side=x"])
def test_a_list_or_a_part_that_is_none_is_refused(app: Flask, query: str) -> None:
    with pytest.raises(BadInput):
        named(app, query)


def test_a_word_is_shown_on_the_part_that_it_stands_on(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words, "MOST_LISTED", 1)

    page = client.get("/ordliste?ord=varsling").text

    assert 'id="varsling"' in page
    assert 'id="orientering"' not in page
    assert re.search(r'href="/ordliste\?side=\d#bogstav-o">O</a>', page)
    assert client.get("/ordliste?ord=findes-ikke").status_code == 400


def test_agreements_stand_under_their_headings_on_each_part(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(agreements, "MOST_LISTED", 1)
    first = client.get("/aftaler").text
    second = client.get(next_of(first)).text

    assert len(re.findall('<ul class="agreement-hits">', first)) == 1
    assert re.search(r"I kraft \(\d\)", first)
    assert second != first
