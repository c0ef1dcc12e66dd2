"""What the attacks meet counts: their programs end with 0 only where their promises
held.
"""

import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.attack import crowd, kills, storm
from tests.attack.crowd import FOR_EACH, WARMING, Reader, Seen
from tests.attack.hostile import Hostility, Request
from tests.attack.storm import LATE, LOST, OPEN, UNHEARD, Attacker, Outcome
from tests.attack.target import Target

ASKED = Request("GET", "/soeg")
HELD = 150  # MB
# A parent that holds little, and a child that holds much.
FAMILY = f"""
import subprocess, sys
child = "held = b'x' * ({HELD} << 20); print('ready', flush=True); input()"
subprocess.run([sys.executable, "-c", child])
"""


@pytest.mark.parametrize(
    ("status", "took"),
    [("500", 0.1), ("502", 0.1), (LOST, 0.1), (UNHEARD, 60.0), ("200", LATE + 0.1)],
)
def test_what_breaks_a_promise_is_wrong(status: str, took: float) -> None:
    outcome = Outcome(until=0)
    outcome.note(status, took, ASKED)

    assert len(outcome.wrong) == 1
    assert outcome.slowest == [(took, f"{status} {ASKED}")]


@pytest.mark.parametrize("status", ["200", "404", "503", OPEN])
def test_what_keeps_them_is_not(status: str) -> None:
    outcome = Outcome(until=0)
    outcome.note(status, LATE, ASKED)

    assert outcome.wrong == []


@contextmanager
def silent(folder: Path) -> Iterator[Target]:
    """A server that takes a connection and never says a word."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        process: Any = None
        yield Target(process, listening.getsockname()[1], folder)


def test_who_is_never_answered_has_waited_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """But bytes that are no whole request may be waited for."""
    monkeypatch.setattr(storm, "SECONDS", 0.3)
    monkeypatch.setattr(storm, "UNHEARD_AFTER", 0.1)
    outcome = Outcome(until=0)
    hostility = Hostility(1, {"GET": ["/soeg"], "POST": ["/x"]}, ["a"])
    with silent(tmp_path) as target:
        attacker = Attacker(0, target, hostility, outcome, 1)
        attacker.try_one(ASKED)
        attacker.try_one(Request("", "", wire=b"GET / HT"))

    assert outcome.answers == {UNHEARD: 1, OPEN: 1}
    assert len(outcome.wrong) == 1
    assert outcome.slowest[0][0] >= 0.3


def test_an_attacker_or_a_reader_who_stopped_too_soon_is_told_of(
    tmp_path: Path,
) -> None:
    hostility = Hostility(1, {"GET": ["/soeg"], "POST": ["/x"]}, ["a"])
    ended = threading.Event()
    ended.set()
    with silent(tmp_path) as target:
        attackers = [Attacker(n, target, hostility, Outcome(0), 1) for n in (0, 1)]
        readers = [Reader(n, target, Seen(), ended) for n in (0, 1)]
        attackers[0].run()
        readers[0].run()

    assert storm.stopped_early(attackers) == ["angriber 1 standsede før tid"]
    assert crowd.stopped_early(readers) == ["læser 1 standsede før tid"]


def test_memory_that_grows_is_a_fault() -> None:
    """But not as much as the versions that were published meanwhile may take."""
    may = WARMING + 16 * FOR_EACH
    kept = [100.0] * 10 + [100.0 + may] * 10
    grown = [100.0] * 10 + [101.0 + may] * 10

    assert Seen(marked=1, memory=kept).faults == []
    assert len(Seen(marked=1, memory=grown).faults) == 1


@pytest.mark.parametrize("kind", ["errors", "torn", "back", "stopped"])
def test_whatever_a_reader_may_not_meet_is_a_fault(kind: str) -> None:
    assert Seen(marked=1, **{kind: ["noget"]}).faults == ["noget"]


def test_a_crowd_that_saw_nothing_has_shown_nothing() -> None:
    assert len(Seen().faults) == 1


@contextmanager
def no_target(*_: object) -> Iterator[None]:
    yield None


def test_the_crowd_ends_with_what_it_found(monkeypatch: pytest.MonkeyPatch) -> None:
    grown = [100.0, 100.0, 100.0, 200.0]
    monkeypatch.setattr(crowd, "started", no_target)
    monkeypatch.setattr(crowd, "unsound", lambda _: [])
    for memory, code in (([100.0, 100.0], 0), (grown, 1)):
        seen = Seen(took=[0.1], marked=1, memory=memory)
        monkeypatch.setattr(crowd, "crowd", lambda *_, seen=seen, **__: seen)

        assert crowd.main(["--minutes", "0"]) == code


def test_the_storm_ends_with_what_it_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storm, "started", no_target)
    for status, took, code in (
        *(("200", 0.1, 0), ("200", 6.0, 1)),
        *((UNHEARD, 60.0, 1), ("404", 0.1, 1)),
    ):
        outcome = Outcome(until=0)
        outcome.note(status, took, ASKED)
        found = (outcome, list[str]())
        monkeypatch.setattr(storm, "storm", lambda *_, found=found, **__: found)

        assert storm.main([]) == code


@pytest.mark.skipif(not hasattr(kills.os, "fork"), reason="by fork and signal")
def test_kills_that_came_too_late_have_shown_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for hit, code in ((3, 0), (0, 1)):
        killed = kills.Killed(7, hit, 7 - hit)
        monkeypatch.setattr(kills, "kill", lambda *_, killed=killed: killed)

        assert kills.main(["--times", "7"]) == code


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="read in /proc")
def test_the_memory_of_all_the_processes_counts(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", FAMILY], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as parent:
        assert parent.stdout
        assert parent.stdout.readline() == b"ready\n"
        held = Target(parent, 0, tmp_path).memory
        parent.communicate(b"\n")

    assert HELD < held < 2 * HELD


def test_the_memory_of_a_process_that_has_ended_is_none(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        pass

    assert Target(ended, 0, tmp_path).memory == 0
