"""Versions: their states, and the reasons signed for what stands empty."""

import re
from datetime import UTC, datetime

from registry.models import FINAL, LOCKED, State, Version
from registry.models.agreement import OPEN_DRAFT

AT = datetime(2026, 11, 22, tzinfo=UTC)


def signed(*reasons: str) -> dict[str, str]:
    return Version(agreement_id=1, recorded_at=AT, signed_reasons=list(reasons)).signed


def test_a_reason_is_found_by_the_finding_that_it_answers() -> None:
    assert signed("tomt:economics: Aftales senere", "dato: Uvist: se brevet") == {
        "tomt:economics": "Aftales senere",
        "dato": "Uvist: se brevet",
    }


def test_a_version_that_nothing_was_signed_for_has_no_reasons() -> None:
    assert signed() == {}


def test_a_draft_is_open_until_its_state_is_final() -> None:
    """What the database counts as an open draft is what the code calls not final."""
    assert set(re.findall(r"'(\w+)'", OPEN_DRAFT)) == {*FINAL}


def test_a_text_stands_still_while_others_look_at_it() -> None:
    assert set(State) - set(LOCKED) - set(FINAL) == {State.DRAFT, State.RETURNED}
