"""What takes its time is made in the background; who asked for it meanwhile gets a page
that waits.

The page asks for the same address again by itself. It needs no script.
"""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from functools import partial
from typing import Any, cast

from flask import Flask, Response, current_app, render_template, request

from registry.errors import TooManyAttempts
from registry.services import shared_folder
from registry.web.frame.together import File, Together

WORKERS = 2
# How long an answer may take before the page is given instead, and how often the page
# asks.
PATIENCE, AGAIN = 1.0, 2
# What somebody was asked to wait for is kept this long, and no more than this of it.
KEPT_SECONDS, KEPT_BYTES = 300, 100_000_000
MOST_UNDER_WAY = 20
FILE = (
    "Dokumentet bliver lavet …",
    "Siden henter det af sig selv, når det er klar. Så ligger det blandt dine hentede "
    "filer, og du kan gå tilbage.",
)


@dataclass
class Job:
    """One piece of work. `kept`: somebody was asked to wait for it, and will ask
    again.
    """

    future: Future[Any]
    begun: float = field(default_factory=time.monotonic)
    kept: bool = False

    @property
    def seconds(self) -> int:
        """How long ago it was begun."""
        return int(time.monotonic() - self.begun)

    @property
    def size(self) -> int:
        """The bytes that are kept of it."""
        if not self.future.done() or self.future.exception():
            return 0
        made = self.future.result()
        return len(made.data) if isinstance(made, File) else 0

    def is_done_soon(self) -> bool:
        """Wait a little. One who does not ask for a page, as a script, waits to the
        end.
        """
        wait([self.future], PATIENCE if asks_for_a_page() else None)
        return self.future.done()


class Works:
    """The work under way, each piece under its key, and for a while what came of it:
    here, or, `together`, in any process of the server.
    """

    def __init__(self, together: Together | None = None) -> None:
        self._together = together
        # Those that wait for another process take no turn of those that work.
        threads = MOST_UNDER_WAY if together else WORKERS
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="works")
        self._turns = threading.BoundedSemaphore(WORKERS)
        self._jobs: OrderedDict[Hashable, Job] = OrderedDict()
        self._lock = threading.Lock()

    def begin(self, key: Hashable, work: Callable[[], Any]) -> Job:
        """The job of that key, begun now if it is not under way or done already.

        Raises TooManyAttempts where too much is waiting.
        """
        with self._lock:
            self._drop_what_is_old()
            if key not in self._jobs:
                under_way = sum(not job.future.done() for job in self._jobs.values())
                if under_way >= MOST_UNDER_WAY:
                    raise TooManyAttempts(
                        "Der bliver lavet mange dokumenter lige nu. Prøv igen om lidt.",
                        AGAIN * 10,
                    )
                self._jobs[key] = Job(self._submit(key, work))

            return self._jobs[key]

    def find(self, key: Hashable) -> Job | None:
        """The job of that key, under way or done; None where there is none, or no
        longer.
        """
        with self._lock:
            self._drop_what_is_old()
            elsewhere = self._together and self._together.knows(key)
            if key not in self._jobs and elsewhere:
                self._jobs[key] = Job(self._submit(key, None), kept=True)
            return self._jobs.get(key)

    def _submit(self, key: Hashable, work: Callable[[], Any] | None) -> Future[Any]:
        if self._together is None:
            return self._pool.submit(cast(Callable[[], Any], work))
        in_turn = partial(self._in_turn, work) if work else None
        return self._pool.submit(self._together.once, key, in_turn)

    def _in_turn(self, work: Callable[[], Any]) -> Any:
        with self._turns:
            return work()

    def result(self, key: Hashable, job: Job) -> Any:
        """What came of a job that is done. Raises what it raised; then it can be tried
        again.
        """
        if not job.kept or job.future.exception():
            with self._lock:
                self._jobs.pop(key, None)
            if self._together:
                self._together.forget(key)
        return job.future.result()

    def _drop_what_is_old(self) -> None:
        """The oldest first; the newest that is done stays, however large."""
        done = [(key, job) for key, job in self._jobs.items() if job.future.done()]
        held = sum(job.size for _, job in done)
        for at, (key, job) in enumerate(done, 1):
            too_much = held > KEPT_BYTES and at < len(done)
            if too_much or job.seconds > KEPT_SECONDS:
                held -= job.size
                del self._jobs[key]


def attach(app: Flask) -> None:
    shared = shared_folder(app)
    together = Together(shared / "works", KEPT_BYTES, KEPT_SECONDS) if shared else None
    app.extensions["works"] = Works(together)


def works() -> Works:
    return cast(Works, current_app.extensions["works"])


def asks_for_a_page() -> bool:
    """Whether it is a browser that shows pages; a script takes what it gets, and waits
    for it.
    """
    return "text/html" in request.headers.get("Accept", "")


def file(key: Hashable, make: Callable[[], File]) -> Response:
    """The file, or the page that waits for it.

    `key` says what it is and what it was made from: the catalogue's fingerprint stands
    in it.
    `make` is called outside of the request and may use nothing of it.
    """
    job = works().begin(key, make)
    if not job.is_done_soon():
        return page(job, *FILE)
    return attachment(works().result(key, job))


def page(job: Job, heading: str, message: str) -> Response:
    """The page that waits for a job, and asks for its own address again."""
    job.kept = True
    shown = render_template(
        "shared/waiting.html",
        heading=heading,
        message=message,
        seconds=job.seconds,
        chooser=None,
    )

    headers = {"Refresh": str(AGAIN), "Cache-Control": "no-store"}
    return Response(shown, 202, headers, content_type="text/html; charset=utf-8")


def attachment(file: File) -> Response:
    disposition = f'attachment; filename="{file.name}"'
    headers = {"Content-Disposition": disposition}
    return Response(file.data, content_type=file.media_type, headers=headers)
