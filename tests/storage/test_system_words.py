"""What the system says of files and disks is told in Danish by every command."""

import errno
from pathlib import Path

import pytest

from registry.commands.main import main
from registry.storage.system_words import WORDS, in_danish


@pytest.mark.parametrize("number", WORDS)
def test_the_systems_own_words_are_not_shown(number: int) -> None:
    assert in_danish(OSError(number, "Own words")) == WORDS[number]


def test_what_has_no_words_is_told_by_its_number() -> None:
    assert in_danish(OSError(errno.EDEADLK, "Own words")).endswith(str(errno.EDEADLK))


@pytest.mark.parametrize(
    ("below", "why"), [("fil/dump", "en del af stien er ikke en mappe")]
)
def test_a_command_says_so_in_danish(
    below: str,
    why: str,
    loaded_once: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("REGISTRY_DATABASE_URL", f"sqlite:///{loaded_once}")
    (tmp_path / "fil").write_text("x", encoding="utf-8")

    assert main(["dump", str(tmp_path / below)]) == 1
    assert f"kan ikke bruges: {why}." in capsys.readouterr().err
