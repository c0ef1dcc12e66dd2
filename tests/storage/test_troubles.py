"""Each trouble of a database is told from the others, on pages and by commands."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy.exc import IntegrityError, OperationalError, ProgrammingError

from registry import create_app
from registry.accounts import credentials
from registry.commands.main import main
from registry.storage.troubles import TROUBLES, trouble_of

pytestmark = pytest.mark.usefixtures("stopped_clock")


def damage(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))


def replace_by_text(path: Path) -> None:
    path.write_bytes(b"ikke en database" * 500)


def take_away(path: Path) -> None:
    path.unlink()


def change(statement: str) -> Callable[[Path], None]:
    def changing(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(statement)
            connection.commit()

    changing.__name__ = statement.split(maxsplit=1)[0].lower()
    return changing


NEWER = change("UPDATE alembic_version SET version_num = '9999_senere'")
HARMS: dict[Callable[[Path], None], str] = {
    damage: "damaged",
    replace_by_text: "damaged",
    take_away: "away",
    change("ALTER TABLE term RENAME TO begreb"): "other schema",
}


@pytest.fixture
def harmed(
    tmp_path: Path, loaded_once: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    path = Path(shutil.copy(loaded_once, tmp_path / "registry.sqlite"))
    monkeypatch.setenv("REGISTRY_DATABASE_URL", f"sqlite:///{path}")
    monkeypatch.setenv("REGISTRY_INDEX_DIR", str(tmp_path / "index"))
    return path


def running(path: Path) -> Flask:
    return create_app(
        DATABASE_URL=f"sqlite:///{path}", INDEX_DIR=str(path.parent / "index")
    )


@pytest.mark.parametrize("harm", HARMS, ids=lambda harm: harm.__name__)
def test_a_database_in_trouble_has_a_page_a_line_and_no_traceback(
    harm: Callable[[Path], None], harmed: Path, caplog: pytest.LogCaptureFixture
) -> None:
    client = running(harmed).test_client()
    harm(harmed)

    answers = [client.get(page) for page in ("/", "/soeg?q=varsling", "/ordliste")]

    trouble = next(t for t in TROUBLES if t.key == HARMS[harm])
    for answer in answers:
        assert answer.status_code == 503
        assert "Kataloget kan ikke svare lige nu" in answer.text
        assert trouble.message in answer.text
        assert answer.headers["Retry-After"]
    assert client.get("/readyz").status_code == 503
    assert trouble.way_back in caplog.text
    assert "Traceback" not in caplog.text


@pytest.mark.parametrize("harm", HARMS, ids=lambda harm: harm.__name__)
@pytest.mark.parametrize("command", ["check", "reindex", "unanswered"])
def test_a_command_on_a_database_in_trouble_says_the_way_back(
    command: str,
    harm: Callable[[Path], None],
    harmed: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    harm(harmed)

    code = main([command])

    printed = capsys.readouterr()
    if harm is not take_away and command != "unanswered":
        assert code == 1
        assert printed.err.startswith("registry: ") or "FEJL: " in printed.out
    assert "Traceback" not in printed.err


@pytest.mark.parametrize("command", ["serve", "load"])
def test_a_database_of_a_newer_release_is_left_as_it_is_and_the_command_says_why(
    command: str, harmed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    NEWER(harmed)
    before = harmed.read_bytes()
    folder = [str(Path(__file__).parents[1] / "sample_content")]

    code = main([command, *(["--port", "0"] if command == "serve" else folder)])

    printed = capsys.readouterr()
    assert code == 1
    assert "9999_senere" in printed.err
    assert "Traceback" not in printed.err
    assert "kører på" not in printed.out
    assert harmed.read_bytes() == before


@pytest.mark.parametrize(
    ("error", "key"),
    [
        (OperationalError("x", {}, Exception("database is locked")), "locked"),
        (OperationalError("x", {}, Exception("connection refused")), "away"),
        (ProgrammingError("x", {}, Exception("no such table: term")), "other schema"),
        (sqlite3.OperationalError("no such column: a"), "other schema"),
    ],
)
def test_troubles_are_known_by_their_words(error: sqlite3.Error, key: str) -> None:
    trouble = trouble_of(error)
    assert trouble is not None
    assert trouble.key == key


def test_a_fault_of_the_program_is_no_trouble_of_the_database() -> None:
    assert trouble_of(IntegrityError("x", {}, Exception("UNIQUE failed"))) is None


def test_a_locked_database_is_asked_again_and_the_text_is_kept(
    harmed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = running(harmed)
    app.config["WTF_CSRF_ENABLED"] = False

    def locked(*_arguments: object, **_named: object) -> None:
        raise OperationalError("x", {}, Exception("database is locked"))

    monkeypatch.setattr(credentials, "authenticate", locked)
    sent = {"brugernavn": "ada", "adgangskode": "hemmelig"}
    answer = app.test_client().post("/log-ind", data=sent)

    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "5"
    assert "Gå tilbage i browseren; det, du skrev, står der endnu." in answer.text
    assert "hemmelig" not in answer.text
