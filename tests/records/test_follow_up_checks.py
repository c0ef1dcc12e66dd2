"""What the records by which a health agreement is followed must meet.

Also covers registry/models/follow_up.py.
"""

from datetime import date
from typing import Any

import pytest

from registry.catalogue.queries import Catalogue
from registry.models import Aim, Implementation, Measurement, StatusReport
from registry.records.proposals import propose
from tests.publishing.people import RITA
from tests.records.follow_up import AIM, FIGURE, REPORT, STAGE, year
from tests.records.samples import events, two, wrong

pytestmark = pytest.mark.usefixtures("stopped_clock")

SAMPLES: dict[str, dict[str, Any]] = {
    "aim": AIM,
    "measurement": FIGURE,
    "status-report": REPORT,
    "implementation": STAGE,
}


@pytest.mark.parametrize("kind", SAMPLES)
def test_two_people_enter_each_of_them(catalogue: Catalogue, kind: str) -> None:
    number = two(catalogue, kind, SAMPLES[kind])

    models = {
        "aim": Aim,
        "measurement": Measurement,
        "status-report": StatusReport,
        "implementation": Implementation,
    }
    newest = catalogue.today().records[models[kind]][-1]
    assert newest.ref == f"{kind}-{number}"
    assert newest.recorded_by == "rita"
    assert newest.confirmed
    assert [key for _, key, _ in events(catalogue)] == ["proposed", "confirmed"]


@pytest.mark.parametrize(
    ("value", "unit"),
    [
        *((0.0, "procent"), (100.0, "procent"), (-5.0, "procentpoint")),
        *((120.0, "procents ændring"), (1234.0, "pr. 1.000 borgere")),
    ],
)
def test_what_may_be_is_entered(catalogue: Catalogue, value: float, unit: str) -> None:
    two(catalogue, "measurement", {**FIGURE, "value": value, "unit": unit})

    newest = catalogue.today().records[Measurement][-1]
    assert newest.value == value  # type: ignore[attr-defined]


def test_an_aims_name_is_made_of_its_words(catalogue: Catalogue) -> None:
    two(catalogue, "aim", AIM)

    newest = catalogue.today().records[Aim][-1]
    assert newest.aim == "kortere-ventetid"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("kind", "changed", "field", "told"),
    [
        ("aim", {"focus_area": "andet"}, "focus_area", "kendes ikke"),
        ("aim", {"effective_on": date(2028, 1, 1)}, "effective_on", "til og med"),
        ("aim", {"indicators": ("ukendt",)}, "indicators", "kendes ikke"),
        ("aim", {"title": ""}, "title", "skal udfyldes"),
        ("measurement", {"place": "nordby-hospital"}, "place", "hverken en kommune"),
        ("measurement", {"place": "ukendt"}, "place", "kendes ikke"),
        *(
            ("measurement", {"value": value, "unit": unit}, "value", told)
            for value, unit, told in (
                (1234.0, "procent", "1.234 procent er ikke mellem 0 og 100"),
                (120.0, "pct.", "ikke mellem 0 og 100"),
                (-5.0, "%", "ikke mellem 0 og 100"),
                (-5.0, "procent af borgerne", "ikke mellem 0 og 100"),
                (-5.0, "pr. 1.000 borgere", "mindre end nul"),
            )
        ),
        ("measurement", {"indicator": "ukendt"}, "indicator", "kendes ikke"),
        ("measurement", year(2026), "effective_on", "er ikke slut"),
        (
            "measurement",
            {"effective_on": date(2024, 6, 30)},
            "effective_on",
            "31. december 2024",
        ),
        ("measurement", {"value": None}, "value", "skal udfyldes"),
        ("measurement", {"unit": ""}, "unit", "skal udfyldes"),
        ("measurement", {"source": ""}, "source", "skal udfyldes"),
        ("measurement", {"period": "uge"}, "period", "vælg en af"),
        ("measurement", {"source": "010190-1234"}, "source", "CPR-nummer"),
        ("status-report", {"received_by": "nordby"}, "received_by", "ikke et udvalg"),
        (
            "status-report",
            {"effective_on": date(2026, 12, 24)},
            "effective_on",
            "fremtiden",
        ),
        (
            "status-report",
            {"effective_on": date(2023, 12, 31)},
            "effective_on",
            "begynder først",
        ),
        ("status-report", {"occasion": "halvvejs"}, "occasion", "vælg en af"),
        ("status-report", {"text": ""}, "text", "skal udfyldes"),
        ("implementation", {"focus_area": ""}, "agreement", "enten"),
        ("implementation", {"agreement": "proeve-lokal"}, "agreement", "enten"),
        (
            "implementation",
            {"municipality": "nordby-hospital"},
            "municipality",
            "ikke en kommune",
        ),
        (
            "implementation",
            {"effective_on": date(2027, 1, 1)},
            "effective_on",
            "fremtiden",
        ),
        ("implementation", {"stage": "næsten"}, "stage", "vælg en af"),
    ],
)
def test_what_is_wrong_is_told_by_its_field(
    catalogue: Catalogue, kind: str, changed: dict[str, Any], field: str, told: str
) -> None:
    assert told in wrong(catalogue, kind, {**SAMPLES[kind], **changed})[field]


def test_a_focus_area_must_be_one_of_the_health_agreements(
    catalogue: Catalogue,
) -> None:
    word = {"scheme": "focus-areas", "label": "Forebyggelse", "reason": "Ny."}
    two(catalogue, "word", word)

    for kind in ("aim", "implementation"):
        entry = {**SAMPLES[kind], "focus_area": "forebyggelse"}
        assert (
            "ikke et af fokusområderne" in wrong(catalogue, kind, entry)["focus_area"]
        )


def test_a_municipality_implements_what_it_is_party_to(catalogue: Catalogue) -> None:
    local = {**STAGE, "focus_area": "", "agreement": "proeve-lokal"}
    shown = catalogue.today().agreement("proeve-lokal").shown
    parties = {party.organisation for party in shown.parties}
    outside = next(m for m in ("nordby", "sydby") if m not in parties)

    entry = {**local, "municipality": outside}
    assert "ikke part" in wrong(catalogue, "implementation", entry)["municipality"]


def test_the_same_figure_is_not_entered_twice(catalogue: Catalogue) -> None:
    two(catalogue, "measurement", FIGURE)

    assert "står der allerede" in wrong(catalogue, "measurement", FIGURE)["value"]


def test_another_figure_for_the_same_period_takes_its_place(
    catalogue: Catalogue,
) -> None:
    first = two(catalogue, "measurement", FIGURE)
    two(catalogue, "measurement", {**FIGURE, "value": 12.0})

    records = catalogue.today().records[Measurement]
    assert f"measurement-{first}" not in {r.ref for r in records}
    assert records[-1].corrects == f"measurement-{first}"


def test_a_municipality_goes_from_stage_to_stage(catalogue: Catalogue) -> None:
    two(catalogue, "implementation", STAGE)
    later = {**STAGE, "effective_on": date(2026, 9, 1)}

    assert (
        "har kommunen været på siden 1. maj 2026"
        in (wrong(catalogue, "implementation", later)["stage"])
    )
    two(catalogue, "implementation", {**later, "stage": "i-drift"})


def test_what_stands_twice_in_a_proposal_is_refused(catalogue: Catalogue) -> None:
    told = wrong(catalogue, "measurement", FIGURE, FIGURE)

    assert "to gange" in next(iter(told.values()))


def test_a_figure_may_be_nought(catalogue: Catalogue) -> None:
    propose(catalogue, "measurement", [{**FIGURE, "value": 0}], RITA)


@pytest.mark.parametrize(
    ("kind", "field"), [("aim", "title"), ("status-report", "effective_on")]
)
def test_the_same_aim_and_status_is_not_entered_twice(
    catalogue: Catalogue, kind: str, field: str
) -> None:
    two(catalogue, kind, SAMPLES[kind])

    assert "allerede" in wrong(catalogue, kind, SAMPLES[kind])[field]
