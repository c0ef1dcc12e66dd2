"""The commands run under the owner's role: migrate and grant."""

from pathlib import Path

import pytest

from registry.commands.main import main


def test_migrate_brings_the_schema_up_and_says_so(
    installed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["migrate"]) == 0
    assert "som denne udgave af programmet vil have det" in capsys.readouterr().out


def test_grant_is_for_postgresql_alone(
    installed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["grant", "katalog"]) == 1
    assert "Kun PostgreSQL har roller" in capsys.readouterr().err
