"""Secrets in files of their own: made once, whole, and read by nobody else."""

import os
from pathlib import Path

from registry.settings import ROOT
from registry.storage.kept_secret import beside_database, kept


def test_a_secret_is_made_once(tmp_path: Path) -> None:
    path = tmp_path / "mappe" / "hemmelig"

    assert kept(path, lambda: "foerste") == "foerste"
    assert kept(path, lambda: "anden") == "foerste"
    assert [p.name for p in path.parent.iterdir()] == ["hemmelig"]
    if os.name != "nt":
        assert path.stat().st_mode & 0o777 == 0o600


def test_it_lies_beside_the_database_and_never_in_the_program() -> None:
    assert beside_database("sqlite:////srv/data/registry.sqlite") == Path("/srv/data")
    assert beside_database("postgresql+psycopg://v/k") == ROOT / "instance"
