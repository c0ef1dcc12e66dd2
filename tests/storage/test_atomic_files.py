"""What a killed command left half made is cleared; what is under way is left alone."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from registry.errors import BadInput
from registry.storage import atomic_files
from tests.starved import full_disk, posix


def left_by(process: int, folder: Path, ending: str = "") -> Path:
    path = folder / f".kopi.sqlite.{process}.{atomic_files.ENDING}{ending}"
    path.touch()
    return path


def ended() -> int:
    """The number of a process that is no more."""
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    return child.pid


def test_a_half_file_has_a_name_of_its_own_in_the_same_folder(tmp_path: Path) -> None:
    half = atomic_files.beside(tmp_path / "kopi.sqlite")

    assert half.parent == tmp_path
    assert half.name == f".kopi.sqlite.{os.getpid()}.delvis"


def test_what_processes_before_this_one_left_is_cleared(tmp_path: Path) -> None:
    gone = ended()
    left = [left_by(gone, tmp_path), left_by(gone, tmp_path, "-journal")]
    same_number = left_by(os.getpid(), tmp_path)

    assert set(atomic_files.clear(tmp_path)) == {*left, same_number}
    assert list(tmp_path.iterdir()) == []


@posix
def test_what_is_under_way_is_left_alone(tmp_path: Path) -> None:
    under_way = left_by(os.getppid(), tmp_path)

    assert atomic_files.clear(tmp_path) == []
    assert under_way.exists()


def test_nothing_else_is_touched(tmp_path: Path) -> None:
    for name in ("kopi.delvis", ".kopi.delvis", ".kopi.x.delvis", "kopi.sqlite"):
        (tmp_path / name).touch()

    assert atomic_files.clear(tmp_path) == []
    assert len(list(tmp_path.iterdir())) == 4


@posix
def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "kopi.html"
    left_by(ended(), tmp_path)
    atomic_files.write_whole(target, b"i gaar")

    with full_disk(), pytest.raises(OSError, match="large"):
        atomic_files.write_whole(target, b"i dag")

    assert target.read_bytes() == b"i gaar"
    assert list(tmp_path.iterdir()) == [target]


@posix
def test_what_is_no_file_is_written_to(tmp_path: Path) -> None:
    atomic_files.write_whole(Path(os.devnull), b"intet")

    assert not Path(os.devnull).is_file()


def test_a_file_asked_for_that_cannot_be_written_is_refused_by_its_option(
    tmp_path: Path,
) -> None:
    with pytest.raises(BadInput, match="Findes mappen") as refused:
        atomic_files.write_asked_for(tmp_path / "findes-ikke" / "a.md", b"a", "-o")

    assert refused.value.field == "-o"
