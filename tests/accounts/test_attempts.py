"""How long one waits to try again: by name and address together, longer each time."""

from pathlib import Path

import pytest

from registry.accounts import attempts as module
from registry.accounts import password_turns
from registry.accounts.attempts import FREE, LONGEST_WAIT, Attempts
from registry.errors import TooManyAttempts

HERE, THERE = "10.0.0.1", "10.0.0.2"


class Clock:
    """A clock that the test moves."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def attempts(clock: Clock) -> Attempts:
    return Attempts(clock)


def fail(attempts: Attempts, times: int = FREE, address: str = HERE) -> None:
    for _ in range(times):
        attempts.begin("rita", address)


def wait_of(attempts: Attempts, username: str = "rita", address: str = HERE) -> int:
    with pytest.raises(TooManyAttempts) as refusal:
        attempts.begin(username, address)
    return refusal.value.seconds


def test_five_failures_are_allowed_and_the_sixth_waits(attempts: Attempts) -> None:
    fail(attempts)

    with pytest.raises(TooManyAttempts, match=r"Prøv igen om 2 sekunder\."):
        attempts.begin("rita", HERE)


def test_each_further_failure_waits_longer_up_to_a_minute(
    attempts: Attempts, clock: Clock
) -> None:
    fail(attempts)
    waits = []
    for _ in range(9):
        waits.append(wait_of(attempts))
        clock.now += waits[-1]
        attempts.begin("rita", HERE)

    assert waits == [2, 4, 8, 16, 32, 60, 60, 60, 60]
    assert max(waits) == LONGEST_WAIT


def test_who_fails_elsewhere_keeps_nobody_out(attempts: Attempts) -> None:
    for at in range(50):
        fail(attempts, address=f"10.0.1.{at}")

    attempts.begin("rita", HERE)


def test_failures_on_other_names_keep_nobody_at_the_address_out(
    attempts: Attempts,
) -> None:
    for at in range(200):
        attempts.begin(f"navn{at}", HERE)

    attempts.begin("rita", HERE)


def test_a_name_is_the_same_in_other_letters(attempts: Attempts) -> None:
    fail(attempts)

    assert wait_of(attempts, " RITA ") == 2


def test_a_name_that_nobody_has_waits_like_any_other(attempts: Attempts) -> None:
    for _ in range(FREE):
        attempts.begin("ingen", HERE)

    assert wait_of(attempts, "ingen") == 2


def test_success_forgets_the_failures_from_the_address(attempts: Attempts) -> None:
    fail(attempts, FREE - 1)
    fail(attempts, FREE, THERE)

    attempts.succeeded("Rita", HERE)

    fail(attempts)
    assert wait_of(attempts, address=THERE) == 2


def test_trying_on_does_not_lengthen_the_wait(attempts: Attempts, clock: Clock) -> None:
    fail(attempts)
    for _ in range(5):
        wait_of(attempts)

    clock.now += 2
    attempts.begin("rita", HERE)


def test_after_a_quarter_of_an_hour_all_is_forgotten(
    attempts: Attempts, clock: Clock
) -> None:
    fail(attempts)

    clock.now += module.FORGOTTEN_AFTER + 1

    fail(attempts)


def test_the_neighbours_of_an_ipv6_address_are_the_same_one(
    attempts: Attempts,
) -> None:
    fail(attempts, address="2001:db8:1:2::1")

    assert wait_of(attempts, address="2001:db8:1:2:ffff::9") == 2
    attempts.begin("rita", "2001:db8:1:3::1")


def test_no_more_is_kept_than_fits(
    attempts: Attempts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_KEPT", 3)
    fail(attempts)
    for at in range(3):
        attempts.begin(f"navn{at}", HERE)

    attempts.begin("rita", HERE)


def test_what_one_process_counts_another_does_too(clock: Clock, tmp_path: Path) -> None:
    file = tmp_path / "attempts.sqlite"
    one, other = Attempts(clock, file=file), Attempts(clock, file=file)
    fail(one, FREE - 1)
    fail(other, 1)

    assert wait_of(one) == wait_of(other) == 2

    clock.now += 2
    other.begin("rita", HERE)
    one.succeeded("rita", HERE)
    fail(other)


def test_what_is_compared_counts_and_what_only_waited_does_not(
    attempts: Attempts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(password_turns, "PATIENCE", 0)
    with attempts.turn("bo", "10.0.1.1"), attempts.turn("ib", "10.0.1.2"):
        for _ in range(FREE + 1):
            with (
                pytest.raises(TooManyAttempts, match="lige nu"),
                attempts.turn("rita", HERE),
            ):
                pass

    for _ in range(FREE):
        with attempts.turn("rita", HERE):
            pass
    assert wait_of(attempts) == 2


def test_who_has_to_wait_leaves_the_turn_to_the_next(attempts: Attempts) -> None:
    fail(attempts)

    with pytest.raises(TooManyAttempts, match="sekunder"), attempts.turn("rita", HERE):
        pass

    with attempts.turn("bo", HERE):
        pass


def test_the_neighbours_of_an_ipv6_address_share_its_turn(
    attempts: Attempts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(password_turns, "PATIENCE", 0)
    with (
        attempts.turn("bo", "2001:db8:1:2::1"),
        pytest.raises(TooManyAttempts, match="lige nu"),
        attempts.turn("ib", "2001:db8:1:2::2"),
    ):
        pass
