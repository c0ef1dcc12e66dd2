"""Python for the browser, as the set-up leaves it."""

import gzip
import json
from base64 import b64decode
from pathlib import Path

import pytest

from registry.offline import runtime as read
from registry.offline.runtime import Runtime, packed, runtime
from tests.offline.samples import PROGRAM, small_pyodide


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    installed = small_pyodide(tmp_path / "pyodide")
    monkeypatch.setattr(read, "PYODIDE", installed)
    return installed


def test_without_it_there_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read, "PYODIDE", tmp_path)

    assert runtime() is None


def test_a_set_up_that_did_not_end_leaves_none(folder: Path) -> None:
    (folder / read.STAMP).unlink()

    assert runtime() is None


@pytest.mark.usefixtures("folder")
def test_its_files_are_packed_as_text() -> None:
    found = runtime()

    assert isinstance(found, Runtime)
    assert gzip.decompress(b64decode(found.machine)) == b"machine"
    assert gzip.decompress(b64decode(found.library)) == b"library"


@pytest.mark.usefixtures("folder")
def test_its_modules_become_one_script() -> None:
    found = runtime()

    assert found is not None
    assert PROGRAM in found.script
    for written in ("export ", "export{", "import.meta", "sourceMappingURL"):
        assert written not in found.script


@pytest.mark.usefixtures("folder")
def test_it_is_told_of_no_packages_that_it_could_ask_for() -> None:
    found = runtime()

    assert found is not None
    line = found.script.splitlines()[0].removeprefix("const PACKAGES = ")
    assert json.loads(line.removesuffix(";")) == {
        "info": {"python": "3"},
        "packages": {},
    }


def test_another_set_up_is_read_anew(folder: Path) -> None:
    before = runtime()
    (folder / read.MACHINE).write_bytes(b"newer")
    (folder / read.STAMP).write_text("two", encoding="ascii")
    after = runtime()

    assert before is not None
    assert after is not None
    assert runtime() is after
    assert (before.machine, after.machine) == (packed(b"machine"), packed(b"newer"))
