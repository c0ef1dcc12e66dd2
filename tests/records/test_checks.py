"""What a record must meet to be proposed: each fault is told by its field.

Also covers registry/records/standing.py and registry/records/vocabulary_checks.py.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from registry.catalogue.queries import Catalogue
from registry.records import proposed
from registry.records.kinds import RECORD_KINDS
from tests.publishing.people import SLUG
from tests.records.samples import (
    CHOICE,
    CONTINUED,
    ENDING,
    ORGANISATION,
    TERM,
    two,
    wrong,
)

pytestmark = pytest.mark.usefixtures("stopped_clock")


def test_only_what_stands_can_be_corrected(catalogue: Catalogue) -> None:
    two(catalogue, "ending", ENDING)
    corrected = {**ENDING, "corrects": "ending-1", "effective_on": date(2027, 1, 1)}
    two(catalogue, "ending", corrected)

    assert "corrects" in wrong(catalogue, "ending", corrected)
    assert "corrects" in wrong(catalogue, "ending", {**ENDING, "corrects": "videre"})
    assert "corrects" in wrong(
        catalogue,
        "ending",
        {**ENDING, "agreement": "proeve-lokal", "corrects": "ending-2"},
    )
    assert "void" in wrong(
        catalogue, "ending", {**ENDING, "agreement": "proeve-lokal", "void": True}
    )


@pytest.mark.parametrize("name", RECORD_KINDS)
def test_what_must_be_filled_in_is_asked_for(catalogue: Catalogue, name: str) -> None:
    kind = RECORD_KINDS[name]

    asked = wrong(catalogue, name, {})

    assert set(asked) == {field.name for field in kind.fields if field.required}
    assert all("skal udfyldes" in text for text in asked.values())


@pytest.mark.parametrize(
    ("kind", "entry", "field"),
    [
        ("ending", {**ENDING, "agreement": "findes-ikke"}, "agreement"),
        ("ending", {**ENDING, "effective_on": "2026-11-01"}, "effective_on"),
        ("ending", {**ENDING, "effective_on": date(1, 1, 1)}, "effective_on"),
        ("continuation", {**CONTINUED, "decision": "måske"}, "decision"),
        (
            "continuation",
            {**CONTINUED, "health_agreement": "findes-ikke"},
            "health_agreement",
        ),
        (
            "continuation",
            {**CONTINUED, "effective_on": date(2023, 1, 1)},
            "effective_on",
        ),
        ("organisation", {**ORGANISATION, "slug": "Nord By"}, "slug"),
        ("organisation", {**ORGANISATION, "slug": "nord"}, "slug"),
        ("organisation", {**ORGANISATION, "parent": "nordby"}, "parent"),
        ("organisation", {**ORGANISATION, "sector": "findes-ikke"}, "sector"),
        (
            "organisation",
            {
                **ORGANISATION,
                "valid_from": date(2027, 1, 1),
                "valid_to": date(2027, 1, 1),
            },
            "valid_to",
        ),
        ("word", {**CHOICE, "sector": "region"}, "sector"),
        ("word", {**CHOICE, "scheme": "planning-areas", "key": "nordby"}, "key"),
        ("word", {**CHOICE, "scheme": "terms"}, "scheme"),
        ("word", {**CHOICE, "needs": ("payer", "maanefase")}, "needs"),
        ("word", {**CHOICE, "concerns": ("findes-ikke",)}, "concerns"),
        ("word", {**CHOICE, "alike": "alder"}, "alike"),
        ("word", {**CHOICE, "scheme": "phases", "needs": ("payer",)}, "needs"),
        ("term", {**TERM, "link": "task:findes-ikke"}, "link"),
        ("term", {**TERM, "key": "Æ"}, "key"),
    ],
)
def test_what_cannot_be_right_is_refused(
    catalogue: Catalogue, kind: str, entry: Mapping[str, Any], field: str
) -> None:
    assert set(wrong(catalogue, kind, entry)) == {field}
    assert proposed.waiting(catalogue) == []


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"version": 3}, "version"),
        ({"version": 1.5}, "version"),
        ({"row": "findes-ikke"}, "row"),
        ({"row": "stroemper"}, "row"),
    ],
)
def test_a_confirmation_is_of_an_unconfirmed_row_that_is_published(
    catalogue: Catalogue, change: Mapping[str, Any], field: str
) -> None:
    entry = {
        "agreement": SLUG,
        "version": 2,
        "row": "varsel-boern",
        "effective_on": date(2026, 11, 22),
        "reason": "Set efter.",
    }

    assert set(wrong(catalogue, "confirmation", {**entry, **change})) == {field}


def test_an_agreement_ends_once(catalogue: Catalogue) -> None:
    two(catalogue, "ending", ENDING)

    assert "ending-1" in wrong(catalogue, "ending", ENDING)["agreement"]


def test_a_row_keeps_its_task_where_nothing_changes(catalogue: Catalogue) -> None:
    entry = {"agreement": SLUG, "effective_on": date(2026, 11, 1), "reason": "Rettet."}

    same = {**entry, "row": "stroemper", "task_key": "stroemper"}
    assert set(wrong(catalogue, "rekeying", same)) == {"task_key"}
    unknown = {**entry, "row": "findes-ikke", "task_key": "medicin"}
    assert set(wrong(catalogue, "rekeying", unknown)) == {"row"}


def test_no_organisation_takes_its_own_place(catalogue: Catalogue) -> None:
    entry = {
        "predecessors": ("nordby",),
        "successors": ("nordby",),
        "effective_on": date(2027, 1, 1),
        "date_precision": "day",
        "reason": "Prøve",
    }

    assert set(wrong(catalogue, "succession", entry)) == {"successors"}


def test_a_proposal_without_a_change_is_refused(catalogue: Catalogue) -> None:
    kind = RECORD_KINDS["organisation"]
    standing = proposed.current(catalogue.today(), kind, {"slug": "nordby"})
    assert standing

    assert (
        "ingen ændring"
        in wrong(catalogue, "organisation", {**standing, "reason": "x"})["name"]
    )
