"""The shipped catalogue: every row on a fact, every term with a way on, every file canonical."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from registry import content
from registry.catalogue import Catalogue, Snapshot
from registry.clock import COPENHAGEN, Moment
from registry.db import connect, migrate
from registry.models import (
    RECORDS,
    Agreement,
    HealthAgreement,
    Organisation,
    Snitflade,
    Term,
    Version,
    Word,
)
from registry.render import sections
from registry.search.answer import Question
from registry.search.ask import Asker

CONTENT = Path(__file__).resolve().parents[1] / "content"
TODAY = date(2026, 11, 22)
REFORM = date(2027, 1, 1)
RECORDED = datetime(2026, 11, 22, tzinfo=COPENHAGEN)
GROUPS_OF_SYNONYMS = 126
# The tables of facts with their number of lines, and the headings of their README.
FACTS = {
    "agreements": 28,
    "nationale_maal": 8,
    "parties": 53,
    "psych_tasks": 44,
    "snitflade_rows": 22,
    "synonyms": GROUPS_OF_SYNONYMS,
}
HEADINGS = {
    "What these facts ask of the product",
    "Psychiatry",
    "72-hour extended responsibility (somatic)",
    "Economics",
    "Other agreements",
    "Organisation, generations, reform",
}
# Another region's rules, and bills that nobody has adopted or put into force.
NO_ANSWERS = {"agreements:28", "psych_tasks:22", "psych_tasks:27", "psych_tasks:37"}
ELSEWHERE = re.compile(r"Nordjylland|Midtjylland|Syddanmark|\bL 45\b|§ 82 c|lovforslag", re.I)
AMOUNT = re.compile(r"\d[\d.]* ?(?:kr\b|kroner)")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True)
class Shipped:
    """The shipped catalogue, loaded and ready to be asked."""

    engine: Engine
    catalogue: Catalogue
    asker: Asker

    def on(self, day: date) -> Snapshot:
        return self.catalogue.at(Moment(day))


def load(folder: Path, name: str, source: Path) -> Engine:
    engine = connect(f"sqlite:///{folder / name}.sqlite")
    migrate(engine)
    content.load(engine, source)
    return engine


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shipped]:
    folder = tmp_path_factory.mktemp("shipped")
    engine = load(folder, "shipped", CONTENT)
    catalogue = Catalogue(engine)
    yield Shipped(engine, catalogue, Asker(catalogue, folder / "index"))
    engine.dispose()


@pytest.fixture(scope="module")
def dumped(shipped: Shipped, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped catalogue, drafts too, as files."""
    folder = tmp_path_factory.mktemp("dumped")
    content.dump(shipped.engine, folder, drafts=True)
    return folder


@pytest.fixture(scope="module")
def rows(shipped: Shipped) -> dict[str, tuple[Snitflade, Version]]:
    """Every row of every version, drafts too, by a name to show."""
    with Session(shipped.engine) as session:
        slugs = {a.id: a.slug for a in session.exec(select(Agreement))}
        versions = {v.id: v for v in session.exec(select(Version))}
        return {
            f"{slugs[versions[row.version_id].agreement_id]}.{row.key}"
            f" ({versions[row.version_id].number or 'kladde'})": (row, versions[row.version_id])
            for row in session.exec(select(Snitflade))
        }


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "README.md"
    }


# The rows


def test_the_catalogue_has_the_agreements_and_rows_that_were_asked_for(shipped: Shipped) -> None:
    today = shipped.on(TODAY)

    assert len(today.agreements) >= 18
    assert len(today.answering_rows) >= 100
    assert len(today.vocabulary.schemes["tasks"]) >= 60
    assert len(today.municipalities()) >= 29
    assert set(today.health_agreements) == {
        "sundhedsaftale-2007-2010",
        "sundhedsaftale-2010-2014",
        "sundhedsaftale-2015-2018",
        "sundhedsaftale-2019-2023",
        "sundhedsaftale-2024-2027",
    }
    assert len(today.vocabulary.schemes["goals"]) == 8


def test_every_row_names_the_fact_lines_it_rests_on(
    rows: dict[str, tuple[Snitflade, Version]],
) -> None:
    faults = [
        f"{name}: {fact}"
        for name, (row, _) in rows.items()
        for fact in row.fact.split("; ")
        if not is_fact(fact)
    ]

    assert faults == []


def is_fact(name: str) -> bool:
    """A line of a table of facts, a heading of their README, or a heading of the seed."""
    table, _, where = name.partition(":")
    if table == "readme":
        return where in HEADINGS
    if table == "seed":
        return bool(where)
    return table in FACTS and where.isdecimal() and 1 <= int(where) <= FACTS[table]


def test_every_row_stands_in_a_section_of_its_agreement(
    rows: dict[str, tuple[Snitflade, Version]],
) -> None:
    faults = [
        name
        for name, (row, version) in rows.items()
        if row.section not in {section.title for section in sections(version.body)}
    ]

    assert faults == []


def test_no_answer_rests_on_another_region_or_on_a_bill(shipped: Shipped) -> None:
    faults = [
        row.id
        for day in (TODAY, REFORM)
        for row in shipped.on(day).answering_rows
        if NO_ANSWERS & set(row.snitflade.fact.split("; "))
        or ELSEWHERE.search(" ".join(map(str, row.snitflade.model_dump().values())))
    ]

    assert faults == []


def test_a_rule_without_a_date_stays_a_draft_and_answers_nothing(shipped: Shipped) -> None:
    with Session(shipped.engine) as session:
        drafts = session.exec(select(Version).where(col(Version.number).is_(None))).all()

    assert [draft.title for draft in drafts if "§ 82 c" in draft.summary]
    shown = {row.snitflade.version_id for row in shipped.on(REFORM).answering_rows}
    assert not shown & {draft.id for draft in drafts}


def test_an_amount_carries_its_price_year(rows: dict[str, tuple[Snitflade, Version]]) -> None:
    faults = [
        f"{name}: {sentence}"
        for name, (row, version) in rows.items()
        for text in (*map(str, row.model_dump().values()), version.economics)
        for sentence in re.split(r"(?<=[a-z)])\. (?=[A-ZÆØÅ])", text)
        if AMOUNT.search(sentence) and not YEAR.search(sentence)
    ]

    assert faults == []


def test_every_version_says_that_it_is_illustrative(shipped: Shipped) -> None:
    with Session(shipped.engine) as session:
        versions = session.exec(select(Version)).all()

    assert all(version.illustrative for version in versions)


def test_everything_is_recorded_at_the_moment_of_shipping(shipped: Shipped) -> None:
    with Session(shipped.engine) as session:
        moments = {
            item.recorded_at
            for model in (Version, HealthAgreement, Organisation, Word, Term, *RECORDS)
            for item in session.exec(select(model))
        }

    assert moments == {RECORDED}


# The word list


def test_every_group_of_synonyms_has_its_term(shipped: Shipped) -> None:
    named: set[int] = set()
    for term in shipped.on(TODAY).terms.values():
        for listed in re.findall(r"synonyms:? (\d+(?:-\d+)?(?:, \d+(?:-\d+)?)*)", term.source):
            for piece in listed.split(", "):
                first, _, last = piece.partition("-")
                named.update(range(int(first), int(last or first) + 1))

    assert set(range(1, GROUPS_OF_SYNONYMS + 1)) - named == set()
    assert len(shipped.on(TODAY).terms) >= GROUPS_OF_SYNONYMS


@pytest.mark.slow
def test_every_main_term_leads_to_rows_or_to_its_entry_with_its_confusables(
    shipped: Shipped,
) -> None:
    faults = []
    for term in shipped.on(TODAY).terms.values():
        answer = shipped.asker.ask(Question(term.term, Moment(TODAY)))
        entry = next((hit for hit in answer.terms if hit.key == term.key), None)
        shows = entry is not None and entry.meaning and entry.not_same_as == term.confusable
        if answer.abstained and not shows:
            faults.append(term.term)

    assert faults == []


def test_every_term_says_what_it_means(shipped: Shipped) -> None:
    assert [t.key for t in shipped.on(TODAY).terms.values() if not t.meaning.strip()] == []


# The files


def test_the_files_are_in_their_canonical_form(dumped: Path) -> None:
    """If this fails alone: registry dump content --drafts, from a database that loaded them."""
    shipped, canonical = files(CONTENT), files(dumped)

    assert set(shipped) == set(canonical)
    assert [name for name in shipped if shipped[name] != canonical[name]] == []


@pytest.mark.slow
def test_what_is_dumped_loads_and_dumps_as_equal_bytes(dumped: Path, tmp_path: Path) -> None:
    again = load(tmp_path, "again", dumped)
    content.dump(again, tmp_path / "second", drafts=True)
    again.dispose()

    assert files(tmp_path / "second") == files(dumped)
