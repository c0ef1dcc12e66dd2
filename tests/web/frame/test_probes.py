"""Two addresses for machines: is the process alive, and can it answer."""

import shutil
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from registry import create_app


def test_the_process_says_that_it_lives(client: FlaskClient) -> None:
    assert client.get("/healthz").status_code == 200


def test_without_a_database_the_program_is_alive_but_not_ready(tmp_path: Path) -> None:
    app = create_app(
        DATABASE_URL=f"sqlite:///{tmp_path / 'tom.sqlite'}",
        INDEX_DIR=str(tmp_path / "index"),
    )
    client = app.test_client()
    assert client.get("/healthz").status_code == 200
    assert client.get("/readyz").status_code == 503
    assert client.get("/aftaler").status_code == 503


def test_a_missing_index_is_not_ready_and_is_repaired_by_a_question(
    client: FlaskClient,
) -> None:
    folder = Path(client.application.config["INDEX_DIR"])
    assert client.get("/soeg?q=varsling").status_code == 200
    assert client.get("/readyz").status_code == 200
    shutil.rmtree(folder)
    assert client.get("/readyz").status_code == 503
    assert "Varsle kommunen" in client.get("/soeg?q=varsling").text
    assert client.get("/readyz").status_code == 200


def test_a_node_that_is_turned_away_mends_its_index_itself(client: FlaskClient) -> None:
    assert client.get("/soeg?q=varsling").status_code == 200
    shutil.rmtree(Path(client.application.config["INDEX_DIR"]))

    with client.get("/readyz") as answer:
        assert answer.status_code == 503

    assert client.get("/readyz").text == "ready\n"


def test_an_index_that_is_behind_turns_no_node_away(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert client.get("/soeg?q=varsling").status_code == 200
    asker = client.application.extensions["registry"].asker
    monkeypatch.setattr(asker, "_expected_stamp", lambda _current: "et nyere")

    answer = client.get("/readyz")

    assert (answer.status_code, answer.text) == (200, "ready, søgeindekset er bagud\n")
