"""Which names the catalogue answers to: a request to another one is answered before
anything of it is read.
"""

import re
import socket
from collections.abc import Iterable
from ipaddress import IPv6Address, ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flask import Flask

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
# Who watches over the process asks at its number, and learns nothing by it.
PROBES = frozenset({"/healthz", "/readyz"})
HOST = re.compile(r"(?P<name>\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::[0-9]{1,5})?")
REFUSAL = (
    "Kataloget svarer ikke på den adresse. Brug den, som kataloget er kendt under.\n"
).encode()
HEADERS = [
    ("Content-Type", "text/plain; charset=utf-8"),
    ("Content-Length", str(len(REFUSAL))),
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
]


class KnownHosts:
    """The application for those who ask for it by one of its names; 400 for others."""

    def __init__(self, application: "WSGIApplication", names: Iterable[str]) -> None:
        self._application = application
        self._names = frozenset(names)

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        if environ.get("PATH_INFO") in PROBES:
            environ["HTTP_HOST"] = "localhost"

        if self.knows(environ.get("HTTP_HOST", "")):
            return self._application(environ, start_response)
        start_response("400 Bad Request", HEADERS)
        return [REFUSAL]

    def knows(self, header: str) -> bool:
        """Whether the header is one of the names, with or without a port."""
        match = HOST.fullmatch(header.lower())
        return match is not None and match["name"] in self._names


def attach(app: Flask, host: str) -> None:
    """Answer to the public address, to this machine's own name for itself, and to
    `host`, where one was given.
    """
    public = urlsplit(app.config["PUBLIC_URL"]).netloc.rpartition("@")[2]
    names = {_named(public), *LOOPBACK}
    # A host that stands for every address of the machine names none of them.
    if not stands_for_all(host):
        names.add(_named(f"[{host}]" if ":" in host else host))
    app.wsgi_app = KnownHosts(app.wsgi_app, names)  # type: ignore[method-assign]


def stands_for_all(host: str) -> bool:
    """Whether to listen at the host is to listen at every address of the machine,
    however it is written: «0», «0x0» and a name may lead there as «0.0.0.0» does.
    """
    name = None if host in ("", "*") else host
    try:
        addresses = socket.getaddrinfo(
            name, 0, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )
    except (OSError, UnicodeError):
        return False  # it leads nowhere, and cannot be listened at

    return any(is_every_address(str(address[0])) for *_, address in addresses)


def is_every_address(address: str) -> bool:
    """Whether an address, as the system writes it, is that of all the others."""
    ip = ip_address(address)
    if isinstance(ip, IPv6Address) and ip.ipv4_mapped:
        ip = ip.ipv4_mapped
    return ip.is_unspecified


def _named(host: str) -> str:
    match = HOST.fullmatch(host.lower())
    return match["name"] if match else ""
