"""What of a case answers on a date."""

from datetime import date
from typing import Any

import pytest

from registry.rules.cases.case_files import read_case
from registry.rules.cases.vocabulary import read_vocabulary
from registry.rules.coherence.duty import lost_parties
from tests.rules.coherence.case_maker import VOCABULARY, agreement, case, row

WORDS = read_vocabulary(VOCABULARY)
HEALTH = {"slug": "sa", "valid_from": "2020-01-01", "valid_to": "2024-01-01"}


def answers(*agreements: dict[str, Any], on: str, **more: Any) -> list[str]:
    rows = [
        row(f"{a['slug']}{a['version']}", a["slug"], a["version"]) for a in agreements
    ]
    made = case("x", list(agreements), rows, date=on, **more)
    return sorted(r.id for r in read_case(made.written, "x", WORDS).on.rows)


def decided(decision: str, on: str, made_for: str | None = None) -> dict[str, Any]:
    return {
        "agreement": "a",
        "health_agreement": made_for,
        "decision": decision,
        "date": on,
    }


def test_the_highest_version_begun_answers() -> None:
    versions = [agreement("a"), agreement("a", 2, in_force_from="2025-01-01")]

    assert answers(*versions, on="2024-12-31") == ["a1"]
    assert answers(*versions, on="2025-01-01") == ["a2"]


def test_an_end_is_the_first_day_on_which_nothing_answers() -> None:
    ending = agreement("a", in_force_to="2025-01-01")

    assert answers(ending, on="2024-12-31") == ["a1"]
    assert answers(ending, on="2025-01-01") == []


def test_the_end_of_an_older_version_ends_no_newer_one() -> None:
    versions = [
        agreement("a", in_force_to="2025-01-01"),
        agreement("a", 2, in_force_from="2025-01-01"),
    ]

    assert answers(*versions, on="2025-06-01") == ["a2"]


@pytest.mark.parametrize(
    ("decision", "found"),
    [("videreføres", ["a1"]), ("afklares", ["a1"]), ("ophører", [])],
)
def test_after_its_period_the_decision_says_whether_it_answers(
    decision: str, found: list[str]
) -> None:
    past = agreement("a", term_to="2024-01-01")
    made = decided(decision, "2023-06-01")

    assert answers(past, on="2024-01-01") == ["a1"]
    assert answers(past, on="2023-12-31", continuations=[made]) == ["a1"]
    assert answers(past, on="2024-01-01", continuations=[made]) == found


def test_the_latest_decision_made_by_the_date_holds() -> None:
    past = agreement("a", term_to="2024-01-01")
    made = [decided("videreføres", "2024-03-01"), decided("ophører", "2023-06-01")]

    assert answers(past, on="2024-02-01", continuations=made) == []
    assert answers(past, on="2024-03-01", continuations=made) == ["a1"]


def test_a_decision_for_another_period_says_nothing() -> None:
    under = agreement("a", made_under="sa")
    later = {
        "name": "sb",
        "in_force_from": "2024-01-01",
        "in_force_to": "2028-01-01",
    }
    more = {"health_agreements": [HEALTH, later]}

    for made_for, found in (("sa", ["a1"]), ("sb", []), (None, [])):
        made = [decided("ophører", "2023-06-01", made_for)]
        assert answers(under, on="2024-06-01", continuations=made, **more) == found


def test_a_health_agreement_without_an_end_has_no_period() -> None:
    under = agreement("a", made_under="sa")
    open_ended = {**HEALTH, "valid_to": None}
    made = [decided("ophører", "2023-06-01", "sa")]

    more = {"health_agreements": [open_ended], "continuations": made}
    assert answers(under, on="2030-01-01", **more) == ["a1"]


def test_a_party_is_lost_when_it_has_ceased_and_nobody_is_in_its_place() -> None:
    ceased = {"a": date(2025, 1, 1), "b": date(2026, 1, 1)}
    heirs = {"a": ["b"], "b": ["a"]}

    assert lost_parties("ac", ceased, {}, date(2025, 1, 1)) == {"a"}
    assert lost_parties("ac", ceased, {}, date(2024, 12, 31)) == set()
    assert lost_parties("ac", ceased, heirs, date(2025, 1, 1)) == set()
    assert lost_parties("ac", ceased, heirs, date(2026, 1, 1)) == {"a"}
