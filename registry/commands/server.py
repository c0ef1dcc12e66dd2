"""The server: waitress with limits for connections, headers, bodies and time, and a
stop that lets requests end.

Requests are gathered and answers sent by one thread that waits for nobody, so that slow
clients hold connections, and never those who answer.
"""

import logging
import os
import signal
import socket
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from typing import Any

from waitress import wasyncore
from waitress.adjustments import Adjustments
from waitress.server import TcpWSGIServer
from waitress.utilities import Error

from registry.commands.connection import Channel, in_the_way
from registry.commands.turns import TurnDispatcher
from registry.intake.limits import LARGEST_UPLOAD, MEGABYTE

LIMITS: dict[str, Any] = {
    "threads": 8,
    # Windows can wait for 512 at a time.
    "connection_limit": 500,
    "channel_timeout": 30,
    "cleanup_interval": 1,
    "max_request_header_size": 32 * 1024,
    # What is a little too large is refused by the catalogue itself, with a page.
    "max_request_body_size": LARGEST_UPLOAD + MEGABYTE,
    "asyncore_use_poll": True,
    "log_socket_errors": False,
    "ident": None,
}
# One part in so many of the connections is kept free for those who come.
SPARE = 10
# Who came just now has not been heard yet, and is not the one to make room; in seconds.
JUST_NOW = 1
# So many requests of one who asks may wait for their turn.
MOST_WAITING = 40
# So many are taken before those that are there are looked at again. Of several
# processes each takes one, and leaves the next to who has more time.
AT_ONCE, AT_ONCE_OF_SEVERAL = 25, 1
# So many who come wait at the door.
BACKLOG = 1024
# So much of all answers together is kept for those who take their time, in bytes; what
# is large of it lies in files.
MOST_HELD = 1024 * MEGABYTE
# What the system is to hold of each answer, in bytes.
SENDING = 64 * 1024
# How long requests have to end when the server is stopped.
STOP_SECONDS = 20
PROXY_HEADERS = "x-forwarded-for x-forwarded-proto"


class Overloaded(Error):
    """The answer to one who asks for more while very much is being made already."""

    code, reason = 503, "Service Unavailable"

    def to_response(self, ident: str | None = None) -> Any:
        """As of any error, and when to ask again, in seconds."""
        status, headers, body = super().to_response(ident)
        return status, [*headers, ("Retry-After", "5")], body


class Server(TcpWSGIServer):
    """One address that is listened at."""

    channel_class = Channel
    at_once = AT_ONCE
    active_channels: Any
    task_dispatcher: Any
    effective_port: Any
    _map: dict[int, Any]

    def readable(self) -> bool:
        """Whether another may come; first make room where there is little left."""
        limit = self.adj.connection_limit
        if self.accepting and len(self._map) > limit - limit // SPARE:
            self._make_room(limit // SPARE)
        return bool(super().readable())

    def handle_accept(self) -> None:
        """Take many at a time: one would let a crowd of them keep others waiting."""
        for _ in range(self.at_once):
            before = len(self.active_channels)
            super().handle_accept()
            if len(self.active_channels) == before:
                return

    def add_task(self, task: Any) -> None:
        """Let a request wait for its turn; refuse it where one asks for very much."""
        queue, request = self.task_dispatcher.queue, task.requests[0]
        if queue.waiting_of(task.asker) >= MOST_WAITING and not request.error:
            request.error = Overloaded("Du har bedt om meget på én gang.")
        super().add_task(task)

    def set_socket_options(self, conn: socket.socket) -> None:
        """Have the system hold little of an answer, so that it shows who takes it."""
        super().set_socket_options(conn)
        conn.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SENDING)

    def maintenance(self, now: Any) -> None:
        """Close the connections whose request does not come to an end, and those whose
        answer is not taken, each for itself and all together.
        """
        super().maintenance(now)
        channels = list(self.active_channels.values())
        for channel in channels:
            if channel.is_waiting and channel.is_too_slow(now):
                channel.will_close = True
            elif channel.is_taken_too_slowly(now):
                channel.cut()

        held = sum(channel.total_outbufs_len for channel in channels)
        for channel in in_the_way(c for c in channels if c.is_sending):
            if held <= MOST_HELD:
                break
            held -= channel.total_outbufs_len
            channel.cut()

    def _make_room(self, most: int) -> None:
        """Close those that have been waiting longest, and then those that take their
        answer. Who asks at once is answered, however many hold connections open.
        """
        before = time.time() - JUST_NOW
        channels = self.active_channels.values()
        holding = (c for c in channels if not c.requests and c.creation_time < before)
        for channel in islice(in_the_way(holding), most):
            channel.cut()


class Listening:
    """The sockets listened at, served until `stop` is called. `one_of`: so many
    processes listen at them.
    """

    def __init__(
        self,
        application: Any,
        sockets: Sequence[socket.socket],
        trusted_proxy: str = "",
        one_of: int = 1,
    ) -> None:
        options = {**LIMITS, "sockets": sockets}
        if trusted_proxy:
            options["trusted_proxy"] = trusted_proxy
            options["trusted_proxy_headers"] = PROXY_HEADERS
        self._map: dict[int, Any] = {}
        self._tasks = TurnDispatcher(LIMITS["threads"])
        self._stopped_at = 0.0

        adjustments: Any = Adjustments(**options)
        self._servers = [
            Server(
                application,
                self._map,
                _sock=held,
                dispatcher=self._tasks,
                adj=adjustments,
                sockinfo=(held.family, held.type, held.proto, held.getsockname()),
                bind_socket=False,
            )
            for held in sockets
        ]

        for server in self._servers:
            server.at_once = AT_ONCE if one_of == 1 else AT_ONCE_OF_SEVERAL
        self._tasks.set_thread_count(adjustments.threads)
        self.port = int(self._servers[0].effective_port)

    def run(self, goes_on: Callable[[], bool] = lambda: True) -> None:
        """Serve until told to stop, or until it does not go on; then let what is under
        way end, for a while.
        """
        while not self._is_done():
            wasyncore.loop(timeout=1, use_poll=True, map=self._map, count=1)
            if not goes_on():
                self.stop()
        self._tasks.shutdown(timeout=1)
        wasyncore.close_all(self._map)

    def stop(self) -> None:
        """Take no more connections. May be called from a signal or another thread."""
        self._stopped_at = self._stopped_at or time.monotonic()
        for server in self._servers:
            if server.accepting:
                server.pull_trigger()

    def stop_by_signals(self) -> None:
        """Stop when the process is told to, by whatever means the system has."""
        for name in ("SIGTERM", "SIGINT", "SIGBREAK"):
            number = getattr(signal, name, None)
            if number is not None:
                signal.signal(number, lambda *_: self.stop())

    def _is_done(self) -> bool:
        if not self._stopped_at:
            return False
        for server in self._servers:
            if server.accepting:
                server.accepting = False
                with suppress(OSError):
                    wasyncore.dispatcher.close(server)
        late = time.monotonic() - self._stopped_at > STOP_SECONDS

        return late or all(channel.is_idle for channel in self._channels())

    def _channels(self) -> Iterator[Channel]:
        for server in self._servers:
            yield from list(server.active_channels.values())


def bound(host: str, port: int) -> list[socket.socket]:
    """Sockets at every address of that name, where nobody else can listen any more.
    Raises OSError, ValueError or OverflowError where there can be none.
    """
    adjusted: Any = Adjustments(host=host, port=port)
    sockets = list[socket.socket]()
    try:
        for family, kind, protocol, address in adjusted.listen:
            sockets.append(socket.socket(family, kind, protocol))
            _bind(sockets[-1], address)
    except OSError:
        for held in sockets:
            held.close()
        raise

    return sockets


def _bind(held: socket.socket, address: Any) -> None:
    if held.family == socket.AF_INET6:
        held.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
    if os.name != "nt":  # where it would let two listen at one address
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    held.bind(address)
    held.listen(BACKLOG)
    held.setblocking(False)


def listen(
    application: Any,
    sockets: Sequence[socket.socket],
    *,
    trusted_proxy: str = "",
    one_of: int = 1,
) -> Listening:
    """A server at the sockets, of `one_of` processes that listen there."""
    # It would say of a client that has gone what it had asked for, and of each busy
    # moment that it is busy.
    logging.getLogger("waitress").setLevel(logging.WARNING)
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    return Listening(application, sockets, trusted_proxy, one_of)
