"""The limits on signing in: per account, per address, for a time."""

import time

import pytest

from registry.accounts.attempts import Attempts
from registry.errors import TooManyAttempts


def fail(attempts: Attempts, username: str = "rita", address: str = "10.0.0.1") -> None:
    attempts.begin(username, address)
    attempts.failed(address)


def test_five_failures_are_allowed_and_the_sixth_waits() -> None:
    attempts = Attempts()
    for _ in range(5):
        fail(attempts)

    with pytest.raises(TooManyAttempts) as refusal:
        attempts.begin("rita", "10.0.0.9")

    assert 890 < refusal.value.seconds <= 900
    assert refusal.value.message == "Der er forsøgt for mange gange. Prøv igen om 15 minutter."


def test_a_name_is_the_same_in_other_letters() -> None:
    attempts = Attempts(per_account="1 per minute")
    fail(attempts, "Rita")

    with pytest.raises(TooManyAttempts, match="om 1 minut"):
        attempts.begin(" RITA ", "10.0.0.9")


def test_another_name_from_another_address_may_try() -> None:
    attempts = Attempts(per_account="1 per minute", per_address="1 per minute")
    fail(attempts)

    attempts.begin("gorm", "10.0.0.2")


def test_an_address_is_limited_whatever_the_name() -> None:
    attempts = Attempts()
    for at in range(20):
        fail(attempts, f"navn{at}")

    with pytest.raises(TooManyAttempts):
        attempts.begin("ny", "10.0.0.1")


def test_success_forgets_the_accounts_failures_but_not_the_addresses() -> None:
    attempts = Attempts(per_account="2 per minute", per_address="2 per minute")
    fail(attempts)
    attempts.begin("rita", "10.0.0.1")
    attempts.succeeded("rita")
    fail(attempts)

    with pytest.raises(TooManyAttempts):
        attempts.begin("gorm", "10.0.0.1")
    attempts.begin("rita", "10.0.0.2")


def test_successes_count_nowhere() -> None:
    attempts = Attempts(per_account="2 per minute", per_address="2 per minute")
    for _ in range(10):
        attempts.begin("rita", "10.0.0.1")
        attempts.succeeded("rita")


def test_attempts_made_at_once_count_before_they_are_answered() -> None:
    attempts = Attempts(per_account="2 per minute")
    attempts.begin("rita", "10.0.0.1")
    attempts.begin("rita", "10.0.0.1")

    with pytest.raises(TooManyAttempts):
        attempts.begin("rita", "10.0.0.1")


def test_the_neighbours_of_an_ipv6_address_are_the_same_one() -> None:
    attempts = Attempts(per_address="1 per minute")
    fail(attempts, "a", "2001:db8:1:2::1")

    with pytest.raises(TooManyAttempts):
        attempts.begin("b", "2001:db8:1:2:ffff::9")
    attempts.begin("c", "2001:db8:1:3::1")


def test_after_the_time_one_may_try_again() -> None:
    attempts = Attempts(per_account="1 per second")
    fail(attempts)
    with pytest.raises(TooManyAttempts) as refusal:
        attempts.begin("rita", "10.0.0.1")

    time.sleep(refusal.value.seconds + 0.1)

    attempts.begin("rita", "10.0.0.1")


def test_trying_on_does_not_lengthen_the_wait() -> None:
    attempts = Attempts(per_account="1 per minute")
    fail(attempts)
    waits = []
    for _ in range(5):
        with pytest.raises(TooManyAttempts) as refusal:
            attempts.begin("rita", "10.0.0.1")
        waits.append(refusal.value.seconds)

    assert waits == sorted(waits, reverse=True)
