"""The commands, as they are run: what they print, in Danish, and how they end."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sqlmodel import Session, select

from registry import clock
from registry.commands.database import prepared_engine
from registry.commands.main import main
from registry.models import AuditEntry, Version
from registry.storage.db import connect, migrate
from tests.conftest import NOW
from tests.starved import full_disk

ROW = "proeve-udskrivning.varsel-boern"
CPR = "010190-1234"


class Installation:
    """A database and an index of their own, and what a command printed on them."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.database = folder / "registry.sqlite"
        self.index = folder / "index"
        self._capsys = capsys
        self.out = self.err = ""

    def run(self, *arguments: str) -> int:
        """The exit code of a command; what it printed is left in `out` and `err`."""
        self._capsys.readouterr()
        code = main(arguments)
        self.out, self.err = self._capsys.readouterr()
        return code


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory, catalogue_dir: Path) -> Path:
    """A folder with the invented catalogue loaded and indexed; copied, never written
    to.
    """
    folder = tmp_path_factory.mktemp("prepared")
    with pytest.MonkeyPatch.context() as patch:
        point_at(folder, patch)
        assert main(["load", str(catalogue_dir)]) == 0
        assert main(["reindex"]) == 0
    return folder


def point_at(folder: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setenv("REGISTRY_DATABASE_URL", f"sqlite:///{folder / 'registry.sqlite'}")
    patch.setenv("REGISTRY_INDEX_DIR", str(folder / "index"))


@pytest.fixture
def empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Installation:
    point_at(tmp_path, monkeypatch)
    monkeypatch.setattr(clock, "now", lambda: NOW)
    return Installation(tmp_path, capsys)


@pytest.fixture
def installed(prepared: Path, empty: Installation, tmp_path: Path) -> Installation:
    shutil.copytree(prepared, tmp_path, dirs_exist_ok=True)
    return empty


# load


def test_load_reads_a_folder_and_counts_what_came_in(
    empty: Installation, catalogue_dir: Path
) -> None:
    assert empty.run("load", str(catalogue_dir)) == 0

    assert empty.out.startswith(
        "Indlæst: 4 aftaler, 5 udgaver, 8 snitflader, 3 begreber, "
    )
    assert empty.err == ""
    with Session(connect(f"sqlite:///{empty.database}")) as session:
        assert len(session.exec(select(Version)).all()) == 5


def test_load_into_a_database_that_holds_a_catalogue_is_refused(
    installed: Installation, catalogue_dir: Path
) -> None:
    assert installed.run("load", str(catalogue_dir)) == 1

    assert (
        installed.err == "registry: Databasen er ikke tom. Indlæs i en ny database.\n"
    )
    assert installed.out == ""


@pytest.mark.parametrize("name", ["findes-ikke", "."])
def test_load_of_a_folder_that_holds_no_catalogue_is_refused(
    name: str, empty: Installation, tmp_path: Path
) -> None:
    (tmp_path / "tom").mkdir()

    assert empty.run("load", str(tmp_path / "tom" / name)) == 1

    assert "er ikke en mappe med et katalog" in empty.err


def test_load_says_in_which_file_line_and_field_the_fault_is(
    empty: Installation, catalogue_dir: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(catalogue_dir, tmp_path / "katalog"))
    path = folder / "vocabulary" / "tasks.yaml"
    text = path.read_text(encoding="utf-8").replace(
        "label: Kørsel hjem", "labell: Kørsel hjem"
    )
    path.write_text(text, encoding="utf-8")

    assert empty.run("load", str(folder)) == 1

    expected = "vocabulary/tasks.yaml, linje 11, felt «labell»: er ikke et felt her"
    assert empty.err == f"registry: {expected}\n"
    with Session(connect(f"sqlite:///{empty.database}")) as session:
        assert session.exec(select(AuditEntry)).all() == []


# dump


def test_dump_writes_the_catalogue_and_says_where(
    installed: Installation, tmp_path: Path
) -> None:
    assert installed.run("dump", str(tmp_path / "ud")) == 0

    assert installed.out == f"Skrevet til {tmp_path / 'ud'}\n"
    assert (tmp_path / "ud" / "agreements" / "proeve-udskrivning" / "2.md").is_file()


def test_dump_takes_drafts_along_only_when_told(
    empty: Installation, catalogue_dir: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(catalogue_dir, tmp_path / "katalog"))
    path = folder / "agreements" / "proeve-kommende" / "1.md"
    text = path.read_text(encoding="utf-8").replace("state: published", "state: draft")
    path.with_name("kladde.md").write_text(text, encoding="utf-8")
    draft = Path("agreements") / "proeve-kommende" / "kladde.md"
    empty.run("load", str(folder))

    assert empty.run("dump", str(tmp_path / "uden")) == 0
    assert empty.run("dump", str(tmp_path / "med"), "--drafts") == 0

    assert not (tmp_path / "uden" / draft).exists()
    assert (tmp_path / "med" / draft).is_file()


def test_dump_into_a_folder_with_other_things_is_refused(
    installed: Installation, tmp_path: Path
) -> None:
    (tmp_path / "ud").mkdir()
    (tmp_path / "ud" / "brev.odt").write_bytes(b"brev")

    assert installed.run("dump", str(tmp_path / "ud")) == 1

    assert "indeholder andet end et katalog (brev.odt)" in installed.err
    assert [path.name for path in (tmp_path / "ud").iterdir()] == ["brev.odt"]


# reindex and check


def test_reindex_builds_the_index_and_counts_its_documents(
    installed: Installation,
) -> None:
    shutil.rmtree(installed.index)

    assert installed.run("reindex") == 0

    assert "Bygger søgeindekset … klar (" in installed.out
    assert "dokumenter i indekset." in installed.out
    assert installed.run("check") == 0


def test_check_finds_nothing_wrong_with_a_sound_installation(
    installed: Installation,
) -> None:
    assert installed.run("check") == 0

    assert (
        installed.out
        == "Databasen, udløserne, historikken og søgeindekset er i orden.\n"
    )


def test_check_says_what_is_wrong_and_what_to_do(installed: Installation) -> None:
    shutil.rmtree(installed.index)

    assert installed.run("check") == 1

    assert installed.out.startswith("FEJL: Søgeindekset ")
    assert installed.out.endswith("Kør: registry reindex\n")


def test_check_changes_nothing(installed: Installation) -> None:
    shutil.rmtree(installed.index)

    assert [installed.run("check"), installed.run("check")] == [1, 1]

    assert not installed.index.exists()


# search


def test_search_prints_the_rows_by_their_kind_of_task(installed: Installation) -> None:
    assert installed.run("search", "varsling af barn") == 0

    assert installed.out.splitlines()[:2] == [
        "Varsle kommunen før udskrivning",
        f"  {ROW}: Varsle kommunen om barnet",
    ]


def test_search_abstains_and_says_what_was_not_found(installed: Installation) -> None:
    assert installed.run("search", "kattehotel") == 0

    assert installed.out.splitlines()[:2] == [
        "Ingen gældende aftale i kataloget besvarer det.",
        "Intet fundet om: kattehotel",
    ]


def test_search_says_of_the_nearest_rows_that_they_are_no_answer(
    installed: Installation,
) -> None:
    assert installed.run("search", "kattehotel varsling") == 0

    assert installed.out.startswith("Kataloget er ikke sikkert på, hvad du spørger om.")
    assert "Nærmeste: Varsle kommunen før udskrivning" in installed.out


def test_search_answers_as_the_api_does(installed: Installation) -> None:
    assert installed.run("search", "varsling af barn", "--json") == 0

    answer = json.loads(installed.out)
    assert (answer["query"], answer["abstained"]) == ("varsling af barn", False)
    assert answer["as_of"] == "2026-11-22"
    assert answer["answers"][0]["id"] == ROW
    assert answer["answers"][0]["responsible"] == ["Børneafdelingen"]
    assert set(answer) >= {
        "not_found",
        "total",
        "agreements",
        "terms",
        "facets",
        "did_you_mean",
    }


def test_search_asks_about_the_date_given(installed: Installation) -> None:
    installed.run("search", "medicin med hjem", "--as-of", "2015-06-01", "--json")
    then = json.loads(installed.out)
    installed.run("search", "medicin med hjem", "--json")
    now = json.loads(installed.out)

    assert then["as_of"] == "2015-06-01"
    assert [answer["id"] for answer in then["answers"]] == ["proeve-gammel.medicin"]
    assert now["answers"] == []


def test_search_refuses_a_date_that_is_none(installed: Installation) -> None:
    assert installed.run("search", "varsling", "--as-of", "2026-02-30") == 1

    assert installed.err.startswith("registry: --as-of: det er ikke en dato.")


def test_search_refuses_a_cpr_number_and_never_repeats_it(
    installed: Installation,
) -> None:
    for question in (f"varsling af {CPR}", f"{CPR.replace('-', '')} varsling"):
        assert installed.run("search", question) == 1
        assert "CPR-nummer" in installed.err
        assert not {"0101", "1234"} & set(installed.err + installed.out)
        assert "0101" not in installed.err + installed.out


def test_search_refuses_a_question_that_is_too_long(
    installed: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert installed.run("search", "varsling " * 60) == 1
    assert "Skriv højst 400 tegn" in installed.err

    monkeypatch.setenv("REGISTRY_MAX_QUESTION_LENGTH", "5")
    assert installed.run("search", "varsling") == 1
    assert "Skriv højst 5 tegn" in installed.err


def test_search_mends_a_missing_index_by_itself(installed: Installation) -> None:
    shutil.rmtree(installed.index)

    assert installed.run("search", "varsling af barn") == 0

    assert ROW in installed.out


def test_search_in_an_empty_database_abstains(empty: Installation) -> None:
    prepared_engine()

    assert empty.run("search", "varsling") == 0

    assert "Ingen gældende aftale i kataloget besvarer det." in empty.out


# All commands


def test_a_wrong_setting_is_refused_in_danish(
    installed: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REGISTRY_MAX_QUESTION_LENGTH", "mange")

    assert installed.run("search", "varsling") == 1

    assert installed.err == (
        "registry: REGISTRY_MAX_QUESTION_LENGTH: 'mange' er ikke et heltal\n"
    )


def test_a_database_of_a_newer_release_is_refused_in_danish(
    empty: Installation,
) -> None:
    engine = connect(f"sqlite:///{empty.database}")
    migrate(engine)
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "UPDATE alembic_version SET version_num = '9999_senere'"
        )

    assert empty.run("check") == 1

    assert "skrevet af en nyere udgave af programmet" in empty.err


@pytest.mark.parametrize("arguments", [[], ["flyv"], ["load"], ["search"]])
def test_a_command_that_is_none_ends_with_its_use(
    arguments: list[str], empty: Installation, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)

    assert ended.value.code == 2
    assert "usage: registry" in capsys.readouterr().err


def test_help_names_every_command(
    empty: Installation, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])

    assert ended.value.code == 0
    text = capsys.readouterr().out
    for command in ("serve", "load", "dump", "reindex", "search", "check"):
        assert f"\n    {command} " in text


@pytest.mark.parametrize(
    "arguments", [("witness",), ("search", "varsling"), ("user", "list"), ("check",)]
)
def test_what_cannot_be_printed_whole_is_no_success(
    prepared: Path, arguments: tuple[str, ...]
) -> None:
    ran = on_full_disk(prepared, arguments)

    assert ran.returncode == 1
    assert ran.stderr.startswith("registry: Det hele kunne ikke skrives (")
    assert len(ran.stderr.splitlines()) == 1


def test_one_who_has_read_enough_is_told_nothing(prepared: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)

    ran = on_full_disk(prepared, ("user", "list"), to=writing)

    os.close(writing)
    assert (ran.returncode, ran.stderr) == (1, "")


def on_full_disk(
    folder: Path, arguments: tuple[str, ...], to: int | None = None
) -> subprocess.CompletedProcess[str]:
    """A command whose output is to be kept where there is no room."""
    command = [sys.executable, "-m", "registry.commands.main", *arguments]
    with pytest.MonkeyPatch.context() as patch, Path("/dev/full").open("w") as full:
        point_at(folder, patch)
        return subprocess.run(
            command,
            stdout=full if to is None else to,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )


def test_an_index_that_could_not_be_kept_is_no_success(
    installed: Installation,
) -> None:
    shutil.rmtree(installed.index)

    with full_disk():
        code = installed.run("reindex")

    assert code == 1
    assert f"kunne ikke gemmes i «{installed.index}»" in installed.err


def test_files_that_could_not_be_written_whole_are_told_of(
    installed: Installation, tmp_path: Path
) -> None:
    with full_disk():
        code = installed.run("dump", str(tmp_path / "ud"))

    assert code == 1
    assert "Det hele kunne ikke skrives" in installed.err
