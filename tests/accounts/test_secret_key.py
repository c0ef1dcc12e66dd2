"""The key that signs sessions: given, or made once and kept to the program alone."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from registry import create_app
from registry.accounts import secret_key
from registry.errors import BadSetting
from registry.storage import kept_secret

GIVEN = "k" * 32


def url_in(folder: Path) -> str:
    return f"sqlite:///{folder / 'registry.sqlite'}"


def test_a_key_is_made_once_and_found_again(tmp_path: Path) -> None:
    made = secret_key.secret_key("", url_in(tmp_path))

    assert len(made) >= secret_key.SHORTEST
    assert secret_key.secret_key("", url_in(tmp_path)) == made
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights otherwise")
def test_only_the_program_may_read_it(tmp_path: Path) -> None:
    secret_key.secret_key("", url_in(tmp_path))

    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600


def test_a_key_that_is_set_is_used_and_none_is_made(tmp_path: Path) -> None:
    assert secret_key.secret_key(GIVEN, url_in(tmp_path)) == GIVEN
    assert list(tmp_path.iterdir()) == []


def test_a_short_key_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match="mindst 32 tegn"):
        create_app(SECRET_KEY="k" * 31, DATABASE_URL=url_in(tmp_path))


def test_a_damaged_key_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "secret_key").write_text("kort")

    with pytest.raises(BadSetting, match="ødelagt"):
        secret_key.secret_key("", url_in(tmp_path))


def test_a_folder_that_is_none_is_said(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("")

    with pytest.raises(BadSetting, match="REGISTRY_SECRET_KEY"):
        secret_key.secret_key("", url_in(tmp_path / "fil"))


def test_with_a_server_database_it_lies_in_the_programs_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_secret, "ROOT", tmp_path)

    secret_key.secret_key("", "postgresql+psycopg://vaert/katalog")

    assert (tmp_path / "instance" / "secret_key").exists()


def test_processes_that_start_at_once_use_one_key(tmp_path: Path) -> None:
    program = (
        "import sys; from registry.accounts.secret_key import secret_key; "
        "sys.stdin.readline(); print(secret_key('', sys.argv[1]))"
    )
    command = [sys.executable, "-c", program, url_in(tmp_path)]
    started = [
        subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for _ in range(4)
    ]
    for process in started:
        assert process.stdin
        process.stdin.write("\n")
        process.stdin.flush()

    keys = {process.communicate()[0] for process in started}

    assert len(keys) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]
