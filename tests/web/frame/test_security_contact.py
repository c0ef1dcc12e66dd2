"""Who finds a weakness finds out whom to tell."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from registry import create_app
from registry.errors import BadSetting

ADDRESS = "/.well-known/security.txt"


def test_it_says_whom_to_tell_and_how_long_that_holds(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = client.application.config
    monkeypatch.setitem(config, "SECURITY_CONTACT", "mailto:sikkerhed@example.dk")
    monkeypatch.setitem(config, "PUBLIC_URL", "https://katalog.example.dk/")

    answer = client.get(ADDRESS)

    assert answer.mimetype == "text/plain"
    assert answer.text.splitlines() == [
        "Contact: mailto:sikkerhed@example.dk",
        "Expires: 2027-05-21T00:00:00Z",
        "Preferred-Languages: da, en",
        "Canonical: https://katalog.example.dk/.well-known/security.txt",
    ]


def test_without_a_contact_it_leads_to_the_page_about_the_catalogue(
    client: FlaskClient,
) -> None:
    assert client.get(ADDRESS).text.startswith("Contact: http://127.0.0.1:8000/om\n")


def test_a_contact_that_is_no_address_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match="skal begynde med mailto:"):
        create_app(
            DATABASE_URL=f"sqlite:///{tmp_path}/x.sqlite",
            SECURITY_CONTACT="sikkerhed@example.dk",
        )
