"""Hostile requests, made by chance from tables: what an address may hold, what a form
may hold, and what never was a request.

The same seed makes the same requests.
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, quote_from_bytes, urlencode

from tests.web.forms import Form

LONG = 10_000
# Texts that have broken somebody's program: empty, nothing, half signs, markup, code of
# other languages, paths, what is right to left, what stacks and what nests.
TEXTS = (
    *("", " ", "\0", "\t", "\r\nSet-Cookie: a=b", "\N{REPLACEMENT CHARACTER}", "\x7f"),
    *("'", '"', "' OR 1=1 --", "'; DROP TABLE version; --", "%", "_", "*", "\\", "?"),
    *(
        "<script>alert(1)</script>",
        "<!--",
        "]]>",
        "{{ 7 * 7 }}",
        "${7*7}",
        "%s%n",
        "{0}",
    ),
    *(
        "../../etc/passwd",
        "..\\..\\x",
        "/etc/passwd",
        "file:///etc/passwd",
        "//a.example",
    ),
    *("javascript:alert(1)", "http://169.254.169.254/", "data:text/html,x", "a" * LONG),
    *("æøå", "ÆØÅ", "a\u030a" * 50, "\u0301" * 2000, "\u202eabc", "\ufeff", "\u200b"),
    *("\N{GRINNING FACE}", "\U0010ffff", "\ufdd0", "İ", "ß" * 99, "ﷺ" * 99, "\u2028"),
    *(
        "[" * 8000,
        "[a](" * 2000,
        "> " * 3000 + "a",
        "- " * 3000,
        "*" * 8000,
        "_a" * 4000,
    ),
    *("|a" * 5000, "| - " * 3000, "#" * 9000, "`" * 8000, "<" * 9000, "&" * 9000),
    *("\n".join("  " * n + "- a" for n in range(700)), "1. " * 3000, "&#x" * 3000),
    *(
        "(" * 200,
        "a b " * 2000,
        "NOT AND OR",
        "a~9999999",
        "a^1e9",
        "[a TO",
        '"a b',
        "a:b",
    ),
    *("010190-1234", "0101901234", "true", "null", "NaN", "undefined", "[]", "{}"),
)
NUMBERS = (
    *("0", "-1", "1", "2", "1e309", "1.5", "0x10", "٣", "²", "１", "1_000", "+1", " 1"),
    *(str(2**31), str(2**63), str(-(2**63)), str(2**64), "9" * 30, "9" * 5000, "007"),
)
DATES = (
    *(
        "2026-02-30",
        "0000-00-00",
        "0001-01-01",
        "9999-12-31",
        "10000-01-01",
        "2026-13-01",
    ),
    *(
        "2026-11-26T25:00",
        "2026-11-26T10:00+99:99",
        "2026-11-26T10:00:00.1234567",
        "i går",
    ),
    *(
        "２０２６-11-26",
        "2026-W01",
        "26/11/2026",
        "2026-11-26",
        "1800-01-01",
        "2026-10-25T02:30",
    ),
)
VALUES = (*TEXTS, *NUMBERS, *DATES)
GOOD = (
    *(
        "varsling",
        "hvem betaler",
        "udskrivning",
        "2027-01-01",
        "1",
        "2",
        "html",
        "json",
    ),
    *("koebenhavn", "region", "kommune", "voksne", "sundhedsaftale-2024-2027", "kort"),
)
PARAMETERS = (
    *("q", "pr", "vist", "kommune", "fase", "sektor", "aktoer", "maalgruppe", "aftale"),
    *(
        "planomraade",
        "side",
        "fra",
        "til",
        "format",
        "sundhedsaftale",
        "omfang",
        "niveau",
    ),
    *(
        "raekker",
        "siden",
        "fokusomraade",
        "aftaletype",
        "opgave",
        "videre",
        "ud",
        "hvem",
    ),
    *("phase", "sector", "actor", "target_group", "municipality", "planning_area"),
    *(
        "agreement",
        "as_of",
        "recorded_at",
        "limit",
        "offset",
        "health_agreement",
        "scope",
    ),
    *("rows", "level", "since", "kind", "focus_area", "handling", "emne", "ukendt"),
)
METHODS = ("GET",) * 60 + ("HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "FOO")
# What comes with a request and is not what it says.
HEADERS = (
    *(
        ("Host", "a.example"),
        ("Host", ""),
        ("Host", "a b"),
        ("Host", "[::1"),
        ("Host", "é"),
    ),
    *(
        ("Cookie", "registry=" + "a" * 4000),
        ("Cookie", "session=.eJw.x.y"),
        ("Cookie", ";="),
    ),
    *(("Accept", "application/json"), ("Accept", "*/*;q=x"), ("Accept", "," * 900)),
    *(("Accept-Encoding", "gzip;q=-1"), ("Accept-Language", "x" * 900)),
    *(("Content-Type", "multipart/form-data"), ("Content-Type", "application/json")),
    *(("Content-Type", "multipart/form-data; boundary=a"), ("Content-Type", "a")),
    *(("Content-Type", 'application/x-www-form-urlencoded; charset="utf-7"'),),
    *(("If-None-Match", "*"), ("If-Modified-Since", "i går"), ("Range", "bytes=9-1")),
    *(
        ("X-Forwarded-For", "1.2.3.4"),
        ("X-Forwarded-Host", "a.example"),
        ("Origin", "null"),
    ),
    *(("Sec-Fetch-Site", "cross-site"), ("Referer", "//a.example"), ("X" * 900, "1")),
    *(("Expect", "100-continue"), ("Upgrade", "h2c"), ("Connection", "upgrade, close")),
    *(("Authorization", "Basic Og=="), ("X-HTTP-Method-Override", "DELETE")),
)
# Bytes that are no request, or are one that no browser sends.
WIRE = (
    *(
        b"\r\n\r\n",
        b"\0" * 100,
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET  /\r\n\r\n",
    ),
    *(b"GET /%ff%fe HTTP/1.1\r\nHost: localhost\r\n\r\n", b"get / http/1.1\r\n\r\n"),
    *(b"GET /\xff\xfe HTTP/1.1\r\nHost: localhost\r\n\r\n", b"A" * 9000 + b"\r\n\r\n"),
    *(
        b"GET http://a.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"\x16\x03\x01\x02\0",
    ),
    *(b"GET /" + b"a" * 40_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",),
    *(b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 3000 + b"Host: localhost\r\n\r\n",),
    *(b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",),
    *(b"GET / HTTP/1.1\r\nHost localhost\r\n\r\n", b"GET / HTTP/1.1\r\n A: b\r\n\r\n"),
    *(b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",),
    *(b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1e9\r\n\r\n",),
    *(
        b"POST /log-ind HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n"
        b"Transfer-Encoding: chunked\r\n\r\nZZ\r\na\r\n0\r\n\r\n",
    ),
    *(
        b"POST /log-ind HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: "
        b"chunked\r\n\r\nffffffffffffffff\r\na\r\n0\r\n\r\n",
    ),
    *(
        b"POST /log-ind HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
        b"multipart/form-data; boundary=x\r\nContent-Length: 46\r\n\r\n--x\r\n"
        b"Content-Disposition: form-data; name\r\n\r\na\r\n",
    ),
)


@dataclass(frozen=True)
class Request:
    """One request; `wire` instead of all else where it is only bytes."""

    method: str
    path: str
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    wire: bytes = b""

    def __str__(self) -> str:
        shown = self.wire or f"{self.method} {self.path} {self.body[:300]!r}".encode()
        return f"{shown[:500]!r} {[(n, v[:40]) for n, v in self.headers]}"


def secret_of(forms: Sequence[Form]) -> list[tuple[str, str]]:
    """The secret against forged requests, as any form of the page has it."""
    fields = [item for form in forms[:1] for item in form.fields]
    return [item for item in fields if item[0] == "csrf_token"]


class Hostility:
    """Makes hostile requests. `patterns`: the product's own addresses, as its rules
    write them, by method; `names`: what they may name.
    """

    def __init__(
        self, seed: int, patterns: Mapping[str, Sequence[str]], names: Sequence[str]
    ) -> None:
        self._chance = random.Random(seed)
        self._patterns, self._names = patterns, names

    def one(self, forms: Sequence[Form] = ()) -> Request:
        """The next; some send one of the forms, with some of its fields changed."""
        roll = self._chance.random()
        if roll < 0.02:
            return Request("", "", wire=self._chance.choice(WIRE))
        if forms and roll < 0.45:
            return self._form(self._chance.choice(forms))
        if roll > 0.95 or (forms and roll > 0.9):
            return self._sent(self._address("POST"), secret_of(forms))
        method = self._chance.choice(METHODS)
        return Request(method, self._address("GET"), tuple(self._headers()))

    def _form(self, form: Form) -> Request:
        fields = [
            (name, self._value() if self._is_changed(name) else value)
            for name, value in form.fields
            if self._chance.random() > 0.02
        ]
        button = self._chance.choice(form.buttons) if form.buttons else None
        if button and button.name:
            fields.append((button.name, button.value))
        return self._sent((button.action if button else "") or form.action, fields)

    def _is_changed(self, name: str) -> bool:
        return name != "csrf_token" and self._chance.random() < 0.25

    def _sent(self, address: str, fields: list[tuple[str, str]]) -> Request:
        more = [
            (self._chance.choice(PARAMETERS), self._value())
            for _ in range(self._chance.randrange(3))
        ]
        kind = "application/x-www-form-urlencoded"
        body = urlencode([*fields, *more], errors="surrogatepass").encode()
        if self._chance.random() < 0.1:
            kind, body = self._multipart([*fields, *more])
        headers = self._headers()
        return Request("POST", address, (("Content-Type", kind), *headers), body)

    def _multipart(self, fields: list[tuple[str, str]]) -> tuple[str, bytes]:
        """With a file among them, which is none."""
        parts = [
            f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
            for name, value in fields
        ]
        held = self._chance.choice(("PK\x03\x04" + "a" * 99, "<xml/>", "", "\0" * 5000))
        parts.append(
            '--x\r\nContent-Disposition: form-data; name="fil"; filename="a.docx"\r\n'
            f"\r\n{held}\r\n--x--\r\n"
        )
        sent = "".join(parts).encode("utf-8", "surrogatepass")
        cut = len(sent) if self._chance.random() < 0.7 else len(sent) // 2
        return "multipart/form-data; boundary=x", sent[:cut]

    def _headers(self) -> list[tuple[str, str]]:
        if self._chance.random() < 0.7:
            return []
        return [self._chance.choice(HEADERS)]

    def _address(self, method: str) -> str:
        if self._chance.random() < 0.03:
            return "/" + quote(self._value()[:8000])
        pattern = self._chance.choice(self._patterns[method])
        path = "/".join(self._part(part) for part in pattern.split("/"))
        return path + self._query()

    def _part(self, part: str) -> str:
        """One part of a path: a variable of the rule is filled in."""
        if "<" not in part:
            return part
        before, _, rest = part.partition("<")
        named, _, after = rest.partition(">")
        good = self._names
        if named.startswith("int:"):
            good = tuple(map(str, range(1, 30)))
        elif named.startswith("any("):
            good = named.partition("(")[2].partition(")")[0].split(",")
        value = self._chance.choice(good)
        if self._chance.random() < 0.25:
            value = self._value()[:3000]
        return before + quote(value, safe="") + after

    def _query(self) -> str:
        count = self._chance.choice((0, 0, 1, 1, 2, 3, 8))
        pairs = []
        for _ in range(count):
            value = quote(self._value()[:6000])
            if self._chance.random() < 0.1:
                value = quote_from_bytes(b"\xff\xfe\xed\xa0\x80")
            pairs.append(f"{self._chance.choice(PARAMETERS)}={value}")
        return "?" + "&".join(pairs) if pairs else ""

    def _value(self) -> str:
        table: Any = self._chance.choice((GOOD, GOOD, VALUES, VALUES, DATES, NUMBERS))
        return str(self._chance.choice(table))
