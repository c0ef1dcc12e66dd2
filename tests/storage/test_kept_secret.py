"""Secrets in files of their own: made once, whole, and read by nobody else."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from registry.settings import ROOT
from registry.storage import atomic_files
from registry.storage.kept_secret import beside_database, kept


def test_a_secret_is_made_once(tmp_path: Path) -> None:
    path = tmp_path / "mappe" / "hemmelig"

    assert kept(path, lambda: "foerste") == "foerste"
    assert kept(path, lambda: "anden") == "foerste"
    assert [p.name for p in path.parent.iterdir()] == ["hemmelig"]
    if os.name != "nt":
        assert path.stat().st_mode & 0o777 == 0o600


def test_what_a_killed_process_left_of_a_secret_is_cleared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where it had been put in its place already; that of one who lives stays."""
    path, killed = tmp_path / "hemmelig", subprocess.Popen([sys.executable, "-c", ""])
    killed.wait()
    monkeypatch.setattr(Path, "unlink", lambda *_, **__: None)
    monkeypatch.setattr(os, "getpid", lambda: killed.pid)
    kept(path, lambda: "foerste")
    monkeypatch.setattr(os, "getpid", os.getppid)
    (other := atomic_files.beside(path)).touch()
    monkeypatch.undo()
    assert len(list(tmp_path.iterdir())) == 3

    assert kept(path, lambda: "anden") == "foerste"
    assert sorted(tmp_path.iterdir()) == sorted([path, other])


def test_it_lies_beside_the_database_and_never_in_the_program() -> None:
    assert beside_database("sqlite:////srv/data/registry.sqlite") == Path("/srv/data")
    assert beside_database("postgresql+psycopg://v/k") == ROOT / "instance"
