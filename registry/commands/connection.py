"""One connection to the server: how long its request may take to come in, and how fast
its answer must be taken.
"""

import os
import socket
import struct
import time
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from waitress.channel import HTTPChannel

# How long a request may take to come in: its headers, and all of it.
HEADERS_SECONDS, WHOLE_SECONDS = 20, 300
# The least that must be taken of an answer in a second, in bytes, over so many seconds:
# far less than the slowest telephone network gives that is still there.
LEAST_PACE, PACE_SECONDS = 2048, 30
# Requests that are refused have a turn of their own, so that they are told at once.
REFUSED = "refused"
# Lingering, for no seconds.
AT_ONCE = struct.pack("HH" if os.name == "nt" else "ii", 1, 0)


class Channel(HTTPChannel):
    """One connection, which knows since when it has been waiting for a request, and how
    fast its answer is taken.
    """

    waiting_since = 0.0
    # How much of answers it has taken; how much it had, and when, as it was looked at.
    taken, had, had_at = 0, 0, 0.0
    request: Any

    @property
    def asker(self) -> str:
        """The address that asks, behind the proxy where one is trusted."""
        address = str(self.addr[0])
        if self.requests and self.requests[0].error:
            return REFUSED
        if address != self.adj.trusted_proxy or not self.requests:
            return address
        forwarded = self.requests[0].headers.get("X_FORWARDED_FOR", "")
        return forwarded.rpartition(",")[2].strip() or address

    @property
    def is_waiting(self) -> bool:
        """Whether nothing is to be answered or sent."""
        return not self.requests and not self.total_outbufs_len

    @property
    def is_sending(self) -> bool:
        """Whether an answer is there that has not been taken yet."""
        return self.total_outbufs_len > 0

    @property
    def is_idle(self) -> bool:
        """Whether nothing is under way: neither that, nor a body that comes in."""
        receiving = self.request is not None and self.request.headers_finished
        return self.is_waiting and not receiving

    def received(self, data: bytes) -> bool:
        """How long a request may take to come in counts from its first bytes."""
        if self.request is None:
            self.waiting_since = time.time()
        return bool(super().received(data))

    def send_continue(self) -> None:
        """Ask for the body of a request only where there is one to come."""
        # A request without a body, or one refused by its headers, is there already; the
        # parser would wait for more of it for ever.
        if self.request.completed:
            self.request.expect_continue = False
        else:
            super().send_continue()

    def is_too_slow(self, now: float) -> bool:
        """Whether its request has been coming in for longer than it may."""
        if self.request is None:
            return False
        is_body = self.request.headers_finished
        allowed = WHOLE_SECONDS if is_body else HEADERS_SECONDS
        return now - self.waiting_since > allowed

    def send(self, data: bytes, do_close: bool = True) -> int:
        """Count what is taken."""
        sent = int(super().send(data, do_close=do_close))
        self.taken += sent
        return sent

    def is_taken_too_slowly(self, now: float) -> bool:
        """Whether the answer has been taken at less than the least pace for so long as
        that is looked at. To be asked again and again, as it remembers.
        """
        if not self.is_sending or not self.had_at:
            self.had, self.had_at = self.taken, now if self.is_sending else 0.0
            return False
        passed = now - self.had_at
        if passed < PACE_SECONDS:
            return False

        taken, self.had, self.had_at = self.taken - self.had, self.taken, now
        return taken < LEAST_PACE * passed

    def cut(self) -> None:
        """Close it, whether or not what is to be sent is taken any more."""
        self.will_close = True
        if self.socket is None or not self.is_sending:
            return
        # The system would go on offering the rest; and what cannot be sent to is not
        # looked at again before it is shut.
        with suppress(OSError):  # the other end has closed it already
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, AT_ONCE)
            self.socket.shutdown(socket.SHUT_RDWR)


def in_the_way(channels: Iterable[Channel]) -> list[Channel]:
    """Connections in the order in which they are to make room: those that wait, the
    oldest first; then those that are sent to, of the address that has most of these,
    the oldest first.
    """
    listed = list(channels)
    sent_to = Counter(channel.addr[0] for channel in listed if channel.is_sending)

    def place(channel: Channel) -> tuple[int, float]:
        most = sent_to[channel.addr[0]] if channel.is_sending else len(listed) + 1
        return -most, channel.creation_time

    return sorted(listed, key=place)
