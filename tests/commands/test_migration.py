"""The command `registry migration`: it says where the new migration lies."""

from pathlib import Path

import pytest

from registry.commands.main import main
from registry.storage import migrating


def test_it_makes_a_migration_of_the_message_and_says_where_it_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made = tmp_path / "0009_add_follow_up.py"
    asked: list[str] = []
    monkeypatch.setattr(
        migrating, "make_migration", lambda message: asked.append(message) or made
    )

    assert main(["migration", "Add follow up"]) == 0

    assert asked == ["Add follow up"]
    assert f"læs den efter: {made}" in capsys.readouterr().out


def test_a_message_without_words_is_refused_in_danish(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["migration", " "]) != 0
    assert "TEKST" in capsys.readouterr().err
