"""Long lists, a part at a time."""

import re

import pytest
from flask.testing import FlaskClient

from registry.web.reader import rows, search


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
