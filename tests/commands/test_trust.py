"""The commands that show that nothing was altered: check, witness, prove, verify."""

import shutil
from pathlib import Path

import pytest

from registry.catalogue.queries import Catalogue
from registry.commands.main import main
from registry.publishing import beginning
from registry.storage.db import connect
from tests.publishing.people import RITA, SLUG, with_accounts
from tests.storage.tampered import alter, make_anew

URL = "REGISTRY_DATABASE_URL"


@pytest.fixture
def here(
    installed: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Path:
    """The folder of an installation with an index."""
    monkeypatch.setenv("REGISTRY_INDEX_DIR", str(installed / "index"))
    assert main(["reindex"]) == 0
    capsys.readouterr()
    return installed


@pytest.fixture
def witness(here: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A witness that was kept, with a time after all that is loaded."""
    assert main(["witness"]) == 0
    path = here / "vidne.txt"
    path.write_text(capsys.readouterr().out, encoding="utf-8")
    return path


def test_a_trail_that_went_on_fits_the_witness(
    here: Path, witness: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    catalogue = Catalogue(connect(f"sqlite:///{here / 'registry.sqlite'}"))
    with_accounts(catalogue.engine, RITA)
    beginning.begin_agreement(catalogue, "En ny aftale", "", RITA)

    assert main(["check", "--witness", str(witness)]) == 0
    assert "Historikken fortsætter den, vidnet fra" in capsys.readouterr().out


def test_a_trail_made_anew_does_not_fit_the_witness(
    here: Path, witness: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = here / "registry.sqlite"
    alter(path, ["UPDATE audit_entry SET actor = 'en anden'"], lifted=True)
    make_anew(path)

    assert main(["check"]) == 0
    assert main(["check", "--witness", str(witness)]) == 1
    assert "Historikken er lavet om." in capsys.readouterr().out


@pytest.mark.parametrize("text", ["", "ikke et vidne"])
def test_a_file_that_is_no_witness_is_refused(
    here: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    (here / "andet.txt").write_text(text)

    assert main(["check", "--witness", str(here / "andet.txt")]) == 1
    assert "Det er ikke et vidne" in capsys.readouterr().err


def test_a_witness_that_is_not_there_is_said(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--witness", str(here / "intet.txt")]) == 1
    assert "kan ikke læses" in capsys.readouterr().err


def test_a_publication_is_proved_without_the_database(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    proof = here / "bevis.json"
    assert main(["prove", SLUG, "2", "-o", str(proof)]) == 0
    assert main(["witness", "--key"]) == 0
    key = capsys.readouterr().out.splitlines()[-1]
    away = here.parent / "et-andet-sted.json"
    shutil.copy(proof, away)
    monkeypatch.setenv(URL, "sqlite:////findes/ikke/registry.sqlite")

    assert main(["verify", str(away), "--key", key]) == 0
    assert f"udgave 2 af «{SLUG}»" in capsys.readouterr().out
    assert main(["verify", str(away)]) == 0
    assert key in capsys.readouterr().out


def test_a_proof_that_was_changed_does_not_hold(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    proof = here / "bevis.json"
    assert main(["prove", SLUG, "2", "-o", str(proof)]) == 0
    proof.write_text(proof.read_text(encoding="utf-8").replace("Afdelingen", "Ingen"))

    assert main(["verify", str(proof)]) == 1
    assert "Beviset holder ikke" in capsys.readouterr().err


def test_a_version_that_is_not_published_is_not_proved(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["prove", SLUG, "9", "-o", str(here / "b.json")]) == 1
    assert "ingen offentliggjort udgave 9" in capsys.readouterr().err


def test_two_witnesses_are_proved_without_the_database(
    here: Path,
    witness: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    catalogue = Catalogue(connect(f"sqlite:///{here / 'registry.sqlite'}"))
    beginning.begin_agreement(catalogue, "En ny aftale", "", RITA)
    proof, later = here / "bevis.json", here / "senere.txt"
    assert main(["witness"]) == 0
    later.write_text(capsys.readouterr().out, encoding="utf-8")
    for until in ([], ["--until", str(later)]):
        command = ["prove", "--since", str(witness), *until, "-o", str(proof)]
        assert main(command) == 0
    monkeypatch.setenv(URL, "sqlite:////findes/ikke/registry.sqlite")

    assert main(["verify", str(proof)]) == 0
    assert "Intet af det, det første så, er ændret." in capsys.readouterr().out


@pytest.mark.parametrize(
    "asked", [[], [SLUG], [SLUG, "2", "--since", "a"], ["--until", "a"]]
)
def test_a_proof_is_of_a_version_or_of_two_witnesses(
    here: Path, capsys: pytest.CaptureFixture[str], asked: list[str]
) -> None:
    assert main(["prove", *asked, "-o", str(here / "b.json")]) == 1
    assert "Skriv enten en aftale og en udgave" in capsys.readouterr().err
