"""`registry intake`: a Word file becomes a draft, and what was unclear is listed."""

from pathlib import Path

import pytest

from registry.catalogue.queries import Catalogue
from registry.commands.main import main
from registry.publishing.drafts import open_drafts, read_draft
from tests.intake.docx_agreement import docx_file

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("installed")]


def written(folder: Path, content: bytes) -> str:
    path = folder / "Aftale om prøver.docx"
    path.write_bytes(content)
    return str(path)


def test_a_docx_file_becomes_a_draft(
    catalogue: Catalogue, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["intake", written(tmp_path, docx_file())]) == 0

    draft = read_draft(catalogue, open_drafts(catalogue)["aftale-om-proever"])
    said = capsys.readouterr().out
    assert f"/redaktion/kladder/{draft.id}" in said
    assert "tage-proeven: Udføres af: «Den fælles enhed» er ikke et navn" in said
    assert draft.writers == {"kommandolinje"}


def test_the_next_version_of_an_agreement_has_its_name(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    file = written(tmp_path, docx_file())
    assert (
        main(
            ["intake", file, "--agreement", "proeve-udskrivning", "--title", "Ny titel"]
        )
        == 0
    )

    draft = read_draft(catalogue, open_drafts(catalogue)["proeve-udskrivning"])
    assert draft.title == "Ny titel"


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (["--agreement", "findes-ikke"], "ingen offentliggjort udgave"),
        (["--title", "???"], "Skriv aftalens titel med bogstaver."),
    ],
)
def test_what_cannot_be_taken_in_is_refused(
    catalogue: Catalogue,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    more: list[str],
    message: str,
) -> None:
    before = open_drafts(catalogue)
    assert main(["intake", written(tmp_path, docx_file()), *more]) == 1
    assert message in capsys.readouterr().err
    assert open_drafts(catalogue) == before


def test_a_file_that_is_not_there_is_told(
    catalogue: Catalogue, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["intake", str(tmp_path / "mangler.docx")]) == 1
    assert "Findes filen, og må du læse den?" in capsys.readouterr().err
