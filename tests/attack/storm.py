"""Hostile requests from several at once, signed in and not: python -m
tests.attack.storm --requests 100000.

Afterwards the database must be sound; what was answered, and how fast, is printed.
"""

import argparse
import re
import socket
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from heapq import nlargest
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from flask import Flask

from registry import create_app
from registry.catalogue.queries import Catalogue
from registry.search.ask import Asker
from registry.storage.checks import faults
from tests.attack.hostile import Hostility, Request
from tests.attack.target import (
    PEOPLE,
    ROOT,
    Target,
    Visitor,
    add_people,
    started,
    url_in,
)
from tests.web.forms import Form

# Nobody, thrice; then those who write, approve and keep accounts.
ATTACKERS = ("", "", "", "bodil", "rita", "gorm", "ada")
SECONDS = 60
UNHEARD_AFTER = 1.0
LATE = 5.0  # seconds; no answer is promised to take longer
FORMS_KEPT_FOR = 300
PAGES_OF_FORMS = 25
LINK = re.compile(r'href="(/redaktion[^"#?]*)"')
NAME = re.compile(r'href="/(?:aftaler|snitflader|organisationer)/([^"#?/]+)"')
ATTACKED = frozenset(PEOPLE)
UNHEARD, LOST = "uden svar", "forbindelsen lukket"
# What is no whole request is answered when it has become one, or is given up.
OPEN = "holdt åben"


@dataclass
class Outcome:
    """What came of the requests so far; there is time for more `until` then."""

    until: float
    answers: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    slowest: list[tuple[float, str]] = field(default_factory=list)
    begun: float = field(default_factory=time.monotonic)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, status: str, took: float, request: Request) -> None:
        with self.lock:
            self.answers[status] += 1
            self.slowest = nlargest(10, [*self.slowest, (took, f"{status} {request}")])
            broken = status[0] == "5" and status != "503"
            if broken or status in (LOST, UNHEARD) or took > LATE:
                self.wrong.append(f"{status} efter {took:.1f} s: {request}")

    @property
    def number(self) -> int:
        return self.answers.total()

    @property
    def so_far(self) -> str:
        """How many answers of each kind, and how many were wrong."""
        answers = ", ".join(f"{n}: {m}" for n, m in sorted(self.answers.items()))
        return f"Svar: {answers}; fejl: {len(self.wrong)}"

    def __str__(self) -> str:
        took = time.monotonic() - self.begun
        answers = ", ".join(f"{n}: {m}" for n, m in sorted(self.answers.items()))
        slow = "\n".join(f"  {s:.2f} s {what[:200]}" for s, what in self.slowest[:5])
        wrong = "\n".join(f"  {what}" for what in self.wrong[:20])
        return (
            f"{self.number} forespørgsler på {took:.0f} s\nSvar: {answers}\n"
            f"Længst:\n{slow}\nFejl: {len(self.wrong)}\n{wrong}"
        )


class Attacker(threading.Thread):
    """One who sends hostile requests, from an address of their own, until it is
    enough.
    """

    def __init__(
        self,
        number: int,
        target: Target,
        hostility: Hostility,
        outcome: Outcome,
        enough: int,
    ) -> None:
        super().__init__(daemon=True)
        self.number, self.source = number, f"127.0.0.{number + 10}"
        self.target, self.hostility, self.outcome = target, hostility, outcome
        self.enough = enough
        self.visitor = Visitor(target, ATTACKERS[number])
        self.forms: list[Form] = []
        self.is_out = self.is_done = False
        self.connection = self._connection()

    def run(self) -> None:
        with closing(self.connection):
            self._attack()
        self.is_done = True

    def _attack(self) -> None:
        for turn in range(sys.maxsize):
            late = time.monotonic() > self.outcome.until
            if late or self.outcome.number >= self.enough:
                return
            if self.visitor.username and (self.is_out or turn % FORMS_KEPT_FOR == 0):
                self._look_around()
            self.try_one(self.hostility.one(self.forms))

    def try_one(self, request: Request) -> None:
        """Send a request, and note what came of it and when."""
        begun = time.monotonic()
        status = self._wire(request) if request.wire else self._send(request)
        took = 0 if status == OPEN else time.monotonic() - begun
        self.outcome.note(status, took, request)

    def _look_around(self) -> None:
        """Read the forms of the pages that the person comes to, signed in again where
        that has ended.
        """
        if not self.visitor.forms("/redaktion/adgangskode"):
            self.visitor.sign_in()
        seen, waiting, forms = set[str](), ["/redaktion"], list[Form]()
        while waiting and len(seen) < PAGES_OF_FORMS:
            path = waiting.pop(0)
            seen.add(path)
            found = self._forms(path)
            forms += [form for form in found if self._is_fair(form)]
            waiting += [at for at in self._links(path) if at not in {*seen, *waiting}]
        self.forms, self.is_out = forms, False

    def _forms(self, path: str) -> list[Form]:
        """The forms of a page; one that is not answered is noted as any other."""
        begun = time.monotonic()
        try:
            return self.visitor.forms(path)
        except OSError:
            took = time.monotonic() - begun
            self.outcome.note(UNHEARD, took, Request("GET", path))
            return []

    def _is_fair(self, form: Form) -> bool:
        """The attackers do not throw each other out all the time."""
        at = form.action.split("/")
        return not ("log-ud" in at or "log-ind" in at or ATTACKED & {*at})

    def _links(self, path: str) -> list[str]:
        try:
            links = sorted(set(LINK.findall(self.visitor.get(path))))
        except OSError:
            return []
        return links[-PAGES_OF_FORMS:]

    def _connection(self) -> HTTPConnection:
        return HTTPConnection(
            "127.0.0.1", self.target.port, SECONDS, source_address=(self.source, 0)
        )

    def _send(self, request: Request) -> str:
        """The answer's status. A connection that was closed meanwhile is opened
        again, once.
        """
        for again in (True, False):
            try:
                return self._answer(request)
            except TimeoutError:
                self.connection.close()
                return UNHEARD
            except (HTTPException, OSError):
                self.connection.close()
                if not again:
                    return LOST
        return LOST

    def _answer(self, request: Request) -> str:
        given = dict(request.headers)
        self.connection.putrequest(
            request.method, request.path, skip_host="Host" in given
        )
        if self.visitor.username and "Cookie" not in given:
            self.connection.putheader("Cookie", self.visitor.cookie)
        for name, value in request.headers:
            self.connection.putheader(name, value.encode("latin-1", "replace"))
        if request.body or request.method == "POST":
            self.connection.putheader("Content-Length", str(len(request.body)))
        self.connection.endheaders(request.body or None)
        with closing(self.connection.getresponse()) as answer:
            answer.read()
            led_to = answer.getheader("Location", "")
            self.is_out = answer.status == 401 or led_to.startswith("/log-ind")
            return str(answer.status)

    def _wire(self, request: Request) -> str:
        with socket.socket() as connection:
            connection.bind((self.source, 0))
            connection.settimeout(UNHEARD_AFTER)
            try:
                connection.connect(("127.0.0.1", self.target.port))
                connection.sendall(request.wire)
                answer = connection.recv(65536)
            except TimeoutError:
                return OPEN
            except OSError:
                # Refused before all was sent, as it may be.
                return "afvist undervejs"
        return answer[9:12].decode("ascii", "replace") or "lukket uden svar"


def main(arguments: Sequence[str] | None = None) -> int:
    """Attack and print. Returns 0 where nothing gave way."""
    parser = argparse.ArgumentParser(description="Send fjendtlige forespørgsler.")
    parser.add_argument("--requests", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=120, help="højst")
    parser.add_argument("--content", type=Path, default=ROOT / "content")
    options = parser.parse_args(arguments)
    with (
        tempfile.TemporaryDirectory() as folder,
        started(Path(folder), options.content) as target,
    ):
        outcome, unsound = storm(
            target, options.requests, options.seed, options.minutes, told=told_now
        )

        told_now(f"registry check: {unsound or 'intet fundet'}")
    # Where no page was ever given, nothing was tried.
    return int(bool(outcome.wrong or unsound or not outcome.answers["200"]))


def told_now(text: str) -> None:
    print(text, flush=True)


def storm(
    target: Target,
    requests: int,
    seed: int,
    minutes: float,
    told: Callable[[str], object] = str,
) -> tuple[Outcome, list[str]]:
    """So many requests, or as many as there is time for. Returns what came of them,
    and what `registry check` then says.
    """
    add_people(target.engine)
    app = app_beside(target)
    rules = [rule for rule in app.url_map.iter_rules() if rule.rule != "/log-ud"]
    patterns = {
        method: sorted(rule.rule for rule in rules if method in (rule.methods or ()))
        for method in ("GET", "POST")
    }
    names = sorted(set(NAME.findall(Visitor(target).get("/aftaler"))))
    outcome = Outcome(until=time.monotonic() + minutes * 60)
    attackers = [
        Attacker(
            number, target, Hostility(seed + number, patterns, names), outcome, requests
        )
        for number in range(len(ATTACKERS))
    ]
    for attacker in attackers:
        attacker.start()
    while any(attacker.is_alive() for attacker in attackers):
        for attacker in attackers:
            attacker.join(60 / len(attackers))
        # Whoever breaks it off has then seen what came of it.
        told(f"{outcome.number} forespørgsler, {target.memory:.0f} MB")
        told(outcome.so_far)
        if target.process.poll() is not None:
            raise RuntimeError(f"the server died:\n{target.log[-3000:]}")

    outcome.wrong += stopped_early(attackers)
    told(f"{outcome}\nHukommelse: {target.memory:.0f} MB")
    asker = Asker(Catalogue(target.engine), target.folder / "index")
    return outcome, faults(target.engine, lambda _: asker)


def stopped_early(attackers: Sequence[Attacker]) -> list[str]:
    """Those whom an error of their own took out: they have tried nothing since."""
    return [
        f"angriber {attacker.number} standsede før tid"
        for attacker in attackers
        if not attacker.is_done
    ]


def app_beside(target: Target) -> Flask:
    """The same product in this process, to read its addresses from."""
    return create_app(
        DATABASE_URL=url_in(target.folder), INDEX_DIR=str(target.folder / "index")
    )


if __name__ == "__main__":
    sys.exit(main())
