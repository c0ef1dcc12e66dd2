"""The command `registry offline`."""

from pathlib import Path

import pytest

from registry.commands.main import main
from registry.offline import runtime
from tests.offline.samples import small_pyodide


@pytest.fixture(autouse=True)
def python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Python for the browser, too small to run."""
    folder = small_pyodide(tmp_path / "pyodide")
    monkeypatch.setattr(runtime, "PYODIDE", folder)
    return folder


def test_it_writes_the_copy_of_today_and_says_so(
    installed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = installed / "noedkopi.html"
    capsys.readouterr()

    assert main(["offline", "-o", str(target)]) == 0

    assert capsys.readouterr().out.startswith(
        f"Nødkopi pr. 22. november 2026: {target} (0,"
    )
    assert "Varsle kommunen om barnet" in target.read_text(encoding="utf-8")


def test_where_python_could_not_be_fetched_it_is_made_without_search_and_says_so(
    installed: Path, python: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (python / runtime.STAMP).unlink()
    target = installed / "noedkopi.html"
    capsys.readouterr()

    assert main(["offline", "-o", str(target)]) == 0

    assert "ikke søges i" in capsys.readouterr().out
    text = target.read_text(encoding="utf-8")
    assert "Varsle kommunen om barnet" in text
    assert "Kopien er lavet uden søgning." in text


def test_a_second_copy_takes_the_place_of_the_first_with_the_same_bytes(
    installed: Path,
) -> None:
    target = installed / "noedkopi.html"
    assert main(["offline", "-o", str(target)]) == 0
    first = target.read_bytes()

    assert main(["offline", "-o", str(target)]) == 0

    assert target.read_bytes() == first
    assert sorted(path.name for path in installed.glob("noedkopi*")) == [
        "noedkopi.html"
    ]


def test_a_place_that_cannot_be_written_is_refused(
    installed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["offline", "-o", str(installed / "findes-ikke" / "kopi.html")]) == 1

    assert "Kan ikke skrive" in capsys.readouterr().err
