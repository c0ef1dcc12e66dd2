"""The shipped catalogue: every row on a fact, every term with a way on, every file
canonical.
"""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from registry import content
from registry.catalogue.queries import Catalogue, Snapshot
from registry.clock import COPENHAGEN, Moment
from registry.exports.request import AppendixRequest
from registry.exports.selection import select as stands_in
from registry.markup.markdown_html import sections
from registry.models import (
    RECORDS,
    Agreement,
    Choice,
    Continuation,
    HealthAgreement,
    Organisation,
    Party,
    Snitflade,
    Term,
    Version,
)
from registry.rules.kinds import is_statutory
from registry.rules.organisations import ORGANISATION_KINDS
from registry.search.answer import Question
from registry.search.ask import Asker
from registry.storage.db import connect, migrate

CONTENT = Path(__file__).resolve().parents[1] / "content"
TODAY = date(2026, 11, 26)
REFORM = date(2027, 1, 1)
RECORDED = datetime(2026, 11, 22, tzinfo=COPENHAGEN)
# What was put right by the corrections, and what two later readings found.
CORRECTED = {datetime(2026, 11, day, tzinfo=COPENHAGEN) for day in (26, 27, 28)}
GROUPS_OF_SYNONYMS, MORE_GROUPS_OF_SYNONYMS = 126, 25
# The tables of facts with their number of lines, and the headings of their README.
FACTS = {
    "agreements": 28,
    "more_rows": 167,
    "more_synonyms": MORE_GROUPS_OF_SYNONYMS,
    "nationale_maal": 8,
    "parties": 53,
    "psych_tasks": 44,
    "snitflade_rows": 22,
    "synonyms": GROUPS_OF_SYNONYMS,
}
# The corrections: the numbered ones of part A, and the other parts as a whole.
CORRECTIONS = {f"A{number}" for number in range(1, 33)} | set("BCDE")
HEADINGS = {
    "What these facts ask of the product",
    "Psychiatry",
    "72-hour extended responsibility (somatic)",
    "Economics",
    "Other agreements",
    "Organisation, generations, reform",
}
# Rules of another region or of a health council outside the 29 municipalities, and
# bills that nobody has adopted or put into force.
NO_ANSWERS = {
    *("agreements:28", "psych_tasks:22", "psych_tasks:27", "psych_tasks:37"),
    *("more_rows:63", "more_rows:162", "more_rows:166", "more_rows:167"),
}
ELSEWHERE = re.compile(
    r"Nordjylland|Midtjylland|Syddanmark|\bL 4[25]\b|lovforslag", re.I
)
AMOUNT = re.compile(r"\d[\d.]* ?(?:kr\b|kroner)")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# How a row says that another rule may have taken its place.
PERHAPS_REPLACED = re.compile(
    r"(?:stadig gælder|hvornår den afløser|taget i brug).*ikke bekræftet"
)


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
def shipped(
    indexed_once: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Shipped]:
    folder = tmp_path_factory.mktemp("shipped") / "own"
    shutil.copytree(indexed_once, folder)
    engine = connect(f"sqlite:///{folder / 'registry.sqlite'}")
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
            f" ({versions[row.version_id].number or 'kladde'})": (
                row,
                versions[row.version_id],
            )
            for row in session.exec(select(Snitflade))
        }


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "README.md"
    }


# The rows


def test_the_catalogue_has_the_agreements_and_rows_that_were_asked_for(
    shipped: Shipped,
) -> None:
    today = shipped.on(TODAY)

    assert len(today.agreements) >= 18
    assert len(today.answering_rows) >= 250
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
    """A line of a table of facts, a heading of their README, a correction, or a
    heading of the seed.
    """
    table, _, where = name.partition(":")
    if table == "readme":
        return where in HEADINGS
    if table == "seed":
        return bool(where)
    if table == "corrections":
        return where in CORRECTIONS
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


def test_a_rule_without_a_date_stays_a_draft_and_answers_nothing(
    shipped: Shipped,
) -> None:
    with Session(shipped.engine) as session:
        drafts = session.exec(
            select(Version).where(col(Version.number).is_(None))
        ).all()

    assert [draft.title for draft in drafts if "96 timer" in draft.summary]
    shown = {row.snitflade.version_id for row in shipped.on(REFORM).answering_rows}
    assert not shown & {draft.id for draft in drafts}


def test_an_amount_carries_its_price_year(
    rows: dict[str, tuple[Snitflade, Version]],
) -> None:
    faults = [
        f"{name}: {sentence}"
        for name, (row, version) in rows.items()
        for text in (*map(str, row.model_dump().values()), version.economics)
        for sentence in re.split(r"(?<=[a-z)])\. (?=[A-ZÆØÅ])", text)
        if AMOUNT.search(sentence) and not YEAR.search(sentence)
    ]

    assert faults == []


def test_no_day_lies_outside_the_period_made_under_unless_it_says_why(
    shipped: Shipped,
) -> None:
    snapshot = shipped.catalogue.today()
    outside = {
        f"{slug} {one.number}": one.version.signed
        for slug, agreement in snapshot.agreements.items()
        for one in agreement.versions
        if one.version.in_force_from
        and (period := snapshot.health_agreements.get(one.version.made_under or ""))
        and not period.period_start <= one.in_force_from < period.period_end
    }

    assert list(outside) == ["dobbeltdiagnose 2"]
    assert all("anden-periode:made_under" in signed for signed in outside.values())


def test_every_version_says_that_it_is_illustrative(shipped: Shipped) -> None:
    with Session(shipped.engine) as session:
        versions = session.exec(select(Version)).all()

    assert all(version.illustrative for version in versions)


def test_everything_is_recorded_when_it_was_written_or_put_right(
    shipped: Shipped,
) -> None:
    with Session(shipped.engine) as session:
        moments = {
            item.recorded_at
            for model in (
                Version,
                HealthAgreement,
                Organisation,
                Choice,
                Term,
                *RECORDS,
            )
            for item in session.exec(select(model))
        }

    assert moments == {RECORDED, *CORRECTED}


# What is law


def test_a_rule_of_law_stands_on_its_paragraph_and_on_no_party(
    shipped: Shipped,
) -> None:
    laws = of_law(shipped)
    with Session(shipped.engine) as session:
        continued = {record.agreement for record in session.exec(select(Continuation))}

    assert len(laws) >= 10
    assert [slug for slug in laws if slug in continued] == []
    assert [slug for slug, law in laws.items() if not law.legal_basis] == []
    assert [slug for slug, law in laws.items() if not law.title.startswith("Lov")] == []
    assert [slug for slug, law in laws.items() if shipped_parties(shipped, law)] == []
    assert [
        slug for slug, law in laws.items() if law.made_under or law.adoption_rule
    ] == []


def of_law(shipped: Shipped) -> dict[str, Version]:
    """The versions that hold rules of an act, by their agreement's slug."""
    with Session(shipped.engine) as session:
        slugs = {a.id: a.slug for a in session.exec(select(Agreement))}
        return {
            slugs[version.agreement_id]: version
            for version in session.exec(select(Version))
            if is_statutory(version.kind)
        }


def shipped_parties(shipped: Shipped, version: Version) -> list[str]:
    with Session(shipped.engine) as session:
        found = session.exec(select(Party).where(Party.version_id == version.id)).all()
    return [party.organisation for party in found]


def test_a_rule_of_law_answers_today_and_stands_in_no_appendix(
    shipped: Shipped,
) -> None:
    laws, today = of_law(shipped), shipped.on(TODAY)

    assert [slug for slug in laws if not today.agreement(slug).answers] == []
    for health in today.health_agreements:
        found = stands_in(shipped.catalogue, AppendixRequest(health, Moment(TODAY)))
        listed = (
            *(*found.continued, *found.unsettled),
            *(*found.undecided, *found.not_asked),
        )
        assert {agreement.slug for agreement in listed} & set(laws) == set(), health


# What was put right: a nurse acts on these rows


@pytest.fixture
def answering(shipped: Shipped) -> dict[str, Snitflade]:
    return {row.id: row.snitflade for row in shipped.on(TODAY).answering_rows}


def told(row: Snitflade) -> str:
    return " ".join(
        map(str, (row.task, row.situation, row.deadline, row.does_not_apply_to))
    )


def test_no_seven_days_are_promised_where_the_hospital_trains(
    answering: dict[str, Snitflade],
) -> None:
    hospital = answering["genoptraening.specialiseret-genoptraening"]

    assert hospital.responsible == ["hospital"]
    assert (hospital.deadline, hospital.deadline_amount) == ("", None)
    assert "gælder ikke her" in hospital.situation
    for key in ("almen-genoptraening", "rehabilitering-specialiseret", "frit-valg"):
        row = answering[f"genoptraening.{key}"]
        assert (row.deadline_amount, row.deadline_event) == (7, "udskrivning"), key


def test_the_hospital_makes_the_plan_that_the_region_offers(
    answering: dict[str, Snitflade],
) -> None:
    plan = answering["genoptraening.genoptraeningsplan"]

    assert (plan.responsible, plan.authority) == (["hospital"], ["region"])
    assert plan.confirmed


def test_an_address_with_another_takes_no_help_from_the_homeless(
    answering: dict[str, Snitflade],
) -> None:
    help_to_a_place = answering["hjemloese.opholdssted"]
    shelter = answering["hjemloese.midlertidigt-husly"]

    assert "c/o" not in told(help_to_a_place) + help_to_a_place.example
    assert "c/o" in shelter.does_not_apply_to
    assert "gælder kun husly" in shelter.does_not_apply_to


def test_psychiatry_is_not_simply_denied_the_longer_responsibility(
    answering: dict[str, Snitflade],
) -> None:
    psychiatry = answering[
        "udvidet-behandlingsansvar-72-timer.psykiatrien-ikke-omfattet"
    ]

    assert "96 timer" in psychiatry.task
    assert "ikke bekræftet" in psychiatry.situation
    assert psychiatry.does_not_apply_to == ""
    assert not psychiatry.confirmed
    assert psychiatry.responsible == ["ikke-oplyst"]


def test_a_rule_that_may_have_been_replaced_is_not_told_as_confirmed(
    rows: dict[str, tuple[Snitflade, Version]],
) -> None:
    doubted = {
        name: row.confirmed
        for name, (row, _) in rows.items()
        if PERHAPS_REPLACED.search(row.situation)
    }

    assert len(doubted) >= 6
    assert [name for name, confirmed in doubted.items() if confirmed] == []
    assert [
        name
        for name, (row, _) in rows.items()
        if name.startswith("udvidet-behandlingsansvar-72-timer.")
        and name.endswith("(2)")
        and row.confirmed
    ] == []


def test_no_row_of_the_72_hours_excludes_the_citizens_it_speaks_of(
    rows: dict[str, tuple[Snitflade, Version]],
) -> None:
    spoken_of = [
        row
        for name, (row, _) in rows.items()
        if name.startswith("udvidet-behandlingsansvar-72-timer.")
        and row.key in {"ikke-omfattede-forloeb", "psykiatrien-ikke-omfattet"}
    ]

    assert [row.does_not_apply_to for row in spoken_of] == [""] * 4


def test_that_the_citizen_gets_it_in_doubt_is_marked_wherever_it_stands(
    rows: dict[str, tuple[Snitflade, Version]],
) -> None:
    doubts = [
        row.in_doubt
        for row, _ in rows.values()
        if "får" in row.in_doubt and "det nødvendige" in row.in_doubt
    ]

    assert len(doubts) >= 38
    assert [text for text in doubts if "(ikke bekræftet)" not in text] == []


def test_what_moves_to_the_region_is_said_where_the_municipality_pays_for_training(
    answering: dict[str, Snitflade],
) -> None:
    keys = (
        "befordring.koersel-til-genoptraening",
        "psykiatri-voksne.bopaelskommune",
        "psykiatri-voksne.ivaerksaette-sundhedsindsatser",
        "genoptraening.redskab-almen",
        "genoptraening.redskab-rehabilitering",
        "snitfladekatalog-hjaelpemidler.traeningsredskab-almen",
        "snitfladekatalog-hjaelpemidler.traeningsredskab-rehabilitering",
    )

    assert [k for k in keys if "1. januar 2027" not in answering[k].situation] == []


def test_the_duty_to_report_ends_where_the_order_ends_it(
    answering: dict[str, Snitflade],
) -> None:
    for key in ("rapportere-til-kommunen", "rapportere-til-regionen"):
        assert "alvorlige eller dødelige" in (
            answering[f"utilsigtede-haendelser.{key}"].situation
        )


def test_misuse_is_treated_by_whom_it_is_today(
    answering: dict[str, Snitflade],
) -> None:
    referred = answering["dobbeltdiagnose.integreret-behandling"]
    others = answering["dobbeltdiagnose.misbrugsbehandling"]

    assert (referred.responsible, referred.payer) == (["bopaelsregion"], ["region"])
    assert referred.deadline_event == "regionen har modtaget henvisningen"
    assert others.responsible == ["kommune"]
    assert "visiteret til integreret behandling" in others.does_not_apply_to


def test_an_older_rule_says_so_in_its_own_row(
    rows: dict[str, tuple[Snitflade, Version]],
) -> None:
    older = (
        "dobbeltdiagnose.misbrugsbehandling (1)",
        "faerdigbehandlede.saerlige-pladser (1)",
        "type-2-diabetes.indsats-efter-program (1)",
        "utilsigtede-haendelser.rapportere (1)",
    )

    assert [n for n in older if not rows[n][0].situation.startswith("Ældre ")] == []


def test_the_municipality_that_has_the_case_pays(
    answering: dict[str, Snitflade],
) -> None:
    case = answering["psykiatri-voksne.handlekommune"]
    law = answering["lovbestemt-handlekommune.hjaelp-og-betaling"]

    assert case.payer == law.payer == ["handlekommune"]
    assert "9 b" in case.does_not_apply_to
    assert "9 b" in law.does_not_apply_to


def test_what_may_be_done_is_no_duty(answering: dict[str, Snitflade]) -> None:
    may = (
        "psykiatri-voksne.sagsbehandling",
        "psykiatri-boern-og-unge.underrette-om-henvisning",
        "opfoelgende-hjemmebesoeg.initiativ",
        "utilsigtede-haendelser.rapportere-patient-og-paaroerende",
    )

    assert [key for key in may if not answering[key].task.startswith("Kan ")] == []


# The word list


def test_every_group_of_synonyms_has_its_term(shipped: Shipped) -> None:
    terms = shipped.on(TODAY).terms.values()
    sources = [term.source for term in terms]

    assert set(range(1, GROUPS_OF_SYNONYMS + 1)) - lines("synonyms", sources) == set()
    more = lines("more_synonyms", sources)
    assert set(range(1, MORE_GROUPS_OF_SYNONYMS + 1)) - more == set()
    assert len(terms) >= GROUPS_OF_SYNONYMS


def lines(table: str, sources: list[str]) -> set[int]:
    """The lines of a table that are named: "synonyms 9-12, 25"."""
    named: set[int] = set()
    for listed in re.findall(
        rf"\b{table}:? (\d+(?:-\d+)?(?:, \d+(?:-\d+)?)*)", "; ".join(sources)
    ):
        for piece in listed.split(", "):
            first, _, last = piece.partition("-")
            named.update(range(int(first), int(last or first) + 1))
    return named


@pytest.mark.slow
def test_every_main_term_leads_to_rows_or_to_its_entry_with_its_confusables(
    shipped: Shipped,
) -> None:
    faults = []
    for term in shipped.on(TODAY).terms.values():
        answer = shipped.asker.ask(Question(term.term, Moment(TODAY)))
        entry = next((hit for hit in answer.terms if hit.key == term.key), None)
        shows = (
            entry is not None and entry.meaning and entry.not_same_as == term.confusable
        )
        if answer.abstained and not shows:
            faults.append(term.term)

    assert faults == []


def test_every_term_says_what_it_means(shipped: Shipped) -> None:
    assert [
        t.key for t in shipped.on(TODAY).terms.values() if not t.meaning.strip()
    ] == []


# The files


def test_the_files_are_in_their_canonical_form(dumped: Path) -> None:
    """If this fails alone: registry dump content --drafts, from a database that loaded
    them.
    """
    shipped, canonical = files(CONTENT), files(dumped)

    assert set(shipped) == set(canonical)
    assert [name for name in shipped if shipped[name] != canonical[name]] == []


@pytest.mark.slow
def test_what_is_dumped_loads_and_dumps_as_equal_bytes(
    dumped: Path, tmp_path: Path
) -> None:
    again = load(tmp_path, "again", dumped)
    content.dump(again, tmp_path / "second", drafts=True)
    again.dispose()

    assert files(tmp_path / "second") == files(dumped)


def test_every_organisation_is_of_a_kind_that_has_a_name(shipped: Shipped) -> None:
    kinds = {one.kind for one in shipped.on(TODAY).organisations.values()}

    assert kinds <= set(ORGANISATION_KINDS)
