"""One field's value read from text: the opposite of how pages and exports show it."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple

from registry.catalogue.agreement_words import UNCONFIRMED_DATE
from registry.documents.blocks import Text, plain
from registry.intake.naming import Names
from registry.language import numbers
from registry.language.dates import end_after, read_date, read_period
from registry.rules.fields import Field, Kind
from registry.rules.version_content import EMPTY

DECEMBER = 12
NOTHING = frozenset({"", "-", "–", "—"})
YES, NO = frozenset({"ja", "x", "sand"}), frozenset({"nej", "falsk"})
ADDRESS_ENDS = re.compile(r"^(?:https?://|mailto:)|/$")
UNKNOWN_DAY = "Datoen kendes ikke"
# A day that is only counted from; that of a period stands with the period.
COUNTED_FROM = re.compile(r"; regnes fra (?P<day>[^,;]+)$")
# The reservation that our own documents have after a day.
RESERVATION = re.compile(rf"\s*\({UNCONFIRMED_DATE}\)$")
LAST_DAY = re.compile(r"til og med (?P<day>.+)", re.IGNORECASE)


class Value(NamedTuple):
    """A value in the plain form of version_content, and what a person must know of it,
    if any.
    """

    value: Any
    doubt: str = ""


def words_of(text: Text) -> str:
    """Text without looks, for fields that hold no links: where each leads stands after
    it.
    """
    parts = []
    for href, spans in groupby(text, lambda span: span.href):
        words = plain(tuple(spans))
        is_shown = ADDRESS_ENDS.sub("", words.strip()) == ADDRESS_ENDS.sub("", href)
        parts.append(f"{words} ({href})" if href and not is_shown else words)
    return "".join(parts)


def read_value(field: Field, text: str, names: Names) -> Value:
    """What a text says in one field; what cannot be read is left empty, with a
    doubt.
    """
    written = text.strip()
    if written.casefold() in NOTHING:
        return Value(EMPTY[field.kind])
    if field.kind in (Kind.KEY, Kind.KEYS):
        return _keys(field, written, names)

    read = _option if field.options else READERS.get(field.kind, _text)
    return read(field, written)


def _keys(field: Field, text: str, names: Names) -> Value:
    assert field.scheme is not None
    named = names.find(field.scheme, text)
    doubts = []

    if named.keys and named.is_unclear:
        return Value(EMPTY[field.kind], f"«{text}» siger mere end navne. Vælg selv.")
    if not named.keys and not named.several:
        doubts.append(f"«{text}» er ikke et navn, kataloget kender. Vælg selv.")
    elif named.rest:
        doubts.append(f"I «{text}» kender kataloget ikke «{named.rest}».")
    doubts += [
        f"«{words}» kan betyde flere ting. Vælg selv." for words in named.several
    ]

    if field.kind is Kind.KEYS:
        return Value(named.keys, " ".join(doubts))
    if len(named.keys) > 1:
        return Value("", f"«{text}» nævner flere. Vælg én.")
    return Value(named.keys[0] if named.keys else "", " ".join(doubts))


def _option(field: Field, text: str) -> Value:
    for value, label in field.options:
        if text.casefold() in (value.casefold(), label.casefold()):
            return Value(value)
    return Value("", f"«{text}» er ikke en af mulighederne. Vælg selv.")


def _date(field: Field, text: str) -> Value:
    """A day; of a month or a year its first day. Of the end of a period the last day is
    written, and the day after it kept.
    """
    text = RESERVATION.sub("", text)
    if text.startswith(UNKNOWN_DAY):
        counted = COUNTED_FROM.search(text)
        return Value(_day(counted["day"]) if counted else None)

    last = LAST_DAY.search(text)
    written = last["day"] if last else text
    ends = bool(last) or field.ends
    day = _end(written) if ends else _day(written)

    if day is None:
        return Value(None, f"«{text}» er ikke en dato. Skriv den selv.")
    return Value(day)


def _day(text: str) -> date | None:
    period = read_period(text)
    return period[0] if period else read_date(text)


def _end(text: str) -> date | None:
    """The first day after the one written; of a month or a year after all of it."""
    period = read_period(text)
    try:
        if period is None:
            day = read_date(text)
            return end_after(day) if day else None
        first, length = period
        year = first.year + (length == "year" or first.month == DECEMBER)
        return date(year, 1 if length == "year" else first.month % DECEMBER + 1, 1)
    except ValueError:
        return None


def _number(_field: Field, text: str) -> Value:
    number = numbers.read(text)
    if number is None:
        return Value(None, f"«{text}» er ikke et tal. Skriv det selv.")
    return Value(number.value, f"«{text}»: {number.doubt}" if number.doubt else "")


def _flag(_field: Field, text: str) -> Value:
    if text.casefold() in YES | NO:
        return Value(text.casefold() in YES)
    return Value(False, f"«{text}» er hverken ja eller nej. Vælg selv.")


def _texts(_field: Field, text: str) -> Value:
    parts = (part.strip() for part in text.split("\n"))
    return Value(tuple(part for part in parts if part))


def _text(_field: Field, text: str) -> Value:
    return Value(text)


READERS: Mapping[Kind, Callable[[Field, str], Value]] = {
    Kind.DATE: _date,
    Kind.NUMBER: _number,
    Kind.FLAG: _flag,
    Kind.TEXTS: _texts,
}
