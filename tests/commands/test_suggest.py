"""`registry suggest`: what a text's sentences tell, by the catalogue's words."""

import json
from pathlib import Path

import pytest

from registry.commands.main import main
from registry.suggest.suggestion import SAID

pytestmark = pytest.mark.usefixtures("installed")

TEXT = "## Udskrivning\n\nKommunen ringer til borgeren. Tolken skal oversætte brevet."

# What other programs read.
KEYS = (
    *("sentence", "section", "task", "situation", "phase", "responsible"),
    *("contributes", "informed", "authority", "payer", "treatment_responsible"),
    *("deadline", "deadline_data", "does_not_apply_to", "sure", "asked"),
)


def written(folder: Path, content: bytes) -> str:
    path = folder / "aftale.md"
    path.write_bytes(content)
    return str(path)


def test_it_prints_each_row_with_its_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["suggest", written(tmp_path, TEXT.encode()), "--json"]) == 0

    first, second = json.loads(capsys.readouterr().out)
    assert tuple(first) == SAID == KEYS
    assert (first["responsible"], first["task"]) == (["kommune"], "ringe til borgeren")
    assert (first["section"], first["sure"]) == ("Udskrivning", True)
    assert (second["responsible"], second["asked"]) == ([], "Tolken")


def test_people_read_who_does_what_and_how_many_are_sure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["suggest", written(tmp_path, TEXT.encode())]) == 0

    said = capsys.readouterr().out
    assert "Udskrivning: kommune: ringe til borgeren" in said
    assert said.endswith("2 forslag, heraf 1 sikre.\n")


@pytest.mark.parametrize("name", ["mangler.md", "."])
def test_a_file_that_cannot_be_read_is_refused(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["suggest", str(tmp_path / name)]) == 1
    assert "Kan ikke læse" in capsys.readouterr().err


def test_a_file_that_is_no_text_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["suggest", written(tmp_path, b"\xff\xfe\x00")]) == 1
    assert "ikke tekst i UTF-8" in capsys.readouterr().err


def test_whoever_decides_pays_or_is_responsible_is_named_where_nobody_does_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "Kommunen betaler hjælpemidlet. Tolken skal oversætte brevet."

    assert main(["suggest", written(tmp_path, text.encode())]) == 0

    printed = capsys.readouterr().out
    assert "Uden overskrift: kommune: betale hjælpemidlet" in printed
    assert "Uden overskrift: ?: oversætte brevet" in printed


def test_without_a_database_the_starting_catalogue_s_words_are_used_and_none_is_made(
    installed: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    catalogue_dir: Path,
) -> None:
    folder = tmp_path_factory.mktemp("away")
    monkeypatch.setenv("REGISTRY_DATABASE_URL", f"sqlite:///{folder / 'k.sqlite'}")
    monkeypatch.setenv("REGISTRY_CONTENT_DIR", str(catalogue_dir))

    assert main(["suggest", written(installed, TEXT.encode()), "--json"]) == 0

    said = capsys.readouterr()
    assert json.loads(said.out)[0]["responsible"] == ["kommune"]
    assert "der er ikke lavet en" in said.err
    assert list(folder.iterdir()) == []
