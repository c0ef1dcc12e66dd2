"""A folder of agreements: each file its own draft, and its own trouble."""

from pathlib import Path

import pytest

from registry.catalogue.queries import Catalogue
from registry.commands.main import main
from registry.intake.folder import FileTaken, files_in, take_in_all
from registry.intake.letters import NOT_TEXT
from registry.intake.service import taken_in
from registry.publishing.drafts import read_draft
from tests.intake.docx_agreement import docx_file
from tests.intake.docx_files import docx_of, p
from tests.publishing.people import RITA

pytestmark = pytest.mark.slow

TEXT = (
    "Aftale om nattevagt\n\nNat\n\n"
    "Kommunen ringer til borgeren. Tolken skriver et brev."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One file of each kind, one that is no agreement, and three that are passed by."""
    place = tmp_path / "aftaler"
    place.mkdir()
    (place / "b.txt").write_text(TEXT, encoding="utf-8")
    (place / "a.docx").write_bytes(docx_file())
    (place / "c.docx").write_bytes(b"ikke en Word-fil")
    (place / "d.md").write_bytes(b"\xff\xfe\x00")
    for name in ("~$a.docx", ".skjult.txt", "billede.png"):
        (place / name).write_bytes(b"x")
    return place


@pytest.fixture
def taken(catalogue: Catalogue, folder: Path) -> list[FileTaken]:
    return list(take_in_all(catalogue, files_in(folder), RITA))


def test_each_file_is_taken_in_by_itself(taken: list[FileTaken]) -> None:
    assert [one.name for one in taken] == ["a.docx", "b.txt", "c.docx", "d.md"]
    assert [bool(one.refused) for one in taken] == [False, False, True, True]
    assert taken[3].refused == NOT_TEXT


def test_a_text_is_a_draft_in_which_its_duties_wait(
    catalogue: Catalogue, taken: list[FileTaken]
) -> None:
    text = taken[1]

    assert text.draft is not None
    assert read_draft(catalogue, text.draft).title == "Aftale om nattevagt"
    assert (text.suggested, text.sure) == (2, 1)


def test_a_template_of_words_is_not_passed_by(tmp_path: Path) -> None:
    for name in ("a.dotx", "b.DOTM", "c.docm", "d.xlsx"):
        (tmp_path / name).write_bytes(docx_file())
    assert [path.name for path in files_in(tmp_path)] == ["a.dotx", "b.DOTM", "c.docm"]


def test_a_file_that_is_gone_is_told(catalogue: Catalogue, tmp_path: Path) -> None:
    (gone,) = take_in_all(catalogue, [tmp_path / "vaek.docx"], RITA)

    assert gone.refused.startswith("Filen kan ikke læses")


@pytest.mark.usefixtures("installed")
def test_the_command_tells_each_file_and_the_whole(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["intake", str(folder)]) == 1

    said = capsys.readouterr().out
    assert "[2/4] b.txt: /redaktion/kladder/" in said
    assert "[3/4] c.docx: afvist." in said
    assert "2 kladder lavet, 2 filer afvist" in said
    assert "Sprunget over, hverken Word (.docx) eller tekst: billede.png" in said


@pytest.mark.usefixtures("installed")
def test_a_folder_takes_no_single_title(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["intake", str(folder), "--title", "Titel"]) == 1
    assert "En mappe har flere aftaler" in capsys.readouterr().err


def test_a_file_without_a_title_has_its_name_and_is_asked_about(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    untitled = docx_of(p("Formål", style="Overskrift1"), p("At køre."))
    (tmp_path / "aftale_om__koersel.docx").write_bytes(untitled)
    (tmp_path / "nat.txt").write_text("Kommunen ringer.", encoding="utf-8")

    first, second = take_in_all(catalogue, files_in(tmp_path), RITA)
    assert (first.refused, second.refused) == ("", "")
    assert first.draft is not None
    assert second.draft is not None
    assert read_draft(catalogue, first.draft).title == "aftale om koersel"
    assert read_draft(catalogue, second.draft).title == "nat"
    told = taken_in(catalogue, second.draft)
    assert told is not None
    assert any(
        one.text.startswith("Titlen er filens navn, «nat», da") for one in told.doubts
    )


def test_a_text_in_older_letters_is_read_and_told(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_bytes("Aftale om sår\n\nFormål\n\nÅ.".encode("cp1252"))
    (one,) = take_in_all(catalogue, files_in(tmp_path), RITA)
    assert one.draft is not None
    assert read_draft(catalogue, one.draft).title == "Aftale om sår"
    told = taken_in(catalogue, one.draft)
    assert told is not None
    assert "cp1252" in told.remarks[0].text


@pytest.mark.usefixtures("installed")
def test_the_command_names_the_way_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    untitled = tmp_path / "a.docx"
    (tmp_path / "mappe").mkdir()
    (tmp_path / "mappe" / "gammel.doc").write_bytes(b"x")

    assert main(["intake", str(tmp_path / "mappe")]) == 0
    assert "Åbn .doc, .rtf og .odt i Word, og gem" in capsys.readouterr().out
    two = p("Formål", style="Overskrift1") + p("Økonomi", style="Overskrift1")
    untitled.write_bytes(docx_of(two, p("En.")))
    assert main(["intake", str(untitled)]) == 1
    assert "Giv den med --title." in capsys.readouterr().err
