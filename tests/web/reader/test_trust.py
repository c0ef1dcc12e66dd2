"""/tillid: the signed head of the trail, for anyone to keep."""

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from registry.errors import BadSetting
from registry.rules.checkpoint import public_of, read
from registry.storage.witness import Signer


def test_the_page_shows_a_witness_and_the_key_it_is_checked_with(
    client: FlaskClient, app: Flask
) -> None:
    html = client.get("/tillid").text

    services = app.extensions["registry"]
    assert services.signer.verifier.split("+")[0] in html
    assert services.heads.head(services.engine).size == 1
    assert "Historikken har 1 post." in html


def test_the_witness_alone_is_fetched_as_text(client: FlaskClient, app: Flask) -> None:
    answer = client.get("/tillid/vidne.txt")

    services = app.extensions["registry"]
    seen = read(answer.text)
    assert answer.mimetype == "text/plain"
    assert seen.is_signed_by(public_of(services.signer.verifier))
    assert seen.head == services.heads.head(services.engine)


def test_the_page_is_read_where_no_key_can_be_kept(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_signer: Signer) -> None:
        raise BadSetting("ingen nøgle")

    monkeypatch.setattr(Signer, "_key", refuse)

    answer = client.get("/tillid")

    assert answer.status_code == 200
    assert "kan ikke underskrives lige nu" in answer.text


def test_the_key_is_not_on_the_page(client: FlaskClient, app: Flask) -> None:
    html = client.get("/tillid").text
    folder = Path(app.extensions["registry"].engine.url.database).parent

    secret = (folder / "witness_key").read_text().split("\n")[1]
    assert secret not in html
