"""A path told in Danish."""

from datetime import date

import pytest

from registry.catalogue.queries import Catalogue
from registry.catalogue.snapshot import Snapshot
from registry.clock import Moment
from registry.exports.pathway.story_of_rows import groups_of, story_of, task_of
from registry.rules.pathway.story import NOT_ASKED, NOT_STATED, STATED, Task


@pytest.fixture
def snapshot(shipped: Catalogue) -> Snapshot:
    return shipped.at(Moment(date(2026, 11, 22)))


def told(snapshot: Snapshot, row_id: str, *groups: str) -> Task:
    return task_of(snapshot, snapshot.row(row_id), groups)


def fact(task: Task, name: str) -> str:
    return next((f.text for f in task.facts if f.name == name), "")


def test_a_row_is_told_by_what_who_when_and_under_which_condition(
    snapshot: Snapshot,
) -> None:
    task = told(snapshot, "psykiatri-voksne.kontakt-ved-indlaeggelse")
    assert task.task.startswith("Kontakte kommunen")
    assert task.lanes == ("region",)
    assert fact(task, "responsible") == "Psykiatrisk center"
    assert fact(task, "deadline") == "Så snart behovet er set"
    assert fact(task, "situation").startswith("Der er eller kan blive behov")


def test_a_long_situation_is_told_whole(snapshot: Snapshot) -> None:
    task = told(snapshot, "psykiatri-voksne.orientering")
    row = snapshot.row("psykiatri-voksne.orientering")
    assert fact(task, "situation") == row.snitflade.situation.removesuffix(".")


def test_whom_a_task_is_not_for_is_told(snapshot: Snapshot) -> None:
    row = "udvidet-behandlingsansvar-72-timer.behandlingsansvar-72-timer"
    denied = fact(told(snapshot, row), "does_not_apply_to")
    assert denied == snapshot.row(row).snitflade.does_not_apply_to
    assert denied.startswith("Psykiatrien i ordningen fra december 2022")


def test_the_target_groups_are_told_where_they_are_more_than_the_paths(
    snapshot: Snapshot,
) -> None:
    row = "psykiatri-voksne.orientering"
    assert fact(told(snapshot, row, "psykisk-sygdom"), "target_groups") == (
        "Voksne, Borgere med psykisk sygdom"
    )
    assert fact(told(snapshot, row, "psykisk-sygdom", "voksne"), "target_groups") == ""


def test_a_row_without_a_deadline_has_no_fact_of_it(snapshot: Snapshot) -> None:
    assert fact(told(snapshot, "psykiatri-voksne.faerdigmelding"), "deadline") == ""


def test_medical_responsibility_is_stated_or_not_or_not_asked(
    snapshot: Snapshot,
) -> None:
    stated = told(
        snapshot, "udvidet-behandlingsansvar-72-timer.behandlingsansvar-72-timer"
    )
    silent = told(snapshot, "psykiatri-voksne.henvisning")
    unasked = told(snapshot, "psykiatri-voksne.varsling")
    assert (stated.treatment, stated.carriers) == (
        STATED,
        ("Udskrivende somatisk afdeling",),
    )
    assert (silent.treatment, fact(silent, "treatment_responsible")) == (
        NOT_STATED,
        "ikke oplyst",
    )
    assert (unasked.treatment, fact(unasked, "treatment_responsible")) == (
        NOT_ASKED,
        "",
    )


def test_who_does_it_may_be_unknown(snapshot: Snapshot) -> None:
    row = "udvidet-behandlingsansvar-72-timer.psykiatrien-ikke-omfattet"
    task = told(snapshot, row)
    assert (task.lanes, fact(task, "responsible")) == (("andre",), "ikke oplyst")


def test_an_unconfirmed_row_says_so(snapshot: Snapshot) -> None:
    unconfirmed = told(snapshot, "psykiatri-voksne.henvisning")
    assert fact(unconfirmed, "confirmed") == "ikke bekræftet"


def test_the_agreement_with_most_tasks_comes_first(snapshot: Snapshot) -> None:
    rows = [r for r in snapshot.answering_rows if "voksne" in r.snitflade.target_groups]
    story = story_of(snapshot, rows, ["voksne"])
    assert story.title == "Forløb: Voksne"
    assert story.tasks[0].agreement == "psykiatri-voksne"
    assert len(story.tasks) == len(rows)


def test_every_target_group_with_rows_has_a_path(snapshot: Snapshot) -> None:
    found = groups_of(snapshot, snapshot.answering_rows)
    assert list(found)[:2] == ["voksne", "boern-og-unge"]
    assert min(found.values()) > 0
