"""Forms that were sent: the first claims, the others learn where it was led.

Also covers registry/models/form_use.py.
"""

from datetime import timedelta

import pytest
from sqlalchemy import Engine

from registry import clock
from registry.storage import form_uses
from tests.conftest import NOW

pytestmark = pytest.mark.usefixtures("stopped_clock")


def test_the_first_claims_and_the_second_learns_where_it_led(engine: Engine) -> None:
    assert form_uses.claim(engine, "m")
    assert form_uses.led_to(engine, "m") == ""
    assert not form_uses.claim(engine, "m")

    form_uses.settle(engine, "m", "/redaktion")

    assert form_uses.led_to(engine, "m") == "/redaktion"
    assert not form_uses.claim(engine, "m")
    assert form_uses.claim(engine, "another")


def test_what_was_let_go_may_be_claimed_again(engine: Engine) -> None:
    form_uses.claim(engine, "m")

    form_uses.release(engine, "m")

    assert form_uses.led_to(engine, "m") is None
    assert form_uses.claim(engine, "m")


def test_after_a_day_it_is_cleared(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    form_uses.claim(engine, "m")
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=1, seconds=1))

    form_uses.claim(engine, "another")

    assert form_uses.led_to(engine, "m") is None


def test_settling_what_nobody_claimed_does_nothing(engine: Engine) -> None:
    form_uses.settle(engine, "m", "/redaktion")

    assert form_uses.led_to(engine, "m") is None


def test_it_is_told_when_it_was_claimed(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert form_uses.claimed_at(engine, "m") is None
    form_uses.claim(engine, "m")
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(hours=1))
    form_uses.claim(engine, "m")

    assert form_uses.claimed_at(engine, "m") == NOW
