"""Writing the catalogue back to files: loss-free, in one canonical form, into its own
folder.
"""

import re
import shutil
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from registry import content
from registry.catalogue import follow_up
from registry.catalogue.queries import Catalogue
from registry.content.files import read_markdown, read_yaml, write_yaml
from registry.errors import BadInput
from registry.language.normal import normal
from registry.models import Ending, Party, Review, Snitflade, State, Version
from registry.storage.db import connect, migrate
from registry.storage.trail_checks import trail_faults
from tests.content.tricky import TRICKY
from tests.publishing.people import GORM, RITA, with_accounts
from tests.records.follow_up import AIM, FIGURE, REPORT, STAGE, year
from tests.records.samples import two
from tests.storage.unwatched import transaction

SIZES = (0, 1e-7, 0.1, -1.5, 11.7, 1976, 123456789.25)
AGREEMENT = "agreements/proeve-udskrivning"


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database file; copied, never written to."""
    path = tmp_path_factory.mktemp("tom") / "registry.sqlite"
    migrate(connect(f"sqlite:///{path}"))
    return path


@pytest.fixture
def fresh(
    empty: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[], Engine]:
    """Makes empty databases."""
    return lambda: connect(
        f"sqlite:///{shutil.copy(empty, tmp_path_factory.mktemp('base'))}"
    )


@pytest.fixture(scope="module")
def full(
    empty: Path, tmp_path_factory: pytest.TempPathFactory, catalogue_dir: Path
) -> Path:
    """A database file with the invented catalogue; copied, never written to."""
    path = Path(shutil.copy(empty, tmp_path_factory.mktemp("fuld")))
    engine = connect(f"sqlite:///{path}")
    content.load(engine, catalogue_dir)
    engine.dispose()
    return path


@pytest.fixture
def loaded(full: Path, tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return connect(f"sqlite:///{shutil.copy(full, tmp_path_factory.mktemp('base'))}")


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its name."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def add_draft(engine: Engine, state: State = State.DRAFT, **fields: Any) -> None:
    """A draft beside the published versions, with the rows of the second."""
    with transaction(engine) as session:
        second = session.exec(select(Version).where(Version.number == 2)).one()
        new = {"id": None, "number": None, "state": State.DRAFT, **fields}
        draft = Version(**{**second.model_dump(), **new})
        session.add(draft)
        session.flush()
        rows = session.exec(
            select(Snitflade).where(Snitflade.version_id == second.id)
        ).all()
        parties = session.exec(select(Party).where(Party.version_id == second.id)).all()
        for child in (*rows, *parties):
            copied = {**child.model_dump(), "id": None, "version_id": draft.id}
            session.add(type(child)(**copied))
        session.flush()
        draft.state = state


# Loss-free


def test_what_is_dumped_loads_and_dumps_as_equal_bytes(
    loaded: Engine, fresh: Callable[[], Engine], tmp_path: Path
) -> None:
    content.dump(loaded, tmp_path / "first")
    again = fresh()
    content.load(again, tmp_path / "first")
    content.dump(again, tmp_path / "second")

    first = files(tmp_path / "first")
    assert f"{AGREEMENT}/2.md" in first
    assert files(tmp_path / "second") == first


def test_a_dump_holds_every_file_that_was_loaded(
    loaded: Engine, catalogue_dir: Path, tmp_path: Path
) -> None:
    content.dump(loaded, tmp_path)

    dumped, source = set(files(tmp_path)), set(files(catalogue_dir))
    kinds = {
        f"organisations/{kind}.yaml"
        for kind in ("region", "kommune", "hospital", "udvalg")
    }
    assert dumped == source - {"organisations/alle.yaml"} | kinds


def test_a_dump_says_all_that_the_file_said(
    loaded: Engine, catalogue_dir: Path, tmp_path: Path
) -> None:
    content.dump(loaded, tmp_path)

    for name in (path for path in files(catalogue_dir) if path.endswith(".md")):
        before, text = read_markdown(catalogue_dir / name, catalogue_dir)
        after, dumped_text = read_markdown(tmp_path / name, tmp_path)
        assert {key: after.get(key) for key in before} == _plain(before), name
        assert dumped_text == text


def _plain(head: dict[str, Any]) -> dict[str, Any]:
    """The fields as they come back: the longer texts as a block, which ends its
    line.
    """
    blocks = {"treatment_responsibility", "division_of_responsibility", "economics"}
    return {
        key: f"{value}\n" if key in blocks else value for key, value in head.items()
    }


def test_two_dumps_of_the_same_database_are_equal(
    loaded: Engine, tmp_path: Path
) -> None:
    for name in ("first", "second"):
        content.dump(loaded, tmp_path / name)

    assert files(tmp_path / "first") == files(tmp_path / "second")


def test_changes_of_words_and_of_organisations_keep_their_order_and_moments(
    fresh: Callable[[], Engine], catalogue_dir: Path, tmp_path: Path
) -> None:
    source = Path(shutil.copytree(catalogue_dir, tmp_path / "source"))
    for name, old, new in (
        (
            "vocabulary/tasks.yaml",
            "  - key: stroemper",
            "  - key: varsling\n    label: Ny\n",
        ),
        (
            "organisations/alle.yaml",
            "  - slug: nordby-hospital",
            "  - slug: nordby\n    name: Nordby Ny Kommune\n    kind: kommune\n",
        ),
    ):
        path = source / name
        text = path.read_text(encoding="utf-8")
        later = f"{new}    recorded_at: 2026-05-01T08:30:00+02:00\n"
        path.write_text(text.replace(old, later + old, 1), encoding="utf-8")
    engine, again = fresh(), fresh()
    content.load(engine, source)

    content.dump(engine, tmp_path / "first")
    content.load(again, tmp_path / "first")
    content.dump(again, tmp_path / "second")

    tasks = (tmp_path / "first" / "vocabulary" / "tasks.yaml").read_text(
        encoding="utf-8"
    )
    assert tasks.count("key: varsling") == 2
    assert tasks.count("recorded_at: 2026-05-01T08:30:00+02:00") == 1
    assert files(tmp_path / "second") == files(tmp_path / "first")


def test_records_with_corrections_are_dumped_whole(
    loaded: Engine, fresh: Callable[[], Engine], tmp_path: Path
) -> None:
    shape = {
        "agreement": "proeve-gammel",
        "effective_on": date(2026, 3, 1),
        "recorded_at": datetime(2026, 4, 1, tzinfo=UTC),
    }
    with transaction(loaded) as session:
        session.add(Ending(ref="slut", reason="Opsagt: «straks»", **shape))
        session.add(
            Ending(
                ref="slut-2", corrects="slut", void=True, recorded_by="anna", **shape
            )
        )
        session.add(Review(ref="gennemgang", **shape))
    again = fresh()

    content.dump(loaded, tmp_path / "first")
    content.load(again, tmp_path / "first")
    content.dump(again, tmp_path / "second")

    endings = read_yaml(tmp_path / "first" / "records" / "endings.yaml", tmp_path)[
        "entries"
    ]
    assert [(e["ref"], e.get("void"), e.get("recorded_by")) for e in endings] == [
        ("slut", None, None),
        ("slut-2", True, "anna"),
    ]
    assert files(tmp_path / "second") == files(tmp_path / "first")


def test_an_amount_comes_back_as_the_same_number(
    loaded: Engine, fresh: Callable[[], Engine], tmp_path: Path
) -> None:
    amounts = {"varsel-boern": 0, "varsel-voksne": 0.5, "stroemper": 12}
    add_draft(loaded)
    with transaction(loaded) as session:
        for row in rows_of_draft(session):
            row.deadline_amount = amounts[row.key]
    again = fresh()

    content.dump(loaded, tmp_path / "ud", drafts=True)
    content.load(again, tmp_path / "ud")

    with Session(again) as session:
        assert {
            row.key: row.deadline_amount for row in rows_of_draft(session)
        } == amounts
    text = (tmp_path / "ud" / AGREEMENT / "kladde.md").read_text(encoding="utf-8")
    assert re.findall(r"deadline_amount: (.*)", text) == ["0", "0.5", "12"]


def rows_of_draft(session: Session) -> Sequence[Snitflade]:
    draft = session.exec(select(Version.id).where(col(Version.number).is_(None))).one()
    return session.exec(select(Snitflade).where(Snitflade.version_id == draft)).all()


def test_tricky_texts_survive_load_and_dump(
    fresh: Callable[[], Engine], catalogue_dir: Path, tmp_path: Path
) -> None:
    source = Path(shutil.copytree(catalogue_dir, tmp_path / "source"))
    kept = [normal(text) for text in TRICKY if "\r" not in text]
    entries = [
        {"key": f"proeve-{at}", "term": text, "meaning": text, "same": [text, "kort"]}
        for at, text in enumerate(kept)
    ]
    head = {"recorded_at": datetime(2026, 1, 1, tzinfo=UTC), "entries": entries}
    write_yaml(source / "vocabulary" / "terms.yaml", head)
    engine, again = fresh(), fresh()
    content.load(engine, source)

    content.dump(engine, tmp_path / "first")
    content.load(again, tmp_path / "first")
    content.dump(again, tmp_path / "second")

    dumped = read_yaml(tmp_path / "first" / "vocabulary" / "terms.yaml", tmp_path)[
        "entries"
    ]
    assert [entry["term"].removesuffix("\n") for entry in dumped] == kept
    assert [entry["same"][0] for entry in dumped] == kept
    assert files(tmp_path / "second") == files(tmp_path / "first")


# Drafts


def test_drafts_stay_behind_unless_they_are_asked_for(
    loaded: Engine, tmp_path: Path
) -> None:
    add_draft(loaded, title="Hemmelig kladde")

    content.dump(loaded, tmp_path / "without")
    content.dump(loaded, tmp_path / "with", drafts=True)

    assert b"Hemmelig kladde" not in b"".join(files(tmp_path / "without").values())
    new = set(files(tmp_path / "with")) - set(files(tmp_path / "without"))
    assert new == {f"{AGREEMENT}/kladde.md"}
    assert b"Hemmelig kladde" in files(tmp_path / "with")[f"{AGREEMENT}/kladde.md"]


def test_a_dumped_draft_loads_as_a_draft_and_dumps_as_equal_bytes(
    loaded: Engine, fresh: Callable[[], Engine], tmp_path: Path
) -> None:
    add_draft(loaded)
    again = fresh()

    content.dump(loaded, tmp_path / "first", drafts=True)
    content.load(again, tmp_path / "first")
    content.dump(again, tmp_path / "second", drafts=True)

    assert files(tmp_path / "second") == files(tmp_path / "first")


def test_a_draft_under_approval_is_as_far_after_a_dump_and_a_load(
    loaded: Engine, fresh: Callable[[], Engine], tmp_path: Path
) -> None:
    add_draft(loaded, State.IN_APPROVAL)
    again = fresh()

    content.dump(loaded, tmp_path / "first", drafts=True)
    content.load(again, tmp_path / "first")
    content.dump(again, tmp_path / "second", drafts=True)

    assert files(tmp_path / "second") == files(tmp_path / "first")


def test_a_withdrawn_draft_is_never_dumped(loaded: Engine, tmp_path: Path) -> None:
    add_draft(loaded, State.WITHDRAWN)

    content.dump(loaded, tmp_path, drafts=True)

    assert f"{AGREEMENT}/kladde.md" not in files(tmp_path)


def test_an_agreement_that_is_only_a_draft_is_loaded_again(
    loaded: Engine, fresh: Callable[[], Engine], tmp_path: Path
) -> None:
    source = tmp_path / "first"
    content.dump(loaded, source)
    path = source / "agreements" / "proeve-kommende" / "1.md"
    text = path.read_text(encoding="utf-8").replace("state: published", "state: draft")
    path.with_name("kladde.md").write_text(text, encoding="utf-8")
    path.unlink()
    engine, again = fresh(), fresh()
    content.load(engine, source)

    content.dump(engine, tmp_path / "second", drafts=True)
    content.load(again, tmp_path / "second")

    assert f"agreements/{path.parent.name}/kladde.md" in files(tmp_path / "second")


# Where to


def test_a_folder_with_anything_else_in_it_is_left_as_it_is(
    loaded: Engine, tmp_path: Path
) -> None:
    (tmp_path / "agreements").mkdir()
    (tmp_path / "agreements" / "notat.md").write_text("eget notat", encoding="utf-8")
    (tmp_path / "regnskab.ods").write_bytes(b"tal")
    before = files(tmp_path)

    with pytest.raises(BadInput, match="indeholder andet end et katalog") as refused:
        content.dump(loaded, tmp_path)

    assert (refused.value.field, "regnskab.ods" in refused.value.message) == (
        "DIR",
        True,
    )
    assert files(tmp_path) == before


def test_a_folder_of_a_catalogues_name_with_anything_else_in_it_is_left_as_it_is(
    loaded: Engine, tmp_path: Path
) -> None:
    (tmp_path / "records").mkdir()
    (tmp_path / "records" / "plade.flac").write_bytes(b"musik")

    with pytest.raises(BadInput, match="indeholder andet end et katalog"):
        content.dump(loaded, tmp_path)

    assert set(files(tmp_path)) == {"records/plade.flac"}


def test_an_earlier_dump_is_replaced_whole_and_its_readme_stays(
    loaded: Engine, tmp_path: Path
) -> None:
    (tmp_path / "README.md").write_text("Læs mig", encoding="utf-8")
    left = tmp_path / "agreements" / "nedlagt" / "1.md"
    left.parent.mkdir(parents=True)
    left.write_text("gammel", encoding="utf-8")

    content.dump(loaded, tmp_path)

    assert not left.exists()
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "Læs mig"
    assert f"{AGREEMENT}/1.md" in files(tmp_path)


def test_a_folder_that_is_not_there_is_made(loaded: Engine, tmp_path: Path) -> None:
    content.dump(loaded, tmp_path / "ny" / "mappe")

    assert files(tmp_path / "ny" / "mappe")


def test_a_file_where_the_folder_should_be_is_refused(
    loaded: Engine, tmp_path: Path
) -> None:
    path = tmp_path / "katalog"
    path.write_text("en fil", encoding="utf-8")

    with pytest.raises(BadInput):
        content.dump(loaded, path)

    assert path.read_text(encoding="utf-8") == "en fil"


def test_an_empty_database_is_an_empty_dump(
    fresh: Callable[[], Engine], tmp_path: Path
) -> None:
    content.dump(fresh(), tmp_path)

    assert files(tmp_path) == {}


def test_the_files_have_unix_lines_and_end_with_one(
    loaded: Engine, tmp_path: Path
) -> None:
    content.dump(loaded, tmp_path)

    for name, data in files(tmp_path).items():
        assert b"\r" not in data, name
        assert data.endswith(b"\n"), name
        assert not data.endswith(b"\n\n"), name


def test_how_a_health_agreement_is_followed_survives_dump_load_and_check(
    loaded: Engine, fresh: Callable[[], Engine], tmp_path: Path, stopped_clock: datetime
) -> None:
    """As two people entered it: figures of every size, a correction, a text."""
    catalogue = Catalogue(loaded)
    with_accounts(loaded, RITA, GORM)
    change = {**FIGURE, "unit": "procents ændring"}
    figures = [{**change, **year(2010 + at), "value": v} for at, v in enumerate(SIZES)]
    two(catalogue, "measurement", *figures)
    two(catalogue, "measurement", {**figures[0], "value": 1})
    two(catalogue, "aim", AIM)
    two(catalogue, "status-report", REPORT)
    two(catalogue, "implementation", STAGE)

    content.dump(loaded, tmp_path / "en")
    other = fresh()
    content.load(other, tmp_path / "en")
    content.dump(other, tmp_path / "to")

    assert files(tmp_path / "en") == files(tmp_path / "to")
    shown = follow_up.series_of(Catalogue(other).today())["genindlaeggelser"]
    values = [f.value for s in shown if s.place == "nordby" for f in s.figures]
    assert values == [1, *SIZES[1:]]
    with Session(loaded) as session:
        assert list(trail_faults(session)) == []
