"""Passwords are compared a few at once, and the addresses take turns."""

import threading
import time
from collections.abc import Callable

import pytest

from registry.accounts import password_turns
from registry.accounts.password_turns import PasswordTurns
from registry.errors import TooManyAttempts

ENOUGH = 20.0


class Comparing(threading.Thread):
    """One who waits for a turn of the address, and keeps it until told to end."""

    def __init__(self, turns: PasswordTurns, address: str, order: list[str]) -> None:
        super().__init__(daemon=True)
        self.turns, self.address, self.order = turns, address, order
        self.ends = threading.Event()
        self.start()

    def run(self) -> None:
        with self.turns.of(self.address):
            self.order.append(self.address)
            self.ends.wait(ENOUGH)

    def end(self) -> None:
        self.ends.set()
        self.join(ENOUGH)


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(password_turns, "PATIENCE", ENOUGH)


def until(is_so: Callable[[], bool]) -> None:
    give_up = time.monotonic() + ENOUGH
    while not is_so():
        assert time.monotonic() < give_up
        time.sleep(0.005)


def refused(turns: PasswordTurns, address: str) -> bool:
    try:
        with turns.of(address):
            return False
    except TooManyAttempts as refusal:
        assert refusal.message == password_turns.BUSY
        return True


def test_so_many_are_compared_at_once_and_no_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    turns = PasswordTurns(2)
    monkeypatch.setattr(password_turns, "PATIENCE", 0)
    with turns.of("a"), turns.of("b"):
        assert refused(turns, "c")

    assert not refused(turns, "c")


def test_one_address_never_has_all_the_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    turns = PasswordTurns(2)
    monkeypatch.setattr(password_turns, "PATIENCE", 0)
    with turns.of("a"):
        assert refused(turns, "a")
        assert not refused(turns, "b")

    assert not refused(turns, "a")


@pytest.mark.parametrize("at_once", [1, 2])
def test_who_comes_last_goes_before_the_rest_of_a_crowd(at_once: int) -> None:
    """However many wait from an address, another waits for no more than one of them."""
    turns, order = PasswordTurns(at_once), list[str]()
    crowd = [Comparing(turns, "a", order)]
    until(lambda: order == ["a"])
    crowd += [Comparing(turns, "a", order) for _ in range(5)]
    until(lambda: len(turns._line) == 5)

    other = Comparing(turns, "b", order)
    if at_once == 1:
        until(lambda: len(turns._line) == 6)
        for one in crowd:
            one.ends.set()
    until(lambda: "b" in order)

    assert order.index("b") == 1
    for one in [other, *crowd]:
        one.end()
    assert sorted(order) == ["a"] * 6 + ["b"]


def test_a_turn_that_fails_is_given_back() -> None:
    turns = PasswordTurns(1)
    with pytest.raises(ZeroDivisionError), turns.of("a"):
        raise ZeroDivisionError

    assert not refused(turns, "b")
    assert turns._line == []
