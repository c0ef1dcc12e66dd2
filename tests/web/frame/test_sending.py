"""What is sent: no page that the reader has already, no file twice, and few bytes."""

import gzip
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlmodel import Session

from registry import clock, create_app
from registry.models import Ending
from registry.web.frame import sending
from tests.catalogue.shelf import record
from tests.storage.unwatched import transaction

PAGES = ("/soeg?q=varsling", "/snitflader", "/aftaler", "/ordliste")


def tag_of(client: FlaskClient, address: str) -> str:
    return client.get(address).headers["ETag"]


@pytest.fixture
def own(tmp_path: Path, loaded_once: Path, stopped_clock: object) -> Flask:
    path = shutil.copy(loaded_once, tmp_path / "registry.sqlite")
    return create_app(DATABASE_URL=f"sqlite:///{path}", INDEX_DIR=str(tmp_path / "i"))


@pytest.mark.parametrize("address", PAGES)
def test_a_page_that_the_reader_has_is_not_sent_again(
    client: FlaskClient, address: str
) -> None:
    tag = tag_of(client, address)

    again = client.get(address, headers={"If-None-Match": tag})

    assert again.status_code == 304
    assert again.data == b""
    assert again.headers["ETag"] == tag
    assert "no-cache" in again.headers["Cache-Control"]


def test_another_address_has_another_tag(client: FlaskClient) -> None:
    addresses = ("/snitflader", "/snitflader?side=1", "/snitflader?pr=2026-11-22")
    assert len({tag_of(client, address) for address in addresses}) == 3


def test_what_is_recorded_changes_the_tag(own: Flask) -> None:
    client = own.test_client()
    before = tag_of(client, "/snitflader")

    session: Session
    with transaction(own.extensions["registry"].engine) as session:
        session.add(record(Ending, agreement="proeve-udskrivning"))

    again = client.get("/snitflader", headers={"If-None-Match": before})
    assert again.status_code == 200
    assert again.headers["ETag"] != before


def test_the_next_day_has_another_tag(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tag_of(client, "/snitflader")
    later = clock.now().replace(day=23)
    monkeypatch.setattr(clock, "now", lambda: later)

    assert tag_of(client, "/snitflader") != before


def test_another_release_has_another_tag(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tag_of(client, "/snitflader")
    monkeypatch.setattr(sending, "release", lambda: "en anden")

    assert tag_of(client, "/snitflader") != before


@pytest.mark.parametrize("address", ["/", "/readyz", "/snitflader?side=99", "/log-ind"])
def test_what_is_made_of_more_than_the_catalogue_has_no_tag(
    client: FlaskClient, address: str
) -> None:
    assert "ETag" not in client.get(address).headers


@pytest.mark.parametrize(
    "taken, coding, read",
    [
        ("gzip", "gzip", gzip.decompress),
        ("br", "br", brotli.decompress),
        ("gzip, deflate, br, zstd", "br", brotli.decompress),
        ("br;q=0.5, gzip", "gzip", gzip.decompress),
        ("br;q=0, gzip;q=0.1", "gzip", gzip.decompress),
        ("*", "br", brotli.decompress),
    ],
)
def test_a_page_is_sent_in_fewer_bytes_to_those_who_take_it(
    client: FlaskClient, taken: str, coding: str, read: Callable[[bytes], bytes]
) -> None:
    plain = client.get("/snitflader")
    small = client.get("/snitflader", headers={"Accept-Encoding": taken})

    assert "Content-Encoding" not in plain.headers
    assert small.headers["Content-Encoding"] == coding
    assert int(small.headers["Content-Length"]) == len(small.data)
    assert read(small.data) == plain.data
    assert len(small.data) < len(plain.data) / 3
    assert "Accept-Encoding" in plain.headers["Vary"]


@pytest.mark.parametrize("taken", ["", "identity", "gzip;q=0", "br;q=0", "zstd"])
def test_nobody_is_sent_what_they_do_not_take(client: FlaskClient, taken: str) -> None:
    response = client.get("/snitflader", headers={"Accept-Encoding": taken})
    assert "Content-Encoding" not in response.headers


def test_pages_of_those_who_sign_in_are_sent_as_they_are(client: FlaskClient) -> None:
    """Their length beside what a stranger sends would tell of the secret in them."""
    response = client.get("/log-ind", headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in response.headers


def test_a_file_is_named_by_what_is_in_it_and_kept_for_ever(
    client: FlaskClient,
) -> None:
    html = client.get("/om").text
    (address,) = re.findall(r'href="(/static/pages\.css\?v=[0-9a-f]+)"', html)

    with client.get(address, headers={"Accept-Encoding": "br, gzip"}) as named:
        small, kept = named.data, named.headers["Cache-Control"]
    with client.get("/static/pages.css") as bare:
        plain, asked_again = bare.data, bare.headers.get("Cache-Control", "")

    assert brotli.decompress(small) == plain
    assert "immutable" in kept
    assert "immutable" not in asked_again
