"""Loading content files: what comes in, and each refusal by file, line and field."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine, text
from sqlmodel import Session, SQLModel, col, select

from registry import audit, content
from registry.catalogue import Catalogue
from registry.clock import COPENHAGEN, Moment
from registry.db import connect, migrate
from registry.errors import BadContent, BadInput
from registry.models import (
    AuditEntry,
    Organisation,
    Party,
    Relation,
    Snitflade,
    State,
    Term,
    Version,
    Word,
)
from registry.render import to_html

VERSION = "agreements/proeve-udskrivning/2.md"
FIRST = "agreements/proeve-udskrivning/1.md"
TASKS = "vocabulary/tasks.yaml"
TERMS = "vocabulary/terms.yaml"
ORGANISATIONS = "organisations/alle.yaml"
RECORDS = "records/continuations.yaml"
PERIOD = "health-agreements/sundhedsaftale-2024-2027.md"
Edit = Callable[[str, str, str], Path]


@pytest.fixture
def folder(tmp_path: Path, catalogue_dir: Path) -> Path:
    """A copy of the invented catalogue, to spoil."""
    return Path(shutil.copytree(catalogue_dir, tmp_path / "katalog"))


@pytest.fixture
def edit(folder: Path) -> Edit:
    """Replace the first occurrence of a text in a file of the copy."""

    def replace(name: str, old: str, new: str) -> Path:
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return path

    return replace


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database file; copied, never written to."""
    path = tmp_path_factory.mktemp("tom") / "registry.sqlite"
    migrate(connect(f"sqlite:///{path}"))
    return path


@pytest.fixture
def engine(empty: Path, tmp_path: Path) -> Engine:
    """An empty database."""
    return connect(f"sqlite:///{shutil.copy(empty, tmp_path / 'registry.sqlite')}")


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory, catalogue_dir: Path) -> Iterator[Engine]:
    """The invented catalogue as it stands, loaded. Tests only read from it."""
    engine = connect(f"sqlite:///{tmp_path_factory.mktemp('fuld') / 'registry.sqlite'}")
    migrate(engine)
    content.load(engine, catalogue_dir, actor="prøver")
    yield engine
    engine.dispose()


def everything_in(engine: Engine) -> dict[str, int]:
    """The number of rows of each table that has any."""
    with engine.connect() as connection:
        counts = {
            table: connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()
            for table in SQLModel.metadata.tables
        }
    return {table: count for table, count in counts.items() if count}


def refusal(engine: Engine, folder: Path) -> BadContent:
    """What loading the folder is refused with, when nothing is kept."""
    with pytest.raises(BadContent) as refused:
        content.load(engine, folder)
    assert everything_in(engine) == {}
    return refused.value


def line_of(path: Path, text: str) -> int:
    """The number of the first line that holds the text."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


# What comes in


def test_a_catalogue_is_counted_as_it_is_loaded(engine: Engine, catalogue_dir: Path) -> None:
    report = content.load(engine, catalogue_dir)

    assert (report.agreements, report.versions, report.rows) == (4, 5, 8)
    assert (report.terms, report.organisations, report.records) == (3, 6, 4)


def test_a_published_version_is_numbered_by_its_file(loaded: Engine) -> None:
    with Session(loaded) as session:
        titled = select(Version).where(col(Version.title).contains("udskrivning"))
        versions = session.exec(titled).all()

    assert {(v.number, v.state) for v in versions} == {(1, "published"), (2, "published")}


def test_dates_numbers_lists_and_flags_come_in_as_such(loaded: Engine) -> None:
    with Session(loaded) as session:
        version = session.exec(select(Version).where(Version.number == 2)).one()
        row = session.exec(select(Snitflade).where(Snitflade.key == "varsel-boern")).first()

    assert version.in_force_from == date(2024, 1, 1)
    assert version.recorded_at == datetime(2026, 5, 31, 22, tzinfo=UTC)
    assert version.target_groups == ["voksne", "boern-og-unge"]
    assert (version.date_confirmed, version.illustrative) == (True, True)
    assert row is not None
    assert (row.deadline_amount, row.deadline_unit, row.confirmed) == (5, "hverdage", False)


def test_rows_keep_the_order_of_the_file(loaded: Engine) -> None:
    with Session(loaded) as session:
        version = session.exec(select(Version).where(Version.number == 2)).one()
        rows = session.exec(select(Snitflade).where(Snitflade.version_id == version.id)).all()

    in_order = sorted(rows, key=lambda row: row.position)
    assert [row.key for row in in_order] == ["varsel-boern", "varsel-voksne", "stroemper"]


def test_parties_and_relations_hang_on_their_version(loaded: Engine) -> None:
    with Session(loaded) as session:
        version = session.exec(select(Version).where(Version.number == 2)).one()
        parties = session.exec(select(Party).where(Party.version_id == version.id)).all()
        relations = session.exec(select(Relation).where(Relation.version_id == version.id)).all()

    assert [(p.role, p.organisation) for p in parties] == [
        ("formel-part", "proeveregion"),
        ("formel-part", "nordby"),
        ("formel-part", "sydby"),
    ]
    assert [(r.kind, r.agreement) for r in relations] == [("replaces", "proeve-gammel")]


def test_the_load_itself_stands_in_the_audit_trail(loaded: Engine) -> None:
    with Session(loaded) as session:
        entries = session.exec(select(AuditEntry)).all()
        assert audit.first_broken(session) is None

    assert [(e.actor, e.act, e.subject) for e in entries] == [("prøver", "load", "content")]
    assert "rows=8" in entries[0].detail


def test_what_is_recorded_without_a_zone_is_copenhagen_time(engine: Engine, edit: Edit) -> None:
    stamp = "recorded_at: 2026-06-01T00:00:00"
    path = edit(VERSION, stamp + "+02:00", stamp)

    content.load(engine, path.parents[2])

    with Session(engine) as session:
        version = session.exec(select(Version).where(Version.number == 2)).one()
    assert version.recorded_at == datetime(2026, 6, 1, tzinfo=COPENHAGEN)


def test_a_draft_gets_no_number_and_no_reader_sees_it(engine: Engine, folder: Path) -> None:
    text = (folder / VERSION).read_text(encoding="utf-8")
    draft = folder / "agreements" / "proeve-udskrivning" / "kladde.md"
    draft.write_text(text.replace("state: published", "state: draft"), encoding="utf-8")

    content.load(engine, folder)

    with Session(engine) as session:
        drafts = session.exec(select(Version).where(Version.state != State.PUBLISHED)).all()
    assert [(d.state, d.number) for d in drafts] == [("draft", None)]
    shown = Catalogue(engine).at(Moment(date(2026, 12, 1))).agreement("proeve-udskrivning")
    assert [v.number for v in shown.versions] == [1, 2]


@pytest.mark.parametrize("state", [State.IN_APPROVAL, State.WITHDRAWN], ids=str)
def test_a_draft_under_way_is_never_turned_into_a_plain_draft(
    state: State, engine: Engine, folder: Path
) -> None:
    """What the file says of the state either holds, or is refused."""
    text = (folder / VERSION).read_text(encoding="utf-8")
    draft = folder / "agreements" / "proeve-udskrivning" / "kladde.md"
    draft.write_text(text.replace("state: published", f"state: {state}"), encoding="utf-8")

    refused = None
    try:
        content.load(engine, folder)
    except BadContent as error:
        refused = error.field

    with Session(engine) as session:
        held = session.exec(select(Version.state).where(col(Version.number).is_(None))).all()
    assert refused == "state" or held == [state]


def test_an_entry_recorded_again_is_a_change_of_the_same(engine: Engine, edit: Edit) -> None:
    later = (
        "  - key: varsling\n    label: Ny betegnelse\n    recorded_at: 2026-05-01T00:00:00+02:00\n"
    )
    path = edit(TASKS, "  - key: stroemper", f"{later}  - key: stroemper")

    content.load(engine, path.parents[1])

    words = Catalogue(engine).at(Moment(date(2026, 12, 1))).vocabulary.schemes["tasks"]
    assert words["varsling"].label == "Ny betegnelse"
    assert list(words) == ["varsling", "stroemper", "medicin", "koersel"]


def test_a_file_with_a_byte_order_mark_and_windows_lines_is_read(
    engine: Engine, folder: Path
) -> None:
    for name in (VERSION, TASKS):
        text = (folder / name).read_text(encoding="utf-8")
        (folder / name).write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))

    content.load(engine, folder)

    with Session(engine) as session:
        version = session.exec(select(Version).where(Version.number == 2)).one()
    assert version.body.startswith("Før det hele.\n\n## Udskrivning\n")


def test_numbers_above_nine_follow_the_ninth(engine: Engine, folder: Path) -> None:
    agreement = folder / "agreements" / "proeve-gammel"
    for number in (2, 10):
        shutil.copy(agreement / "1.md", agreement / f"{number}.md")

    content.load(engine, folder)

    shown = Catalogue(engine).at(Moment(date(2026, 12, 1))).agreement("proeve-gammel")
    assert [version.number for version in shown.versions] == [1, 2, 10]


def test_a_folder_that_lacks_parts_of_a_catalogue_is_read(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "records").mkdir()

    assert content.load(engine, tmp_path).records == 0


# Script in content


def test_script_in_content_is_kept_as_text_and_never_served(
    loaded: Engine, client: FlaskClient
) -> None:
    with Session(loaded) as session:
        body = session.exec(select(Version.body).where(Version.number == 2)).one()
    assert '<script>alert("ond")</script>' in body
    assert 'href="javascript:alert(1)"' in body

    page = client.get("/aftaler/proeve-udskrivning").text
    for html in (to_html(body), page):
        assert 'alert("ond")' not in html
        assert "javascript:" not in html
        assert "onclick" not in html


def test_script_in_a_plain_field_is_shown_as_letters(engine: Engine, edit: Edit) -> None:
    evil = "<script>alert(1)</script>"
    path = edit(VERSION, "summary: Opdigtet prøveindhold til testene.", f"summary: {evil}")

    content.load(engine, path.parents[2])

    with Session(engine) as session:
        assert session.exec(select(Version.summary).where(Version.number == 2)).one() == evil


# Refusals


class Fault(NamedTuple):
    """A text of a file put in another's place, and the refusal it meets.

    `at` is a text of the line that the refusal names.
    """

    name: str
    file: str
    old: str
    new: str
    at: str
    field: str
    says: str


FAULTS = (
    Fault(
        "an-unknown-actor",
        VERSION,
        "responsible: [afdeling]",
        "responsible: [afdeling, spoegelse]",
        "spoegelse",
        "responsible",
        "«spoegelse» findes ikke (actors)",
    ),
    Fault(
        "an-unknown-health-agreement",
        VERSION,
        "made_under: sundhedsaftale-2024-2027",
        "made_under: sundhedsaftale-1848",
        "1848",
        "made_under",
        "findes ikke (health-agreements)",
    ),
    Fault(
        "a-missing-row-field",
        VERSION,
        "    task: Levere kompressionsstrømper\n",
        "",
        "- key: stroemper",
        "task",
        "mangler",
    ),
    Fault(
        "a-missing-version-field",
        VERSION,
        "economics: Fremgår ikke.\n",
        "",
        "kind: samarbejdsaftale",
        "economics",
        "mangler",
    ),
    Fault(
        "a-row-key-used-twice",
        VERSION,
        "key: varsel-voksne",
        "key: varsel-boern",
        "SECOND",
        "key",
        "«varsel-boern» står to gange",
    ),
    Fault(
        "a-row-key-that-is-no-name",
        VERSION,
        "key: stroemper",
        "key: Strømper",
        "Strømper",
        "key",
        "bindestreg",
    ),
    Fault(
        "an-organisation-whose-name-addresses-cannot-hold",
        ORGANISATIONS,
        "slug: sydby-hospital",
        "slug: Sydby Hospital",
        "slug: Sydby Hospital",
        "slug",
        "bindestreg",
    ),
    Fault(
        "a-word-whose-key-addresses-cannot-hold",
        TASKS,
        "  - key: medicin",
        "  - key: Ny opgave\n    label: Ny\n  - key: medicin",
        "key: Ny opgave",
        "key",
        "bindestreg",
    ),
    Fault(
        "an-organisation-used-twice",
        ORGANISATIONS,
        "slug: sydby\n",
        "slug: nordby\n",
        "SECOND",
        "slug",
        "«nordby» står to gange",
    ),
    Fault(
        "a-word-used-twice",
        TASKS,
        "key: medicin",
        "key: varsling",
        "SECOND",
        "key",
        "«varsling» står to gange",
    ),
    Fault(
        "a-date-that-is-none",
        VERSION,
        "in_force_from: 2024-01-01",
        "in_force_from: 2026-02-30",
        "2026-02-30",
        "in_force_from",
        "«2026-02-30» er ikke en dato",
    ),
    Fault(
        "a-moment-that-is-none",
        VERSION,
        "recorded_at: 2026-06-01T00:00:00+02:00",
        "recorded_at: 2026-06-31T00:00:00+02:00",
        "2026-06-31",
        "recorded_at",
        "er ikke et tidspunkt",
    ),
    Fault(
        "no-moment-of-recording",
        VERSION,
        "recorded_at: 2026-06-01T00:00:00+02:00\n",
        "",
        "kind: samarbejdsaftale",
        "recorded_at",
        "mangler",
    ),
    Fault(
        "a-version-that-ends-before-it-begins",
        FIRST,
        "in_force_until: 2030-01-01",
        "in_force_until: 2019-01-01",
        "in_force_until",
        "in_force_until",
        "ophører, før den træder i kraft",
    ),
    Fault(
        "a-version-of-no-time",
        FIRST,
        "in_force_from: 2020-01-01\n",
        "",
        "kind: samarbejdsaftale",
        "in_force_from",
        "ikke indgået under en periode",
    ),
    Fault(
        "an-unknown-field-of-a-version",
        VERSION,
        "illustrative: true",
        "ilustrative: true",
        "ilustrative",
        "ilustrative",
        "er ikke et felt her",
    ),
    Fault(
        "an-unknown-field-of-a-relation",
        VERSION,
        "    agreement: proeve-gammel\n",
        "    agreement: proeve-gammel\n    note: Kun delvis\n",
        "note: Kun delvis",
        "note",
        "er ikke et felt her",
    ),
    Fault(
        "an-unknown-field-of-a-list-file",
        TASKS,
        "entries:\n",
        "fælles: Gælder alle\nentries:\n",
        "Gælder alle",
        "fælles",
        "er ikke et felt her",
    ),
    Fault(
        "the-number-of-a-version-in-its-head",
        VERSION,
        "state: published",
        "state: published\nnumber: 7",
        "number: 7",
        "number",
        "er ikke et felt her",
    ),
    Fault(
        "a-field-written-twice",
        VERSION,
        "economics: Fremgår ikke.",
        "economics: Fremgår ikke.\neconomics: Kommunen betaler.",
        "Kommunen betaler",
        "economics",
        "står to gange",
    ),
    Fault(
        "YAML-that-is-none",
        TERMS,
        "same: [varsel]",
        "same: [varsel",
        "confusable: [orientering]",
        "YAML",
        "",
    ),
    Fault(
        "a-control-character",
        TASKS,
        "label: Kørsel hjem",
        "label: Kørsel\x07 hjem",
        "Kørsel",
        "YAML",
        "",
    ),
    Fault(
        "a-tag-that-would-build-an-object",
        TASKS,
        "label: Kørsel hjem",
        "label: !!python/object/apply:os.getcwd []",
        "python/object",
        "YAML",
        "",
    ),
    Fault(
        "no-front-matter",
        VERSION,
        "---\nkind",
        "kind",
        "kind",
        "---",
        "begynder ikke med et hoved",
    ),
    Fault(
        "a-front-matter-that-never-ends",
        VERSION,
        "---\nFør det hele",
        "Før det hele",
        "---",
        "---",
        "begynder ikke med et hoved",
    ),
    Fault(
        "an-unknown-relation-target",
        VERSION,
        "agreement: proeve-gammel",
        "agreement: proeve-glemt",
        "proeve-glemt",
        "agreement",
        "«proeve-glemt» findes ikke (agreements)",
    ),
    Fault(
        "an-unknown-kind-of-relation",
        VERSION,
        "kind: replaces",
        "kind: overtrumfer",
        "overtrumfer",
        "kind",
        "«overtrumfer» er ikke en af",
    ),
    Fault(
        "a-section-that-the-body-has-not",
        VERSION,
        "section: Efter udskrivning",
        "section: Økonomi",
        "section: Økonomi",
        "section",
        "intet afsnit «Økonomi»",
    ),
    Fault(
        "an-unknown-link-of-a-term",
        TERMS,
        "link: task:varsling",
        "link: task:advarsel",
        "task:advarsel",
        "link",
        "«task:advarsel» findes ikke",
    ),
    Fault(
        "an-unknown-party",
        VERSION,
        "formel-part: [proeveregion, nordby, sydby]",
        "formel-part: [proeveregion, sydhavsoeerne]",
        "sydhavsoeerne",
        "formel-part",
        "«sydhavsoeerne» findes ikke",
    ),
    Fault(
        "an-unknown-role-of-parties",
        VERSION,
        "formel-part: [",
        "heppekor: [",
        "heppekor",
        "heppekor",
        "er ikke en rolle",
    ),
    Fault(
        "no-parties",
        VERSION,
        "parties:\n  formel-part: [proeveregion, nordby, sydby]\n",
        "",
        "kind: samarbejdsaftale",
        "parties",
        "mangler",
    ),
    Fault(
        "a-role-without-parties",
        VERSION,
        "formel-part: [proeveregion, nordby, sydby]",
        "formel-part: []",
        "formel-part: []",
        "formel-part",
        "mangler",
    ),
    Fault(
        "a-party-named-twice",
        VERSION,
        "formel-part: [proeveregion, nordby, sydby]",
        "formel-part: [proeveregion, nordby, nordby]",
        "nordby, nordby",
        "formel-part",
        "«nordby» står to gange",
    ),
    Fault(
        "a-party-in-two-roles",
        VERSION,
        "formel-part: [proeveregion, nordby, sydby]",
        "formel-part: [proeveregion, nordby]\n  tiltraedende-part: [nordby]",
        "tiltraedende-part",
        "tiltraedende-part",
        "«nordby» står to gange",
    ),
    Fault(
        "a-relation-written-twice",
        VERSION,
        "    agreement: proeve-gammel\n",
        "    agreement: proeve-gammel\n  - kind: replaces\n    agreement: proeve-gammel\n",
        "SECOND",
        "agreement",
        "«proeve-gammel» står to gange",
    ),
    Fault(
        "a-text-where-a-list-should-stand",
        VERSION,
        "payer: [kommune]",
        "payer: kommune",
        "payer: kommune",
        "payer",
        "«kommune» er ikke en liste",
    ),
    Fault(
        "a-number-without-end",
        VERSION,
        "deadline_amount: 8",
        "deadline_amount: .inf",
        ".inf",
        "deadline_amount",
        "er ikke et tal",
    ),
    Fault(
        "no-state",
        VERSION,
        "state: published\n",
        "",
        "kind: samarbejdsaftale",
        "state",
        "mangler",
    ),
    Fault(
        "a-state-that-is-none",
        VERSION,
        "state: published",
        "state: færdig",
        "færdig",
        "state",
        "«færdig» er ikke en af",
    ),
    Fault(
        "a-decision-that-is-none",
        RECORDS,
        "decision: viderefoeres",
        "decision: tja",
        "tja",
        "decision",
        "«tja» er ikke en af",
    ),
    Fault(
        "a-record-of-an-unknown-agreement",
        RECORDS,
        "agreement: proeve-lokal",
        "agreement: proeve-fjern",
        "proeve-fjern",
        "agreement",
        "«proeve-fjern» findes ikke",
    ),
    Fault(
        "an-adoption-of-a-version-that-is-none",
        "records/adoptions.yaml",
        "version: 1",
        "version: 9",
        "version: 9",
        "version",
        "9",
    ),
    Fault(
        "a-correction-of-a-record-that-is-none",
        RECORDS,
        "reason: Prøve",
        "reason: Prøve\n    corrects: forsvundet",
        "forsvundet",
        "corrects",
        "«forsvundet» findes ikke",
    ),
    Fault(
        "relations-that-are-no-list",
        VERSION,
        "  - kind: replaces",
        "    kind: replaces",
        "relations:",
        "relations",
        "skal være en liste",
    ),
    Fault(
        "entries-that-are-no-list",
        TASKS,
        "entries:\n",
        "poster:\n",
        "recorded_at",
        "entries",
        "skal være en liste",
    ),
)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_is_refused_with_file_line_and_field(
    fault: Fault, engine: Engine, edit: Edit
) -> None:
    path = edit(fault.file, fault.old, fault.new)
    folder = path.parents[len(Path(fault.file).parts) - 1]
    if fault.at == "SECOND":
        lines = path.read_text(encoding="utf-8").splitlines()
        last = fault.new.splitlines()[-1].strip()
        line = [n for n, text in enumerate(lines, 1) if text.strip("- ") == last.strip("- ")][1]
    else:
        line = line_of(path, fault.at)

    error = refusal(engine, folder)

    assert (error.path, error.line, error.field) == (fault.file, line, fault.field)
    assert fault.says in error.message
    assert error.message.startswith(f"{fault.file}, linje {line}, felt «{fault.field}»: ")


def test_a_record_with_a_name_used_before_is_refused(engine: Engine, edit: Edit) -> None:
    again = """
  - ref: videre
    effective_on: 2025-01-01
    recorded_at: 2026-02-01T00:00:00+01:00
    agreement: proeve-lokal
    health_agreement: sundhedsaftale-2024-2027
    decision: ophoerer
"""
    path = edit(RECORDS, "    reason: Prøve\n", f"    reason: Prøve{again}")

    error = refusal(engine, path.parents[1])

    assert (error.path, error.field) == (RECORDS, "ref")
    assert "«videre» står to gange" in error.message
    assert error.line == 9


@pytest.mark.parametrize("name", [VERSION, TASKS, PERIOD])
def test_a_file_that_is_not_in_utf_8_is_refused(name: str, engine: Engine, folder: Path) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    (folder / name).write_bytes(f"{text}\n# Rød grød".encode("cp1252"))

    error = refusal(engine, folder)

    assert (error.path, error.field) == (name, "fil")
    assert "ikke skrevet i UTF-8" in error.message


@pytest.mark.parametrize("text", ["", "kun en tekst", "- en\n- liste\n"])
def test_a_file_that_holds_no_fields_is_refused(text: str, engine: Engine, folder: Path) -> None:
    (folder / TASKS).write_text(text, encoding="utf-8")

    error = refusal(engine, folder)

    assert (error.path, error.line, error.field) == (TASKS, 1, "fil")


@pytest.mark.parametrize("name", ["01", "forste", "²"])
def test_a_published_version_in_a_file_that_is_no_number_is_refused(
    name: str, engine: Engine, folder: Path
) -> None:
    path = folder / FIRST
    path.rename(path.with_name(f"{name}.md"))

    error = refusal(engine, folder)

    assert error.path == f"agreements/proeve-udskrivning/{name}.md"
    assert error.field == "state"


@pytest.mark.parametrize("name", ["Prøve", "proeve_aftale"])
def test_an_agreement_in_a_folder_that_is_no_name_is_refused(
    name: str, engine: Engine, folder: Path
) -> None:
    (folder / "agreements" / "proeve-kommende").rename(folder / "agreements" / name)

    error = refusal(engine, folder)

    assert (error.path, error.field) == (f"agreements/{name}", "slug")


def test_two_open_drafts_of_one_agreement_are_refused(engine: Engine, folder: Path) -> None:
    text = (
        (folder / VERSION).read_text(encoding="utf-8").replace("state: published", "state: draft")
    )
    for name in ("kladde", "kladde-2"):
        (folder / "agreements" / "proeve-udskrivning" / f"{name}.md").write_text(
            text, encoding="utf-8"
        )

    error = refusal(engine, folder)

    assert error.path == "agreements/proeve-udskrivning/kladde-2.md"
    assert error.field == "state"


def test_a_circle_of_replaces_is_refused_with_the_agreements_in_it(
    engine: Engine, edit: Edit
) -> None:
    ring = "relations:\n  - kind: replaces\n    agreement: proeve-udskrivning\nrecorded_at"
    path = edit("agreements/proeve-gammel/1.md", "recorded_at", ring)

    error = refusal(engine, path.parents[2])

    assert error.field == "relations"
    assert error.path.startswith("agreements/proeve-")
    assert "i ring: " in error.message
    assert {"proeve-gammel", "proeve-udskrivning"} <= set(error.message.split())


def test_an_agreement_that_replaces_itself_is_refused(engine: Engine, edit: Edit) -> None:
    path = edit(VERSION, "agreement: proeve-gammel", "agreement: proeve-udskrivning")

    assert refusal(engine, path.parents[2]).field == "relations"


def test_a_faulty_draft_is_refused_too(engine: Engine, edit: Edit) -> None:
    path = edit(VERSION, "state: published", "state: draft")
    edit(VERSION, "responsible: [afdeling]", "responsible: [spoegelse]")
    path = path.rename(path.with_name("kladde.md"))

    error = refusal(engine, path.parents[2])

    assert (error.path, error.field) == ("agreements/proeve-udskrivning/kladde.md", "responsible")


def test_a_folder_that_holds_no_catalogue_is_refused(engine: Engine, tmp_path: Path) -> None:
    for folder in (tmp_path / "findes-ikke", tmp_path):
        with pytest.raises(BadInput, match="er ikke en mappe med et katalog") as refused:
            content.load(engine, folder)
        assert refused.value.field == "DIR"
    assert everything_in(engine) == {}


def test_a_database_that_holds_a_catalogue_is_left_as_it_is(
    loaded: Engine, catalogue_dir: Path
) -> None:
    before = everything_in(loaded)

    with pytest.raises(BadInput, match="Databasen er ikke tom"):
        content.load(loaded, catalogue_dir)

    assert everything_in(loaded) == before


@pytest.mark.parametrize(
    "item",
    [
        Word(scheme="tasks", key="k", position=0, label="L", recorded_at=datetime.now(UTC)),
        Organisation(slug="o", name="O", kind="kommune", recorded_at=datetime.now(UTC)),
        Term(key="t", position=0, term="t", recorded_at=datetime.now(UTC)),
    ],
    ids=lambda item: type(item).__name__,
)
def test_a_database_that_holds_anything_is_not_empty(item: SQLModel, engine: Engine) -> None:
    assert content.is_empty(engine)
    with Session(engine) as session:
        session.add(type(item)(**item.model_dump()))
        session.commit()

    assert not content.is_empty(engine)
