"""A database that may not be opened is not damaged: `check`, `backup` and `restore` say
what is the matter, and nobody is sent for a copy.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from registry.commands.main import main
from tests.starved import open_folder, posix, unreadable

pytestmark = [posix, pytest.mark.usefixtures("stopped_clock")]


@contextmanager
def folder_in_its_place(path: Path) -> Iterator[None]:
    path.rename(path.with_name("før"))
    path.mkdir()
    yield


HARMS = (unreadable, folder_in_its_place)
Harm = Callable[[Path], AbstractContextManager[None]]


@pytest.fixture
def folder(loaded_once: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    with open_folder() as folder:
        shutil.copy(loaded_once, folder / "registry.sqlite")
        (folder / "kopier").mkdir()
        (folder / "kopier").chmod(0o777)
        url = f"sqlite:///{folder / 'registry.sqlite'}"
        monkeypatch.setenv("REGISTRY_DATABASE_URL", url)
        monkeypatch.setenv("REGISTRY_INDEX_DIR", str(folder / "index"))
        yield folder


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a command that is refused says."""
    assert main(arguments) == 1
    told = capsys.readouterr()
    return told.out + told.err


@pytest.mark.parametrize("harm", HARMS)
def test_the_check_says_that_it_cannot_be_opened_and_nothing_else(
    harm: Harm, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with harm(folder / "registry.sqlite"):
        told = said(capsys, "check")

    assert told.count("FEJL") == 1
    assert "kan ikke åbnes" in told
    assert "beskadiget" not in told


@pytest.mark.parametrize("harm", HARMS)
def test_the_copy_says_that_it_cannot_be_opened(
    harm: Harm, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with harm(folder / "registry.sqlite"):
        told = said(capsys, "backup", str(folder / "kopier" / "kopi.sqlite"))

    assert "registry.sqlite» kan ikke åbnes" in told
    assert "beskadiget" not in told
    assert not [*(folder / "kopier").iterdir()]


def test_a_copy_that_may_not_be_opened_is_not_called_damaged(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = Path(shutil.copy(folder / "registry.sqlite", folder / "kopi.sqlite"))
    with unreadable(copy):
        told = said(capsys, "restore", str(copy), "--replace")

    assert "kopi.sqlite» kan ikke åbnes" in told
    assert "beskadiget" not in told


def test_one_that_is_damaged_is_still_called_so(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "registry.sqlite").write_bytes(b"ikke en database" * 500)

    told = said(capsys, "check")
    copied = said(capsys, "backup", str(folder / "kopier" / "kopi.sqlite"))

    assert "beskadiget" in told
    assert "beskadiget" in copied
