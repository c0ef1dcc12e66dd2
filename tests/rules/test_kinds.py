"""Rules of law beside the agreements: without parties, never continued, never asked."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine

from registry import content
from registry.catalogue.agreement_words import status_words
from registry.catalogue.queries import Catalogue
from registry.clock import Moment
from registry.errors import BadContent, BadInput
from registry.exports.request import AppendixRequest
from registry.exports.selection import select
from registry.records.decisions import decisions_for
from registry.records.proposals import propose
from registry.rules.kinds import is_statutory
from registry.rules.status import Cause, Status
from tests.publishing.people import RITA

pytestmark = pytest.mark.usefixtures("stopped_clock")

PERIOD = "sundhedsaftale-2024-2027"
LAW = """---
state: published
kind: lovbestemt-opgavefordeling
title: 'Lovbestemt: prøve'
summary: Hvad loven siger om prøver.
in_force_from: 2020-01-01
{more}target_groups: [voksne]
legal_basis: [Prøveloven § 1]
evidence: [Prøveloven]
change_note: Første udgave.
illustrative: true
treatment_responsibility: |
  Fremgår ikke af loven.
division_of_responsibility: |
  Kommunen giver prøven.
economics: |
  Kommunen betaler.
recorded_at: 2026-01-01T00:00:00+01:00
rows:
  - key: proeve
    task_key: medicin
    task: Give en prøve
    phase: udskrivning
    target_groups: [voksne]
    responsible: [kommune]
    authority: [kommune]
    payer: [kommune]
    treatment_responsible: [ikke-relevant]
    legal_basis: Prøveloven § 1
    section: Prøven
    source: Prøveloven § 1
    fact: '-'
    confirmed: true
---
## Prøven

Kommunen giver prøven.
"""

Write = Callable[..., Path]


@pytest.fixture
def folder(tmp_path: Path, catalogue_dir: Path) -> Path:
    """The invented catalogue, to be changed."""
    return Path(shutil.copytree(catalogue_dir, tmp_path / "katalog"))


@pytest.fixture
def write(folder: Path) -> Write:
    """Write the rule of law, with more lines in its head or less."""

    def written(more: str = "", without: str = "") -> Path:
        path = folder / "agreements" / "lovbestemt-proeve" / "1.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(LAW.format(more=more).replace(without, ""), encoding="utf-8")
        return folder

    return written


def catalogue_of(engine: Engine, folder: Path) -> Catalogue:
    content.load(engine, folder)
    return Catalogue(engine)


def test_a_rule_of_law_answers_without_parties_or_health_agreement(
    engine: Engine, write: Write
) -> None:
    snapshot = catalogue_of(engine, write()).today()

    law = snapshot.agreement("lovbestemt-proeve")
    assert is_statutory(law.shown.version.kind)
    assert (law.status.status, law.status.cause) == (Status.IN_FORCE, Cause.LAW)
    assert law.answers
    assert status_words(snapshot, law)[0] == "Følger af loven"


def test_its_own_dates_alone_say_when_it_holds(engine: Engine, write: Write) -> None:
    catalogue = catalogue_of(engine, write("in_force_until: 2027-01-01\n"))

    on = {
        day: catalogue.at(Moment(day)).agreement("lovbestemt-proeve").status.status
        for day in (date(2019, 12, 31), date(2020, 1, 1), date(2026, 12, 31))
    }
    after = catalogue.at(Moment(date(2027, 1, 1)))
    lapsed = after.agreement("lovbestemt-proeve")

    assert list(on.values()) == [Status.COMING, Status.IN_FORCE, Status.IN_FORCE]
    assert (lapsed.status.status, lapsed.status.cause) == (Status.ENDED, Cause.LAPSED)
    assert status_words(after, lapsed)[0] == "Loven gjaldt til og med 31. december 2026"


def test_one_whose_day_is_unknown_counts_from_its_recording(
    engine: Engine, write: Write
) -> None:
    more = "date_precision: unknown\ndate_confirmed: false\n"
    catalogue = catalogue_of(engine, write(more, "in_force_from: 2020-01-01\n"))

    assert catalogue.today().agreement("lovbestemt-proeve").answers


def test_it_stands_in_no_appendix(engine: Engine, write: Write) -> None:
    catalogue = catalogue_of(engine, write())

    selection = select(catalogue, AppendixRequest(PERIOD, Moment(date(2026, 11, 22))))
    listed = (
        *selection.continued,
        *selection.unsettled,
        *selection.undecided,
        *selection.not_asked,
    )
    assert "lovbestemt-proeve" not in {agreement.slug for agreement in listed}


def test_nobody_is_asked_to_continue_it(engine: Engine, write: Write) -> None:
    catalogue = catalogue_of(engine, write())

    lines = decisions_for(catalogue, PERIOD).lines
    assert "lovbestemt-proeve" not in {line.slug for line in lines}
    decision = {
        "agreement": "lovbestemt-proeve",
        "health_agreement": PERIOD,
        "decision": "viderefoeres",
        "effective_on": date(2024, 1, 1),
        "source": "Udvalget",
    }
    with pytest.raises(BadInput, match="står i en lov"):
        propose(catalogue, "continuation", [decision], RITA)


def test_it_is_written_back_as_it_was(
    engine: Engine, write: Write, tmp_path: Path
) -> None:
    content.load(engine, write())

    content.dump(engine, tmp_path / "ud")

    path = Path("agreements") / "lovbestemt-proeve" / "1.md"
    assert "parties" not in (tmp_path / "ud" / path).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("more", "without", "field"),
    [
        ("", "legal_basis: [Prøveloven § 1]\n", "legal_basis"),
        (f"made_under: {PERIOD}\n", "", "made_under"),
        ("adoption_rule: kraever-ingen\n", "", "adoption_rule"),
        ("parties:\n  formel-part: [proeve-region]\n", "", "parties"),
    ],
)
def test_what_belongs_to_agreements_is_refused_in_a_rule_of_law(
    engine: Engine, write: Write, more: str, without: str, field: str
) -> None:
    with pytest.raises(BadContent) as refused:
        content.load(engine, write(more, without))

    assert refused.value.field == field
