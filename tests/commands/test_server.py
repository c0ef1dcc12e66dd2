"""The server answers whoever asks, however many hold connections open, and lets
requests end when it is stopped.

Also covers registry/commands/connection.py.
"""

import socket
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import pytest

from registry.commands import connection, server
from registry.commands.server import Listening, bound, listen

GET = b"GET / HTTP/1.1\r\nHost: localhost\r\n%s\r\n"
HALF = b"GET / HTTP/1.1\r\nHost: loc"
FORM = b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\na=b&c=d&e"
SOON = 5.0  # seconds, where a machine is busy with other things


def application(environ: Any, start_response: Any) -> Iterable[bytes]:
    """Tells what came in, and from whom."""
    sent = environ["wsgi.input"].read()
    told = f"{len(sent)} {environ['REMOTE_ADDR']} {environ['wsgi.url_scheme']}".encode()
    start_response("200 OK", [("Content-Length", str(len(told)))])
    return [told]


Begin = Callable[..., Listening]


@pytest.fixture
def begin() -> Iterator[Begin]:
    """Begins servers, each in a thread of its own, and ends them."""
    begun: list[tuple[Listening, threading.Thread]] = []

    def beginning(app: Any = application, **options: str) -> Listening:
        listening = listen(app, bound("127.0.0.1", 0), **options)
        thread = threading.Thread(target=listening.run)
        thread.start()
        begun.append((listening, thread))
        return listening

    yield beginning
    for listening, thread in begun:
        listening.stop()
        thread.join(60)
        assert not thread.is_alive()


@contextmanager
def connected(to: Listening) -> Iterator[socket.socket]:
    with socket.create_connection(("127.0.0.1", to.port), timeout=30) as connection:
        yield connection


def answer_to(to: Listening, sent: bytes) -> bytes:
    """What is answered until the connection is closed, or all is there."""
    with connected(to) as connection:
        connection.sendall(sent)
        return rest_of(connection)


def rest_of(connection: socket.socket) -> bytes:
    answer = b""
    while not answer.partition(b"\r\n\r\n")[2] or b" 100 " in answer[:16]:
        part = connection.recv(65536)
        if not part:
            break
        answer += part
        if b" 100 " in answer[:16]:
            answer = answer.partition(b"\r\n\r\n")[2]
    return answer


def test_a_request_is_answered(begin: Begin) -> None:
    answer = answer_to(begin(), GET % b"")

    assert answer.startswith(b"HTTP/1.1 200 OK")
    assert answer.endswith(b"0 127.0.0.1 http")
    assert b"Server:" not in answer


@pytest.mark.parametrize("held", [HALF, b"", GET % b"Content-Length: 9\r\n" + b"a"])
def test_half_open_connections_stop_nobodys_answer(
    held: bytes, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(server.LIMITS, "connection_limit", 40)
    listening = begin()

    monkeypatch.setattr(server, "JUST_NOW", -1)
    with ExitStack() as open_ones:
        for _ in range(130):
            open_ones.enter_context(connected(listening)).sendall(held)

            answer = answer_to(listening, GET % b"Connection: close\r\n")
            assert answer.startswith(b"HTTP/1.1 200")


@pytest.mark.parametrize("sent", [GET % b"", FORM])
def test_two_hundred_who_send_a_letter_at_a_time_stop_nobodys_answer(
    sent: bytes, begin: Begin
) -> None:
    listening = begin()
    with ExitStack() as open_ones:
        slow = [open_ones.enter_context(connected(listening)) for _ in range(200)]
        for at in range(len(sent) - 1):
            for connection in slow:
                connection.sendall(sent[at : at + 1])
            if at % 10 == 0:
                asked_at = time.monotonic()
                answer = answer_to(listening, GET % b"Connection: close\r\n")
                assert answer.startswith(b"HTTP/1.1 200")
                assert time.monotonic() - asked_at < SOON

        for connection in slow:
            connection.sendall(sent[-1:])
        answers = [rest_of(connection) for connection in slow]
    assert {answer[:12] for answer in answers} <= {b"HTTP/1.1 200", b"HTTP/1.1 503"}


def test_who_reads_slowly_stops_nobodys_answer(begin: Begin) -> None:
    """More of them than there are threads, each with an answer that no buffer of the
    system holds.
    """
    long = 8 << 20

    def app(environ: Any, start_response: Any) -> Iterable[bytes]:
        if environ["PATH_INFO"] != "/tungt":
            return application(environ, start_response)
        start_response("200 OK", [("Content-Length", str(long))])
        return [b"x" * long]

    listening = begin(app)
    heavy = (GET % b"").replace(b"/ ", b"/tungt ")
    with ExitStack() as open_ones:
        slow = [open_ones.enter_context(connected(listening)) for _ in range(12)]
        for connection in slow:
            connection.sendall(heavy)
        assert all(connection.recv(12) == b"HTTP/1.1 200" for connection in slow)

        for _ in range(5):
            asked_at = time.monotonic()
            assert answer_to(listening, GET % b"").startswith(b"HTTP/1.1 200")
            assert time.monotonic() - asked_at < SOON
            assert all(connection.recv(1) for connection in slow)


LONG = 4 << 20
HEAVY = (GET % b"").replace(b"/ ", b"/tungt ")


def heavy(environ: Any, start_response: Any) -> Iterable[bytes]:
    """An answer that no buffer of the system holds, for who asks for that."""
    if environ["PATH_INFO"] != "/tungt":
        return application(environ, start_response)
    start_response("200 OK", [("Content-Length", str(LONG))])
    return [b"x" * LONG]


def slowly(to: Listening, source: str = "127.0.0.1") -> socket.socket:
    """One who asks for what is heavy, and takes the first of it only."""
    held = socket.socket()
    held.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    held.settimeout(30)
    try:
        held.bind((source, 0))
        held.connect(("127.0.0.1", to.port))
        held.sendall(HEAVY)
        assert held.recv(12) == b"HTTP/1.1 200"
    except BaseException:
        held.close()
        raise
    return held


def is_cut(held: socket.socket) -> bool:
    """Whether what is still to come does not come."""
    got = 0
    try:
        while got < LONG and (part := held.recv(1 << 20)):
            got += len(part)
    except ConnectionResetError:
        return True
    return got < LONG


@pytest.fixture
def crowded(begin: Begin, monkeypatch: pytest.MonkeyPatch) -> Listening:
    """A server of heavy answers with room for few at a time."""
    monkeypatch.setitem(server.LIMITS, "connection_limit", 40)
    monkeypatch.setattr(server, "JUST_NOW", 0.1)
    return begin(heavy)


def test_more_who_read_slowly_than_there_is_room_for_stop_nobodys_answer(
    crowded: Listening,
) -> None:
    with ExitStack() as open_ones:
        for _ in range(80):
            open_ones.enter_context(slowly(crowded))
            time.sleep(0.05)

            asked_at = time.monotonic()
            answer = answer_to(crowded, GET % b"Connection: close\r\n")
            assert answer.startswith(b"HTTP/1.1 200")
            assert time.monotonic() - asked_at < SOON


def test_of_those_who_read_slowly_the_address_that_has_most_makes_room(
    crowded: Listening,
) -> None:
    with ExitStack() as open_ones:
        other = open_ones.enter_context(slowly(crowded, "127.0.0.2"))
        many = []
        for _ in range(60):
            many.append(open_ones.enter_context(slowly(crowded)))
            time.sleep(0.05)

        assert is_cut(many[0])
        assert not is_cut(other)


def test_an_answer_that_nobody_takes_is_given_up(
    begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That of one who takes it at the least pace is not."""
    monkeypatch.setattr(connection, "PACE_SECONDS", 2)
    listening = begin(heavy)
    with slowly(listening) as stopped, slowly(listening) as going_on:
        taken, until = 0, time.monotonic() + 6
        while time.monotonic() < until:
            taken += len(going_on.recv(1 << 16))
            time.sleep(0.1)

        assert is_cut(stopped)
        assert taken > 6 * connection.LEAST_PACE
        assert not listening._is_done()
        assert going_on.recv(1)


def test_a_thread_that_waits_for_one_who_reads_slowly_is_let_go(
    begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of an answer in many parts no more is made than may be held."""
    monkeypatch.setattr(connection, "PACE_SECONDS", 2)

    def app(environ: Any, start_response: Any) -> Iterable[bytes]:
        if environ["PATH_INFO"] != "/tungt":
            return application(environ, start_response)
        start_response("200 OK", [])
        return (b"x" * LONG for _ in range(16))

    listening = begin(app)
    with ExitStack() as open_ones:
        for _ in range(12):
            held = open_ones.enter_context(connected(listening))
            held.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            held.sendall(HEAVY)

        asked_at = time.monotonic()
        assert answer_to(listening, GET % b"").startswith(b"HTTP/1.1 200")
        assert time.monotonic() - asked_at < 4 * SOON


def test_no_more_is_held_of_all_answers_than_there_is_room_for(
    begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "MOST_HELD", 3 * LONG)
    listening = begin(heavy)
    with ExitStack() as open_ones:
        many = [open_ones.enter_context(slowly(listening)) for _ in range(8)]
        time.sleep(3)

        cut = [is_cut(held) for held in many]
    assert cut[0]
    assert 2 <= cut.count(False) <= 3


@pytest.mark.parametrize("rest", [b"", b"Content-Length: 0\r\n"])
def test_who_expects_to_be_told_to_continue_is_answered(
    rest: bytes, begin: Begin
) -> None:
    """Where there is nothing to continue with, too."""
    answer = answer_to(begin(), GET % (b"Expect: 100-continue\r\n" + rest))

    assert answer.startswith(b"HTTP/1.1 200 OK")


def test_who_expects_it_is_told_to_continue(begin: Begin) -> None:
    with connected(begin()) as connection:
        connection.sendall(
            GET.replace(b"GET", b"POST")
            % b"Expect: 100-continue\r\nContent-Length: 4\r\n"
        )
        assert connection.recv(1000).startswith(b"HTTP/1.1 100 Continue")
        connection.sendall(b"abcd")

        assert rest_of(connection).endswith(b"4 127.0.0.1 http")


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        (b"A: %s\r\n" % (b"x" * 40_000), b"431"),
        (b"Content-Length: 900000000\r\n", b"413"),
        (b"Expect: 100-continue\r\nContent-Length: 900000000\r\n", b"413"),
        (b"Transfer-Encoding: gzip\r\n", b"501"),
    ],
)
def test_what_is_too_much_is_refused(
    headers: bytes, status: bytes, begin: Begin
) -> None:
    assert answer_to(begin(), GET % headers).split()[1] == status


@pytest.mark.parametrize(
    ("limit", "sent"),
    [
        ("HEADERS_SECONDS", HALF),
        ("WHOLE_SECONDS", GET % b"Content-Length: 9\r\n" + b"a"),
    ],
)
def test_a_request_that_comes_in_too_slowly_is_cut(
    limit: str, sent: bytes, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, limit, 0)
    with connected(begin()) as held:
        held.sendall(sent)

        assert held.recv(1000) == b""


def test_a_request_under_way_ends_when_the_server_is_stopped(begin: Begin) -> None:
    begun, may_end = threading.Event(), threading.Event()

    def slow(environ: Any, start_response: Any) -> Iterable[bytes]:
        begun.set()
        assert may_end.wait(30)
        return application(environ, start_response)

    listening = begin(slow)
    with connected(listening) as connection, connected(listening) as half:
        half.sendall(HALF)
        connection.sendall(GET % b"")
        assert begun.wait(30)

        listening.stop()
        may_end.set()

        assert rest_of(connection).startswith(b"HTTP/1.1 200 OK")
        assert half.recv(1000) == b""
    with pytest.raises(OSError):
        answer_to(listening, GET % b"")


def test_who_asks_for_much_keeps_nobody_else_waiting(begin: Begin) -> None:
    may_end = threading.Event()

    def app(environ: Any, start_response: Any) -> Iterable[bytes]:
        if environ["PATH_INFO"] == "/tungt":
            assert may_end.wait(60)
        return application(environ, start_response)

    listening = begin(app, trusted_proxy="127.0.0.1")
    heavy = (GET % b"X-Forwarded-For: 192.0.2.1\r\n").replace(b"/ ", b"/tungt ")
    with ExitStack() as open_ones:
        many = [open_ones.enter_context(connected(listening)) for _ in range(20)]
        for connection in many:
            connection.sendall(heavy)

        other = GET % b"X-Forwarded-For: 192.0.2.2\r\n"
        assert answer_to(listening, other).endswith(b"0 192.0.2.2 http")
        may_end.set()
        for connection in many:
            assert rest_of(connection).startswith(b"HTTP/1.1 200 OK")


def test_who_asks_for_too_much_at_once_is_told_to_come_back(
    begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "MOST_WAITING", 3)
    begun, may_end = threading.Semaphore(0), threading.Event()

    def app(environ: Any, start_response: Any) -> Iterable[bytes]:
        begun.release()
        assert may_end.wait(60)
        return application(environ, start_response)

    listening = begin(app)
    with ExitStack() as open_ones:
        many = [open_ones.enter_context(connected(listening)) for _ in range(12)]
        for connection in many[:4]:
            connection.sendall(GET % b"")
            assert begun.acquire(timeout=30)

        # Four are under way and three wait.
        for connection in many[4:]:
            connection.sendall(GET % b"")
        refused = rest_of(many[-1])
        assert refused.startswith(b"HTTP/1.1 503 Service Unavailable")
        assert b"Retry-After: 5" in refused
        may_end.set()
        statuses = [rest_of(connection).split()[1] for connection in many[:-1]]
    assert statuses.count(b"200") == 7


def test_only_a_trusted_proxy_says_who_asks(begin: Begin) -> None:
    told = GET % b"X-Forwarded-For: 192.0.2.7\r\nX-Forwarded-Proto: https\r\n"

    assert answer_to(begin(), told).endswith(b"0 127.0.0.1 http")
    proxied = begin(trusted_proxy="127.0.0.1")
    assert answer_to(proxied, told).endswith(b"0 192.0.2.7 https")
