"""Only those who ask for the catalogue by its own name are answered."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from registry.web.frame.hosts import KnownHosts, attach, stands_for_all

NONE = [
    "a b",
    "",
    "evil.example",
    "localhost:99999999",
    "localhost/..",
    "[::1",
    "æ",
    "%",
]
PAGES = ["/", "/soeg?q=varsling", "/api/v1/terms", "/log-ind", "/findes-ikke"]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("host", NONE)
def test_a_host_that_is_none_of_ours_is_refused_on_every_page(
    client: FlaskClient, page: str, host: str, caplog: pytest.LogCaptureFixture
) -> None:
    answer = client.get(page, environ_overrides={"HTTP_HOST": host})

    assert answer.status_code == 400
    assert answer.text.startswith("Kataloget svarer ikke på den adresse.")
    assert caplog.text == ""


@pytest.mark.parametrize(
    "host", ["localhost", "127.0.0.1:8000", "[::1]:80", "LOCALHOST"]
)
def test_the_machine_itself_may_ask_by_any_of_its_names(
    client: FlaskClient, host: str
) -> None:
    assert client.get("/", environ_overrides={"HTTP_HOST": host}).status_code == 200


def known(public: str, host: str) -> KnownHosts:
    app = Flask(__name__)
    app.config["PUBLIC_URL"] = public
    attach(app, host)
    assert isinstance(app.wsgi_app, KnownHosts)
    return app.wsgi_app


def test_the_public_address_and_the_one_listened_at_are_known() -> None:
    hosts = known("https://Katalog.example.dk:8443/", "10.0.0.5")

    assert hosts.knows("katalog.example.dk")
    assert hosts.knows("katalog.example.dk:8443")
    assert hosts.knows("10.0.0.5:8000")
    assert not hosts.knows("katalog.example.dk.evil.example")
    assert not hosts.knows("10.0.0.6")


@pytest.mark.parametrize("host", ["0.0.0.0", "0", "0x0", "0.0", "::", "::0", "0000"])
def test_listening_everywhere_makes_no_name_known(host: str) -> None:
    hosts = known("https://katalog.example.dk", host)

    assert not hosts.knows(f"[{host}]" if ":" in host else host)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1", "::1", "10.0.0.5", "localhost"])
def test_one_address_however_written_is_not_all(host: str) -> None:
    assert not stands_for_all(host)


def test_an_address_of_the_net_is_known_as_it_is_written() -> None:
    assert known("http://localhost", "fe80::1").knows("[fe80::1]:8000")


def test_who_watches_over_the_process_may_ask_at_its_number(
    client: FlaskClient,
) -> None:
    for page in ("/healthz", "/readyz"):
        answer = client.get(page, environ_overrides={"HTTP_HOST": "10.1.2.3:8000"})
        assert answer.status_code != 400


@given(st.text())
def test_a_header_is_known_only_by_a_whole_name_of_ours(header: str) -> None:
    name = header.lower().rpartition(":")[0] or header.lower()

    if known("http://localhost", "").knows(header):
        assert {name, header.lower()} & {"localhost", "127.0.0.1", "[::1]"}
