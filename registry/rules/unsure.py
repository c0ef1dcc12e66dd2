"""Of a row that no source confirms: just what is not confirmed, where it names that.
Pure.

A row may be unconfirmed for the day of a change alone («hvornår den afløser XDIS91, er
ikke bekræftet»); to doubt all of it would hide what is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from registry.language.readability import sentences

if TYPE_CHECKING:
    from registry.models import Snitflade

LONGEST = 70  # letters that stand on a mark
_PIECES = re.compile(r"(?<!\d)\.\s+|[;:]\s+|[()]")
_DOUBTED = re.compile(
    r"^(?P<what>(?:hvornår|hvem|hvad|om|at|fra hvilken dag|lovens egen dag|dagen)\b.*?)"
    r",? er ikke bekræftet\b",
    re.IGNORECASE,
)
_WHEN = re.compile(r"\bnår (?P<clause>.+)$", re.IGNORECASE)
# The source itself is in doubt: then all that is told is.
_OF_ALL = re.compile(
    r"\b(?:ikke bekræftet|almen viden|ingen kilde|avisomtale|ikke set|kladde)\b",
    re.IGNORECASE,
)
_NOT_CONFIRMED = re.compile(r"\b(?:ikke bekræftet|almen viden)\b", re.IGNORECASE)
_BY_LAW = re.compile(r"lov(?:en|ens)?\b.*\bgælder, uanset om aftalen\b", re.IGNORECASE)


def holds_by_law(text: str) -> bool:
    """Whether a row says that its duty stands in law, and holds though its agreement is
    not settled.
    """
    return bool(_BY_LAW.search(text))


def unsure_of(row: Snitflade, *, confirmed: bool) -> str:
    """The one thing that an unconfirmed row says is not confirmed; empty where it says
    none or several, or its source is in doubt.
    """
    if confirmed or _OF_ALL.search(row.source):
        return ""

    of_whom = _doubted_in(row.situation) + _doubted_in(row.does_not_apply_to)
    found = dict.fromkeys(of_whom + _doubted_in(row.deadline))
    only = next(iter(found)) if len(found) == 1 else ""
    return only if len(only) <= LONGEST else ""


def _doubted_in(text: str) -> list[str]:
    pieces, doubted = _PIECES.split(text), []

    for before, piece in zip(["", *pieces], pieces, strict=False):
        match = _DOUBTED.match(piece.strip())
        if match:
            what = match["what"].strip(" ,")
            when = _WHEN.search(before) if what.lower() == "hvornår" else None
            said = f"hvornår {when['clause'].strip(' ,.')}" if when else what
            doubted.append(said[:1].lower() + said[1:])
    return doubted


def facts_in_doubt(texts: Iterable[str], labels: Iterable[str]) -> frozenset[str]:
    """Those of some labels that a sentence which says that it is not confirmed names
    («at bydelen er i planområde …, er almen viden, ikke bekræftet»).
    """
    said = " ".join(
        sentence.lower()
        for text in texts
        for sentence in sentences(text)
        if _NOT_CONFIRMED.search(sentence)
    )
    return frozenset(one for one in labels if _named(one).search(said))


def without_doubts(text: str, labels: Iterable[str]) -> str:
    """The text less its sentences that say of some labels that they are not confirmed,
    where each of them carries a mark that does.
    """
    marks = [_named(label) for label in labels]

    def is_marked(sentence: str) -> bool:
        said = sentence.lower()
        return bool(_NOT_CONFIRMED.search(said)) and any(m.search(said) for m in marks)

    listed = sentences(text)
    left = [one for one in listed if not is_marked(one)]
    return text if len(left) == len(listed) else " ".join(left)


def _named(label: str) -> re.Pattern[str]:
    """A label as a sentence names it, without the day from which it holds."""
    name = label.lower().partition(" fra ")[0]
    return re.compile(rf"\b{re.escape(name)}(?:en|et|ne|n|t|s)?\b")


def unconfirmed_of(first: str, *others: str) -> str:
    """What is not confirmed, in the words of a mark; of several things the first."""
    return f"ikke bekræftet: {first}{' m.m.' if others else ''}"
